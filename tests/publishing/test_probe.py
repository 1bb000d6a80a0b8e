"""Every fault of a server is told once, at its address; a server without one has none."""

import zlib
from collections.abc import Callable, Mapping

import pytest

from planpress.model.redirect import Move
from planpress.problems.problem import Problem
from planpress.publishing.fetching import Answer, UnansweredError
from planpress.publishing.probe import Probe
from planpress.publishing.server_rules import headers, media_type

BASE = "https://plans.example/sub/"
HOME = (
    '<a href="about/">關於</a> <a href="sample/114/plan.json">資料</a><link href="assets/a-00000000.css">' + " " * 2000
)
FILES: Mapping[str, bytes] = {
    "index.html": HOME.encode(),
    "about/index.html": b'<a href="../data.csv">csv</a><a href="//[">?</a>',
    "search/index.html": b"<h1>search</h1>",
    "404.html": b"not here",
    "robots.txt": b"User-agent: *",
    "sitemap.xml": b"<urlset/>",
    "data.csv": b"a,b",
    "assets/a-00000000.css": b"p{}" * 600,
    "sample/114/plan.json": b"{}",
}
MOVED = (Move("old/", "about/"),)
GONE = {"sample/113/": "404.html"}


def packed(content: bytes) -> bytes:
    packing = zlib.compressobj(wbits=31)
    return packing.compress(content) + packing.flush()


def right(method: str, address: str, given: Mapping[str, str]) -> Answer:
    """What a server that has no fault answers."""
    path = address.removeprefix(BASE)
    moved = {"about": "about/", **{each.old: each.new for each in MOVED}}.get(path)
    file = path + "index.html" if path == "" or path.endswith("/") else path
    status = 301 if moved else 410 if path in GONE else 200 if file in FILES else 404
    file = file if status == 200 else "404.html"
    kind = media_type(file)
    assert kind is not None
    told = [*headers(file).items(), ("Content-Type", kind.header), ("ETag", f'"{file}"')]
    told += [("Location", BASE + moved)] if moved else []
    if given.get("If-None-Match") == f'"{file}"':
        return Answer(304, tuple(told))
    if kind.is_text and given.get("Accept-Encoding") == "gzip":
        return Answer(status, (*told, ("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")), packed(FILES[file]))
    return Answer(status, tuple(told), FILES[file])


def visit(change: Callable[[str, Mapping[str, str], Answer], Answer], base: str = BASE) -> list[Problem]:
    def fetch(method: str, address: str, given: Mapping[str, str]) -> Answer:
        return change(address, given, right(method, address, given))

    return Probe(base, BASE, fetch, MOVED, GONE).visit()


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.file.removeprefix(BASE)) for problem in problems]


def without(answer: Answer, name: str, *values: str) -> Answer:
    """The answer with other values of a header."""
    kept = [each for each in answer.headers if each[0] != name]
    return Answer(answer.status, (*kept, *((name, value) for value in values)), answer.body)


def test_a_server_without_a_fault_has_none() -> None:
    assert visit(lambda address, given, answer: answer) == []


@pytest.mark.parametrize(
    ("path", "name", "values", "code"),
    [
        ("", "Content-Security-Policy", (), "E797"),
        ("", "X-Content-Type-Options", ("nosniff", "nosniff"), "E797"),
        ("data.csv", "Referrer-Policy", ("origin",), "E797"),
        ("planpress-probe/", "Content-Security-Policy", (), "E797"),
        ("old/", "Content-Security-Policy", (), "E797"),
        ("data.csv", "Content-Type", ("text/csv",), "E798"),
        ("data.csv", "Content-Type", (), "E798"),
        ("", "Cache-Control", ("max-age=86400",), "W791"),
        ("", "Cache-Control", (), "W791"),
        ("assets/a-00000000.css", "Cache-Control", ("no-cache",), "W791"),
        ("assets/a-00000000.css", "Content-Encoding", (), "E799"),
        ("assets/a-00000000.css", "Vary", (), "W794"),
        ("", "ETag", (), "W792"),
        ("old/", "Location", (f"{BASE}search/",), "E796"),
        ("old/", "Location", ("https://[",), "E796"),
    ],
)
def test_a_header_that_is_not_as_it_should_be(path: str, name: str, values: tuple[str, ...], code: str) -> None:
    def change(address: str, given: Mapping[str, str], answer: Answer) -> Answer:
        return without(answer, name, *values) if address == BASE + path else answer

    assert told(visit(change)) == [(code, path)]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("robots.txt", 404, "E796"),
        ("planpress-probe/", 200, "E796"),
        ("sample/113/", 404, "E796"),
        ("about", 404, "E796"),
        (".git/HEAD", 200, "E513"),
        ("assets/", 200, "E514"),
    ],
)
def test_another_status(path: str, status: int, code: str) -> None:
    def change(address: str, given: Mapping[str, str], answer: Answer) -> Answer:
        return Answer(status, answer.headers, answer.body) if address == BASE + path else answer

    assert told(visit(change)) == [(code, path)]


def test_another_page_for_what_is_missing() -> None:
    assert told(
        visit(
            lambda address, given, answer: (
                Answer(404, answer.headers, b"nginx") if address == f"{BASE}planpress-probe/" else answer
            )
        )
    ) == [("E512", "planpress-probe/")]


def test_a_large_text_that_is_not_compressed() -> None:
    def change(address: str, given: Mapping[str, str], answer: Answer) -> Answer:
        return right("GET", address, {**given, "Accept-Encoding": "identity"})

    problems = visit(change)
    assert told(problems) == [("W790", "")]
    assert problems[0].values["addresses"] == "2"


@pytest.mark.parametrize(
    ("leads", "code"),
    [
        (lambda address: address, "E793"),
        (lambda address: f"{address}x/", "E793"),
        (lambda address: "ftp://plans.example/", "E793"),
        (lambda address: "", "E793"),
    ],
)
def test_redirects_without_end(leads: Callable[[str], str], code: str) -> None:
    problems = visit(lambda address, given, answer: Answer(301, (("Location", leads(address)),)))
    assert told(problems) == [(code, "")]


def test_another_address_is_named() -> None:
    def change(address: str, given: Mapping[str, str], answer: Answer) -> Answer:
        return Answer(301, (("Location", BASE),)) if address.startswith("http:") else answer

    problems = visit(change, "http://plans.example/sub/")
    assert [(problem.code, problem.values["target"]) for problem in problems] == [("W793", BASE)]


def test_no_answer_is_told_once_and_ends_the_visit() -> None:
    def fetch(method: str, address: str, given: Mapping[str, str]) -> Answer:
        raise UnansweredError("E790", reason="Connection refused")

    assert told(Probe(BASE, BASE, fetch).visit()) == [("E790", "")]


def test_a_page_of_anything_is_no_harm() -> None:
    def change(address: str, given: Mapping[str, str], answer: Answer) -> Answer:
        if address == BASE and "If-None-Match" not in given:
            return without(
                Answer(200, answer.headers, b"\xff<a href='https://[/'><form data-index=']]'"), "Content-Encoding"
            )
        return answer

    assert visit(change) == []
