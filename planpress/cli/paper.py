"""``build.py import`` of a document: the draft of a plan, and a report of what became of every word."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from planpress.cli import extras
from planpress.cli.call import CLEAN, PROBLEMS, WRONG_USE, Call, print_problems, say
from planpress.cli.words.paper_texts import PAPER_TEXTS, PaperTexts
from planpress.console import visible
from planpress.model.column_role import ColumnRole
from planpress.problems.filling import filled
from planpress.problems.problem import Place, Problem, has_errors

if TYPE_CHECKING:
    from planpress.editing.papers.files import Drafted

UNKNOWN: Final = "E104"
"""A department that the office does not have: told once, not at each of its rows."""
_SPREADSHEETS: Final = frozenset({".ods", ".ots", ".fods", ".xlsx", ".xlsm", ".xltx", ".xlsb", ".csv", ".tsv"})
_OLD_SPREADSHEETS: Final = frozenset({".xls", ".xlt", ".et"})
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
"""How files of Office begin that are older than 2007."""
_MOST_LINES: Final = 8
"""Texts of one reason that are shown; all are counted."""
_LONGEST: Final = 60
"""Characters of a text that are shown."""


def columns_named(call: Call, given: Sequence[str]) -> Mapping[str, ColumnRole]:
    """What ``--columns`` says.

    Raises:
        click.UsageError: it says nothing that is understood.
    """
    texts = PAPER_TEXTS[call.language]
    roles = {name: role for each in PAPER_TEXTS.values() for role, name in each.roles.items()}
    found: dict[str, ColumnRole] = {}
    for one in (part for each in given for part in re.split("[,，]", each) if part.strip()):
        name, _, role = (part.strip() for part in one.partition("="))
        if not name or role not in roles:
            raise click.UsageError(
                texts.columns_wrong.format(roles="、".join(texts.roles.values()), given=visible(one))
            )
        found[name] = roles[role]
    return found


def is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def asked(names: Sequence[str], texts: PaperTexts) -> Mapping[str, ColumnRole]:
    """What whoever sits at the terminal says that columns hold; an empty answer says nothing of one."""
    roles = {name: role for role, name in texts.roles.items()}
    print(texts.ask.format(roles="、".join(roles)))
    choices = click.Choice(["", *roles])
    answers = {
        name: click.prompt(visible(name), type=choices, default="", show_default=False, show_choices=False)
        for name in names
        if name
    }
    return {name: roles[answer] for name, answer in answers.items() if answer}


def is_document(path: Path) -> bool:
    """Whether a file is to become a plan, rather than a spreadsheet that comes back into one."""
    from planpress.editing.papers.reading_book import is_own
    from planpress.editing.sheet.reading import SIZE_LIMIT, read_book
    from planpress.source import files

    content, _ = files.read(path.absolute().parent, path.name, SIZE_LIMIT)
    if content is None:
        return False
    book, problems = read_book(path.name, content)
    if book is not None:
        return not is_own(book)
    is_no_workbook = any(problem.code == "E760" for problem in problems)
    return is_no_workbook and not _is_another_spreadsheet(path.suffix.lower(), content)


def _is_another_spreadsheet(ending: str, content: bytes) -> bool:
    """Whether a file is a spreadsheet of a form that is not read. A page that is called .xls is read as a page."""
    return ending in _SPREADSHEETS or (ending in _OLD_SPREADSHEETS and content.startswith(_OLD_OFFICE))


def import_document(
    call: Call, path: Path, office: str | None, year: int | None, columns: Mapping[str, ColumnRole], *, is_dry: bool
) -> int:
    """Make a draft of a document and tell what became of it."""
    texts = PAPER_TEXTS[call.language]
    if office is None or year is None:
        print_problems(call, [Problem("E768", Place(visible(path.name)))])
        say(texts.refused)
        return PROBLEMS
    if not extras.is_there(extras.IMPORT):
        say(texts.installing)
        if not (extras.install("import") and extras.is_there(extras.IMPORT)):
            say(texts.not_installed)
            return WRONG_USE
    from planpress.editing.papers.files import draft_from_file

    done = draft_from_file(call.root, path, office, year, columns, is_written=not is_dry)
    if done.unknown_columns and is_terminal():
        columns = {**columns, **asked(done.unknown_columns, texts)}
        done = draft_from_file(call.root, path, office, year, columns, is_written=not is_dry)
    print_problems(call, [problem for problem in done.problems if problem.code != UNKNOWN])
    if not done.text:
        if done.plan is not None:
            print("\n".join(_account(done, texts)))
        say(texts.refused)
        return PROBLEMS
    if is_dry:
        print(visible_text(done.text))
    print("\n".join(report(done, texts, call.texts.addresses_written)))
    print((texts.wanted if is_dry else texts.written).format(file=done.file))
    if done.kept:
        print(texts.kept.format(file=visible(done.kept)))
    if done.remembered:
        print(texts.remembered.format(file=done.remembered))
    print(texts.next)
    return PROBLEMS if has_errors(done.problems) else CLEAN


def visible_text(text: str) -> str:
    """Lines as a terminal may show them."""
    return "\n".join(visible(line) for line in text.splitlines())


def report(done: "Drafted", texts: PaperTexts, addresses_written: str) -> Iterator[str]:
    """What was understood, what is uncertain, where every word went."""
    assert done.plan is not None  # there is a text
    plan = done.plan
    rows = [row for section in plan.sections for row in section.rows]
    measures = sum(row.kind == "do" for row in rows)
    yield filled(texts.understood, {"sections": len(plan.sections), "rows": len(rows), "measures": measures})
    for name, count in _groups(done):
        yield texts.group.format(name=visible(name or texts.no_group), count=count)
    named = dict.fromkeys((column.name, column.role) for table in plan.tables for column in table.columns)
    yield texts.columns.format(
        columns="、".join(texts.column.format(name=visible(name), role=texts.roles[role]) for name, role in named)
    )
    yield from (texts.remarks[remark] for remark in sorted(plan.remarks))
    yield from _account(done, texts)
    unknown = Counter(problem.values["name"] for problem in done.problems if problem.code == UNKNOWN)
    if unknown:
        names = (texts.group.strip().format(name=visible(name), count=count) for name, count in unknown.most_common())
        yield texts.unknown.format(names="、".join(names))
    doubts = [*_doubtful_rows(done.text)]
    if doubts:
        yield filled(texts.doubts, {"count": len(doubts)})
        yield from (f"    {done.file}:{line}  {visible(text)[:_LONGEST]}" for line, text in doubts)
    if done.addresses is not None and done.addresses.changes is not None:
        yield filled(addresses_written, {"file": done.addresses.file, **done.addresses.changes._asdict()})


def _groups(done: "Drafted") -> Iterator[tuple[str, int]]:
    """The outermost headings with the number of measures below each."""
    assert done.plan is not None
    for section in done.plan.sections:
        counts: Counter[str] = Counter()
        name = ""
        for row in section.rows:
            name = row.text if row.kind == "h1" else name
            counts[name] += row.kind == "do"
        yield from ((name, count) for name, count in counts.items() if count)


def _account(done: "Drafted", texts: PaperTexts) -> Iterator[str]:
    assert done.plan is not None
    account = done.account
    lost = account.total - account.kept - account.left_out
    yield texts.account.format(total=account.total, kept=account.kept, left_out=account.left_out, lost=lost)
    if done.plan.left_out:
        yield texts.left_out
    ordered = sorted(done.plan.left_out, key=lambda each: list(texts.reasons).index(each.reason))
    for reason, group in groupby(ordered, key=lambda each: each.reason):
        shown = list(dict.fromkeys(each.text for each in group))
        yield f"  {texts.reasons[reason]}"
        yield from (f"    {visible(text)[:_LONGEST]}" for text in shown[:_MOST_LINES])
        if len(shown) > _MOST_LINES:
            yield texts.more.format(count=len(shown) - _MOST_LINES)
    if account.lost:
        yield texts.lost
        yield from (f"    {visible(text)}" for text in account.lost)


def _doubtful_rows(text: str) -> Iterator[tuple[int, str]]:
    """The line and the words of every row that says that it is uncertain."""
    start, words = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("      - "):
            start, words = number, line[8:]
        elif line.startswith("        unsure:"):
            yield start, words
