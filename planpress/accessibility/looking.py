"""What a browser finds in an open page, in windows of several widths, in light and dark, with larger and wider text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from planpress.accessibility import in_page

if TYPE_CHECKING:  # the extra ``accessibility``
    from playwright.sync_api import Page as Tab

REFLOW: Final = "1.4.10"
SPACING: Final = "1.4.12"
LARGE: Final = "1.4.4"
TARGETS: Final = "2.5.8"
_HEIGHT: Final = 900
_CRITERION: Final = re.compile(r"wcag(\d)(\d)(\d+)")


@dataclass(frozen=True, slots=True)
class Sight:
    """Something that a browser finds.

    Attributes:
        criterion: of the standard; empty for what is only good practice.
        rule: of axe-core; empty for what is measured.
        said: what is wrong, in the words of the browser.
        html: the element, or its start tag.
        window: ``1280 light``, or ``390 200%``.
    """

    criterion: str
    rule: str
    said: str
    html: str
    window: str


@dataclass(slots=True)
class Look:
    """What looking at a page has given.

    Attributes:
        sights: what is wrong.
        unsure: how many elements axe-core leaves to people, by criterion.
        rules: which rules found something to look at, by criterion.
    """

    sights: list[Sight] = field(default_factory=list)
    unsure: dict[str, int] = field(default_factory=dict)
    rules: dict[str, set[str]] = field(default_factory=dict)

    def by_window(self) -> Mapping[str, list[str]]:
        """What is wrong, in each window that shows it."""
        found: dict[str, list[str]] = {}
        for sight in self.sights:
            found.setdefault(sight.window, []).append(f"{sight.rule} {sight.said}".strip())
        return found


def by_axe(tab: "Tab", script: str, look: Look) -> None:
    """Let axe-core look at an open page.

    Args:
        tab: the page.
        script: axe-core.
        look: takes what it finds.
    """
    tab.evaluate(script)  # by the debugger, so that the page's policy stays as it is
    for scheme, width, options in in_page.AXE_RUNS:
        tab.emulate_media(color_scheme=scheme)
        _resize(tab, width)
        found = tab.evaluate(in_page.RUN_AXE, options)
        window = f"{width} {scheme}"
        for each in found["violations"]:
            for criterion in criteria_of(each["tags"]):
                look.sights.append(Sight(criterion, each["rule"], each["said"], each["html"], window))
        for each in found["looked"]:
            for criterion in criteria_of(each["tags"]):
                look.rules.setdefault(criterion, set()).add(each["rule"])
        for each in found["incomplete"]:
            for criterion in criteria_of(each["tags"]):
                look.unsure[criterion] = look.unsure.get(criterion, 0) + 1


def by_measuring(tab: "Tab", look: Look) -> None:
    """Measure what sticks out, is cut off or is too small to hit: as it is, with text spacing, with large text."""
    tab.evaluate(in_page.OPEN_DETAILS)
    for criterion, suffix in ((REFLOW, ""), (SPACING, " text spacing")):
        if suffix:
            tab.evaluate(in_page.TEXT_SPACING)
        for width in in_page.WIDTHS:
            _resize(tab, width)
            _measure(tab, look, criterion, in_page.STICKING_OUT, f"{width}{suffix}")
            _measure(tab, look, TARGETS, in_page.TOO_SMALL, f"{width}{suffix}")
    tab.evaluate(in_page.LARGE_TEXT)
    for width in in_page.WIDTHS[1:]:
        _resize(tab, width)
        _measure(tab, look, LARGE, in_page.STICKING_OUT, f"{width} 200%")


def criteria_of(tags: Sequence[str]) -> Iterator[str]:
    """The criteria that a rule of axe-core is of; one empty text for a rule of good practice.

    >>> list(criteria_of(["cat.color", "wcag2aa", "wcag143"])), list(criteria_of(["best-practice"]))
    (['1.4.3'], [''])
    """
    found = [".".join(match.groups()) for tag in tags if (match := _CRITERION.fullmatch(tag))]
    yield from found or [""]


def _measure(tab: "Tab", look: Look, criterion: str, script: str, window: str) -> None:
    look.rules.setdefault(criterion, set())
    found: list[dict[str, Any]] = tab.evaluate(script)
    look.sights += [Sight(criterion, "", each["said"], each["html"], window) for each in found]


def _resize(tab: "Tab", width: int) -> None:
    tab.set_viewport_size({"width": width, "height": _HEIGHT})
