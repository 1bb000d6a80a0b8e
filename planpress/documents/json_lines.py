"""JSON Lines: a record a line, as an object of texts by the names of the fields; what is empty is left out."""

import json
from collections.abc import Iterable, Iterator, Sequence

from planpress.documents.records import FIELDS, Field


def json_lines(rows: Iterable[tuple[str, ...]], fields: Sequence[Field] = FIELDS) -> bytes:
    """Records as JSON Lines in UTF-8. Numbers are texts, as they are printed: ``(1)``, ``95.0``."""
    names = [field.name for field in fields]
    return "".join(
        json.dumps({name: value for name, value in zip(names, row, strict=True) if value}, ensure_ascii=False) + "\n"
        for row in rows
    ).encode("utf-8", "replace")


def records_of(content: bytes, fields: Sequence[Field] = FIELDS) -> Iterator[tuple[str, ...]]:
    """The records back.

    >>> list(records_of(json_lines([("1", "")], FIELDS[:2]), FIELDS[:2]))
    [('1', '')]
    """
    for line in content.decode().split("\n"):
        if line:
            record = json.loads(line)
            yield tuple(record.get(field.name, "") for field in fields)
