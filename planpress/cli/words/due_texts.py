"""What the command ``due`` says."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planpress.overview.upkeep import UpkeepKind


@dataclass(frozen=True, slots=True)
class DueTexts:
    """What the command says."""

    help: str
    office_help: str
    days_help: str
    ics_help: str
    ics_public: str
    heading: str
    nothing: str
    today: str
    later: str
    since: str
    until: str
    half_ends: tuple[str, str]
    plan_ends: str
    internal: str
    undated: str
    upkeep: str
    upkeep_kinds: Mapping[UpkeepKind, str]
    overdue: str
    seen: str
    unseen: str
    written: str
    ics_title: str
    kind: str


DUE_TEXTS: Final[Mapping[str, DueTexts]] = MappingProxyType(
    {
        "zh-Hant": DueTexts(
            help="列出到期的事項：填報、報送、登載的期限（含內部期限）、半年考核結果、計畫年度的結束。",
            office_help="只列這個機關（代號）。",
            days_help="往後幾天；預設 60 天。",
            ics_help="另寫成行事曆檔（.ics），含內部期限，不可放在網站上。",
            ics_public="{file} 會公開在網站上，而這個檔案含有內部期限；請改放在專案的網站與 content/ 以外。",
            heading="{today} 起 {days} 天內到期的事項：",
            nothing="{today} 起 {days} 天內沒有到期的事項。",
            today="今天",
            later="{days} 天後",
            since="{days} 天前開始",
            until="{first} 至 {last}",
            half_ends=("上半年結束，整理上半年考核結果", "下半年結束，整理下半年考核結果"),
            plan_ends="計畫年度結束，本專案尚未收錄下一年度的計畫",
            internal="內部期限，依據：{source}",
            undated="今年的計畫沒有寫日期的事項：",
            upkeep="網站維護：",
            upkeep_kinds={
                UpkeepKind.REVIEW: "檢視網站內容（build.py reviewed）",
                UpkeepKind.LINKS: "檢查連到其他網站的連結（build.py check --external）",
                UpkeepKind.OWN_LINKS: "檢查站內連結（build.py check --site --record）",
                UpkeepKind.ACCESSIBILITY: "檢測無障礙（build.py check --accessibility --record）",
                UpkeepKind.CERTIFICATE: "伺服器憑證到期",
                UpkeepKind.BADGE: "無障礙標章到期，重新申請檢測",
                UpkeepKind.SECURITY_TXT: "security.txt 到期，改寫 Expires",
            },
            overdue="已逾 {days} 天",
            seen="上次 {day}",
            unseen="還沒有紀錄",
            written="行事曆檔：{file}（{events} 筆，含內部期限，請勿公開）",
            ics_title="到期事項（內部）",
            kind="時程",
        ),
        "en": DueTexts(
            help="List what falls due: deadlines (internal ones too), half-years' results, the ends of plans.",
            office_help="Only this office (its id).",
            days_help="How many days ahead; 60 by default.",
            ics_help="Also write a calendar file (.ics); it has internal deadlines and must not be put on a site.",
            ics_public="{file} would be public, and it has internal deadlines; put it outside the site and content/.",
            heading="Due within {days:day|days} from {today}:",
            nothing="Nothing falls due within {days:day|days} from {today}.",
            today="today",
            later="in {days:day|days}",
            since="began {days:day|days} ago",
            until="{first} to {last}",
            half_ends=(
                "the first half-year ends; collect its results",
                "the second half-year ends; collect its results",
            ),
            plan_ends="the plan's last year ends, and no later plan is here yet",
            internal="internal; basis: {source}",
            undated="What this year's plans want without giving a day:",
            upkeep="To keep the site sound:",
            upkeep_kinds={
                UpkeepKind.REVIEW: "look through the contents (build.py reviewed)",
                UpkeepKind.LINKS: "ask for links to other sites (build.py check --external)",
                UpkeepKind.OWN_LINKS: "count the links within the site (build.py check --site --record)",
                UpkeepKind.ACCESSIBILITY: "test accessibility by machine (build.py check --accessibility --record)",
                UpkeepKind.CERTIFICATE: "the server's certificate ends",
                UpkeepKind.BADGE: "the accessibility badge ends; apply for a new test",
                UpkeepKind.SECURITY_TXT: "security.txt ends; renew its Expires",
            },
            overdue="{days:day|days} overdue",
            seen="last on {day}",
            unseen="never yet",
            written="Calendar file: {file} ({events:event|events}, internal ones too; do not publish it)",
            ics_title="What falls due (internal)",
            kind="schedule",
        ),
    }
)
