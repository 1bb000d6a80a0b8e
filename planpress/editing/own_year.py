"""The year that a plan has as its own: where a text surely means it, and what else in a text tells a time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from planpress.model.dates import gregorian_year
from planpress.model.numerals import WIDE, narrow

_SENTENCE: Final = re.compile(r"[^。；\n]+")
_LETTER: Final = re.compile(r"(?:(?![年月日])[\u4e00-\u9fff]){0,8}字第\s*[A-Za-z0-9-]+\s*號|第\s*\d{7,}\s*號", re.ASCII)
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{2,4}\s*年\s*(?:\d{1,2}|元)\s*月(?:\s*\d{1,2}\s*日)?"
    r"|\d{2,4}([-/.])\d{1,2}\1\d{1,2}(?!\d)|(?:\d{1,2}|元)\s*月\s*\d{1,2}\s*日)"
    r"|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_DAY_OF_YEAR: Final = re.compile(r"\d{2,4}\s*年\s*\d{1,2}\s*月|\d{2,4}([-/.])\d{1,2}\1\d{1,2}(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(?P<year>\d{2,4})\s*年度?")
_OF_US: Final = r"本(?:計畫|[區分]?[處所局署院校館會部府廠段])"
"""How an office calls itself and its plan. 本公司 is somebody else: the whole organisation."""
_RANGE: Final = r"[-\u2013\u2014~～－至到及和與、]"
_DAY: Final = re.compile(r"月\s*\d+\s*日|\d+([-/.])\d+\1\d+|月\s*底")
_WHOLE_YEAR: Final = re.compile(r"\d+\s*年\s*(?:度|全年|整年|1\s*月?\s*[-~～至到]\s*12\s*月)?")
_NEAR: Final = 10
"""Years around the plan's in which a number before 年 is a year, not a time of ten years."""
_SHORTEST_NAME: Final = 4
_DIGITS: Final = "〇一二三四五六七八九"


@dataclass(frozen=True)
class OwnYear:
    """The year of the plan that is carried on, and of the one that it becomes.

    Attributes:
        before: 民國 year of the former.
        after: 民國 year of the latter.
        title: of the former, which tells what the plan is called.
    """

    before: int
    after: int
    title: str

    def in_title(self, text: str) -> list[tuple[int, int]]:
        """Where a title names the year, in either calendar; not where that is part of a date.

        A plan of several years names the first and the last: both move.
        """
        year = rf"(?<!\d)(?P<first>{self.before}|{gregorian_year(self.before)})"
        last = rf"(?:\s*年\s*度?)?\s*{_RANGE}\s*(?P<last>\d{{2,4}})"
        found: list[tuple[int, int]] = []
        for match in re.finditer(rf"{year}(?:{last})?(?=\s*年(?!\s*\d+\s*月))", narrow(text)):
            found += [match.span(name) for name in ("first", "last") if match[name]]
        return found

    def in_text(self, text: str) -> list[tuple[int, int]]:
        """Where another text surely means the year of the plan itself.

        That is so where the words of the title follow the year, in 「本(114)年度」 and 「本處114年度」. A sentence that
        cites an official letter or gives a date is left as it is: somebody has to look at it, and then at all of it.
        """
        text = narrow(text)
        found: set[tuple[int, int]] = set()
        for sentence in _SENTENCE.finditer(text):
            if not (_LETTER.search(sentence[0]) or _DAY_OF_YEAR.search(sentence[0])):
                for way in self._sure:
                    found |= {match.span("year") for match in way.finditer(text, *sentence.span())}
        return sorted(found)

    def in_period(self, text: str) -> list[tuple[int, int]]:
        """Where a period names the year and no day of it: a year's plan is carried out in that year."""
        text = narrow(text)
        if _DAY.search(text):
            return []
        return [match.span() for match in re.finditer(rf"(?<!\d){self.before}(?=\s*年)", text)]

    @staticmethod
    def is_whole_year(period: str) -> bool:
        """Whether a period is all of a year: there is nothing else in it that another year might change."""
        return _WHOLE_YEAR.fullmatch(narrow(period)) is not None

    @cached_property
    def _sure(self) -> tuple[re.Pattern[str], ...]:
        year = f"(?P<year>{self.before})"
        ways = [rf"{_OF_US}\s*{year}\s*年度(?!{_RANGE})", rf"本[(]{year}[)]\s*年度"]
        if self._name:
            ways.append(rf"(?<!\d)(?<!{_RANGE}){year}\s*年\s*(?:度\s*)?" + r"\s*".join(map(re.escape, self._name)))
        return tuple(map(re.compile, ways))

    @property
    def _name(self) -> str:
        """What follows the year in the title: 提升服務效能執行計畫."""
        several = rf"(?:(?:\s*年\s*度?)?\s*{_RANGE}\s*\d+)?"
        match = re.search(rf"(?<!\d){self.before}{several}\s*年\s*度?(.+)", narrow(self.title))
        name = "".join(match[1].split()) if match else ""
        return name if len(name) >= _SHORTEST_NAME else ""

    def with_moved(self, text: str, spans: Iterable[tuple[int, int]]) -> str:
        """A text in which the years at some places are moved."""
        ends = [0, *(end for span in spans for end in span), len(text)]
        parts = [text[start:end] for start, end in pairwise(ends)]
        return "".join(self.moved(part) if position % 2 else part for position, part in enumerate(parts))

    @property
    def carried_title(self) -> str:
        """The title with its year moved."""
        return self.with_moved(self.title, self.in_title(self.title))

    def moved(self, figures: str) -> str:
        """A year as far on as the plan's own, in figures as wide as they were."""
        year = str(int(narrow(figures)) + self.after - self.before)
        return year.translate(WIDE) if figures != narrow(figures) else year

    def told(self, line: str) -> Iterator[tuple[int, str]]:
        """What tells a time in a line: letters, dates, years near the plan's, and its number wherever it stands.

        Yields:
            Where it stands, and its characters.
        """
        text = narrow(line)
        taken = [False] * len(text)
        found: list[tuple[int, str]] = []
        for pattern in (_DATE, _LETTER, _YEAR, self._number):
            for match in pattern.finditer(text):
                if any(taken[match.start() : match.end()]) or (pattern is _YEAR and not self._is_near(match["year"])):
                    continue
                taken[match.start() : match.end()] = [True] * len(match[0])
                found.append((match.start(), line[match.start() : match.end()]))
        yield from sorted(found)

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """The year by itself; as a part of an address (m-1-114) it is none."""
        spelt = "|".join(_spelt(self.before))
        return re.compile(
            rf"(?<!\d)(?<!\d[.,])(?<![A-Za-z0-9]-)(?:{self.before}|{gregorian_year(self.before)})(?![\d]|\.\d)|(?:{spelt})年度?"
        )

    def _is_near(self, year: str) -> bool:
        number = int(year)
        return any(abs(number - here) <= _NEAR for here in (self.before, gregorian_year(self.before)))


def _spelt(roc_year: int) -> Iterator[str]:
    """A year in Chinese numerals, as patterns: 一一四, 一百一十四, 一百十四."""
    yield "".join(_DIGITS[int(figure)] for figure in str(roc_year)).replace("〇", "[〇○零]")
    hundreds, rest = divmod(roc_year, 100)
    tens, ones = divmod(rest, 10)
    ten = f"{_DIGITS[tens]}十" if tens > 1 else "一?十" if tens else "[〇○零]" if ones else ""
    below = ten + (_DIGITS[ones] if ones else "")
    yield f"{_DIGITS[hundreds]}百{below}" if hundreds else below.replace("一?", "")
