"""What lies in the offices folder, and the history that git keeps of it: E4xx and W4xx."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

FOLDERS: Final = {
    "E401": ProblemCode(
        Wording(
            "資料夾名稱「{name}」不能作為機關代碼",
            "改用小寫英文字母開頭，只含小寫字母、數字與連字號，例如 kinmen、water-1。",
            "資料夾名稱即機關代碼，會出現在網址中。",
        ),
        Wording(
            "the folder's name “{name}” cannot be an office's id",
            "Start with a small letter and use only small letters, digits and hyphens: kinmen, water-1.",
            "The folder's name is the office's id and part of its addresses.",
        ),
        Example(Context.FOLDER, "offices/金門/", "offices/kinmen/"),
    ),
    "E402": ProblemCode(
        Wording(
            "「{name}」為網站保留字，不能作為機關代碼",
            "換一個名稱，例如加上地名。",
            "網站已用這個字作為網址，例如 /search/、/en/。",
        ),
        Wording(
            "“{name}” is reserved and cannot be an office's id",
            "Choose another name, for instance with the place in it.",
            "The site itself uses this word in its addresses: /search/, /en/.",
        ),
        Example(Context.FOLDER, "offices/search/", "offices/search-center/"),
    ),
    "E403": ProblemCode(
        Wording(
            "資料夾名稱「{name}」不是民國年",
            "改為民國年，例如 114。",
            "機關資料夾之下，每個年度一個資料夾，以民國年命名，也是網址的一部分。",
        ),
        Wording(
            "the folder's name “{name}” is not an ROC year",
            "Rename it to the ROC year: 114 for 2025.",
            "Below an office each year has a folder named by its ROC year, which is part of the address.",
        ),
        Example(Context.FOLDER, "offices/kinmen/2025/", "offices/kinmen/114/"),
    ),
    "E404": ProblemCode(
        Wording(
            "找不到檔案 {name}",
            "請加入這個檔案，並檢查檔名（副檔名為 .yml）。",
            "每個機關資料夾要有 office.yml，每個年度資料夾要有 plan.yml，offices 之下要有 organisations.yml。",
        ),
        Wording(
            "the file {name} is missing",
            "Add it, and check its name (it ends with .yml).",
            "Every office has an office.yml, every year a plan.yml, and offices an organisations.yml.",
        ),
        Example(Context.FOLDER, "offices/kinmen/114/plan.yaml", "offices/kinmen/114/plan.yml"),
    ),
    "E405": ProblemCode(
        Wording(
            "捷徑（符號連結）一律不讀取",
            "刪去連結，改放檔案或資料夾本身。",
            "連結可能把電腦裡不應公開的檔案帶進網站。",
        ),
        Wording(
            "a symbolic link is never followed",
            "Delete the link and put the file or folder itself there.",
            "A link could bring files of the machine into the site that are not meant for the public.",
        ),
        Example(Context.FOLDER, "content/zh-Hant/about.md -> /home/…/notes.txt", "content/zh-Hant/about.md"),
    ),
    "E406": ProblemCode(
        Wording(
            "無法讀取檔案（{reason}）",
            "檢查檔案是否為一般檔案，以及讀取權限。",
            "作業系統拒絕讀取這個檔案。",
        ),
        Wording(
            "the file cannot be read ({reason})",
            "Check that it is an ordinary file, and its permissions.",
            "The operating system refuses to read this file.",
        ),
        Example(Context.FOLDER, "offices/kinmen/office.yml/", "offices/kinmen/office.yml"),
    ),
    "E407": ProblemCode(
        Wording(
            "檔名「{name}」不是 UTF-8",
            "重新命名，檔名只用英文字母、數字與連字號。",
            "檔名以 Big5 等舊編碼存放時，各種工具讀到的名稱都不同。",
        ),
        Wording(
            "the name “{name}” is not UTF-8",
            "Rename it, with letters, digits and hyphens only.",
            "Tools read a name in Big5 or another old encoding each in its own way.",
        ),
        Example(Context.FOLDER, "content/zh-Hant/<AA F7 AA F9>.md", "content/zh-Hant/kinmen.md"),
    ),
    "E408": ProblemCode(
        Wording(
            "資料夾過深或檔案過多（上限 {limit}）",
            "刪去不屬於網站的檔案與資料夾。",
            "這麼深或這麼多的檔案，多半是誤放了別的內容。",
        ),
        Wording(
            "folders lie too deep, or there are too many files (the limit is {limit})",
            "Delete the files and folders that do not belong to the site.",
            "So many files, or folders so deep, are most likely something else.",
        ),
        Example(Context.FOLDER, "content/a/a/a/a/a/a/a/a/a/a/a/a/a/about.md", "content/zh-Hant/about.md"),
    ),
    "E420": ProblemCode(
        Wording(
            "「{name}」不能作為網址",
            "檔案與資料夾名稱只用小寫英文字母、數字與連字號，例如 how-to.md。",
            "content 之下的檔名與資料夾名稱即網址。",
        ),
        Wording(
            "“{name}” cannot be part of an address",
            "Use small letters, digits and hyphens in names of files and folders: how-to.md.",
            "The names of files and folders below content are the addresses of the pages.",
        ),
        Example(Context.FOLDER, "content/zh-Hant/About us.md", "content/zh-Hant/about-us.md"),
    ),
    "E421": ProblemCode(
        Wording(
            "網址 {address} 已屬於 {other}",
            "改用另一個檔名，或刪去其中之一。",
            "一個網址只能有一頁；否則其中一頁會無聲消失。",
        ),
        Wording(
            "the address {address} already belongs to {other}",
            "Give the file another name, or delete one of the two.",
            "An address has one page; otherwise one of the two would vanish without a word.",
        ),
        Example(Context.FOLDER, "content/zh-Hant/kinmen.md", "content/zh-Hant/kinmen-history.md"),
    ),
    "E422": ProblemCode(
        Wording(
            "網址 {address} 為網站保留",
            "改用另一個檔名。",
            "首頁、搜尋、各語言等網址由網站自己使用；編輯的網頁不能取代。",
        ),
        Wording(
            "the address {address} is the site's own",
            "Give the file another name.",
            "The site itself uses the addresses of its home, its search, its languages and so on.",
        ),
        Example(Context.FOLDER, "content/zh-Hant/search.md", "content/zh-Hant/search-help.md"),
    ),
    "E423": ProblemCode(
        Wording(
            "{address} 已由 {other} 產生",
            "更改其中之一的名稱。",
            "一個檔案只能有一份內容；否則其中一份會無聲消失。",
        ),
        Wording(
            "{address} is already made from {other}",
            "Rename one of the two.",
            "A file has one content; otherwise one of the two would vanish without a word.",
        ),
        Example(Context.FOLDER, "offices/kinmen/114/plan.yml", "offices/kinmen/114/plan.yml"),
    ),
    "W401": ProblemCode(
        Wording(
            "不會讀取的檔案「{name}」",
            "移到別處，或更正檔名。",
            "此處只放固定名稱的檔案；檔名拼錯時，內容便不會出現在網站。",
        ),
        Wording(
            "the file “{name}” is not read",
            "Move it elsewhere, or correct its name.",
            "Only files with fixed names belong here; what is misnamed would never reach the site.",
        ),
        Example(Context.FOLDER, "offices/kinmen/office.yaml", "offices/kinmen/office.yml"),
    ),
    "W411": ProblemCode(
        Wording(
            "git 無法提供版本紀錄（{reason}），網頁不會顯示更新日期",
            "請執行：{line}",
            "網頁的更新日期取自 git 的版本紀錄。專案資料夾屬於其他使用者時，git 會拒絕讀取；版本庫損壞時也讀不到。",
        ),
        Wording(
            "git does not tell the history ({reason}), so pages show no day of their last change",
            "Please run: {line}",
            "The days on the pages come from git's history. Git refuses a folder that belongs to another user, "
            "and cannot read a repository that is damaged.",
        ),
        Example(
            Context.FOLDER,
            "$ git log\nfatal: detected dubious ownership in repository at '/srv/plans'",
            "$ git config --global --add safe.directory /srv/plans",
        ),
    ),
    "W412": ProblemCode(
        Wording(
            "版本紀錄不完整（淺層複製），較早更新的檔案不會顯示更新日期",
            "請執行 git fetch --unshallow；在 CI 中，請取出完整紀錄（例如 fetch-depth: 0）。",
            "網頁的更新日期取自 git 的版本紀錄；紀錄被截斷時，截斷處以前的日期無從得知。",
        ),
        Wording(
            "the history is cut off (a shallow clone), so files that changed earlier show no day of their last change",
            "Run git fetch --unshallow; in CI, check out the whole history (fetch-depth: 0, for instance).",
            "The days on the pages come from git's history; beyond the edge of a shallow clone they are unknown.",
        ),
        Example(Context.FOLDER, "$ git clone --depth=1 …", "$ git clone …"),
    ),
}
