"""What pages say of themselves (詮釋資料): all 15 elements of Dublin Core, true to the page and to no other.

What government sites are known for is what is looked for here: the same date, identifier or description on every page,
``中文`` as the language of an English one, comments of a template in a description.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from planpress.model.dublin_core import COVERAGE_FROM, COVERAGE_TO, NAMES
from planpress.problems.problem import Place, Problem
from planpress.site_checks.page import Element, Page
from planpress.site_checks.rule import place

OWN: Final = ("DC.Description", "DC.Identifier")
"""What no two pages of a language have in common."""
ENOUGH: Final = 20
"""From how many pages on it is odd that all are of one day."""

DATED: Final = ("DC.Date", COVERAGE_FROM, COVERAGE_TO)
"""What holds a day, a month or a year."""
ISO_DATE: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_TOLD: Final = {
    "DC.Title": "name",
    "DC.Description": "description",
    "DC.Date": "dateModified",
    "DC.Identifier": "url",
    "DC.Language": "inLanguage",
    COVERAGE_FROM: "temporalCoverage",
}
"""What schema.org calls the elements; the coverage in time is one there."""
_MODIFIED: Final = re.compile(r"<loc>([^<]*)</loc><lastmod>([^<]*)</lastmod>")
_MARKUP: Final = re.compile(r"[<>]|\{\{|\{%")


@dataclass(frozen=True, slots=True)
class SaidValue:
    """A value of the metadata, and where it stands."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself.

    Attributes:
        file: as problems call it.
        address: of the page.
        lang: of its root.
        values: by the names of the elements; of one that is repeated the first.
        told: by the same names, what the page tells search engines, which is the same.
    """

    file: str
    address: str
    lang: str
    values: Mapping[str, SaidValue]
    told: Mapping[str, str] = field(default_factory=dict)


def metadata_of(file: str, page: Page, site_url: str) -> Metadata | None:
    """What a page says of itself; None of one that stands for another address, or for none (404)."""
    address = f"{site_url}{page.path.removesuffix('index.html')}"
    canonical = (each.get("href") for each in page.named("link") if each.get("rel") == "canonical")
    if next(canonical, None) != address:
        return None
    values: dict[str, SaidValue] = {}
    for element in page.named("meta"):
        if element.get("name").startswith("DC."):
            values.setdefault(element.get("name"), _said(file, page, element))
    return Metadata(file, address, page.root.get("lang"), values, _told(page))


def _told(page: Page) -> dict[str, str]:
    """What a page tells search engines in schema.org's words, by the names of Dublin Core."""
    blocks = (each for each in page.elements if each.name == "script" and each.get("type") == "application/ld+json")
    block = next(blocks, None)
    try:
        known = json.loads("".join(each for each in block.children if isinstance(each, str))) if block else {}
    except (ValueError, RecursionError):
        known = {}
    said = known if isinstance(known, dict) else {}
    told = {name: said[key].strip() for name, key in _TOLD.items() if isinstance(said.get(key), str)}
    first, separator, last = told.pop(COVERAGE_FROM, "").partition("/")
    return told | ({COVERAGE_FROM: first, COVERAGE_TO: last} if separator else {})


def _said(file: str, page: Page, element: Element) -> SaidValue:
    return SaidValue(element.get("content"), place(file, page, element))


def check_metadata(every: Iterable[Metadata], modified: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with what the pages of a site say of themselves.

    Args:
        every: what each page says.
        modified: from :func:`modified_of`.
    """
    pages = list(every)
    for page in pages:
        yield from _check_page(page)
    yield from _repeated(pages)
    yield from _dates(pages, modified)
    yield from _of_one_day(pages, modified)


def _check_page(page: Metadata) -> Iterator[Problem]:
    said = {name: each for name, each in page.values.items() if each.value}
    for name in NAMES:
        if name not in said:
            yield Problem("E755", Place(page.file), {"element": name})
    language = said.get("DC.Language")
    if language and language.value != page.lang:
        yield Problem("E756", language.place, {"value": language.value, "lang": page.lang})
    for name, each in said.items():
        wrong = ISO_DATE.fullmatch(each.value) is None if name in DATED else _MARKUP.search(each.value) is not None
        if wrong:
            yield Problem("E758", each.place, {"element": name, "value": each.value[:80]})
    for name, value in page.told.items():
        if name in said and said[name].value != value:
            yield Problem(
                "E753", said[name].place, {"element": name, "value": said[name].value[:80], "told": value[:80]}
            )
    first, last = (said.get(name) for name in (COVERAGE_FROM, COVERAGE_TO))
    if first and last and last.value < first.value:
        yield Problem("E758", last.place, {"element": COVERAGE_TO, "value": last.value})


def _repeated(pages: Iterable[Metadata]) -> Iterator[Problem]:
    known: dict[tuple[str, str, str], Metadata] = {}
    for page in pages:
        for name in OWN:
            said = page.values.get(name)
            if said and said.value:
                other = known.setdefault((page.lang, name, said.value), page)
                if other is not page:
                    yield Problem("E757", said.place, {"element": name, "other": other.file})


def _dates(pages: Iterable[Metadata], modified: Mapping[str, str]) -> Iterator[Problem]:
    """Dates that are not those of the site map, which come from the data and from no template."""
    for page in pages:
        said = page.values.get("DC.Date")
        day = modified.get(page.address)
        if said and said.value and day and day != said.value:
            yield Problem("E759", said.place, {"value": said.value, "day": day})


def _of_one_day(pages: Sequence[Metadata], modified: Mapping[str, str]) -> Iterator[Problem]:
    """One date on all pages of several years, which the site map does not know."""
    dated = [each for each in pages if "DC.Date" in each.values]
    days = {each.values["DC.Date"].value for each in dated}
    times = {(each.values.get(COVERAGE_FROM), each.values.get(COVERAGE_TO)) for each in dated}
    years = {first.value[:4] for first, last in times if first and last and first.value != last.value}
    if len(days) == 1 and len(dated) >= ENOUGH and len(years) > 1 and days.isdisjoint(modified.values()):
        first = dated[0].values["DC.Date"]
        yield Problem("W755", first.place, {"day": first.value, "pages": str(len(dated))})


def modified_of(sitemap: str) -> dict[str, str]:
    """The day of the last change of each page that a site map knows one of, by its address."""
    return {unescape(address): day for address, day in _MODIFIED.findall(sitemap)}
