"""What every command is given and answers with."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planpress.cli.words.texts import Texts
from planpress.configuration.reading import FILE
from planpress.console import visible
from planpress.problems import report
from planpress.problems.problem import Problem
from planpress.settings import Settings

if TYPE_CHECKING:
    from planpress.pages.editorial.editorial_page import EditorialPage
    from planpress.source.content.editorial import EditorialSource

CLEAN, PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Call:
    """What every command needs to know.

    Attributes:
        root: the project's folder.
        language: of what is said.
        texts: in this language.
        file: the settings of the site, by its name in the project's folder.
    """

    root: Path
    language: str
    texts: Texts
    file: str = FILE

    def settings(self, *, preview: bool = False, site_dir: Path | None = None) -> Settings:
        """The settings of the site.

        Raises:
            SettingsError: they are not what a site needs.
        """
        return Settings.load(self.root, self.file, preview=preview, site_dir=site_dir)


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands of a call, to which each module adds its own.

    Attributes:
        group: of all commands.
        call: what every command needs to know.
        everywhere: the options that every command has.
    """

    group: click.Group
    call: Call
    everywhere: Callable[[Callable[..., int]], Callable[..., int]]

    def add(self, help: str, name: str | None = None) -> Callable[[Callable[..., int]], Callable[..., int]]:
        """Make a function a command, with the options that every command has.

        Args:
            help: what it says of itself.
            name: where it is not the function's.
        """
        texts = self.call.texts

        def added(function: Callable[..., int]) -> Callable[..., int]:
            command = click.help_option("--help", "-h", help=texts.help_help)(self.everywhere(function))
            return self.group.command(name, help=help, add_help_option=False, options_metavar=texts.some_options)(
                command
            )

        return added


def print_problems(call: Call, problems: Sequence[Problem]) -> None:
    """Show problems where errors are shown."""
    if problems:
        say(report.terminal(problems, call.language, colour=sys.stderr.isatty()))


def say(text: str) -> None:
    """Tell what is no result."""
    print(text, file=sys.stderr)


def shown(path: Path, root: Path) -> str:
    """A file or folder as a terminal shows it: by its place in the project."""
    return visible(f"{path.relative_to(root)}/" if path.is_relative_to(root) else str(path))


def editorial(settings: Settings, sources: "Sequence[EditorialSource]") -> "Iterable[EditorialPage | Problem]":
    """The Markdown pages. MkDocs takes half a second to import: only when one has changed."""
    from planpress import engine

    return engine.editorial(settings, sources)


def diff_line(line: str, *, colour: bool) -> str:
    """A line of a diff as a terminal shows it."""
    style = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}.get(line[:1], "") if colour else ""
    return f"{style}{visible(line)}\x1b[0m" if style else visible(line)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on long work, which is told how much of it is done; quiet when nobody watches."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or 1)
