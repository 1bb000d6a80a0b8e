"""Language editions (語言版本): what a plan, an office, a date and the site itself say in one language.

zh-Hant is the plan as written. Other languages come from the translation memory; what it lacks falls back to
the Chinese and says so by its ``lang``. zh-Hans is zh-Hant in Simplified characters.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from babel.dates import format_date, format_skeleton, get_month_names

from planpress.editions.english_periods import english_period
from planpress.editions.hans import HansConverter, load_converter
from planpress.editions.memory import Memory, load_memory
from planpress.model import (
    Block,
    Columns,
    Figure,
    GovernmentClass,
    Group,
    Measure,
    Note,
    Office,
    Organisation,
    Paragraph,
    Plan,
    Section,
    Table,
    Target,
    Topic,
)
from planpress.model.dates import Period, RocDate, gregorian_year
from planpress.model.explained_word import ExplainedWord
from planpress.model.language import AUTHORITATIVE, EN, Language
from planpress.model.numbering import Number
from planpress.model.service import Service
from planpress.problems.problem import Problem
from planpress.settings import Settings


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the language that it really is in.

    Attributes:
        value: the text.
        lang: its BCP 47 tag; ``zh-Hant`` on an English page when the English is missing.
    """

    value: str
    lang: str


@dataclass(frozen=True)
class Edition:
    """Everything in one language.

    Attributes:
        language: which.
        memory: its translations; empty for Chinese.
        hans: converts the Chinese, for the edition in Simplified characters.
        strict: a missing interface message is a KeyError, for tests; otherwise the Chinese stands in.
    """

    language: Language
    memory: Memory = field(default_factory=Memory)
    hans: HansConverter | None = None
    strict: bool = False

    @property
    def translates(self) -> bool:
        """Whether people translate into its language: it is neither the authoritative one nor converted from it."""
        return self.language != AUTHORITATIVE and not self.language.derived_from

    @property
    def colon(self) -> str:
        """What stands between a name and what it is the name of."""
        return ": " if self.translates else "："

    def text(self, chinese: str, context: str | None = None) -> Text:
        """A text of a plan.

        Args:
            chinese: the text, without its printed number.
            context: id of the office, which may have a translation of its own.
        """
        if self.hans:
            return Text(self.hans.text(chinese), self.language.tag)
        if translation := self.memory.lookup(chinese, context):
            return Text(translation, self.language.tag)
        return Text(chinese, AUTHORITATIVE.tag if is_chinese(chinese) else self.language.tag)

    def period(self, period: Period) -> Text:
        """A period: as translated, else in English composed from its parsed form, else in Chinese."""
        text = self.text(period.text)
        if self.language == EN and text.lang != EN.tag and (composed := english_period(period)):
            return Text(composed, EN.tag)
        return text

    def target(self, target: Target, context: str | None = None) -> Text:
        """What a measure is to reach: 「95%（中華民國114年12月31日前）」; in Chinese where its unit is."""
        unit = self.text(target.unit, context) if target.unit else Text("", self.language.tag)
        if unit.lang != self.language.tag:
            return Edition(AUTHORITATIVE).target(target)
        amount = f"{target.figure}{' ' if unit.value[:1].isascii() and unit.value[:1].isalpha() else ''}{unit.value}"
        if target.by:
            amount = self.gettext("%(amount)s（%(date)s前）") % {"amount": amount, "date": self.date(target.by)}
        return Text(amount, self.language.tag)

    def number(self, number: Number) -> str:
        """A printed number; outside Chinese in Latin letters and figures."""
        if self.hans:
            return self.hans.text(number.printed)
        return number.printed if self.language == AUTHORITATIVE else number.latin

    def department(self, office: Office, name: str) -> Text:
        """Name of a department, given by the name that plans use; a former one without a translation has today's."""
        department = office.department(name)
        if (
            department
            and name in department.formerly
            and (said := self.text(name, office.id)).lang == self.language.tag
        ):
            return said
        return self._name(name, department.en if department else None, office.id)

    def office_name(self, office: Office) -> Text:
        """Name of an office."""
        return self._name(office.name, office.en, office.id)

    def topic_name(self, topic: Topic) -> Text:
        """Name of a topic."""
        return self._name(topic.name, topic.en)

    def topic_text(self, topic: Topic) -> Text:
        """What a topic is about."""
        return self._name(topic.text, topic.text_en)

    def word_name(self, word: ExplainedWord) -> Text:
        """A word that is explained."""
        return self._name(word.name, word.en)

    def word_text(self, word: ExplainedWord) -> Text:
        """What it means."""
        return self._name(word.text, word.text_en)

    def service_name(self, service: Service) -> Text:
        """Name of a service on the web."""
        return self._name(service.name, service.en)

    def class_name(self, each: GovernmentClass) -> Text | None:
        """What a class of 政府資訊分類檢索 is called, where that is known."""
        return self._name(each.name, each.en) if each.name else None

    def organisation_name(self, organisation: Organisation) -> Text:
        """Full name of an organisation."""
        return self._name(organisation.name, organisation.en)

    def site_name(self, names: Mapping[str, str]) -> Text:
        """A name from the site's settings, given by language tag; zh-Hant stands in where there is none."""
        own = names.get(self.language.tag)
        return self.text(names[AUTHORITATIVE.tag]) if own is None else Text(own, self.language.tag)

    def year(self, roc_year: int, until: int | None = None) -> str:
        """A plan's year in both calendars: 「114年度（2025）」, ``2025 (ROC year 114)``; of several all."""
        years = {"roc_year": str(roc_year), "year": str(gregorian_year(roc_year))}
        if until is not None:
            years = {"roc_year": f"{roc_year}-{until}", "year": f"{years['year']}-{gregorian_year(until)}"}
        return self.gettext("%(roc_year)s年度（%(year)s）") % years

    def date(self, date: RocDate) -> str:
        """A date, to the month where no more is known: 「中華民國114年1月14日」, ``14 January 2025``."""
        if self.language == AUTHORITATIVE or self.hans:
            words = f"中華民國{_chinese(date)}"
            return self.hans.text(words) if self.hans else words
        locale = _BABEL_LOCALES.get(self.language.tag, self.language.tag.replace("-", "_"))
        if date.day is None:
            return format_skeleton("yMMMM", date.first_day, locale=locale)
        return format_date(date.first_day, "long", locale=locale)

    def dates(self, first: RocDate | None, last: RocDate | None) -> str:
        """From when to when, as far as that is known: 「中華民國114年10月1日至31日」."""
        if not (first and last) or first == last:
            return "".join(self.date(date) for date in (first or last,) if date)
        is_chinese = self.language == AUTHORITATIVE or self.hans
        end = _chinese(last, first) if is_chinese else self.date(last)
        return self.date(first) + self.gettext("至") + end

    def month(self, month: int) -> str:
        """A month of any year: 「5月」, ``May``."""
        if self.language == AUTHORITATIVE or self.hans:
            return f"{month}月"
        locale = _BABEL_LOCALES.get(self.language.tag, self.language.tag.replace("-", "_"))
        return str(get_month_names("wide", "stand-alone", locale=locale)[month])

    def gettext(self, message: str) -> str:
        """What the site says, by its Chinese wording.

        Raises:
            KeyError: it is not translated, in a strict edition.
        """
        return self._message(message, self.memory.message(message))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The same with a number. Chinese has no plural, so that both wordings are usually one.

        Raises:
            KeyError: it is not translated, in a strict edition.
        """
        chinese = singular if number == 1 else plural
        return self._message(chinese, self.memory.plural_message(singular, number))

    def _message(self, chinese: str, translation: str | None) -> str:
        if self.hans:
            return self.hans.text(chinese)
        if translation is not None:
            return translation
        if self.strict and self.language != AUTHORITATIVE:
            raise KeyError(chinese)
        return chinese

    def _name(self, name: str, en: str | None, context: str | None = None) -> Text:
        return Text(en, EN.tag) if en and self.language == EN else self.text(name, context)


def load_editions(settings: Settings) -> tuple[dict[str, Edition], tuple[Problem, ...]]:
    """The editions of a site by their tags, and what is wrong in the files that they come from."""
    editions: dict[str, Edition] = {}
    problems: list[Problem] = []
    for language in settings.languages:
        if language == AUTHORITATIVE:
            editions[language.tag] = Edition(language)
            continue
        if language.derived_from:
            hans, found = load_converter(settings.root, settings.locales_dir)
            editions[language.tag] = Edition(language, hans=hans)
        else:
            memory, found = load_memory(settings.root, settings.locales_dir, language.tag, settings.house)
            editions[language.tag] = Edition(language, memory)
        problems.extend(found)
    return editions, tuple(problems)


def plan_texts(plan: Plan) -> Iterator[str]:
    """Every text of a plan that is to be translated, in reading order, repetitions included.

    Periods and names of departments are not among them: they are terms.
    """
    yield plan.title
    yield from _column_texts(plan.columns)
    for shortcut in plan.shortcuts:
        yield shortcut.text
    for section in plan.sections:
        yield from _section_texts(section)
    yield from plan.transcription_notes
    yield from _decision_texts(plan)


def _decision_texts(plan: Plan) -> Iterator[str]:
    revised = plan.revision
    yield from (each.by for each in plan.approvals if each.by)
    if plan.publication.withdrawn:
        yield plan.publication.withdrawn.reason
    if revised:
        yield from (each for each in (revised.note, *(each.by for each in revised.approvals)) if each)
    yield from (text for each in plan.deadlines if each.is_public for text in (each.to, each.within) if text)
    for supplement in plan.supplements:
        yield from (each for each in (supplement.title, *supplement.paragraphs, supplement.note) if each)
    yield from (each.note for each in plan.corrections if each.note)


def _section_texts(section: Section) -> Iterator[str]:
    if section.heading is not None:
        yield section.heading
    yield from _paragraph_texts(section.paragraphs)
    if section.columns:
        yield from _column_texts(section.columns)
    for _, row in section.rows():
        match row:
            case Group():
                yield row.name
                yield from row.intro
            case Measure():
                for measure in row.everyone:
                    yield from _measure_texts(measure)
            case _:
                yield from filter(is_chinese, block_texts(row))


def _column_texts(columns: Columns) -> Iterator[str]:
    """The names of columns that are a plan's own; the usual ones are terms."""
    if columns.target is not None:
        yield columns.target
    yield from columns.more


def block_texts(block: Block) -> Iterator[str]:
    """Every text of a table, a figure or a note, in the order in which it is read; cells without words included."""
    match block:
        case Table():
            yield block.caption
            yield from chain(block.head, *block.body)
        case Figure():
            yield block.alt
            if block.caption is not None:
                yield block.caption
        case Note():
            yield block.text


def _paragraph_texts(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph.text
        yield from _paragraph_texts(paragraph.paragraphs)


def _measure_texts(measure: Measure) -> Iterator[str]:
    yield measure.text
    if measure.target and measure.target.unit:
        yield measure.target.unit
    yield from filter(is_chinese, (column.text for column in measure.more))
    if measure.source is not None:
        yield measure.source
    if measure.unsure is not None:
        yield measure.unsure


_CHINESE: Final = re.compile("[\u3100-\u312f\u31a0-\u31bf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Bopomofo and Han characters."""


def _chinese(date: RocDate, after: RocDate | None = None) -> str:
    """A date without the era; behind another without what both have, too."""
    day = "" if date.day is None else f"{date.day}日"
    if after is None or after.roc_year != date.roc_year:
        return f"{date.roc_year}年{date.month}月{day}"
    return day if after.month == date.month and day and after.day else f"{date.month}月{day}"


_BABEL_LOCALES: Final = {EN.tag: "en_GB"}
"""Where the dates of a language are those of one country: 14 January, not January 14."""


def is_chinese(text: str) -> bool:
    """Whether there is anything in a text to translate from Chinese."""
    return _CHINESE.search(text) is not None
