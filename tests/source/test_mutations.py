"""Whatever happens to a file, the answer is a plan or problems with places, never an exception."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.problems import report
from planpress.problems.problem import Problem, has_errors
from planpress.source.checks import check_office, check_plan, check_texts
from planpress.source.plans.modelling import plan_of
from planpress.source.plans.shaping import as_shape
from planpress.source.row_addresses.ids import addressed
from planpress.source.shapes.office_shapes import OfficeFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.yaml_text import YamlDocument, parse
from planpress.source.values.finding import Finding
from tests.cases import examples
from tests.snippets import DEPARTMENTS

FIXTURES = Path(__file__).parents[1] / "fixtures/offices/sample"
PLAN = (FIXTURES / "114/plan.yml").read_bytes()
OFFICE = (FIXTURES / "office.yml").read_bytes()

SNIPPETS = [
    b"\t",
    b"\r",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff",
    b": ",
    b" #",
    b"- ",
    b"&a ",
    b"*a",
    b"!!x ",
    b'"',
    b"'",
    b"\\",
]
SNIPPETS += [
    b"|\n",
    b">-\n",
    b"[",
    b"]",
    b"{",
    b"}",
    b"---\n",
    b"...\n",
    b"? ",
    b"@",
    b"%",
    b"\n",
    b"  ",
    b"who:",
    b"h3: ",
]
SNIPPETS += [
    "、".encode(),
    "（".encode(),
    "\u200b".encode(),
    "\ue000".encode(),
    "国".encode(),
    b"A123456789",
    b"sic: true\n",
]

places = st.integers(0, 10_000)
edits = st.one_of(
    st.tuples(st.just("insert"), places, st.one_of(st.binary(max_size=8), st.sampled_from(SNIPPETS))),
    st.tuples(st.just("replace"), places, st.one_of(st.binary(max_size=8), st.sampled_from(SNIPPETS))),
    st.tuples(st.just("delete"), places, st.integers(1, 200)),
    st.tuples(st.just("truncate"), places, st.none()),
    st.tuples(st.just("swap"), places, places),
    st.tuples(st.just("double"), places, places),
    st.tuples(st.just("indent"), places, st.integers(0, 12)),
)


def mutated(content: bytes, edit: tuple[str, int, object]) -> bytes:
    kind, place, detail = edit
    place %= len(content) + 1
    lines = content.split(b"\n")
    line = place % len(lines)
    match kind, detail:
        case "insert", bytes(inserted):
            return content[:place] + inserted + content[place:]
        case "replace", bytes(inserted):
            return content[:place] + inserted + content[place + len(inserted) :]
        case "delete", int(length):
            return content[:place] + content[place + length :]
        case "truncate", _:
            return content[:place]
        case "swap", int(other):
            lines[line], lines[other % len(lines)] = lines[other % len(lines)], lines[line]
        case "double", int(other):
            lines.insert(other % len(lines), lines[line])
        case "indent", int(width):
            lines[line] = b" " * width + lines[line].lstrip()
    return b"\n".join(lines)


def assert_places(content: bytes, problems: list[Problem]) -> None:
    """Every place lies in the file, and every problem can be shown."""
    lines = content.decode("utf-8", errors="replace").removeprefix("\ufeff").split("\n")
    for problem in problems:
        place = problem.place
        assert 0 <= place.line <= len(lines)
        if place.line and problem.code not in ("E302", "E303", "E304"):
            assert place.excerpt == lines[place.line - 1].removesuffix("\r")
            assert 1 <= place.column <= len(place.excerpt) + 1
    for language in ("zh-Hant", "en"):
        assert report.terminal(problems, language).count("\n") >= 2 * len(problems)


def outcome(content: bytes) -> list[Problem]:
    document, problems = parse("plan.yml", content, shape=PlanFile)
    if document is None:
        assert has_errors(problems)
        return problems
    file, wrong = as_shape(document, PlanFile)
    assert (file is None) == bool(wrong) or document.told
    findings = check_plan(file, addressed(file).sections, 114, DEPARTMENTS) if file else ()
    problems += wrong + _placed(document, [*check_texts(document), *findings])
    if file and not has_errors(problems):
        plan_of("sample", 114, file, addressed(file))
    return problems


def _placed(document: YamlDocument, findings: list[Finding]) -> list[Problem]:
    return document.problems(findings)


@pytest.mark.slow
@examples(600)
@given(st.lists(edits, min_size=1, max_size=4))
def test_any_change_of_a_plan_is_read_or_reported(changes: list[tuple[str, int, object]]) -> None:
    content = PLAN
    for change in changes:
        content = mutated(content, change)
    assert_places(content, outcome(content))


@examples(200)
@given(st.lists(edits, min_size=1, max_size=3))
def test_any_change_of_an_office_is_read_or_reported(changes: list[tuple[str, int, object]]) -> None:
    content = OFFICE
    for change in changes:
        content = mutated(content, change)
    document, problems = parse("office.yml", content, shape=OfficeFile)
    if document is not None:
        file, wrong = as_shape(document, OfficeFile)
        problems += wrong + _placed(document, [*check_texts(document), *(check_office(file, ["a"]) if file else ())])
    assert_places(content, problems)


@examples(300)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_reported(content: bytes) -> None:
    assert_places(content, outcome(content))


@pytest.mark.parametrize("length", range(0, len(PLAN), 97))
def test_every_beginning_of_a_plan_is_read_or_reported(length: int) -> None:
    assert_places(PLAN[:length], outcome(PLAN[:length]))
