"""The text of a plan.yml as next year's begins with it: what was last year's alone goes, its own years move on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from planpress.editing.edit import Edit
from planpress.editing.own_year import OwnYear
from planpress.editing.text_edits import added, edited, replaced, without
from planpress.model.numerals import narrow
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Steps
from planpress.translating.units import Unit, plan_units

OF_ITS_YEAR: Final = (
    "adopted",
    "approved",
    "approvals",
    "revision",
    "until",
    "publish_on",
    "withdrawn",
    "deadlines",
    "original",
    "supplements",
    "corrections",
    "based_on",
    "transcription_notes",
)
"""Keys of a plan that are true of its own year alone: what a new plan has instead only its own document tells."""
OF_ITS_SOURCE: Final = ("unsure", "sic")
"""Keys of a row or section that speak of the document which it was transcribed from."""


class MovedText(NamedTuple):
    """A text whose year has moved.

    Attributes:
        line: where it stands.
        before: what it said, without its printed number.
        after: what it says.
    """

    line: int
    before: str
    after: str


class Remaining(NamedTuple):
    """What a person has to look at in a line.

    Attributes:
        line: its number.
        words: the years, dates and letters in it, in their order.
    """

    line: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells of the table that a new plan does not have from the plan that it follows.

    Attributes:
        gone: keys that go, by the row that has them.
        edits: what takes the place of others, or is added.
    """

    gone: Mapping[Steps, tuple[str, ...]] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """The text of a new plan.

    Attributes:
        text: the whole.
        moved: the texts whose year has moved.
        remaining: the lines that still tell a time.
        cleared: the keys that went, with how often.
    """

    text: str
    moved: tuple[MovedText, ...]
    remaining: tuple[Remaining, ...]
    cleared: Mapping[str, int]


def carried(
    document: YamlDocument,
    file: PlanFile,
    own: OwnYear,
    *,
    title: str | None = None,
    based_on: str | None = None,
    odd: Collection[Steps] = (),
    cells: Cells | None = None,
) -> Carried:
    """The text that a new plan begins with, line by line that of another.

    Args:
        document: the other.
        file: what it says.
        own: the years.
        title: of the new plan, where it is not the other's own with the year moved.
        based_on: the plan of another office that the new one follows; its places in the text, and what it offers as
            most looked for, are that office's and go.
        odd: rows and sections that must stay marked as odd, or they would be errors.
        cells: departments and periods that are not the other's.
    """
    from_another = based_on is not None
    cells = cells or Cells()
    cleared = dict(_cleared(document, file, odd, from_another=from_another))
    gone = {path: (*cleared.get(path, ()), *cells.gone.get(path, ())) for path in {**cleared, **cells.gone}}
    edits = [edit for path, names in gone.items() for edit in without(document, path, names)]
    edits += cells.edits
    if "status" in document.data:
        edits.append(replaced(document, ("status",), "draft"))
    else:
        edits.append(added(document, ("title",), "status", "draft"))
    if based_on is not None:
        edits.append(added(document, ("title",), "based_on", based_on))
    years: dict[Unit, dict[tuple[int, int], Edit]] = {}
    for unit in plan_units(file):
        if title is not None and unit.path == ("title",):
            edits.append(replaced(document, unit.path, title))
        elif not _goes(unit, from_another=from_another):
            years[unit] = dict(_moves(document, unit, own))
    periods = {unit: dict(_moves(document, unit, own)) for unit in _periods(document, file)}
    whole = {unit: moves for unit, moves in periods.items() if own.is_whole_year(unit.text)}
    result = edited(
        document.source.text,
        [*edits, *(edit for moves in (years | periods).values() for edit in moves.values())],
    )
    moved = [
        MovedText(result.line(next(iter(moves.values()))), unit.text, own.with_moved(unit.text, moves))
        for unit, moves in years.items()
        if moves
    ]
    spans = [result.places[edit] for moves in (years | whole).values() for edit in moves.values()]
    counts: dict[str, int] = {}
    for names in cleared.values():
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    return Carried(result.text, tuple(moved), tuple(remaining(result.text, own, spans)), counts)


def remaining(text: str, own: OwnYear, moved: Iterable[tuple[int, int]] = ()) -> Iterator[Remaining]:
    """The lines of a text that tell a time; not where a year has just been moved."""
    starts = {start for start, _ in moved}
    begin = 0
    for number, line in enumerate(text.split("\n"), start=1):
        told = [
            words
            for start, words in own.told(line)
            if starts.isdisjoint(range(begin + start, begin + start + len(words)))
        ]
        if told:
            yield Remaining(number, tuple(told))
        begin += len(line) + 1


def _cleared(
    document: YamlDocument, file: PlanFile, odd: Collection[Steps], *, from_another: bool
) -> Iterator[tuple[Steps, tuple[str, ...]]]:
    """The keys that go, by the mapping that has them."""
    yield from _there(document, (), (*OF_ITS_YEAR, *(("shortcuts",) if from_another else ())))
    for position, section in enumerate(file.sections):
        path: Steps = ("sections", position)
        for each in (path, *((*path, "rows", index) for index in range(len(section.rows)))):
            names = [name for name in OF_ITS_SOURCE if name != "sic" or each not in odd]
            yield from _there(document, each, [*names, *(("id",) if from_another else ())])


def _there(document: YamlDocument, path: Steps, names: Iterable[str]) -> Iterator[tuple[Steps, tuple[str, ...]]]:
    value = document.value(path) if path else document.data
    found = tuple(name for name in names if isinstance(value, dict) and name in value)
    if found:
        yield path, found


def _periods(document: YamlDocument, file: PlanFile) -> Iterator[Unit]:
    paths: list[Steps] = [("when",)]
    for position, section in enumerate(file.sections):
        paths += (("sections", position, "rows", index, "when") for index in range(len(section.rows)))
    for path in paths:
        if isinstance(text := document.value(path), str):
            yield Unit(text, path)


def _goes(unit: Unit, *, from_another: bool) -> bool:
    """Whether a text is one that the new plan does not have."""
    above, key = unit.path[0], unit.path[-1]
    return above in OF_ITS_YEAR or key in OF_ITS_SOURCE or (from_another and above == "shortcuts")


def _moves(document: YamlDocument, unit: Unit, own: OwnYear) -> Iterator[tuple[tuple[int, int], Edit]]:
    """Where the years of a text move, with the edits. What the file spells by escapes is left to its editor."""
    ways = {"title": own.in_title, "when": own.in_period}
    for span in ways.get(str(unit.path[-1]), own.in_text)(unit.text):
        start, end = document.extent(unit.path, span=(unit.start + span[0], unit.start + span[1]))
        figures = document.source.text[start:end]
        if narrow(figures) == narrow(unit.text[slice(*span)]):
            yield span, Edit(start, end, own.moved(figures))
