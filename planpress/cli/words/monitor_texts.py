"""What the command ``monitor`` says, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class MonitorTexts:
    """Every sentence of the command; the braces name what is filled in."""

    help: str
    target_help: str
    log_help: str
    verbose_help: str
    unit_help: str
    fault_help: str
    remark_help: str
    at_help: str
    month_help: str
    output_help: str
    apart: str
    bad_address: str
    only_with_unit: str
    only_with_month: str
    bad_at: str
    later: str
    bad_month: str
    unknown_unit: str
    several_targets: str
    waiting: str
    looked: str
    recorded: str
    title: str
    subject: str
    description: str
    sheet: str
    columns: str
    column_heads: tuple[str, str, str]
    written: str


MONITOR_TEXTS: Final[Mapping[str, MonitorTexts]] = MappingProxyType(
    {
        "zh-Hant": MonitorTexts(
            help=(
                "檢測已上線的網站：首頁、抽測網頁與檔案是否與發布內容相同、是否為最後的版次、憑證天數、伺服器設定；"
                "逐項記入 monitor.jsonl。一切正常時不輸出。URL：首頁的網址；預設為 site_url。"
            ),
            target_help="與 publish.yml 的哪一個目標比對；只有一個目標時可省略。",
            log_help="紀錄檔；預設為專案的 monitor.jsonl。",
            verbose_help="正常時也列出各項結果。",
            unit_help="記錄人工檢測：由哪個單位檢測（不記姓名）。沒有 --fault 即為正常。",
            fault_help="配合 --unit：異常情形。",
            remark_help="配合 --unit：說明。",
            at_help="配合 --unit：檢測的時間，例如 115-11-26 20:05；預設為現在。",
            month_help="把一個月（例如 115-11）的紀錄製成「全球資訊網運轉情形紀錄表」（ODS 與 CSV）。",
            output_help="配合 --month：放在哪個資料夾；預設為目前的資料夾。",
            apart="--unit 與 --month 各自使用，也不加網址、--target、--verbose。",
            bad_address="{url} 不是網址；請寫完整，例如 https://plans.example/plans/。",
            only_with_unit="--fault、--remark、--at 須配合 --unit 使用。",
            only_with_month="--output 須配合 --month 使用。",
            bad_at="--at 應寫成 115-11-26 20:05。",
            later="--at 不可晚於現在。",
            bad_month="--month 應寫成 115-11。",
            unknown_unit=(
                "「{unit}」不是認得的單位；請寫單位，不寫姓名。"
                "認得 mkdocs.yml 的 publisher.unit 與 office.yml 的部門：{known}。"
            ),
            several_targets="publish.yml 有數個目標（{known}），請以 --target 指定。",
            waiting="另一個檢測正在寫入紀錄（{holder}），等它結束後繼續。",
            looked="{check}：{of} 項，{result}",
            recorded="已記錄：{time} {unit}，{result}",
            title="全球資訊網運轉情形紀錄表（{month}）",
            subject="網站運轉情形",
            description="{url} 於 {month} 逐日的檢測結果：程式檢測與人工檢測分開記載。",
            sheet="紀錄表",
            columns="欄位說明",
            column_heads=("CSV 的欄名", "欄位", "說明"),
            written="{file}：{days} 天，程式檢測 {machine} 天，人工檢測 {people} 天，未檢測 {missed} 天",
        ),
        "en": MonitorTexts(
            help=(
                "Look at the published site: its home page, a sample of pages and files beside what was published, the"
                " last release, the days its certificate has left, the server. A line a check goes into monitor.jsonl;"
                " where all is well, nothing is said. URL: of the home page; site_url by default."
            ),
            target_help="The target of publish.yml to compare with; not needed where there is only one.",
            log_help="The log; monitor.jsonl of the project by default.",
            verbose_help="Tell of each check also where all is well.",
            unit_help="Record that people of this unit looked (never who). Without --fault all was well.",
            fault_help="With --unit: what was wrong.",
            remark_help="With --unit: a remark.",
            at_help="With --unit: when they looked, such as 115-11-26 20:05; now by default.",
            month_help="Make the record of a month (115-11) as ODS and CSV.",
            output_help="With --month: the folder for both; the present one by default.",
            apart="--unit and --month stand alone, without an address, --target or --verbose.",
            bad_address="{url} is no address; write all of it, such as https://plans.example/plans/.",
            only_with_unit="--fault, --remark and --at go with --unit.",
            only_with_month="--output goes with --month.",
            bad_at="--at takes 115-11-26 20:05.",
            later="--at cannot be later than now.",
            bad_month="--month takes 115-11.",
            unknown_unit=(
                "“{unit}” is no unit that is known; give the unit, never a name. "
                "Known are publisher.unit of mkdocs.yml and the departments of office.yml: {known}."
            ),
            several_targets="publish.yml has several targets ({known}); choose one by --target.",
            waiting="Another look is writing to the log ({holder}); this one goes on when that one has ended.",
            looked="{check}: {of} looked at, {result}",
            recorded="Recorded: {time} {unit}, {result}",
            title="Operation of the web site ({month})",
            subject="Operation of the web site",
            description="What was found of {url} on each day of {month}, by the program and by people apart.",
            sheet="Record",
            columns="Columns",
            column_heads=("Name in the CSV", "Column", "What it holds"),
            written=(
                "{file}: {days:day|days}; looked at by the program on {machine}, by people on {people},"
                " by nobody on {missed}"
            ),
        ),
    }
)

CHECKS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "zh-Hant": {
            "home": "首頁",
            "files": "網頁與檔案",
            "release": "版次",
            "certificate": "憑證",
            "server": "伺服器設定",
        },
        "en": {
            "home": "home page",
            "files": "pages and files",
            "release": "release",
            "certificate": "certificate",
            "server": "server",
        },
    }
)
"""What each check is called."""
