"""``new --office``: asks for what is missing, until the answer can be used."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from planpress.cli.call import CLEAN, PROBLEMS, Call, print_problems, say
from planpress.cli.words.next_year_texts import NEXT_YEAR_TEXTS, NextYearTexts
from planpress.console import visible, visible_lines

if TYPE_CHECKING:
    from planpress.model import Organisation


def add_office(
    call: Call,
    office_id: str,
    name: str | None,
    en: str | None,
    organisation: str | None,
    departments: tuple[str, ...],
) -> int:
    """Write the office.yml of a new office; what no option gives is asked for.

    Args:
        call: what every command needs to know.
        office_id: of the office.
        name: of it; None where no option gives it, and so for the others.
        en: its English name.
        organisation: that it belongs to, by its key or its name.
        departments: as plans name them.

    Raises:
        click.UsageError: there is no such organisation, or nobody is there to be asked.
    """
    from planpress.editing.new_office import (
        NewOffice,
        departments_in,
        id_problems,
        new_office,
        organisations_to_belong_to,
    )

    texts = NEXT_YEAR_TEXTS[call.language]
    known, problems = organisations_to_belong_to(call.root)
    problems = id_problems(call.root, office_id) + problems
    if problems:
        print_problems(call, problems)
        return PROBLEMS
    name = name or _asked(texts, texts.ask_name, "--name")
    en = _asked(texts, texts.ask_en, "--en", needed=False) if en is None else en
    key = _organisation(call, texts, known, organisation)
    names = departments_in(departments or _asked_departments(texts))
    problems = new_office(call.root, NewOffice(office_id, name, en, key, names))
    print_problems(call, problems)
    if problems:
        return PROBLEMS
    print(visible_lines(texts.office_made.format(office=office_id)))
    return CLEAN


def _organisation(call: Call, texts: NextYearTexts, known: Sequence["Organisation"], given: str | None) -> str:
    from planpress.editing.new_office import organisation_called

    listed = call.texts.comma.join(call.texts.office.format(id=each.id, name=visible(each.name)) for each in known)
    while True:
        words = given or _asked(texts, texts.ask_organisation.format(known=listed), "--organisation")
        if key := organisation_called(words, known):
            return key
        told = texts.no_such_organisation.format(name=visible(words), known=listed)
        if given:
            raise click.UsageError(told)
        say(told)


def _asked_departments(texts: NextYearTexts) -> Iterator[str]:
    yield _asked(texts, texts.ask_department, "--department")
    while answer := _asked(texts, texts.ask_another, "--department", needed=False):
        yield answer


def _asked(texts: NextYearTexts, question: str, option: str, *, needed: bool = True) -> str:
    """What somebody answers; with no one to answer, the option that would have told."""
    while True:
        print(question, end=" ", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line and needed:
            raise click.UsageError(texts.unanswered.format(option=option))
        if line.strip() or not needed:
            return line.strip()
