"""An address that was published once is there, leads on, or was given up by somebody."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.redirect import Move
from planpress.publishing.comparing import Counted, Fewer, fewer
from planpress.publishing.lasting import fates, is_owed, lost, owed
from planpress.publishing.manifest import Fate, Manifest, Origin
from tests.publishing.sites import NOW, URL

OLD = (
    "index.html",
    "404.html",
    "first/index.html",
    "first/114/index.html",
    "en/first/114/index.html",
    "first/114/plan.json",
    "first/114/files/first-114-plan.en.pdf",
    "first/114/files/flow.png",
    "first/114/changes/index.html",
    "browse/departments/d-f93a5b1e/index.html",
    "browse/periods/month-05/index.html",
    "topics/bills/index.html",
    "topics/bills/114/index.html",
    "assets/site-00000001.css",
)
REST = [path for path in OLD if "first/114" not in path]


def release(files: Iterable[str] = OLD, former: dict[str, Fate] | None = None) -> Manifest:
    digests = dict.fromkeys(files, "0" * 64)
    return Manifest(number=1, site_url=URL, origin=Origin(made=NOW), files=digests, former=former or {})


def named(found: dict[str, Fate]) -> dict[str, int]:
    return {each.address: len(each.paths) for each in lost(found)}


def test_lists_that_follow_from_plans_and_what_pages_are_made_with_come_and_go() -> None:
    assert [path for path in OLD if not is_owed(path)] == [
        "404.html",
        "first/114/files/flow.png",
        "first/114/changes/index.html",
        "browse/periods/month-05/index.html",
        "topics/bills/114/index.html",
        "assets/site-00000001.css",
    ]


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("first/114/files", {"first/114/": 1}),
        ("first/114/index", {"first/114/": 2}),
        ("en/first", {"first/114/": 1}),
        ("departments", {"browse/departments/d-f93a5b1e/": 1}),
        ("month-05", {}),
        ("topics", {"topics/bills/": 1}),
        ("first", {"first/": 5}),
    ],
)
def test_what_is_lost_is_named_by_what_it_belongs_to(gone: str, expected: dict[str, int]) -> None:
    assert named(fates(release(), [path for path in OLD if gone not in path])) == expected


def test_what_was_moved_leads_to_what_is_there() -> None:
    there = ["second/114/index.html", "en/second/114/index.html", "second/114/plan.json"]
    moved = [Move("first/", "second/", True, ("first", "second")), Move("en/first/", "en/second/", True)]
    found = fates(release(), [*REST, *there], moved)
    assert {path for path, fate in found.items() if fate is Fate.MOVED} == {
        "first/114/index.html",
        "en/first/114/index.html",
        "first/114/plan.json",
    }
    assert named(found) == {"first/114/": 1}, "its document leads to none"
    documents = "second/114/files/second-114-plan.en.pdf"
    assert named(fates(release(), [*REST, *there, documents], moved)) == {}


def test_what_goes_with_a_plan_is_not_told_beside_it() -> None:
    rest = [
        path for path in REST if path not in ("topics/bills/index.html", "browse/departments/d-f93a5b1e/index.html")
    ]
    accepted = fewer(OLD, rest)
    assert [each.accepting for each in accepted] == ["plans=1"]
    assert set(fates(release(), rest, (), (), accepted).values()) == {Fate.GIVEN_UP}
    withdrawn = fates(
        release(), [*rest, "first/114/index.html"], (), {"first/114/": "404.html", "en/first/114/": "404.html"}
    )
    assert named(withdrawn) == {}
    assert withdrawn["first/114/plan.json"] is Fate.WITHDRAWN


def test_what_was_given_up_is_not_asked_for_again_and_what_leads_on_is() -> None:
    former = {"old/index.html": Fate.GIVEN_UP, "lost/index.html": Fate.MISSING, "moved/index.html": Fate.MOVED}
    before = release(former=former)
    assert {"lost/index.html", "moved/index.html"} <= owed(before)
    assert "old/index.html" not in owed(before)
    assert named(fates(before, OLD)) == {"lost/": 1, "moved/": 1}
    assert fates(before, [*OLD, "old/index.html"], [Move("moved/", "first/"), Move("lost/", "first/")]) == {
        "lost/index.html": Fate.MOVED,
        "moved/index.html": Fate.MOVED,
    }


PATHS = st.sets(st.sampled_from([*OLD, "second/index.html", "en/index.html"]))


@given(PATHS, PATHS, st.dictionaries(st.sampled_from(["gone/index.html", "x/1/plan.json"]), st.sampled_from(Fate)))
def test_every_address_ever_published_goes_on_with_the_list(
    old: set[str], new: set[str], former: dict[str, Fate]
) -> None:
    before = release(old, former)
    found = fates(before, new)
    assert owed(before) <= new | found.keys()
    assert before.former.keys() <= new | found.keys()
    assert not new & found.keys()
    assert all(Fewer(Counted.PAGES, (path,)).has(path) for path in found)
