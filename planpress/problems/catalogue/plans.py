"""What a plan says: E1xx and W1xx."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

PLANS: Final = {
    "E101": ProblemCode(
        Wording(
            "細項之上沒有具體作法",
            "把這一列移到所屬的 do 之後，或將 item 改為 do。",
            "item（甲、乙、丙、◎）是上一項具體作法的一部分；標題之後、或表格第一列之前，沒有可歸屬的作法。",
        ),
        Wording(
            "an item without a measure above it",
            "Move the row below the do it belongs to, or write do instead of item.",
            "An item (甲, 乙, 丙, ◎) is part of the measure above it; after a heading there is none yet.",
        ),
        Example(
            Context.ROWS,
            "- h1: 一、基礎服務\n- item: 甲. 推廣行動支付。",
            "- h1: 一、基礎服務\n- do: 1. 提供多元化的繳費措施：\n- item: 甲. 推廣行動支付。",
        ),
    ),
    "E102": ProblemCode(
        Wording(
            "引言之上沒有標題",
            "把這一列移到所屬的標題（h1 至 h6）之後；如為本章的段落，請移到 text。",
            "say 是標題之下的引言，必須有標題可以歸屬。",
        ),
        Wording(
            "an introduction without a heading above it",
            "Move the row below its heading (h1 to h6); a paragraph of the section belongs in text.",
            "A say row introduces the heading above it, so there must be one.",
        ),
        Example(
            Context.ROWS,
            "- say: 具體作法如下：\n- h1: 一、基礎服務",
            "- h1: 一、基礎服務\n- say: 具體作法如下：",
        ),
    ),
    "E103": ProblemCode(
        Wording(
            "識別碼「{id}」重複",
            "換一個本計畫尚未使用的識別碼，或刪去這一行改用自動產生的識別碼。",
            "識別碼是網址的結尾（…/114/#m-2-2-1），同一計畫內不得重複，否則連結會導向錯誤的項目。",
        ),
        Wording(
            "the id “{id}” is taken",
            "Choose one that the plan does not use yet, or leave the line out to get an automatic one.",
            "An id is what an address ends with (…/114/#m-2-2-1); twice the same would lead to the wrong place.",
        ),
        Example(
            Context.ROWS,
            "- h1: 一、基礎服務\n  id: g-basic\n- h1: 二、服務遞送\n  id: g-basic",
            "- h1: 一、基礎服務\n  id: g-basic\n- h1: 二、服務遞送\n  id: g-delivery",
        ),
    ),
    "E104": ProblemCode(
        Wording(
            "不認得的部門「{name}」",
            "本處部門列於 {list}",
            "部門名稱必須與 office.yml 所列完全相同，篩選部門時才不會遺漏。新部門請先加入 office.yml。",
        ),
        Wording(
            "unknown department “{name}”",
            "The office's departments are listed in {list}",
            "A department must be written exactly as in office.yml, or filtering by department would miss it. "
            "Add a new department there first.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  who: 業物組、電務組",
            "- do: 1. 推廣電子帳單。\n  who: 業務組、電務組",
        ),
    ),
    "E105": ProblemCode(
        Wording(
            "頓號或括號旁缺部門名稱",
            "補上部門名稱，或刪去多餘的「、」或括號。",
            "部門之間以頓號分隔，每個頓號前後都應有部門；括號內為協辦部門，不得空白。",
        ),
        Wording(
            "a department is missing beside 、 or inside the parentheses",
            "Add the name, or take out the 、 or the parentheses.",
            "Departments are separated by 、 with a name on both sides; parentheses hold supporting departments.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  who: 業務組、",
            "- do: 1. 推廣電子帳單。\n  who: 業務組",
        ),
    ),
    "E106": ProblemCode(
        Wording(
            "標題層級由上一層直接跳到 {found}",
            "改為 {expected}，或補上中間的標題。",
            "層級必須逐層深入，讀屏軟體與目錄才能正確呈現計畫的結構。",
        ),
        Wording(
            "the heading level jumps to {found}",
            "Write {expected}, or add the heading in between.",
            "Levels go down one at a time, so that screen readers and tables of contents show the plan as it is.",
        ),
        Example(
            Context.ROWS,
            "- h1: 一、基礎服務\n- h3: 1. 提升服務及時性",
            "- h1: 一、基礎服務\n- h2: 1. 提升服務及時性",
        ),
    ),
    "E107": ProblemCode(
        Wording(
            "捷徑指向不存在的識別碼「{id}」",
            "請填本計畫內的識別碼，例如 m-1-1-1；網頁上每一項的固定網址結尾即為其識別碼。",
            "捷徑（shortcuts）是讀者最常找的項目，必須連到本計畫內確實存在的章節、標題、作法或細項。",
        ),
        Wording(
            "the shortcut leads to “{id}”, which does not exist",
            "Use an id of this plan, such as m-1-1-1: what the permanent link of a measure ends with.",
            "Shortcuts lead readers to what they look for most, so their target must exist.",
        ),
        Example(
            Context.PLAN,
            "shortcuts:\n  - text: 到府服務\n    to: m-9-9",
            "shortcuts:\n  - text: 到府服務\n    to: m-1-1",
        ),
    ),
    "E108": ProblemCode(
        Wording(
            "標題寫 {found} 年，資料夾為 {year} 年",
            "請確認計畫年度：更正標題，或把檔案移到正確年度的資料夾。",
            "資料夾名稱即計畫年度，也是網址的一部分；標題的年度必須相同。",
        ),
        Wording(
            "the title says {found}, the folder {year}",
            "Correct the title, or move the file into the folder of its year.",
            "The folder's name is the plan's year and part of its address; the title must name the same year.",
        ),
        Example(Context.PLAN, "title: 示範區營業處113年度服務計畫", "title: 示範區營業處114年度服務計畫"),
    ),
    "E109": ProblemCode(
        Wording(
            "日期為 {found} 年，與 {year} 年度的計畫不符",
            "訂定及核定日期應在 {before} 或 {year} 年；日期以民國紀年。",
            "計畫於當年度或前一年度訂定；其他年份多半是誤植，或誤用西元。",
        ),
        Wording(
            "a date in {found} does not fit the plan of {year}",
            "A plan is drawn up and approved in {before} or {year}. Years are 民國 (ROC) years.",
            "Plans are made in their year or the year before; any other year is a slip, or a Gregorian year.",
        ),
        Example(Context.PLAN, "adopted: 104-01-14", "adopted: 114-01-14"),
    ),
    "E110": ProblemCode(
        Wording(
            "部門「{name}」重複列出",
            "刪去重複的一筆。",
            "每個部門只列一次，順序即網頁上的順序。",
        ),
        Wording(
            "the department “{name}” is listed twice",
            "Take one of them out.",
            "Each department is listed once; their order is the order on the page.",
        ),
        Example(
            Context.OFFICE,
            "departments:\n  - name: 業務組\n  - name: 業務組",
            "departments:\n  - name: 業務組\n  - name: 電務組",
        ),
    ),
    "E111": ProblemCode(
        Wording(
            "不認得的所屬機構「{name}」",
            "offices/organisations.yml 所列者：{known}",
            "organisation 是 organisations.yml 內的鍵，決定頁首的機構名稱與代表色。",
        ),
        Wording(
            "unknown organisation “{name}”",
            "Those in offices/organisations.yml: {known}",
            "organisation is a key of organisations.yml; it gives the page its organisation's name and colour.",
        ),
        Example(Context.OFFICE, "organisation: sampel", "organisation: sample"),
    ),
    "E112": ProblemCode(
        Wording(
            "顏色 {colour} 與底色 {page} 的對比只有 {ratio}:1",
            "請改用對比至少 4.5:1 的顏色：accent 宜加深，accent_dark 宜調亮。",
            "代表色用於連結文字；WCAG 2.2 成功準則 1.4.3 要求文字與底色的對比至少 4.5:1。",
        ),
        Wording(
            "the colour {colour} on {page} has a contrast of only {ratio}:1",
            "Choose one with at least 4.5:1: a darker accent, a lighter accent_dark.",
            "Link texts have the accent colour; WCAG 2.2, 1.4.3, asks for a contrast of at least 4.5:1.",
        ),
        Example(
            Context.ORGANISATIONS,
            'sample:\n  name: 示範公司\n  accent: "#8ab4f8"',
            'sample:\n  name: 示範公司\n  accent: "#1d4f91"',
        ),
    ),
    "E113": ProblemCode(
        Wording(
            "核定檔 {name} 的 SHA-256 不符",
            "請確認檔案正確後，改為 {digest}",
            "SHA-256 證明公開的檔案就是核定的檔案；不符表示檔案已更換或受損。",
        ),
        Wording(
            "the approved file {name} has another SHA-256",
            "If it is the right file, write {digest}",
            "The SHA-256 shows that the published file is the approved one; else it was replaced or damaged.",
        ),
        Example(
            Context.BYTES,
            "sha256: 0000000000000000000000000000000000000000000000000000000000000000",
            "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ),
    ),
    "E114": ProblemCode(
        Wording(
            "核定檔不能名為 {name}，這是網站自製文件的檔名",
            "換一個檔名，例如 kinmen-114.pdf。",
            "同名的檔案會互相取代，讀者下載到的便不是所要的文件。",
        ),
        Wording(
            "the approved file cannot be called {name}: a document that the site makes has this name",
            "Give it another name: kinmen-114.pdf.",
            "Of two files of one name one would replace the other, and readers would not get what they asked for.",
        ),
        Example(Context.BYTES, "file: kinmen-114-plan.zh-Hant.pdf", "file: kinmen-114.pdf"),
    ),
    "W101": ProblemCode(
        Wording(
            "編號跳號：此處為「{found}」，應為「{expected}」",
            "請核對原文件；如原文件即如此，於該列加上 sic: true。",
            "編號照原文件抄錄。跳號常是漏抄一項；原文件本身跳號時，標明 sic 即可。",
        ),
        Wording(
            "a number is skipped: “{found}” where “{expected}” is due",
            "Compare with the source; where the source has it so, add sic: true to the row.",
            "Numbers are copied as printed. One that skips often means a row was missed; when the source itself "
            "skips, sic says so.",
        ),
        Example(
            Context.ROWS,
            "- do: (1) 推廣電子帳單。\n- do: (3) 推廣行動支付。",
            "- do: (1) 推廣電子帳單。\n- do: (3) 推廣行動支付。\n  sic: true",
        ),
    ),
    "W102": ProblemCode(
        Wording(
            "編號重複或倒退：此處為「{found}」，應為「{expected}」",
            "請核對原文件，或於其前補上所屬的標題；如原文件即如此，於該列加上 sic: true。",
            "同一標題之下編號應遞增。重新起算常表示漏列一個標題。",
        ),
        Wording(
            "a number repeats or goes back: “{found}” where “{expected}” is due",
            "Compare with the source, or add the heading that is missing before it; else add sic: true.",
            "Under one heading numbers grow. One that starts again often means that a heading was left out.",
        ),
        Example(
            Context.ROWS,
            "- do: (1) 推廣電子帳單。\n- do: (1) 推廣行動支付。",
            "- do: (1) 推廣電子帳單。\n- do: (2) 推廣行動支付。",
        ),
    ),
    "W103": ProblemCode(
        Wording(
            "編號樣式改變：前一項為「{last}」，此處為「{found}」",
            "請核對原文件及層級；如原文件即如此，於該列加上 sic: true。",
            "同一層的編號樣式應一致；樣式改變常表示層級放錯。",
        ),
        Wording(
            "the numbers change their style: “{found}” after “{last}”",
            "Compare with the source and check the level; where the source has it so, add sic: true.",
            "Numbers of one level look alike; a change often means that a row has the wrong level.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n- do: (2) 推廣行動支付。",
            "- do: 1. 推廣電子帳單。\n- do: 2. 推廣行動支付。",
        ),
    ),
    "W104": ProblemCode(
        Wording(
            "前一項有編號「{last}」，此項沒有",
            "補上編號，或檢查編號的標點（1. （1） 一、）；如原文件即如此，於該列加上 sic: true。",
            "有編號的項目之後出現無編號者，常是漏抄編號或編號的標點有誤。",
        ),
        Wording(
            "no number, though the one before has “{last}”",
            "Add the number, or check its punctuation (1. （1） 一、); where the source has none, add sic: true.",
            "A row without a number among numbered ones often lost it, or its punctuation.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n- do: 2 推廣行動支付。",
            "- do: 1. 推廣電子帳單。\n- do: 2. 推廣行動支付。",
        ),
    ),
    "W105": ProblemCode(
        Wording(
            "執行期間「{value}」疑有誤字",
            "如原文件即如此，於該列加上 sic: true。",
            "與常用的期間只差一字者多半是誤字，也會使讀者無法依期間篩選。",
        ),
        Wording(
            "the period “{value}” looks misspelt",
            "Where the source has it so, add sic: true to the row.",
            "A period one character away from a usual one is most likely a slip, and cannot be filtered.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  when: 隨時辨理",
            "- do: 1. 推廣電子帳單。\n  when: 隨時辦理",
        ),
    ),
    "W106": ProblemCode(
        Wording(
            "沒有這樣的月份「{value}」",
            "月份為 1 至 12，起月在前；如原文件即如此，於該列加上 sic: true。",
            "月份不存在或起訖顛倒時，無法轉為開放資料的日期。",
        ),
        Wording(
            "there are no such months: “{value}”",
            "Months are 1 to 12, the first one first; where the source has it so, add sic: true.",
            "Months that do not exist cannot become dates in the open data.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  when: 114年13月",
            "- do: 1. 推廣電子帳單。\n  when: 114年12月",
        ),
    ),
    "W107": ProblemCode(
        Wording(
            "執行期間為 {found} 年，計畫為 {year} 年度",
            "請核對年份；如原文件即如此，於該列加上 sic: true。",
            "沿用前一年度的計畫時，最容易漏改期間的年份。",
        ),
        Wording(
            "the period is in {found}, the plan is for {year}",
            "Check the year; where the source has it so, add sic: true to the row.",
            "When last year's plan is reused, the years of its periods are easily forgotten.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  when: 113年6月前",
            "- do: 1. 推廣電子帳單。\n  when: 114年6月前",
        ),
    ),
    "W108": ProblemCode(
        Wording(
            "標題沒有年度",
            "標題宜含「{year}年度」，照原文件抄錄。",
            "讀者由標題辨認是哪一年度的計畫。",
        ),
        Wording(
            "the title names no year",
            "It should contain “{year}年度”, as the source has it.",
            "Readers tell by the title which year's plan they have.",
        ),
        Example(Context.PLAN, "title: 示範區營業處服務計畫", "title: 示範區營業處114年度服務計畫"),
    ),
    "W109": ProblemCode(
        Wording(
            "引言列在具體作法之後",
            "移到標題與第一項作法之間；網頁上引言一律在作法之前。",
            "say 屬於上方的標題，顯示在該標題的各項作法之前；放在作法之後，順序便與原表不同。",
        ),
        Wording(
            "an introduction stands after measures",
            "Move it between the heading and the first measure: that is where the page shows it.",
            "A say row belongs to the heading above and is shown before its measures; behind them the order would "
            "differ from the source.",
        ),
        Example(
            Context.ROWS,
            "- h1: 一、基礎服務\n- do: 1. 推廣電子帳單。\n- say: 具體作法如下：",
            "- h1: 一、基礎服務\n- say: 具體作法如下：\n- do: 1. 推廣電子帳單。",
        ),
    ),
}
