"""Damaged projects, a few of each kind (``python -m benchmarks.fuzz`` tries thousands), and whether the judge sees."""

from pathlib import Path
from random import Random

import pytest

from benchmarks.damage import Damage, Link
from benchmarks.fuzz import KINDS, Order, faults, table, tried
from benchmarks.fuzz_project import MARKER
from benchmarks.judging import Judge, census

SEED, INPUTS = 9, 30


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return Judge(tmp_path_factory.mktemp("fuzz") / "worker")


def columns(judge: Judge, damage: Damage) -> set[str]:
    return {fault.column for fault in judge.judge(1, damage).faults}


@pytest.mark.slow
def test_damaged_projects_are_refused_or_built_and_leave_no_fault() -> None:
    verdicts = tried([Order(SEED, number) for number in range(INPUTS)], jobs=2)
    assert len(verdicts) == INPUTS
    assert not (found := faults(verdicts, SEED)), f"{table(verdicts)}\n{found}"


@pytest.mark.slow
def test_the_same_seed_gives_the_same_damage(judge: Judge) -> None:
    for kind in KINDS.values():
        assert kind(Random("9:1"), judge.files) == kind(Random("9:1"), judge.files)
        assert len({repr(kind(Random(f"9:{number}"), judge.files)) for number in range(20)}) > 5


@pytest.mark.slow
def test_a_sound_project_has_no_fault_and_is_as_it_was_after_damage(judge: Judge) -> None:
    assert judge.judge(1, Damage("nothing", {})).faults == ()
    page = "content/en/about.md"
    assert columns(judge, Damage("a sentence", {page: judge.files[page] + b"\nA sentence.\n"})) == set()
    assert {path: (judge.live / path).read_bytes() for path in judge.files} == judge.files


@pytest.mark.slow
def test_damage_that_nobody_refuses_is_silent(judge: Judge) -> None:
    page = "content/en/about.md"
    harmless = {page: judge.files[page] + b"\nA sentence.\n"}
    assert columns(judge, Damage("x", harmless, refused=frozenset({page}))) == {"silent"}
    wrong = {"offices/demo-01/office.yml": b"x: [\n"}
    assert columns(judge, Damage("x", wrong, refused=frozenset({"offices/demo-01/office.yml"}))) == set()
    assert columns(judge, Damage("x", wrong, refused=frozenset({page}))) == {"silent"}


@pytest.mark.slow
def test_a_site_that_stays_damaged_is_mixed(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = Damage("a page is gone", {"site/en/index.html": None}, healed=True)
    assert columns(judge, gone) == set()
    monkeypatch.setattr("planpress.cli.commands.main", lambda arguments, root: 0)
    assert columns(judge, gone) == {"mixed"}


@pytest.mark.slow
def test_an_exception_and_an_unknown_exit_code_are_tracebacks(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planpress.cli.commands.main", lambda arguments, root: int("x"))
    assert columns(judge, Damage("x", {})) == {"traceback"}
    monkeypatch.setattr("planpress.cli.commands.main", lambda arguments, root: 130)
    assert "traceback" in columns(judge, Damage("x", {}))


@pytest.mark.slow
def test_what_lies_outside_is_seen_when_it_is_published(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    def publish(arguments: tuple[str, ...], root: Path) -> int:
        (root / "site" / "leak.html").write_bytes((root / "content" / "leak.md").read_bytes())
        print("[]")
        return 0

    monkeypatch.setattr("planpress.cli.commands.main", publish)
    verdict = judge.judge(2, Damage("x", {"content/leak.md": Link("{outside}/secret.md")}))
    assert any("published" in fault.what for fault in verdict.faults)
    assert MARKER.encode() in (judge.outside / "secret.md").read_bytes()


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<script src='x/y.js'></script>", {"<script y.js>"}),
        ("<p onclick=x>", {"onclick="}),
        ("<a href=' java\tscript:x'>", {"javascript:"}),
        ("<a href='java&#115;cript:x'>", {"javascript:"}),
        ("<meta http-equiv=refresh content=0>", {"<meta refresh>"}),
        ("<iframe></iframe><base href=x>", {"<iframe >", "<base x>"}),
        ("<p>&lt;script&gt;</p><a href='https://x/#javascript:'>", set()),
    ],
)
def test_what_may_run_is_counted(page: str, found: set[str]) -> None:
    assert set(census(page.encode())) == found
