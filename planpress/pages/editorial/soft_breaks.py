"""Line breaks of a Markdown page that browsers would show as blanks within Chinese."""

import re
from typing import Final

from planpress.model.line_breaks import breaks

_TOKEN: Final = re.compile(
    r"<!--.*?-->|</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+|<", re.DOTALL
)
_WITHIN_TEXT: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp", "small", "span",
     "strong", "sub", "sup", "time", "u", "var"}
)  # fmt: skip
_AS_WRITTEN: Final = frozenset({"pre", "textarea"})


def without_soft_breaks(html: str) -> str:
    """A page without the line breaks that are nothing, also where an element of the text begins or ends beside one."""
    if "\n" not in html:
        return html
    tokens = [(match[0], (match["name"] or "").lower()) for match in _TOKEN.finditer(html)]
    written: list[str] = []
    run: list[str] = []
    depth = 0
    for token, name in tokens:
        depth += (not token.startswith("</")) - token.startswith("</") if name in _AS_WRITTEN else 0
        if depth or (token.startswith("<") and name not in _WITHIN_TEXT):
            written += [*_unbroken(run), token]
            run = []
        else:
            run.append(token)
    return "".join([*written, *_unbroken(run)])


def _unbroken(tokens: list[str]) -> list[str]:
    """Texts and tags of one run of text, without the breaks that are nothing."""
    texts = [token for token in tokens if not token.startswith("<")]
    gone = {index for start, end in breaks("".join(texts)) for index in range(start, end)}
    if not gone:
        return tokens
    kept: list[str] = []
    position = 0
    for token in tokens:
        if token.startswith("<"):
            kept.append(token)
            continue
        kept.append("".join(each for index, each in enumerate(token, position) if index not in gone))
        position += len(token)
    return kept
