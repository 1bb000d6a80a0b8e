from datetime import date

from tests.markup import links, meta, one, page, texts
from tests.pages.making import OFFICE, held, home_of, pages, summary


def test_the_home_page_counts_and_leads_to_offices_and_newest_plans() -> None:
    other = OFFICE.model_copy(update={"id": "other", "name": "另一處"})
    root = page(home_of(pages(), [held(summary(), summary(roc_year=113)), held(summary(office="other"), by=other)]))
    assert texts(root, "p", class_="totals") == ["目前收錄2個機關、3份計畫、9項具體作法。"]
    assert [href for _, href in links(one(root, "main"))][1:5] == ["sample/", "sample/114/", "other/", "other/114/"]
    assert texts(root, "h2")[0] == "示範公司"


def test_the_home_page_says_that_the_year_of_the_newest_plan_is_over() -> None:
    root = page(home_of(pages(today=date(2026, 1, 1)), [held()]))
    assert texts(root, "p", class_="card-text") == ["最新收錄：114年度（2025）（年度已結束）"]
    assert texts(page(home_of(pages(), [held()])), "p", class_="card-text") == ["最新收錄：114年度（2025）"]


def test_only_a_preview_hides_from_search_engines() -> None:
    assert meta(page(home_of(pages(), [held()])), "robots") is None
    assert meta(page(home_of(pages(preview=True), [held()])), "robots") == "noindex"
