"""What the style sheets within a page say that changes its words: what is hidden, and how lists count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from planpress.editing.papers.automatic_numbers import ListLevel
from planpress.editing.papers.markup import Element, attribute

_RULE: Final = re.compile(r"(?P<selector>[^{}]*)\{(?P<body>[^{}]*)\}")
_MEDIA: Final = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_CLASS: Final = re.compile(r"\w*\.([\w-]+)")
_BEFORE: Final = re.compile(r"\.([\w-]+)\s*>\s*li:{1,2}before$")
_CONTENT: Final = re.compile(r"content\s*:(?P<value>(?:\s*(?:\"[^\"]*\"|'[^']*'|counter\([^()]*\)))+)")
_PART: Final = re.compile(r"[\"'](?P<text>[^\"']*)[\"']|counter\(\s*[\w-]+\s*(?:,\s*(?P<form>[\w-]+)\s*)?\)")
_ESCAPE: Final = re.compile(r"\\([0-9A-Fa-f]{1,6}) ?")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_LIST: Final = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
LONGEST: Final = 500_000
"""Characters of the sheets that are read."""
_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("cjk-ideographic", "trad-chinese-informal", "simp-chinese-informal", "cjk-decimal"), "一, 二, 三, ..."
        ),
        **dict.fromkeys(("trad-chinese-formal", "simp-chinese-formal"), "壹, 貳, 參, ..."),
        "cjk-heavenly-stem": "甲, 乙, 丙, ...",
        **dict.fromkeys(("upper-alpha", "upper-latin"), "A"),
        **dict.fromkeys(("lower-alpha", "lower-latin"), "a"),
        "upper-roman": "I",
        "lower-roman": "i",
        "none": "none",
    }
)


@dataclass(frozen=True, slots=True)
class HtmlStyles:
    """What classes mean.

    Attributes:
        hidden: classes of what is not shown.
        lists: how lists of a class count, as browsers do (``list-style-type``).
        counters: how lists of a class count by ``counter()``, as Google Docs writes them.
    """

    hidden: frozenset[str] = frozenset()
    lists: Mapping[str, str] = field(default_factory=dict)
    counters: Mapping[str, ListLevel] = field(default_factory=dict)

    def is_hidden(self, element: Element) -> bool:
        """Whether an element is not shown."""
        if _HIDDEN.search(attribute(element, "style") or ""):
            return True
        return not self.hidden.isdisjoint(classes_of(element))

    def level(self, element: Element) -> ListLevel | None:
        """How a list counts; None where it has no numbers."""
        for name in classes_of(element):
            if name in self.counters:
                return self.counters[name]
        style = _LIST.search(attribute(element, "style") or "")
        named = (
            style[1] if style else next((self.lists[each] for each in classes_of(element) if each in self.lists), "")
        )
        form = _FORMS.get(named, "1") if named else attribute(element, "type") or "1"
        return None if form == "none" else ListLevel(form, "%1、" if "," in form else "%1.")


def classes_of(element: Element) -> list[str]:
    """The classes of an element."""
    return (attribute(element, "class") or "").split()


def html_styles(root: Element) -> HtmlStyles:
    """Read the style sheets that stand within a page.

    Args:
        root: of the page.
    """
    text = _MEDIA.sub("", "".join(str(each.text or "") for each in root.iter("style"))[:LONGEST])
    hidden: set[str] = set()
    lists: dict[str, str] = {}
    counters: dict[str, ListLevel] = {}
    for rule in _RULE.finditer(text):
        for selector in rule["selector"].split(","):
            if before := _BEFORE.search(selector.strip()):
                if content := _CONTENT.search(rule["body"]):
                    counters[before[1]] = _counted(content["value"])
            elif match := _CLASS.fullmatch(selector.strip()):
                if _HIDDEN.search(rule["body"]):
                    hidden.add(match[1])
                if style := _LIST.search(rule["body"]):
                    lists[match[1]] = style[1]
    return HtmlStyles(frozenset(hidden), lists, counters)


def _counted(content: str) -> ListLevel:
    """``counter(a, trad-chinese-informal) ". "`` as a level; of several counters the last one counts."""
    pattern, form = "", "bullet"
    for part in _PART.finditer(content):
        if part["text"] is None:
            form = _FORMS.get(part["form"] or "", "1")
            pattern = re.sub(r".*%1", "", pattern) + "%1"
        else:
            pattern += _ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0xFFFF)), part["text"])
    return ListLevel(form, pattern.strip())
