"""Head office's own forms, key by key: ``forms/<organisation>.yml``, which column takes which field."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from planpress.model.base import Frozen
from planpress.source.values.scalars import Id, Line


class WholeField(StrEnum):
    """What a line above the table can take: of the office, of the plan, or of the whole assessment."""

    OFFICE = "office"
    YEAR = "year"
    PLAN = "plan"
    KIND = "kind"
    TITLE = "title"
    HALF = "half"
    FROM = "from"
    TO = "to"
    CUT_OFF = "cut_off"
    DATE = "date"
    ASSESSOR = "assessor"
    ASSESSED_UNIT = "assessed_unit"
    GROUP = "group"
    MAXIMUM = "maximum"
    TOTAL = "total"
    AVERAGE = "average"
    GRADE = "grade"
    RANK = "rank"
    RANKED = "ranked"
    SUMMARY = "summary"
    EVIDENCE = "evidence"
    VERSION = "version"


class RowField(StrEnum):
    """What a column can take: of the plan's row, or of the assessment's."""

    NUMBER = "number"
    WORDS = "words"
    PLANNED_WHO = "planned_who"
    PLANNED_WHEN = "planned_when"
    CRITERION = "criterion"
    DIMENSION = "dimension"
    INDICATOR = "indicator"
    STATUS = "status"
    FIGURE = "figure"
    UNIT = "unit"
    EXPECTED = "expected"
    ACHIEVED = "achieved"
    MAXIMUM = "maximum"
    WEIGHT = "weight"
    SCORE = "score"
    REVIEWED = "reviewed"
    BEFORE = "before"
    LOST = "lost"
    IMPROVEMENT = "improvement"
    WHO = "who"
    EVIDENCE = "evidence"
    NOTE = "note"


class FormLineEntry(Frozen):
    """A line above the table."""

    label: Line
    """What the form prints: 受考核機關."""
    takes: WholeField
    """The field that stands behind it: office."""


class FormColumnEntry(Frozen):
    """A column of the table."""

    head: Line
    """What stands in its head: 執行情形."""
    takes: tuple[RowField, ...] = ()
    """The fields that stand in it, one below the other: [status, achieved]; left out for a column filled in by hand."""
    width: Annotated[float, Field(ge=1, le=30)] = 4.0
    """Its width in centimetres."""


class FormEntry(Frozen):
    """A form."""

    title: Line
    """What is printed at its top."""
    lines: tuple[FormLineEntry, ...] = ()
    """What stands between title and table."""
    columns: Annotated[tuple[FormColumnEntry, ...], Field(min_length=1, max_length=40)]
    """The columns of the table, from left to right."""


class FormsFile(RootModel[dict[Id, FormEntry]]):
    """forms/<organisation>.yml: the forms of an organisation, by the names that ``--form`` takes."""

    model_config = ConfigDict(frozen=True, json_schema_extra={"additionalProperties": False})
