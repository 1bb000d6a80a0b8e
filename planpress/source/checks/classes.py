"""The classes of 政府資訊分類檢索 in an office.yml: that they exist, once, under their own names."""

from collections.abc import Iterator

from planpress.model.classification import SCHEMES, SERVICE_CLASSES, SERVICES, above, of_scheme
from planpress.source.shapes.office_shapes import ClassificationEntry
from planpress.source.values.finding import Finding


def check_classes(classification: ClassificationEntry) -> Iterator[Finding]:
    """Every class of every scheme; of themes and policies only the form is known, which the shape has checked."""
    for scheme in SCHEMES:
        seen: set[str] = set()
        for position, each in enumerate(of_scheme(classification, scheme)):
            path = ("classification", scheme, position)
            if each.code in seen:
                yield Finding("E903", (*path, "code"), {"code": each.code})
            seen.add(each.code)
            if scheme != SERVICES:
                continue
            if SERVICE_CLASSES.keys().isdisjoint((each.code, *above(each.code))):
                known = "、".join(f"{code} {known.name}" for code, known in SERVICE_CLASSES.items())
                yield Finding("E902", (*path, "code"), {"code": each.code, "known": known})
            known_class = SERVICE_CLASSES.get(each.code)
            if known_class and each.name not in (None, known_class.name):
                yield Finding("E904", (*path, "name"), {"code": each.code, "name": str(known_class.name)})
