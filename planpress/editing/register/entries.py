"""An assessment as the flat list of what its register shows: the whole, and each row and part by its address."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planpress.editing.register.fields import FIELDS, HEAD_LABELS
from planpress.editing.sheet.units import texts_by_name
from planpress.source.text.yaml_text import Plain
from planpress.source.values.finding import Steps


@dataclass(frozen=True, slots=True)
class Entry:
    """A row or a part of an assessment.

    Attributes:
        address: by which it is known again: the id of what it speaks of in the plan, else what is assessed; a part
            behind its row's.
        of: that id; empty where it speaks of nothing of the plan.
        values: what it says, by the keys of its file.
        path: where it stands in the file.
    """

    address: str
    of: str
    values: Mapping[str, str]
    path: Steps = ()

    @property
    def is_part(self) -> bool:
        """Whether it is what the score of a row is made of."""
        return "/" in self.address


@dataclass(frozen=True, slots=True)
class Entries:
    """All that a register shows of an assessment.

    Attributes:
        head: values of the whole.
        rows: its rows, each followed by its parts.
    """

    head: Mapping[str, str]
    rows: tuple[Entry, ...]

    def as_json(self) -> str:
        """For the hidden sheet."""
        rows = [[row.address, row.of, dict(row.values)] for row in self.rows]
        return json.dumps([dict(self.head), rows], ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Entries | None:
    """What :meth:`Entries.as_json` wrote; None where it is not that any more."""
    try:
        match json.loads(text):
            case [dict() as head, [*rows]]:
                found = tuple(Entry(str(address), str(of), texts_by_name(values)) for address, of, values in rows)
                return Entries(texts_by_name(head), found)
    except (ValueError, TypeError, RecursionError):
        pass
    return None


def entries_of(data: Mapping[str, Plain]) -> Entries:
    """The entries of an assessment.

    Args:
        data: of its document.
    """
    return Entries(_values(data, HEAD_LABELS), tuple(_rows(data.get("rows"), "", ("rows",))))


def _rows(rows: Plain | None, above: str, path: Steps) -> Iterator[Entry]:
    taken: set[str] = set()
    for position, row in enumerate(rows if isinstance(rows, list) else ()):
        if not isinstance(row, dict):
            continue
        of, criterion = (_text(row.get(key)) for key in ("of", "criterion"))
        name = (of or criterion).replace("/", "／")
        address = next(each for count in range(1, len(taken) + 2) if (each := _numbered(name, count)) not in taken)
        taken.add(address)
        yield Entry(above + address, of, _values(row, dict.fromkeys(FIELDS)), (*path, position))
        yield from _rows(row.get("parts"), f"{above}{address}/", (*path, position, "parts"))


def _numbered(name: str, count: int) -> str:
    return name if count == 1 and name else f"{name}#{count}"


def _values(data: Mapping[str, Plain], keys: Mapping[str, object]) -> dict[str, str]:
    return {key: text for key in keys if (text := _text(data.get(key)))}


def _text(value: Plain | None) -> str:
    if isinstance(value, list):
        return "、".join(each for each in value if isinstance(each, str))
    return value if isinstance(value, str) else ""
