"""What the command line says, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Texts:
    """Every sentence of the command line; the braces name what is filled in."""

    usage: str
    options: str
    commands: str
    some_options: str
    some_command: str
    help: str
    help_help: str
    lang_help: str
    config_help: str
    jobs_help: str
    site_dir_help: str
    no_documents_help: str
    only_help: str
    office_help: str
    year_help: str
    only_missing: str
    no_such_plan: str
    own_years: str
    all_years: str
    documents_made: str
    check_help: str
    check_format_help: str
    links_recorded: str
    check_site_help: str
    check_external_help: str
    no_site: str
    format_help: str
    translate_help: str
    status_help: str
    suggest_help: str
    addresses_help: str
    of_office_help: str
    of_year_help: str
    addresses_right: str
    addresses_written: str
    addresses_refused: str
    fmt_help: str
    fmt_check_help: str
    fmt_unknown: str
    fmt_line_ends: str
    fmt_right: str
    fmt_written: str
    fmt_wanted: str
    fmt_left: str
    serve_help: str
    host_help: str
    port_help: str
    wrong_use: str
    no_such_option: str
    no_such_command: str
    option_value_missing: str
    option_values_missing: str
    option_takes_none: str
    bad_value: str
    must_end: str
    values: str
    numbers_from: str
    numbers_between: str
    a_file: str
    a_folder: str
    settings_files: str
    missing: str
    too_much: str
    as_options: str
    all_commands: str
    nearest: str
    western_year: str
    no_year: str
    no_such_office: str
    not_of_site: str
    office: str
    offices: str
    no_offices: str
    no_such_file: str
    is_folder: str
    comma: str
    no_access: str
    stopped: str
    compiling: str
    asking: str
    worker_gone: str
    kept: str
    site_made: str
    not_shown: str
    serving: str
    rebuilt: str
    staying: str
    nothing_yet: str
    nothing_yet_why: str
    port_taken: str
    next_port: str
    preview_texts: Mapping[str, str]
    cannot_listen: str
    open_to_others: str
    bad_request: str
    wrong_name: str
    wrong_site: str


TEXTS: Final[Mapping[str, Texts]] = MappingProxyType(
    {
        "zh-Hant": Texts(
            usage="用法：",
            options="選項：",
            commands="子命令：",
            some_options="[選項]",
            some_command="[子命令]",
            help="將 offices/ 內的計畫製成網站。不加子命令即建置網站。",
            help_help="顯示本說明。",
            lang_help="訊息的語言。",
            config_help="哪一個網站：另一份 mkdocs.yml，或 mkdocs.<名稱>.yml。",
            jobs_help="同時使用的處理程序數；預設為處理器核心數。",
            site_dir_help="網站輸出的資料夾；預設依 mkdocs.yml。",
            no_documents_help="不製作 PDF、ODT、ODS、CSV，以求快速。",
            only_help="documents：只製作文件，放進現有網站。",
            office_help="配合 --only：只做這個機關（代號）。",
            year_help="配合 --only：只做這個年度（民國）。",
            only_missing="--office 與 --year 須配合 --only documents 使用。",
            no_such_plan="沒有這個機關或年度的計畫。",
            own_years="{office}有這些年度的計畫：{years}。",
            all_years="offices/ 裡有這些年度的計畫：{years}。",
            documents_made="完成：{plans} 份計畫、{documents} 個文件；寫入 {changed} 個檔案至 {site}；{seconds} 秒。",
            check_help="檢查所有資料，不建置網站。",
            check_format_help="輸出格式：text 供閱讀，json 供程式讀取，github、gitlab 供各該主機標註於各行。",
            links_recorded="站內連結 {links} 個，連不到的 {broken} 個；已記入 {file}，請一併提交至 git。",
            check_site_help="另檢查建好的網頁（無障礙檢測碼、連結）。",
            check_external_help="另查詢建好的網頁連到其他網站的每個連結，結果寫入 links.json。",
            no_site="還沒有網站可檢查（{site}），請先執行 make site。",
            format_help="輸出格式：text 供閱讀，json 供程式讀取。",
            translate_help="依計畫更新各語言的譯文檔 plans.po。",
            status_help="不更新，只列出各計畫、各語言的翻譯進度。",
            suggest_help="不更新，只為每個未譯的句子列出相近的譯句與用語。",
            addresses_help="記錄每一列的網址（addresses.txt），之後增刪、移動、改寫都不影響其他列。",
            of_office_help="只處理這個機關（代號）。",
            of_year_help="只處理這個年度（民國）。",
            addresses_right="{file}：已是最新",
            addresses_written="{file}：新增 {new} 列、改寫 {reworded} 列、移動 {moved} 列、移除 {removed} 列",
            addresses_refused="{file}：未更新，請依上列說明修正計畫後再執行一次。",
            fmt_help=(
                "整理資料檔的寫法（冒號、縮排、日期、部門的頓號、折行），不改任何一個字，並列出修改之處。"
                "FILE：只整理這些檔案。"
            ),
            fmt_check_help="只列出要修改之處，不寫入；有要修改的就以 1 結束。",
            fmt_unknown="「{name}」不是 offices/ 或 content/topics.yml 中可整理的檔案。",
            fmt_line_ends="{file}：行尾改為 LF（不用 Windows 的 CRLF），檔首不用 BOM；文字不變，不逐行列出。",
            fmt_right="已整齊，無須修改。",
            fmt_written="已整理 {count} 個檔案，文字均未更動。",
            fmt_wanted="有 {count} 個檔案可以整理，尚未寫入；請執行 build.py fmt。",
            fmt_left="上列問題須由人判斷，請修正後再執行一次。",
            serve_help="在本機預覽，存檔後自動更新。",
            host_help="預覽伺服器的位址；預設只有本機看得到。指定其他位址，連得到的人都看得到草稿。",
            port_help="預覽伺服器的連接埠。",
            wrong_use="用法有誤：{message}\n請執行 {command} --help 查看說明。",
            no_such_option="沒有選項「{name}」。",
            no_such_command="沒有子命令「{name}」。",
            option_value_missing="選項「{name}」須接一個值。",
            option_values_missing="選項「{name}」之後須接 {values}。",
            option_takes_none="選項「{name}」不接值。",
            bad_value="選項「{name}」的值不正確。",
            must_end="{option} 的檔名須以 {suffix} 結尾。",
            values="可以寫：{values}。",
            numbers_from="{least} 以上的整數",
            numbers_between="{least} 到 {most} 的整數",
            a_file="檔案的路徑",
            a_folder="資料夾的路徑",
            settings_files="已有的 mkdocs.yml、mkdocs.<名稱>.yml",
            missing="少了 {name}。",
            too_much="多了「{words}」，請刪去；檔名或名稱裡有空格時，前後要加雙引號。",
            as_options="機關與年度在這裡寫成 --office 代碼 --year 年度。",
            all_commands="可用的子命令：{names}；建置網站不加子命令。",
            nearest="您是要「{name}」嗎？",
            western_year="年度要寫民國年；「{name}」若是西元，請改寫 {year}。",
            no_year="年度要寫民國年，例如 115；「{name}」不是年度。",
            no_such_office="沒有機關「{name}」。",
            not_of_site="{file} 的網站沒有機關「{name}」。",
            office="{id}（{name}）",
            offices="機關要寫代碼，也就是 offices/ 裡的資料夾名稱：{known}。",
            no_offices="offices/ 裡還沒有機關，請先執行 build.py new --office 代碼。",
            no_such_file="資料夾 {folder} 裡沒有檔案「{name}」。檔名裡有空格時，前後要加雙引號。",
            is_folder="「{name}」是資料夾，請寫出檔名。",
            comma="、",
            no_access="無法讀寫 {name}：{reason}",
            stopped="已停止。",
            compiling="編製計畫",
            asking="查詢連結",
            worker_gone="有一個處理程序意外結束，可能是記憶體不足；原有網站維持完整。請以 --jobs 1 再執行一次。",
            kept="資料有誤，未寫入任何檔案；原有網站維持不變。請依上列說明修正後再執行一次。",
            site_made=(
                "完成：{offices} 個機關、{plans} 份計畫、{measures} 項具體作法，"
                "{languages} 種語言共 {pages} 頁、{documents} 個文件；"
                "{warnings} 個警告；寫入 {changed} 個檔案至 {site}；{seconds} 秒。"
            ),
            not_shown="未公開：{plans}（草稿、已核定尚未公開、公開日未到或已撤下）。",
            serving="預覽：{url}（按 Ctrl+C 結束）",
            rebuilt="已更新，{seconds} 秒。",
            staying="另有 {count} 個警告與上次相同，列在網頁上方。",
            nothing_yet="還沒有可以預覽的網頁",
            nothing_yet_why="資料有錯誤，改正並存檔後，這一頁會自動換成網站。",
            port_taken="連接埠 {port} 起連續十個都已被使用，請以 --port 指定其他連接埠。",
            next_port="連接埠 {port} 已被使用，改用 {next}。",
            preview_texts={
                "preview": "預覽",
                "errors": "# 個錯誤",
                "new": "新增：",
                "newer": "# 個是這次存檔新增的",
                "warnings": "# 個警告",
                "drafts": "# 份尚未公開",
                "draft": "草稿：",
                "approved": "已核定，尚未公開：",
                "scheduled": "# 公開：",
                "colon": "：",
                "comma": "、",
                "kept": "，畫面仍是上次的內容",
                "clean": "沒有問題",
                "failed": "無法更新",
                "open": "在編輯器開啟",
                "show": "看這一列",
                "original": "原檔：",
                "page": "第 # 頁",
                "turn": "點一下計畫的任一列，這裡就會翻到那一頁。",
                "needsOffice": "安裝 LibreOffice 後，這裡會顯示原檔的頁面；目前請自行開啟原檔對照。",
                "noPages": "原檔無法顯示頁面，請自行開啟對照。",
            },
            cannot_listen="無法在位址 {host}、連接埠 {port} 開啟預覽（{reason}），請檢查 --host 與 --port。",
            open_to_others="注意：預覽開放於 {host}，凡連得到這台電腦的人都看得到草稿。",
            bad_request="要求的格式有誤。",
            wrong_name="預覽只以本機的名稱（localhost、127.0.0.1）或 --host 指定的名稱開啟。",
            wrong_site="預覽不供其他網站讀取。",
        ),
        "en": Texts(
            usage="Usage: ",
            options="Options:",
            commands="Commands:",
            some_options="[options]",
            some_command="[command]",
            help="Make the website from the plans in offices/. Without a command it builds the site.",
            help_help="Show this help.",
            lang_help="Language of the messages.",
            config_help="Which site: another mkdocs.yml, or mkdocs.<name>.yml.",
            jobs_help="How many processes work at once; as many as there are cores by default.",
            site_dir_help="Folder for the site; mkdocs.yml says which by default.",
            no_documents_help="Make no PDF, ODT, ODS or CSV, to be quick.",
            only_help="documents: make only the documents, into the site that is there.",
            office_help="With --only: this office (its id).",
            year_help="With --only: this year (ROC).",
            only_missing="--office and --year go with --only documents.",
            no_such_plan="There is no plan of this office and year.",
            own_years=" Years with a plan of {office}: {years}.",
            all_years=" Years with a plan: {years}.",
            documents_made=(
                "Done: {plans:plan|plans}, {documents:document|documents}; "
                "{changed:file|files} written to {site}; {seconds} s."
            ),
            check_help="Check all data; build nothing.",
            check_format_help="text to read, json for programs, github or gitlab for these hosts to show at the lines.",
            links_recorded="Links within the site: {links}, broken: {broken}. Written into {file}; commit it.",
            check_site_help="Check the finished pages too (Taiwan's check codes, links).",
            check_external_help="Ask for every link of the finished pages to other sites too; links.json keeps that.",
            no_site="There is no site to check yet ({site}); run make site first.",
            format_help="text to read, json for programs.",
            translate_help="Bring every language's plans.po up to date with the plans.",
            status_help="Update nothing; list how far each plan is in each language.",
            suggest_help="Update nothing; list translated sentences and terms that help with each missing one.",
            addresses_help=("Record the address of every row (addresses.txt), so that no edit changes another row's."),
            of_office_help="Only this office (its id).",
            of_year_help="Only this year (ROC).",
            addresses_right="{file}: up to date",
            addresses_written="{file}: {new:row|rows} new, {reworded} reworded, {moved} moved, {removed} removed",
            addresses_refused="{file}: not updated; mend the plan as said above and run this again.",
            fmt_help=(
                "Put the files in order (colons, indents, dates, the sign between departments, broken lines) without "
                "changing a word, and show what changes. FILE: only these."
            ),
            fmt_check_help="Write nothing, only show what would change; the exit code is 1 if anything would.",
            fmt_unknown="“{name}” is none of the files in offices/, nor content/topics.yml, that can be put in order.",
            fmt_line_ends=(
                "{file}: every line ends with LF (not the CRLF of Windows), and there is no BOM; "
                "the text is the same, and these lines are not listed."
            ),
            fmt_right="In order; nothing to change.",
            fmt_written="{count:file|files} put in order; not a word has changed.",
            fmt_wanted="{count:file|files} could be put in order; nothing was written. Run build.py fmt.",
            fmt_left="What is told above is for a person to decide; mend it and run this again.",
            serve_help="Preview on this computer; updates when a file is saved.",
            host_help=(
                "Address of the preview server; only this computer by default. "
                "At any other, whoever reaches it can read drafts."
            ),
            port_help="Port of the preview server.",
            wrong_use="Wrong use: {message}\n{command} --help --lang en shows how.",
            no_such_option="there is no option “{name}”.",
            no_such_command="there is no command “{name}”.",
            option_value_missing="the option “{name}” needs a value.",
            option_values_missing="{values} must follow the option “{name}”.",
            option_takes_none="the option “{name}” takes no value.",
            bad_value="the value of “{name}” is not right.",
            must_end="the name behind {option} must end with {suffix}.",
            values=" It may be: {values}.",
            numbers_from="a whole number, {least} or more",
            numbers_between="a whole number from {least} to {most}",
            a_file="the path of a file",
            a_folder="the path of a folder",
            settings_files="a mkdocs.yml or mkdocs.<name>.yml that is there",
            missing="{name} is missing.",
            too_much="“{words}” is too much; take it away, or put a name with blanks between quotation marks.",
            as_options=" Here office and year are --office ID --year N.",
            all_commands=" The commands are {names}; without one the site is built.",
            nearest=" Did you mean “{name}”?",
            western_year="a year is one of the Republic of China; if “{name}” is of the common era, write {year}.",
            no_year="a year is one of the Republic of China, such as 115; “{name}” is none.",
            no_such_office="there is no office “{name}”.",
            not_of_site="the site of {file} does not have the office “{name}”.",
            office="{id} ({name})",
            offices=" An office is written as its id, the name of its folder in offices/: {known}.",
            no_offices=" There are none in offices/ yet; build.py new --office ID makes one.",
            no_such_file=(
                "there is no file “{name}” in the folder {folder}; "
                "one with blanks in its name goes between quotation marks."
            ),
            is_folder="“{name}” is a folder; write the name of a file.",
            comma=", ",
            no_access="Cannot read or write {name}: {reason}",
            stopped="Stopped.",
            compiling="Compiling plans",
            asking="Asking for links",
            worker_gone=(
                "A worker process ended unexpectedly, perhaps for lack of memory; the site that was there stays whole. "
                "Run this again with --jobs 1."
            ),
            kept=(
                "The data has errors, so nothing was written; the site that was there stays. "
                "Mend them and run this again."
            ),
            site_made=(
                "Done: {offices:office|offices}, {plans:plan|plans}, {measures:measure|measures}; "
                "{pages:page|pages} in {languages:language|languages}, "
                "{documents:document|documents}; "
                "{warnings:warning|warnings}; {changed:file|files} written to {site}; {seconds} s."
            ),
            not_shown="Not shown: {plans} (drafts, approved only, before their day, or withdrawn).",
            serving="Preview: {url} (Ctrl+C ends it)",
            rebuilt="Updated in {seconds} s.",
            staying="Warnings as before: {count}; they are listed at the top of the page.",
            nothing_yet="There is no page to show yet",
            nothing_yet_why="The data has errors; mend and save, and the site appears here by itself.",
            port_taken="Ten ports from {port} on are taken; choose another with --port.",
            next_port="Port {port} is taken, so it is {next}.",
            preview_texts={
                "preview": "Preview",
                "errors": "errors: #",
                "new": "New: ",
                "newer": "new since the last save: #",
                "warnings": "warnings: #",
                "drafts": "not public yet: #",
                "draft": "Draft: ",
                "approved": "Approved, not public yet: ",
                "scheduled": "Public on #: ",
                "colon": ": ",
                "comma": ", ",
                "kept": "; the page is as it was before",
                "clean": "no problems",
                "failed": "not brought up to date",
                "open": "Open in the editor",
                "show": "Show the row",
                "original": "Document: ",
                "page": "Page #",
                "turn": "Click any row of the plan, and its page is shown here.",
                "needsOffice": "With LibreOffice installed, its pages are shown here; open it yourself for now.",
                "noPages": "The pages of the document cannot be shown; open it yourself.",
            },
            cannot_listen="No preview at address {host}, port {port} ({reason}); see --host and --port.",
            open_to_others="Note: the preview is open at {host}; whoever reaches this computer can read drafts.",
            bad_request="This is no request that a preview understands.",
            wrong_name="The preview answers to this computer's names (localhost, 127.0.0.1) and that of --host.",
            wrong_site="The preview is not for other sites to read.",
        ),
    }
)
