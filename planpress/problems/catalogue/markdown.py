"""The pages that editors write in Markdown: E33x."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

MARKDOWN: Final = {
    "E330": ProblemCode(
        Wording(
            "頁首資料沒有以「---」開始或結束",
            "頁首資料的上下各放一行「---」；若不要頁首資料，刪去這一行。",
            "頁首資料寫明標題與說明；缺少任一條界線，就會成為內文刊出。",
        ),
        Wording(
            "the data at the top do not begin or end with “---”",
            "Put a line of --- above and one below them; if there are none, take this line out.",
            "These data give the title and the description; without both lines they would become part of the text.",
        ),
        Example(Context.MARKDOWN, "---\ntitle: 關於\n\n# 關於", "---\ntitle: 關於\n---\n\n# 關於"),
    ),
    "E331": ProblemCode(
        Wording(
            "「{value}」不是文字",
            "整段加上雙引號。",
            "沒有引號時，YAML 把它讀成數字、日期、是非或空值，標題可能成為 None。",
        ),
        Wording(
            "“{value}” is no text",
            "Put it in double quotes.",
            "Without quotes, YAML takes it for a number, a date, yes or no, or nothing, and a title may become None.",
        ),
        Example(Context.MARKDOWN, "---\ntitle: 114\n---\n\n# 關於", '---\ntitle: "114"\n---\n\n# 關於'),
    ),
    "E332": ProblemCode(
        Wording(
            "網頁沒有標題",
            "以「# 標題」開始內文，或在頁首資料寫明 title。",
            "標題用於瀏覽器分頁、搜尋與網站導覽；程式不會以檔名代替。",
        ),
        Wording(
            "the page has no title",
            "Begin the text with “# Title”, or give a title in the data at the top.",
            "The title is for the browser's tab, the search and the site map; no file name takes its place.",
        ),
        Example(Context.MARKDOWN, "沒有標題的一段文字。", "# 關於\n\n一段文字。"),
    ),
    "E333": ProblemCode(
        Wording(
            "超過 {limit} 行",
            "分成數頁。",
            "這麼長的網頁多半是誤放了別的內容，也可能使程式耗盡資源。",
        ),
        Wording(
            "more than {limit} lines",
            "Make several pages of it.",
            "A page this long is most likely something else, and may be meant to exhaust the program.",
        ),
        Example(Context.BYTES, "about.md  2,431 lines", "about.md  43 lines"),
    ),
    "E334": ProblemCode(
        Wording(
            "一段超過 {limit} 字",
            "以空行分段。",
            "這麼長的段落多半是誤放了別的內容，也可能使程式耗盡資源。",
        ),
        Wording(
            "a paragraph of more than {limit} characters",
            "Divide it by empty lines.",
            "A paragraph this long is most likely something else, and may be meant to exhaust the program.",
        ),
        Example(Context.BYTES, "a paragraph of 12,345 characters", "a paragraph of 123 characters"),
    ),
    "E335": ProblemCode(
        Wording(
            "清單、引文或標記層數過多（上限 {limit}）",
            "減少層數與縮排。",
            "層數過多的內容無法閱讀，也可能使程式耗盡資源。",
        ),
        Wording(
            "lists, quotations or elements too deep (the limit is {limit})",
            "Use fewer levels and less indentation.",
            "Nobody can read text this deep, and it may be meant to exhaust the program.",
        ),
        Example(Context.MARKDOWN, "# 關於\n\n" + "> " * 21 + "字", "# 關於\n\n> 字"),
    ),
    "E336": ProblemCode(
        Wording(
            "超過 {limit} 個「[」或「<」沒有結束",
            "補上「]」、「)」或「>」；只是文字時，前面加上反斜線。",
            "每個沒有結束的符號，程式都要讀到最後才知道，大量出現會使網站無法產生。",
        ),
        Wording(
            "more than {limit} “[” or “<” are not closed",
            "Close them with ] or ) or >; where they are text, put a backslash before them.",
            "For each of them the program must read on to the end, and many could keep the site from being built.",
        ),
        Example(Context.MARKDOWN, "# 關於\n\n" + "[" * 21, "# 關於\n\n[x](about.md)"),
    ),
    "E337": ProblemCode(
        Wording(
            "Markdown 無法解讀（{reason}）",
            "檢查這一行；網址、屬性與表格的括號要成對。",
            "括號內為程式的原始訊息。",
        ),
        Wording(
            "this Markdown cannot be read ({reason})",
            "Look at this line: brackets of links, attributes and tables come in pairs.",
            "In parentheses is what the program says.",
        ),
        Example(Context.MARKDOWN, "# 關於\n\n[連結](http://[)", "# 關於\n\n[連結](https://example.tw/)"),
    ),
    "E338": ProblemCode(
        Wording(
            "超過 {limit} 個連結、標記與強調的符號",
            "分成數頁，或減少連結與強調。",
            "符號這麼多的網頁多半是誤放了別的內容，也可能使程式耗盡資源。",
        ),
        Wording(
            "more than {limit} signs of links, tags, emphasis and code",
            "Make several pages of it, or use fewer links and less emphasis.",
            "A page with so many is most likely something else, and may be meant to exhaust the program.",
        ),
        Example(Context.BYTES, "about.md  2,431 *", "about.md  43 *"),
    ),
}
