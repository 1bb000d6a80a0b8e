"""What things are called when their text is not beside them: a measure, 一(三)1; a part of the year."""

import re
from collections import Counter
from itertools import compress
from typing import Final, NamedTuple

from planpress.editions.edition import Edition
from planpress.model import Branch, Group, Measure, Office, Plan
from planpress.model.dates import ALL_YEAR, PeriodKind
from planpress.model.numbering import Number, lone_number, without_separator


class _Way(NamedTuple):
    """The numbers on the way to a row, one behind the other: 一(三)1, and 附件1·2 where two would be read as one."""

    said: str = ""
    appended: bool = False
    """Whether the last of them counts what stands behind a plan."""

    def to(self, row: Branch | Measure, edition: Edition) -> "_Way":
        """The way on to a row."""
        number = _number(row)
        said = bare(row, edition)
        parted = "·" if self.appended and said[:1].isalnum() else ""
        return _Way(f"{self.said}{parted}{said}", number is not None and number.style.appended)


def measure_names(plan: Plan, edition: Edition) -> dict[str, str]:
    """The name of every measure of a plan, by its id; no two are called the same.

    A measure without a printed number is called by its place among its siblings: 一(三)第2項.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    positions: Counter[str] = Counter()
    ways = {section.id: _Way() for section in plan.sections}
    rows = [(path[-1].id, row) for path, row in plan.rows() if isinstance(row, Group | Measure)]
    measures = Counter(above for above, row in rows if isinstance(row, Measure))
    for above, row in rows:
        positions[above] += 1
        position = positions[above]
        way = ways[above].to(row, edition)
        if isinstance(row, Group):
            ways[row.id] = way
            continue
        name = way.said
        if not name or (row.number is None and measures[above] > 1) or name in taken:
            name += edition.gettext("第%(position)s項") % {"position": position}
        while name in taken:
            name = f"{name}·{position}"
        taken.add(name)
        names[row.id] = name
    return names


def row_names(plan: Plan, edition: Edition) -> dict[str, str]:
    """What each section, group, measure and item of a plan is called where its text is not beside it, by its id."""
    _ = edition.gettext
    names: dict[str, str] = {}
    measures = measure_names(plan, edition)
    for section in plan.sections:
        names[section.id] = _("章 %(name)s") % {"name": bare(section, edition) or section.heading or ""}
    for path, row in plan.rows():
        if isinstance(row, Group):
            way = "".join(bare(each, edition) for each in (*path[1:], row))
            names[row.id] = _("標題 %(name)s") % {"name": way or row.name}
        elif isinstance(row, Measure):
            names[row.id] = _("具體作法 %(name)s") % {"name": measures[row.id]}
            for position, item in enumerate(row.items, start=1):
                said = bare(item, edition)  # a bullet counts nothing: ◎
                name = measures[row.id] + (said if any(map(str.isalnum, said)) else f"·{position}")
                names[item.id] = _("細項 %(name)s") % {"name": name}
    return names


def bare(row: Branch | Measure, edition: Edition) -> str:
    """The printed number of a row as it is said inside a path: without any separator, empty where there is none."""
    number = _number(row)
    return without_separator(edition.number(number)) if number else ""


def _number(row: Branch | Measure) -> Number | None:
    """The number of a row, also where it is the whole of a heading."""
    return row.number or (lone_number(row.name) if isinstance(row, Group) else None)


MONTHS: Final = tuple(f"month-{month:02}" for month in range(1, 13))
PARTS_OF_YEAR: Final = (
    *(str(kind) for kind in (PeriodKind.AS_NEEDED, PeriodKind.CONTINUOUS, PeriodKind.RECURRING)),
    ALL_YEAR,
    *MONTHS,
    str(PeriodKind.OTHER),
)
"""Every part that :func:`planpress.model.dates.parts_of_year` names, in the order of the pages."""


def part_name(part: str, edition: Edition) -> str:
    """What a part of the year is called."""
    _ = edition.gettext
    if part in MONTHS:
        return edition.month(int(part.removeprefix("month-")))
    return {
        "as-needed": _("隨時辦理"),
        "continuous": _("持續辦理"),
        "recurring": _("定期辦理"),
        "all-year": _("全年各月"),
        "other": _("其他期間"),
    }[part]


_WHEN: Final = re.compile("期間|期程|期限|時程|執行方式|辦理方式")
_WHO: Final = re.compile("部門|單位|承辦|主辦|協辦|科室")


def doubt_label(reason: str, plan: Plan, office: Office, edition: Edition) -> str:
    """What a reader is told to be uncertain: 承辦部門待確認：.

    It is a column of the plan's table, in the plan's own words, where the reason speaks of one; or else the text.

    Args:
        reason: what ``unsure`` says.
        plan: whose measure it is.
        office: whose departments the reason may name.
        edition: the language of the name.
    """
    _ = edition.gettext
    columns = zip((plan.columns.who, plan.columns.when), (_("承辦部門"), _("執行期間")), strict=True)
    named = [_column(name, own, office, edition) for name, own in compress(columns, _doubted(reason, office))]
    return _("%(what)s待確認：") % {"what": _("、").join(named) or _("原文")}


def doubt_mark(reason: str, office: Office, edition: Edition) -> str:
    """The same in a word or two, for a mark that the reason is folded behind: 部門待確認."""
    _ = edition.gettext
    named = list(compress((_("部門"), _("期間")), _doubted(reason, office)))
    return _("%(what)s待確認") % {"what": _("、").join(named) or _("原文")}


def _doubted(reason: str, office: Office) -> tuple[bool, bool]:
    """Whether a reason speaks of who is responsible, and of when it is done."""
    who = _WHO.search(reason) is not None or any(each.name in reason for each in office.departments)
    return who, _WHEN.search(reason) is not None


def _column(name: str | None, own: str, office: Office, edition: Edition) -> str:
    """The plan's name of a column, or our own where the edition has none for it."""
    text = edition.text(name, office.id) if name else None
    return text.value if text and text.lang == edition.language.tag else own
