"""What became of plans, key by key: assessments/<name>.yml beside a plan; satisfaction.yml, indicators.yml."""

from typing import Annotated, Final

from pydantic import Field, StringConstraints

from planpress.model.assessment import AssessmentKind, ResultStatus
from planpress.model.base import Frozen
from planpress.model.indicator import Formula
from planpress.model.visibility import Visibility
from planpress.source.values.scalars import (
    EVIDENCE_PATTERN,
    Amount,
    Count,
    Half,
    Id,
    IdOfOther,
    Line,
    RocDateText,
    RocYear,
    Text,
)

MOST_STEPS: Final = 11
"""Steps of a scale: 0 to 10."""

EvidenceName = Annotated[str, StringConstraints(pattern=EVIDENCE_PATTERN)]
"""Name of a file: a document or a picture."""


class AssessmentPartEntry(Frozen):
    """One thing that is assessed; everything but what it is may be left out."""

    of: IdOfOther | None = None
    """Id of the group, strategy or measure of the plan that it speaks of: m-2-2-1."""
    criterion: Line | None = None
    """What is assessed (評核項目), where it is nothing of the plan, or has words of its own."""
    dimension: Line | None = None
    """構面."""
    indicator: Line | None = None
    """衡量指標."""
    status: ResultStatus | None = None
    """完成, 辦理中, 尚未辦理, 變更, 停辦; 依計畫辦理 with a figure for 隨時 and 持續."""
    figure: Text | None = None
    """What was reached, as a figure: 12."""
    unit: Text | None = None
    """What it counts: 場."""
    expected: Line | None = None
    """預期成果."""
    achieved: Line | None = None
    """執行成果."""
    maximum: Amount | None = None
    """配分: the most points that it can have."""
    weight: Amount | None = None
    """權重: its part of the total, in per cent."""
    score: Amount | None = None
    """自評分數; of an assessment by others their 評分."""
    reviewed: Amount | None = None
    """複評分數: the reviewer's score, which then counts."""
    before: Amount | None = None
    """Its score in the period before."""
    lost: Line | None = None
    """Why points were lost (扣分原因)."""
    improvement: Line | None = None
    """改善措施."""
    who: Text | None = None
    """Who carried it out (承辦部門), joined with 、."""
    evidence: tuple[EvidenceName, ...] = ()
    """Names of files beside this one that show it (佐證): [counter.jpg]."""
    note: Line | None = None
    """備註."""


class AssessmentRowEntry(AssessmentPartEntry):
    """A row of the assessment."""

    parts: tuple[AssessmentPartEntry, ...] = ()
    """What its score is made of (細項): 接聽 and 禮貌 of 總機."""


class AssessmentFile(Frozen):
    """assessments/<name>.yml: one assessment (考核) of a plan. Every score is optional."""

    kind: AssessmentKind
    """自行考核, 上級考核, 電話測試 or 實地考核."""
    visibility: Visibility = Visibility.INTERNAL
    """public: on the site. internal, which it is without this: checked, and never on the site."""
    title: Line | None = None
    """What the office calls it."""
    year: RocYear | None = None
    """The year that is assessed, of a plan of several years; else it is the plan's."""
    half: Half | None = None
    """1 for January to June, 2 for July to December; left out for a whole year or another period."""
    first: RocDateText | None = Field(None, alias="from")
    """The first day, or month, of another period: 114-04."""
    last: RocDateText | None = Field(None, alias="to")
    """Its last day or month: 114-09."""
    cut_off: RocDateText | None = None
    """Until when results were counted (統計截止日): 114-06-30."""
    date: RocDateText | None = None
    """When it was assessed (考核日期)."""
    assessor: Line | None = None
    """The unit that assessed, never a person: 業務處."""
    assessed_unit: Line | None = None
    """The unit that was assessed, where it is not the whole office."""
    group: Line | None = None
    """The group that offices were ranked in: 甲組."""
    maximum: Amount | None = None
    """The highest total that could be reached: 100."""
    total: Amount | None = None
    """The total of all scores."""
    average: Amount | None = None
    """The mean of the scores of all rows, where the source gives one."""
    grading: IdOfOther | None = None
    """Key of the scheme of grades in organisations.yml; needed only where several have the same maximum."""
    grade: Line | None = None
    """The grade (等第): 優等."""
    rank: Annotated[Count | None, Field(ge=1)] = None
    """The rank (名次), counted from 1."""
    ranked: Annotated[Count | None, Field(ge=1)] = None
    """How many were ranked."""
    summary: Text | None = None
    """What it says in prose, a paragraph a line."""
    evidence: tuple[EvidenceName, ...] = ()
    """Names of files beside this one that belong to the whole of it: [report.pdf]."""
    version: Line | None = None
    """Which version of its source it was taken from."""
    rows: tuple[AssessmentRowEntry, ...] = ()
    """Its rows: of what the plan promises, or of the assessor's own criteria."""


class QuestionEntry(Frozen):
    """A question of a survey, or a dimension where nothing finer is known."""

    dimension: Line | None = None
    """構面: 洽公環境, 服務禮儀, 服務專業性, 服務措施, or another."""
    question: Line | None = None
    """The question, to the letter."""
    answers: Count | None = None
    """How many answered it."""
    counts: Annotated[tuple[Count, ...], Field(max_length=MOST_STEPS)] = ()
    """How many chose each step, in the order of the steps; fewer than 5 are never shown."""
    shares: Annotated[tuple[Amount, ...], Field(max_length=MOST_STEPS)] = ()
    """The same of a hundred, where the source gives them; those of fewer than 5 are never shown."""
    unanswered: Count | None = None
    """How many gave no answer."""
    percentage: Amount | None = None
    """How many are satisfied, of a hundred."""
    before: Amount | None = None
    """The same in the survey before."""


class ImprovementEntry(Frozen):
    """What was done about the survey in a quarter."""

    year: RocYear
    """The year: 114."""
    quarter: Annotated[Count, Field(ge=1, le=4)]
    """Its quarter: 1 to 4."""
    text: Line
    """What was done."""
    who: Text | None = None
    """Who did it, joined with 、."""


class SurveyEntry(Frozen):
    """One survey (滿意度調查). A summary alone is enough."""

    name: Line
    """What it is called."""
    year: RocYear
    """The year that it is of: 114."""
    half: Half | None = None
    """1 or 2, where there is one a half."""
    visibility: Visibility = Visibility.INTERNAL
    """public: on the site. internal, which it is without this: checked, and never on the site."""
    first: RocDateText | None = Field(None, alias="from")
    """When it began: 114-03-01."""
    last: RocDateText | None = Field(None, alias="to")
    """When it ended: 114-03-31."""
    asked: Line | None = None
    """Who was asked (調查對象): 到服務所洽公的用戶."""
    method: Line | None = None
    """調查方式: 電話訪問."""
    questionnaire: Line | None = None
    """問卷種類."""
    sampling: Line | None = None
    """抽樣方法."""
    sent: Count | None = None
    """How many were asked or called: 405."""
    valid: Count | None = None
    """How many valid answers came (有效樣本): 193."""
    confidence: Amount | None = None
    """信賴水準, in per cent: 95."""
    margin: Amount | None = None
    """抽樣誤差, ± points of a hundred: 2.96."""
    conducted_by: Line | None = None
    """The unit or company that carried it out, never a person."""
    steps: Annotated[tuple[Line, ...], Field(max_length=MOST_STEPS)] = ()
    """The scale, from the best step to the worst: [非常滿意, 滿意, 普通, 不滿意, 非常不滿意]."""
    satisfied: Annotated[Count | None, Field(ge=1)] = None
    """How many of the first steps count as satisfied; without it those above the middle: 2 of 5."""
    computed: Line | None = None
    """How the percentage is computed, in the source's words."""
    percentage: Amount | None = None
    """How many are satisfied on the whole, of a hundred."""
    before: Amount | None = None
    """The same in the survey before."""
    target: Amount | None = None
    """What the office set out to reach (目標值), of a hundred."""
    summary: Text | None = None
    """What it says in prose, a paragraph a line."""
    report: EvidenceName | None = None
    """Name of the file of its report, beside satisfaction.yml."""
    questions: tuple[QuestionEntry, ...] = ()
    """Its questions, or its dimensions."""
    improvements: tuple[ImprovementEntry, ...] = ()
    """What was done about it, a quarter at a time."""


class SatisfactionFile(Frozen):
    """satisfaction.yml: the surveys of an office, one file that goes on over the years."""

    surveys: Annotated[tuple[SurveyEntry, ...], Field(min_length=1)]
    """Every survey, the oldest first."""


class IndicatorFigureEntry(Frozen):
    """What an indicator was in a year, or in half of one."""

    year: RocYear
    """The year: 114."""
    half: Half | None = None
    """1 or 2, where it is known by halves."""
    numerator: Amount | None = None
    """How many there were of what is counted: 3200."""
    denominator: Amount | None = None
    """Of how many: 8000."""
    before: Amount | None = None
    """The numerator of the year before, for a growth."""
    value: Amount | None = None
    """The indicator itself, in per cent: 40.0."""
    note: Line | None = None
    """備註."""


class IndicatorEntry(Frozen):
    """An indicator that is followed over the years: 線上服務比率."""

    id: Id
    """What its address ends with: online-share."""
    name: Line
    """What it is called."""
    visibility: Visibility = Visibility.INTERNAL
    """public: on the site. internal, which it is without this: checked, and never on the site."""
    formula: Formula = Formula.SHARE
    """share: numerator of denominator. growth (成長率): how much more the numerator is than the year before."""
    numerator: Line | None = None
    """What is counted: 線上申辦件數."""
    denominator: Line | None = None
    """Of what: 全部申辦件數."""
    unit: Line | None = None
    """What both count: 件."""
    definition: Line | None = None
    """What else a reader must know to understand it."""
    figures: Annotated[tuple[IndicatorFigureEntry, ...], Field(min_length=1)]
    """Its figures, the oldest first."""


class IndicatorsFile(Frozen):
    """indicators.yml: figures of an office that are followed over the years."""

    indicators: Annotated[tuple[IndicatorEntry, ...], Field(min_length=1)]
    """Every indicator."""
