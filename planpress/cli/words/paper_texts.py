"""What ``build.py import`` says of a document that it makes a plan of, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planpress.editing.papers.paper import Reason
from planpress.model.column_role import ColumnRole


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """Every sentence of the report; the braces name what is filled in."""

    columns_help: str
    columns_wrong: str
    ask: str
    written: str
    kept: str
    remembered: str
    wanted: str
    refused: str
    understood: str
    columns: str
    column: str
    group: str
    no_group: str
    account: str
    left_out: str
    more: str
    lost: str
    unknown: str
    doubts: str
    remarks: Mapping[str, str]
    reasons: Mapping[Reason, str]
    roles: Mapping[ColumnRole, str]
    next: str
    installing: str
    not_installed: str


PAPER_TEXTS: Final[Mapping[str, PaperTexts]] = MappingProxyType(
    {
        "zh-Hant": PaperTexts(
            columns_help=(
                "說明文件的欄名各是什麼，例如 --columns 負責窗口=部門；"
                "可以是 標題、編號、作法、部門、協辦、期間、目標、其他，可重複使用。"
            ),
            columns_wrong="--columns 的寫法是「欄名=種類」，種類為 {roles} 之一：{given}",
            ask="認不出哪個欄位是作法。請說明各欄是什麼（{roles}），不需要的直接按 Enter：",
            kept="原檔的副本在 {file}：git 不收錄、不公開，預覽時顯示在草稿旁邊。",
            remembered="欄位的意思已記在 {file}（document_columns），下次不必再說明。",
            written="已寫入 {file}（草稿，不會公開）。",
            wanted="{file} 尚未寫入；不加 --dry-run 即寫入。",
            refused="未寫入任何檔案。",
            understood="共 {sections} 章、{rows} 列，其中作法 {measures} 項：",
            columns="欄位：{columns}",
            column="「{name}」為{role}",
            group="  {name}　{count} 項",
            no_group="（無標題）",
            account=(
                "文件全文 {total:,} 字（不計標點與空白）："
                "列入計畫 {kept:,} 字、未列入 {left_out:,} 字、遺漏 {lost:,} 字。"
            ),
            left_out="未列入計畫的文字：",
            more="    ……另有 {count} 處",
            lost="遺漏的文字，請人工補上：",
            unknown=(
                "office.yml 沒有的部門：{names}。"
                "確實是本處的部門，請加到 office.yml；只是寫法不同，請在計畫裡改成一致。"
            ),
            doubts="讀不準的 {count} 列，已在該列加上 unsure 說明，請對照原件後修正並刪去：",
            remarks=MappingProxyType(
                {
                    "changes": "文件有追蹤修訂：已採用全部接受後的文字。",
                    "box": "文件有文字方塊：其文字列在所在段落之後，請核對位置。",
                    "prose": (
                        "沒有作法的表格：作法取自段落，部門與期間取自括號或「主辦單位：」等文字；"
                        "欄名由程式補上，請核對。"
                    ),
                    "after": "表格之後另有文字：已列為註，請核對是否屬於該處。",
                }
            ),
            reasons=MappingProxyType(
                {
                    Reason.CONTENTS: "目次",
                    Reason.MARGIN: "頁首頁尾",
                    Reason.HIDDEN: "隱藏文字",
                    Reason.DELETED: "已刪除的文字（追蹤修訂）",
                    Reason.COMMENT: "註解",
                    Reason.FRONT: "封面",
                    Reason.REPEATED: "各頁重複的欄名與標題",
                    Reason.NO_COLUMN: "計畫沒有位置可放",
                    Reason.ADDRESS: "連結的網址（計畫的文字沒有連結，需要時請寫進文字）",
                    Reason.OURS: "本程式文件上的說明",
                }
            ),
            roles=MappingProxyType(
                {
                    ColumnRole.GROUP: "標題",
                    ColumnRole.NUMBER: "編號",
                    ColumnRole.MEASURE: "作法",
                    ColumnRole.WHO: "部門",
                    ColumnRole.SUPPORTING: "協辦",
                    ColumnRole.WHEN: "期間",
                    ColumnRole.TARGET: "目標",
                    ColumnRole.MORE: "其他",
                }
            ),
            next=(
                "接著執行 python build.py check 檢查、python build.py serve 預覽，"
                "逐列對照原件；核定後刪去 status: draft。"
            ),
            installing="第一次匯入文件，先安裝讀取文件的套件。",
            not_installed="讀取文件的套件沒有裝好，請執行：python scripts/setup.py import",
        ),
        "en": PaperTexts(
            columns_help=(
                "What columns of the document hold, as in --columns 負責窗口=who; one of group, number, measure, who, "
                "supporting, when, target, more. May be given several times."
            ),
            columns_wrong="--columns takes NAME=KIND, where KIND is one of {roles}: {given}",
            ask="No column is known to hold measures. Say what each holds ({roles}); Enter for none of these:",
            kept="A copy of the document is in {file}: not in git, not published, beside the draft in the preview.",
            remembered="What the columns hold is now in {file} (document_columns), for the next time.",
            written="{file} written (a draft, which is not published).",
            wanted="{file} was not written; leave out --dry-run to write it.",
            refused="Nothing was written.",
            understood="{sections:section|sections}, {rows:row|rows}, of which {measures:is a measure|are measures}:",
            columns="Columns: {columns}",
            column="“{name}” is {role}",
            group="  {name}  {count}",
            no_group="(no heading)",
            account=(
                "The document has {total:,} characters (without punctuation and blanks): {kept:,} are in the plan, "
                "{left_out:,} are left out, {lost:,} are lost."
            ),
            left_out="Left out of the plan:",
            more="    … and {count} more",
            lost="Lost; please add these by hand:",
            unknown=(
                "Departments that office.yml does not have: {names}. Add those that are the office's to office.yml; "
                "where only the spelling differs, mend it in the plan."
            ),
            doubts=(
                "{count:row is uncertain and says|rows are uncertain and say} why (unsure); "
                "compare with the document, mend, and remove it:"
            ),
            remarks=MappingProxyType(
                {
                    "changes": "The document has tracked changes: its text is the one with all of them accepted.",
                    "box": "The document has text boxes: their texts follow the paragraph they stand in; check where.",
                    "prose": (
                        "No table has measures: they were taken from paragraphs, departments and periods from "
                        "parentheses or from words such as 主辦單位：. The program named the columns; check them."
                    ),
                    "after": "There is text below a table: it became notes; check whether it belongs there.",
                }
            ),
            reasons=MappingProxyType(
                {
                    Reason.CONTENTS: "table of contents",
                    Reason.MARGIN: "heads and feet of pages",
                    Reason.HIDDEN: "hidden text",
                    Reason.DELETED: "deleted text (tracked changes)",
                    Reason.COMMENT: "comments",
                    Reason.FRONT: "cover",
                    Reason.REPEATED: "column names and headings repeated on other pages",
                    Reason.NO_COLUMN: "the plan has no place for it",
                    Reason.ADDRESS: "where links lead (a plan has no links: write what is needed into the text)",
                    Reason.OURS: "what planpress itself writes on documents",
                }
            ),
            roles=MappingProxyType({role: role.value for role in ColumnRole}),
            next=(
                "Now run python build.py check and python build.py serve, and compare row by row; once it is approved, "
                "remove status: draft."
            ),
            installing="The first document: the packages that read documents are installed first.",
            not_installed="The packages that read documents are not there. Run: python scripts/setup.py import",
        ),
    }
)
