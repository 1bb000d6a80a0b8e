"""Tables, figures and notes among the rows: what they lack, cells too many, the place where they stand."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from planpress.source.shapes.plan_shapes import BLOCKS, FIGURE_PATTERN, Row
from planpress.source.shapes.rows import SectionOutline
from planpress.source.values.cut_values import cut_in_row
from planpress.source.values.finding import Finding, Steps

_COMMA: Final = re.compile("[，、]")
_BARE_WORDS: Final = re.compile(
    r"[附如見]?(?:圖|表)[一二三四五六七八九十\d\-. ]*"
    r"|(?:作業|服務|申請|辦理|處理)?(?:流程|架構|組織|示意|說明|統計|長條|圓餅)圖"
    r"|圖片|照片|圖檔|附圖|圖示|image|picture|photo|figure|chart|flow ?chart|diagram"
)
"""What tells that there is a figure and not what it shows."""
_NEEDED: Final = {"table": ("head", "body"), "figure": ("alt",)}
"""The keys that a row of a kind cannot do without."""


def check_blocks(sections: Iterable[SectionOutline]) -> Iterator[Finding]:
    """The tables, figures and notes of a plan, as far as its own file tells."""
    for section in sections:
        last = ""  # kind of the last row of the measure that is open, or of what follows it
        for index, row in enumerate(section.entry.rows):
            path = (*section.path, "rows", index)
            if row.kind in BLOCKS:
                yield from _check_block(path, row)
            if row.kind == "item" and last in BLOCKS and not row.sic:
                yield Finding("W127", (*path, "item"), {"kind": last}, key=True)
            if last or row.kind == "do":
                last = "" if row.level else row.kind


def _check_block(path: Steps, row: Row) -> Iterator[Finding]:
    missing = [key for key in _NEEDED.get(row.kind, ()) if getattr(row, key) is None]
    if missing:
        yield Finding("E120", (*path, row.kind), {"kind": row.kind, "keys": ", ".join(missing)}, key=True)
    if row.figure and row.alt and not row.sic and _says_nothing(row.alt, row.figure):
        yield Finding("W782", (*path, "alt"), {"value": row.alt})
    if row.head is not None and len(row.head) == 1 and not row.sic and (comma := _COMMA.search(row.head[0])):
        yield Finding("W129", (*path, "head", 0), {"value": row.head[0]}, span=comma.span())
    for position, cells in enumerate((row.body or ()) if row.head else ()):
        if len(cells) != len(row.head or ()):
            if cut := cut_in_row((*path, "body", position), cells, len(row.head or ())):
                yield cut
                continue
            values = {"row": str(position + 1), "found": str(len(cells)), "expected": str(len(row.head or ()))}
            yield Finding("E121", (*path, "body", position), values)


def _says_nothing(alt: str, file: str) -> bool:
    """Whether the text of a figure only says that it is one, or how its file is called."""
    words = alt.strip(" 。.：:").casefold()
    is_name = FIGURE_PATTERN.fullmatch(file) and words in (file.casefold(), file.rpartition(".")[0].casefold())
    return bool(is_name) or _BARE_WORDS.fullmatch(words) is not None
