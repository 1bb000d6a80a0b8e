"""A file of YAML in order: its lines repaired, its values in their forms, and not a word changed.

Pure functions: bytes in, bytes out.
"""

import codecs
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Final

from planpress.editing.line_repairs import repaired
from planpress.editing.value_forms import in_form, is_cell, is_date
from planpress.model.dates import likely_date
from planpress.problems.problem import Place, Problem
from planpress.source.checks.departments import check_departments
from planpress.source.plans.shaping import as_shape
from planpress.source.shapes.known_keys import Shape
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.source_text import SourceText, decode
from planpress.source.text.yaml_text import YamlDocument, parse, parse_text
from planpress.source.values.finding import Steps
from planpress.source.values.mentions import names_alone

_MOST_ROUNDS: Final = 5
"""How often a file is gone through again, until nothing changes any more."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of a file.

    Attributes:
        file: path from the project's root.
        before: what it held.
        after: what it is to hold; the same where nothing is to be changed.
        problems: what is wrong with it still, as ``check`` tells it.
    """

    file: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written."""
        return self.after != self.before

    @property
    def has_other_line_ends(self) -> bool:
        """Whether lines are to end otherwise, or a byte order mark is to go: what no reader sees."""
        return self.before.removeprefix(codecs.BOM_UTF8).count(b"\r\n") != self.after.count(b"\r\n") or (
            self.before.startswith(codecs.BOM_UTF8) and not self.after.startswith(codecs.BOM_UTF8)
        )

    def diff(self) -> list[str]:
        """What changes, line by line, as ``diff -u`` shows it; without what no reader sees."""
        before, after = (
            (_with_our_line_ends(content) if self.has_other_line_ends else content).decode(errors="replace").split("\n")
            for content in (self.before, self.after)
        )
        return [*unified_diff(before, after, self.file, self.file, n=1, lineterm="")]


def _with_our_line_ends(content: bytes) -> bytes:
    return content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")


def formatted(file: str, content: bytes, shape: Shape, departments: Collection[str] = ()) -> Formatted:
    """Put a file in order.

    Args:
        file: its path from the project's root.
        content: its bytes.
        shape: what it should be.
        departments: of the office that a plan belongs to; none where they are not known.
    """
    source, unread = decode(file, content)
    if source is None:
        return Formatted(file, content, content, tuple(unread))
    lines = repaired(source, shape)
    after = _in_order(SourceText(file, lines), shape, departments).encode()
    if (changed := _changed_value(file, (content, lines.encode(), after), shape)) is not None:
        return Formatted(file, content, content, (changed,))
    return Formatted(file, content, after, tuple(_problems(file, after, shape, departments)))


def _in_order(source: SourceText, shape: Shape, departments: Collection[str]) -> str:
    """A text with its values in their forms, gone through again as long as that makes anything new to repair."""
    text = source.text
    for _ in range(_MOST_ROUNDS):
        document, _problems = parse_text(SourceText(source.file, text), shape=shape)
        if document is None or document.source.text != text:
            break
        found = repaired(SourceText(source.file, in_form(document, shape, departments)), shape)
        if found == text:
            break
        text = found
    return text


def _changed_value(file: str, versions: Iterable[bytes], shape: Shape) -> Problem | None:
    """The first value that says something else in the last version than in the first that can be read.

    Of a version with slips nobody knows the values; its lines were compared one by one when they were repaired.
    """
    documents = [parse(file, content, shape=shape)[0] for content in versions]
    old = next((document for document in documents if document is not None and not document.told), None)
    if old is None or documents[-1] is None:
        return None if old is None else Problem("E370", Place(file))
    before, after = _said(old, shape), _said(documents[-1], shape)
    for path in [*before, *after]:
        if before.get(path) != after.get(path):
            return Problem("E370", old.locate(path))
    return None


def _said(document: YamlDocument, shape: Shape) -> Mapping[Steps, str]:
    """What every value says, whatever its form."""
    said: dict[Steps, str] = {}
    for path, text in document.texts():
        cell = path[:-1] if is_cell(path[:-1]) else path
        if is_cell(cell):
            said[cell] = said.get(cell, "") + names_alone(text)
        elif is_date(shape, path) and (date := likely_date(text)):
            said[path] = date.text
        else:
            said[path] = "".join(text.split())
    return said


def _problems(file: str, content: bytes, shape: Shape, departments: Collection[str]) -> Iterator[Problem]:
    """What the reader says of the file: its lines, its keys, and the departments of its rows."""
    document, problems = parse(file, content, shape=shape)
    yield from problems
    if document is not None:
        value, wrong = as_shape(document, shape)
        yield from wrong
        if isinstance(value, PlanFile) and departments:
            yield from document.problems(check_departments(value, departments))
