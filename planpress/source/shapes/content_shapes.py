"""What editors write in ``content/``, key by key: heads of pages, topics, services, synonyms, glossary, redirects."""

from typing import Annotated, Literal

from pydantic import Field

from planpress.model.base import Frozen
from planpress.model.conformance import Conformance, ReviewedCode
from planpress.model.explained_word import ExplainedWord
from planpress.model.service import Service
from planpress.model.topic import Topic
from planpress.model.vocabulary import Synonym
from planpress.source.values.scalars import Id, IdOfOther, Line, RocDateText, RocDayText, Text


class EditorialFile(Frozen):
    """What stands above the text of a Markdown page, between two lines of ``---``."""

    title: Text | None = None
    """Title of the page; without it, the first heading."""
    description: Text | None = None
    """What the page is about, in a sentence or two, for search engines."""


class TopicEntry(Topic):
    """One topic: a stored question to every plan."""

    id: Id
    """Its place in the address: e-billing."""
    name: Line
    """Its Chinese name: 電子帳單."""
    en: Line
    """Its English name."""
    text: Line
    """What it is about, in Chinese, in a sentence or two."""
    text_en: Line
    """The same in English."""
    words: Annotated[tuple[Line, ...], Field(min_length=1)]
    """A measure belongs to the topic when its text has any of these words: [電子帳單, 電子收據]."""
    departments: tuple[Line, ...] = ()
    """Only measures of these departments."""
    groups: tuple[Line, ...] = ()
    """Only measures below headings of these names, without their numbers."""


class TopicsFile(Frozen):
    """topics.yml: what measures of many plans have in common."""

    topics: tuple[TopicEntry, ...]
    """The topics in the order of the pages."""


class ServiceEntry(Service):
    """A service on the web beside a topic. Pages show it once somebody has seen it there."""

    topic: IdOfOther
    """Id of the topic whose page shows it."""
    organisation: IdOfOther
    """Id of the organisation that offers it."""
    name: Line
    """What it is called in Chinese: 申辦電子帳單."""
    en: Line
    """The same in English."""
    url: Line
    """Its address: https://…"""
    source: Line
    """Where the address stands: a letter, a page of the organisation's."""
    seen: RocDateText | None = None
    """The day on which somebody last opened the address and found the service: 114-11-25."""


class ServicesFile(Frozen):
    """services.yml: services on the web beside topics."""

    services: tuple[ServiceEntry, ...]
    """The services, in the order of the pages."""


class SynonymEntry(Synonym):
    """What people call what plans call otherwise. Without finds, the words find one another."""

    words: tuple[Line, ...] = ()
    """What people call it, in Chinese: [斷電, 跳電]."""
    finds: tuple[Line, ...] = ()
    """What plans call it: [停電]. Left out where the words are to find one another."""
    words_en: tuple[Line, ...] = ()
    """What people call it, in English: [blackout, power cut]."""
    finds_en: tuple[Line, ...] = ()
    """What the translations call it: [outage]."""


class SynonymsFile(Frozen):
    """synonyms.yml: how people ask, for the search."""

    filler: tuple[Line, ...] = ()
    """Words of questions that say nothing: [怎麼, 可以]."""
    filler_en: tuple[Line, ...] = ()
    """The same in English: [how do i]."""
    common: tuple[Line, ...] = ()
    """Chinese words that everybody knows, for 是不是要找 to suggest where a plan has them: [服務, 用戶]."""
    synonyms: tuple[SynonymEntry, ...] = ()
    """What people call what plans call otherwise."""


class WordEntry(ExplainedWord):
    """A word of plans that not everybody knows. Only what is generally known, never what an office promises."""

    id: Id
    """Its place on the page of words: ami."""
    name: Line
    """As plans write it: AMI."""
    en: Line | None = None
    """The same in English, where it is another: single window."""
    also: tuple[Line, ...] = ()
    """What plans call it too: [智慧電表, 智慧型電表]."""
    full: Line | None = None
    """What its letters stand for: Advanced Metering Infrastructure."""
    text: Line
    """What it means, in Chinese, in a sentence or two."""
    text_en: Line
    """The same in English."""
    source: Line | None = None
    """Where that can be read: the address of a page, or a document by its name."""


class GlossaryFile(Frozen):
    """glossary.yml: words of plans, explained."""

    words: tuple[WordEntry, ...]
    """The words, in any order."""


class RedirectEntry(Frozen):
    """What was moved or merged: an old address, and where readers are led instead."""

    old: Line = Field(alias="from")
    """The old address below the site's own, without language: kinmen, kinmen/114; of a department its name: 服務課."""
    new: Line = Field(alias="to")
    """Where that is now, in the same way; / is the home page."""
    date: RocDayText
    """From which day on: 114-07-01."""
    reason: Line
    """Why, in Chinese, in a sentence: 金門區營業處併入澎湖區營業處。"""
    reason_en: Line | None = None
    """The same in English."""


class RedirectsFile(Frozen):
    """redirects.yml: addresses of what was moved or merged."""

    redirects: tuple[RedirectEntry, ...]
    """The old addresses, in any order."""


class ReviewedCodeEntry(ReviewedCode):
    """What a person found of a check code. Codes that nobody has tested are left out."""

    code: Line
    """The check code: GN1240100E."""
    result: Literal[Conformance.PASSED, Conformance.FAILED, Conformance.NOT_APPLICABLE]
    """合格, 不合格 or 不適用."""
    date: RocDayText
    """The day on which it was tested: 115-11-20."""
    unit: Line
    """The unit that tested it, never a person: 資訊組."""
    remark: Line | None = None
    """What was found, and on which page."""


class AccessibilityFile(Frozen):
    """accessibility.yml: what people found of the check codes of 網站無障礙規範."""

    reviewed: tuple[ReviewedCodeEntry, ...] = ()
    """One entry for each code that was tested."""
