"""Where the words that a file quotes from a plan stand in it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planpress.source.shapes.rows import SectionOutline


class Quotation(NamedTuple):
    """Where words stand in a plan.

    Attributes:
        place: id of the section or of the row.
        chapter: all that the section says, without blanks.
    """

    place: str
    chapter: str


def quotation(sections: Iterable[SectionOutline], words: str) -> Quotation | None:
    """The first place where words stand in a plan, whatever the blanks and line ends; None where there is none."""
    wanted = squeezed(words)
    for section in sections:
        for place, text in _texts(section):
            if wanted in text:
                return Quotation(place, "".join(each for _, each in _texts(section)))
    return None


def texts_by_place(sections: Iterable[SectionOutline]) -> dict[str, str]:
    """All that each section and row of a plan says itself, without blanks, by its id."""
    found: dict[str, str] = {}
    for section in sections:
        for place, text in _texts(section):
            found[place] = found.get(place, "") + text
    return found


def squeezed(text: str) -> str:
    r"""A text without any blank.

    >>> squeezed("於 107年\n7月")
    '於107年7月'
    """
    return "".join(text.split())


def _texts(section: SectionOutline) -> Iterator[tuple[str, str]]:
    """All that a section says, with the id of what says it."""
    entry = section.entry
    yield section.id, squeezed(f"{entry.heading or ''}{entry.text or ''}")
    for node in section.walk():
        yield node.id, squeezed(node.row.text)
        yield from ((node.id, squeezed(text)) for _, text in node.says)
