"""The languages of a site: their BCP 47 tags, their place in an address, how they derive from one another."""

from dataclasses import dataclass
from typing import Final

from babel import Locale, UnknownLocaleError


@dataclass(frozen=True, slots=True)
class Language:
    """One language edition of the site.

    Attributes:
        tag: BCP 47 tag, as in ``<html lang>``.
        prefix: what its addresses begin with, ``""`` for the authoritative edition, else ``"en/"``.
        name: its own name, in itself.
        derived_from: tag of the edition that a script conversion turns into this one, if any.
    """

    tag: str
    prefix: str
    name: str
    derived_from: str | None = None


ZH_HANT: Final = Language("zh-Hant", "", "繁體中文")
EN: Final = Language("en", "en/", "English")
ZH_HANS: Final = Language("zh-Hans", "zh-hans/", "简体中文", derived_from="zh-Hant")

AUTHORITATIVE: Final = ZH_HANT
"""The language in which offices write; the other editions are for reference."""


def of_tag(tag: str) -> Language:
    """The language of a tag; one that the program does not know is called what it calls itself in the CLDR.

    >>> of_tag("ja").name
    '日本語'
    """
    known = {language.tag: language for language in (ZH_HANT, EN, ZH_HANS)}
    return known.get(tag) or Language(tag, f"{tag.lower()}/", _own_name(tag))


def _own_name(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name() or tag
    except (ValueError, UnknownLocaleError):
        return tag
