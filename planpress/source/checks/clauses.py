"""Clauses against the plan that they quote, and whether what they claim is shown."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from planpress.model.clauses import Met
from planpress.source.checks.links import is_website
from planpress.source.shapes.clause_shapes import ClauseEntry, ClauseEvidenceEntry, ClausesFile
from planpress.source.shapes.rows import SectionOutline
from planpress.source.text.quotations import squeezed, texts_by_place
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.nearest import nearest

PAGE: Final = re.compile(r"(?:[a-z0-9][A-Za-z0-9._-]*/)*(?:[a-z0-9][A-Za-z0-9._-]*)?(?:#[A-Za-z0-9_-]+)?")
"""A path of the site."""


def check_clauses(file: ClausesFile, sections: Sequence[SectionOutline] | None) -> Iterator[Finding]:
    """Every clause of a plan.

    Args:
        file: what its clauses.yml says.
        sections: the plan's outline; None where it cannot be read.
    """
    said = texts_by_place(sections) if sections is not None else None
    seen: Counter[tuple[str, str]] = Counter()
    for position, entry in enumerate(file.clauses):
        path: Steps = ("clauses", position)
        if said is not None and entry.of not in said:
            yield Finding("E050", (*path, "of"), {"id": entry.of, **nearest(entry.of, said)})
        elif said is not None and squeezed(entry.words) not in said[entry.of]:
            yield Finding("E051", (*path, "words"), {"id": entry.of})
        key = entry.of, squeezed(entry.words)
        if seen[key]:
            yield Finding("E052", (*path, "words"))
        seen[key] += 1
        yield from _check_claim(path, entry)
        for index, each in enumerate(entry.evidence):
            yield from _check_evidence((*path, "evidence", index), each)


def _check_claim(path: Steps, entry: ClauseEntry) -> Iterator[Finding]:
    """What an office says of itself is shown, dated, and has its reason."""
    has_url = any(each.url for each in entry.evidence)
    if entry.met in (Met.HERE, Met.PARTLY) and not any(each.page or each.proof for each in entry.evidence):
        yield Finding("E053", (*path, "met"))
    elif entry.met is Met.PARTLY and entry.note is None:
        yield Finding("E068", (*path, "met"))
    elif entry.met is Met.HEAD_OFFICE and not has_url:
        yield Finding("E054", (*path, "met"))
    elif entry.met is Met.NOT_APPLICABLE and entry.note is None:
        yield Finding("E055", (*path, "met"))
    if entry.met is not Met.UNKNOWN and entry.date is None:
        yield Finding("E056", (*path, "met"), {"met": entry.met})


def _check_evidence(path: Steps, entry: ClauseEvidenceEntry) -> Iterator[Finding]:
    given = [name for name in ("page", "proof", "url") if getattr(entry, name) is not None]
    if len(given) != 1:
        yield Finding("E057", path)
    if entry.page is not None and PAGE.fullmatch(entry.page) is None:
        yield Finding("E058", (*path, "page"), {"value": entry.page[:60]})
    if entry.url is not None and not is_website(entry.url):
        yield Finding("E507", (*path, "url"), {"value": entry.url[:60]})
    if entry.url is not None and entry.seen is None:
        yield Finding("E059", (*path, "url"))
