"""Which elements of a page a check code looks at, written as the simplest of CSS selectors."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from planpress.site_checks.page import Element, Page

_FORM: Final = re.compile(
    r"(?:(?P<around>[a-z0-9]+) )?(?P<name>[a-z0-9]+)?(?:\[(?P<attribute>[a-z-]+)(?:=(?P<value>[a-z]*))?\])?"
)


class Selector(NamedTuple):
    """What an element must be.

    Attributes:
        around: name of an element that it stands in; empty for any place.
        name: its own; empty for any.
        attribute: that it has; empty for none.
        value: of the attribute; None for any.
    """

    around: str
    name: str
    attribute: str
    value: str | None

    @classmethod
    def of(cls, text: str) -> "Selector":
        """Read one: ``img``, ``a[href]``, ``input[type=image]``, ``img[alt=]``, ``a img``, ``[lang]``.

        >>> Selector.of("a img"), Selector.of("img[alt=]").value
        (Selector(around='a', name='img', attribute='', value=None), '')
        """
        match = _FORM.fullmatch(text)
        assert match is not None and text, text
        return cls(match["around"] or "", match["name"] or "", match["attribute"] or "", match["value"])

    def takes(self, element: Element) -> bool:
        """Whether an element is one of these."""
        if self.name and element.name != self.name:
            return False
        if self.attribute and self.attribute not in element.attributes:
            return False
        if self.value is not None and element.get(self.attribute).lower() != self.value:
            return False
        return not self.around or (element.parent is not None and element.parent.within(self.around))


def count(page: Page, selectors: Sequence[Selector]) -> int:
    """How many elements of a page, of those that Taiwan's checker looks at, are any of these."""
    return sum(any(selector.takes(element) for selector in selectors) for element in page.shown)
