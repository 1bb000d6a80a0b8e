"""What the commands for spreadsheets say, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """Every sentence of these commands; the braces name what is filled in."""

    sheet_help: str
    sheet_format_help: str
    sheet_output_help: str
    sheet_assessment_help: str
    sheet_form_help: str
    sheet_form_alone: str
    sheet_accessibility_help: str
    sheet_accessibility_alone: str
    no_such_form: str
    form_made: str
    sheet_made: str
    sheet_there: str
    import_help: str
    import_office_help: str
    import_year_help: str
    dry_run_help: str
    import_same: str
    import_written: str
    import_wanted: str
    import_refused: str


SHEET_TEXTS: Final[Mapping[str, SheetTexts]] = MappingProxyType(
    {
        "zh-Hant": SheetTexts(
            sheet_help=(
                "把計畫製成試算表，交給只有 LibreOffice 或 Excel 的同仁編輯；該年度還沒有計畫時，製成空白表。"
                "OFFICE：機關代號；YEAR：民國年度。"
            ),
            sheet_format_help="檔案格式：ods（LibreOffice）或 xlsx（Excel）；預設依檔名，沒有檔名就是 ods。",
            sheet_output_help="寫入這個檔案；預設為目前資料夾的「代號-年度.ods」。",
            sheet_assessment_help="不是計畫，而是這份考核（assessments/NAME.yml）的執行成果登錄表。",
            sheet_form_help="與 --assessment 一起使用：依 forms/ 中這個名稱的表，製成上級機關自己的表格。",
            sheet_form_alone="--form 須與 --assessment 一起使用。",
            sheet_accessibility_help="不是計畫，而是無障礙人工檢測表：不必寫機關與年度。",
            sheet_accessibility_alone="--accessibility 是整個網站的檢測表，不必寫機關、年度與其他選項。",
            no_such_form="forms/ 中沒有名稱為「{name}」的表格；有：{known}。",
            form_made="已寫入 {file}。",
            sheet_made="已寫入 {file}；編輯後以 build.py import 匯入。",
            sheet_there="{file} 已經存在，內容也不同，未覆寫；請移走或以 --output 指定其他檔名。",
            import_help=(
                "把編輯過的試算表（ODS、XLSX）匯入 plan.yml 或考核的檔案，只改更動過的列，並列出修改之處；"
                "或把文件（DOCX、ODT、PDF、HTML）做成新計畫的草稿。"
            ),
            import_office_help="計畫的機關（代號）；預設依試算表所記。",
            import_year_help="計畫的年度（民國）；預設依試算表所記。",
            dry_run_help="只列出修改之處，不寫入。",
            import_same="{file}：與試算表相同，無須修改。",
            import_written="已寫入 {file}。",
            import_wanted="{file} 尚未寫入；不加 --dry-run 即寫入。",
            import_refused="未寫入任何檔案。請依上列說明修正試算表後再執行一次。",
        ),
        "en": SheetTexts(
            sheet_help=(
                "Make a spreadsheet of a plan for those who have LibreOffice or Excel only; an empty one where the "
                "year has no plan yet. OFFICE: its id; YEAR: ROC year."
            ),
            sheet_format_help="ods (LibreOffice) or xlsx (Excel); by default what the name of the file says, else ods.",
            sheet_output_help="Write this file; by default one named after office and year in the present folder.",
            sheet_assessment_help="Not the plan but the register of results of this assessment (assessments/NAME.yml).",
            sheet_form_help="With --assessment: head office's own form, as forms/ describes it under this name.",
            sheet_form_alone="--form goes with --assessment.",
            sheet_accessibility_help="Not a plan but the check codes for people, of the whole site; no OFFICE, YEAR.",
            sheet_accessibility_alone="--accessibility is of the whole site; leave out OFFICE, YEAR and the rest.",
            no_such_form="forms/ has no form “{name}”; it has: {known}.",
            form_made="{file} written.",
            sheet_made="{file} written; bring it back with build.py import.",
            sheet_there="{file} is there already and holds something else, so it stays; move it, or choose --output.",
            import_help=(
                "Bring an edited spreadsheet (ODS, XLSX) into its plan.yml or its assessment: only rows that were "
                "changed, and show what changes; or make a document (DOCX, ODT, PDF, HTML) the draft of a new plan."
            ),
            import_office_help="Office of the plan (its id); the spreadsheet says it by default.",
            import_year_help="Year of the plan (ROC); the spreadsheet says it by default.",
            dry_run_help="Write nothing, only show what would change.",
            import_same="{file}: says the same as the spreadsheet; nothing to change.",
            import_written="{file} written.",
            import_wanted="{file} not written; it will be without --dry-run.",
            import_refused="Nothing was written. Mend the spreadsheet as said above and run this again.",
        ),
    }
)
