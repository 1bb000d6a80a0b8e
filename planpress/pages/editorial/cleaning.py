"""The HTML that Markdown pages become, cleaned to what such pages need: a closed list of elements, attributes, links.

Markdown lets any HTML through. What is taken out here is a problem, so that nobody loses anything without a word, and
nothing of it reaches the site even where the problem is not seen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from itertools import islice
from typing import Final, NamedTuple

import nh3

from planpress.model.line_breaks import unwrapped
from planpress.pages.editorial.soft_breaks import without_soft_breaks
from planpress.problems.problem import Place, Problem
from planpress.source.checks import check_text
from planpress.source.checks.links import check_links
from planpress.source.content.editorial import EditorialSource, place_of_text
from planpress.source.text.source_text import MOST_PROBLEMS

DEPTH_LIMIT: Final = 40
"""How many elements may lie within one another."""

_BLOCKS: Final = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
     "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "pre", "blockquote", "hr", "br", "figure",
     "figcaption", "details", "summary"}
)  # fmt: skip
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "rb", "rp",
     "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)  # fmt: skip
_EVERYWHERE: Final = frozenset({"id", "lang", "dir", "class", "title"})
_ATTRIBUTES: Final = {
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "col": {"span"},
    "colgroup": {"span"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
    "details": {"open"},
}
_LINKS: Final = frozenset({"href", "src"})
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_SCHEME: Final = re.compile("([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_MARKDOWN: Final = re.compile(r"[^?#:]*\.md(?:[?#].*)?")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})

_WRITTEN_OTHERWISE: Final = re.compile(r"<(br|hr|img\b[^<>]*) />")
"""The only way in which Markdown writes what is clean differently from the cleaner."""
_ALIGNED: Final = re.compile("text-align: (?:left|center|right);")
"""What Markdown makes of ``|:-:|``. The site's security policy keeps styles out anyway, so none is missed."""


def clean(source: EditorialSource, html: str) -> tuple[str, list[Problem]]:
    """Clean a page.

    Args:
        source: its Markdown, in which the places of problems are looked for.
        html: what it became.

    Returns:
        HTML of nothing but what is allowed, to the byte what it was if nothing else was in it, but for line breaks
        within Chinese; and a problem for everything that was taken out, or that only the finished text shows
        (``A12345<b>6789</b>``).
    """
    cleaned = _CLEANER.clean(html)
    before, after = _read(html), _read(cleaned)
    lost = sorted((before.parts - after.parts).elements())
    problems = list(islice(_lost(source, lost), MOST_PROBLEMS))
    if not lost and (words := before.characters - after.characters):
        problems.append(Problem("E510", Place(source.file), {"name": "".join(sorted(words))[:20]}))
    if before.too_deep:
        tag, position = before.too_deep
        problems.append(Problem("E335", place_of_text(source, f"<{tag}", position), {"limit": str(DEPTH_LIMIT)}))
    problems += _leading_nowhere(source, after.parts)
    problems += _said(source, before.texts + before.values)
    kept = html if _WRITTEN_OTHERWISE.sub(r"<\1>", html) == cleaned else cleaned
    return without_soft_breaks(kept), problems


def _keep_attribute(element: str, name: str, value: str) -> str | None:
    """The value of an allowed attribute; None takes it out."""
    if name == "src":
        return value if _leads_into_the_site(value) else None
    if name == "href":
        scheme = _SCHEME.match("".join(value.split()))
        is_allowed = scheme[1].lower() in _SCHEMES if scheme else _leads_into_the_site(value)
        return value if is_allowed and value.isprintable() else None
    return value


def _leads_into_the_site(address: str) -> bool:
    """Whether an address names no host and no scheme, as a browser understands it: a backslash is a slash."""
    slashes = address.strip().replace("\\", "/")
    return address.isprintable() and not slashes.startswith("//") and not _SCHEME.match(slashes)


_CLEANER: Final = nh3.Cleaner(
    tags=_BLOCKS | _INLINE,
    clean_content_tags={"script", "style", "template", "iframe", "object", "svg", "math", "noscript", "title"},
    attributes={"*": set(_EVERYWHERE), **_ATTRIBUTES},
    attribute_filter=_keep_attribute,
    link_rel=None,
    url_schemes=set(_SCHEMES),
)


class _Part(NamedTuple):
    """Something that a page consists of: an element, an attribute of one, or (with its address) a link."""

    element: str
    attribute: str = ""
    address: str = ""


class _Reader(HTMLParser):
    """Counts what a page consists of, and collects its texts."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: Counter[_Part] = Counter()
        self.characters: Counter[str] = Counter()
        self.too_deep: tuple[str, int] | None = None
        """The first element that lies too deep, and how many of its name come before it."""
        self.texts = [""]
        self.values: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts[_Part(tag)] += 1
        for name, value in attrs:
            if name in _LINKS:
                self.parts[_Part(tag, name, value or "")] += 1
            elif not (name == "style" and tag in ("td", "th") and _ALIGNED.fullmatch(value or "")):
                self.parts[_Part(tag, name)] += 1
            self.values.append(value or "")
        if tag not in _VOID:
            self._depth += 1
            if self._depth > DEPTH_LIMIT and self.too_deep is None:
                self.too_deep = tag, self.parts[_Part(tag)] - 1
        if tag in _BLOCKS:
            self.texts.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._depth = max(0, self._depth - (tag not in _VOID))
        if tag in _BLOCKS:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.characters.update("".join(data.split()))
        self.texts[-1] += data

    def handle_decl(self, decl: str) -> None:
        self.parts[_Part("!")] += 1

    def handle_pi(self, data: str) -> None:
        self.parts[_Part("?")] += 1

    def unknown_decl(self, data: str) -> None:
        self.parts[_Part("!")] += 1


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def _lost(source: EditorialSource, lost: Sequence[_Part]) -> Iterator[Problem]:
    """What was taken out, each at its place in the Markdown."""
    seen: Counter[str] = Counter()
    elements = {part.element for part in lost if not part.attribute}
    for part in lost:
        if part.attribute and part.element in elements:
            continue  # it goes with its element
        if any(check_links((), part.address)):
            continue  # told as what the text says (E506)
        if part.attribute in _LINKS and part.element in ("a", "img"):
            written = part.address
            code, values = "E511", {"address": part.address[:80]}
        else:
            written = part.attribute or f"<{part.element}"
            code, values = "E510", {"name": part.attribute or f"<{part.element}>"}
        yield Problem(code, place_of_text(source, written, seen[written]), values)
        seen[written] += 1


def _leading_nowhere(source: EditorialSource, parts: Iterable[_Part]) -> Iterator[Problem]:
    """Links to other Markdown pages that are not there: those that are have become addresses by now."""
    for part in parts:
        if part.attribute == "href" and _MARKDOWN.fullmatch(part.address):
            yield Problem("E339", place_of_text(source, part.address), {"address": part.address[:80]})


def _said(source: EditorialSource, texts: Iterable[str]) -> Iterator[Problem]:
    """What must not be public and is no text of a single line: written with entities, or cut by markup."""
    for text in texts:
        line = _BLANKS.sub(" ", unwrapped(text)).strip(" ")
        for finding in islice(check_text((), line), MOST_PROBLEMS):
            said = line[slice(*finding.span)] if finding.span else line
            if finding.code != "W501" and said not in source.text.text:
                yield Problem(finding.code, place_of_text(source, said), finding.values)
