"""What the documentation says of the command line is so, and nothing is left out."""

import re
import shlex
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import click
import pytest

from planpress.cli.call import Call
from planpress.cli.commands import commands
from planpress.cli.words.texts import TEXTS
from tests.projects import ROOT

LANGUAGES = pytest.mark.parametrize("language", ["zh-Hant", "en"])
READMES = {"zh-Hant": "README.md", "en": "README.en.md"}

GIT = {"--depth"}
"""Options of git that the documentation names."""

FENCE = re.compile(r"(?ms)^ *```(\w*)\n(.*?)^ *```")
INLINE = re.compile(r"`([^`\n]+)`")
DOUBLED = re.compile(r"``(?!`).+?``")
PROGRAM = re.compile(r"(?:\S*/)?build\.py$")
MAKE = re.compile(r"make (?P<target>site|serve|check)(?:[ ]ARGS=(?P<quote>[\"']?)(?P<options>.*?)(?P=quote))?$")
OPTION = re.compile(r"--[a-z][a-z-]*")
COMMENT = re.compile(r"\s+#.*")


def known() -> Mapping[str, set[str]]:
    """The options of every command, as click knows them; "" is the group, which builds."""
    group = commands(Call(ROOT, "en", TEXTS["en"]))
    return {"": options_of(group), **{name: options_of(command) for name, command in group.commands.items()}}


def options_of(command: click.Command) -> set[str]:
    context = click.Context(command)
    return {option for parameter in command.get_params(context) for option in parameter.opts if option[:2] == "--"}


KNOWN = known()
EVERYWHERE = set.intersection(*KNOWN.values())
"""Options that every command has."""


def manuals(language: str) -> list[Path]:
    """What people of one language read."""
    pages = sorted((ROOT / "docs" / language).glob("*.md"))
    assert pages
    return [*pages, ROOT / READMES[language]]


def every_page() -> list[Path]:
    return [
        *(page for each in READMES for page in manuals(each)),
        *sorted((ROOT / "docs").glob("*.md")),
        ROOT / "CONTRIBUTING.md",
    ]


def code(markdown: str) -> Iterator[str]:
    """Every line that is meant for a shell, and everything in backticks."""
    for language, block in FENCE.findall(markdown):
        for line in block.splitlines():
            if language == "sh" or line.strip().startswith(".venv/bin/"):
                yield COMMENT.sub("", line).strip()
    yield from INLINE.findall(DOUBLED.sub("", FENCE.sub("", markdown)))


def calls(code: str) -> Iterator[tuple[str, list[str]]]:
    """Calls of ``build.py`` in a piece of code: the command and its words."""
    if make := MAKE.match(code):
        target, options = make["target"], shlex.split(make["options"] or "")
        yield ("" if target == "site" else target), options
        return
    if code.partition(" ")[0] not in KNOWN and "build.py" not in code:
        return
    words = shlex.split(code)
    start = next((index for index, word in enumerate(words, start=1) if PROGRAM.match(word)), 0)
    words = words[start:]
    if words and re.fullmatch("[a-z]+(-[a-z]+)*", words[0]):
        yield words[0], words[1:]
    else:
        yield "", words


def options(words: list[str]) -> set[str]:
    return {match[0] for word in words if (match := OPTION.match(word))}


def shown(language: str) -> set[tuple[str, str]]:
    """Pairs of a command and an option that a call in the manuals of a language shows, or "" for the command itself."""
    found: set[tuple[str, str]] = set()
    for page in manuals(language):
        for command, words in chain.from_iterable(map(calls, code(page.read_text("utf-8")))):
            found |= {(command, ""), *((command, option) for option in options(words))}
    return found


@LANGUAGES
def test_every_command_and_option_is_documented(language: str) -> None:
    pairs = shown(language)
    lacking = [
        (name, option) for name in KNOWN for option in ("", *KNOWN[name] - EVERYWHERE) if (name, option) not in pairs
    ]
    assert lacking == []
    assert {option for _, option in pairs} >= EVERYWHERE


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_call_in_the_documentation_is_one_that_the_program_takes(page: Path) -> None:
    for piece in code(page.read_text("utf-8")):
        for command, words in calls(piece):
            assert command in KNOWN, piece
            assert options(words) <= KNOWN[command], piece


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_option_that_stands_alone_is_one_of_a_program(page: Path) -> None:
    benchmarks = "\n".join(each.read_text("utf-8") for each in (ROOT / "benchmarks").rglob("*.py"))
    some = set.union(*KNOWN.values()) | GIT | set(re.findall(r'add_argument\(\s*"(--[a-z-]+)"', benchmarks))
    named = {piece.split()[0] for piece in code(page.read_text("utf-8")) if OPTION.match(piece)}
    arguments = re.findall(r"`ARGS=[\"']?(--[^`\"']*)", page.read_text("utf-8"))
    assert {*named, *chain.from_iterable(map(options, map(str.split, arguments)))} <= some


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("make check", [("check", [])]),
        ('make check ARGS="--site --lang en"', [("check", ["--site", "--lang", "en"])]),
        ("make site ARGS=--no-documents", [("", ["--no-documents"])]),
        ("make test ARGS=-x", []),
        (".venv/bin/python build.py translate --status", [("translate", ["--status"])]),
        ("build.py --only documents --year 114", [("", ["--only", "documents", "--year", "114"])]),
        ("check --format json", [("check", ["--format", "json"])]),
        ("python -m tests.golden", []),
    ],
)
def test_calls_are_read_as_people_type_them(piece: str, expected: list[tuple[str, list[str]]]) -> None:
    assert list(calls(piece)) == expected
