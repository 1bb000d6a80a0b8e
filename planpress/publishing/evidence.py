"""What goes to inspectors (供查核): the proofs of a finished site as files, and a list of every address to look at.

The files are those that the build wrote, byte for byte; one that somebody changed since proves nothing and is refused.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from planpress import addresses
from planpress.documents.records import Field
from planpress.model.clauses import Clause
from planpress.model.dates import RocDate
from planpress.model.disclosure import Disclosure
from planpress.model.proof import ProofKey
from planpress.problems.problem import Place, Problem

QUALITY_FILES: Final = re.compile(r"quality/(?:[^/]+/)*[^/]+\.(?:json|csv|ods|html)")
OFFICE_FILES: Final = re.compile(r"(?P<office>[a-z][a-z0-9-]*)/(?:disclosure|reviews)/index\.html")
PLAN_FILES: Final = re.compile(
    r"(?P<office>[a-z][a-z0-9-]*)/(?P<year>[1-9][0-9]{0,2})/"
    r"(?:plan\.json|results\.json|clauses/index\.html|files/[^/]+-(?:clauses|results-[^/]+)\.[^/]+\.(?:ods|csv))"
)
"""What of a site is evidence, in the authoritative language."""

ADDRESS_FIELDS: Final = tuple(
    Field(name, name, meaning, name, meaning)
    for name, meaning in (
        ("類別", "查核項目、未達之處、條款、證明或主動公開。"),
        ("項目", "查核項目的名稱、條款的原文或公開項目的名稱。"),
        ("數字或辦理方式", "查核項目的數字；條款與公開項目如何辦理。"),
        ("日期", "檢查或查核的日期，ISO 8601；空白為每次產生網站時檢查。"),
        ("網址", "可供查核的網址。"),
        ("備註", "還缺哪一部分、不適用的理由，或其他說明。"),
    )
)
"""Columns of the list of addresses."""


class Row(NamedTuple):
    """A line of the list of addresses, in the order of :data:`ADDRESS_FIELDS`."""

    kind: str
    name: str
    figure: str
    date: str
    url: str
    note: str = ""


def evidence_files(
    folder: Path, listed: Mapping[str, str], plans: Collection[tuple[str, int]], named: str
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of a finished site that prove something.

    Args:
        folder: of the site.
        listed: digest of each file that the build wrote, by its path.
        plans: office and 民國 year of those that are wanted.
        named: what problems call the folder.

    Returns:
        Contents by path; and what is not there any more, or is not what was built.
    """
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in filter(lambda each: _is_wanted(each, plans), sorted(listed)):
        try:
            content = folder.joinpath(path).read_bytes()
        except OSError:
            content = b""
        if sha256(content).hexdigest() != listed[path]:
            problems.append(Problem("E064", Place(f"{named}/{path}"), {"path": path}))
        found[path] = content
    return found, problems


def _is_wanted(path: str, plans: Collection[tuple[str, int]]) -> bool:
    if of_office := OFFICE_FILES.fullmatch(path):
        return of_office["office"] in {office for office, _ in plans}
    if of_plan := PLAN_FILES.fullmatch(path):
        return (of_plan["office"], int(of_plan["year"])) in plans
    return QUALITY_FILES.fullmatch(path) is not None


class Figure(NamedTuple):
    """What a proof of the site has come to, as its ``quality.json`` says.

    Attributes:
        name: what it is called.
        figure: 98%（803／812）.
        date: the day on which it was looked at; empty where every build looks.
        url: where each of them can be seen.
        places: addresses of the pages that fall short.
    """

    name: str
    figure: str
    date: str
    url: str
    places: tuple[str, ...]


def figures_of(quality: bytes, names: Mapping[str, str]) -> dict[str, Figure]:
    """What a site proves of itself, by the keys of the proofs.

    Args:
        quality: the site's ``quality.json``.
        names: what each proof is called.
    """
    return {
        each["key"]: Figure(
            names.get(each["key"], each["key"]),
            f"{each['percent']}%（{each['passed']:,}／{each['total']:,}）",
            each.get("date", ""),
            each["url"],
            tuple(each["places"]),
        )
        for each in json.loads(quality)["proofs"]
    }


def proof_rows(figures: Mapping[str, Figure]) -> Iterator[Row]:
    """What the site proves of itself, with every page that falls short."""
    for each in figures.values():
        yield Row("查核項目", each.name, each.figure, each.date, each.url)
        for place in each.places:
            yield Row("未達之處", each.name, "", each.date, place)


def clause_rows(
    office: str,
    roc_year: int,
    clauses: Collection[Clause],
    figures: Mapping[str, Figure],
    site_url: str,
    *,
    is_own: bool,
) -> Iterator[Row]:
    """The clauses of a plan on the office's own site, with what shows that each is met.

    Args:
        office: id of the office.
        roc_year: of the plan.
        clauses: of the plan.
        figures: what the proofs that they name have come to; one that is not there has not been made.
        site_url: where addresses begin.
        is_own: the site speaks for the office; else only what it proves of itself is listed.
    """
    page = addresses.absolute(site_url, addresses.clauses(office, roc_year))
    for clause in clauses:
        day = iso(clause.date) if is_own else ""
        note = clause.note or "" if is_own else ""
        yield Row("條款", clause.words, clause.met if is_own else "", day, page, note)
        for each in clause.evidence:
            if each.page is not None:
                yield Row("證明", clause.words, "", day, addresses.absolute(site_url, each.page))
            elif each.proof is not None:
                yield from _proof_row(office, clause, each.proof, figures.get(each.proof), site_url, is_own=is_own)
            elif is_own and each.url is not None:
                yield Row("證明", clause.words, "", iso(each.seen), each.url)


def _proof_row(
    office: str, clause: Clause, key: ProofKey, figure: Figure | None, site_url: str, *, is_own: bool
) -> Iterator[Row]:
    """What a check shows. Where a site adds up what each office answers for, the office's own page has its figure."""
    quality = addresses.absolute(site_url, addresses.QUALITY)
    own = {ProofKey.DISCLOSURE: addresses.disclosure(office), ProofKey.REVIEWS: addresses.reviews(office)}
    if figure is None:
        if is_own:
            yield Row("證明", clause.words, "尚無檢查結果", "", quality)
    elif key in own and figure.url != (page := addresses.absolute(site_url, own[key])):
        yield Row("證明", clause.words, figure.name, "", page)
    else:
        yield Row("證明", clause.words, f"{figure.name} {figure.figure}", figure.date, f"{quality}#proof-{key}")


def disclosure_rows(office: str, disclosure: Disclosure, site_url: str) -> Iterator[Row]:
    """What an office publishes without being asked."""
    own = addresses.absolute(site_url, addresses.disclosure(office))
    for item in disclosure.items:
        page = addresses.absolute(site_url, item.page) if item.page is not None else None
        day = iso(item.seen or disclosure.date)
        yield Row("主動公開", item.name, item.status, day, item.url or page or own, item.note or "")


def iso(day: RocDate | None) -> str:
    """A day as ISO 8601; empty where there is none."""
    return day.iso if day else ""
