from planpress.overview.topic_pages import MOST, TopicPage, topic_pages
from planpress.overview.trees import Leaf, Listed


def leaf(**plans: dict[int, int]) -> Leaf:
    """A topic by how many measures the plans of offices have, by year, the newest first."""
    listed = (
        Listed(office, year, measures, f"{office}/{year}/")
        for office, of_office in plans.items()
        for year, measures in of_office.items()
    )
    return Leaf("x", "主題", tuple(listed))


def pages(shown: Leaf, **newest: int) -> dict[str, TopicPage]:
    """The pages of a topic by year and number; the newest plans are the newest that it has, unless others are given."""
    known = {plan.office: plan.roc_year for plan in reversed(shown.plans)} | newest
    return {f"{page.roc_year or 'newest'}-{page.number}": page for page in topic_pages(shown, known)}


def parts(page: TopicPage) -> list[tuple[str, int, int, int]]:
    return [(plan.office, plan.roc_year, first, last) for plan, first, last in page.parts]


def test_a_page_has_each_offices_newest_plan_and_years_have_their_own() -> None:
    found = pages(leaf(a={114: 2, 113: 1}, b={113: 3}))
    assert [*found] == ["newest-1", "114-1", "113-1"]
    assert parts(found["newest-1"]) == [("a", 114, 0, 2), ("b", 113, 0, 3)]
    assert parts(found["114-1"]) == [("a", 114, 0, 2)]
    assert parts(found["113-1"]) == [("a", 113, 0, 1), ("b", 113, 0, 3)]
    assert found["newest-1"].years == found["113-1"].years == (114, 113)


def test_a_year_whose_plans_are_the_newest_has_no_page_of_its_own() -> None:
    (page,) = pages(leaf(a={114: 2}, b={114: 1})).values()
    assert (page.roc_year, page.years) == (None, ())
    assert [*pages(leaf(a={114: 2, 113: 1}, b={114: 1}))] == ["newest-1", "113-1"]


def test_a_plan_of_several_years_is_on_the_page_of_each() -> None:
    newest, lasting, older = (
        Listed("a", 115, 1, "a/115/"), Listed("b", 113, 1, "b/113/", until=114), Listed("a", 114, 1, "a/114/"),
    )  # fmt: skip
    found = pages(Leaf("x", "主題", (newest, older, lasting)))
    assert {number: parts(page) for number, page in found.items()} == {
        "newest-1": [("a", 115, 0, 1), ("b", 113, 0, 1)],
        "115-1": [("a", 115, 0, 1)],
        "114-1": [("a", 114, 0, 1), ("b", 113, 0, 1)],
        "113-1": [("b", 113, 0, 1)],
    }


def test_a_page_holds_thirty_measures_and_an_office_is_not_divided_without_need() -> None:
    assert MOST == 30
    found = pages(leaf(a={114: 20}, b={114: 10}, c={114: 8}, d={114: 25}, e={114: 65}, f={114: 1}))
    assert [(number, parts(page)) for number, page in found.items()] == [
        ("newest-1", [("a", 114, 0, 20), ("b", 114, 0, 10)]),
        ("newest-2", [("c", 114, 0, 8)]),
        ("newest-3", [("d", 114, 0, 25)]),
        ("newest-4", [("e", 114, 0, 30)]),
        ("newest-5", [("e", 114, 30, 60)]),
        ("newest-6", [("e", 114, 60, 65), ("f", 114, 0, 1)]),
    ]
    assert {page.pages for page in found.values()} == {6}


def test_the_first_page_leads_to_every_office_and_a_later_one_to_its_own() -> None:
    found = pages(leaf(a={114: 20}, b={114: 20}, c={114: 31}))
    assert [plan.path for plan in found["newest-1"].offices] == [
        "topics/x/#a", "topics/x/page-2/#b", "topics/x/page-3/#c",
    ]  # fmt: skip
    assert [plan.path for plan in found["newest-4"].offices] == ["topics/x/page-4/#c"]


def test_an_office_whose_newest_plan_has_none_is_led_to_its_last_year_that_has() -> None:
    found = pages(leaf(a={114: 1}, b={112: 2, 111: 1}), b=113)
    assert parts(found["newest-1"]) == [("a", 114, 0, 1)]
    assert [(plan.office, plan.path) for plan in found["newest-1"].elsewhere] == [("b", "topics/x/112/#b")]
    assert found["112-1"].elsewhere == ()


def test_a_topic_of_earlier_plans_alone_still_has_its_page() -> None:
    found = pages(leaf(a={112: 2}), a=114)
    assert (parts(found["newest-1"]), found["newest-1"].pages) == ([], 1)
    assert [plan.path for plan in found["newest-1"].elsewhere] == ["topics/x/112/#a"]
