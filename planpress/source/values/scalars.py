"""The scalars of the files that editors write: texts, dates, years, names of files, each with its form.

Every scalar of a YAML file arrives here as text (``planpress.source.text.yaml_text``); these types give it its form.
"""

import re
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from planpress.model.dates import RocDate
from planpress.model.line_breaks import unwrapped

ID_PATTERN: Final = r"^[a-z][a-z0-9-]{0,59}$"
COLOUR_PATTERN: Final = r"^#[0-9a-f]{6}$"
SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"
PLAN_PATTERN: Final = r"^[a-z][a-z0-9-]{0,59}(/[1-9][0-9]{0,2})?$"
EVIDENCE_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.(pdf|odt|ods|png|jpe?g|webp)$"
BADGE_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.(png|jpe?g|webp)$"
FILE_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.(pdf|odt|ods|docx|doc)$"
CLASS_PATTERN: Final = r"^[0-9A-Z]{3}$"
AGENCY_PATTERN: Final = r"^[0-9A-Z]{10}$"
SERIAL_PATTERN: Final = r"^[0-9A-Z]{6}$"
TERMS_PATTERN: Final = r"^https://[^\s<>\"]+$"
BRANCH_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$"
HOST_PATTERN: Final = r"^([A-Za-z0-9_][A-Za-z0-9_.-]{0,30}@)?[A-Za-z0-9][A-Za-z0-9.-]{0,252}$"

EXAMPLES: Final = {
    ID_PATTERN: "m-2-2-1",
    COLOUR_PATTERN: "#1d4f91",
    SHA256_PATTERN: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    PLAN_PATTERN: "head-office/114",
    EVIDENCE_PATTERN: "report.pdf",
    BADGE_PATTERN: "badge.png",
    FILE_PATTERN: "kinmen-114.pdf",
    CLASS_PATTERN: "I00",
    AGENCY_PATTERN: "313000000G",
    SERIAL_PATTERN: "000001",
    TERMS_PATTERN: "https://data.gov.tw/license",
    BRANCH_PATTERN: "gh-pages",
    HOST_PATTERN: "plans@www.plans.example",
}
"""What a text of each pattern looks like, for the messages."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A text that is not empty."""

Line = Annotated[Text, AfterValidator(unwrapped)]
"""The same on one line, however it was written."""


def _roc_date(value: object) -> RocDate:
    if isinstance(value, RocDate):
        return value
    if not isinstance(value, str):
        raise ValueError("text")
    return RocDate.parse(value)


def _roc_year(value: object) -> object:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch("[1-9][0-9]{1,2}", value):
        return int(value)
    raise ValueError("year")


def _revision_number(value: object) -> object:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch("[1-9][0-9]?", value):
        return int(value)
    raise ValueError("revision number")


def _amount(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,4})?", value):
        return Decimal(value)
    raise ValueError("amount")


def _count(value: object) -> object:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value):
        return int(value)
    raise ValueError("count")


def _roc_day(value: object) -> RocDate:
    date = _roc_date(value)
    if date.day is None:
        raise ValueError("no day")
    return date


def _half(value: object) -> object:
    return {"1": 1, "2": 2}.get(value, value) if isinstance(value, str) else value


def _yes_no(value: object) -> object:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


RocDateText = Annotated[
    RocDate,
    BeforeValidator(_roc_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}-\d{1,2}(-\d{1,2})?$", "examples": ["114-01-14", "105-02"]}),
]
"""A 民國 date, ``114-01-14``, or ``105-02`` when only the month is known."""

RocDayText = Annotated[
    RocDate,
    BeforeValidator(_roc_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}-\d{1,2}-\d{1,2}$", "examples": ["114-07-10"]}),
]
"""A 民國 date to the day: ``114-07-10``."""

RocYear = Annotated[
    int,
    BeforeValidator(_roc_year),
    WithJsonSchema({"type": "integer", "minimum": 10, "maximum": 999, "examples": [115]}),
]
"""A 民國 year: 115."""

RevisionNumber = Annotated[
    int, BeforeValidator(_revision_number), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 99})
]
"""Which revision (第1次修正), counted from 1."""

Amount = Annotated[Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "number", "examples": [91.5]})]
"""A score or a percentage, with the decimals that its source gives it: 86, 17.20."""

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""How many there are: 193."""

Half = Annotated[Literal[1, 2], BeforeValidator(_half), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 2})]
"""A half of a year: 1 from January to June, 2 from July to December."""

YesNo = Annotated[bool, Field(strict=True), BeforeValidator(_yes_no), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""What an address ends with: ASCII letters, digits and hyphens."""

PlanName = Annotated[str, StringConstraints(pattern=PLAN_PATTERN)]
"""A plan of another office: the office's id, with the year where it is another."""

IdOfOther = Annotated[Text, WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
"""The id of something in another file; whether it is there, a check says."""

Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]
"""An sRGB colour in six hexadecimal digits."""

ClassCode = Annotated[
    str,
    StringConstraints(pattern=CLASS_PATTERN),
    WithJsonSchema({"type": ["string", "number"], "pattern": CLASS_PATTERN, "examples": ["I00", "100"]}),
]
"""A code of 政府資訊分類檢索: three figures or capital letters."""

AgencyCode = Annotated[str, StringConstraints(pattern=AGENCY_PATTERN)]
"""機關代碼 of ten figures and capital letters."""

Serial = Annotated[str, StringConstraints(pattern=SERIAL_PATTERN)]
"""What stands behind the agency's code in the identifier of a data set."""

TermsAddress = Annotated[str, StringConstraints(pattern=TERMS_PATTERN)]
"""Where terms can be read: https://…"""
