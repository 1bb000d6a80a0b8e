"""Marks that mean something elsewhere and nothing in a text of a plan: those of Markdown and HTML, doubled stops."""

import html
import re
from collections.abc import Iterator
from typing import Final

from planpress.source.values.finding import Finding, Steps

_MARK: Final = re.compile(r"[*~`#>\[&<]|---|_.*_")

_APART: Final = r"\s、，。；：！？（）「」()"
_PHRASE: Final = r"(?P<text>(?![\s、，。；：！？）」])[^\n{0}]{{1,200}}(?<![\s（「]))"
_WORD: Final = rf"(?P<mark>\*)(?P<text>[^*0-9{_APART}][^*{_APART}]{{0,40}})\*"
_MARKDOWN: Final = (
    re.compile(rf"(?<!\*)(?P<mark>\*{{2,3}}){_PHRASE.format('*')}(?P=mark)(?!\*)"),
    # A single asterisk may refer to a note or multiply: between words it is no mark.
    re.compile(rf"(?<![^{_APART}]){_WORD}(?!\*)"),
    re.compile(rf"(?<![*0-9A-Za-z{_APART}]){_WORD}(?![^{_APART}])"),
    # Two lines to write on, 自__年__月 or 共__件, have a unit or a stop between them.
    re.compile(
        r"(?<![_0-9A-Za-z])(?P<mark>_{2,3})(?P<text>[^\s_、，。；：！？（）「」年月日時分秒週天件份人次元條款項個號歲場處戶字第%％]"
        r"[^_\n、，。；！？]{0,40}(?<!\s))(?P=mark)(?![_0-9A-Za-z])"
    ),
    re.compile(rf"(?<!~)(?P<mark>~~){_PHRASE.format('~')}~~(?!~)"),
    re.compile(r"(?<!`)(?P<mark>`{1,3})(?P<text>[^`\n]{1,200})(?P=mark)(?!`)"),
    re.compile(r"^[ \t]*(?P<mark>#{1,6})[ \t]+(?![0-9]+[ \t]*$)(?P<text>\S[^\n]*)", re.MULTILINE),
    re.compile(r"^[ \t]*(?P<mark>>)[ \t]+(?P<text>[^\s0-9][^\n]*)", re.MULTILINE),
)
_LINK: Final = re.compile(
    r"!?\[(?P<text>[^\[\]\n]{0,200})\]\([ \t]*<?(?P<to>[^\s()<>]{1,300}(?:\([^\s()]{0,100}\)[^\s()<>]{0,100})?)>?"
    r"(?:[ \t]+[\"'][^\"'\n]{0,200}[\"'])?[ \t]*\)"
    r"|<(?P<address>https?://[^\s<>]+)>",
    re.IGNORECASE,
)
_TABLE: Final = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_FOOTNOTE: Final = re.compile(r"\[\^(?P<text>[^\s\[\]^]{1,20})\]")
_LEADS_SOMEWHERE: Final = re.compile(r"#|/|(?=.*[A-Za-z]).*[/:.@]")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_TAG: Final = re.compile(
    r"<!--|-->|</?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe"
    r"|img|ins|kbd|li|mark|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th"
    r"|thead|tr|tt|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_DOUBLED: Final = re.compile("[。，、；：]{2,}")


def check_marks(path: Steps, text: str) -> Iterator[Finding]:
    """The marks of Markdown and HTML in one text, which would be published as they stand."""
    if _MARK.search(text) is None:
        return
    for pattern in _MARKDOWN:
        for match in pattern.finditer(text):
            values = {"value": match[0].strip(), "mark": match["mark"], "meant": match["text"].rstrip("# \t")}
            yield Finding("W185", path, values, span=match.span())
    for match in _TABLE.finditer(text):
        yield Finding("W780", path, {"value": match[0].strip()}, span=match.span())
    for match in _FOOTNOTE.finditer(text):
        yield Finding("W781", path, {"value": match[0], "meant": f"註{match['text']}"}, span=match.span())
    for match in _LINK.finditer(text):
        if meant := _without_link(match):
            yield Finding("W186", path, {"value": match[0], "meant": meant}, span=match.span())
    for match in _ENTITY.finditer(text):
        if not (meant := html.unescape(match[0])).endswith(";"):
            yield Finding("W187", path, {"value": match[0], "meant": meant}, span=match.span())
    for match in _TAG.finditer(text):
        yield Finding("W188", path, {"value": match[0]}, span=match.span())


def _without_link(match: re.Match[str]) -> str:
    """The words of a link and where it leads to, as a plan says it; nothing where it is none: ``[附件](一)``."""
    words, address = match["text"], match["address"] or match["to"]
    if match["to"] and not _LEADS_SOMEWHERE.match(address):
        return ""
    if match[0].startswith("!"):
        return words or address
    return f"{words}（{address}）" if words and words != address else address


def check_doubled(path: Steps, text: str) -> Iterator[Finding]:
    """Stops of one Chinese text that follow one another."""
    for match in _DOUBLED.finditer(text):
        values = {"value": match[0], "meant": "。" if "。" in match[0] else match[0][0]}
        yield Finding("W189", path, values, span=match.span())
