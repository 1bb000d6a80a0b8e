"""What an office says of what it publishes: each item is led to, or has its reason; no kind is lacking."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from planpress.model.disclosure import CATEGORIES, Published
from planpress.source.checks.clauses import PAGE
from planpress.source.checks.links import is_website
from planpress.source.shapes.disclosure_shapes import DisclosedItemEntry, DisclosureFile, ListedEntry
from planpress.source.text.quotations import squeezed
from planpress.source.values.finding import Finding, Steps

_LED_TO: Final = (Published.HERE, Published.HEAD_OFFICE)


def check_disclosure(file: DisclosureFile, said: Mapping[str, str] | None) -> Iterator[Finding]:
    """Every item and entry.

    Args:
        file: what the disclosure.yml says.
        said: all that each row of the plan says that it is based on, by its id; None where there is no such plan.
    """
    if file.basis is not None:
        if said is None:
            yield Finding("E061", ("basis", "year"), {"year": str(file.basis.year)})
        elif squeezed(file.basis.words) not in said.get(file.basis.of, ""):
            yield Finding("E051", ("basis", "words"), {"id": file.basis.of})
    seen: Counter[str] = Counter()
    for position, item in enumerate(file.items):
        path: Steps = ("items", position)
        if seen[item.name]:
            yield Finding("E062", (*path, "name"), {"name": item.name})
        seen[item.name] += 1
        if item.status in _LED_TO and item.page is None and item.url is None:
            yield Finding("E063", (*path, "status"), {"status": item.status})
        if item.status is Published.HEAD_OFFICE and item.page is not None:
            yield Finding("E054", (*path, "status"))
        if item.status is Published.NOT_APPLICABLE and item.note is None:
            yield Finding("E055", (*path, "status"))
        yield from _check_place(path, item)
    for position, entry in enumerate(file.catalogue):
        path = ("catalogue", position)
        if entry.page is None and entry.url is None:
            yield Finding("E063", (*path, "name"), {"status": entry.name})
        yield from _check_place(path, entry)
    named = {item.category for item in file.items}
    lacking = [str(number) for number in CATEGORIES if number not in named]
    if lacking:
        yield Finding("W060", ("items",), {"categories": "、".join(lacking)}, key=True)


def _check_place(path: Steps, entry: DisclosedItemEntry | ListedEntry) -> Iterator[Finding]:
    if entry.page is not None and PAGE.fullmatch(entry.page) is None:
        yield Finding("E058", (*path, "page"), {"value": entry.page[:60]})
    if entry.url is not None and not is_website(entry.url):
        yield Finding("E507", (*path, "url"), {"value": entry.url[:60]})
    elif entry.url is not None and entry.seen is None:
        yield Finding("E059", (*path, "url"))
