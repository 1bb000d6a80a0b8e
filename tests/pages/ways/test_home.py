from datetime import date

from planpress.model import Topic
from planpress.overview.trees import TOPICS, Leaf, Listed, Tree
from tests.markup import every, links, meta, one, page, text, texts
from tests.pages.making import OFFICE, held, home_of, pages, summary

OTHER = OFFICE.model_copy(update={"id": "other", "name": "另一處"})


def test_the_home_page_asks_one_question_and_offers_words_topics_and_offices() -> None:
    topic = Topic(id="bills", name="帳單", en="Bills", text="各種帳單。", text_en="Bills.", words=("帳單",))
    tree = Tree(TOPICS, (Leaf("bills", "帳單", (Listed("sample", 0, 2, ""),), topic),))
    root = page(home_of(pages(), [held(), held(summary(office="other"), by=OTHER)], tree))
    main = one(root, "main")
    assert texts(main, "h1") == ["各機關承諾為您做什麼？"]
    assert texts(main, "h2") == ["主題", "各機關", "這個網站"]
    assert [each.get("id") for each in every(root, "input")] == ["site-search"], "the header has no second search box"
    assert one(main, "input").get("aria-describedby") == one(main, "p", class_="hint").get("id")
    assert ("帳單 2項", "topics/bills/") in list(links(main))


def test_the_home_page_counts_and_leads_to_offices_and_newest_plans() -> None:
    root = page(home_of(pages(), [held(summary(), summary(roc_year=113)), held(summary(office="other"), by=OTHER)]))
    assert texts(root, "p", class_="totals") == ["2個機關、3份計畫，共9項具體作法。"]
    offices = one(root, "section", aria_labelledby="offices")
    assert [href for _, href in links(offices)] == ["sample/", "sample/114/", "other/", "other/114/"]
    assert texts(offices, "h3") == ["示範公司"]


def test_an_office_says_each_thing_once_and_whether_its_year_is_over() -> None:
    for today, said in ((date(2025, 6, 1), "3項"), (date(2026, 1, 1), "3項・年度已結束")):
        root = page(home_of(pages(today=today), [held(), held(summary(office="other"), by=OTHER)]))
        first, _ = every(one(root, "ul", class_="offices"), "li")
        assert text(first) == f"示範處 114年度（2025）計畫 {said}"


def test_the_home_page_of_a_single_office_is_its_own_with_the_newest_plan_first() -> None:
    root = page(home_of(pages(), [held(summary(), summary(roc_year=113))]))
    main = one(root, "main")
    assert texts(main, "h1") == ["示範處承諾為您做什麼？"]
    assert texts(main, "h2") == ["各年度計畫", "這個網站"]
    assert texts(root, "p", class_="totals") == ["2份計畫，共6項具體作法。"]
    plans = one(root, "section", aria_labelledby="plans")
    assert [href for _, href in links(plans)] == ["sample/114/", "sample/113/", "sample/"]
    assert every(root, "ul", class_="offices") == []
    over = page(home_of(pages(today=date(2026, 1, 1)), [held()]))
    assert "尚未收錄更新年度的計畫" in text(one(over, "p", class_="notice"))


def test_only_a_preview_hides_from_search_engines() -> None:
    assert meta(page(home_of(pages(), [held()])), "robots") is None
    assert meta(page(home_of(pages(preview=True), [held()])), "robots") == "noindex"
