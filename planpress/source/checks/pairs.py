"""Quotation marks and brackets in Chinese: of the kind that Chinese has, and each with its other half."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from planpress.source.values.finding import Finding, Steps

_FOREIGN: Final = {"“": "「", "”": "」", "„": "「", "‟": "「", "〝": "「", "〞": "」", "‘": "『", "’": "』", "‛": "『"}
_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z])’")
_QUOTED: Final = re.compile(r"(?<![A-Za-z0-9'])(?P<open>')(?=[^'\n]*[\u3400-\u9fff])[^'\n]+(?P<close>')(?!')", re.ASCII)
_STRAIGHT: Final = re.compile('["＂]')

_PAIRS: Final = {"「": "」", "『": "』", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "（": "）"}
_OPENINGS: Final = {closing: opening for opening, closing in _PAIRS.items()}
_SIGN: Final = re.compile(f"[{''.join([*_PAIRS, *_OPENINGS])}()]")
_FULL_WIDTH: Final = {"(": "（", ")": "）"}


def check_pairs(path: Steps, text: str) -> Iterator[Finding]:
    """The quotation marks and brackets of one Chinese text."""
    yield from _check_quotes(path, text)
    yield from _check_halves(path, text)


def _check_quotes(path: Steps, text: str) -> Iterator[Finding]:
    found = {match.start(): _FOREIGN[match[0]] for match in re.finditer(f"[{''.join(_FOREIGN)}]", text)}
    for match in _APOSTROPHE.finditer(text):
        del found[match.start()]
    for match in _QUOTED.finditer(text):
        found |= {match.start("open"): "「", match.start("close"): "」"}
    opened = False
    for match in _STRAIGHT.finditer(text):
        if opened or not text[max(match.start() - 1, 0)].isdigit():  # 24" is a length
            found[match.start()] = "」" if opened else "「"
            opened = not opened
    for start, nearest in sorted(found.items()):
        yield Finding("W121", path, {"character": text[start], "nearest": nearest}, span=(start, start + 1))


def _check_halves(path: Steps, text: str) -> Iterator[Finding]:
    """Halves without the other. A parenthesis may close without having been opened: ``1)`` is a number."""
    opened: list[tuple[str, int]] = []
    counts: Counter[str] = Counter()
    single: list[int] = []
    for match in _SIGN.finditer(text):
        sign = _FULL_WIDTH.get(match[0], match[0])
        if sign in _PAIRS:
            opened.append((sign, match.start()))
            counts[sign] += 1
        elif counts[_OPENINGS[sign]]:
            while (last := opened.pop())[0] != _OPENINGS[sign]:
                single.append(last[1])
                counts[last[0]] -= 1
            counts[last[0]] -= 1
        elif sign != "）":
            single.append(match.start())
    for start in sorted([*single, *(start for _, start in opened)]):
        sign = _FULL_WIDTH.get(text[start], text[start])
        values = {"character": text[start], "other": _PAIRS.get(sign) or _OPENINGS[sign]}
        yield Finding("W122", path, values, span=(start, start + 1))
