"""The results of half a year by spreadsheet: every command of the docs is run, every cell is filled in."""

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.practice import practice
from tests.projects import ROOT
from tests.test_guide import Reader, Step, steps

GUIDES = {"zh-Hant": "docs/zh-Hant/results.md", "en": "docs/en/results.md"}
SECTION = re.compile(r"(?ms)^## (?:用試算表登錄半年的成果|A half-year's results by spreadsheet)\n(.*?)^### ")
CELL = re.compile(r"(?m)^\| (?P<sheet>執行成果|考核) \| (?P<cell>[A-Z]+\d+) \| (?P<text>.+) \|$")
REGISTER = "water-first-115-results-1.xlsx"


def guide(language: str) -> str:
    match = SECTION.search((ROOT / GUIDES[language]).read_text("utf-8"))
    assert match is not None
    return match[1]


def parts(text: str) -> Iterator[str | list[re.Match[str]]]:
    """What is typed, and between that the cells of a table."""
    for part in re.split(r"(?m)(^\| 執行成果.*(?:\n\|.*)*)", text):
        yield list(CELL.finditer(part)) or part


def fill_in(file: Path, cells: list[re.Match[str]]) -> None:
    book = openpyxl.load_workbook(file)
    for match in cells:
        book[match["sheet"]][match["cell"]] = match["text"]
    book.save(file)


@pytest.mark.slow
@pytest.mark.parametrize("language", GUIDES)
def test_every_step_gives_what_is_shown(language: str, tmp_path: Path) -> None:
    reader = Reader(practice(tmp_path / "project"))
    done: list[Step] = []
    for part in parts(guide(language)):
        if isinstance(part, str):
            for step in steps(part):
                reader.do(step)
                done.append(step)
        else:
            fill_in(reader.root / REGISTER, part)
    assert [step.kind for step in done] == ["sh", "text", "sh", "text", "sh", "text"]
    said = (reader.root / "offices/water-first/115/assessments/1.yml").read_text("utf-8")
    assert said.startswith("# yaml") and "cut_off: 115-06-30\nassessor: 服務課\n" in said
    assert "  - of: g-1-2\n    status: 完成\n    who: 服務課\n" in said


def test_both_languages_ask_for_the_same() -> None:
    asked = []
    for language in GUIDES:
        cells = [(match["sheet"], match["cell"], match["text"]) for match in CELL.finditer(guide(language))]
        commands = [step.text.replace(" --lang en", "") for step in steps(guide(language)) if step.kind == "sh"]
        asked.append((cells, commands))
    assert asked[0] == asked[1] and asked[0][0]
