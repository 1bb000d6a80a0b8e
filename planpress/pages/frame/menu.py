"""What the menus of every page and the site map list: each part of the site yields its own entries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page that others lead to.

    Attributes:
        path: without language.
        name: what it is called, in Chinese: a message of the interface.
        navigation: it stands in the navigation at the head of every page.
        footer: it stands at the foot of every page.
        text: what is found there, for the search: a message of the interface.
    """

    path: str
    name: str
    navigation: bool = False
    footer: bool = False
    text: str = ""


def message(text: str) -> str:
    """Marks a text as one that is translated where it is shown."""
    return text
