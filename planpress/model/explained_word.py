"""Words of plans that not everybody knows (詞彙), explained."""

from planpress.model.base import Frozen


class ExplainedWord(Frozen):
    """A word and what it means, generally known and none of an office's own promises."""

    id: str
    """Its place on the page of words: ``ami``."""
    name: str
    """As plans write it: AMI, 一次告知."""
    en: str | None = None
    """The same in English, where plans' translations write it otherwise."""
    also: tuple[str, ...] = ()
    """What plans call it too."""
    full: str | None = None
    """What its letters stand for."""
    text: str
    """What it means, in a sentence or two."""
    text_en: str
    source: str | None = None
    """Where that can be read."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that plans call it."""
        return (self.name, *self.also)
