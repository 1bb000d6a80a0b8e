"""What the command ``new-assessment`` says, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class NewAssessmentTexts:
    """Every sentence of the command; the braces name what is filled in."""

    help: str
    name_help: str
    kind_help: str
    rows_help: str
    dry_run_help: str
    name_usage: str
    made: str
    wanted: str


NEW_ASSESSMENT_TEXTS: Final[Mapping[str, NewAssessmentTexts]] = MappingProxyType(
    {
        "zh-Hant": NewAssessmentTexts(
            help=(
                "為一份計畫建立考核：寫入 assessments/ 的檔案（不公開），並製成待填的執行成果登錄表（ODS、XLSX）。"
                "OFFICE：機關代號；YEAR：民國年度；HALF：1 上半年、2 下半年。"
            ),
            name_help="檔案名稱（小寫英文、數字、連字號）；預設為 HALF。全年的考核沒有 HALF，必須指定。",
            kind_help="own 自行考核（預設）、superior 上級考核、telephone 電話測試、visit 實地考核。",
            rows_help="各列為評核項目（groups，計畫表格中直接帶有作法的標題；預設）或每一項作法（measures）。",
            dry_run_help="只列出檔案內容，不寫入。",
            name_usage="請寫 HALF（1 或 2），或以 --name 指定名稱（小寫英文、數字、連字號）。",
            made="已寫入 {file}（不公開；公開時改為 visibility: public）。",
            wanted="{file} 尚未寫入；不加 --dry-run 即寫入，並製成試算表。",
        ),
        "en": NewAssessmentTexts(
            help=(
                "Begin an assessment of a plan: its file in assessments/ (internal), and a register to fill in (ODS, "
                "XLSX). OFFICE: its id; YEAR: ROC year; HALF: 1 for January to June, 2 for July to December."
            ),
            name_help="Name of the file (small letters, digits, hyphens); by default HALF. A whole year needs one.",
            kind_help=("own (自行考核, the default), superior (上級考核), telephone (電話測試) or visit (實地考核)."),
            rows_help="A row for each group that measures stand under (groups, the default) or each measure.",
            dry_run_help="Write nothing, only show the file.",
            name_usage="Give HALF (1 or 2), or a name with --name (small letters, digits, hyphens).",
            made="{file} written (internal; visibility: public opens it).",
            wanted="{file} not written; without --dry-run it will be, and the spreadsheets made.",
        ),
    }
)
