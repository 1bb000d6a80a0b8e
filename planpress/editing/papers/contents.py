"""Tables of contents that a file has as plain text: their lines are no part of the plan."""

import re
from collections.abc import Sequence
from typing import Final

from planpress.editing.papers.paper import Ledger, PaperBlock, PaperLine, Reason
from planpress.editing.papers.wording import bare

_HEADING: Final = re.compile(r"目\s*[錄次]")
_LED: Final = re.compile(r".{2,}?(?:[.…·．‧]\s?){4,}\s*[-–]?\s*\d{1,3}\s*[-–]?")
_PAGE: Final = re.compile(r"[.…·．‧\s]*(?:PAGEREF.*)?\d{1,3}$")


def is_led(text: str) -> bool:
    """Whether dots lead a line to its page."""
    return _LED.fullmatch(text) is not None


def without_contents(blocks: Sequence[PaperBlock], ledger: Ledger) -> list[PaperBlock]:
    """The blocks of a document without its table of contents.

    A line belongs to it that dots lead to a page, or that says what a later line says, and a page.

    Args:
        blocks: of the document.
        ledger: where its lines go.
    """
    lines = [(place, block.text) for place, block in enumerate(blocks) if isinstance(block, PaperLine)]
    last: dict[str, int] = {}
    for place, text in lines:
        last[bare(text)] = place
    found = {place for place, text in lines if _is_of_contents(text, place, last)}
    if found:
        found |= {place for place, text in lines if _HEADING.fullmatch(text) and place < max(found)}
    ledger.leave_out(Reason.CONTENTS, (text for place, text in lines if place in found))
    return [block for place, block in enumerate(blocks) if place not in found]


def _is_of_contents(text: str, place: int, last: dict[str, int]) -> bool:
    if is_led(text):
        return True
    match = _PAGE.search(text)
    return match is not None and last.get(bare(text[: match.start()]), -1) > place
