"""``build.py check``: what is wrong with the data, and with the finished site."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from planpress.cli.call import (
    CLEAN,
    PROBLEMS,
    WRONG_USE,
    Call,
    Commands,
    editorial,
    print_problems,
    progress,
    say,
    shown,
)
from planpress.cli.words.accessibility_texts import ACCESSIBILITY_TEXTS
from planpress.problems import annotations, report
from planpress.problems.problem import Problem, has_errors
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings, calendar_day
from planpress.writing import write_atomically

if TYPE_CHECKING:
    from planpress.site_checks.elsewhere import Elsewhere
    from planpress.site_checks.own_links import LinkCounter
    from planpress.site_checks.page import Page

_FORMS: Final[Mapping[str, Callable[[Sequence[Problem], str], str]]] = MappingProxyType(
    {"json": report.as_json, "github": annotations.github, "gitlab": annotations.gitlab}
)
"""What ``check`` may print for programs."""


def add_check(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts, of_accessibility = call.texts, ACCESSIBILITY_TEXTS[call.language]

    @commands.add(texts.check_help)
    @click.option(
        "--format", "form", type=click.Choice(["text", *_FORMS]), default="text", help=texts.check_format_help
    )
    @click.option("--site", "built", is_flag=True, help=texts.check_site_help)
    @click.option("--external", is_flag=True, help=texts.check_external_help)
    @click.option("--accessibility", is_flag=True, help=of_accessibility.check_help)
    @click.option("--every-page", is_flag=True, help=of_accessibility.every_help)
    @click.option("--record", is_flag=True, help=of_accessibility.record_help)
    def check(form: str, built: bool, external: bool, accessibility: bool, every_page: bool, record: bool) -> int:
        if (every_page and not accessibility) or (record and not (accessibility or built)):
            raise click.UsageError(of_accessibility.alone)
        return _check(call, form, _Finished(built, external, accessibility, every_page, record))


class _Finished(NamedTuple):
    """What ``check`` looks at on the finished site."""

    pages: bool
    external: bool
    accessibility: bool
    every_page: bool
    is_recorded: bool


def _check(call: Call, form: str, finished: _Finished) -> int:
    from planpress.site.checking import problems_of

    try:
        settings = call.settings()
        problems = problems_of(settings, editorial, whole=True)
    except SettingsError as error:
        if form == "text":
            raise
        _print_form(form, error.problems, call.language)
        return WRONG_USE
    said: list[str] = []
    if any(finished):
        if not (settings.site_dir / "index.html").is_file():
            say(call.texts.no_site.format(site=shown(settings.site_dir, settings.root)))
            return WRONG_USE
        found, said = _of_site(call, settings, finished)
        problems += found
    if form != "text":
        _print_form(form, problems, call.language)
    else:
        print_problems(call, problems)
        print("\n".join([*said, report.summary(problems, call.language)]))
    return PROBLEMS if has_errors(problems) else CLEAN


def _of_site(call: Call, settings: Settings, finished: _Finished) -> tuple[list[Problem], list[str]]:
    """What is wrong with the finished site, and what is to be said of how it was looked at."""
    from planpress.site_checks import check_site
    from planpress.site_checks.elsewhere import Elsewhere
    from planpress.site_checks.own_links import LinkCounter
    from planpress.source.content.official import without_official

    found: list[Problem] = []
    said: list[str] = []
    elsewhere = Elsewhere(settings.site_url)
    if finished.accessibility:
        from planpress.cli.accessibility import check_accessibility

        every, is_recorded = finished.every_page, finished.is_recorded
        found, said = check_accessibility(call, settings, every=every, is_recorded=is_recorded)
    elif finished.pages:
        counter = LinkCounter()

        def see(page: "Page") -> None:
            counter.see(page)
            elsewhere.add(page)

        found = check_site(settings.site_dir, settings.site_url, see)
        if finished.is_recorded:
            said += _recorded(call, settings, counter)
        elif settings.is_whole:  # the records are of the whole project's site
            found += _outdated(settings, counter)
    found = without_official(settings.root, found)
    if finished.external:
        found += _external(call, settings)
    elif finished.pages:
        found += _never_checked(settings, elsewhere)
    return found, said


def _outdated(settings: Settings, counter: "LinkCounter") -> list[Problem]:
    """What the records of earlier checks say, and the finished site does not bear out any more."""
    from planpress.accessibility.record import outdated_record, read_record
    from planpress.source.content.site_check import outdated_site_check, read_site_check

    problems = outdated_record(read_record(settings.root)[0], counter.pages)
    files = _files(settings)
    if not settings.documents or any(path.endswith(".ods") for path in files):  # else pages lead to fewer files
        now = counter.check(files, settings.site_url, calendar_day())
        problems += outdated_site_check(read_site_check(settings.root)[0], now)
    return problems


def _files(settings: Settings) -> set[str]:
    return {path.relative_to(settings.site_dir).as_posix() for path in settings.site_dir.rglob("*") if path.is_file()}


def _recorded(call: Call, settings: Settings, counter: "LinkCounter") -> list[str]:
    """Keep what the links of the site to itself came to, for the next build."""
    from planpress.source.content.site_check import SITE_CHECK_FILE

    checked = counter.check(_files(settings), settings.site_url, calendar_day())
    write_atomically(settings.root / SITE_CHECK_FILE, f"{checked.model_dump_json(indent=1)}\n".encode())
    return [call.texts.links_recorded.format(links=checked.links, broken=checked.broken, file=SITE_CHECK_FILE)]


def _external(call: Call, settings: Settings) -> list[Problem]:
    """Ask for every link to elsewhere, and keep what came of it."""
    from planpress.publishing.links_check import check_links, link_problems, unneeded
    from planpress.source.content.links import read_links_file

    told, _ = read_links_file(settings.root)
    with progress(call.texts.asking) as tell:
        checked = check_links(settings, told, calendar_day(), tell)
    return [*link_problems(checked, settings.site_dir.name, call.language), *unneeded(checked, told)]


def _never_checked(settings: Settings, elsewhere: "Elsewhere") -> list[Problem]:
    from planpress.publishing.links_check import never_checked
    from planpress.source.content.links import read_checked_links

    return never_checked(elsewhere.places, read_checked_links(settings.root)[0])


def _print_form(form: str, problems: Sequence[Problem], language: str) -> None:
    """Print problems for programs, a line break behind them; no problem may be no line at all."""
    told = _FORMS[form](problems, language)
    if told:
        print(told.removesuffix("\n"))
