"""The command line: words in, exit code out. 0 is clean, 1 means problems in the data, 2 a wrong use."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planpress import console
from planpress.cli.call import (
    CLEAN,
    PROBLEMS,
    STOPPED,
    WRONG_USE,
    Call,
    Commands,
    editorial,
    print_problems,
    progress,
    say,
    shown,
)
from planpress.cli.check import add_check
from planpress.cli.dossier import add_dossier
from planpress.cli.due import add_due
from planpress.cli.embed import add_embed
from planpress.cli.evidence import add_evidence
from planpress.cli.failures import failure
from planpress.cli.monitor import add_monitor
from planpress.cli.new_assessment import add_new_assessment
from planpress.cli.next_year import add_next_year
from planpress.cli.parameters import OfficeId, RocYear, SettingsFile, SiteFolder, no_such_plan
from planpress.cli.publish import add_publish
from planpress.cli.reviewed import add_reviewed
from planpress.cli.server import add_server
from planpress.cli.sheet import add_sheet
from planpress.cli.tidying import add_tidying
from planpress.cli.words.help import group_in_language
from planpress.cli.words.texts import TEXTS
from planpress.configuration.reading import FILE, suffix_of
from planpress.console import visible_lines
from planpress.problems.filling import filled
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site.executor import workers

if TYPE_CHECKING:
    from planpress.site.build import Built


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
    lang = click.option(
        "--lang", type=click.Choice(list(TEXTS)), default=call.language, expose_value=False, help=texts.lang_help
    )
    config = click.option(
        "--config",
        type=SettingsFile(call),
        metavar="FILE",
        expose_value=False,
        help=texts.config_help,
    )
    jobs = click.option(
        "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, metavar="N", help=texts.jobs_help
    )

    def everywhere(command: Callable[..., int]) -> Callable[..., int]:
        return lang(config(command))

    @click.group(
        cls=group_in_language(texts),
        invoke_without_command=True,
        help=texts.help,
        add_help_option=False,
        options_metavar=texts.some_options,
        subcommand_metavar=texts.some_command,
    )
    @click.help_option("--help", "-h", help=texts.help_help)
    @everywhere
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

    listed = Commands(group, call, everywhere)
    add_check(listed)

    @listed.add(texts.serve_help)
    @jobs
    @click.option("--host", default="127.0.0.1", metavar="HOST", help=texts.host_help)
    @click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="PORT", help=texts.port_help)
    def serve(jobs: int, host: str, port: int) -> int:
        from planpress.cli.preview.serving import serve as serve_preview
        from planpress.site.output import PREVIEW

        site_dir = call.root / ".cache" / f"{PREVIEW}{suffix_of(call.file)}"

        def load() -> Settings:
            return replace(call.settings(preview=True, site_dir=site_dir), documents=False)

        with workers(jobs) as executor:
            return CLEAN if serve_preview(load, editorial, call.language, host, port, executor) else WRONG_USE

    @listed.add(texts.translate_help)
    @click.option("--status", "wanted", flag_value="status", help=texts.status_help)
    @click.option("--suggest", "wanted", flag_value="suggest", help=texts.suggest_help)
    @click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=texts.format_help)
    def translate(wanted: str | None, form: str) -> int:
        return _translate(call, wanted, form)

    add_tidying(listed)
    add_next_year(listed)
    add_dossier(listed)
    add_embed(listed)
    add_sheet(listed)
    add_new_assessment(listed)
    add_due(listed)
    add_publish(listed, lambda settings: _build(call, os.cpu_count() or 1, settings, None))
    add_server(listed)
    add_evidence(listed)
    add_monitor(listed)
    add_reviewed(listed)
    return group


def _build(call: Call, jobs: int, settings: Settings, of: tuple[str | None, int | None] | None) -> int:
    """Build the site; or, of an office and a year where these are given, the documents alone."""
    from planpress.site.build import Only, build

    with workers(jobs) as executor, progress(call.texts.compiling) as tell:
        outcome = build(settings, editorial, executor, tell, _waiting(call), Only(*of) if of else None)
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


def _waiting(call: Call) -> Callable[[str], None]:
    from planpress.site.lock import waiting_for

    return lambda holder: say(waiting_for(holder, call.language))


def _made(text: str, made: "Built", problems: Sequence[Problem], settings: Settings) -> str:
    counts = {
        "offices": made.offices,
        "plans": made.plans,
        "measures": made.measures,
        "pages": made.pages,
        "languages": made.languages,
        "documents": made.documents,
        "warnings": len(problems),
        "changed": made.written.changed,
    }
    site = shown(settings.site_dir, settings.root)
    return filled(text, {**counts, "seconds": f"{made.seconds:.1f}", "site": site})


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
