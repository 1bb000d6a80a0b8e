"""Pages that editors write in Markdown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.source.content.editorial import EditorialSource


@dataclass(frozen=True, slots=True)
class EditorialPage:
    """A page that editors write in Markdown, as HTML without its frame.

    Attributes:
        tag: its language.
        path: its path without language: ``about/``.
        title: its title.
        description: one or two sentences for search engines.
        html: what the Markdown became.
        file: path from the project's root.
    """

    tag: str
    path: str
    title: str
    description: str
    html: str
    file: str


RenderEditorial = Callable[[Settings, Sequence[EditorialSource]], Iterable[EditorialPage | Problem]]
"""Renders Markdown pages, each to a page or to what keeps it from becoming one; the engine has one."""
