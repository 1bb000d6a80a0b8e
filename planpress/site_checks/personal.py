"""What is personal on the finished site, in pages and in every other text, wherever its words came from."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import unquote

from planpress.model.personal import Kind, PersonalDatum, personal_data
from planpress.problems.personal import ON_SITE
from planpress.problems.problem import Place, Problem
from planpress.site_checks.content import INLINE
from planpress.site_checks.files import words_of
from planpress.site_checks.page import Element, Page, parse_page
from planpress.site_checks.rule import place

MARKUP: Final = frozenset({".svg", ".xml"})
TEXTS: Final = MARKUP | {
    *(".csv", ".ics", ".json", ".jsonl", ".jsonld", ".md", ".tsv", ".txt", ".vcf", ".webmanifest"),
}
"""Files beside pages that people read, or that programs read to them."""

_APART: Final = "\0"
"""Stands between texts that are not read as one."""
_WITHIN_A_LINE: Final = INLINE | {"tspan", "wbr", "text:span", "text:a", "text:s", "w:r", "w:t", "r", "t"}
"""Elements of HTML, SVG, ODF and OOXML that cut no text in two."""
_SAID: Final = ("alt", "aria-description", "aria-label", "content", "label", "placeholder", "summary", "title", "value")
_DIALLED: Final = ("tel:", "mailto:", "sms:")

_ADDRESSED: Final = re.compile(r"^(?:UID|URL|SOURCE)[:;].*$", re.MULTILINE)
"""Lines of a calendar that name an event or a page, as links of pages do: m-9-13-202506 is no number of a person."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something personal in a file; ``key`` is the same in whatever way it is written."""

    kind: Kind
    key: str
    value: str
    place: Place


def is_text(path: str) -> bool:
    """Whether a file beside the pages is a text."""
    return PurePosixPath(path).suffix.lower() in TEXTS


def in_page(file: str, page: Page) -> Iterator[Sighting]:
    """What is personal in a page: in its words, however markup cuts them, and in what its elements are called."""
    parts: list[tuple[str, Element]] = list(_words(page.document))
    text = "".join(words for words, _ in parts)
    starts: list[int] = []
    length = 0
    for words, _ in parts:
        starts.append(length)
        length += len(words)
    for start, value, datum in _found(text):
        element = parts[bisect_right(starts, start) - 1][1]
        yield Sighting(datum.kind, datum.key, value, place(file, page, element))


def in_text(file: str, path: str, content: str) -> Iterator[Sighting]:
    """What is personal in a file beside the pages."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in MARKUP:
        yield from in_page(file, parse_page(path, content))
        return
    text = _json_texts(content) if suffix in (".json", ".jsonld", ".webmanifest") else None
    if suffix == ".jsonl":
        text = _APART.join(_json_texts(line) or "" for line in content.split("\n"))
    if text is None:
        unfolded = re.sub(r"\r?\n[ \t]", "", content) if suffix in (".ics", ".vcf") else content
        said = _ADDRESSED.sub("", unfolded) if suffix == ".ics" else unfolded
        text = re.sub(r"\r?\n", _APART, said)
    for _, value, datum in _found(text):
        yield Sighting(datum.kind, datum.key, value, _place(file, content, value))


def in_document(file: str, path: str, content: bytes) -> Iterator[Sighting]:
    """What is personal in the words of a document."""
    for words in words_of(path, content):
        found = in_page(file, parse_page(path, words)) if words.lstrip().startswith("<") else in_text(file, "", words)
        yield from (Sighting(each.kind, each.key, each.value, Place(file)) for each in found)


def problems(sightings: Iterable[Sighting]) -> Iterator[Problem]:
    """A problem for each number or mailbox, where it is first: what one row says is in dozens of files."""
    found: dict[tuple[Kind, str], list[Sighting]] = {}
    for each in sightings:
        found.setdefault((each.kind, each.key), []).append(each)
    for (kind, _), same in found.items():
        files = {each.place.file for each in same}
        yield Problem(ON_SITE[kind], same[0].place, {"value": same[0].value, "files": str(len(files))})


def _found(text: str) -> Iterator[tuple[int, str, PersonalDatum]]:
    """What is personal in texts that stand apart: where it begins, what it says, and what it is."""
    position = 0
    for part in text.split(_APART):
        for datum in _personal_data(part) if part else ():
            yield position + datum.span[0], part[slice(*datum.span)], datum
        position += len(part) + 1


@lru_cache(maxsize=50_000)  # the frame of a page is on every page, and a measure in a dozen files
def _personal_data(text: str) -> tuple[PersonalDatum, ...]:
    return tuple(personal_data(text))


def _words(element: Element) -> Iterator[tuple[str, Element]]:
    is_apart = element.name not in _WITHIN_A_LINE
    if is_apart:
        yield _APART, element
    for name in _SAID:
        if said := element.get(name):
            yield f"{_APART}{said}{_APART}", element
    if (address := element.get("href")).startswith(_DIALLED):
        yield f"{_APART}{unquote(address)}{_APART}", element
    is_program = element.name in ("script", "style") and not element.get("type").endswith("json")
    for child in () if is_program else element.children:
        if isinstance(child, Element):
            yield from _words(child)
        else:
            yield child, element
    if is_apart:
        yield _APART, element


def _json_texts(content: str) -> str | None:
    """Every text in some JSON, names of keys too; None when it is none."""
    texts: list[str] = []
    try:
        pending: list[Any] = [json.loads(content)]
    except (ValueError, RecursionError):
        return None
    while pending:
        match pending.pop():
            case str(text):
                texts.append(text)
            case dict(mapping):
                pending += [part for pair in mapping.items() for part in pair]
            case list(parts):
                pending += parts
    return _APART.join(reversed(texts))


def _place(file: str, content: str, value: str) -> Place:
    start = content.find(value)
    if start < 0:
        return Place(file)
    before = content.rfind("\n", 0, start) + 1
    end = content.find("\n", start)
    excerpt = content[before : None if end < 0 else end]
    return Place(file, content.count("\n", 0, start) + 1, start - before + 1, len(value), excerpt)
