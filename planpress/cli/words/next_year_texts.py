"""What the commands for a new year say, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class NextYearTexts:
    """Every sentence of these commands; the braces name what is filled in."""

    new_help: str
    office_argument: str
    year_argument: str
    text_argument: str
    from_help: str
    new_office_help: str
    name_help: str
    en_help: str
    organisation_help: str
    department_help: str
    new_usage: str
    from_usage: str
    plan_made: str
    moved: str
    cleared: str
    remaining: str
    lost: str
    odd: str
    pictures: str
    translated: str
    to_translate: str
    not_translated: str
    plan_next: str
    ask_name: str
    ask_en: str
    ask_organisation: str
    no_such_organisation: str
    ask_department: str
    ask_another: str
    unanswered: str
    office_made: str
    changes_help: str
    years_argument: str
    based_on_help: str
    changes_usage: str
    revision_help: str
    odt_help: str
    odt_made: str


NEXT_YEAR_TEXTS: Final[Mapping[str, NextYearTexts]] = MappingProxyType(
    {
        "zh-Hant": NextYearTexts(
            new_help="由較早一年的計畫產生新年度的草稿；或以 --office 新增一個機關。",
            office_argument="機關",
            year_argument="年度",
            text_argument="文字",
            from_help="改由所依據的函頒計畫產生：該計畫的機關代碼，必要時加年度，例如 head-office/115。",
            new_office_help="新增這個機關（代碼）；缺少的資料會逐項詢問。",
            name_help="配合 --office：機關名稱。",
            en_help="配合 --office：英文名稱（可省略）。",
            organisation_help="配合 --office：所屬公司，organisations.yml 的代碼。",
            department_help="配合 --office：部門名稱，可加英文（業務組=Business Department）；一個部門寫一次。",
            new_usage="請寫成 new 機關 年度（例如 new kinmen 115），或 new --office 代碼。",
            from_usage="--from 請寫機關代碼，必要時加年度，例如 head-office 或 head-office/115。",
            plan_made="已建立 {file}（草稿），由 {source} 沿用；{carried} 列沿用原網址，{new} 列為新增。",
            moved="年度已改，請核對：",
            cleared="已清除（屬於原計畫本身）：{keys}",
            remaining="以下各行還有年份、日期或文號，請逐行核對：",
            lost="以下各列的部門不是本處的部門，已略去，請填 who：",
            odd="以下各列仍有 sic: true（否則會是錯誤），請核對：",
            pictures="附圖已複製到新年度，圖裡的年度與內容請核對：",
            translated="{count} 則譯文已隨年度改寫。",
            to_translate="以下文字的譯文無法確定，待翻譯：",
            not_translated="有計畫或譯文檔無法讀取，譯文未更新；修正後請執行 python build.py translate。",
            plan_next=(
                "接下來：\n"
                "  1. 依本年度的文件逐列核對 {file}，填上 adopted 等日期；有新的轉錄疑義再寫 unsure、sic。\n"
                "  2. python build.py check，照訊息修正；python build.py serve 看一遍。\n"
                "  3. python build.py changes {office} {year}，看與前一年的異同。\n"
                "  4. python build.py addresses --office {office} --year {year}；python build.py translate。\n"
                "  5. 核定後填 approvals，刪去 status: draft，即可公開。"
            ),
            ask_name="機關名稱（例如 花蓮區營業處）：",
            ask_en="英文名稱（可省略，直接按 Enter）：",
            ask_organisation="所屬公司，寫代碼或名稱都可以：{known}：",
            no_such_organisation="organisations.yml 沒有「{name}」這家公司，只有 {known}。",
            ask_department="部門名稱，可用頓號一次列出數個，也可加英文（業務組=Business Department）：",
            ask_another="下一個部門（沒有了就直接按 Enter）：",
            unanswered="缺少資料，請以 {option} 指定。",
            office_made=(
                "已建立 offices/{office}/office.yml。\n"
                "接下來：\n"
                "  1. 打開 offices/{office}/office.yml 核對，有聯絡方式可加 contact。\n"
                "  2. 第一份計畫：依「編輯計畫」撰寫 offices/{office}/<年度>/plan.yml；"
                "或由所依據的計畫產生：python build.py new {office} <年度> --from <機關>；"
                "或在試算表填寫：python build.py sheet {office} <年度>；"
                "或由 Word、PDF 等文件匯入：python build.py import <檔名> --office {office} --year <年度>。\n"
                "  3. python build.py check。"
            ),
            changes_help="比對一個機關兩個年度的計畫；只寫一個年度，就是與前一份計畫比對。",
            years_argument="年度…",
            based_on_help="改與所依據的計畫（based_on）比對。",
            changes_usage="請寫成 changes 機關 年度 年度（例如 changes kinmen 114 115）；配合 --based-on 只寫一個。",
            revision_help="改為比對這次修正前後的全文（revisions/N.yml）。",
            odt_help="另將對照表（修正規定、現行規定、說明）寫成這個 ODT 檔，供陳核。",
            odt_made="對照表：{file}",
        ),
        "en": NextYearTexts(
            new_help="Draft a new year's plan from the one before it; or add an office with --office.",
            office_argument="OFFICE",
            year_argument="YEAR",
            text_argument="TEXT",
            from_help=(
                "Make it from the plan that it follows instead: the id of that plan's office, with the year where it "
                "is another (head-office/115)."
            ),
            new_office_help="Add this office (its id); what is missing is asked for.",
            name_help="With --office: its name.",
            en_help="With --office: its English name, if there is one.",
            organisation_help="With --office: its organisation, a key of organisations.yml.",
            department_help=(
                "With --office: a department, perhaps with its English name (業務組=Business Department); "
                "once for each department."
            ),
            new_usage="write new OFFICE YEAR (new kinmen 115), or new --office ID.",
            from_usage="write the office behind --from, perhaps with a year: head-office, head-office/115.",
            plan_made=(
                "Made {file} (a draft) from {source}; "
                "{carried:row keeps its address|rows keep their addresses}, new ones: {new}."
            ),
            moved="The year has been moved here; compare:",
            cleared="Taken out, since it was true of that plan alone: {keys}",
            remaining="These lines still have years, dates or numbers of letters; look at each:",
            lost="These rows had departments that the office does not have; they were left out, add who:",
            odd="These rows keep sic: true, since they would be errors without it; compare:",
            pictures="These figures were copied; compare the years and what else they show:",
            translated="Translations moved with their year: {count}",
            to_translate="The translation of these texts is not certain; they are to be translated:",
            not_translated=(
                "A plan or a catalogue cannot be read, so no translation was brought up to date; "
                "mend it and run python build.py translate."
            ),
            plan_next=(
                "What remains:\n"
                "  1. Compare {file} row by row with this year's document; fill in adopted and other dates; "
                "write unsure and sic where they are true of it.\n"
                "  2. python build.py check, and mend what it tells; python build.py serve, and look at it.\n"
                "  3. python build.py changes {office} {year} shows what differs from the year before.\n"
                "  4. python build.py addresses --office {office} --year {year}; python build.py translate.\n"
                "  5. Once it is approved, add approvals and take status: draft out: then it is public."
            ),
            ask_name="Name of the office (花蓮區營業處):",
            ask_en="English name (Enter if there is none):",
            ask_organisation="Its organisation, by key or name ({known}):",
            no_such_organisation="organisations.yml has no “{name}”; it has {known}.",
            ask_department="Departments, parted by 、, perhaps with an English name (業務組=Business Department):",
            ask_another="The next department (Enter if that was the last):",
            unanswered="something is missing; give it with {option}.",
            office_made=(
                "Made offices/{office}/office.yml.\n"
                "What remains:\n"
                "  1. Look at offices/{office}/office.yml; add contact where you know it.\n"
                "  2. The first plan: write offices/{office}/<year>/plan.yml (see Editing a plan), or make it from the "
                "plan that it follows: python build.py new {office} <year> --from <office>; or fill in a "
                "spreadsheet: python build.py sheet {office} <year>; or import a document of Word or a PDF: "
                "python build.py import <file> --office {office} --year <year>.\n"
                "  3. python build.py check."
            ),
            changes_help="Compare two years' plans of an office; with one year, its plan and the one before it.",
            years_argument="YEAR…",
            based_on_help="Compare with the plan that it follows (based_on) instead.",
            changes_usage="write changes OFFICE YEAR YEAR (changes kinmen 114 115); with --based-on, one year.",
            revision_help="Compare the plan before and after this revision (revisions/N.yml) instead.",
            odt_help="Write the table for approval (修正對照表: as it is to be, as it is, why) into this ODT file too.",
            odt_made="Table: {file}",
        ),
    }
)
