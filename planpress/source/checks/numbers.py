"""Printed numbers against their positions: they skip, repeat, are missing, or change their form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planpress.model.numbering import Number, NumberStyle, lone_number
from planpress.source.shapes.rows import Node, Paragraphs, SectionOutline
from planpress.source.values.finding import Finding, Steps


@dataclass(frozen=True, slots=True)
class _Sibling:
    """One of those that are numbered together.

    Attributes:
        number: as printed.
        path: the text that the number opens.
        start: where in that text.
        sic: what is odd is odd in the source.
    """

    number: Number | None
    path: Steps
    start: int = 0
    sic: bool = False


def check_numbers(sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    """The numbers of sections, of their paragraphs, and of headings, measures and items."""
    yield from _check([_section(section) for section in sections])
    for section in sections:
        yield from _check_lines(section, section.lines)
        yield from _check_nodes(section.children)


def _check_nodes(nodes: list[Node]) -> Iterator[Finding]:
    yield from _check([_node(node) for node in nodes])
    for node in nodes:
        yield from _check_nodes(node.children)


def _check_lines(section: SectionOutline, lines: list[Paragraphs]) -> Iterator[Finding]:
    # A paragraph without a number may stand anywhere: only those that have one are counted.
    path = (*section.path, "text")
    numbered = [(line, number) for line in lines if (number := line.number or lone_number(line.text))]
    yield from _check([_Sibling(number, path, line.start, section.entry.sic) for line, number in numbered])
    for line in lines:
        yield from _check_lines(section, line.children)


def _node(node: Node) -> _Sibling:
    return _Sibling(node.number or lone_number(node.text), (*node.path, node.row.kind), sic=node.row.sic)


def _section(section: SectionOutline) -> _Sibling:
    key = "text" if section.heading is None else "heading"
    number = section.number or lone_number(section.heading or "")
    return _Sibling(number, (*section.path, key), sic=section.entry.sic)


def _check(siblings: list[_Sibling]) -> Iterator[Finding]:
    """Each against those before it; what is appended, 附件 or 附表, against those of its kind."""
    together: dict[NumberStyle | None, list[_Sibling]] = {}
    for sibling in siblings:
        appended = sibling.number.style if sibling.number and sibling.number.style.appended else None
        together.setdefault(appended, []).append(sibling)
    for each in together.values():
        yield from _in_sequence(each)


def _in_sequence(siblings: list[_Sibling]) -> Iterator[Finding]:
    last: Number | None = None
    follows_number = False
    for sibling in siblings:
        if not sibling.sic:
            yield from _against(sibling, last, follows_number)
        follows_number = sibling.number is not None
        last = sibling.number or last


def _against(sibling: _Sibling, last: Number | None, follows_number: bool) -> Iterator[Finding]:
    """One sibling against the last number before it."""
    number = sibling.number
    if number is None:
        if follows_number and last is not None:
            yield Finding("W104", sibling.path, {"last": last.printed}, span=(0, 1))
        return
    span = (sibling.start, sibling.start + len(number.printed))
    if last is not None and number.style is not last.style:
        values = {"found": number.printed, "last": last.printed}
        yield Finding("W103", sibling.path, values, span)
    elif number.ordinal is not None:
        expected = 1 if last is None or last.ordinal is None else last.ordinal + 1
        if number.ordinal != expected:
            values = {"found": number.printed, "expected": number.counting(expected)}
            yield Finding("W101" if number.ordinal > expected else "W102", sibling.path, values, span)
