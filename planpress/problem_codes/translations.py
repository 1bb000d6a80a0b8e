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
    "W601": ProblemCode(
        Wording(
            "{language} 譯文對應的是先前的文字：「{previous}」",
            "執行 build.py translate，再於 plans.po 修改標記 fuzzy 的譯文並取消標記；在此之前網頁顯示中文。",
            "中文改了而譯文沒改，讀者會讀到已不成立的內容，所以網頁改顯示中文。",
        ),
        Wording(
            "the {language} translation is of an earlier wording: “{previous}”",
            "Run build.py translate, then mend the translation marked fuzzy in plans.po and take the mark away; "
            "until then the page shows the Chinese.",
            "When the Chinese changes and the translation does not, readers would be told what no longer holds; so the "
            "page shows the Chinese instead.",
        ),
        Example(
            Context.CATALOGUE,
            '#: offices/sample/114/plan.yml:9\n#, fuzzy\n#| msgid "推廣紙本帳單。"\n'
            'msgid "推廣電子帳單。"\nmsgstr "Promote paper bills."',
            '#: offices/sample/114/plan.yml:9\nmsgid "推廣電子帳單。"\nmsgstr "Promote e-bills."',
        ),
    ),
    "W602": ProblemCode(
        Wording(
            "譯文沒有使用「{term}」的固定譯名 {translation}",
            "改用固定譯名；若此處另有適當說法，於 terms.po 該詞條的註解「# agreed: …」補上，以分號分開。",
            "同一用語處處同一譯名，讀者才不會以為是兩件事；固定譯名列於 terms.po。",
        ),
        Wording(
            "the translation does not use the agreed term for “{term}”, {translation}",
            "Use the agreed term; if something else is right here, add it to the comment “# agreed: …” of the term in "
            "terms.po, behind a semicolon.",
            "One thing has one name everywhere, or readers take it for two; terms.po has the names agreed on.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "推廣電子帳單。"\nmsgstr "Promote digital invoices."',
            'msgid "推廣電子帳單。"\nmsgstr "Promote e-bills."',
        ),
    ),
    "W603": ProblemCode(
        Wording(
            "譯文缺少原文的「{figure}」",
            "補上這個數字；民國年換算為西元年（114年為 2025），函號照原文不改。",
            "數字、日期、百分比與函號是承諾的一部分，譯文不得缺漏。",
        ),
        Wording(
            "the translation lacks “{figure}” of the original",
            "Put the figure in; ROC years become Gregorian ones (114年 is 2025), letter numbers stay as they are.",
            "Figures, dates, percentages and letter numbers are part of what is promised; none may be left out.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "114年3月起試辦。"\nmsgstr "On trial from March."',
            'msgid "114年3月起試辦。"\nmsgstr "On trial from March 2025."',
        ),
    ),
    "W604": ProblemCode(
        Wording(
            "譯文的「{figure}」不見於原文",
            "與原文核對後改正；民國年換算為西元年（114年為 2025）。",
            "譯文多出或寫錯的數字，會讓讀者以為機關承諾了別的事。",
        ),
        Wording(
            "the original does not have the “{figure}” of the translation",
            "Compare it with the original and mend it; ROC years become Gregorian ones (114年 is 2025).",
            "A figure too many or mistyped promises what the office never did.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "24小時受理。"\nmsgstr "Accepted 24 hours a day, 7 days a week."',
            'msgid "24小時受理。"\nmsgstr "Accepted 24 hours a day."',
        ),
    ),
    "W605": ProblemCode(
        Wording(
            "譯文句末缺少標點（應為「{mark}」）",
            "原文為句子時，譯文也以句點等標點結束；標題不加標點。",
            "句末標點讓報讀軟體知道句子結束，也看得出譯文是否漏了後半。",
        ),
        Wording(
            "the translation lacks its final mark (“{mark}”)",
            "Where the original is a sentence, end the translation with a full stop or the like; headings have none.",
            "Screen readers pause at a full stop, and its lack may mean that the rest was forgotten.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "到府服務。"\nmsgstr "Visit people at home"',
            'msgid "到府服務。"\nmsgstr "Visit people at home."',
        ),
    ),
    "W606": ProblemCode(
        Wording(
            "英文譯文有全形標點「{mark}」",
            "改用半形標點；函號與引號內的中文不在此限。",
            "英文字型多無全形標點，版面與報讀都會出錯。",
        ),
        Wording(
            "full-width punctuation in the English: “{mark}”",
            "Use half-width punctuation; letter numbers and quoted Chinese keep theirs.",
            "English fonts lack full-width marks, which break the line and trip screen readers.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "過戶、復用"\nmsgstr "Account transfer、resumption"',
            'msgid "過戶、復用"\nmsgstr "Account transfer, resumption"',
        ),
    ),
    "W607": ProblemCode(
        Wording(
            "譯文留有待補的「{placeholder}」",
            "補譯後刪去這個記號；暫時不譯則清空譯文，網頁會顯示中文。",
            "TODO、??? 等記號是給譯者自己看的，不應出現在網頁上。",
        ),
        Wording(
            "something was left for later: “{placeholder}”",
            "Translate it and take the mark out; or empty the translation, and the page shows the Chinese.",
            "Marks such as TODO and ??? are for translators and must not get onto a page.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "設置跑馬燈"\nmsgstr "Install a TODO"',
            'msgid "設置跑馬燈"\nmsgstr "Install a scrolling display"',
        ),
    ),
    "W608": ProblemCode(
        Wording(
            "譯文有多餘的空白",
            "刪去開頭、結尾的空白與連續的空白。",
            "多餘的空白多為複製時帶入，會使標點前後出現空隙。",
        ),
        Wording(
            "there are blanks too many",
            "Take away blanks at the start, at the end, and those that follow another.",
            "They come along when text is copied and leave gaps before and after punctuation.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "到府服務"\nmsgstr "Home visits "',
            'msgid "到府服務"\nmsgstr "Home visits"',
        ),
    ),
    "W609": ProblemCode(
        Wording(
            "英文譯文就是中文原文",
            "譯成英文；尚未翻譯則清空譯文，網頁會顯示中文並標明語言。",
            "這樣的條目會被當作已翻譯，報讀軟體便以英文語音讀中文。",
        ),
        Wording(
            "the English is the Chinese",
            "Translate it; or empty it, and the page shows the Chinese, marked as such.",
            "Such an entry counts as translated, and screen readers read Chinese in an English voice.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "基礎服務"\nmsgstr "基礎服務"',
            'msgid "基礎服務"\nmsgstr "Basic services"',
        ),
    ),
}
