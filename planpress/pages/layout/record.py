"""What a plan's page shows of its record of changes (異動紀錄): days and what was altered, never who did it."""

from collections.abc import Sequence
from dataclasses import dataclass

from planpress.editions.edition import Edition
from planpress.model.record import Altered, RecordedChange


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A day of the record."""

    date: str
    text: str


def record_view(edition: Edition, changes: Sequence[RecordedChange]) -> tuple[RecordLine, ...]:
    """The record in one language, in its order."""
    return tuple(RecordLine(edition.date(each.date), _text(edition, each)) for each in changes)


def _text(edition: Edition, change: RecordedChange) -> str:
    """「3項作法改了承辦部門」, 「機關第1次修正計畫：改寫2項作法、新增1項作法」."""
    _ = edition.gettext
    said = _("、").join(_phrase(edition, each, count) for each, count in change.counts.items())
    if change.revision is None:
        return said
    revised = _("機關第%(number)s次修正計畫") % {"number": change.revision}
    return f"{revised}{edition.colon}{said}" if said else revised


def _phrase(edition: Edition, altered: Altered, count: int) -> str:
    """What was altered, and of how much."""
    said = ""
    match altered:
        case Altered.REWORDED:
            said = edition.ngettext("改寫%(num)d項作法", "改寫%(num)d項作法", count)
        case Altered.NEW:
            said = edition.ngettext("新增%(num)d項作法", "新增%(num)d項作法", count)
        case Altered.GONE:
            said = edition.ngettext("刪除%(num)d項作法", "刪除%(num)d項作法", count)
        case Altered.DEPARTMENTS:
            said = edition.ngettext("%(num)d項作法改了承辦部門", "%(num)d項作法改了承辦部門", count)
        case Altered.PERIOD:
            said = edition.ngettext("%(num)d項作法改了執行期間", "%(num)d項作法改了執行期間", count)
        case Altered.TARGET:
            said = edition.ngettext("%(num)d項作法改了目標", "%(num)d項作法改了目標", count)
        case Altered.COLUMNS:
            said = edition.ngettext("%(num)d項作法改了其他欄位", "%(num)d項作法改了其他欄位", count)
        case Altered.HEADING:
            said = edition.ngettext("%(num)d項作法移到別的標題下", "%(num)d項作法移到別的標題下", count)
        case Altered.OTHERS:
            said = edition.ngettext("標題、條文或附表等%(num)d處有異動", "標題、條文或附表等%(num)d處有異動", count)
        case Altered.TITLE:
            return edition.gettext("計畫名稱有異動")
        case Altered.DECISIONS:
            return edition.gettext("訂定或核定的資料有異動")
        case Altered.CORRECTIONS:
            said = edition.ngettext("勘誤%(num)d處", "勘誤%(num)d處", count)
    return said % {"num": count}
