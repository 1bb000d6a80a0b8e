"""office.yml and organisations.yml: what refers to what, and colours that can be read."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise
from typing import Final

from planpress.model.office import ParticipationKind
from planpress.model.review import rhythm
from planpress.source.checks.classes import check_classes
from planpress.source.checks.links import is_mailbox, is_one_telephone, is_telephone, is_website
from planpress.source.shapes.office_shapes import ContactEntry, FactEntry, GradingEntry, OfficeFile, OrganisationsFile
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.nearest import nearest, nearest_first

PAGE_LIGHT: Final = "#ffffff"
PAGE_DARK: Final = "#14181d"
"""Backgrounds of the page, which an accent colour must be read on."""

CONTRAST: Final = 4.5
"""WCAG 2.2, 1.4.3 Contrast (Minimum)."""

_SEPARATORS: Final = re.compile("[、，,；;\n]")
"""What no name of a department has, since it stands between several."""


def check_office(file: OfficeFile, organisations: Collection[str] | None) -> Iterator[Finding]:
    """The organisation of an office, its departments, its site, its classes.

    Args:
        file: what its office.yml says.
        organisations: the keys of organisations.yml; None when that file could not be read.
    """
    if organisations is not None and file.organisation not in organisations:
        known = nearest_first(file.organisation, organisations)
        values = {"name": file.organisation, "known": ", ".join(known)}
        yield Finding("E111", ("organisation",), values | nearest(file.organisation.lower(), known))
    seen: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for position, department in enumerate(file.departments):
        several = [name.strip() for name in _SEPARATORS.split(department.name) if name.strip()]
        if len(several) > 1:
            values = {"name": department.name, "meant": "".join(f"「- name: {name}」" for name in several)}
            yield Finding("E162", ("departments", position, "name"), values)
        elif seen[department.name]:
            yield Finding("E110", ("departments", position, "name"), {"name": department.name})
        elif alike := spelt.get(_folded(department.name)):
            values = {"name": department.name, "other": alike}
            yield Finding("E155", ("departments", position, "name"), values)
        seen[department.name] += 1
        spelt.setdefault(_folded(department.name), department.name)
    yield from _check_stands_for(file)
    yield from _check_former_names(file)
    for position, department in enumerate(file.departments):
        since, until = department.since, department.until
        if since is not None and until is not None and until < since:
            yield Finding("E217", ("departments", position, "until"), {"since": str(since), "until": str(until)})
        if department.telephone:
            yield from check_fact(("departments", position, "telephone"), department.telephone)
    yield from check_contact(("contact",), file.contact)
    if file.review is not None and rhythm(file.review) is None:
        yield Finding("E171", ("review",), {"value": file.review})
    if file.update_rule and file.update_rule.address and not is_website(file.update_rule.address):
        yield Finding("E507", ("update_rule", "address"), {"value": file.update_rule.address})
    yield from _check_participation(file)
    yield from check_classes(file.classification)


def _check_participation(file: OfficeFile) -> Iterator[Finding]:
    """A place to take part is the address of a page, or a mailbox, and stands there once."""
    seen: set[str] = set()
    for position, each in enumerate(file.participation):
        path: Steps = ("participation", position)
        if not is_website(each.value) and not (each.kind is ParticipationKind.MAILBOX and is_mailbox(each.value)):
            yield Finding("E507", (*path, "is"), {"value": each.value})
        if each.value in seen:
            yield Finding("E173", (*path, "is"), {"value": each.value})
        seen.add(each.value)
        yield from check_fact(path, each)


def _check_stands_for(file: OfficeFile) -> Iterator[Finding]:
    """What a department stands for must be others of the same office."""
    known = [department.name for department in file.departments]
    for position, department in enumerate(file.departments):
        for index, name in enumerate(department.stands_for):
            others = [each for each in known if each != department.name]
            if name not in others:
                values = {"name": name, **nearest(name, others)}
                yield Finding("E126", ("departments", position, "stands_for", index), values)


def _check_former_names(file: OfficeFile) -> Iterator[Finding]:
    """A former name must mean one department, or nobody could tell whom an earlier plan names."""
    owner = {_folded(department.name): department.name for department in file.departments}
    for position, department in enumerate(file.departments):
        for index, name in enumerate(department.formerly):
            path = ("departments", position, "formerly", index)
            several = [each.strip() for each in _SEPARATORS.split(name) if each.strip()]
            if len(several) > 1:
                yield Finding("E219", path, {"name": name, "meant": f"formerly: [{', '.join(several)}]"})
            elif other := owner.get(_folded(name)):
                yield Finding("E218", path, {"name": name, "other": other})
            owner.setdefault(_folded(name), department.name)


def _folded(name: str) -> str:
    """A name as readers take it: 臺 is 台, full width is half, capitals are small, blanks are nothing."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().replace("臺", "台").split())


def check_contact(path: Steps, contact: ContactEntry) -> Iterator[Finding]:
    """What becomes a link must lead somewhere, and nowhere else; a fact that has a source has its day, and no day else.

    Args:
        path: where the contact stands.
        contact: how to reach somebody.
    """
    for name in type(contact).model_fields:
        if (fact := getattr(contact, name)) is not None:
            yield from check_fact((*path, name), fact)


def check_fact(path: Steps, fact: FactEntry) -> Iterator[Finding]:
    """One such fact; what kind of thing it is, its key says, which is last in the path."""
    code, is_right = _FORMS.get(str(path[-1]), ("", None))
    place = (*path, "is")
    if is_right is not None and not is_right(fact.value):
        yield Finding(code, place, {"value": fact.value})
    elif code == "E509" and not is_one_telephone(fact.value):
        yield Finding("E170", place, {"value": fact.value})
    if fact.source is None and (fact.noted or fact.unverified):
        yield Finding("E172", path, {"key": "source"})
    elif fact.source is not None and fact.noted is None:
        yield Finding("E172", path, {"key": "noted"})


_FORMS: Final[Mapping[str, tuple[str, Callable[[str], bool]]]] = {
    "website": ("E507", is_website),
    "email": ("E508", is_mailbox),
    "telephone": ("E509", is_telephone),
    "hotline": ("E509", is_telephone),
}
"""What becomes a link, by its key: the code of what does not, and how to tell."""


def check_organisations(file: OrganisationsFile) -> Iterator[Finding]:
    """The accent colours of every organisation, and its hotline."""
    for key, entry in file.root.items():
        if entry.hotline:
            yield from check_fact((key, "hotline"), entry.hotline)
        for position, grading in enumerate(entry.gradings):
            yield from _check_grading((key, "gradings", position), grading)
            if grading.id in (each.id for each in entry.gradings[:position]):
                yield Finding("E033", (key, "gradings", position, "id"), {"id": grading.id})
        for name, colour, page in (
            ("accent", entry.accent, PAGE_LIGHT),
            ("accent_dark", entry.accent_dark, PAGE_DARK),
        ):
            ratio = contrast(colour, page)
            if ratio < CONTRAST:
                values = {"colour": colour, "page": page, "ratio": f"{ratio:.2f}"}
                yield Finding("E112", (key, name), values)


def _check_grading(path: Steps, grading: GradingEntry) -> Iterator[Finding]:
    """Grades stand from the highest to the lowest, each once, within what can be reached."""
    for position, (above, each) in enumerate(pairwise((None, *grading.grades))):
        most = grading.maximum if above is None else above.least
        if each is not None and (each.least > most or (above is not None and each.least == most)):
            values = {"grade": each.grade, "least": str(each.least), "most": str(most)}
            yield Finding("E028", (*path, "grades", position, "from"), values)


def contrast(colour: str, other: str) -> float:
    """Contrast ratio of two sRGB colours, from 1 to 21, as WCAG 2.2 defines it.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
