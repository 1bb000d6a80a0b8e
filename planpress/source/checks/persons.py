"""Results speak of units, never of persons: no name, no number of a person, no telephone of somebody."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from planpress.model.personal import personal_data, public_keys
from planpress.model.personal.names import is_person, named_persons
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding, Steps

_UNITS: Final = frozenset({"assessor", "assessed_unit", "conducted_by"})
"""Keys of which the value is a unit."""

_LANDLINE: Final = re.compile(
    r"(?<![\d-])[(（]?0(?:2|3|37|4|49|5|6|7|8|82|826|836|89)[)）]?[- ]?\d{3,4}[- ]?\d{3,4}"
    r"(?:\s*(?:轉|分機|#|ext\.?)\s*\d{1,6})?(?![\d-])"
)
_EXTENSION: Final = re.compile(r"(?:分機|轉)\s*[：:]?\s*\d{2,6}(?!\d)")


def check_persons(document: YamlDocument, official: Collection[str]) -> Iterator[Finding]:
    """Everything in a file of results that is about a person.

    Args:
        document: the file.
        official: keys of what looks personal and is the office's own.
    """
    for path, text in document.texts():
        if path and path[-1] in _UNITS and is_person(text):
            yield Finding("E016", path, {"value": text})
            continue
        yield from check_names(path, text)
        for span in _numbers(text):
            value = text[slice(*span)]
            if public_keys(value).isdisjoint(official):
                yield Finding("E015", path, {"value": value}, span=span)


def check_names(path: Steps, text: str | None) -> Iterator[Finding]:
    """Names of persons in a text that tells of what a unit did."""
    for span in named_persons(text or ""):
        yield Finding("E014", path, {"value": (text or "")[slice(*span)]}, span=span)


def _numbers(text: str) -> list[tuple[int, int]]:
    """Where numbers of persons and of telephones stand, each character once."""
    found: list[tuple[int, int]] = []
    spans = (*(each.span for each in personal_data(text)), *_matches(_LANDLINE, text), *_matches(_EXTENSION, text))
    for start, end in spans:
        if all(end <= other_start or other_end <= start for other_start, other_end in found):
            found.append((start, end))
    return sorted(found)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text))
