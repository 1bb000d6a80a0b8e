"""What a page of HTML contributes to the search: its headings and the texts under each."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from planpress.editions.folding import composed
from planpress.search.entries import Found, TextKind

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | {"p", "li", "dt", "dd", "td", "th", "caption", "pre", "blockquote", "div", "ul", "ol"}
_SILENT: Final = frozenset({"script", "style", "template"})


def html_entries(title: str, html: str) -> tuple[Found, ...]:
    """The title of a page, then every block of its text, each with the id of the heading that it stands under."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return (Found(composed(title), "", TextKind.PAGE), *reader.entries(title))


class _Reader(HTMLParser):
    """Cuts a page into blocks: (id of the heading, whether it is a heading, text)."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, TextKind, str]] = [("", TextKind.TEXT, "")]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            anchor, _, _ = self.blocks[-1]
            if tag in _HEADINGS:
                self.blocks.append((dict(attrs).get("id") or "", TextKind.HEADING, ""))
            else:
                self.blocks.append((anchor, TextKind.TEXT, ""))

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        if tag in _BLOCKS:
            anchor, _, _ = self.blocks[-1]
            self.blocks.append((anchor, TextKind.TEXT, ""))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            anchor, kind, text = self.blocks[-1]
            self.blocks[-1] = (anchor, kind, text + data)

    def entries(self, title: str) -> Iterator[Found]:
        for anchor, kind, text in self.blocks:
            said = composed(text)
            if said and not (kind is TextKind.HEADING and said == composed(title)):
                yield Found(said, anchor, kind)
