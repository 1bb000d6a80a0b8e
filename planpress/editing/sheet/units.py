"""A plan as the flat list of what a spreadsheet shows: the plan itself, its sections, and the rows of each."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planpress.source.shapes.plan_shapes import HEADINGS
from planpress.source.text.yaml_text import Plain
from planpress.source.values.finding import Steps

SECTION: Final = "section"
OTHER: Final = "other"
"""A row of a kind that no spreadsheet can show; it is kept as it is."""
ROW_KINDS: Final = (*HEADINGS, "say", "do", "item")
"""The kinds of rows that a spreadsheet shows, outermost first."""

PLAN_PATHS: Final[Mapping[str, Steps]] = {
    "title": ("title",),
    "adopted": ("adopted",),
    "approved": ("approved",),
    "groups": ("columns", "groups"),
    "measure": ("columns", "measure"),
    "who_name": ("columns", "who"),
    "when_name": ("columns", "when"),
    "when": ("when",),
}
"""Where the values of the plan itself stand in its file."""
SECTION_PATHS: Final[Mapping[str, Steps]] = {"heading": ("heading",), "text": ("text",)}
"""Where those of a section stand in it."""
ROW_PATHS: Final[Mapping[str, Steps]] = {
    "who": ("who",),
    "when": ("when",),
    "figure": ("target", "figure"),
    "unit": ("target", "unit"),
    "by": ("target", "by"),
    "source": ("source",),
    "unsure": ("unsure",),
    "sic": ("sic",),
    "id": ("id",),
}
"""Where those of a row stand in it, but for its kind and its text: ``do: …``."""

_LONGEST_PREVIEW: Final = 200
_BLANKS: Final = str.maketrans("\t\u00a0", "  ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A section or a row.

    Attributes:
        kind: :data:`SECTION`, one of :data:`ROW_KINDS`, or :data:`OTHER`.
        values: what it says, by the keys of the paths above; a row's text is its ``text``. What is empty is not there.
    """

    kind: str
    values: Mapping[str, str]

    @property
    def paths(self) -> Mapping[str, Steps]:
        """Where its values stand below it in the file."""
        match self.kind:
            case "section":
                return SECTION_PATHS
            case "other":
                return {}
        return {"text": (self.kind,), **ROW_PATHS}

    @property
    def name(self) -> str:
        """The beginning of its words, by which people know it."""
        return (self.values.get("heading") or self.values.get("text", "")).partition("\n")[0][:40]


@dataclass(frozen=True, slots=True)
class PlanUnits:
    """All that a spreadsheet shows of a plan.

    Attributes:
        plan: values of the plan itself.
        units: its sections, each followed by its rows.
        paths: where each of these stands in the file; none where they come from no file.
    """

    plan: Mapping[str, str]
    units: tuple[Unit, ...]
    paths: tuple[Steps, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """What each unit is called in the hidden column: ``s5``, ``s5r12``."""
        found: list[str] = []
        sections = rows = 0
        for unit in self.units:
            sections, rows = (sections + 1, 0) if unit.kind == SECTION else (sections, rows + 1)
            found.append(f"s{sections}r{rows}" if rows else f"s{sections}")
        return tuple(found)

    def as_json(self) -> str:
        """For the hidden sheet."""
        units = [[unit.kind, dict(unit.values)] for unit in self.units]
        return json.dumps([dict(self.plan), units], ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> PlanUnits | None:
    """What :meth:`PlanUnits.as_json` wrote; None where it is not that any more."""
    try:
        match json.loads(text):
            case [dict() as plan, [*units]]:
                return PlanUnits(
                    texts_by_name(plan), tuple(Unit(str(kind), texts_by_name(values)) for kind, values in units)
                )
    except (ValueError, TypeError, RecursionError):
        pass
    return None


def texts_by_name(values: object) -> dict[str, str]:
    """Texts by name, as JSON has them.

    Raises:
        TypeError: it is anything else.
    """
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise TypeError
    return {str(key): value for key, value in values.items()}


def units_of(data: Mapping[str, Plain]) -> PlanUnits:
    """The units of a plan.yml.

    Args:
        data: of the document.
    """
    found = list(_units(data))
    return PlanUnits(_values(data, PLAN_PATHS), tuple(unit for _, unit in found), tuple(path for path, _ in found))


def _units(data: Mapping[str, Plain]) -> Iterator[tuple[Steps, Unit]]:
    sections = data.get("sections")
    for position, section in enumerate(sections if isinstance(sections, list) else ()):
        if not isinstance(section, dict):
            continue
        yield ("sections", position), Unit(SECTION, _values(section, SECTION_PATHS))
        rows = section.get("rows")
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            yield ("sections", position, "rows", index), _row(row)


def _row(row: Plain) -> Unit:
    if isinstance(row, dict):
        kind = next((kind for kind in ROW_KINDS if isinstance(row.get(kind), str)), OTHER)
        if kind != OTHER:
            return Unit(kind, {"text": str(row[kind]), **_values(row, ROW_PATHS)})
    return Unit(OTHER, _preview(row))


def _preview(row: Plain) -> dict[str, str]:
    """What a row of another kind begins with, and a digest by which a change of it is noticed."""
    whole = json.dumps(row, ensure_ascii=False)
    texts = [value for value in row.values() if isinstance(value, str)] if isinstance(row, dict) else []
    return {
        "text": (texts or [whole])[0][:_LONGEST_PREVIEW].strip(),
        "digest": hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _values(data: Mapping[str, Plain], paths: Mapping[str, Steps]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, path in paths.items():
        value: Plain | None = dict(data)
        for step in path:
            value = value.get(str(step)) if isinstance(value, dict) else None
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            value = "、".join(map(str, value))
        if isinstance(value, str) and value:
            found[key] = value
    return found


def normal(text: str) -> str:
    """What two spellings of a cell have in common that no program is to be blamed for: blanks at the ends of lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def is_same(one: Unit, other: Unit) -> bool:
    """Whether two units say the same."""
    return one.kind == other.kind and same_values(one.values, other.values)


def same_values(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two sets of values say the same."""
    return all(normal(one.get(key, "")) == normal(other.get(key, "")) for key in {*one, *other})


def sections_of(units: Sequence[Unit]) -> Iterator[tuple[int, list[int]]]:
    """The position of each section, with those of its rows."""
    starts = [position for position, unit in enumerate(units) if unit.kind == SECTION]
    for start, end in zip(starts, [*starts, len(units)][1:], strict=True):
        yield start, list(range(start + 1, end))
