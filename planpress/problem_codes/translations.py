"""Translations, what lies in content/locales: E6xx."""

from typing import Final

from planpress.problem_codes.entry import Context, Example, ProblemCode, Wording

TRANSLATIONS: Final = {
    "E601": ProblemCode(
        Wording(
            "譯文檔（PO）的語法有誤",
            '檢查此行：msgid、msgstr 之後空一格，文字前後各一個雙引號，文字內的雙引號寫成 \\"；建議以 Poedit 編輯。',
            "語法有誤的譯文檔無法讀取，該語言的網頁將只有中文。",
        ),
        Wording(
            "the syntax of this catalogue (PO) is wrong",
            'Look at this line: a blank after msgid or msgstr, the text in double quotes, \\" for a quote inside '
            "it. Poedit gets this right.",
            "A catalogue with wrong syntax cannot be read, and the pages of its language would be in Chinese.",
        ),
        Example(Context.CATALOGUE, 'msgid "首頁"\nmsgstr "Home', 'msgid "首頁"\nmsgstr "Home"'),
    ),
    "E602": ProblemCode(
        Wording(
            "譯文的代入項與原文不同（原文 {expected}，譯文 {found}）",
            "譯文須保留原文的每個代入項（例如 %(year)s），一字不改；百分號本身寫成 %%。",
            "代入項由程式填入年度、項數等；缺漏或拼錯時，網頁無法產生或內容不全。",
        ),
        Wording(
            "the translation fills in other things than the original ({expected} there, {found} here)",
            "Keep every %(year)s of the original as it is; write %% for a percent sign.",
            "The program fills in years and figures there; a missing or misspelt one breaks the page.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "本頁更新：%(date)s"\nmsgstr "Updated %(day)s"',
            'msgid "本頁更新：%(date)s"\nmsgstr "Updated %(date)s"',
        ),
    ),
    "E603": ProblemCode(
        Wording(
            "譯文檔不是 UTF-8 編碼",
            "以編輯器另存為 UTF-8。",
            "所有檔案一律使用 UTF-8，各種工具才能正確讀取。",
        ),
        Wording(
            "this catalogue is not encoded in UTF-8",
            "Save it as UTF-8.",
            "All files are in UTF-8, so that every tool reads them alike.",
        ),
        Example(Context.BYTES, "msgid AD BA AD B6", "msgid E9 A6 96 E9 A0 81"),
    ),
    "E604": ProblemCode(
        Wording(
            "例外字詞的寫法不正確",
            "每行依序為繁體字詞、一個定位字元（Tab）、簡體字詞；註解以 # 開頭。",
            "讀不懂的例外不會生效，該字詞仍照一般方式轉換。",
        ),
        Wording(
            "this is no exception that can be used",
            "On each line: the Traditional words, a tab, the Simplified words; a comment starts with #.",
            "An exception that cannot be read has no effect, and the words are converted as usual.",
        ),
        Example(Context.EXCEPTIONS, "水叮噹 水叮噹", "水叮噹\t水叮噹"),
    ),
}
