from dataclasses import replace
from datetime import date, timedelta

import vobject
from hypothesis import given
from hypothesis import strategies as st

from planpress.feeds.ics import CalendarEvent, CalendarFile, calendar_bytes

EVENT = CalendarEvent(
    uid="sample-114-filed-half-1@plans.example",
    stamp=date(2025, 1, 14),
    first=date(2025, 7, 8),
    last=date(2025, 7, 8),
    title="示範處：應填報業務處, 業務組; 甲\\乙",
    text="期限中華民國114年7月8日\n計畫原文：「分別於114年7月8日」" + "長" * 100,
    url="https://plans.example/sub/sample/114/#s-6",
    kind="應填報",
)
FILE = CalendarFile("zh-Hant", "示範處行事曆", "https://plans.example/sub/sample/calendar.ics", (EVENT,))


def test_another_parser_reads_what_was_written() -> None:
    calendar = vobject.readOne(calendar_bytes(FILE).decode())
    (event,) = calendar.vevent_list
    assert (calendar.version.value, calendar.x_wr_calname.value) == ("2.0", FILE.title)
    assert (event.uid.value, event.url.value) == (EVENT.uid, EVENT.url)
    assert (event.summary.value, event.description.value) == (EVENT.title, EVENT.text)
    assert event.dtstart.value == date(2025, 7, 8)  # a day, and no moment of it
    assert event.dtend.value == date(2025, 7, 9)  # the first day after it
    assert event.dtstamp.value.isoformat() == "2025-01-14T00:00:00+00:00"
    calendar.validate()


def test_what_a_calendar_is_called_is_a_text_too() -> None:
    content = calendar_bytes(replace(FILE, title="甲;乙,丙\\丁")).decode()
    assert "\r\nNAME;LANGUAGE=zh-Hant:甲\\;乙\\,丙\\\\丁\r\n" in content
    assert "\r\nX-WR-CALNAME:甲\\;乙\\,丙\\\\丁\r\n" in content


def test_lines_are_at_most_75_octets_and_end_as_the_standard_says() -> None:
    content = calendar_bytes(FILE)
    assert content.count(b"\r\n") == content.count(b"\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is cut in two


def test_the_same_data_gives_the_same_bytes() -> None:
    assert calendar_bytes(FILE) == calendar_bytes(FILE)


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200),
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(0, 400),
)
def test_whatever_a_plan_says_is_read_back(title: str, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    event = CalendarEvent("a@b.example", first, first, last, title, title, "https://b.example/", "k")
    (read,) = vobject.readOne(
        calendar_bytes(CalendarFile("zh-Hant", "t", "https://b.example/", (event,))).decode()
    ).vevent_list
    assert (read.summary.value, read.dtend.value) == (title, last + timedelta(days=1))
