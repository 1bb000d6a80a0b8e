"""How many there are of something, in words: 「3項」, ``1 measure``, ``2 measures``."""

from planpress.editions.edition import Edition


def measures(edition: Edition, count: int) -> str:
    """How many measures."""
    return edition.ngettext("%(num)d項", "%(num)d項", count) % {"num": count}


def areas(edition: Edition, count: int) -> str:
    """How many outermost groups of measures (服務類別)."""
    return edition.ngettext("%(num)d個服務類別", "%(num)d個服務類別", count) % {"num": count}


def extent(edition: Edition, groups: int, count: int) -> str:
    """How much a plan holds: measures, and the groups that they are in, if it has any."""
    said = measures(edition, count)
    return (
        edition.gettext("%(areas)s、%(measures)s") % {"areas": areas(edition, groups), "measures": said}
        if groups
        else said
    )


def plans(edition: Edition, count: int) -> str:
    """How many plans."""
    return edition.ngettext("%(num)d份計畫", "%(num)d份計畫", count) % {"num": count}


def offices(edition: Edition, count: int) -> str:
    """How many offices."""
    return edition.ngettext("%(num)d個機關", "%(num)d個機關", count) % {"num": count}


def texts(edition: Edition, count: int) -> str:
    """How many texts to translate."""
    return edition.ngettext("%(num)d段", "%(num)d段", count) % {"num": count}
