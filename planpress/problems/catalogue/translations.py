"""Translations, what lies in content/locales: E6xx."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

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
    "E605": ProblemCode(
        Wording(
            "複數規則（Plural-Forms）無法使用",
            "改回該語言的規則，例如英文為「nplurals=2; plural=(n != 1);」；形式至多 6 種，規則只用 n、數字與比較。",
            "複數規則決定「1 項」與「2 項」各用哪一種譯法；寫錯時網頁無法產生，或耗盡記憶體。",
        ),
        Wording(
            "the plural rule (Plural-Forms) cannot be used",
            "Put back the rule of the language, for English “nplurals=2; plural=(n != 1);”: 6 forms at most, and "
            "nothing but n, figures and comparisons.",
            "The rule tells which form “1 measure” and “2 measures” take; a wrong one breaks pages or eats all memory.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid ""\nmsgstr "Plural-Forms: nplurals=99999999; plural=n;\\n"',
            'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
        ),
    ),
    "E606": ProblemCode(
        Wording(
            "文字過長（上限 {limit} 字）",
            "檢查這一行；多半是漏了引號或換行，或誤貼了別的內容。",
            "譯文一句對一句；這麼長的文字不是譯文，卻會使檢查耗時過久。",
        ),
        Wording(
            "the text is too long (the limit is {limit} characters)",
            "Look at this line: a quotation mark or a line break may be missing, or something else was pasted in.",
            "Sentences are translated one by one; a text this long is none, and would take checks too long.",
        ),
        Example(Context.BYTES, 'plans.po  msgstr "…"  1,000,000 characters', 'plans.po  msgstr "…"  312 characters'),
    ),
    "E607": ProblemCode(
        Wording(
            "條目過多（上限 {limit} 筆）",
            "刪去不再使用的條目（檔案末尾以 #~ 開頭者）與重複貼上的內容。",
            "譯文檔一句一筆；超過上限的檔案多半是誤放了別的內容。",
        ),
        Wording(
            "there are too many entries (the limit is {limit})",
            "Delete what is no longer used (behind #~ at the end of the file) and what was pasted twice.",
            "There is one entry a sentence; a file with more is most likely something else.",
        ),
        Example(Context.BYTES, "zh-Hans.txt  501 lines", "zh-Hans.txt  12 lines"),
    ),
    "E608": ProblemCode(
        Wording(
            "複數譯文有 {found} 種形式，該語言應有 {expected} 種",
            "依檔頭 Plural-Forms 的 nplurals，由 msgstr[0] 起逐一補齊，或刪去多餘的。",
            "少了的形式沒有譯文，多出的用不到；數量不同時，有些數字會配到錯的譯法。",
        ),
        Wording(
            "the entry has {found} plural forms, its language {expected}",
            "Write as many as nplurals in the header says, from msgstr[0] on.",
            "A form that is missing has no translation, and numbers would take the wrong one.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "%(num)d項"\nmsgid_plural "%(num)d項"\nmsgstr[0] "%(num)d measures"',
            'msgid "%(num)d項"\nmsgid_plural "%(num)d項"\nmsgstr[0] "one measure"\nmsgstr[1] "%(num)d measures"',
        ),
    ),
    "E609": ProblemCode(
        Wording(
            "同一句已有譯文（第 {line} 行）",
            "保留其中一筆；某機關須有不同譯法時，加上 msgctxt 寫明機關代碼。",
            "同一句有兩種譯文，無法判斷何者為準。",
        ),
        Wording(
            "the same text has an entry already (line {line})",
            "Keep one of them; where an office needs a translation of its own, name it by msgctxt.",
            "With two translations of one text, nobody knows which one counts.",
        ),
        Example(
            Context.CATALOGUE,
            'msgid "首頁"\nmsgstr "Home"\n\nmsgid "首頁"\nmsgstr "Front page"',
            'msgid "首頁"\nmsgstr "Home"',
        ),
    ),
    "E610": ProblemCode(
        Wording(
            "「#:」所列的行號過大",
            "刪去這一行，再執行 build.py translate，由程式重新填入。",
            "「#:」由程式填寫，列出句子所在的檔案與行；沒有檔案有這麼多行。",
        ),
        Wording(
            "the line number behind “#:” is too large",
            "Delete this line and run build.py translate, which fills it in again.",
            "The program writes “#:”, the files and lines where a text stands; no file has so many.",
        ),
        Example(
            Context.CATALOGUE,
            '#: offices/sample/114/plan.yml:99999999\nmsgid "首頁"\nmsgstr "Home"',
            '#: offices/sample/114/plan.yml:9\nmsgid "首頁"\nmsgstr "Home"',
        ),
    ),
    "E611": ProblemCode(
        Wording(
            "例外字詞不能改變文字以外的內容",
            "兩邊的英文字母、數字與標點須相同，且不含 < > & % {{ }} 與引號等符號。",
            "轉換只換字；改到數字、網址、代入項或標記，簡體版就會出錯或說別的話。",
        ),
        Wording(
            "an exception may change nothing but characters",
            "Write the same letters, digits and punctuation in both halves, and none of < > & % {{ }} or quotes.",
            "Conversion changes characters; where it changes figures, addresses, placeholders or markup, the "
            "Simplified edition breaks or says something else.",
        ),
        Example(Context.EXCEPTIONS, "114年\t115年", "114年\t114年"),
    ),
    "E612": ProblemCode(
        Wording(
            "「{words}」重複列出",
            "保留其中一行。",
            "同一字詞有兩種轉換，無法判斷何者為準。",
        ),
        Wording(
            "“{words}” is listed twice",
            "Keep one of the lines.",
            "With two conversions of the same words, nobody knows which one counts.",
        ),
        Example(Context.EXCEPTIONS, "乾隆\t乾隆\n乾隆\t干隆", "乾隆\t乾隆"),
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
