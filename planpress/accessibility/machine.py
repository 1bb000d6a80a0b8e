"""What machines found on a finished site, counted by check code and by criterion."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from planpress.accessibility import in_page
from planpress.accessibility.browser import Tools
from planpress.accessibility.codes import check_codes, criterion_order
from planpress.accessibility.looking import TARGETS, Look, Sight
from planpress.accessibility.record import (
    MOST_PLACES,
    BrowserRecord,
    CodeCount,
    CriterionCount,
    MachineRecord,
)
from planpress.accessibility.sample import Sample
from planpress.accessibility.selecting import Selector, count
from planpress.problems.problem import Place, Problem
from planpress.site_checks.page import Element, Page, parse_page
from planpress.site_checks.rule import place

WINDOWS: Final = (
    *(f"{width} {scheme}" for scheme, width, _ in in_page.AXE_RUNS),
    *(f"{width} text spacing" for width in in_page.WIDTHS),
    *(f"{width} 200%" for width in in_page.WIDTHS[1:]),
)
"""In which a browser looks at each page."""

_OF_BROWSERS: Final = frozenset({"E732", "E733", "E734"})
"""What a browser's findings against a criterion are called."""


class Tally:
    """Counts what the check codes look at, page by page, while the pages are checked."""

    def __init__(self) -> None:
        self._selectors = {
            code.id: tuple(map(Selector.of, code.elements)) for code in check_codes().values() if code.elements
        }
        self.elements: Counter[str] = Counter()
        self.pages: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()

    def see(self, page: Page) -> None:
        """Count a page."""
        self.languages[page.root.get("lang")] += 1
        for code, selectors in self._selectors.items():
            if found := count(page, selectors):
                self.elements[code] += found
                self.pages[code] += 1

    def counts(self, problems: Sequence[Problem]) -> Iterator[CodeCount]:
        """What was found of each code, with the problems of the same site."""
        for code in check_codes().values():
            if code.elements:
                wrong = [problem for problem in problems if problem.code in code.problems]
                yield CodeCount(
                    code=code.id,
                    elements=self.elements[code.id],
                    pages=self.pages[code.id],
                    wrong=len(wrong),
                    places=_places(problem.place for problem in wrong),
                )


def recorded(
    tally: Tally,
    problems: Sequence[Problem],
    browser: BrowserRecord | None,
    *,
    day: date,
    site_url: str,
    program: str,
) -> MachineRecord:
    """The record of a day."""
    return MachineRecord(
        day=day,
        site_url=site_url,
        program=program,
        pages=tally.languages.total(),
        by_language=dict(sorted(tally.languages.items())),
        wrong_pages=_wrong_pages(problems),
        codes=tuple(tally.counts(problems)),
        browser=browser,
    )


def _wrong_pages(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Paths of the pages with faults that a code or a criterion names; a fault of a stylesheet is not of one page."""
    named = {problem for code in check_codes().values() for problem in code.problems} | _OF_BROWSERS
    paths = {
        problem.place.file.partition("/")[2].removesuffix("index.html")
        for problem in problems
        if problem.code in named and problem.code.startswith("E") and problem.place.file.endswith(".html")
    }
    return tuple(sorted(paths))


def browser_record(
    looks: Mapping[str, Look], found: Sequence[tuple[Sight, Problem]], chosen: Sample, tools: Tools
) -> BrowserRecord:
    """What a browser found, by criterion.

    Args:
        looks: at each page.
        found: what is wrong, each once however many windows show it.
        chosen: the pages.
        tools: what looked.
    """
    rules: dict[str, set[str]] = {}
    unsure: Counter[str] = Counter()
    for look in looks.values():
        unsure.update(look.unsure)
        for criterion, names in look.rules.items():
            rules.setdefault(criterion, set()).update(names)
    ordered = sorted(rules, key=lambda criterion: criterion_order(criterion or "9"))
    return BrowserRecord(
        axe=tools.axe,
        browser=tools.browser,
        pages=len(looks),
        kinds=chosen.kinds,
        windows=WINDOWS,
        criteria=tuple(
            CriterionCount(
                criterion=criterion,
                rules=tuple(sorted(rules[criterion])),
                wrong=sum(sight.criterion == criterion for sight, _ in found),
                unsure=unsure[criterion],
                places=_places(problem.place for sight, problem in found if sight.criterion == criterion),
            )
            for criterion in ordered
        ),
    )


def sights_of(file: str, text: str, look: Look) -> Iterator[tuple[Sight, Problem]]:
    """What is wrong with a page that a browser looked at, each with its line, once however many windows show it.

    Args:
        file: as problems call it.
        text: of the page.
        look: at it.
    """
    page = parse_page(file, text)
    windows: dict[tuple[str, str, str], list[Sight]] = {}
    for sight in look.sights:
        windows.setdefault((sight.criterion, sight.rule, sight.html), []).append(sight)
    for same in windows.values():
        sight = same[0]
        values = {
            "rule": sight.rule,
            "criterion": sight.criterion,
            "said": " ".join(sight.said.split())[:200],
            "windows": ", ".join(dict.fromkeys(each.window for each in same)),
        }
        yield sight, Problem(_code(sight), _place(file, page, sight.html), values)


def _code(sight: Sight) -> str:
    if sight.rule:
        return "E732" if sight.criterion else "W732"
    return "E734" if sight.criterion == TARGETS else "E733"


def _place(file: str, page: Page, html: str) -> Place:
    """Where an element of the browser's stands in the file; scripts may have given it more attributes."""
    wanted = next(parse_page("", html).document.elements(), None)
    same = [each for each in page.elements if wanted is not None and each.name == wanted.name]
    for is_it in (_is_same, _has_same_id, _has_some):
        found = [each for each in same if wanted is not None and is_it(each, wanted)]
        if found:
            return place(file, page, max(found, key=lambda each: len(each.attributes)))
    return Place(file)


def _is_same(element: Element, wanted: Element) -> bool:
    return element.attributes == wanted.attributes


def _has_same_id(element: Element, wanted: Element) -> bool:
    return "id" in element.attributes and element.get("id") == wanted.get("id")


def _has_some(element: Element, wanted: Element) -> bool:
    return bool(element.attributes) and element.attributes.items() <= wanted.attributes.items()


def _places(places: Iterator[Place]) -> tuple[str, ...]:
    """The first places, below the folder of the site."""
    found = dict.fromkeys(f"{each.file.partition('/')[2].removesuffix('index.html')}:{each.line}" for each in places)
    return tuple(list(found)[:MOST_PLACES])
