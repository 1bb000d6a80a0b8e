"""The command ``reviewed``: a unit has looked through an office's contents, which is written down by unit and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import click

from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, print_problems
from planpress.cli.parameters import OfficeId
from planpress.console import visible_lines
from planpress.model.dates import RocDate
from planpress.model.review import Review
from planpress.settings import calendar_day


@dataclass(frozen=True, slots=True)
class ReviewedTexts:
    """What the command says."""

    help: str
    unit_help: str
    on_help: str
    remark_help: str
    bad_day: str
    written: str


REVIEWED_TEXTS: Final[Mapping[str, ReviewedTexts]] = MappingProxyType(
    {
        "zh-Hant": ReviewedTexts(
            help="記錄某機關的網站內容已檢視：由哪個單位、哪一天（不記姓名），寫入該機關的 reviews.yml。",
            unit_help="檢視的單位，如 office.yml 的 departments 所列。",
            on_help="檢視的日期，例如 115-11-26；預設為今天。",
            remark_help="發現什麼、改了什麼。",
            bad_day="--on 應寫成 115-11-26。",
            written="{file}：{day} {unit}",
        ),
        "en": ReviewedTexts(
            help="Record that a unit (never who) has looked through an office's contents, in its reviews.yml.",
            unit_help="The unit that looked, as the departments of office.yml have it.",
            on_help="The day on which it did so, such as 115-11-26; today by default.",
            remark_help="What was found or mended.",
            bad_day="--on takes a day such as 115-11-26.",
            written="{file}: {day} {unit}",
        ),
    }
)


def add_reviewed(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts = REVIEWED_TEXTS[call.language]

    @commands.add(texts.help)
    @click.option("--unit", metavar="UNIT", required=True, help=texts.unit_help)
    @click.option("--on", "day", metavar="DAY", help=texts.on_help)
    @click.option("--remark", metavar="TEXT", help=texts.remark_help)
    @click.argument("office", type=OfficeId(call), metavar="OFFICE")
    def reviewed(unit: str, day: str | None, remark: str | None, office: str) -> int:
        try:
            on = RocDate.parse(day.strip()) if day else RocDate.on(calendar_day())
        except ValueError as error:
            raise click.UsageError(texts.bad_day) from error
        if on.day is None:
            raise click.UsageError(texts.bad_day)
        return _reviewed(call, office, Review(date=on, unit=unit, remark=remark))


def _reviewed(call: Call, office_id: str, review: Review) -> int:
    from planpress.editing.reviews import record_review
    from planpress.source.repository import read_office, read_organisations

    organisations, problems = read_organisations(call.root)
    office, wrong = read_office(call.root, office_id, organisations)
    if office is None:
        print_problems(call, [*problems, *wrong])
        return PROBLEMS
    done = record_review(call.root, office, review, calendar_day())
    print_problems(call, done.problems)
    if done.problems:
        return PROBLEMS
    told = REVIEWED_TEXTS[call.language].written
    print(visible_lines(told.format(file=done.file, day=review.date.text, unit=review.unit)))
    return CLEAN
