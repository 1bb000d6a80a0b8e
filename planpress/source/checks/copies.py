"""A plan that was copied from last year's: what still is as it was there, though it belongs to that year alone."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from planpress.model.dates import ROC_EPOCH, RocDate
from planpress.source.shapes.plan_shapes import PlanFile, Row
from planpress.source.shapes.rows import further_texts
from planpress.source.values.finding import Finding, Spot, Steps, together

_YEAR: Final = re.compile(r"(?<!\d)(\d{2,4})(?=\s*年|[/.]\d{1,2}[/.]\d|\s*[-–~～至、]\s*\d{2,4}\s*年)")
_LETTER: Final = re.compile(
    r"(?:(?<!\d)(?P<year>\d{2,3})年(?:(?P<month>\d{1,2})月)?[^。；\n年]{0,20}?)?字第\s*(?P<number>\d+)\s*號"
)
"""The number of an official letter, with the day that stands before it."""
_ALIKE: Final = 0.75
_LOOKED_AT: Final = 40
"""How many reworded texts, and how many candidates for each, are compared: comparing takes time."""
_LONGEST: Final = 300
"""Characters of a text that are compared."""


class _Text(NamedTuple):
    """A text of a plan that is the plan's own, with its place.

    Attributes:
        path: the value.
        start: of the value, how many characters come before the text.
        text: the text.
    """

    path: Steps
    start: int
    text: str

    def spot(self, span: tuple[int, int]) -> Spot:
        """Where some of its characters stand."""
        return self.path, (self.start + span[0], self.start + span[1])


class _Letter(NamedTuple):
    """An official letter that a text cites.

    Attributes:
        number: what is printed between 字第 and 號.
        year: of the day before it, or that its number begins with; None when neither tells.
        month: of the day before it.
        span: where the number stands in the text.
    """

    number: str
    year: int | None
    month: int | None
    span: tuple[int, int]


class PlanBefore(NamedTuple):
    """The plan that ended the year before."""

    roc_year: int
    """Its first year."""
    file: PlanFile


class _LastYear:
    """Last year's plan, as it is compared with; it may be of several years."""

    def __init__(self, before: PlanBefore) -> None:
        self.file = before.file
        self.roc_year = before.roc_year
        self.years = before.file.years(before.roc_year)

    @property
    def name(self) -> str:
        """Its years as messages name them."""
        return "-".join(dict.fromkeys((str(self.years[0]), str(self.years[-1]))))

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every text, by the same without its years."""
        return {_without_years(each.text): each.text for each in _texts(self.file)}

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every row, by its text without its years."""
        return {_without_years(row.text): row for _, row in _rows(self.file)}

    def counterpart(self, text: str) -> str | None:
        """The text that a text of this year's plan was made from."""
        key = _without_years(text)
        if key in self.texts:
            return self.texts[key]
        candidates = [each for each in self.texts if self.names_itself(self.texts[each])][:_LOOKED_AT]
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(key[:_LONGEST])
        alike: list[tuple[float, str]] = []
        for each in candidates:
            matcher.set_seq1(each[:_LONGEST])
            if matcher.quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
                alike.append((ratio, each))
        return self.texts[max(alike)[1]] if alike else None

    def names_itself(self, text: str) -> bool:
        """Whether a text names last year."""
        return any(self.is_its(year) for year, _ in _years(text))

    def is_its(self, year: int) -> bool:
        """Whether a year is last year, counted either way."""
        return year in self.years or year - ROC_EPOCH in self.years


def check_copies(file: PlanFile, plan_before: PlanBefore, roc_year: int) -> Iterator[Finding]:
    """What a plan has from the plan of the year before, and cannot have from there.

    Args:
        file: what its plan.yml says.
        plan_before: last year's.
        roc_year: the year of the plan.
    """
    last, before = _LastYear(plan_before), plan_before.file
    for path, date, old in _dates(file, before):
        if date is not None and old is not None and _is_kept(date, old, roc_year):
            yield Finding("W160", path, {"before": _printed(old), "year": last.name})
    values = {"found": last.name, "year": str(roc_year)}
    yield from together("W161", [*_kept_years(file, last), *_kept_targets(file, last)], values)
    yield from _check_letters(file, last, roc_year)
    notes = {_without_years(note) for note in before.transcription_notes}
    kept: list[Spot] = [
        (("transcription_notes", position), None)
        for position, note in enumerate(file.transcription_notes)
        if _without_years(note) in notes
    ]
    yield from together("W163", kept)
    reasons = {_without_years(row.unsure) for _, row in _rows(before) if row.unsure}
    unsure: list[Spot] = [
        ((*path, "unsure"), None) for path, row in _rows(file) if row.unsure and _without_years(row.unsure) in reasons
    ]
    yield from together("W164", unsure)
    yield from together("W165", list(_kept_sic(file, last)))
    if file.original and before.original and file.original.sha256 == before.original.sha256:
        yield Finding("W166", ("original", "file"), {"name": file.original.file})


def _dates(file: PlanFile, before: PlanFile) -> Iterator[tuple[Steps, RocDate | None, RocDate | None]]:
    """The dates of a plan beside last year's."""
    yield ("adopted",), file.adopted, before.adopted
    yield ("approved",), file.approved, before.approved
    for position, (each, old) in enumerate(zip(file.approvals, before.approvals, strict=False)):
        if each.kind is old.kind:
            yield ("approvals", position, "date"), each.date, old.date
    if file.original and before.original and file.original.sha256 != before.original.sha256:
        yield ("original", "date"), file.original.date, before.original.date


def _is_kept(date: RocDate, old: RocDate, roc_year: int) -> bool:
    """Whether a date of this year's plan is last year's, or the day was changed and the year forgotten.

    Plans that were made in their own year are so again; a day early in the year before is most likely a slip.
    """
    same_or_earlier = (date.roc_year, date.month, date.day or 0) <= (old.roc_year, old.month, old.day or 0)
    return same_or_earlier or (date.roc_year == roc_year - 1 == old.roc_year and date.month <= 6)


def _kept_years(file: PlanFile, last: _LastYear) -> Iterator[Spot]:
    """Where a text names last year as last year's plan named itself."""
    reworded = 0
    for each in _texts(file):
        if not last.names_itself(each.text):
            continue
        if _without_years(each.text) not in last.texts:
            reworded += 1
            if reworded > _LOOKED_AT:
                continue
        old = last.counterpart(each.text)
        years = [year for year, _ in _years(old)] if old is not None else []
        for position, (year, span) in enumerate(_years(each.text)):
            if last.is_its(year) and position < len(years) and last.is_its(years[position]):
                yield each.spot(span)
                break


def _kept_targets(file: PlanFile, last: _LastYear) -> Iterator[Spot]:
    """Targets that are still to be reached until last year's day."""
    for path, row in _rows(file):
        if row.target is None or row.target.by is None:
            continue
        old = last.rows.get(_without_years(row.text))
        if old and old.target and old.target.by == row.target.by:
            yield (*path, "target", "by"), None


def _check_letters(file: PlanFile, last: _LastYear, roc_year: int) -> Iterator[Finding]:
    """Letters of last year's plan; one that is older stands in the plans of many years."""
    cited = {letter.number: letter for each in _texts(last.file) for letter in _letters(each.text)}
    # All years of a file are often replaced at a stroke, 業字第1148001255號 becomes 業字第1158001255號.
    renamed = {
        f"{roc_year}{number.removeprefix(str(last.roc_year))}": letter
        for number, letter in cited.items()
        if number.startswith(str(last.roc_year)) and len(number) > 7
    }
    kept: list[Spot] = []
    numbers: dict[str, None] = {}
    for each in _texts(file):
        for letter in _letters(each.text):
            old = cited.get(letter.number) or renamed.get(letter.number)
            if old is not None and not _is_lasting(old, last.roc_year):
                kept.append(each.spot(letter.span))
                numbers[f"字第{letter.number}號"] = None
    yield from together("W162", kept, {"numbers": "、".join(numbers)})


def _is_lasting(letter: _Letter, roc_year: int) -> bool:
    """Whether a letter is older than those that a year's plan is made by: from early in the year before, or earlier."""
    if letter.year is None:
        return False
    return letter.year < roc_year - 1 or (
        letter.year == roc_year - 1 and letter.month is not None and letter.month <= 6
    )


def _kept_sic(file: PlanFile, last: _LastYear) -> Iterator[Spot]:
    """What is said to be odd in the source, as it was said last year of the same text."""
    sections = {_without_years(each.heading or each.text or "") for each in last.file.sections if each.sic}
    for position, section in enumerate(file.sections):
        if section.sic and _without_years(section.heading or section.text or "") in sections:
            yield ("sections", position, "sic"), None
        for index, row in enumerate(section.rows):
            old = last.rows.get(_without_years(row.text)) if row.sic else None
            if old is not None and old.sic:
                yield ("sections", position, "rows", index, "sic"), None


def _letters(text: str) -> Iterator[_Letter]:
    for match in _LETTER.finditer(text):
        number = match["number"]
        year = int(match["year"]) if match["year"] else None
        if year is None and len(number) > 7:
            year = int(number[: 3 if number.startswith("1") else 2])
        yield _Letter(number, year, int(match["month"]) if match["month"] else None, match.span("number"))


def _years(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The years that a text names, and where."""
    return ((int(match[1]), match.span(1)) for match in _YEAR.finditer(text))


@lru_cache(maxsize=10_000)  # this year's text is last year's text of the plan that follows
def _without_years(text: str) -> str:
    """A text as it is in every year's plan: without its years, the numbers of letters, and blanks."""
    return "".join(_YEAR.sub("", _LETTER.sub(lambda match: match[0].replace(match["number"], ""), text)).split())


def _texts(file: PlanFile) -> Iterator[_Text]:
    """Headings, paragraphs and rows, but for what is said to be odd in the source itself."""
    for position, section in enumerate(file.sections):
        path: Steps = ("sections", position)
        if not section.sic:
            if section.heading is not None:
                yield _Text((*path, "heading"), 0, section.heading)
            start = 0
            for line in (section.text or "").split("\n"):
                if line.strip():
                    yield _Text((*path, "text"), start, line)
                start += len(line) + 1
        for index, row in enumerate(section.rows):
            if not row.sic:
                yield _Text((*path, "rows", index, row.kind), 0, row.text)
                if row.source is not None:
                    yield _Text((*path, "rows", index, "source"), 0, row.source)
                for tail, text in further_texts(row):
                    yield _Text((*path, "rows", index, *tail), 0, text)
                for name, text in (row.more or {}).items():
                    yield _Text((*path, "rows", index, "more", name), 0, text)


def _rows(file: PlanFile) -> Iterator[tuple[Steps, Row]]:
    for position, section in enumerate(file.sections):
        for index, row in enumerate(section.rows):
            yield ("sections", position, "rows", index), row


def _printed(date: RocDate) -> str:
    """A date as plan.yml has it."""
    return "-".join(f"{part:02}" for part in (date.roc_year, date.month, date.day) if part is not None)
