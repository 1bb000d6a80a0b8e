"""What our own documents say below a measure: its target, its source, what is uncertain of it."""

import re
from collections.abc import Sequence
from typing import Final

from planpress.editing.papers.paper import PaperLine
from planpress.source.text.yaml_text import Plain

_REMARK: Final = re.compile(r"(?P<label>[^。：]{0,20}待確認|目標|來源)：(?P<text>.+)")


def without_remarks(lines: Sequence[PaperLine]) -> tuple[list[PaperLine], list[re.Match[str]]]:
    """Lines of a cell, and what our own documents remark below a measure."""
    remarks = {position: _REMARK.fullmatch(line.text) for position, line in enumerate(lines) if position}
    found = {position: match for position, match in remarks.items() if match is not None}
    return [line for position, line in enumerate(lines) if position not in found], [*found.values()]


def remarked(remarks: Sequence[re.Match[str]]) -> tuple[dict[str, Plain], tuple[str, ...]]:
    """Keys and doubts of remarks."""
    values: dict[str, Plain] = {}
    doubts: list[str] = []
    for match in remarks:
        match match["label"]:
            case "目標":
                values["target"] = {"figure": match["text"]}
            case "來源":
                values["source"] = match["text"]
            case _:
                doubts.append(match["text"])
    return values, tuple(doubts)
