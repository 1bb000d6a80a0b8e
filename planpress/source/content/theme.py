"""The theme's files, as far as they can be wrong: what keeps a template or an asset from its work has a place.

Templates are programs of the web team: whatever they do, nobody sees a traceback and nothing is written.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, TemplateError, TemplateSyntaxError

from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError
from planpress.source import files
from planpress.source.text.source_text import SourceText, decode

ASSETS: Final = "theme/site/assets"
"""Style sheet, scripts, icon, and the picture of shared links."""


class ThemeLoader(FileSystemLoader):
    """Templates of a folder of the theme, which are ordinary files in UTF-8."""

    def __init__(self, root: Path, folder: Path) -> None:
        super().__init__(folder)
        self.root = root
        self.folder = folder.relative_to(root).as_posix()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template.

        Raises:
            SettingsError: it is not UTF-8.
        """
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError:
            read_text(self.root, f"{self.folder}/{template}")
            raise


def read_text(root: Path, file: str) -> str:
    """The text of a file of the theme.

    Raises:
        SettingsError: it is missing, empty, a link, or not UTF-8.
    """
    source, wrong = decode(file, read_bytes(root, file))
    if source is None:
        raise SettingsError(problems=tuple(wrong))
    return source.text


def read_bytes(root: Path, file: str) -> bytes:
    """What a file of the theme holds.

    Raises:
        SettingsError: it is missing, or a link.
    """
    content, problems = files.read(root, file)
    if content is None:
        raise SettingsError(problems=tuple(problems))
    return content


@contextmanager
def explained(root: Path) -> Iterator[None]:
    """Work with templates; what is wrong with one of them becomes a problem with its place.

    Raises:
        SettingsError: a template is broken. It comes whole out of a worker process, which Jinja's own errors do not.
    """
    try:
        yield
    except SettingsError:
        raise
    except Exception as error:
        place = _place(root, error)
        if place is None:
            raise
        name = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
        message = str(error).partition("\n")[0][:300]
        raise SettingsError(problems=(Problem("E455", place, {"message": f"{name}{message}"}),)) from error


def _place(root: Path, error: Exception) -> Place | None:
    """The line of a template at which it failed; None for a failure that has nothing to do with one."""
    theme = root / "theme"
    if isinstance(error, TemplateSyntaxError):
        return _line(root, Path(error.filename or theme / (error.name or "")), error.lineno)
    found, traceback = None, error.__traceback__
    while traceback is not None:
        path = Path(traceback.tb_frame.f_code.co_filename)
        if path.is_relative_to(theme):
            found = path, traceback.tb_lineno
        traceback = traceback.tb_next
    if found is not None:
        return _line(root, *found)
    return Place("theme") if isinstance(error, TemplateError) else None


def _line(root: Path, path: Path, line: int) -> Place:
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    content, _ = files.read(root, file)
    text = (content or b"").decode("utf-8", "replace")
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    if not 0 < line <= len(starts):
        return Place(file)
    return SourceText(file, text).place(starts[line - 1], starts[line] if line < len(starts) else len(text))
