"""office.yml and organisations.yml, key by key: who the offices are."""

from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from planpress.model.base import Frozen
from planpress.model.classification import Classification, GovernmentClass
from planpress.model.column_role import ColumnRole
from planpress.model.decisions import ApprovalKind
from planpress.model.grading import Grade, Grading
from planpress.model.office import Contact, Department, Fact, Participation, ParticipationKind
from planpress.model.review import UpdateRule
from planpress.source.values.scalars import (
    Amount,
    ClassCode,
    Colour,
    Id,
    IdOfOther,
    Line,
    RocDateText,
    RocYear,
    Text,
    YesNo,
)


class FactEntry(Fact):
    """Something known of how to reach somebody: {is: "1911", source: …, noted: 114-11-25}, or the value alone."""

    value: Line = Field(alias="is")
    """The number, address or text itself."""
    source: Line | None = None
    """Where it stands: the address of a page, or a document by its name."""
    noted: RocDateText | None = None
    """The day on which the source was read: 114-11-25."""
    unverified: YesNo = False
    """Nobody could open or try it yet; pages leave it out: true."""


class DepartmentEntry(Department):
    """A unit of the office, as the plans name it."""

    name: Line
    """Its name: 業務組."""
    en: Line | None = None
    """Its English name (a working translation)."""
    collective: YesNo = False
    """Stands for all units: 各部門, 各單位, 各所."""
    stands_for: tuple[Line, ...] = ()
    """The departments that it stands for, by their names: of 第一組至第七組 each of the seven."""
    formerly: tuple[Line, ...] = ()
    """What earlier plans call it: [業務課]. They are found under today's name and keep their own words."""
    since: RocYear | None = Field(None, alias="from")
    """The first year of a plan that may call it so, when it was not always there: 110."""
    until: RocYear | None = None
    """The last such year, when it is no longer there: 112."""
    telephone: FactEntry | None = None
    """Its telephone number for the public, only where it has one."""


class ParticipationEntry(FactEntry, Participation):
    """A place on the web where people can take part (電子參與)."""

    kind: ParticipationKind
    """信箱, 留言版, 問卷, 投票 or 社群."""
    name: Line
    """What it is called: 處長信箱."""


class ContactEntry(Contact):
    """How to reach the office; only what a source gives."""

    hotline: FactEntry | None = None
    """Customer hotline (客服專線): "1910"."""
    telephone: FactEntry | None = None
    """Telephone number of the office."""
    hours: FactEntry | None = None
    """When somebody answers or is there (服務時間)."""
    address: FactEntry | None = None
    """Postal address of the office."""
    email: FactEntry | None = None
    """The office's own mailbox, never a private one."""
    website: FactEntry | None = None
    """Address of the office's own site: https://…"""


class PublicNumberEntry(Frozen):
    """A number or mailbox that looks personal and is official."""

    text: Text
    """The number or mailbox, in any spelling: 0912-345-678."""
    why: Text
    """Why it may be public: the mobile of whoever is on duty (值班公務手機)."""


class GovernmentClassEntry(GovernmentClass):
    """A class of 政府資訊分類檢索."""

    code: ClassCode
    """Its code, three figures or capital letters: I00."""
    name: Line | None = None
    """What it is called, where you know; the outermost classes of services have their names already."""
    en: Line | None = None
    """The same in English (a working translation)."""


class ClassificationEntry(Classification):
    """The classes of 政府資訊分類檢索 that the office's pages belong to."""

    themes: tuple[GovernmentClassEntry, ...] = ()
    """主題分類, in the metadata of the pages Category.Theme."""
    policies: tuple[GovernmentClassEntry, ...] = ()
    """施政分類, in the metadata Category.Cake."""
    services: tuple[GovernmentClassEntry, ...] = ()
    """服務分類, in the metadata Category.Service."""


class UpdateRuleEntry(UpdateRule):
    """The office's own rule on keeping its pages up to date (定期更新要點、標準作業程序)."""

    name: Line
    """Its title: 對外網頁資料定期更新要點."""
    number: Line | None = None
    """Number of the letter that made it known."""
    date: RocDateText | None = None
    """The day from which it holds, or of that letter: 114-03-01."""
    address: Line | None = None
    """Where it can be read: https://…"""


class OfficeFile(Frozen):
    """office.yml: who an office is."""

    name: Line
    """Name of the office: 金門區營業處."""
    en: Line | None = None
    """Its English name (a working translation)."""
    organisation: IdOfOther
    """Key of its organisation in organisations.yml."""
    departments: Annotated[tuple[DepartmentEntry, ...], Field(min_length=1)]
    """Every unit that the office's plans name."""
    contact: ContactEntry = ContactEntry()
    """How to reach the office; only what is known."""
    public_numbers: tuple[PublicNumberEntry, ...] = ()
    """Mobile numbers, mailboxes and the like that look personal and are official: nobody is warned of them."""
    document_columns: dict[Line, ColumnRole] | None = None
    """What the columns of the office's own documents hold, for build.py import: {負責窗口: who, 推動內容: measure}."""
    classification: ClassificationEntry = ClassificationEntry()
    """The classes of 政府資訊分類檢索 that the office has been given or has chosen; left out where there are none."""
    review: Line | None = None
    """How often somebody looks through the contents (定期檢視): 每月, 每季, 每半年; left out where no rule says it."""
    update_rule: UpdateRuleEntry | None = None
    """The office's own rule on keeping its pages up to date; left out where it has given none."""
    participation: tuple[ParticipationEntry, ...] = ()
    """Where people can take part on the web; only what is there."""


class GradeEntry(Grade):
    """A grade and the score from which it is given: {grade: 優等, from: 900}."""

    grade: Line
    """What it is called: 優等."""
    least: Amount = Field(alias="from")
    """The lowest score that it is given for; of the last grade 0."""


class GradingEntry(Grading):
    """A scheme of grades (等第)."""

    id: Id
    """What assessments call it by: yearly."""
    maximum: Amount
    """The highest score that can be reached: 1000."""
    grades: Annotated[tuple[GradeEntry, ...], Field(min_length=1)]
    """Its grades, from the highest to the lowest."""


class OrganisationEntry(Frozen):
    """One organisation in organisations.yml."""

    name: Line
    """Full name: 台灣電力公司."""
    short_name: Line | None = None
    """What people call it: 台電公司."""
    en: Line | None = None
    """English name."""
    short_en: Line | None = None
    """Short English name: Taipower."""
    accent: Colour = "#1d4f91"
    """Accent colour on a light page; at least 4.5:1 against white."""
    accent_dark: Colour = "#8ab4f8"
    """Accent colour on a dark page; at least 4.5:1 against the dark background."""
    approvals: tuple[ApprovalKind, ...] = ()
    """What a plan of its offices needs before it is published: [審定, 備查]."""
    hotline: FactEntry | None = None
    """Customer hotline (客服專線) of its offices that have none of their own: "1911"."""
    gradings: tuple[GradingEntry, ...] = ()
    """Its schemes of grades (等第)."""


class OrganisationsFile(RootModel[dict[Id, OrganisationEntry]]):
    """organisations.yml: the organisations that offices belong to, by their keys."""

    model_config = ConfigDict(frozen=True, json_schema_extra={"additionalProperties": False})
