"""Results in the words of a language: kinds, statuses, periods, and what was promised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from planpress.editions.edition import Edition, Text
from planpress.editions.naming import measure_names
from planpress.model import Block, Group, Measure, Office, Plan
from planpress.model.assessment import Assessment, AssessmentKind, ResultStatus
from planpress.model.dates import gregorian_year
from planpress.model.decisions import Revision
from planpress.model.numbering import Number


def kind_name(edition: Edition, kind: AssessmentKind) -> str:
    """Who assessed, and how."""
    _ = edition.gettext
    return {
        AssessmentKind.OWN: _("自行考核"),
        AssessmentKind.SUPERIOR: _("上級考核"),
        AssessmentKind.TELEPHONE: _("電話測試"),
        AssessmentKind.VISIT: _("實地考核"),
    }[kind]


def status_name(edition: Edition, status: ResultStatus) -> str:
    """What became of a measure."""
    _ = edition.gettext
    return {
        ResultStatus.DONE: _("完成"),
        ResultStatus.UNDER_WAY: _("辦理中"),
        ResultStatus.NOT_YET: _("尚未辦理"),
        ResultStatus.CHANGED: _("變更"),
        ResultStatus.STOPPED: _("停辦"),
        ResultStatus.AS_PLANNED: _("依計畫辦理"),
    }[status]


def statuses_text(edition: Edition, statuses: Mapping[ResultStatus, int]) -> str:
    """How many rows are how far: 完成2項、辦理中3項."""
    _ = edition.gettext
    parts = (
        _("%(status)s%(count)s項") % {"status": status_name(edition, status), "count": count}
        for status, count in statuses.items()
    )
    return _("、").join(parts)


def series_text(edition: Edition, points: Iterable[tuple[str, Decimal]]) -> str:
    """Values over time in words: 113下為85.5、114上為88.5."""
    _ = edition.gettext
    return _("、").join(_("%(name)s為%(value)s") % {"name": name, "value": amount(value)} for name, value in points)


def half_name(edition: Edition, half: int | None) -> str:
    """A half of a year; of none the whole."""
    _ = edition.gettext
    return {1: _("上半年"), 2: _("下半年")}.get(half or 0, _("全年度"))


def period_name(edition: Edition, assessment: Assessment) -> str:
    """The period that was assessed, without its year unless it is no half and no year."""
    first, last = assessment.first, assessment.last
    if first is None and last is None:
        return half_name(edition, assessment.half)
    return edition.dates(first, last)


def short_period(edition: Edition, roc_year: int, half: int | None) -> str:
    """A year or a half in a few characters, for a chart: 114上."""
    _ = edition.gettext
    years = {"year": gregorian_year(roc_year) if edition.translates else roc_year}
    match half:
        case 1:
            return _("%(year)s上") % years
        case 2:
            return _("%(year)s下") % years
        case _:
            return _("%(year)s年") % years


def assessment_title(edition: Edition, assessment: Assessment, office_id: str) -> Text:
    """What an assessment is called: by the office, else by its year, period and kind."""
    if assessment.title:
        return edition.text(assessment.title, office_id)
    values = {
        "year": edition.year(assessment.roc_year),
        "period": period_name(edition, assessment),
        "kind": kind_name(edition, assessment.kind),
    }
    if assessment.first or assessment.last:
        return Text(edition.gettext("%(period)s%(kind)s") % values, edition.language.tag)
    return Text(edition.gettext("%(year)s%(period)s%(kind)s") % values, edition.language.tag)


def day_of(edition: Edition, assessment: Assessment) -> str | None:
    """Until when an assessment counted, else when it was made; None where its source gives neither."""
    _ = edition.gettext
    if until := assessment.cut_off or assessment.last:
        return _("截至%(date)s") % {"date": edition.date(until)}
    return _("%(date)s考核") % {"date": edition.date(assessment.date)} if assessment.date else None


def unit_text(edition: Edition, office: Office, name: str) -> Text:
    """The name of a unit that assessed or was assessed: one of the office's departments, or another."""
    return edition.department(office, name) if office.department(name) else edition.text(name, office.id)


def revised_since_text(edition: Edition, revision: Revision) -> str:
    """What readers must know who see the text of today beside results of before."""
    said = edition.gettext(
        "計畫於%(date)s修正，在本次考核的期間之後；以下所列作法為修正後的文字，考核的是修正前的計畫。"
    )
    return said % {"date": edition.date(revision.date)}


def score_text(edition: Edition, score: Decimal, maximum: Decimal | None) -> str:
    """A score with the most that it can be; what can have no points is not scored, rather than given none."""
    if maximum is None:
        return amount(score)
    if maximum == 0:
        return edition.gettext("不計分")
    return edition.gettext("%(score)s（配分%(maximum)s）") % {"score": amount(score), "maximum": amount(maximum)}


def total_text(edition: Edition, total: Decimal, maximum: Decimal | None) -> str:
    """A total with the most that it can be, where that is to be said; see :func:`score_text`."""
    if maximum is None:
        return amount(total)
    if maximum == 0:
        return edition.gettext("不計分")
    return edition.gettext("%(score)s（滿分%(maximum)s）") % {"score": amount(total), "maximum": amount(maximum)}


def rank_text(edition: Edition, rank: int, ranked: int | None) -> str:
    """A rank among how many: the third of four is not the third of forty."""
    said = edition.gettext("第%(rank)s名（共%(ranked)s個單位）") if ranked else edition.gettext("第%(rank)s名")
    return said % {"rank": rank, "ranked": ranked}


def amount(value: Decimal) -> str:
    """A figure as its source prints it."""
    return f"{value:f}"


def rounded(value: Decimal) -> str:
    """A computed figure with two decimals at most.

    >>> rounded(Decimal("17.200")), rounded(Decimal("40")), rounded(Decimal(100) / 3)
    ('17.2', '40', '33.33')
    """
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Promise:
    """A row of a plan: its printed numbers, and its words in Chinese."""

    number: str
    text: str


def promises(plan: Plan, edition: Edition) -> dict[str, Promise]:
    """Every row of a plan that a result may speak of, by its id; also those that are no longer in it."""
    found = {row.id: Promise("", row.text) for row in plan.removed}
    names = measure_names(plan, edition)
    for section in plan.sections:
        found[section.id] = Promise(_printed(section.number, edition), section.heading or "")
        for _, row in section.rows():
            found |= _of_row(row, names, edition)
    return found


def _of_row(row: Group | Measure | Block, names: Mapping[str, str], edition: Edition) -> dict[str, Promise]:
    match row:
        case Group():
            return {row.id: Promise(_printed(row.number, edition), row.name)}
        case Measure():
            items = {
                item.id: Promise(f"{names[row.id]}{_printed(item.number, edition)}", item.text) for item in row.items
            }
            return {row.id: Promise(names[row.id], row.text), **items}
        case _:
            return {}


def _printed(number: Number | None, edition: Edition) -> str:
    return edition.number(number) if number else ""
