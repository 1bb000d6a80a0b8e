"""Sections of a Markdown page that only some kinds of publisher say: ``## 資料從哪裡來 {#source .transcription}``."""

import re
from typing import Final

from planpress.model.publisher import PublisherKind

_HEADING: Final = re.compile(r"(#{1,6})(?!#).*?(\{[^{}]*\})?[ \t]*#*[ \t\r]*")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_KIND: Final = re.compile(rf"(?<![^\s{{])\.(?:{'|'.join(PublisherKind)})(?=[\s}}])")


def spoken_by(kind: PublisherKind, markdown: str) -> str:
    """A page as one kind of publisher says it.

    A heading whose braces name kinds (``.office``, ``.company``, ``.transcription``) begins a section that only they
    say, with the headings below it. Every other character keeps its place, so that problems are found where they stand.
    """
    said: list[str] = []
    silent = 0
    fence = ""
    for line in markdown.split("\n"):
        opening = _FENCE.match(line)
        if opening and not fence:
            fence = opening[1]
        elif opening and opening[1].startswith(fence):
            fence = ""
        heading = None if fence or opening else _HEADING.fullmatch(line)
        if heading and (not silent or len(heading[1]) <= silent):
            kinds = {each[0][1:] for each in _KIND.finditer(heading[2] or "")}
            silent = len(heading[1]) if kinds and kind not in kinds else 0
            line = _KIND.sub(lambda name: " " * len(name[0]), line) if kinds else line
        said.append(" " * len(line) if silent else line)
    return "\n".join(said)
