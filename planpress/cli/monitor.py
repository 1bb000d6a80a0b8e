"""The command ``monitor``: each evening's look at the published site, what people saw, and the record of a month."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import click

from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, print_problems, say
from planpress.cli.words.monitor_texts import CHECKS, MONITOR_TEXTS, MonitorTexts
from planpress.configuration.web_address import wrong_part
from planpress.console import visible, visible_lines
from planpress.model.dates import RocDate
from planpress.problems import report
from planpress.problems.filling import filled
from planpress.problems.problem import Place, Problem, has_errors
from planpress.problems.settings_error import SettingsError
from planpress.settings import TAIPEI, Settings

if TYPE_CHECKING:
    from planpress.publishing.manifest import Manifest

_AT: Final = re.compile(r"(\d{1,3}-\d{1,2}-\d{1,2})[ T](\d{1,2}):(\d{2})", re.ASCII)


def now() -> datetime:
    """The time in Taiwan."""
    return datetime.now(ZoneInfo(TAIPEI)).replace(microsecond=0)


def add_monitor(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts = MONITOR_TEXTS[call.language]

    @commands.add(texts.help)
    @click.argument("url", required=False, metavar="[URL]")
    @click.option("--target", metavar="TARGET", help=texts.target_help)
    @click.option("--log", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help=texts.log_help)
    @click.option("--verbose", is_flag=True, help=texts.verbose_help)
    @click.option("--unit", metavar="UNIT", help=texts.unit_help)
    @click.option("--fault", metavar="TEXT", help=texts.fault_help)
    @click.option("--remark", metavar="TEXT", help=texts.remark_help)
    @click.option("--at", metavar="TIME", help=texts.at_help)
    @click.option("--month", metavar="MONTH", help=texts.month_help)
    @click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help=texts.output_help)
    def monitor(
        url: str | None,
        target: str | None,
        log: Path | None,
        verbose: bool,
        unit: str | None,
        fault: str | None,
        remark: str | None,
        at: str | None,
        month: str | None,
        output: Path | None,
    ) -> int:
        if ((unit or month) and (url or target or verbose)) or (unit and month):
            raise click.UsageError(texts.apart)
        if not unit and (fault or remark or at):
            raise click.UsageError(texts.only_with_unit)
        if not month and output:
            raise click.UsageError(texts.only_with_month)
        from planpress.publishing.monitor_log import LOG_FILE

        file = log or call.root / LOG_FILE
        if unit:
            return _record(call, texts, file, unit, fault, remark, at)
        if month:
            return _month(call, texts, file, month, output or Path())
        if url is not None and wrong_part(url):
            raise click.UsageError(texts.bad_address.format(url=visible(url)))
        return _look(call, texts, file, url, target, is_verbose=verbose)


def _look(call: Call, texts: MonitorTexts, file: Path, url: str | None, target: str | None, *, is_verbose: bool) -> int:
    from planpress.cli.server import served
    from planpress.publishing.fetching import fetcher
    from planpress.publishing.monitor_log import Watched, append
    from planpress.publishing.watching import Check, Look, Watch

    settings = call.settings()
    site = served(settings, "")
    base = f"{(url or site.url).rstrip('/')}/"
    releases, unread = _releases(call, texts, target)
    at = now()
    looks = list(Watch(base, site.url, fetcher(), releases, site.moved, site.gone).look(at))
    if unread:
        looks.append(Look(Check.FILES, 0, problems=unread))
    print_problems(call, [problem for each in looks for problem in each.problems])
    append(file, [Watched.of_look(at, base, each) for each in looks], _waiting(texts))
    if is_verbose:
        for each in looks:
            result = report.summary(each.problems, call.language)
            print(texts.looked.format(check=CHECKS[call.language][each.check], of=each.of, result=result))
    return PROBLEMS if has_errors(problem for each in looks for problem in each.problems) else CLEAN


def _releases(call: Call, texts: MonitorTexts, name: str | None) -> "tuple[Sequence[Manifest], tuple[Problem, ...]]":
    """The releases of the target; none where the project has no target. What cannot be read keeps nothing else back."""
    from planpress.publishing.releasing import open_target
    from planpress.publishing.targets import read_places

    if name is None:
        names = list(read_places(call.root))
        if not names:
            return (), ()
        if len(names) > 1:
            raise click.UsageError(texts.several_targets.format(known="、".join(names)))
        name = names[0]
    try:
        return open_target(call.root, name).releases(), ()
    except SettingsError as error:
        return (), tuple(error.problems)


def _record(
    call: Call,
    texts: MonitorTexts,
    file: Path,
    unit: str,
    fault: str | None,
    remark: str | None,
    at: str | None,
) -> int:
    from planpress.publishing.monitor_log import Seen, append

    known = _units(call.settings())
    if unit not in known:
        raise click.UsageError(texts.unknown_unit.format(unit=visible(unit), known="、".join(known)))
    time = now() if at is None else _time(texts, at)
    problems = [each for option, text in (("--fault", fault), ("--remark", remark)) for each in _wrong(option, text)]
    print_problems(call, problems)
    if has_errors(problems):
        return PROBLEMS
    append(file, [Seen(at=time, unit=unit, fault=fault, remark=remark)], _waiting(texts))
    result = fault or report.summary((), call.language)
    told = texts.recorded.format(time=f"{RocDate.on(time.date()).text} {time:%H:%M}", unit=unit, result=result)
    print(visible_lines(told))
    return CLEAN


def _units(settings: Settings) -> list[str]:
    """Who may look: the unit that keeps the site, and the departments of its offices."""
    from planpress.source.folders import office_ids
    from planpress.source.repository import read_office, read_organisations

    organisations, _ = read_organisations(settings.root)
    ids = filter(settings.has, office_ids(settings.root))
    offices = (read_office(settings.root, each, organisations)[0] for each in ids)
    departments = (each.name for office in offices if office for each in office.departments if not each.collective)
    return list(dict.fromkeys([*settings.publisher.unit.values(), *departments]))


def _time(texts: MonitorTexts, text: str) -> datetime:
    match = _AT.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        day = RocDate.parse(match[1]).first_day
        time = datetime(day.year, day.month, day.day, int(match[2]), int(match[3]), tzinfo=ZoneInfo(TAIPEI))
    except ValueError as error:
        raise click.UsageError(texts.bad_at) from error
    if time > now():
        raise click.UsageError(texts.later)
    return time


def _wrong(option: str, text: str | None) -> list[Problem]:
    """What must not stand in a record: personal data, names, odd characters."""
    from planpress.source.checks import check_text
    from planpress.source.checks.persons import check_names

    place = Place(option, 1, 1, len(text), text) if text else Place(option)
    found = [*check_text((), text or ""), *check_names((), text)]
    return [Problem(each.code, place, each.values) for each in found]


def _month(call: Call, texts: MonitorTexts, file: Path, text: str, folder: Path) -> int:
    from planpress.documents.about import About
    from planpress.documents.csv_table import csv_table
    from planpress.documents.environment import documents_environment
    from planpress.documents.ods import tables_ods
    from planpress.documents.records import SheetTable
    from planpress.editions.edition import Edition, load_editions
    from planpress.model.dates import gregorian_year
    from planpress.model.language import of_tag
    from planpress.publishing.monitor_log import read_log
    from planpress.publishing.monitor_month import evenings
    from planpress.publishing.monitor_table import MONITOR_FIELDS, MONITOR_WIDTHS, monitor_records
    from planpress.writing import write_atomically

    month = _roc_month(texts, text)
    settings = call.settings()
    edition = load_editions(settings)[0].get(call.language) or Edition(of_tag(call.language))
    log = read_log(file)
    print_problems(call, log.problems)
    days = list(evenings(log.lines, month, now().date()))
    rows = tuple(monitor_records(days, edition))
    is_english = edition.translates
    names = tuple(each.en if is_english else each.zh_hant for each in MONITOR_FIELDS)
    meanings = [
        (each.name, name, each.en_meaning if is_english else each.zh_hant_meaning)
        for each, name in zip(MONITOR_FIELDS, names, strict=True)
    ]
    publisher = edition.site_name(settings.publisher.name or settings.site_name).value
    shown = month.iso if is_english else month.text
    about = About(
        title=texts.title.format(month=shown),
        subject=texts.subject,
        creator=publisher,
        publisher=publisher,
        description=texts.description.format(url=settings.site_url, month=shown),
        keywords=(texts.subject,),
        language=edition.language.tag,
        identifier=settings.site_url,
        date=None,
        years=(gregorian_year(month.roc_year), gregorian_year(month.roc_year)),
    )
    tables = [SheetTable(texts.sheet, (names, *rows)), SheetTable(texts.columns, (texts.column_heads, *meanings))]
    made = {
        "ods": tables_ods(tables, (MONITOR_WIDTHS, (3.4, 3.4, 12.0)), about, edition, documents_environment(settings)),
        "csv": csv_table(rows, MONITOR_FIELDS),
    }
    for ending, content in made.items():
        path = folder / f"monitor-{month.text}.{ending}"
        write_atomically(path, content)
        counts = {
            "days": len(days),
            "machine": sum(bool(each.runs) for each in days),
            "people": sum(bool(each.seen) for each in days),
            "missed": sum(each.is_over and not each.runs and not each.seen for each in days),
        }
        print(visible_lines(filled(texts.written, {"file": path, **counts})))
    return CLEAN


def _roc_month(texts: MonitorTexts, text: str) -> RocDate:
    try:
        month = RocDate.parse(text.strip())
    except ValueError as error:
        raise click.UsageError(texts.bad_month) from error
    if month.day is not None:
        raise click.UsageError(texts.bad_month)
    return month


def _waiting(texts: MonitorTexts) -> Callable[[str], None]:
    return lambda holder: say(visible_lines(texts.waiting.format(holder=holder)))
