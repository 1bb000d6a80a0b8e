import pytest

from planpress.publishing.comparing import Counted, Fewer, Subject, counted, difference, fewer, subject, withdrawn


def plan(office: str, year: int, pages: int = 2, documents: int = 2) -> list[str]:
    base = f"{office}/{year}/"
    return [
        f"{base}index.html",
        f"en/{base}index.html",
        f"{base}plan.json",
        *(f"{base}part-{number}/index.html" for number in range(pages - 2)),
        *(f"{base}files/{number}.pdf" for number in range(documents)),
    ]


SITE = [
    "index.html",
    "en/index.html",
    "en/search/index.html",
    "zh-hans/search/index.html",
    *(f"browse/years/{year}/index.html" for year in (113, 114)),
    *plan("first", 114),
    *plan("second", 114, pages=20, documents=20),
    *plan("second", 113),
]


def told(after: list[str]) -> list[str]:
    return [each.accepting for each in fewer(SITE, after)]


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("nothing", []),
        ("second/113", ["plans=1"]),
        ("first/114", ["plans=1"]),
        ("en/search/", ["editions=1"]),
        ("second/114/files/1", ["documents=11"]),  # 1, 10 to 19
        ("second/114/part-1", ["pages=9"]),  # 1, 10 to 17
        ("second/114/part-17", []),
    ],
)
def test_what_is_missing_is_told(gone: str, expected: list[str]) -> None:
    assert told([path for path in SITE if gone not in path]) == expected


def test_what_goes_with_a_plan_is_told_with_it_alone() -> None:
    assert told([path for path in SITE if "113" not in path]) == ["plans=1"]


def test_what_is_lost_beside_a_plan_is_told_too() -> None:
    without = [path for path in SITE if "113" not in path and not path.startswith("second/114/files/")]
    assert told(without) == ["plans=1", "documents=20"]


def test_what_is_gone_is_known_by_its_files() -> None:
    plans, editions = Fewer(Counted.PLANS, ("second/113",)), Fewer(Counted.EDITIONS, ("en",))
    documents = Fewer(Counted.DOCUMENTS, ("second/114/files/1.pdf",))
    paths = ["second/113/files/a.pdf", "en/second/113/index.html", "second/114/files/1.pdf", "en/index.html", "second/"]
    had = [[path for path in paths if each.has(path)] for each in (plans, editions, documents)]
    assert had == [paths[:2], [paths[1], paths[3]], [paths[2]]]


def test_pages_whose_addresses_change_are_not_fewer() -> None:
    assert told([path.replace("part-", "piece-") for path in SITE]) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("sample/114/index.html", Subject("sample", 114)),
        ("zh-hans/sample/114/plan.json", Subject("sample", 114)),
        ("en/topics/bills/114/index.html", Subject()),
        ("topics/bills/114/index.html", Subject()),
        ("browse/years/114/index.html", Subject()),
        ("sample/index.html", Subject()),
    ],
)
def test_a_file_belongs_to_a_plan_or_to_the_site(path: str, expected: Subject) -> None:
    assert subject(path) == expected


def test_a_difference_has_each_file_once() -> None:
    differs = difference({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "d": "1"})
    assert (differs.added, differs.changed, differs.removed) == (("d",), ("b",), ("a",))
    assert differs and not difference({"a": "1"}, {"a": "1"})


def test_a_plan_that_was_withdrawn_was_meant_to_go() -> None:
    pages = ("second/114/index.html", "en/second/114/index.html")
    after = [path for path in SITE if "second/114/" not in path or path in pages]
    assert withdrawn(SITE, after) == {Subject("second", 114)}
    assert fewer(SITE, after) == []
    assert withdrawn(after, after) == set()
    assert [each.accepting for each in fewer(SITE, [path for path in after if "second/114/" not in path])] == [
        "plans=1"
    ]
    assert withdrawn(SITE, [path for path in after if "second/114" not in path]) == set()


def test_a_page_that_only_leads_on_is_no_plan() -> None:
    led_on = [*SITE, "former/114/index.html", "en/former/114/index.html"]
    assert counted(led_on)[Counted.PLANS] == {"first/114", "second/113", "second/114"}
    assert fewer(led_on, SITE) == [], "lasting addresses tell of it"
    renamed = [path.replace("first/", "former/") for path in SITE]
    assert fewer(SITE, [*renamed, "first/114/index.html"]) == []
