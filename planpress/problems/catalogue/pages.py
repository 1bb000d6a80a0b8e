"""What the finished pages must hold: E7xx and W7xx. The rules are in :mod:`planpress.site_checks`."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

PAGES: Final = {
    "E701": ProblemCode(
        Wording(
            "網頁的語言「{lang}」空白或不合規範（HM1310100C）",
            '在 html 標籤寫明語言，例如 lang="zh-Hant"。',
            "螢幕報讀軟體依 lang 選用語音；沒有寫明，就可能以錯誤的語言朗讀。",
        ),
        Wording(
            "the page's language “{lang}” is empty or malformed (HM1310100C)",
            'State it on the html element: lang="zh-Hant".',
            "Screen readers choose their voice by it, and without one may read in the wrong language.",
        ),
        Example(
            Context.PAGE,
            '<html lang=""><title>示範</title><h1>示範</h1></html>',
            '<html lang="zh-Hant"><title>示範</title><h1>示範</h1></html>',
        ),
    ),
    "E702": ProblemCode(
        Wording(
            "段落的語言「{lang}」空白、不合規範，或與網頁的語言相同（HM2310200C）",
            "刪去 lang，或改為該段文字的語言。",
            "lang 用來標示與網頁不同的語言；檢測工具視相同者為錯誤。",
        ),
        Wording(
            "the passage's language “{lang}” is empty, malformed, or the page's own (HM2310200C)",
            "Remove lang, or state the language of the passage.",
            "It marks a language other than the page's; Taiwan's checker fails one that is the same.",
        ),
        Example(Context.PAGE, '<p lang="zh-Hant">服務計畫</p>', '<p lang="en">Service plan</p>'),
    ),
    "E703": ProblemCode(
        Wording(
            "網頁沒有標題（title）（HM1240200C）",
            "在 head 加入 title，寫明這一頁是什麼。",
            "瀏覽器分頁、書籤與報讀軟體都以標題稱呼網頁。",
        ),
        Wording(
            "the page has no title (HM1240200C)",
            "Add a title in its head that says what the page is.",
            "Tabs, bookmarks and screen readers call the page by it.",
        ),
        Example(
            Context.PAGE,
            '<html lang="zh-Hant"><title> </title><h1>示範</h1></html>',
            '<html lang="zh-Hant"><title>示範</title><h1>示範</h1></html>',
        ),
    ),
    "E704": ProblemCode(
        Wording(
            "網頁有 {count} 個 h1",
            "每頁只用一個 h1，作為這一頁的名稱；其餘改為 h2。",
            "使用報讀軟體的人先找 h1，以知道這是什麼網頁。",
        ),
        Wording(
            "the page has {count} h1",
            "Use one h1, the name of the page; make the others h2.",
            "People who use a screen reader look for the h1 first, to know what page this is.",
        ),
        Example(Context.PAGE, "<h1>另一個主標題</h1>", "<h2>章節</h2>"),
    ),
    "E705": ProblemCode(
        Wording(
            "空白的標題（HM1130100C）",
            "填入標題文字，或刪去標題標籤。",
            "報讀軟體會念出「標題」而沒有內容。",
        ),
        Wording(
            "an empty heading (HM1130100C)",
            "Fill it in, or remove it.",
            "A screen reader announces a heading and then nothing.",
        ),
        Example(Context.PAGE, "<h2> </h2>", "<h2>章節</h2>"),
    ),
    "E706": ProblemCode(
        Wording(
            "標題由第 {before} 層跳到第 {level} 層（HM1130100C）",
            "標題逐層使用，不跳過中間的層級。",
            "標題層級是網頁的目錄；跳層時，讀者會以為漏了一節。",
        ),
        Wording(
            "headings jump from level {before} to level {level} (HM1130100C)",
            "Use one level after the other and leave none out.",
            "The levels are the outline of the page; a gap looks like a section that is missing.",
        ),
        Example(Context.PAGE, "<h3>細節</h3>", "<h2>章節</h2><h3>細節</h3>"),
    ),
    "E707": ProblemCode(
        Wording(
            "沒有連結的 nav（HM1240102C）",
            "刪去這個 nav，或放入導覽連結。",
            "nav 是導覽區；空的導覽區會讓報讀軟體的使用者白走一趟。",
        ),
        Wording(
            "a nav without links (HM1240102C)",
            "Remove it, or put the links of a navigation into it.",
            "A screen reader offers it as a place to go, and nothing is there.",
        ),
        Example(Context.PAGE, "<nav></nav>", '<nav><a href="#top">回頁首</a></nav>'),
    ),
    "E708": ProblemCode(
        Wording(
            "表格標題儲存格「{text}」沒有 scope（HM1130101C）",
            '加上 scope="col" 或 scope="row"。',
            "有了 scope，報讀軟體念每一格時才會連同欄名、列名。",
        ),
        Wording(
            "the table header “{text}” has no scope (HM1130101C)",
            'Add scope="col" or scope="row".',
            "With it a screen reader says the column and the row of each cell.",
        ),
        Example(
            Context.PAGE,
            "<table><tr><th>年度</th></tr><tr><td>114</td></tr></table>",
            '<table><tr><th scope="col">年度</th></tr><tr><td>114</td></tr></table>',
        ),
    ),
    "E709": ProblemCode(
        Wording(
            "同一頁有兩個識別碼「{id}」",
            "改為不同的 id。",
            "連結、標籤與快速鍵都以 id 找到對象；重複時只找得到第一個。",
        ),
        Wording(
            "two elements have the id “{id}”",
            "Give them different ids.",
            "Links, labels and access keys find their target by it, and only ever the first.",
        ),
        Example(Context.PAGE, '<p id="a">甲</p><p id="a">乙</p>', '<p id="a">甲</p><p id="b">乙</p>'),
    ),
    "E711": ProblemCode(
        Wording(
            "沒有文字的連結 {href}（HM1240401C）",
            "填入連結文字，說明連到哪裡。",
            "報讀軟體只能念出網址，使用者不知道連到哪裡。",
        ),
        Wording(
            "a link without text: {href} (HM1240401C)",
            "Say in its text where it leads.",
            "A screen reader can only spell out the address.",
        ),
        Example(Context.PAGE, '<a href="#top"></a>', '<a href="#top">回頁首</a>'),
    ),
    "E712": ProblemCode(
        Wording(
            "文句中的連結「{text}」沒有 title（HM1240401C）",
            '加上 title 補充說明連到哪裡（Markdown：[文字](網址 "說明")），或讓連結自成一行。',
            "規範要求前後尚有其他內容的連結須有 title，以補充說明連結的目的。",
        ),
        Wording(
            "the link “{text}” stands in a text and has no title (HM1240401C)",
            'Add a title that tells more of where it leads (Markdown: [text](address "title")), or set the link apart.',
            "Taiwan's standard asks for one where other content surrounds a link.",
        ),
        Example(
            Context.PAGE,
            '<p>請看<a href="#top">說明</a>。</p>',
            '<p>請看<a href="#top" title="本頁上方的說明">說明</a>。</p>',
        ),
    ),
    "E713": ProblemCode(
        Wording(
            "圖片 {src} 沒有 alt（HM1110100C）",
            '以 alt 說明圖片的內容；純裝飾的圖片用 alt=""。',
            "看不到圖片的人要靠替代文字。",
        ),
        Wording(
            "the image {src} has no alt (HM1110100C)",
            'Say in its alt what it shows; alt="" for mere decoration.',
            "It is all that people have who cannot see the image.",
        ),
        Example(Context.PAGE, '<img src="index.html">', '<img src="index.html" alt="櫃檯">'),
    ),
    "E714": ProblemCode(
        Wording(
            "替代文字空白的圖片有 title「{title}」（HM1110106C）",
            "刪去 title；若圖片有內容，改寫在 alt。",
            "alt 空白表示圖片是裝飾；有了 title，報讀軟體又會念出來。",
        ),
        Wording(
            "an image with an empty alt has the title “{title}” (HM1110106C)",
            "Remove the title; if the image says something, say it in its alt.",
            "An empty alt calls it decoration, and with a title it is read out all the same.",
        ),
        Example(Context.PAGE, '<img src="index.html" alt="" title="花紋">', '<img src="index.html" alt="">'),
    ),
    "E715": ProblemCode(
        Wording(
            "圖片的替代文字重複連結文字「{text}」（HM1240400C）",
            '改為 alt=""。',
            "同一句話會念兩次。",
        ),
        Wording(
            "the image's alt repeats the link's text “{text}” (HM1240400C)",
            'Make it alt="".',
            "The same words are read twice.",
        ),
        Example(
            Context.PAGE,
            '<a href="#top"><img src="index.html" alt="回頁首">回頁首</a>',
            '<a href="#top"><img src="index.html" alt="">回頁首</a>',
        ),
    ),
    "E716": ProblemCode(
        Wording(
            "內嵌頁框 {src} 沒有 title（HM1410201C）",
            "以 title 說明頁框的內容。",
            "報讀軟體以 title 稱呼頁框；規範不採計 aria-label。",
        ),
        Wording(
            "the frame {src} has no title (HM1410201C)",
            "Say in its title what it holds.",
            "Screen readers call it by that; the standard does not count aria-label.",
        ),
        Example(
            Context.PAGE,
            '<iframe src="index.html" aria-label="地圖"></iframe>',
            '<iframe src="index.html" title="地圖"></iframe>',
        ),
    ),
    "E717": ProblemCode(
        Wording(
            "下載檔 {name} 沒有開放格式（ME1320200C）",
            "同時提供同名的 ODF（odt、ods、odp）、PDF、HTML 或 CSV 檔。",
            "下載檔不應要求使用者具備特定的商業軟體。",
        ),
        Wording(
            "the download {name} has no open format beside it (ME1320200C)",
            "Offer it under the same name as ODF (odt, ods, odp), PDF, HTML or CSV too.",
            "A download must not demand one vendor's software.",
        ),
        Example(
            Context.PAGE,
            '<a href="https://example.org/plan.docx">計畫</a>',
            '<ul><li><a href="https://example.org/plan.docx">計畫（DOCX）</a></li>'
            '<li><a href="https://example.org/plan.odt">計畫（ODT）</a></li></ul>',
        ),
    ),
    "E721": ProblemCode(
        Wording(
            "表單控制項「{name}」沒有標籤（HM1130104C）",
            "加上 label，或在無法使用 label 時加上 title。",
            "沒有標籤，就不知道要填什麼；規範不採計 aria-label。",
        ),
        Wording(
            "the control “{name}” has no label (HM1130104C)",
            "Add a label, or a title where a label cannot be.",
            "Without one nobody knows what to fill in; the standard does not count aria-label.",
        ),
        Example(
            Context.PAGE,
            '<input name="q" aria-label="關鍵字">',
            '<label for="q">關鍵字</label><input id="q" name="q">',
        ),
    ),
    "E722": ProblemCode(
        Wording(
            "下拉選單「{name}」的選項沒有分群（HM1130103C）",
            "以 optgroup 將選項分群，各群寫明 label。",
            "分群的名稱讓人知道選項是同一類。",
        ),
        Wording(
            "the options of “{name}” are not grouped (HM1130103C)",
            "Group them in optgroup elements, each with a label.",
            "The name of a group says what its options are.",
        ),
        Example(
            Context.PAGE,
            '<label>部門<select name="who"><option>業務組</option></select></label>',
            '<label>部門<select name="who"><optgroup label="部門"><option>業務組</option></optgroup></select></label>',
        ),
    ),
    "E723": ProblemCode(
        Wording(
            "表單控制項沒有以 fieldset 與 legend 分群（HM1130105C）",
            "以 fieldset 包住相關的控制項，第一個元素為有文字的 legend。",
            "legend 說明這一組控制項的用途，報讀軟體會連同標籤一起念出。",
        ),
        Wording(
            "controls are not grouped by a fieldset with a legend (HM1130105C)",
            "Put those that belong together in a fieldset, which begins with a legend.",
            "The legend says what they are for, and is read out with their labels.",
        ),
        Example(
            Context.PAGE,
            '<form><label>甲<input name="a"></label><label>乙<input name="b"></label></form>',
            "<form><fieldset><legend>篩選</legend>"
            '<label>甲<input name="a"></label><label>乙<input name="b"></label></fieldset></form>',
        ),
    ),
    "E731": ProblemCode(
        Wording(
            "字級使用絕對單位：{declaration}（CS2140401C）",
            "改用 rem、em 或百分比。",
            "絕對單位的文字不隨讀者設定的字級放大。",
        ),
        Wording(
            "a font size in an absolute unit: {declaration} (CS2140401C)",
            "Use rem, em or per cent.",
            "Text in absolute units does not follow the size that a reader has set.",
        ),
        Example(Context.PAGE, '<p style="font-size: 14px">小字</p>', '<p style="font-size: 0.9rem">小字</p>'),
    ),
    "E741": ProblemCode(
        Wording(
            "網頁標題「{title}」與 {other} 相同",
            "改為能分辨兩頁的標題。",
            "瀏覽紀錄、書籤與搜尋結果都靠標題分辨網頁。",
        ),
        Wording(
            "the page's title “{title}” is that of {other} too",
            "Give them titles that tell them apart.",
            "History, bookmarks and search results show nothing else.",
        ),
        Example(
            Context.BYTES,
            "/about/    <title>關於本站</title>\n/privacy/  <title>關於本站</title>",
            "/about/    <title>關於本站</title>\n/privacy/  <title>隱私權及安全政策</title>",
        ),
    ),
    "E742": ProblemCode(
        Wording(
            "連結 {address} 所指的網頁或檔案不存在",
            "更正網址；本站網頁之間使用相對網址。",
            "使用者會看到「找不到這一頁」。",
        ),
        Wording(
            "the page or file that {address} means does not exist",
            "Correct the address; pages of the site link to one another by relative addresses.",
            "Readers get to “Page not found”.",
        ),
        Example(Context.PAGE, '<a href="abuot/">關於本站</a>', '<a href="./">關於本站</a>'),
    ),
    "E743": ProblemCode(
        Wording(
            "連結 {address} 所指的網頁中沒有「{id}」",
            "更正井字號之後的識別碼，或在該頁加上這個 id。",
            "連結會停在網頁最上方，找不到所指的段落。",
        ),
        Wording(
            "the page that {address} means has no “{id}”",
            "Correct what stands behind the #, or give that page the id.",
            "The link ends at the top of the page, not at the passage it means.",
        ),
        Example(Context.PAGE, '<a href="#cotnact">聯絡我們</a>', '<a href="#top">聯絡我們</a>'),
    ),
    "W701": ProblemCode(
        Wording(
            "符號「{symbol}」沒有替代文字（HM1110103C）",
            '以 title 說明符號的意思；只是裝飾的，加上 aria-hidden="true"。',
            "各種報讀軟體念符號的方式不同，有的不念，有的念出很長的名稱。",
        ),
        Wording(
            "the symbol “{symbol}” has no alternative (HM1110103C)",
            'Say in a title what it means; if it is decoration, add aria-hidden="true".',
            "Some screen readers pass over symbols, others read out a long name.",
        ),
        Example(Context.PAGE, "<p>★ 重要</p>", '<p><span aria-hidden="true">★</span> 重要</p>'),
    ),
}
