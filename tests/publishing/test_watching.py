"""An evening's look tells what a reader would see: what is altered, old, still there, or soon not trusted."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.cache import digest
from planpress.model.redirect import Move
from planpress.publishing import watching
from planpress.publishing.fetching import Answer, Fetch, UnansweredError
from planpress.publishing.manifest import Manifest, Origin
from planpress.publishing.watching import Check, Look, Watch, sample

BASE = "https://plans.example/sub/"
NOW = datetime(2025, 6, 1, 20, tzinfo=UTC)
FILES = {"index.html": b"home", "about/index.html": b"about", "data.csv": b"a,b", "sample/114/plan.json": b"{}"}


def release(number: int, files: Mapping[str, bytes]) -> Manifest:
    digests = {path: digest(content) for path, content in files.items()}
    return Manifest(number=number, site_url=BASE, origin=Origin(made=NOW), files=digests)


def serving(files: Mapping[str, bytes], until: datetime | None = None) -> Fetch:
    def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        path = address.removeprefix(BASE)
        content = files.get(f"{path}index.html" if path == "" or path.endswith("/") else path)
        return Answer(404 if content is None else 200, (), content or b"", until)

    return fetch


@pytest.fixture(autouse=True)
def without_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the probe asks has tests of its own."""

    class Nothing:
        asked = 0

        def visit(self) -> list[object]:
            return []

    monkeypatch.setattr(watching, "Probe", lambda *_: Nothing())


def week(fetch: Fetch, *releases: Manifest) -> dict[Check, set[tuple[str, str]]]:
    """What seven evenings find: codes and paths, by the checks."""
    found: dict[Check, set[tuple[str, str]]] = {}
    for days in range(7):
        for look in Watch(BASE, BASE, fetch, releases).look(NOW + timedelta(days)):
            told = {(each.code, each.place.file.removeprefix(BASE)) for each in look.problems}
            found.setdefault(look.check, set()).update(told)
    return found


def looks(fetch: Fetch, *releases: Manifest) -> dict[Check, Look]:
    return {each.check: each for each in Watch(BASE, BASE, fetch, releases).look(NOW)}


def test_a_site_that_is_as_it_was_published_has_no_fault() -> None:
    found = week(serving(FILES, NOW + timedelta(60)), release(1, FILES))
    assert found == {check: set() for check in Check}


@pytest.mark.parametrize("path", FILES)
def test_whatever_is_altered_is_found_within_a_week(path: str) -> None:
    found = week(serving({**FILES, path: b"hacked"}), release(1, FILES))
    asked = path.removesuffix("index.html")
    assert found[Check.FILES] == {("E772", asked)}
    assert found[Check.RELEASE] == set()


def test_what_is_missing_is_told_with_its_status() -> None:
    found = looks(serving({"index.html": b"home"}), release(1, FILES))
    assert {each.values["found"] for each in found[Check.FILES].problems} == {"404"}


def test_an_older_release_and_what_was_taken_away_are_told_at_once() -> None:
    old = {**FILES, "gone/index.html": b"wrong plan"}
    new = {**FILES, "about/index.html": b"mended"}
    found = looks(serving(old), release(3, old), release(4, new))[Check.RELEASE]
    told = [(each.code, each.place.file.removeprefix(BASE), dict(each.values)) for each in found.problems]
    assert told == [
        ("E773", "about/", {"old": "3", "number": "4", "addresses": "1"}),
        ("E774", "gone/", {"addresses": "1"}),
    ]
    assert found.figure == 4
    assert looks(serving(new), release(3, old), release(4, new))[Check.RELEASE].problems == ()


def test_what_a_server_sends_elsewhere_is_no_fault() -> None:
    there = {**FILES, "old/index.html": b"leads on", "sample/113/index.html": b"withdrawn"}
    moved = (Move("old/", "about/"),)
    for days in range(7):
        watch = Watch(BASE, BASE, serving(FILES), (release(1, there),), moved, {"sample/113/": "sample/113/index.html"})
        assert [problem for look in watch.look(NOW + timedelta(days)) for problem in look.problems] == []


@pytest.mark.parametrize(("days", "codes"), [(31, []), (29, ["W775"]), (7, ["W775"]), (6, ["E775"]), (0, ["E775"])])
def test_a_certificate_is_warned_of_before_its_end(days: int, codes: list[str]) -> None:
    look = looks(serving(FILES, NOW + timedelta(days, 60)))[Check.CERTIFICATE]
    assert ([each.code for each in look.problems], look.figure) == (codes, days)


def test_where_no_release_is_known_the_rest_is_looked_at() -> None:
    assert list(looks(serving(FILES))) == [Check.HOME, Check.SERVER]


def nobody(code: str) -> Fetch:
    def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        raise UnansweredError(code, reason="refused")

    return fetch


def redirecting(target: str) -> Fetch:
    return lambda method, address, headers: Answer(302, (("Location", target),))


@pytest.mark.parametrize(
    ("fetch", "code"),
    [
        (nobody("E790"), "E790"),
        (nobody("E791"), "E791"),
        (nobody("E792"), "E792"),
        (nobody("E794"), "E794"),
        (redirecting(BASE), "E793"),
        (redirecting("javascript:alert(1)"), "E793"),
        (lambda method, address, headers: Answer(500, ()), "E796"),
    ],
)
def test_where_there_is_no_home_page_nothing_more_is_asked(fetch: Fetch, code: str) -> None:
    asked: list[str] = []

    def counting(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        asked.append(address)
        return fetch(method, address, headers)

    (look,) = Watch(BASE, BASE, counting, (release(1, FILES),)).look(NOW)
    assert (look.check, [each.code for each in look.problems]) == (Check.HOME, [code])
    assert len(asked) <= 2


def test_a_server_that_falls_silent_is_not_asked_for_everything() -> None:
    many = {"index.html": b"home", **{f"{number}.csv": b"" for number in range(200)}}

    def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        if address == BASE:
            return Answer(200, (), b"home")
        raise UnansweredError("E791", seconds="15")

    look = looks(fetch, release(1, many))[Check.FILES]
    assert look.of <= watching.MOST_UNANSWERED + 1


@given(st.sets(st.text(st.characters(codec="utf-8"), min_size=1), max_size=40), st.dates(date(2020, 1, 1)))
def test_any_seven_evenings_have_each_file_once(paths: set[str], first: date) -> None:
    paths -= {"404.html"}
    digests = dict.fromkeys(paths, "")
    first = min(first, date(9000, 1, 1))
    asked = [path for days in range(7) for path in sample(digests, first + timedelta(days))]
    assert sorted(asked) == sorted(paths)
