"""Entries: what one page contributes to the search in one language, each text with its place and what is known of it.

Those of a plan depend on nothing but the plan, so that an edit makes one plan's anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple, Self

from planpress.editions.edition import Edition, Text, block_texts
from planpress.editions.folding import composed
from planpress.editions.said_plan import SaidPlan
from planpress.model import Block, Branch, Group, Measure, Paragraph, Table
from planpress.model.office import meant_by
from planpress.model.plan import anchored


class TextKind(StrEnum):
    """What kind of content a text is, in the order in which equally good results stand.

    The letter stands for it in the index, the name in an address: ``kind:heading``.
    """

    PLAN = "p"
    """Title of a plan."""
    OFFICE = "o"
    """Name of an office."""
    HEADING = "h"
    """Section, group, or heading of an editorial page."""
    MEASURE = "m"
    """A measure or an item of one."""
    PAGE = "w"
    """Title of any other page."""
    RESULT = "r"
    """What became of a measure, and what people said in a survey."""
    TEXT = "t"
    """Any other text: paragraphs, introductions."""
    FILE = "f"
    """A document for download."""
    NOTE = "n"
    """What the transcription says of the source."""

    @property
    def slug(self) -> str:
        """What it is called in an address."""
        return self.name.lower()


class Found(NamedTuple):
    """A text and its place.

    Attributes:
        text: in the language of the index; Chinese where it is not translated.
        anchor: id on the page, empty for the page itself; of a document its path from the site's root.
        kind: what it is, in capitals where it is not translated.
        group: Chinese name of the outermost group that it stands under, or empty.
        departments: Chinese names of today of all that have a part in it.
        period: the words of its period, or empty.
        period_kind: what kind of period that is, or empty.
        size: kilobytes of a document.
        number: what its measure is called by the printed numbers: 一(三)1; or empty.
    """

    text: str
    anchor: str
    kind: str
    group: str = ""
    departments: tuple[str, ...] = ()
    period: str = ""
    period_kind: str = ""
    size: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class PageEntries:
    """All that a page contributes in one language.

    Attributes:
        entries: in the order of the page.
        groups: names of its outermost groups in this language, by their Chinese names.
        departments: names of its departments, likewise.
        collective: Chinese names of the departments that stand for all.
        stands_for: those that some others stand for, likewise.
        former: what else finds a department, by its Chinese name: what it was called, in either language.
    """

    entries: tuple[Found, ...]
    groups: Mapping[str, str] = field(default_factory=dict)
    departments: Mapping[str, str] = field(default_factory=dict)
    collective: tuple[str, ...] = ()
    stands_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_entries(self, further: tuple[Found, ...]) -> Self:
        """The same with further entries after its own."""
        return replace(self, entries=(*self.entries, *further))

    def worded(self, words: Mapping[str, str]) -> Self:
        """The same in other words: every text, period and name as the mapping has it."""
        entries = tuple(
            Found(
                words[each.text], each.anchor, each.kind, each.group, each.departments,
                words[each.period], each.period_kind, each.size, words[each.number],
            )
            for each in self.entries
        )  # fmt: skip
        groups = {name: words[own] for name, own in self.groups.items()}
        departments = {name: words[own] for name, own in self.departments.items()}
        former = {name: tuple(words[each] for each in names) for name, names in self.former.items()}
        return replace(self, entries=entries, groups=groups, departments=departments, former=former)

    def words(self) -> Iterator[str]:
        """All that :meth:`worded` asks for."""
        for each in self.entries:
            yield each.text
            yield each.period
            yield each.number
        yield from self.groups.values()
        yield from self.departments.values()
        for names in self.former.values():
            yield from names

    def record(self) -> dict[str, Any]:
        """As JSON, for the object store."""
        return {
            "entries": self.entries,
            "groups": self.groups,
            "departments": self.departments,
            "collective": self.collective,
            "stands_for": self.stands_for,
            "former": self.former,
        }

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Self:
        """Back from JSON."""
        entries = tuple(
            Found(text, anchor, kind, group, tuple(departments), *rest)
            for text, anchor, kind, group, departments, *rest in record["entries"]
        )
        stands_for = {name: tuple(others) for name, others in record["stands_for"].items()}
        former = {name: tuple(names) for name, names in record["former"].items()}
        return cls(entries, record["groups"], record["departments"], tuple(record["collective"]), stands_for, former)


def entry(text: Text, anchor: str, kind: TextKind, edition: Edition, **known: Any) -> Found:
    """An entry for a text that may not be translated."""
    letter = kind if text.lang == edition.language.tag else kind.upper()
    return Found(composed(text.value), anchor, letter, **known)


def plan_entries(said: SaidPlan) -> PageEntries:
    """What a plan contributes in one language."""
    office = said.office
    reading = _Reading(said)
    reading.read()
    return PageEntries(
        tuple(reading.entries),
        reading.groups,
        reading.departments,
        tuple(each.name for each in office.departments if each.collective and each.name in reading.departments),
        {
            each.name: meant_by([each.name], office.departments)
            for each in office.departments
            if each.stands_for and each.name in reading.departments
        },
        {
            each.name: tuple(dict.fromkeys((*each.formerly, *(said.department(name).value for name in each.formerly))))
            for each in office.departments
            if each.formerly and each.name in reading.departments
        },
    )


class _Reading:
    """One plan read in one language from top to bottom, and what was found so far."""

    def __init__(self, said: SaidPlan) -> None:
        self.said = said
        self.plan = said.plan
        self.office = said.office
        self.edition = said.edition
        self.entries: list[Found] = []
        self.groups: dict[str, str] = {}
        self.departments: dict[str, str] = {}

    def read(self) -> None:
        self.add(self.plan.title, "", TextKind.PLAN)
        for section in self.plan.sections:
            if section.heading is not None:
                self.add(section.heading, section.id, TextKind.HEADING)
            self.paragraphs(section.paragraphs, section.id)
            for path, row, anchor in anchored(section.rows()):
                self.row(path, row, anchor)
        for note in self.plan.transcription_notes:
            self.add(note, "transcription-notes", TextKind.NOTE)
        if self.plan.revision and self.plan.revision.note:
            self.add(self.plan.revision.note, "", TextKind.NOTE)
        for supplement in self.plan.supplements:
            self.add(supplement.title, "supplements", TextKind.HEADING)
            for text in (*supplement.paragraphs, *([supplement.note] if supplement.note else [])):
                self.add(text, "supplements", TextKind.TEXT)

    def paragraphs(self, paragraphs: Iterable[Paragraph], anchor: str) -> None:
        for paragraph in paragraphs:
            self.add(paragraph.text, anchor, TextKind.TEXT)
            self.paragraphs(paragraph.paragraphs, anchor)

    def row(self, path: tuple[Branch, ...], row: Group | Measure | Block, anchor: str) -> None:
        top = next((group.name for group in (*path, row) if isinstance(group, Group)), "")
        if isinstance(row, Measure):
            self.measure(row, top)
            return
        if not isinstance(row, Group):
            self.block(row, anchor, top)
            return
        if top not in self.groups:
            self.groups[top] = self.said.text(top).value
        self.add(row.name, row.id, TextKind.HEADING, top)
        for text in row.intro:
            self.add(text, row.id, TextKind.TEXT, top)

    def block(self, block: Block, anchor: str, group: str) -> None:
        """A table is found row by row, anything else text by text."""
        lines = (block.head, *block.body) if isinstance(block, Table) else ()
        alone = (block.caption,) if isinstance(block, Table) else block_texts(block)
        for words in alone:
            self.add(words, anchor, TextKind.TEXT, group)
        for line in lines:
            cells = [self.said.text(cell) for cell in line if cell]
            foreign = next((cell.lang for cell in cells if cell.lang != self.edition.language.tag), None)
            text = Text(" ".join(cell.value for cell in cells), foreign or self.edition.language.tag)
            if text.value:
                self.entries.append(entry(text, anchor, TextKind.TEXT, self.edition, group=group))

    def measure(self, measure: Measure, group: str, whole: Measure | None = None) -> None:
        """A measure and its items; an item without departments or period shares those of its measure."""
        number = self.said.names[(whole or measure).id]
        departments = self.plan.today(measure.named or (whole.named if whole else ()))
        period = measure.period or (whole.period if whole else None)
        for name in (*departments, *meant_by(departments, self.office.departments)):
            if name not in self.departments:
                self.departments[name] = self.said.department(name).value
        self.add(
            measure.text,
            measure.id,
            TextKind.MEASURE,
            group,
            departments,
            self.said.period(period).value if period else "",
            period.kind if period else "",
            number,
        )
        for column in measure.more:
            label, said = (self.said.text(each) for each in (column.name, column.text))
            text = Text(f"{label.value}{self.edition.colon}{said.value}", said.lang)
            known = {"group": group, "departments": departments}
            self.entries.append(entry(text, measure.id, TextKind.TEXT, self.edition, **known))
        if measure.unsure:
            self.add(measure.unsure, measure.id, TextKind.NOTE, group, departments, number=number)
        for item in measure.items:
            self.measure(item, group, whole or measure)

    def add(
        self,
        text: str,
        anchor: str,
        kind: TextKind,
        group: str = "",
        departments: tuple[str, ...] = (),
        period: str = "",
        period_kind: str = "",
        number: str = "",
    ) -> None:
        said = self.said.text(text)
        self.entries.append(
            entry(
                said, anchor, kind, self.edition,
                group=group, departments=departments, period=period, period_kind=period_kind, number=number,
            )
        )  # fmt: skip
