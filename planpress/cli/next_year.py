"""The commands for a new year: ``new``, and what it leaves to its editor."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planpress import addresses
from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, print_problems
from planpress.cli.new_office import add_office
from planpress.cli.parameters import NewFile, OfficeId, RocYear, must_have_plan
from planpress.cli.words.next_year_texts import NEXT_YEAR_TEXTS, NextYearTexts
from planpress.console import visible, visible_lines
from planpress.model.language import AUTHORITATIVE
from planpress.problems.filling import filled
from planpress.source.folders import plan_folder
from planpress.source.values.scalars import PLAN_PATTERN
from planpress.writing import write_atomically

if TYPE_CHECKING:
    from planpress.source.pairs_of_plans import PlanPair


def add_next_year(commands: Commands) -> None:
    """Add the commands to the others."""
    call = commands.call
    texts = NEXT_YEAR_TEXTS[call.language]

    @commands.add(texts.new_help)
    @click.argument("office", required=False, type=OfficeId(call), metavar=texts.office_argument)
    @click.argument("year", required=False, type=RocYear(call), metavar=texts.year_argument)
    @click.option("--from", "follows", metavar="ID[/N]", help=texts.from_help)
    @click.option("--office", "new_office", metavar="ID", help=texts.new_office_help)
    @click.option("--name", metavar=texts.text_argument, help=texts.name_help)
    @click.option("--en", metavar=texts.text_argument, help=texts.en_help)
    @click.option("--organisation", metavar="ID", help=texts.organisation_help)
    @click.option("--department", multiple=True, metavar=texts.text_argument, help=texts.department_help)
    def new(
        office: str | None,
        year: int | None,
        follows: str | None,
        new_office: str | None,
        name: str | None,
        en: str | None,
        organisation: str | None,
        department: tuple[str, ...],
    ) -> int:
        if new_office is not None and office is None and follows is None:
            return add_office(call, new_office, name, en, organisation, department)
        if office is None or year is None or new_office is not None or name or en or organisation or department:
            raise click.UsageError(texts.new_usage)
        if follows is not None and not re.fullmatch(PLAN_PATTERN, follows):
            raise click.UsageError(texts.from_usage)
        if follows is not None:
            _must_be_there(call, follows)
        return _plan(call, texts, office, year, follows)

    @commands.add(texts.changes_help)
    @click.argument("office", type=OfficeId(call), metavar=texts.office_argument)
    @click.argument("years", nargs=-1, required=True, type=RocYear(call), metavar=texts.years_argument)
    @click.option("--based-on", is_flag=True, help=texts.based_on_help)
    @click.option("--revision", type=click.IntRange(1), metavar="N", help=texts.revision_help)
    @click.option("--odt", type=NewFile(call, ".odt"), metavar="FILE", help=texts.odt_help)
    def changes(office: str, years: tuple[int, ...], based_on: bool, revision: int | None, odt: Path | None) -> int:
        if len(years) > (1 if based_on or revision else 2) or (based_on and revision):
            raise click.UsageError(texts.changes_usage)
        must_have_plan(call, office, *years)
        return _changes(call, texts, office, years, odt, based_on=based_on, revision=revision)


def _must_be_there(call: Call, follows: str) -> None:
    """Make sure that a plan that is to be followed is there, or its office at least where no year is named.

    Raises:
        click.UsageError: it is not, and what there is.
    """
    office, _, year = follows.partition("/")
    OfficeId(call).convert(office, None, None)
    if year:
        must_have_plan(call, office, int(year))


def _changes(
    call: Call,
    texts: NextYearTexts,
    office: str,
    years: tuple[int, ...],
    odt: Path | None,
    *,
    based_on: bool,
    revision: int | None,
) -> int:
    from planpress.cli.changes_report import changes_report
    from planpress.source.pairs_of_plans import read_pair

    pair, problems = read_pair(call.root, office, years, based_on=based_on, revision=revision)
    print_problems(call, problems)
    if pair is None:
        return PROBLEMS
    print(visible_lines(changes_report(*pair, call.language, colour=sys.stdout.isatty())))
    if odt is not None:
        _write_odt(call, pair, odt)
        print(visible(texts.odt_made.format(file=odt)))
    return CLEAN


def _write_odt(call: Call, pair: "PlanPair", file: Path) -> None:
    from planpress.documents.about import about_plan
    from planpress.documents.comparison import comparison_odt
    from planpress.documents.environment import documents_environment
    from planpress.editions.edition import Edition
    from planpress.editions.voice import voice_of
    from planpress.overview.changes import compared
    from planpress.source.content.theme import explained
    from planpress.source.repository import read_office, read_organisations

    settings = call.settings()
    office, _ = read_office(call.root, pair.after.office, read_organisations(call.root)[0])
    assert office is not None  # its plan could be read
    url = addresses.absolute(settings.site_url, addresses.plan(office.id, pair.after.roc_year))
    voice = voice_of(settings.facts, Edition(AUTHORITATIVE))
    about = about_plan(pair.after, office, voice, url)
    with explained(settings.house):
        content = comparison_odt(
            *pair,
            compared(*pair),
            office,
            about,
            documents_environment(settings),
            is_transcription=voice.is_transcription,
        )
    write_atomically(file, content)


def _plan(call: Call, texts: NextYearTexts, office: str, year: int, follows: str | None) -> int:
    from planpress.editing.next_year import new_plan
    from planpress.translating.moving import YearMove, carry_translations

    settings = call.settings()
    made, problems = new_plan(call.root, office, year, follows)
    print_problems(call, problems)
    if made is None:
        return PROBLEMS
    pairs = tuple((text.before, text.after) for text in made.text.moved)
    translated = carry_translations(settings, YearMove(office, made.source_year, year, pairs))
    lines = [
        filled(texts.plan_made, {"file": made.file, "source": made.source, "carried": made.carried, "new": made.new})
    ]
    lines += _listed(texts.moved, (f"{made.file}:{text.line}  {text.after}" for text in made.text.moved))
    cleared = ", ".join(name if count == 1 else f"{name} ({count})" for name, count in made.text.cleared.items())
    lines += [texts.cleared.format(keys=cleared)] if cleared else []
    lines += _listed(
        texts.remaining, (f"{made.file}:{each.line}  {'、'.join(each.words)}" for each in made.text.remaining)
    )
    lines += _listed(texts.lost, (f"{made.file}:{line}" for line in made.lost))
    lines += _listed(texts.odd, (f"{made.file}:{line}" for line in made.odd))
    lines += _listed(texts.pictures, (f"{plan_folder(office, year)}/{name}" for name in made.pictures))
    if translated is None:
        lines.append(texts.not_translated)
    else:
        lines += [texts.translated.format(count=translated[0])] if translated[0] else []
        lines += _listed(texts.to_translate, translated[1])
    lines.append(texts.plan_next.format(file=made.file, office=office, year=year))
    print(visible_lines("\n".join(lines)))
    return CLEAN


def _listed(heading: str, entries: Iterable[str]) -> Iterator[str]:
    lines = [f"  {entry}" for entry in entries]
    if lines:
        yield heading
        yield from lines
