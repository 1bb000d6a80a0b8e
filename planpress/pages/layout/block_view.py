"""What a plan's page shows of the tables, figures and notes among the measures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from markupsafe import Markup

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.model import Block, Figure, Note, Office, Table

FIGURES: Final = "files:"
"""What the address of a figure begins with in a body, which does not know how far from the files its page is."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of data. One of more than two columns may be wider than the page, and scrolls in a box of its own."""

    id: str
    caption: Markup
    head: tuple[Markup, ...]
    body: tuple[tuple[Markup, ...], ...]
    kind: str = "table"

    @property
    def is_wide(self) -> bool:
        """Whether the page must be able to scroll it."""
        return len(self.head) > 2


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture; ``lang`` is the language of its ``alt`` where that is not the page's."""

    src: str
    width: int
    height: int
    alt: str
    lang: str | None
    caption: Markup | None
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note of the plan."""

    text: Markup
    kind: str = "note"


BlockView: TypeAlias = TableView | FigureView | NoteView


def block_view(block: Block, edition: Edition, office: Office, tell: Callable[[str], Markup], number: int) -> BlockView:
    """Lay out a table, a figure or a note in one language.

    Args:
        block: which.
        edition: its language.
        office: whose plan it is.
        tell: what a text says in the page's order.
        number: of a table on the page.
    """
    match block:
        case Table():
            # No id of a row has an underscore.
            body = tuple(tuple(map(tell, cells)) for cells in block.body)
            return TableView(f"table_{number}", tell(block.caption), tuple(map(tell, block.head)), body)
        case Figure():
            alt = edition.text(block.alt, office.id)
            lang = None if alt.lang == edition.language.tag else alt.lang
            caption = tell(block.caption) if block.caption else None
            return FigureView(f"{FIGURES}{block.file}", block.width, block.height, alt.value, lang, caption)
        case Note():
            return NoteView(tell(block.text))


def with_figures(body: str, page: str, folder: str) -> Markup:
    """The finished body of a plan on a page, where its figures have addresses.

    Args:
        body: of a plan or of what a revision replaced.
        page: path of the page, with its language.
        folder: path of the plan's files.
    """
    return Markup(body.replace(f'src="{FIGURES}', f'src="{addresses.relative(page, folder)}'))
