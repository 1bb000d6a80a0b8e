"""The classes of 政府資訊分類檢索 that an office belongs to, how they nest, the outermost of services, their metadata.

The schemes come from 行政機關電子資料流通詮釋資料及分類檢索規範. Of their classes only the outermost of 服務分類 are
known here; what the others are called is for the offices to say.
"""

from collections.abc import Collection
from typing import Final

from planpress.model.base import Frozen


class GovernmentClass(Frozen):
    """One class of one of the three schemes."""

    code: str
    """Three characters: ``E41``."""
    name: str | None = None
    """What it is called, where that is known."""
    en: str | None = None


class Classification(Frozen):
    """The classes of an office, by scheme (行政機關電子資料流通詮釋資料及分類檢索規範)."""

    themes: tuple[GovernmentClass, ...] = ()
    """主題分類."""
    policies: tuple[GovernmentClass, ...] = ()
    """施政分類."""
    services: tuple[GovernmentClass, ...] = ()
    """服務分類."""


THEMES: Final = "themes"
POLICIES: Final = "policies"
SERVICES: Final = "services"
SCHEMES: Final = (THEMES, POLICIES, SERVICES)
"""主題分類, 施政分類, 服務分類; each is a field of :class:`planpress.model.Classification`."""

SERVICE_CLASSES: Final = {
    code: GovernmentClass(code=code, name=name, en=en)
    for code, name, en in (
        ("100", "生育保健", "Childbirth and health care"),
        ("200", "出生及收養", "Birth and adoption"),
        ("300", "求學及進修", "Schooling and further education"),
        ("400", "服兵役", "Military service"),
        ("500", "求職及就業", "Finding work and employment"),
        ("600", "開創事業", "Starting a business"),
        ("700", "婚姻", "Marriage"),
        ("800", "投資理財", "Investment and personal finance"),
        ("900", "休閒旅遊", "Leisure and travel"),
        ("A00", "交通及通訊", "Transport and communications"),
        ("B00", "就醫", "Medical care"),
        ("C00", "購屋及遷徙", "Buying a home and moving"),
        ("D00", "選舉及投票", "Elections and voting"),
        ("E00", "生活安全及品質", "Safety and quality of life"),
        ("F00", "退休", "Retirement"),
        ("G00", "老年安養", "Care in old age"),
        ("H00", "生命禮儀", "Funerals and memorials"),
        ("I00", "公共資訊", "Public information"),
    )
}
"""The outermost classes of 服務分類, with working translations; data.gov.tw has the same codes as categoryCode."""

_METADATA: Final = {THEMES: "Category.Theme", POLICIES: "Category.Cake", SERVICES: "Category.Service"}


def of_scheme(classification: Classification, scheme: str) -> tuple[GovernmentClass, ...]:
    """The classes of one scheme."""
    return {THEMES: classification.themes, POLICIES: classification.policies, SERVICES: classification.services}[scheme]


def named(scheme: str, each: GovernmentClass) -> GovernmentClass:
    """A class with its name, if it is one of those that are known."""
    return SERVICE_CLASSES.get(each.code, each) if scheme == SERVICES else each


def above(code: str) -> tuple[str, ...]:
    """The codes of the classes that a class may be part of, the nearest first.

    >>> above("E41"), above("E40"), above("E00")
    (('E40', 'E00'), ('E00',), ())
    """
    codes = (f"{code[:2]}0", f"{code[0]}00")
    return tuple(dict.fromkeys(each for each in codes if each != code))


def parent(code: str, known: Collection[str]) -> str | None:
    """The class that a class stands under: the nearest above it that is known."""
    return next((each for each in above(code) if each in known), None)


def class_metadata(classification: Classification) -> tuple[tuple[str, str], ...]:
    """``<meta>`` pairs that say the classes of a page."""
    return tuple(metadata_of(scheme, each.code) for scheme in SCHEMES for each in of_scheme(classification, scheme))


def metadata_of(scheme: str, code: str) -> tuple[str, str]:
    """The pair of one class."""
    return _METADATA[scheme], code
