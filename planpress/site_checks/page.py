"""An HTML page as a tree that the rules walk: standard library only, every element with its place in the file.

The parser is forgiving and knows no implied end tags; what the site builds closes its elements, and the Nu checker of
the tests holds that.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


@dataclass(eq=False, slots=True)
class Element:
    """An element. Two elements are the same only when they are one.

    Attributes:
        name: in lower case.
        attributes: by their names in lower case; one without a value has ``""``.
        parent: None for the document itself, whose name is empty.
        children: elements and texts.
        line: of its start tag, from 1.
        column: likewise, from 1.
        length: of its start tag, as far as it stands on that line.
    """

    name: str
    attributes: dict[str, str]
    parent: "Element | None"
    line: int = 0
    column: int = 0
    length: int = 1
    children: list["Element | str"] = field(default_factory=list)

    def get(self, attribute: str) -> str:
        """The value of an attribute without blanks around it, empty when there is none."""
        return self.attributes.get(attribute, "").strip()

    def elements(self) -> Iterator["Element"]:
        """All elements below, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements()

    def ancestors(self) -> Iterator["Element"]:
        """Itself, its parent, and so on outwards."""
        here: Element | None = self
        while here is not None:
            yield here
            here = here.parent

    def within(self, *names: str) -> bool:
        """Whether it, or something around it, has one of these names."""
        return any(element.name in names for element in self.ancestors())

    def text(self) -> str:
        """What a reader of the screen or of the text alternative gets from it."""
        return "".join(self._texts()).strip()

    def _texts(self) -> Iterator[str]:
        if self.name == "img":
            yield self.get("alt")
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif not child.is_hidden:
                yield from child._texts()

    @property
    def is_hidden(self) -> bool:
        """Whether this very element keeps its content from readers, as far as the markup alone tells."""
        style = self.get("style").lower().replace(" ", "")
        return (
            self.name in ("template", "slot", "script", "style")
            or self.get("aria-hidden") == "true"
            or "display:none" in style
            or "visibility:hidden" in style
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        path: of the file, below the site's folder.
        lines: its source.
        document: everything, with the doctype left out.
        elements: all elements, in the order of the page.
        shown: those of them that Taiwan's checker looks at: not in a template, not hidden by the markup.
    """

    path: str
    lines: tuple[str, ...]
    document: Element
    elements: tuple[Element, ...]
    shown: tuple[Element, ...]

    @property
    def root(self) -> Element:
        """The html element, or the whole document when there is none."""
        return next(self.named("html"), self.document)

    def named(self, *names: str) -> Iterator[Element]:
        """Elements that are shown and have one of these names."""
        return (element for element in self.shown if element.name in names)


def parse_page(path: str, text: str) -> Page:
    """Parse a page; whatever the text is, there is a tree of it."""
    builder = _TreeBuilder()
    builder.feed(text)
    builder.close()
    elements = tuple(builder.document.elements())
    hidden: set[Element] = set()
    for element in elements:
        if element.is_hidden or element.parent in hidden:
            hidden.add(element)
    return Page(
        path=path,
        lines=tuple(text.split("\n")),
        document=builder.document,
        elements=elements,
        shown=tuple(element for element in elements if element not in hidden),
    )


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Element("", {}, None)
        self._open = [self.document]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1]
        line, offset = self.getpos()
        length = len((self.get_starttag_text() or tag).partition("\n")[0])
        element = Element(tag, {name: value or "" for name, value in attrs}, parent, line, offset + 1, length)
        parent.children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for position in range(len(self._open) - 1, 0, -1):
            if self._open[position].name == tag:
                del self._open[position:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
