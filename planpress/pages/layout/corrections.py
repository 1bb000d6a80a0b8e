"""What a plan's page shows of corrections (勘誤): of what the site said, never of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from planpress.editions.corrections import correction_texts
from planpress.editions.edition import Edition
from planpress.editions.naming import row_names
from planpress.model import Correction, Office, Plan
from planpress.pages.frame.templates import marked


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction: on which day, of which row, from what to what."""

    date: str
    to: str | None
    """Id of the row; None where the page has none of it."""
    name: str
    text: Markup


def corrections_view(plan: Plan, office: Office, edition: Edition) -> tuple[CorrectionView, ...]:
    """The corrections of a plan in one language, the newest first."""
    if not plan.corrections:
        return ()
    _ = edition.gettext
    names = row_names(plan, edition)
    removed = {row.id for row in plan.removed}
    return tuple(
        CorrectionView(
            date=edition.date(each.date),
            to=each.at if each.at in names or each.at in removed else None,
            name=names.get(each.at or "", _("已移除的項目")) if each.at else _("計畫名稱"),
            text=Markup().join(
                marked(text, edition.language.tag) for text in correction_texts(each, office.id, edition)
            ),
        )
        for each in sorted(plan.corrections, key=lambda each: each.date.first_day, reverse=True)
    )


def correction_notice(corrections: Sequence[Correction], edition: Edition) -> str | None:
    """That there are corrections, and since when: what a reader must know before the plan; None without any."""
    if not corrections:
        return None
    latest = max((each.date for each in corrections), key=lambda date: date.first_day)
    return edition.gettext("勘誤：%(date)s更正本站登載的文字，計畫本身並未因此變動。") % {"date": edition.date(latest)}
