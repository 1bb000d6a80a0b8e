"""What the style of a paragraph says of it, in whichever file: styles are based on others and have what those have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

_HEADING: Final = re.compile(r"(?:heading|標題)\s*([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """A style.

    Attributes:
        parent: that it is based on; empty for none.
        level: of headings, from 1; 0 for what is none.
        is_title: of the document's title.
        is_contents: of a line of the table of contents.
        is_hidden: of text that is not shown.
        list_name: of the list that its paragraphs stand in.
        list_level: on which level of it, from 0; None where the style does not say.
    """

    parent: str = ""
    level: int = 0
    is_title: bool = False
    is_contents: bool = False
    is_hidden: bool = False
    list_name: str = ""
    list_level: int | None = None


def heading_level(name: str) -> int:
    """The level of headings that the name of a style says, in English or Chinese; 0 for none.

    >>> heading_level("heading 2"), heading_level("標題 3"), heading_level("Heading_20_1"), heading_level("內文")
    (2, 3, 1, 0)
    """
    match = _HEADING.fullmatch(name.replace("_20_", " "))
    return int(match[1]) if match else 0


def inherited(styles: Mapping[str, PaperStyle], name: str) -> PaperStyle:
    """A style with what it has from those that it is based on; the default one where there is none of the name."""
    found = styles.get(name) or styles.get("") or PaperStyle()
    seen = {name}
    while found.parent and found.parent not in seen:
        seen.add(found.parent)
        above = styles.get(found.parent)
        if above is None:
            break
        found = replace(
            found,
            parent=above.parent,
            level=found.level or above.level,
            is_title=found.is_title or above.is_title,
            is_hidden=found.is_hidden or above.is_hidden,
            list_name=found.list_name or above.list_name,
            list_level=above.list_level if found.list_level is None else found.list_level,
        )
    return found
