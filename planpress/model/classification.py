"""政府分類檢索: the classes that all of government shares, and by which an office marks its pages."""

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
