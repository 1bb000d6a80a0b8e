"""What there is to translate in a plan: every text without its printed number, with its place in plan.yml."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from planpress.editions.catalogue import as_key
from planpress.editions.edition import is_chinese
from planpress.model.line_breaks import unwrapped
from planpress.problems.problem import Place
from planpress.source.folders import plan_file_name, plan_files, revision_files
from planpress.source.repository import read_as_written
from planpress.source.shapes.plan_shapes import ColumnsEntry, PlanFile
from planpress.source.shapes.rows import BlockRow, Node, Paragraphs, SectionOutline, further_texts, outline
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Steps


@dataclass(frozen=True, slots=True)
class Unit:
    """A text of a plan.

    Attributes:
        text: the Chinese, without its printed number.
        path: where in the document.
        start: of the value there, how many characters come before the text.
    """

    text: str
    path: Steps
    start: int = 0

    @property
    def key(self) -> str:
        """What a translation is found by."""
        return as_key(self.text)


@dataclass(frozen=True)
class PlanUnits:
    """The units of one plan.

    Attributes:
        office: id of the office.
        roc_year: the plan's year.
        document: the plan.yml, which knows the places.
        units: in reading order, repetitions included.
    """

    office: str
    roc_year: int
    document: YamlDocument
    units: tuple[Unit, ...]

    @property
    def file(self) -> str:
        """Path of the plan.yml from the project's root."""
        return self.document.file

    @property
    def keys(self) -> dict[str, None]:
        """What the units' translations are found by, each once, in reading order."""
        return dict.fromkeys(unit.key for unit in self.units)

    @cached_property
    def wordings(self) -> dict[str, str]:
        """Each text by its key, on one line with single blanks, as it is written where it stands first."""
        found: dict[str, str] = {}
        for unit in self.units:
            found.setdefault(unit.key, " ".join(unwrapped(unit.text).split()))
        return found

    def place(self, unit: Unit) -> Place:
        """Where a unit stands."""
        return self.document.locate(unit.path, span=(unit.start, unit.start + len(unit.text)))

    @cached_property
    def lines(self) -> dict[str, tuple[int, ...]]:
        """The lines of every unit, by its key, in the file's order."""
        found: dict[str, set[int]] = {}
        for unit in self.units:
            found.setdefault(unit.key, set()).add(self.place(unit).line)
        ordered = {key: tuple(sorted(lines)) for key, lines in found.items()}
        return dict(sorted(ordered.items(), key=lambda item: item[1]))


def read_units(root: Path, office: str, roc_year: int) -> PlanUnits | None:
    """The units of a plan in the folder; None when its file cannot be read."""
    return _units(root, office, roc_year, plan_file_name(office, roc_year))


def _units(root: Path, office: str, roc_year: int, name: str) -> PlanUnits | None:
    document, file = read_as_written(root, name)
    if document is None or file is None:
        return None
    return PlanUnits(office, roc_year, document, tuple(plan_units(file)))


def read_all_units(root: Path) -> list[PlanUnits | None]:
    """The units of every plan, by office and year; None for one whose file cannot be read."""
    return [read_units(root, plan.office_id, plan.roc_year) for plan in plan_files(root)[0]]


def read_superseded_units(root: Path) -> list[PlanUnits | None]:
    """Likewise of what revisions replaced."""
    return [
        _units(root, plan.office_id, plan.roc_year, name)
        for plan in plan_files(root)[0]
        for name in revision_files(root, plan.office_id, plan.roc_year)
    ]


def plan_units(file: PlanFile) -> Iterator[Unit]:
    """Every text of a plan that is to be translated: those of :func:`planpress.editions.edition.plan_texts`."""
    yield Unit(file.title, ("title",))
    yield from _column_units(("columns",), file.columns)
    for position, shortcut in enumerate(file.shortcuts):
        yield Unit(shortcut.text, ("shortcuts", position, "text"))
    for section in outline(file):
        yield from _section_units(section, section.entry.columns or file.columns)
    for position, note in enumerate(file.transcription_notes):
        yield Unit(note, ("transcription_notes", position))
    yield from _decision_units(file)


def _decision_units(file: PlanFile) -> Iterator[Unit]:
    for position, approval in enumerate(file.approvals):
        if approval.by:
            yield Unit(approval.by, ("approvals", position, "by"))
    if file.withdrawn:
        yield Unit(file.withdrawn.reason, ("withdrawn", "reason"))
    if file.revision:
        if file.revision.note:
            yield Unit(file.revision.note, ("revision", "note"))
        for position, approval in enumerate(file.revision.approvals):
            if approval.by:
                yield Unit(approval.by, ("revision", "approvals", position, "by"))
    for position, deadline in enumerate(file.deadlines):
        if deadline.words is not None:
            yield Unit(deadline.to, ("deadlines", position, "to"))
            if deadline.within:
                yield Unit(deadline.within, ("deadlines", position, "within"))
    for position, supplement in enumerate(file.supplements):
        path = ("supplements", position)
        yield Unit(supplement.title, (*path, "title"))
        for match in re.finditer(r"[^\s][^\n]*", supplement.text or ""):
            yield Unit(match[0].rstrip(), (*path, "text"), match.start())
        if supplement.note:
            yield Unit(supplement.note, (*path, "note"))
    for position, correction in enumerate(file.corrections):
        if correction.note:
            yield Unit(correction.note, ("corrections", position, "note"))


def _column_units(path: Steps, columns: ColumnsEntry) -> Iterator[Unit]:
    """The names of columns that are a plan's own; the usual ones are terms."""
    if columns.target is not None:
        yield Unit(columns.target, (*path, "target"))
    for position, name in enumerate(columns.more):
        yield Unit(name, (*path, "more", position))


def _section_units(section: SectionOutline, columns: ColumnsEntry) -> Iterator[Unit]:
    heading, text = section.entry.heading, section.entry.text
    if heading is not None and section.heading is not None:
        yield Unit(section.heading, (*section.path, "heading"), len(heading) - len(section.heading))
    if text is not None:
        yield from _line_units((*section.path, "text"), text, section.lines)
    if section.entry.columns:
        yield from _column_units((*section.path, "columns"), section.entry.columns)
    yield from _row_units(section.content(), columns)


def _line_units(path: Steps, text: str, lines: Iterable[Paragraphs]) -> Iterator[Unit]:
    for line in lines:
        behind_number = line.start + (len(line.number.printed) if line.number else 0)
        yield Unit(line.text, path, text.index(line.text, behind_number))
        yield from _line_units(path, text, line.children)


def _row_units(nodes: Iterable[Node | BlockRow], columns: ColumnsEntry) -> Iterator[Unit]:
    for node in nodes:
        if isinstance(node, BlockRow):
            yield from _block_units(node)
            continue
        yield Unit(node.text, (*node.path, node.row.kind), len(node.row.text) - len(node.text))
        for path, text in node.says:
            yield Unit(text, path)
        if not node.row.level:
            yield from _remark_units(node, columns)
        yield from _row_units(node.content(), columns)


def _block_units(block: BlockRow) -> Iterator[Unit]:
    row = block.row
    own = [(("table",), row.table), (("note",), row.note)]
    for tail, text in (*own, *further_texts(row)):
        if text is not None and is_chinese(text):
            yield Unit(text, (*block.path, *tail))


def _remark_units(node: Node, columns: ColumnsEntry) -> Iterator[Unit]:
    row = node.row
    if row.target and row.target.unit:
        yield Unit(row.target.unit, (*node.path, "target", "unit"))
    for name in columns.more:
        if row.more and name in row.more and is_chinese(row.more[name]):
            yield Unit(row.more[name], (*node.path, "more", name))
    if row.source is not None:
        yield Unit(row.source, (*node.path, "source"))
    if row.unsure is not None:
        yield Unit(row.unsure, (*node.path, "unsure"))
