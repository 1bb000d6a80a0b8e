"""plans.po where two people have brought it up to date at the same time."""

from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.editions.catalogue import Catalogue
from planpress.editions.po_reader import read_catalogue
from planpress.translating.uniting import united
from tests.projects import project, write

EN = "content/locales/en/LC_MESSAGES/plans.po"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CONFLICT = (
    HEADER + "<<<<<<< HEAD\n"
    'msgid "推廣電子帳單。"\nmsgstr "Promote e-bills."\n'
    "=======\n"
    'msgid "到府服務。"\nmsgstr "Home visits."\n'
    ">>>>>>> colleague\n"
    '\nmsgid "基礎服務"\nmsgstr "Basic services"\n'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path, {EN: CONFLICT})


def catalogue(text: str) -> Catalogue:
    found, problems = read_catalogue("plans.po", (HEADER + text).encode())
    assert found is not None and not problems
    return found


def test_a_conflict_of_translations_is_told_as_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], root) == 1
    told = capsys.readouterr().err
    assert f"{EN}:4:1  E613" in told
    assert "E601" not in told


def test_translate_puts_the_translations_of_both_sides_together(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate"], root) == 0
    assert f"{EN}：兩邊的譯文已合在一起" in capsys.readouterr().out
    text = (root / EN).read_text("utf-8")
    assert "<<<" not in text and ">>>" not in text and "===" not in text
    assert [each in text for each in ("Promote e-bills.", "Home visits.", "Basic services")] == [True] * 3
    assert main(["translate"], root) == 0
    assert "合在一起" not in capsys.readouterr().out
    assert (root / EN).read_text("utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        CONFLICT.replace("=======\n", ""),  # a mark is missing
        CONFLICT.replace('"Home visits."', '"Home visits.'),  # a side cannot be read
    ],
)
def test_what_cannot_be_told_apart_stays_for_a_person(root: Path, text: str) -> None:
    write(root, EN, text)
    assert main(["translate"], root) == 1
    assert (root / EN).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ('msgid "甲"\nmsgstr ""\n', 'msgid "甲"\nmsgstr "A"\n', ("A", False)),
        ('msgid "甲"\nmsgstr "A"\n', 'msgid "甲"\nmsgstr ""\n', ("A", False)),
        ('#, fuzzy\nmsgid "甲"\nmsgstr "A"\n', 'msgid "甲"\nmsgstr "B"\n', ("B", False)),
        ('#, fuzzy\nmsgid "甲"\nmsgstr "A"\n', 'msgid "甲"\nmsgstr "A"\n', ("A", False)),
        ('msgid "甲"\nmsgstr "A"\n', '#, fuzzy\nmsgid "甲"\nmsgstr "B"\n', ("A", False)),
        ('msgid "甲"\nmsgstr "A"\n', 'msgid "甲"\nmsgstr "B"\n', ("A", True)),
    ],
)
def test_of_two_translations_the_one_that_somebody_has_confirmed_stays(
    ours: str, theirs: str, expected: tuple[str, bool]
) -> None:
    (entry,) = united(catalogue(ours), catalogue(theirs)).entries
    assert (entry.string, entry.is_fuzzy) == expected
    assert any("B" in comment for comment in entry.comments) == entry.is_fuzzy


def test_translations_that_no_plan_says_any_more_stay_once() -> None:
    both = '#~ msgid "甲"\n#~ msgstr "A"\n\n'
    found = united(catalogue(both), catalogue(both + '#~ msgid "乙"\n#~ msgstr "B"\n'))
    assert [entry.string for entry in found.obsolete] == ["A", "B"]
