"""What must not be public: odd characters, personal identifiers, links that do harm. E5xx and W5xx."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

PUBLIC: Final = {
    "E501": ProblemCode(
        Wording(
            "不可見的字元 {code_point}",
            "刪去這個字元；若看不見，請把這段文字重新輸入。",
            "零寬、方向控制等字元看不見，會使搜尋找不到文字、讀屏軟體念錯，甚至使文字顯示的順序與實際不同。",
        ),
        Wording(
            "an invisible character {code_point}",
            "Delete it; if you cannot see it, type the text again.",
            "Zero-width and direction characters cannot be seen: search misses the text, screen readers stumble, "
            "and text can appear in another order than it has.",
        ),
        Example(Context.ROWS, '- do: "1. 推廣\\u200b電子帳單。"', "- do: 1. 推廣電子帳單。"),
    ),
    "E502": ProblemCode(
        Wording(
            "無法辨識的字（替代字元 {code_point}）",
            "查對原文件，補上原來的字。",
            "這個字在先前的轉檔中已經遺失，只留下替代符號。",
        ),
        Wording(
            "a lost character (the replacement character {code_point})",
            "Look it up in the source and put it back.",
            "The character was lost in an earlier conversion; only its placeholder is left.",
        ),
        Example(Context.ROWS, "- do: 1. 推廣電子\ufffd單。", "- do: 1. 推廣電子帳單。"),
    ),
    "E503": ProblemCode(
        Wording(
            "造字 {code_point}",
            "改用 Unicode 的正式字；可於全字庫（www.cns11643.gov.tw）查得。",
            "造字只在裝有同一字檔的電腦上顯示，其他人只看到空格或方塊。",
        ),
        Wording(
            "a private-use character {code_point}",
            "Use the character that Unicode has; look it up at www.cns11643.gov.tw.",
            "Private-use characters show only where the same font is installed; others see a box.",
        ),
        Example(Context.ROWS, '- do: "1. 推廣電子\\ue000單。"', "- do: 1. 推廣電子帳單。"),
    ),
    "E504": ProblemCode(
        Wording(
            "形似的相容字「{character}」（{code_point}）",
            "以一般的字重新輸入。",
            "由 PDF 複製的文字常夾有部首、相容漢字或半形片假名；看來相同，搜尋卻找不到。",
        ),
        Wording(
            "a look-alike “{character}” ({code_point})",
            "Type the ordinary character.",
            "Text copied from a PDF often has radicals, compatibility ideographs or half-width kana that look "
            "alike but are not found by search.",
        ),
        Example(Context.ROWS, '- do: "1. 加強\\u2f2f程管理。"', "- do: 1. 加強工程管理。"),
    ),
    "E505": ProblemCode(
        Wording(
            "疑似身分證或居留證統一編號",
            "刪去，或改以「A12345****」等方式遮蔽。",
            "檢查碼相符的證號屬個人資料，不得公開（個人資料保護法）。",
        ),
        Wording(
            "what looks like a national ID or resident certificate number",
            "Delete it, or mask it: A12345****.",
            "A number with a correct check digit is personal data and must not be published.",
        ),
        Example(Context.ROWS, "- do: 1. 申請人 A123456789。", "- do: 1. 申請人 A12345****。"),
    ),
    "E506": ProblemCode(
        Wording(
            "不接受的連結類型「{scheme}:」",
            "連結只接受 http、https、mailto 與 tel。",
            "其他類型的連結可能執行程式或指到讀者自己的電腦。",
        ),
        Wording(
            "links of the kind “{scheme}:” are not allowed",
            "A link may be http, https, mailto or tel.",
            "Other kinds of links may run programs or point into the reader's own computer.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 下載 ftp://example.tw/form.odt",
            "- do: 1. 下載 https://example.tw/form.odt",
        ),
    ),
    "E507": ProblemCode(
        Wording(
            "「{value}」不是網址",
            "寫出完整網址，以 https:// 或 http:// 開頭。",
            "機關網站會成為連結，必須是可以開啟的完整網址。",
        ),
        Wording(
            "“{value}” is not the address of a site",
            "Write the whole address, starting with https:// or http://.",
            "The office's site becomes a link, so its address must be complete.",
        ),
        Example(
            Context.OFFICE,
            "contact:\n  website: www.example.tw",
            "contact:\n  website: https://www.example.tw/",
        ),
    ),
    "E508": ProblemCode(
        Wording(
            "「{value}」不是電子郵件地址",
            "只寫一個地址，例如 service@example.gov.tw，不加其他文字或參數。",
            "地址會成為寄信的連結；「?bcc=」等參數會使民眾的信同時寄給別人。",
        ),
        Wording(
            "“{value}” is not an e-mail address",
            "Write one address and nothing else: service@example.gov.tw.",
            "The address becomes a link that writes a letter; parameters such as “?bcc=” would send it to others too.",
        ),
        Example(
            Context.OFFICE,
            "contact:\n  email: service@example.gov.tw?bcc=someone@example.org",
            "contact:\n  email: service@example.gov.tw",
        ),
    ),
    "E509": ProblemCode(
        Wording(
            "「{value}」不是電話號碼",
            "寫出可以撥打的號碼，例如 (082)325-151轉12。",
            "電話會成為撥號的連結，必須有號碼。",
        ),
        Wording(
            "“{value}” is not a telephone number",
            "Write a number that can be dialled: (082)325-151轉12.",
            "The number becomes a link that dials, so it needs digits.",
        ),
        Example(
            Context.OFFICE,
            "contact:\n  telephone: 請洽總機",
            "contact:\n  telephone: (082)325-151轉12",
        ),
    ),
    "E510": ProblemCode(
        Wording(
            "網頁不接受「{name}」",
            "刪去；需要的效果請用 Markdown 的寫法。",
            "程式、樣式、表單、內嵌頁框等會改變網站或危害讀者，因此一律移除。",
        ),
        Wording(
            "“{name}” is not allowed in a page",
            "Take it out, and use what Markdown has.",
            "Scripts, styles, forms, frames and the like could change the site or harm its readers.",
        ),
        Example(Context.MARKDOWN, "# 關於\n\n<iframe></iframe>字", "# 關於\n\n**字**"),
    ),
    "E511": ProblemCode(
        Wording(
            "不接受的連結或圖片「{address}」",
            "連結用 http、https、mailto、tel 或本站的網址；圖片只用本站的。",
            "其他類型的連結可能執行程式；外站的圖片會洩漏讀者的行蹤，瀏覽器也不會顯示。",
        ),
        Wording(
            "a link or an image that is not allowed: “{address}”",
            "A link is http, https, mailto, tel or an address of this site; an image is this site's own.",
            "Other links may run programs; images of other sites give readers away, and browsers do not show them.",
        ),
        Example(
            Context.MARKDOWN, "# 關於\n\n![圖](https://example.tw/a.png)", "# 關於\n\n[圖](https://example.tw/a.png)"
        ),
    ),
    "W501": ProblemCode(
        Wording(
            "正體中文內的簡體字「{character}」",
            "如原文件即如此，於該列加上 sic: true。",
            "簡體版由程式自動轉換；正體版應使用正體字，搜尋才找得到。",
        ),
        Wording(
            "a Simplified character “{character}” in Traditional text",
            "Where the source has it so, add sic: true to the row.",
            "The Simplified edition is made by the program; in the Traditional one search would miss the word.",
        ),
        Example(Context.ROWS, "- do: 1. 推广电子帳單。", "- do: 1. 推廣電子帳單。"),
    ),
    "W502": ProblemCode(
        Wording(
            "疑似行動電話號碼",
            "確認為公務門號且同意公開；否則刪去，改填機關電話。",
            "個人的行動電話號碼屬個人資料。",
        ),
        Wording(
            "what looks like a mobile number",
            "Make sure that it is an official one meant for the public; if not, give the office's number.",
            "A person's mobile number is personal data.",
        ),
        Example(Context.ROWS, "- do: 1. 洽 0912-345-678。", "- do: 1. 洽客服專線1910。"),
    ),
    "W503": ProblemCode(
        Wording(
            "私人信箱「{value}」",
            "改用機關信箱。",
            "公務聯繫應使用機關的電子郵件；私人信箱可能屬個人資料。",
        ),
        Wording(
            "a private mailbox “{value}”",
            "Use the office's own mailbox.",
            "Official letters go to official mailboxes; a private one may be personal data.",
        ),
        Example(
            Context.OFFICE,
            "contact:\n  email: wang@gmail.com",
            "contact:\n  email: service@example.gov.tw",
        ),
    ),
}
