"""What became of a plan: an assessment (考核) by the office itself or by others. Only what a source gives.

Every score may be lacking: some offices publish ranks alone, others prose.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from planpress.model.base import Frozen
from planpress.model.dates import RocDate, gregorian_year


class AssessmentKind(StrEnum):
    """Who assessed, and how, by the words of the plans."""

    OWN = "自行考核"
    """The office itself."""
    SUPERIOR = "上級考核"
    """Head office, or another superior."""
    TELEPHONE = "電話測試"
    """Calls that test how the telephone is answered."""
    VISIT = "實地考核"
    """A visit, announced or not."""


class ResultStatus(StrEnum):
    """What became of a measure at the cut-off day."""

    DONE = "完成"
    UNDER_WAY = "辦理中"
    NOT_YET = "尚未辦理"
    CHANGED = "變更"
    """It is carried out otherwise than planned."""
    STOPPED = "停辦"
    AS_PLANNED = "依計畫辦理"
    """Of a measure that never ends (隨時, 持續): it goes on, as its figure says."""


class AssessmentPart(Frozen):
    """One thing that is assessed: a group, a strategy or a measure of the plan, or a criterion of the assessor's."""

    of: str | None = None
    """Id of the row of the plan that it speaks of."""
    criterion: str | None = None
    """What is assessed (評核項目), in the assessor's words."""
    dimension: str | None = None
    """構面."""
    indicator: str | None = None
    """衡量指標."""
    status: ResultStatus | None = None
    figure: str | None = None
    """What was reached, as a figure: 12, 95.3."""
    unit: str | None = None
    """What the figure counts: 場, %."""
    expected: str | None = None
    """預期成果."""
    achieved: str | None = None
    """執行成果."""
    maximum: Decimal | None = None
    """配分: the most points that it can have."""
    weight: Decimal | None = None
    """Its part of the total, in per cent."""
    score: Decimal | None = None
    """自評分數 of an office's own assessment, else the assessor's 評分."""
    reviewed: Decimal | None = None
    """複評分數: what whoever reviewed the assessment gave."""
    before: Decimal | None = None
    """Its score in the period before."""
    lost: str | None = None
    """Why points were lost (扣分原因)."""
    improvement: str | None = None
    """改善措施."""
    departments: tuple[str, ...] = ()
    """Who carried it out, by the names of the office's departments."""
    evidence: tuple[str, ...] = ()
    """Files that show it (佐證), by their names beside the assessment."""
    note: str | None = None

    @property
    def counted(self) -> Decimal | None:
        """The score that counts: the reviewer's, else its own."""
        return self.score if self.reviewed is None else self.reviewed

    @property
    def weighted(self) -> Decimal | None:
        """What it adds to a weighted total: 86 × 20 % = 17.2."""
        return None if self.counted is None or self.weight is None else self.counted * self.weight / 100


class AssessmentRow(AssessmentPart):
    """A row of an assessment, with what its score is made of."""

    parts: tuple[AssessmentPart, ...] = ()
    """接聽 and 禮貌 of 總機."""

    @property
    def everything(self) -> tuple[AssessmentPart, ...]:
        """The row and its parts."""
        return (self, *self.parts)


class Assessment(Frozen):
    """An assessment of an office for a half, for another period, or for the whole year."""

    name: str
    """What its address ends with: ``1`` in ``/kinmen/114/results-1/``."""
    kind: AssessmentKind
    roc_year: int
    """The year that is assessed."""
    title: str | None = None
    """What the office calls it."""
    half: int | None = None
    """1 January to June, 2 July to December."""
    first: RocDate | None = None
    """The first day, or month, of another period."""
    last: RocDate | None = None
    """Its last day or month."""
    cut_off: RocDate | None = None
    """Until when results were counted (資料統計截止日)."""
    date: RocDate | None = None
    """When it was assessed."""
    assessor: str | None = None
    """The unit that assessed."""
    assessed_unit: str | None = None
    """The unit that was assessed, where it is not the whole office."""
    group: str | None = None
    """The group that offices were ranked in: 甲組."""
    maximum: Decimal | None = None
    total: Decimal | None = None
    average: Decimal | None = None
    """The mean of the rows' scores, where the source gives one."""
    grade: str | None = None
    rank: int | None = None
    ranked: int | None = None
    """How many were ranked."""
    summary: tuple[str, ...] = ()
    """What it says in prose, by paragraphs."""
    evidence: tuple[str, ...] = ()
    """Files of the whole assessment: the report."""
    version: str | None = None
    """Which version of its source it was taken from."""
    rows: tuple[AssessmentRow, ...] = ()

    def everything(self) -> Iterator[AssessmentPart]:
        """Every row and part, in order."""
        return (each for row in self.rows for each in row.everything)

    def files(self) -> tuple[str, ...]:
        """Every file that it names, each once."""
        names = (*self.evidence, *(name for each in self.everything() for name in each.evidence))
        return tuple(dict.fromkeys(names))

    @property
    def gregorian_year(self) -> int:
        """The year that is assessed, in the common era."""
        return gregorian_year(self.roc_year)

    @property
    def end(self) -> RocDate:
        """Until when its results were counted, else the end of its period."""
        return self.cut_off or self.last or RocDate(self.roc_year, 6 if self.half == 1 else 12)

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Where it stands in time: by year, then by half, a whole year last."""
        return self.roc_year, self.half or 3, (self.last or self.date or RocDate(self.roc_year, 12)).iso, self.name
