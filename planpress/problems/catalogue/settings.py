"""What the web team decides: mkdocs.yml, the environment, the theme. E44x, E45x, W44x."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

_RIGHT: Final = """\
site_name: 服務計畫公開網
site_url: https://plans.example/
docs_dir: content
plugins: [planpress]
"""


def _example(wrong: str, right: str = "") -> Example:
    """Settings that have one mistake: keys of their own come first, those that every site needs behind them."""
    return Example(Context.SETTINGS, _whole(wrong), _whole(right))


def _whole(keys: str) -> str:
    own = {line.partition(":")[0] for line in keys.splitlines()}
    return keys + "".join(f"{line}\n" for line in _RIGHT.splitlines() if line.partition(":")[0] not in own)


SETTINGS: Final = {
    "E440": ProblemCode(
        Wording(
            "不認得的語言代碼「{value}」",
            "使用 BCP 47 代碼，大小寫依慣例，例如 zh-Hant、en、zh-Hans、ja、id、vi。",
            "語言代碼寫在每一頁，也是網址的一部分；報讀軟體依代碼選擇發音，日期也依語言書寫。",
        ),
        Wording(
            "unknown language tag “{value}”",
            "Use a BCP 47 tag in its usual capitals: zh-Hant, en, zh-Hans, ja, id, vi.",
            "The tag stands on every page and in addresses; by it screen readers choose the voice, and dates are"
            " written.",
        ),
        _example("extra:\n  languages: [zh-Hant, xx]\n", "extra:\n  languages: [zh-Hant, en]\n"),
    ),
    "E441": ProblemCode(
        Wording(
            "第一個語言應為 zh-Hant，不是「{value}」",
            "把 zh-Hant 移到最前面。",
            "計畫以正體中文訂定，中文頁是正本，其他語言供參考。",
        ),
        Wording(
            "the first language must be zh-Hant, not “{value}”",
            "Put zh-Hant first.",
            "Plans are adopted in Traditional Chinese; these pages count, the other languages are for reference.",
        ),
        _example("extra:\n  languages: [en, zh-Hant]\n", "extra:\n  languages: [zh-Hant, en]\n"),
    ),
    "E442": ProblemCode(
        Wording(
            "語言「{value}」重複",
            "刪去其中一個。",
            "每種語言只有一個版本，網址也只有一個。",
        ),
        Wording(
            "the language “{value}” is there twice",
            "Delete one of the two.",
            "Each language has one edition at one address.",
        ),
        _example("extra:\n  languages: [zh-Hant, en, en]\n", "extra:\n  languages: [zh-Hant, en]\n"),
    ),
    "E443": ProblemCode(
        Wording(
            "語言「{value}」的網址 /{prefix}/ 已作他用",
            "換一個語言代碼，或更改同名機關的資料夾名稱。",
            "網址最前面的字只能有一個意思：語言、機關或網站保留字。",
        ),
        Wording(
            "the address /{prefix}/ of the language “{value}” is taken",
            "Choose another tag, or rename the folder of the office that is called the same.",
            "The first word of an address means one thing: a language, an office, or a page of the site.",
        ),
        Example(
            Context.FOLDER, "extra:\n  languages: [zh-Hant, ja]\n\noffices/ja/", "extra:\n  languages: [zh-Hant, ja]"
        ),
    ),
    "E444": ProblemCode(
        Wording(
            "site_url 不是可用的網址",
            "寫成 https:// 加主機名稱，後面可有路徑。不可有帳號密碼、?、#、空格或「..」；"
            "中文網域須寫成 punycode（xn--…），中文路徑須寫成 %E9… 的形式。",
            "網址寫在每一頁、sitemap.xml 與開放資料；寫錯時搜尋引擎與讀者都找不到網站，寫入的密碼也會公開。",
        ),
        Wording(
            "site_url is no address that a site can have",
            "Write https:// and the host, and a path if there is one: no user or password, ?, #, blank or “..”. A host"
            " in Chinese is written in punycode (xn--…), a path in Chinese as %E9….",
            "The address stands on every page, in sitemap.xml and in the open data: with a wrong one nobody finds the"
            " site, and a password in it would be public.",
        ),
        _example(
            "site_url: https://計畫.example/\n",
            "site_url: https://xn--gpyr35b.example/\n",
        ),
    ),
    "E445": ProblemCode(
        Wording(
            "「{key}」只能是 {expected}",
            "改為 {expected}。",
            "網址與資料夾的位置是固定的；其他值不會生效，卻使 MkDocs 與本系統的理解不同。",
        ),
        Wording(
            "“{key}” can only be {expected}",
            "Change it to {expected}.",
            "Addresses and folders are fixed: another value would do nothing here and something else in MkDocs.",
        ),
        _example("use_directory_urls: false\n", "use_directory_urls: true\n"),
    ),
    "E446": ProblemCode(
        Wording(
            "plugins 應恰有一個 planpress，且沒有選項",
            "寫成一行「- planpress」。",
            "網站由這個外掛製作；沒有它或停用它，mkdocs build 會做出另一個網站。",
        ),
        Wording(
            "plugins must name planpress once, without options",
            "Write one line “- planpress”.",
            "This plugin makes the site; without it, or with it switched off, mkdocs build would make another one.",
        ),
        _example("plugins: [search]\n", "plugins: [planpress, search]\n"),
    ),
    "E447": ProblemCode(
        Wording(
            "沒有安裝「{name}」",
            "檢查拼字；確有需要時，加入 pyproject.toml 的相依套件並更新鎖定檔。",
            "找不到這個外掛或 Markdown 擴充功能，網頁便無法製作。",
        ),
        Wording(
            "“{name}” is not installed",
            "Check its spelling; if it is wanted, add it to the dependencies in pyproject.toml and renew the locks.",
            "Without this plugin or Markdown extension no page can be made.",
        ),
        _example("markdown_extensions: [tabels]\n", "markdown_extensions: [tables]\n"),
    ),
    "E448": ProblemCode(
        Wording(
            "不得以「{key}」引用他處的設定",
            "把所有設定寫在 mkdocs.yml。",
            "設定只有一個檔案，看過它就知道網站如何決定；引用的檔案不受檢查。",
        ),
        Wording(
            "settings from elsewhere (“{key}”) are not allowed",
            "Write all settings in mkdocs.yml.",
            "There is one file of settings, which says all; what it drew in would not be checked.",
        ),
        _example("INHERIT: base.yml\n"),
    ),
    "E449": ProblemCode(
        Wording(
            "環境變數「{name}」沒有設定",
            "設定這個變數，或寫出預設值：!ENV [{name}, 預設值]。",
            "沒有值的設定會使網站缺少名稱或網址。",
        ),
        Wording(
            "the environment variable “{name}” is not set",
            "Set it, or give a default: !ENV [{name}, default].",
            "A setting without a value would leave the site without its name or address.",
        ),
        _example(
            "site_name: !ENV PLANPRESS_EXAMPLE_NAME\n", "site_name: !ENV [PLANPRESS_EXAMPLE_NAME, 服務計畫公開網]\n"
        ),
    ),
    "E450": ProblemCode(
        Wording(
            "環境變數「{name}」的值不是 UTF-8",
            "以 UTF-8 設定這個變數。",
            "不是 UTF-8 的文字無法寫入網頁。",
        ),
        Wording(
            "the value of the environment variable “{name}” is not UTF-8",
            "Set it in UTF-8.",
            "A text that is not UTF-8 cannot be written into a page.",
        ),
        Example(Context.BYTES, "SITE_NAME=AA F7 AA F9", "SITE_NAME=E9 87 91 E9 96 80"),
    ),
    "E451": ProblemCode(
        Wording(
            "「{key}」應為文字，這裡會被讀成數字、日期或是非",
            '加上引號，例如 "114"。',
            "YAML 把沒有引號的 114、2025-01-01、no 讀成數字、日期、否。",
        ),
        Wording(
            "“{key}” should be a text, but this is read as a number, a date, or yes or no",
            'Put it in quotes: "114".',
            "Without quotes YAML reads 114, 2025-01-01 and no as a number, a day, and false.",
        ),
        _example("site_name: 114\n", 'site_name: "114"\n'),
    ),
    "E452": ProblemCode(
        Wording(
            "MkDocs 不接受「{key}」（{message}）",
            "依括號內 MkDocs 的訊息修正；各項設定見 MkDocs 說明文件。",
            "這項設定由 MkDocs 或其外掛、擴充功能讀取；不被接受時，網頁便無法製作。",
        ),
        Wording(
            "MkDocs does not accept “{key}” ({message})",
            "In parentheses is what MkDocs says; its documentation describes every setting.",
            "MkDocs, a plugin or an extension reads this setting; without it no page can be made.",
        ),
        Example(
            Context.FOLDER,
            "markdown_extensions:\n  - toc: {nosuch: 1}",
            "markdown_extensions:\n  - toc: {permalink: true}",
        ),
    ),
    "E453": ProblemCode(
        Wording(
            "「{value}」不能作為網站輸出的資料夾",
            "寫一個資料夾名稱，例如 site；「~」不會換成家目錄，也不可有控制字元。",
            "網站會寫入這個資料夾；作業系統不接受的名稱無法建立。",
        ),
        Wording(
            "“{value}” cannot be the folder of the site",
            "Write the name of a folder, such as site; “~” does not stand for the home folder, and control characters"
            " are not allowed.",
            "The site is written into this folder, and no system makes one of such a name.",
        ),
        _example("site_dir: ~/site\n", "site_dir: site\n"),
    ),
    "E454": ProblemCode(
        Wording(
            "SOURCE_DATE_EPOCH 的值「{value}」不正確",
            "設為 1970 年以來的秒數，只用半形數字，不晚於民國 999 年；或取消這個環境變數。",
            "這個環境變數把「今天」固定下來，使同樣的資料每次都做出同樣的網站。",
        ),
        Wording(
            "the value “{value}” of SOURCE_DATE_EPOCH is not right",
            "Set it to the seconds since 1970, in digits 0 to 9, no later than ROC year 999; or unset it.",
            "This environment variable fixes “today”, so that the same data always gives the same site.",
        ),
        Example(Context.FOLDER, "SOURCE_DATE_EPOCH=tomorrow", "SOURCE_DATE_EPOCH=1735660800"),
    ),
    "E455": ProblemCode(
        Wording(
            "範本有誤（{message}）",
            "修正 theme/ 內的這個範本，或取回前一個版本；未寫入任何檔案。",
            "範本由網頁維護人員編修；括號內為範本程式的原始訊息。",
        ),
        Wording(
            "a template is broken ({message})",
            "Mend this template in theme/, or go back to its last version; nothing was written.",
            "Templates are the web team's; in parentheses is what their program says.",
        ),
        Example(Context.FOLDER, "theme/site/home.html: {% if %}", "theme/site/home.html: {% if plans %}"),
    ),
    "W440": ProblemCode(
        Wording(
            "hooks 會執行程式",
            "確認每個 hooks 檔案都經網頁維護人員審查；不需要時刪去。",
            "hooks 列出的 Python 檔案在建置時執行，可讀寫建置主機上的任何資料。",
        ),
        Wording(
            "hooks run programs",
            "Make sure that the web team has read each of these files; take hooks out if they are not needed.",
            "The Python files in hooks run with every build and can read and write whatever the machine holds.",
        ),
        _example("hooks: [hooks.py]\n"),
    ),
    "W441": ProblemCode(
        Wording(
            "!!python/{name} 會執行程式",
            "確認這個名稱出自您信任的套件；不需要時刪去。",
            "MkDocs 依此標籤載入、甚至執行任何 Python 程式。",
        ),
        Wording(
            "!!python/{name} runs a program",
            "Make sure that this name comes from a package you trust; take it out if it is not needed.",
            "By this tag MkDocs loads, or even calls, anything in Python.",
        ),
        _example("markdown_extensions:\n  - toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode }\n"),
    ),
    "W442": ProblemCode(
        Wording(
            "外掛「{name}」會執行程式",
            "確認這個外掛出自您信任的套件；不需要時刪去。",
            "外掛在建置時執行，可更動網頁內容，也可讀寫建置主機上的任何資料。",
        ),
        Wording(
            "the plugin “{name}” runs a program",
            "Make sure that it comes from a package you trust; take it out if it is not needed.",
            "Plugins run with every build; they can change pages, and read and write whatever the machine holds.",
        ),
        _example("plugins: [planpress, material/tags]\n", "plugins: [planpress]\n"),
    ),
    "W443": ProblemCode(
        Wording(
            "環境變數「{name}」的值會公開在網站上",
            "確認其中沒有密碼、權杖或內部名稱；或直接寫出文字。",
            "建置主機的環境變數常含密碼與權杖。",
        ),
        Wording(
            "the value of the environment variable “{name}” becomes public",
            "Make sure that it holds no password, token or internal name; or write the text itself.",
            "The environment of a machine that builds often holds passwords and tokens.",
        ),
        _example("extra:\n  site_name:\n    en: !ENV [PATH, Plans]\n", "extra:\n  site_name:\n    en: Plans\n"),
    ),
    "W444": ProblemCode(
        Wording(
            "沒有作用的鍵「{key}」",
            "此處可用的鍵：{known}",
            "拼錯的鍵會被略過，設定便不知不覺地失效。",
        ),
        Wording(
            "the key “{key}” has no effect",
            "Keys that may stand here: {known}",
            "A misspelt key is passed over, and what was set silently has no effect.",
        ),
        _example("extra:\n  langauges: [zh-Hant, en]\n", "extra:\n  languages: [zh-Hant, en]\n"),
    ),
}
