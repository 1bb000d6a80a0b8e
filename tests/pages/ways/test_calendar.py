from planpress.overview.calendar import PlanDates, public_dates
from planpress.overview.summary import summarise
from planpress.pages.ways.calendar import calendar_page
from tests.markup import one, page, text
from tests.pages.making import OFFICE, every_language, pages
from tests.written import plan

DATES = public_dates(
    summarise(
        plan("""
            deadlines:
              - {kind: 登載, to: 網頁, half: 1, day: 114-07-08, words: 於114年7月8日前登載於網頁}
              - {kind: 報送, to: 總處, within: 1個月, words: 應於1個月內函報總處}
            sections:
              - text: |
                  考核結果於114年7月8日前登載於網頁。
                  改進情形應於1個月內函報總處。
                rows:
                  - {do: 1. 辦理滿意度調查。, when: 114年5月及10月}
                  - {do: 2. 座談會。, when: 每年一次}
        """),
        {},
    )
)


def calendar(tag: str = "zh-Hant", this_year: int = 114, plans: tuple[PlanDates, ...] = (DATES,)) -> str:
    return calendar_page(pages(tag), plans, {"sample": OFFICE}, this_year)


def test_a_year_is_a_list_by_month_and_ends_with_what_has_no_day() -> None:
    root = page(calendar())
    (section,) = root.findall(".//section[@class='calendar-year']")
    assert [text(each) for each in section.iter("h3")] == ["5月", "7月", "10月", "計畫未定日期"]
    assert [text(each).split("：", 1)[1] for each in section.iter("a")] == [
        "辦理滿意度調查。",
        "應登載於網頁（上半年）",
        "辦理滿意度調查。",
        "應報送總處",
        "座談會。",
    ]
    assert "事由發生後1個月內，無從推算日期" in calendar()
    assert "計畫原文：於114年7月8日前登載於網頁" in calendar()


def test_this_year_and_later_ones_are_open_and_past_ones_folded() -> None:
    assert one(one(page(calendar()), "section", class_="calendar-year"), "details").get("open") is not None
    folded = page(calendar(this_year=115))
    assert [each.get("open") for each in folded.iter("details")] == [None, None]
    assert "115年度" in text(one(folded, "h2", id="y-115"))
    # A year is said once: its heading is what unfolds it.
    assert [text(each) for each in folded.iter("summary")][1:] == ["114年度（2025） 5筆"]
    assert [text(each) for each in folded.iter("h2")][1:] == ["115年度（2026）", "114年度（2025）"]


def test_a_year_in_which_nothing_is_due_says_so() -> None:
    assert "本站收錄的計畫在這一年沒有期限，也沒有定期辦理的作法。" in calendar(plans=())


@every_language
def test_nobody_is_said_to_be_late(tag: str) -> None:
    html = calendar(tag, 120)
    assert not [word for word in ("逾期", "overdue", "late ", "延遲") if word in html]


def test_the_day_of_publishing_stands_beside_the_day_that_the_plan_gives() -> None:
    source = """
        deadlines:
          - {kind: 登載, to: 網頁, half: 1, day: 114-07-08, done: 114-07-10, words: 於114年7月8日前登載於網頁}
          - {kind: 填報, to: 業務處, half: 1, done: 114-07-11, words: 填報業務處}
        sections: [{text: 於114年7月8日前登載於網頁，並填報業務處。}]
    """
    said = text(page(calendar(plans=(public_dates(summarise(plan(source).public, {})),))))
    assert "期限中華民國114年7月8日；登載日中華民國114年7月10日" in said
    assert "7月11日" not in said
