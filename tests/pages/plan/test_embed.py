"""A plan as a fragment: a strict cleaner keeps it whole, and it is sound within a page of somebody else."""

import re
from pathlib import Path

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.cli.commands import main
from planpress.documents.document import Document, DocumentLine, Heading, Name, Part
from planpress.editions.edition import Edition, Text
from planpress.model.language import EN, ZH_HANT
from planpress.pages.plan.embed import OfferedFile, embed_fragment
from planpress.site_checks import check_files
from tests.projects import ROOT, project

EXAMPLES = ["--config", str(ROOT / "examples/mkdocs.yml")]


def fragment(capsys: pytest.CaptureFixture[str], *words: str, root: Path = ROOT) -> str:
    assert main(["embed", *words], root) == 0
    return capsys.readouterr().out


def within_a_page(html: str, level: int) -> str:
    """A page of an office around it, with headings down to the one above."""
    above = "".join(f"<h{each}>頁名 {each}</h{each}>" for each in range(1, level))
    return f'<!doctype html><html lang="zh-TW"><head><title>機關網頁</title></head><body>{above}{html}</body></html>'


@pytest.mark.parametrize(
    ("words", "level"),
    [
        (("kinmen", "114"), 2),
        (("kinmen", "114", "--level", "3", "--language", "en"), 3),
        (("kinmen", "114", "--language", "zh-hans"), 2),
        (("taipei-city", "112", "--level", "4"), 4),
        (("water-first", "115", *EXAMPLES), 2),
        (("water-first", "114", "--language", "en", *EXAMPLES), 2),
        (("city-first", "115", *EXAMPLES), 2),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_a_strict_cleaner_keeps_it_and_it_is_sound_in_a_page(
    words: tuple[str, ...], level: int, capsys: pytest.CaptureFixture[str]
) -> None:
    html = fragment(capsys, *words)
    assert nh3.clean(html) == html
    assert not re.search(r"\b(?:id|class|style|on[a-z]+)=", re.sub(r">[^<]*<", "><", html))
    assert re.findall(r'(?:href|src)="(?!https?://)[^"]*"', html) == []
    first = re.search(r"<h([1-6])>", html)
    assert first and int(first[1]) == level
    page = within_a_page(html, level)
    problems = check_files(["page.html"], lambda path: page, "https://office.example/")
    assert [each for each in problems if each.code != "W701"] == [], "◎ is the plan's own"


def test_it_has_results_where_they_are_public(capsys: pytest.CaptureFixture[str]) -> None:
    html = fragment(capsys, "water-first", "114", *EXAMPLES)
    assert "總分" in html and "<h3>示範自來水公司第一服務處" in html
    assert "總分" not in fragment(capsys, "kinmen", "114")


def test_it_is_written_with_instructions_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project")
    assert main(["embed", "sample", "114", "--level", "3", "--output", str(tmp_path / "out")], root) == 0
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert sorted(files) == ["sample-114.en.txt", "sample-114.zh-Hant.html", "sample-114.zh-Hant.txt"]
    assert (
        files["sample-114.zh-Hant.html"]
        == fragment(capsys, "sample", "114", "--level", "3", root=root).split("\n", 1)[1]
    )
    for name in ("sample-114.en.txt", "sample-114.zh-Hant.txt"):
        assert "https://plans.example/sub/sample/114/" in files[name] and "h3" in files[name] and "{" not in files[name]


@pytest.mark.parametrize("words", [("kinmen", "99"), ("nowhere", "114"), ("kinmen", "114", "--language", "fr")])
def test_what_is_not_there_is_named(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["embed", *words], ROOT) == 2
    assert capsys.readouterr().out == ""


def test_a_draft_says_that_it_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    plan = root / "offices/sample/114/plan.yml"
    plan.write_text(plan.read_text("utf-8") + "status: draft\n", "utf-8")
    assert main(["embed", "sample", "114"], root) == 0
    said = capsys.readouterr()
    assert "草案，尚未核定。" in said.out and "尚未公開" in said.err


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20)


@given(WORDS, WORDS, st.lists(st.integers(0, 3), max_size=5))
def test_no_text_changes_what_comes_back(first: str, second: str, jumps: list[int]) -> None:
    levels = [0]
    for jump in jumps:
        levels.append(min(jump, levels[-1] + 1))
    parts: tuple[Part, ...] = (
        Heading("s-1", 1, "一、", Text(first, "zh-Hant")),
        *(DocumentLine(level, second or None, (Text(first, "zh-Hant"), Text(second, "en"))) for level in levels),
    )
    title, office = Text(first, "zh-Hant"), Name(Text(second, "zh-Hant"))
    document = Document(title, title, office, None, (title,), parts, "https://plans.example/a/114/")
    for language in (ZH_HANT, EN):
        files = [OfferedFile(second, f"https://plans.example/{'a'}.pdf")]
        html = embed_fragment(document, [document], files, Edition(language), 2, "https://plans.example/a/114/files/")
        assert nh3.clean(html) == html
