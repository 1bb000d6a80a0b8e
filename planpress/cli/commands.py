"""The command line: words in, exit code out. 0 is clean, 1 means problems in the data, 2 a wrong use."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from planpress import console
from planpress.cli.accessibility_texts import ACCESSIBILITY_TEXTS
from planpress.cli.call import CLEAN, PROBLEMS, STOPPED, WRONG_USE, Call, print_problems, progress, say
from planpress.cli.dossier import add_dossier
from planpress.cli.due import add_due
from planpress.cli.embed import add_embed
from planpress.cli.evidence import add_evidence
from planpress.cli.failures import failure
from planpress.cli.help import group_in_language
from planpress.cli.monitor import add_monitor
from planpress.cli.new_assessment import add_new_assessment
from planpress.cli.next_year import add_next_year
from planpress.cli.parameters import OfficeId, RocYear, no_such_plan
from planpress.cli.publish import add_publish
from planpress.cli.reviewed import add_reviewed
from planpress.cli.server import add_server
from planpress.cli.sheet import add_sheet
from planpress.cli.texts import TEXTS
from planpress.cli.tidying import add_tidying
from planpress.configuration.checks import is_folder_name
from planpress.configuration.reading import FILE, is_configuration, suffix_of
from planpress.console import visible, visible_lines
from planpress.problems import annotations, report
from planpress.problems.problem import Problem, has_errors
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings, calendar_day
from planpress.site.executor import workers
from planpress.writing import write_atomically

if TYPE_CHECKING:
    from planpress.pages.editorial_page import EditorialPage
    from planpress.site.build import Built
    from planpress.site_checks.elsewhere import Elsewhere
    from planpress.site_checks.own_links import LinkCounter
    from planpress.site_checks.page import Page
    from planpress.source.editorial import EditorialSource


_FORMS: Final[Mapping[str, Callable[[Sequence[Problem], str], str]]] = MappingProxyType(
    {"json": report.as_json, "github": annotations.github, "gitlab": annotations.gitlab}
)
"""What ``check`` may print for programs."""


class SettingsFile(click.Path):
    """The settings of a site, which lie in its folder: mkdocs.yml, or mkdocs.<name>.yml of another site of it."""

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        """The path."""
        if not is_configuration(Path(value).name):
            self.fail(str(value), param, context)
        return super().convert(value, param, context)


class SiteFolder(click.Path):
    """A folder for the site, which need not be there; its name must be one that a system takes."""

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        """The path."""
        if not is_folder_name(str(value)):
            self.fail(str(value), param, context)
        return super().convert(value, param, context)


def main(arguments: Sequence[str], root: Path) -> int:
    """Run a command.

    Args:
        arguments: without the program's name.
        root: the project's folder, unless ``--config`` names another.

    Returns:
        The exit code.
    """
    console.prepare()
    try:
        code = _run(arguments, root)
    except BrokenPipeError:
        code = console.GONE
    console.settle()
    return code


def _run(arguments: Sequence[str], root: Path) -> int:
    language = _language(arguments)
    folder, file = _site(arguments, root)
    call = Call(folder, language, TEXTS[language], file)
    try:
        group = commands(call)
        with group.make_context("build.py", list(arguments)) as context:
            result = group.invoke(context)
        sys.stdout.flush()
        return int(result or CLEAN)
    except click.exceptions.Exit as exit_:
        return int(exit_.exit_code)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        say(f"\n{call.texts.stopped}")
        return STOPPED
    except Exception as error:
        message = failure(error, call.texts, call.language, colour=sys.stderr.isatty())
        if message is None:
            raise
        say(message)
        return WRONG_USE


def commands(call: Call) -> click.Group:
    """The commands, with their help in the caller's language."""
    texts = call.texts
    of_accessibility = ACCESSIBILITY_TEXTS[call.language]
    lang = click.option("--lang", type=click.Choice(list(TEXTS)), default=call.language, help=texts.lang_help)
    config = click.option(
        "--config",
        type=SettingsFile(exists=True, dir_okay=False),
        metavar="FILE",
        expose_value=False,
        help=texts.config_help,
    )
    jobs = click.option(
        "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, metavar="N", help=texts.jobs_help
    )

    def language(command: Callable[..., int]) -> Callable[..., int]:
        return lang(config(command))

    group_class = group_in_language(texts)
    options = f"[{texts.options}]"

    @click.group(
        cls=group_class,
        invoke_without_command=True,
        help=texts.help,
        add_help_option=False,
        options_metavar=options,
        subcommand_metavar=f"[{texts.commands}]",
    )
    @click.help_option("--help", "-h", help=texts.help_help)
    @language
    @jobs
    @click.option(
        "--site-dir", type=SiteFolder(path_type=Path, file_okay=False), metavar="DIR", help=texts.site_dir_help
    )
    @click.option("--no-documents", is_flag=True, help=texts.no_documents_help)
    @click.option("--only", type=click.Choice(["documents"]), help=texts.only_help)
    @click.option("--office", type=OfficeId(call), metavar="ID", help=texts.office_help)
    @click.option("--year", type=RocYear(call), metavar="N", help=texts.year_help)
    @click.pass_context
    def group(
        context: click.Context,
        lang: str,
        jobs: int,
        site_dir: Path | None,
        no_documents: bool,
        only: str | None,
        office: str | None,
        year: int | None,
    ) -> int:
        if context.invoked_subcommand is not None:
            return CLEAN
        settings = call.settings(site_dir=site_dir)
        if no_documents:
            settings = replace(settings, documents=False)
        if only == "documents":
            return _build(call, jobs, settings, (office, year))
        if office is not None or year is not None:
            raise click.UsageError(texts.only_missing)
        return _build(call, jobs, settings, None)

    @group.command(help=texts.check_help, add_help_option=False, options_metavar=options)
    @click.help_option("--help", "-h", help=texts.help_help)
    @language
    @click.option(
        "--format", "form", type=click.Choice(["text", *_FORMS]), default="text", help=texts.check_format_help
    )
    @click.option("--site", "built", is_flag=True, help=texts.check_site_help)
    @click.option("--external", is_flag=True, help=texts.check_external_help)
    @click.option("--accessibility", is_flag=True, help=of_accessibility.check_help)
    @click.option("--every-page", is_flag=True, help=of_accessibility.every_help)
    @click.option("--record", is_flag=True, help=of_accessibility.record_help)
    def check(
        lang: str, form: str, built: bool, external: bool, accessibility: bool, every_page: bool, record: bool
    ) -> int:
        if (every_page and not accessibility) or (record and not (accessibility or built)):
            raise click.UsageError(of_accessibility.alone)
        return _check(call, form, _Finished(built, external, accessibility, every_page, record))

    @group.command(help=texts.serve_help, add_help_option=False, options_metavar=options)
    @click.help_option("--help", "-h", help=texts.help_help)
    @language
    @jobs
    @click.option("--host", default="127.0.0.1", metavar="HOST", help=texts.host_help)
    @click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="PORT", help=texts.port_help)
    def serve(lang: str, jobs: int, host: str, port: int) -> int:
        from planpress.cli.preview import serve as serve_preview
        from planpress.site.output import PREVIEW

        site_dir = call.root / ".cache" / f"{PREVIEW}{suffix_of(call.file)}"

        def load() -> Settings:
            return replace(call.settings(preview=True, site_dir=site_dir), documents=False)

        with workers(jobs) as executor:
            return CLEAN if serve_preview(load, _editorial, call.language, host, port, executor) else WRONG_USE

    @group.command(help=texts.translate_help, add_help_option=False, options_metavar=options)
    @click.help_option("--help", "-h", help=texts.help_help)
    @language
    @click.option("--status", "wanted", flag_value="status", help=texts.status_help)
    @click.option("--suggest", "wanted", flag_value="suggest", help=texts.suggest_help)
    @click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=texts.format_help)
    def translate(lang: str, wanted: str | None, form: str) -> int:
        return _translate(call, wanted, form)

    add_tidying(group, call, language)
    add_next_year(group, call, language)
    add_dossier(group, call, language)
    add_embed(group, call, language)
    add_sheet(group, call, language)
    add_new_assessment(group, call, language)
    add_due(group, call, language)
    add_publish(group, call, language, lambda settings: _build(call, os.cpu_count() or 1, settings, None))
    add_server(group, call, language)
    add_evidence(group, call, language)
    add_monitor(group, call, language)
    add_reviewed(group, call, language)
    return group


def _build(call: Call, jobs: int, settings: Settings, of: tuple[str | None, int | None] | None) -> int:
    """Build the site; or, of an office and a year where these are given, the documents alone."""
    from planpress.site.build import Only, build

    with workers(jobs) as executor, progress(call.texts.compiling) as tell:
        outcome = build(settings, _editorial, executor, tell, _waiting(call), Only(*of) if of else None)
    print_problems(call, outcome.problems)
    if outcome.built is None:
        say(call.texts.kept)
        return PROBLEMS
    if of and not outcome.built.plans:
        say(no_such_plan(call, *of))
        return WRONG_USE
    print(_made(call.texts.documents_made if of else call.texts.site_made, outcome.built, outcome.problems, settings))
    if not of and outcome.built.not_shown:
        print(call.texts.not_shown.format(plans=call.texts.comma.join(outcome.built.not_shown)))
    return CLEAN


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
        problems = problems_of(settings, _editorial, whole=True)
    except SettingsError as error:
        if form == "text":
            raise
        _print_form(form, error.problems, call.language)
        return WRONG_USE
    said: list[str] = []
    if any(finished):
        if not (settings.site_dir / "index.html").is_file():
            say(call.texts.no_site.format(site=_shown(settings.site_dir, settings.root)))
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
    from planpress.source.official import without_official

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
        said += _recorded(call, settings, counter) if finished.is_recorded else []
    found = without_official(settings.root, found)
    if finished.external:
        found += _external(call, settings)
    elif finished.pages:
        found += _never_checked(settings, elsewhere)
    return found, said


def _recorded(call: Call, settings: Settings, counter: "LinkCounter") -> list[str]:
    """Keep what the links of the site to itself came to, for the next build."""
    from planpress.source.site_check import SITE_CHECK_FILE

    files = {path.relative_to(settings.site_dir).as_posix() for path in settings.site_dir.rglob("*") if path.is_file()}
    checked = counter.check(files, settings.site_url, calendar_day())
    write_atomically(settings.root / SITE_CHECK_FILE, f"{checked.model_dump_json(indent=1)}\n".encode())
    return [call.texts.links_recorded.format(links=checked.links, broken=checked.broken, file=SITE_CHECK_FILE)]


def _external(call: Call, settings: Settings) -> list[Problem]:
    """Ask for every link to elsewhere, and keep what came of it."""
    from planpress.publishing.links_check import check_links, link_problems, unneeded
    from planpress.source.links import read_links_file

    told, _ = read_links_file(settings.root)
    with progress(call.texts.asking) as tell:
        checked = check_links(settings, told, calendar_day(), tell)
    return [*link_problems(checked, settings.site_dir.name, call.language), *unneeded(checked, told)]


def _never_checked(settings: Settings, elsewhere: "Elsewhere") -> list[Problem]:
    from planpress.publishing.links_check import never_checked
    from planpress.source.links import read_checked_links

    return never_checked(elsewhere.places, read_checked_links(settings.root)[0])


def _print_form(form: str, problems: Sequence[Problem], language: str) -> None:
    """Print problems for programs, a line break behind them; no problem may be no line at all."""
    told = _FORMS[form](problems, language)
    if told:
        print(told.removesuffix("\n"))


def _translate(call: Call, wanted: str | None, form: str) -> int:
    from planpress.translating import command

    settings = call.settings()
    if wanted is not None:
        tell = command.status if wanted == "status" else command.suggest
        told = tell(settings, call.language, form)
        print(told if form == "json" else visible_lines(told))
        return CLEAN
    told, is_done = command.update(settings, call.language)
    if not is_done:
        say(visible_lines(told))
        return PROBLEMS
    print(visible_lines(told))
    return CLEAN


def _editorial(settings: Settings, sources: "Sequence[EditorialSource]") -> "Iterable[EditorialPage | Problem]":
    """MkDocs takes half a second to import: only when a Markdown page has changed."""
    from planpress.engine import editorial

    return editorial(settings, sources)


def _waiting(call: Call) -> Callable[[str], None]:
    from planpress.site.lock import waiting_for

    return lambda holder: say(waiting_for(holder, call.language))


def _made(text: str, made: "Built", problems: Sequence[Problem], settings: Settings) -> str:
    return text.format(
        offices=made.offices,
        plans=made.plans,
        measures=made.measures,
        pages=made.pages,
        languages=made.languages,
        documents=made.documents,
        warnings=len(problems),
        seconds=f"{made.seconds:.1f}",
        changed=made.written.changed,
        site=_shown(settings.site_dir, settings.root),
    )


def _shown(path: Path, root: Path) -> str:
    return visible(f"{path.relative_to(root)}/" if path.is_relative_to(root) else str(path))


def _language(arguments: Sequence[str]) -> str:
    """The language of ``--lang en``, wherever it stands; help must be in it before anything is parsed."""
    wanted = _value(arguments, "--lang")
    return wanted if wanted in TEXTS else "zh-Hant"


def _site(arguments: Sequence[str], root: Path) -> tuple[Path, str]:
    """The folder and the settings of the site that ``--config`` chooses, wherever it stands."""
    wanted = _value(arguments, "--config")
    return (Path(wanted).parent.resolve(), Path(wanted).name) if wanted else (root, FILE)


def _value(arguments: Sequence[str], option: str) -> str:
    """What is given to an option that every command has; empty when nothing is."""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == option or argument.startswith(f"{option}="):
            return following if argument == option else argument.removeprefix(f"{option}=")
    return ""
