"""全球資訊網運轉情形紀錄表 of a month as flat records, a day a row: what its CSV and ODS hold.

What the program found and what people saw are columns apart; a day on which nobody looked says so.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planpress.documents.records import Field
from planpress.editions.edition import Edition
from planpress.model.dates import RocDate
from planpress.problems import report
from planpress.problems.problem import has_errors
from planpress.publishing.monitor_log import Seen, Watched
from planpress.publishing.monitor_month import Evening, Run, local
from planpress.publishing.watching import Check

MONITOR_FIELDS: Final = (
    Field("date", "日期", "民國。", "Date", "ISO 8601."),
    Field("weekday", "星期", "星期幾。", "Weekday", "Day of the week."),
    Field("machine_times", "程式檢測時間", "臺灣時間；多次以「;」分隔。", "Program: times",
          "In Taiwan, separated by ;"),
    Field("machine_result", "程式檢測結果", "正常、異常、異常後恢復、未檢測；未到的日子空白。",
          "Program: result", "Well, at fault, mended, or not looked at; empty for days to come."),
    Field("home", "首頁", "首頁能否連線。", "Home page", "Whether the home page answers."),
    Field("files", "網頁與檔案", "與發布內容相同者／抽測數；七天輪完全部。", "Pages and files",
          "As published, of those asked for; all of them within seven days."),
    Field("release", "版次", "最後發布的版次，讀者看到的是否為該版。", "Release",
          "The last release, and whether readers see it."),
    Field("certificate", "憑證", "剩餘天數。", "Certificate", "Days left."),
    Field("server", "伺服器設定", "狀態、標頭、檔案類型、壓縮。", "Server", "Statuses, headers, types, compression."),
    Field("machine_faults", "程式發現的異常", "時間、網址與情形。", "Program: faults",
          "Time, address and what was wrong."),
    Field("person_times", "人工檢測時間", "臺灣時間；多次以「;」分隔。", "People: times", "In Taiwan, separated by ;"),
    Field("units", "檢測單位", "單位，不記姓名。", "Unit", "The unit, never a name."),
    Field("person_result", "人工檢測結果", "正常、異常；沒有紀錄則空白。", "People: result",
          "Well or at fault; empty where nothing was recorded."),
    Field("person_remarks", "人工檢測說明", "異常情形與說明。", "People: remarks", "What was wrong, and remarks."),
)  # fmt: skip

MONITOR_WIDTHS: Final = (2.9, 1.5, 1.7, 1.9, 1.3, 1.9, 2.4, 1.7, 1.7, 4.6, 1.7, 1.7, 1.7, 3.0)
"""Of their columns, in centimetres: together about a page."""


def monitor_records(evenings: Sequence[Evening], edition: Edition) -> Iterator[tuple[str, ...]]:
    """A row a day, as values in the order of :data:`MONITOR_FIELDS`."""
    for each in evenings:
        values = {**_day(each, edition), **_machine(each, edition), **_people(each.seen, edition)}
        yield tuple(values.get(field.name, "") for field in MONITOR_FIELDS)


def _day(evening: Evening, edition: Edition) -> dict[str, str]:
    _ = edition.gettext
    names = (_("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"))
    date = RocDate.on(evening.day)
    # Spreadsheet programs take 114-06-01 for a day of the second century.
    day = evening.day.isoformat() if edition.translates else f"{date.roc_year}年{date.month}月{date.day}日"
    return {"date": day, "weekday": names[evening.day.weekday()]}


def _machine(evening: Evening, edition: Edition) -> dict[str, str]:
    """What the program found; of several looks the last one stands in the columns of the checks."""
    _ = edition.gettext
    if not evening.runs:
        return {"machine_result": _("未檢測") if evening.is_over else ""}
    last = {each.check: each for each in evening.runs[-1].checks}
    at_fault = [_is_at_fault(run) for run in evening.runs]
    result = _("異常") if at_fault[-1] else _("異常，後已恢復") if any(at_fault) else _("正常")
    return {
        "machine_times": ";".join(f"{run.at:%H:%M}" for run in evening.runs),
        "machine_result": result,
        "home": _state(last.get(Check.HOME), edition),
        "files": _files(last.get(Check.FILES), edition),
        "release": _release(last.get(Check.RELEASE), edition),
        "certificate": _certificate(last.get(Check.CERTIFICATE), edition),
        "server": _state(last.get(Check.SERVER), edition),
        "machine_faults": "\n".join(_faults(evening.runs, edition)),
    }


def _is_at_fault(run: Run) -> bool:
    return has_errors(fault.problem for check in run.checks for fault in check.faults)


def _state(check: Watched | None, edition: Edition) -> str:
    if check is None:
        return edition.gettext("未檢測")
    wrong = has_errors(fault.problem for fault in check.faults)
    return edition.gettext("異常") if wrong else edition.gettext("正常")


def _files(check: Watched | None, edition: Edition) -> str:
    if check is None:
        return edition.gettext("未檢測")
    wrong = sum(int(fault.values.get("addresses", "1")) for fault in check.faults)
    return edition.gettext("%(right)s／%(asked)s") % {"right": max(0, check.of - wrong), "asked": check.of}


def _release(check: Watched | None, edition: Edition) -> str:
    if check is None or check.figure is None:
        return edition.gettext("未檢測")
    said = edition.gettext("第%(number)s版") % {"number": check.figure}
    return f"{said}{edition.colon}{_state(check, edition)}"


def _certificate(check: Watched | None, edition: Edition) -> str:
    if check is None or check.figure is None:
        return edition.gettext("未檢測")
    return edition.ngettext("剩%(num)d天", "剩%(num)d天", check.figure) % {"num": check.figure}


def _faults(runs: Sequence[Run], edition: Edition) -> Iterator[str]:
    for run in runs:
        for check in run.checks:
            for fault in check.faults:
                said = report.what(fault.problem, edition.language.tag)
                yield f"{run.at:%H:%M} {fault.code} {fault.address}{edition.colon}{said}"


def _people(seen: Sequence[Seen], edition: Edition) -> dict[str, str]:
    if not seen:
        return {}
    _ = edition.gettext
    remarks = [text for each in seen for text in (each.fault, each.remark) if text]
    return {
        "person_times": ";".join(f"{local(each.at):%H:%M}" for each in seen),
        "units": ";".join(each.unit for each in seen),
        "person_result": ";".join(_("異常") if each.fault else _("正常") for each in seen),
        "person_remarks": "\n".join(remarks),
    }
