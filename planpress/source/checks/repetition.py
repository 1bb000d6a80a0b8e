"""Rows that were pasted twice: the same text twice below one heading."""

from collections.abc import Iterable, Iterator

from planpress.model.numbering import Number
from planpress.source.shapes.rows import Node, SectionOutline
from planpress.source.values.finding import Finding, Spot, Steps


def check_repetition(sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    """Introductions, measures, items, and headings with all below them that stand twice in one group.

    Those of one number are left to the check of numbers, which tells of the number.
    """
    for section in sections:
        yield from _check(section.children)
        for node in section.walk():
            yield from _check(node.children)
            yield from _repeated((path, None, text, text) for path, text in node.says)


def _check(nodes: Iterable[Node]) -> Iterator[Finding]:
    # A heading alone says too little to be taken for a copy of another: its group must be one.
    kept = [node for node in nodes if not node.row.sic and (node.children or not node.row.level)]
    yield from _repeated(((*node.path, node.row.kind), node.number, node.text, _content(node)) for node in kept)


def _content(node: Node) -> str:
    return "".join(f"{each.row.kind}\n{each.text}\n" for each in node.walk())


def _repeated(rows: Iterable[tuple[Steps, Number | None, str, str]]) -> Iterator[Finding]:
    seen: dict[str, tuple[Spot, Number | None]] = {}
    for path, number, text, content in rows:
        key = "".join(content.split())
        if key not in seen:
            seen[key] = ((path, None), number)
            continue
        first, printed = seen[key]
        if number is None or printed is None or number.printed != printed.printed:
            yield Finding("W152", path, {"text": text[:20]}, also=(first,))
