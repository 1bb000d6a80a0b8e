"""Keys and the form of their values: E2xx."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

KEYS: Final = {
    "E201": ProblemCode(
        Wording(
            "不認得的鍵「{key}」",
            "此處可用的鍵：{known}",
            "鍵的拼法固定；拼錯的鍵若被略過，內容便會不知不覺地消失。",
        ),
        Wording(
            "unknown key “{key}”",
            "Keys that may stand here: {known}",
            "Keys are spelt in one way; if a misspelt one were passed over, its content would silently vanish.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  whoo: 業務組",
            "- do: 1. 推廣電子帳單。\n  who: 業務組",
        ),
    ),
    "E202": ProblemCode(
        Wording(
            "缺少必要的鍵「{key}」",
            "請補上 {key}。",
            "缺少此項，網頁與開放資料便不完整。",
        ),
        Wording(
            "the key “{key}” is missing",
            "Add {key}.",
            "Without it the pages and the open data would be incomplete.",
        ),
        Example(
            Context.PLAN,
            "columns: {groups: [面向], measure: 具體作法, who: 承辦部門}",
            "columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}",
        ),
    ),
    "E203": ProblemCode(
        Wording(
            "「{key}」應為一段文字",
            "把內容寫在同一行；多行文字以 | 起頭。",
            "此處只接受文字，不接受清單或鍵值。",
        ),
        Wording(
            "“{key}” should be a text",
            "Write it on one line; a text of several lines starts with |.",
            "Only a text may stand here, no list and no keys.",
        ),
        Example(Context.PLAN, "title: [示範區營業處114年度服務計畫]", "title: 示範區營業處114年度服務計畫"),
    ),
    "E204": ProblemCode(
        Wording(
            "「{start}」之後的冒號把這段文字截成了鍵與值",
            "整段文字加上雙引號，或改用全形冒號「：」。",
            "YAML 把半形冒號加空白當作鍵與值的分隔。",
        ),
        Wording(
            "the colon after “{start}” cut this text into a key and a value",
            "Put the whole text in double quotes, or use the full-width colon ：.",
            "To YAML, a colon with a blank behind it separates a key from its value.",
        ),
        Example(
            Context.PLAN,
            "transcription_notes:\n  - 說明: 原文件缺頁。",
            'transcription_notes:\n  - "說明: 原文件缺頁。"',
        ),
    ),
    "E205": ProblemCode(
        Wording(
            "「{key}」應為清單",
            "每一項另起一行，以「- 」開頭。",
            "此處可有多項，因此一律寫成清單，只有一項時亦同。",
        ),
        Wording(
            "“{key}” should be a list",
            "Put each entry on a line of its own that starts with “- ”.",
            "There may be several entries here, so it is always a list, even for one.",
        ),
        Example(
            Context.PLAN,
            "transcription_notes: 原文件缺頁。",
            "transcription_notes:\n  - 原文件缺頁。",
        ),
    ),
    "E206": ProblemCode(
        Wording(
            "「{key}」之下應為鍵與值",
            "寫成「鍵: 值」，冒號後空一格。",
            "此處由幾個鍵組成，不是一段文字或清單。",
        ),
        Wording(
            "“{key}” should hold keys and values",
            "Write “key: value”, with a blank after the colon.",
            "This is made of several keys, not of a text or a list.",
        ),
        Example(
            Context.ROWS,
            "- do:1. 推廣電子帳單。",
            "- do: 1. 推廣電子帳單。",
        ),
    ),
    "E207": ProblemCode(
        Wording(
            "「{key}」沒有內容",
            "填入內容，或刪去這一行。",
            "空白的鍵多半是忘了填；沒有資料的項目請整行刪去。",
        ),
        Wording(
            "“{key}” is empty",
            "Fill it in, or take the line out.",
            "An empty key was most likely forgotten; what nobody knows is left out altogether.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  who:",
            "- do: 1. 推廣電子帳單。\n  who: 業務組",
        ),
    ),
    "E208": ProblemCode(
        Wording(
            "「{value}」不是民國日期",
            "寫成民國年-月-日，例如 114-01-14；只知月份時寫 105-02。",
            "日期一律以民國紀年，用半形數字與連字號。",
        ),
        Wording(
            "“{value}” is not an ROC date",
            "Write ROC year-month-day, such as 114-01-14, or 105-02 when only the month is known.",
            "Dates are in ROC years, with digits and hyphens.",
        ),
        Example(Context.PLAN, "adopted: 114年1月14日", "adopted: 114-01-14"),
    ),
    "E209": ProblemCode(
        Wording(
            "沒有「{value}」這一天",
            "請核對月份與日期。",
            "這個日期不在曆法上，例如 2 月 30 日，或平年的 2 月 29 日。",
        ),
        Wording(
            "there is no such day as “{value}”",
            "Check the month and the day.",
            "The calendar does not have this date: 30 February, or 29 February of a common year.",
        ),
        Example(Context.PLAN, "adopted: 114-02-29", "adopted: 114-02-28"),
    ),
    "E210": ProblemCode(
        Wording(
            "「{key}」只能是 true 或 false",
            "寫 true（是）或 false（否）。",
            "是非值只認 true 與 false；yes、是、1 等寫法各種工具解讀不一。",
        ),
        Wording(
            "“{key}” can only be true or false",
            "Write true or false.",
            "Other words for yes and no are read differently by different tools.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  sic: 是",
            "- do: 1. 推廣電子帳單。\n  sic: true",
        ),
    ),
    "E211": ProblemCode(
        Wording(
            "「{key}」不能是「{value}」",
            "可用的值：{known}",
            "此處只有幾個固定的值。",
        ),
        Wording(
            "“{key}” cannot be “{value}”",
            "Values that may stand here: {known}",
            "Only a few fixed values are allowed here.",
        ),
        Example(Context.PLAN, "status: 草稿", "status: draft"),
    ),
    "E212": ProblemCode(
        Wording(
            "「{value}」不合「{key}」的格式",
            "格式如：{example}",
            "識別碼用小寫英文字母開頭，只含小寫字母、數字與連字號；顏色為 # 加 6 位小寫十六進位；"
            "SHA-256 為 64 位小寫十六進位；檔名只含英文字母、數字與 . _ -；分類代碼為 3 位數字或大寫英文字母。",
        ),
        Wording(
            "“{value}” does not have the form of “{key}”",
            "Its form: {example}",
            "An id starts with a small letter and has only small letters, digits and hyphens; a colour is # and "
            "six small hexadecimal digits; a SHA-256 has 64 of them; a file name has letters, digits and . _ -; a "
            "class has three figures or capital letters.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  id: 電子帳單",
            "- do: 1. 推廣電子帳單。\n  id: e-bill",
        ),
    ),
    "E213": ProblemCode(
        Wording(
            "這一列沒有內容",
            "加上 h1 至 h6（標題）、say（引言）、do（作法）或 item（細項）其中之一。",
            "每一列都是標題、引言、作法、細項四者之一，由鍵的名稱表明。",
        ),
        Wording(
            "the row is nothing",
            "Add one of h1 to h6 (heading), say (introduction), do (measure) or item.",
            "Every row is a heading, an introduction, a measure or an item, and its key says which.",
        ),
        Example(
            Context.ROWS,
            "- who: 業務組\n  when: 隨時辦理",
            "- do: 1. 推廣電子帳單。\n  who: 業務組\n  when: 隨時辦理",
        ),
    ),
    "E214": ProblemCode(
        Wording(
            "同一列不能既是 {first} 又是 {second}",
            "在 {second} 之前加「- 」，另成一列。",
            "每一列只能是標題、引言、作法、細項其中之一；漏了行首的「- 」時，兩列會併為一列。",
        ),
        Wording(
            "one row cannot be both {first} and {second}",
            "Put “- ” before {second} to make it a row of its own.",
            "A row is one thing only; without its “- ” a row melts into the one above.",
        ),
        Example(
            Context.ROWS,
            "- h1: 一、基礎服務\n  do: 1. 推廣電子帳單。",
            "- h1: 一、基礎服務\n- do: 1. 推廣電子帳單。",
        ),
    ),
    "E215": ProblemCode(
        Wording(
            "「{key}」至少要有一項",
            "請加入至少一項。",
            "計畫至少有一章，欄位至少有一層，機關至少有一個部門。",
        ),
        Wording(
            "“{key}” needs at least one entry",
            "Add one.",
            "A plan has at least one section, its table one heading column, an office one department.",
        ),
        Example(Context.OFFICE, "departments: []", "departments:\n  - name: 業務組"),
    ),
}
