from datetime import date
from pathlib import Path

import pytest
import vobject

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from tests.projects import PLAN, project, tree

SECRET = "業務處內部函第114999號"
WITH_DEADLINES = (
    PLAN.replace("when: 持續辦理", "when: 114年5月及10月")
    + f"""\
  - text: |
      柒、考核結果應分別於114年7月8日及115年1月6日前填報業務處，並登載於本處網頁。
adopted: 114-01-14
deadlines:
  - {{kind: 填報, to: 業務處, half: 1, day: 114-07-08, words: 考核結果應分別於114年7月8日及115年1月6日前填報業務處}}
  - {{kind: 登載, to: 本處網頁, half: 1, words: 並登載於本處網頁}}
  - {{kind: 報送, to: 秘密單位, day: 114-06-05, source: {SECRET}}}
"""
)
OTHER = {
    "offices/other/office.yml": "name: 別處\norganisation: sample\ndepartments: [{name: 業務組}, {name: 電務組}]\n"
}


def built(root: Path) -> dict[str, bytes]:
    settings = Settings.load(root)
    outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    return tree(settings.site_dir)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    files = {"offices/sample/114/plan.yml": WITH_DEADLINES, "offices/other/114/plan.yml": PLAN, **OTHER}
    return project(tmp_path, files)


def test_site_and_offices_have_calendars_that_the_clock_does_not_change(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = built(root)
    calendars = {path: content for path, content in site.items() if path.endswith(".ics")}
    names = ("calendar.ics", "sample/calendar.ics")  # the other office has nothing that is due
    assert set(calendars) == {f"{prefix}{name}" for prefix in ("", "en/", "zh-hans/") for name in names}
    for prefix in ("", "en/", "zh-hans/"):
        calendar = vobject.readOne(calendars[f"{prefix}sample/calendar.ics"].decode())
        found = {event.uid.value: event.dtstart.value for event in calendar.vevent_list}
        assert found == {
            "sample-114-filed-ab96ef74-half-1@plans.example": date(2025, 7, 8),
            "sample-114-m-1-2-202505@plans.example": date(2025, 5, 1),
            "sample-114-m-1-2-202510@plans.example": date(2025, 10, 1),
            "sample-114-undated-114@plans.example": date(2025, 1, 1),
        }
        (of_year,) = (event for event in calendar.vevent_list if "undated" in event.uid.value)
        assert {"": "非當日辦理", "en/": "not due today", "zh-hans/": "非当日办理"}[prefix] in of_year.summary.value
        assert {event.dtstamp.value.date() for event in calendar.vevent_list} == {date(2025, 1, 14)}
        urls = {event.url.value for event in calendar.vevent_list}
        assert f"https://plans.example/sub/{prefix}sample/114/#s-2" in urls
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798736000")
    later = built(root)
    assert {path: later[path] for path in calendars} == calendars


def test_what_a_letter_says_is_nowhere_on_the_site_nor_in_the_cache(root: Path) -> None:
    everything = built(root) | {f".cache/{path}": content for path, content in tree(root / ".cache").items()}
    secrets = [SECRET.encode(), "秘密單位".encode()]
    assert {path for path, content in everything.items() if any(secret in content for secret in secrets)} == set()


def test_pages_lead_to_the_calendar_only_where_there_is_one(root: Path) -> None:
    site = built(root)
    assert b'href="../calendar.ics"' in site["sample/114/index.html"]
    assert b'href="calendar.ics"' in site["sample/index.html"]
    assert b"calendar.ics" not in site["other/index.html"] + site["other/114/index.html"]
    plan = site["sample/114/index.html"].decode()
    assert (
        '<dt>應填報</dt><dd><a href="#s-2">業務處（上半年）：期限中華民國<wbr><span class="kept apart">114年7月8日</span></a></dd>'
        in plan
    )
    assert '<dt>應登載</dt><dd><a href="#s-2">並登載於本處網頁（計畫未定日期）</a></dd>' in plan
    assert b"\xe9\x80\xbe\xe6\x9c\x9f" not in b"".join(site.values())  # 逾期


def test_another_wording_of_a_measure_without_a_time_makes_no_page_of_the_calendar_anew(root: Path) -> None:
    before = built(root)
    file = root / "offices/sample/114/plan.yml"
    file.write_text(file.read_text("utf-8").replace("推廣電子帳單。", "推廣電子帳單及行動支付。"), "utf-8")
    after = built(root)
    changed = {path for path in before if before[path] != after.get(path)}
    assert not [path for path in changed if "calendar" in path]
