"""What pages, calendars and the command line say of a deadline: what is due, to whom, and when."""

from typing import assert_never

from planpress.editions.edition import Edition
from planpress.model.deadlines import Deadline, DeadlineKind


def due_name(kind: DeadlineKind, edition: Edition) -> str:
    """What is due: 應填報, 應報送, 應登載."""
    _ = edition.gettext
    match kind:
        case DeadlineKind.FILED:
            return _("應填報")
        case DeadlineKind.REPORTED:
            return _("應報送")
        case DeadlineKind.PUBLISHED:
            return _("應登載")
    assert_never(kind)


def half_name(half: int, edition: Edition) -> str:
    """上半年 or 下半年."""
    return edition.gettext("上半年") if half == 1 else edition.gettext("下半年")


def due_sentence(deadline: Deadline, edition: Edition) -> str:
    """「應填報%(to)s（上半年）」, in which ``%(to)s`` is to be filled in: it may be in another language."""
    _ = edition.gettext
    match deadline.kind:
        case DeadlineKind.FILED:
            text = _("應填報%(to)s")
        case DeadlineKind.REPORTED:
            text = _("應報送%(to)s")
        case DeadlineKind.PUBLISHED:
            text = _("應登載於%(to)s")
        case _:
            assert_never(deadline.kind)
    if deadline.half:
        text = _("%(text)s（%(half)s）") % {"text": text, "half": half_name(deadline.half, edition)}
    return text


def due_time(deadline: Deadline, office_id: str, edition: Edition) -> str:
    """By when, or that the plan gives no day and none can be computed; and when it was published, beside it."""
    _ = edition.gettext
    if deadline.day:
        text = _("期限%(date)s") % {"date": edition.date(deadline.day)}
    elif deadline.within and (time := edition.text(deadline.within, office_id)).lang == edition.language.tag:
        text = _("事由發生後%(time)s內，無從推算日期") % {"time": time.value}
    elif deadline.within:
        text = _("自事由發生時起算，無從推算日期")
    else:
        text = _("計畫未定日期")
    if deadline.cut_off:
        text = _("%(text)s；資料截至%(date)s") % {"text": text, "date": edition.date(deadline.cut_off)}
    if deadline.done and deadline.kind is DeadlineKind.PUBLISHED:
        text = _("%(text)s；登載日%(date)s") % {"text": text, "date": edition.date(deadline.done)}
    return text
