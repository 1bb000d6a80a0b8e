"""The command ``due``: what falls due, with what is internal, on the terminal or as a calendar's file."""

from pathlib import Path
from typing import Final

import click

from planpress.cli.call import CLEAN, PROBLEMS, WRONG_USE, Call, Commands, print_problems, say
from planpress.cli.parameters import NewFile, OfficeId, must_be_of_site, no_such_plan
from planpress.cli.words.due_texts import DUE_TEXTS, DueTexts
from planpress.console import visible, visible_lines
from planpress.problems.filling import filled
from planpress.problems.problem import has_errors
from planpress.settings import Settings
from planpress.writing import write_atomically

DAYS: Final = 60
"""How far the command looks when nobody says."""
MOST_DAYS: Final = 3_660


def add_due(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts = DUE_TEXTS[call.language]

    @commands.add(texts.help)
    @click.option("--office", type=OfficeId(call), metavar="ID", help=texts.office_help)
    @click.option("--days", type=click.IntRange(0, MOST_DAYS), default=DAYS, metavar="N", help=texts.days_help)
    @click.option("--ics", type=NewFile(call, ".ics"), metavar="FILE", help=texts.ics_help)
    def due(office: str | None, days: int, ics: Path | None) -> int:
        return _due(call, texts, office, days, ics)


def _due(call: Call, texts: DueTexts, office_id: str | None, days: int, ics: Path | None) -> int:
    from planpress.cli.upkeep import upkeep
    from planpress.cli.words.due_words import DueWords
    from planpress.editions.edition import Edition, load_editions
    from planpress.feeds.ics import CalendarFile, calendar_bytes
    from planpress.model.language import of_tag
    from planpress.overview.calendar import StampedPlan
    from planpress.overview.due import all_dates, falling_due, without_day
    from planpress.overview.holdings import own_day
    from planpress.overview.results import outcomes
    from planpress.site.showing import concerns
    from planpress.source.folders import plan_files
    from planpress.source.repository import read_all, read_office, read_organisations, read_results

    settings = call.settings()
    if office_id is not None:
        must_be_of_site(call, settings, office_id)
    if ics is not None and _is_public(ics, settings):
        raise click.UsageError(texts.ics_public.format(file=visible(str(ics))))
    own = [each for each in plan_files(call.root)[0] if settings.has(each.office_id)]
    plans, problems = read_all(call.root, own)
    problems = [each for each in problems if concerns(settings, each.place.file)]
    wrong = [problem for problem in problems if has_errors([problem])]
    print_problems(call, wrong)
    organisations, _ = read_organisations(call.root)
    read = {name: read_office(call.root, name, organisations)[0] for name in sorted({plan.office for plan in plans})}
    offices = {name: office for name, office in read.items() if office and name == (office_id or name)}
    stamped = [StampedPlan(all_dates(plan), own_day(plan)) for plan in plans if plan.office in offices]
    dates = [each.dates for each in stamped]
    if not dates:
        say(no_such_plan(call, office_id, None))
        return PROBLEMS if wrong else WRONG_USE
    edition = load_editions(settings)[0].get(call.language) or Edition(of_tag(call.language))
    known = {
        (plan.office, plan.roc_year): outcomes(read_results(call.root, offices[plan.office], plan.roc_year).public)
        for plan in plans
        if plan.office in offices
    }
    words = DueWords(texts, offices, edition, settings.today, known)
    print(visible_lines("\n".join(words.lines(falling_due(dates, settings.today, days), days))))
    if undated := list(without_day(dates, settings.today)):
        print(visible_lines("\n".join(["", texts.undated, *map(words.undated, undated)])))
    kept = list(upkeep(settings, offices, settings.today))
    if soon := [each for each in kept if (each.day - settings.today).days <= days]:
        print(visible_lines("\n".join(["", texts.upkeep, *map(words.upkeep, soon)])))
    if ics is not None:
        events = words.events(stamped, kept, settings.site_url)
        write_atomically(ics, calendar_bytes(CalendarFile(edition.language.tag, texts.ics_title, None, events)))
        print(visible_lines(filled(texts.written, {"file": ics, "events": len(events)})))
    return PROBLEMS if wrong else CLEAN


def _is_public(file: Path, settings: Settings) -> bool:
    """Whether a file would be on the site, now or after the next build."""
    place = file.resolve()
    return any(place.is_relative_to(folder.resolve()) for folder in (settings.site_dir, settings.content_dir))
