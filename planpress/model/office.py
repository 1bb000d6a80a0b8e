"""Offices (機關), the organisations they belong to, and their departments (部門)."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final

from pydantic import model_validator

from planpress.model.base import Frozen
from planpress.model.classification import Classification
from planpress.model.column_role import ColumnRole
from planpress.model.dates import RocDate
from planpress.model.decisions import ApprovalKind
from planpress.model.grading import Grading
from planpress.model.review import UpdateRule

_COMPANY: Final = re.compile(r"(?<=..)(?:股份有限公司|公司)$|(?<=..)[ ,]+(?:Company|Corporation|Co\.?|Corp\.?)$")
"""What names of enterprises end with, and people leave out."""


class Fact(Frozen):
    """Something known of how to reach somebody, who says so, and when that was looked up."""

    value: str
    source: str | None = None
    """Where it stands: the address of a page, or a document by its name."""
    noted: RocDate | None = None
    """The day on which the source was read."""
    unverified: bool = False
    """Nobody could open or try it yet: pages leave it out."""

    @model_validator(mode="before")
    @classmethod
    def _alone(cls, data: Any) -> Any:
        """A value that stands alone is one without a source."""
        return (
            data if isinstance(data, dict | Fact) or data == "" else {cls.model_fields["value"].alias or "value": data}
        )


class ParticipationKind(StrEnum):
    """A way to take part on the web (電子參與), by the words of the plans."""

    MAILBOX = "信箱"
    BOARD = "留言版"
    QUESTIONNAIRE = "問卷"
    VOTE = "投票"
    COMMUNITY = "社群"


class Participation(Fact):
    """A place on the web where people can take part; its value is its address, or a mailbox."""

    kind: ParticipationKind
    name: str
    """What it is called: 處長信箱."""


class Department(Frozen):
    """A unit of an office that answers for measures (承辦部門, 承辦單位)."""

    name: str
    """Its name as the plans write it: 業務組."""
    en: str | None = None
    """Its English name, a working translation unless the office says otherwise."""
    collective: bool = False
    """Stands for all units (各部門, 各單位, 各所): whoever looks for one unit also wants these."""
    stands_for: tuple[str, ...] = ()
    """Names of the departments that it stands for: those from first to last where it is 第一組至第七組."""
    formerly: tuple[str, ...] = ()
    """What earlier plans call it."""
    since: int | None = None
    """The first 民國 year in which it is called so, if it was not always."""
    until: int | None = None
    """The last one, if it is no longer there."""
    telephone: Fact | None = None
    """Its own number, if it has one for the public."""

    @property
    def names(self) -> tuple[str, ...]:
        """Today's name, and those that it had."""
        return (self.name, *self.formerly)


def meant_by(names: Iterable[str], departments: Iterable[Department]) -> tuple[str, ...]:
    """The departments that some stand for, and those that these stand for, each once and without the names themselves.

    >>> meant_by(["各分局"], [Department(name="各分局", stands_for=("第一分局", "第二分局"))])
    ('第一分局', '第二分局')
    """
    stands_for = {name: each.stands_for for each in departments if each.stands_for for name in each.names}
    known = dict.fromkeys(names)
    found: list[str] = []
    waiting = list(known) if stands_for else []
    for name in waiting:  # which grows meanwhile
        new = [each for each in stands_for.get(name, ()) if each not in known]
        known |= dict.fromkeys(new)
        waiting += new
        found += new
    return tuple(found)


class Contact(Frozen):
    """How to reach an office. Only what a source gives; nothing is ever made up."""

    hotline: Fact | None = None
    """Customer hotline (客服專線)."""
    telephone: Fact | None = None
    hours: Fact | None = None
    """When somebody answers or is there (服務時間)."""
    address: Fact | None = None
    email: Fact | None = None
    """The office's own mailbox."""
    website: Fact | None = None
    """http(s) address of the office's own site."""

    def known(self) -> Iterator[tuple[str, Fact]]:
        """What may be shown, each with its name here, in the order of pages: all that is not unverified."""
        for name in Contact.model_fields:
            fact: Fact | None = getattr(self, name)
            if fact is not None and not fact.unverified:
                yield name, fact


class Organisation(Frozen):
    """The enterprise that offices belong to (台灣電力公司)."""

    id: str
    name: str
    short_name: str | None = None
    en: str | None = None
    short_en: str | None = None
    accent: str = "#1d4f91"
    """Its colour on the page; contrast with white and with the page is checked."""
    accent_dark: str = "#8ab4f8"
    """The same on a dark page."""
    approvals: tuple[ApprovalKind, ...] = ()
    """What the plans of its offices need before they are published."""
    hotline: Fact | None = None
    """Customer hotline of all its offices, where they have none of their own."""
    gradings: tuple[Grading, ...] = ()
    """Its schemes of grades (等第)."""

    @property
    def own_words(self) -> tuple[str, ...]:
        """What people call it and no other, also for short, and the hotline that they dial.

        >>> Organisation(id="twc", name="台灣自來水公司", short_name="台水公司", hotline=Fact(value="1910")).own_words
        ('台灣自來水', '台水', '1910')
        """
        names = (_COMPANY.sub("", each) for each in (self.name, self.short_name, self.en, self.short_en) if each)
        return tuple(dict.fromkeys([*names, *([self.hotline.value] if self.hotline else [])]))


class Office(Frozen):
    """A public office that publishes plans (區營業處, 區管理處)."""

    id: str
    """Its folder, and its place in every address: ``kinmen``."""
    name: str
    en: str | None = None
    organisation: Organisation
    departments: tuple[Department, ...] = ()
    """Every unit that its plans name, in the office's order."""
    contact: Contact = Contact()
    public_numbers: tuple[str, ...] = ()
    """What looks personal in its plans (a mobile number) and is official."""
    document_columns: tuple[tuple[str, ColumnRole], ...] = ()
    """Names of columns of its own documents, each with what it holds, where the name does not say it."""
    classification: Classification = Classification()
    """The classes of 政府資訊分類檢索 that its pages belong to."""
    review: str | None = None
    """How often its contents are looked through, in its own words: 每月; None where it does not say."""
    update_rule: UpdateRule | None = None
    """Its rule on that, if it has one."""
    participation: tuple[Participation, ...] = ()
    """Where people can take part on the web, in the office's order."""

    def reviewed(self, every: str | None) -> "Office":
        """The same with a rhythm of reviews, unless it has its own."""
        return self if self.review or not every else self.model_copy(update={"review": every})

    def department(self, name: str) -> Department | None:
        """The department that has this name, or had it, if the office has it."""
        return next((department for department in self.departments if name in department.names), None)
