"""The classes of 政府資訊分類檢索 in words, for those who read them in a document."""

from planpress.editions.edition import Edition
from planpress.model import Classification
from planpress.model.classification import POLICIES, SCHEMES, SERVICES, THEMES, named, of_scheme


def scheme_name(edition: Edition, scheme: str) -> str:
    """What one of the three schemes is called."""
    _ = edition.gettext
    return {THEMES: _("主題分類"), POLICIES: _("施政分類"), SERVICES: _("服務分類")}[scheme]


def class_lines(edition: Edition, classification: Classification) -> tuple[tuple[str, str], ...]:
    """Each scheme that an office has classes of, with these: 「服務分類」, 「I00 公共資訊、E41 供水服務」."""
    lines: list[tuple[str, str]] = []
    for scheme in SCHEMES:
        names: list[str] = []
        for each in of_scheme(classification, scheme):
            name = edition.class_name(named(scheme, each))
            names.append(f"{each.code} {name.value}" if name else each.code)
        if names:
            lines.append((scheme_name(edition, scheme), edition.gettext("、").join(names)))
    return tuple(lines)


def classes_text(edition: Edition, classification: Classification) -> str | None:
    """The same in a sentence; None where an office has none."""
    _ = edition.gettext
    lines = [f"{name}{_('：')}{classes}" for name, classes in class_lines(edition, classification)]
    return _("政府資訊分類檢索：%(classes)s。") % {"classes": _("；").join(lines)} if lines else None
