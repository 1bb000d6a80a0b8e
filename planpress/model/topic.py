"""Topics (主題): what measures of many plans have in common, and how they are found."""

from planpress.model.base import Frozen


class Topic(Frozen):
    """A stored question to every plan, with a page of its own."""

    id: str
    """Its place in the address: ``e-billing``."""
    name: str
    en: str
    text: str
    """What it is about, in a sentence or two."""
    text_en: str
    words: tuple[str, ...]
    """A measure belongs to the topic when its text, or that of an item, has any of these."""
    departments: tuple[str, ...] = ()
    """Only measures of these departments; of any when empty."""
    groups: tuple[str, ...] = ()
    """Only measures below groups of these names; anywhere when empty."""
