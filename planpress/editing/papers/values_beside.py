"""Departments and periods as they stand beside measures: lines that only their length has cut, made whole."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from planpress.editing.papers.columns import is_period
from planpress.editing.papers.paper import PaperCell, PaperLine
from planpress.source.checks.departments import meant_cell

_BETWEEN: Final = re.compile(r"[、，,/（()）]")
_SUPPORTING: Final = re.compile(r"[（(]?協[辦助](?:單位|部門)?[:：](?P<names>[^（）()]+)[）)]?")


def joined_names(texts: Sequence[str], departments: Collection[str]) -> str:
    """Departments of several lines; a name that a line has cut is put together."""
    names: list[str] = []
    for text in map(_in_parentheses, texts):
        whole = f"{names[-1]}{text}" if names else text
        is_open = names and (names[-1].endswith(("、", "，", "/", "（", "(")) or text.startswith(("（", "(")))
        if names and (is_open or _is_cut(names[-1], text, departments)):
            names[-1] = whole
        else:
            names.append(text)
    cell = "、".join(name.rstrip("、，,;；") for name in dict.fromkeys(names)).replace("、（", "（")
    return meant_cell(cell, departments) if departments else cell


def with_whole_lines(cell: PaperCell, key: str, departments: Collection[str]) -> PaperCell:
    """A cell with the lines put together that only their length has cut; only where the file cuts all lines."""
    found: list[PaperLine] = []
    for line in cell.lines:
        if found and line.top is not None and line.text and _goes_on(found[-1], line, key, departments):
            whole = (
                joined_names((found[-1].text, line.text), departments) if key == "who" else found[-1].text + line.text
            )
            found[-1] = replace(found[-1], text=whole, is_full=line.is_full)
        else:
            found.append(line)
    return replace(cell, lines=tuple(found))


def _goes_on(line: PaperLine, following: PaperLine, key: str, departments: Collection[str]) -> bool:
    """Whether a line is cut within a name, a list of names or a period."""
    if key in ("who", "supporting"):
        is_open = line.text.endswith(("、", "，", "/", "（", "(")) or following.text.startswith(("（", "(", "、"))
        return is_open or _is_cut(line.text, following.text, departments)
    return key == "when" and line.is_full and not is_period(following.text)


def _is_cut(line: str, following: str, departments: Collection[str]) -> bool:
    """Whether the end of a line has cut the name of a department."""
    last, first = _BETWEEN.split(line)[-1], _BETWEEN.split(following)[0]
    return last not in departments and last + first in departments


def _in_parentheses(text: str) -> str:
    """Supporting departments as a plan has them: 協辦：工務段 is （工務段）."""
    match = _SUPPORTING.fullmatch(text)
    return f"（{match['names']}）" if match else text
