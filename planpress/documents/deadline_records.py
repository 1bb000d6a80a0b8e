"""The deadlines that plans give, as flat records. The names of the fields are published."""

from collections.abc import Iterator
from typing import Final

from planpress import addresses
from planpress.documents.records import Field
from planpress.editions.edition import Edition
from planpress.model import Deadline, Office
from planpress.model.dates import gregorian_year
from planpress.overview.calendar import PlanDates

DEADLINE_FIELDS: Final = (
    Field("office", "機關代號", "機關在網址中的代號。", "Id of the office", "Id of the office, as in its address."),
    Field("office_name", "機關名稱", "機關全名。", "Office", "Name of the office."),
    Field("roc_year", "民國年度", "計畫年度，民國。", "ROC year", "Year of the plan, ROC calendar."),
    Field("year", "西元年度", "計畫年度，西元。", "Year", "Year of the plan, common era."),
    Field("kind", "種類", "filed 填報、reported 報送、published 登載。", "Kind", "filed, reported or published."),
    Field("to", "對象", "報送的對象，或登載之處。", "To", "To whom, or where it is published."),
    Field("day", "期限", "ISO 8601：日期；計畫未載日期則空白。", "By", "ISO 8601; empty where the plan gives no day."),
    Field("half", "半年", "所屬半年：1 或 2。", "Half", "Of which half of the year: 1 or 2."),
    Field("cut_off", "資料截止日", "實績資料截止日，ISO 8601。", "Cut-off", "The last day that the results are about."),
    Field("within", "期間", "計畫所載「…個月內」等文字。", "Within", "How long after something, in the plan's words."),
    Field("done", "登載日", "機關所載已登載之日，ISO 8601。", "Done", "The day on which it was published, as stated."),
    Field("words", "計畫文字", "計畫原文。", "Words", "The plan's own words."),
    Field("url", "固定網址", "計畫中該處的網址。", "Address", "Address of the place in the plan."),
)


def deadline_records(office: Office, plan: PlanDates, edition: Edition, site_url: str) -> Iterator[tuple[str, ...]]:
    """Every deadline of a plan that is public, as values in the order of :data:`DEADLINE_FIELDS`."""
    path = addresses.localised(edition.language, addresses.plan(plan.office, plan.roc_year))
    url = addresses.absolute(site_url, path)
    for each in plan.deadlines:
        if public := each.public:
            said = _record(public, edition, office)
            place = f"{url}#{public.place}" if public.place else url
            yield (
                office.id,
                edition.office_name(office).value,
                ";".join(map(str, plan.years)),
                ";".join(str(gregorian_year(year)) for year in plan.years),
                *said,
                place,
            )


def _record(deadline: Deadline, edition: Edition, office: Office) -> tuple[str, ...]:
    def say(text: str | None) -> str:
        return edition.text(text, office.id).value if text else ""

    days = tuple(day.iso if day else "" for day in (deadline.day, deadline.cut_off, deadline.done))
    day, cut_off, done = days
    half = str(deadline.half) if deadline.half else ""
    kind = deadline.kind.name.lower()
    return kind, say(deadline.to), day, half, cut_off, say(deadline.within), done, say(deadline.words)
