"""Pages that editors write in Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planpress.settings import Settings


@dataclass(frozen=True, slots=True)
class EditorialPage:
    """A page that editors write in Markdown, as HTML without its frame.

    Attributes:
        tag: its language.
        path: its path without language: ``about/``.
        title: its title.
        description: one or two sentences for search engines.
        html: what the Markdown became.
        source: path of its file from the project's root.
    """

    tag: str
    path: str
    title: str
    description: str
    html: str
    source: str


RenderEditorial = Callable[[Settings], Sequence[EditorialPage]]
"""Renders the Markdown pages; the engine has one."""
