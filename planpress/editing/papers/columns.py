"""Which column of a table holds what, by its name and by what stands in it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planpress.editing.papers.paper import PaperTable
from planpress.editing.papers.wording import bare
from planpress.model.column_role import ColumnRole
from planpress.model.dates import PeriodKind, parse_period
from planpress.source.checks.departments import meant_cell
from planpress.source.values.mentions import mentions

_NAMES: Final[Mapping[ColumnRole, re.Pattern[str]]] = {
    ColumnRole.NUMBER: re.compile(r"(?:項|編|序)[次號]|號次|NO\.?", re.IGNORECASE),
    ColumnRole.SUPPORTING: re.compile(r"(?:.*(?:分工|單位|部門))?協[辦助](?:單位|部門|課室)?"),
    ColumnRole.WHO: re.compile(
        r".*(?:[承主負權經]\s*[辦責管]|執行|權責|責任|業管|辦理)[（(]?協?辦?[)）]?(?:單位|部門|課室|機關|人員|者).*"
        r"|.*(?:單位|部門|課室)"
    ),
    ColumnRole.WHEN: re.compile(r".*(?:期間|期程|期限|時程|時間|日期|頻率|完成日).*"),
    ColumnRole.TARGET: re.compile(r".*(?:目標值|績效目標|預期目標|目標|指標|KPI).*", re.IGNORECASE),
    ColumnRole.MEASURE: re.compile(
        r".*(?:作法|做法|具體措施|執行要項|執行項目|工作項目|辦理事項|推動措施|工作內容|執行內容|實施內容|辦理內容|行動方案|措施|要點|具體內容).*"
    ),
    ColumnRole.GROUP: re.compile(r".*(?:面向|構面|策略|內涵|類別|項目|主題|分類|面相|重點|目的|標的).*"),
}
"""What offices call their columns; the first that fits counts."""
_WITH_MORE: Final = re.compile(r"(?P<first>[^（(／/及與和]+)(?:[（(].*[)）]|[／/及與和].+)")
"""The name of a column of which the cells say several things: 具體作法（承辦單位）."""
_PERIOD_WORDS: Final = re.compile(r"隨時|持續|經常|全年|每[年月季週周日半]|不定期|定期|配合|年底|\d+\s*月|季|立即|即時")
_LONGEST_PERIOD: Final = 12
"""Characters of a period that the model does not know and that yet has words of one."""
_LIKELY: Final = 0.6
"""What part of a column's cells must be of a kind for the column to be of it."""


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of a table of measures."""

    name: str
    role: ColumnRole


def columns_of(
    table: PaperTable,
    heads: int,
    departments: Collection[str],
    named: Mapping[str, ColumnRole],
    *,
    needs_owners: bool = True,
) -> tuple[PaperColumn, ...] | None:
    """The columns of a table of measures; None where it is another table.

    Args:
        table: the table.
        heads: how many of its rows are its head.
        departments: that the office has, and names that earlier plans gave them.
        named: what columns of a name hold, as the user says.
        needs_owners: it must say who does the measures, when, or with what target.
    """
    names = column_names(table, heads)
    roles = [_by_name(name, named) for name in names]
    bodies = [_texts_below(table, heads, column) for column in range(table.width)]
    for column, texts in enumerate(bodies):
        if (
            roles[column] in (None, ColumnRole.WHO, ColumnRole.TARGET, ColumnRole.MEASURE)
            and names[column] not in named
        ):
            roles[column] = _by_content(texts, departments) or roles[column]
    roles = _one_each(roles, names, bodies, named)
    if ColumnRole.MEASURE not in roles:
        return None
    measure = roles.index(ColumnRole.MEASURE)
    if needs_owners and not any(role in (ColumnRole.WHO, ColumnRole.WHEN, ColumnRole.TARGET) for role in roles):
        return None
    for column, role in enumerate(roles):
        if role in (None, ColumnRole.GROUP):
            roles[column] = ColumnRole.GROUP if column < measure else ColumnRole.MORE
    return tuple(PaperColumn(name, role or ColumnRole.MORE) for name, role in zip(names, roles, strict=True))


def column_names(table: PaperTable, heads: int) -> list[str]:
    """What the head calls each column; one that reaches over several names all of them."""
    names = ["" for _ in range(table.width)]
    for cell in table.cells:
        if cell.row < heads:
            for column in range(cell.column, cell.column + cell.columns):
                text = bare(cell.text)
                names[column] += text if text not in names[column] else ""
    return names


def _by_name(name: str, named: Mapping[str, ColumnRole]) -> ColumnRole | None:
    if name in named:
        return named[name]
    more = _WITH_MORE.fullmatch(name)
    if more is not None and _by_name(more["first"], {}) is ColumnRole.MEASURE:
        return ColumnRole.MEASURE
    return next((role for role, pattern in _NAMES.items() if pattern.fullmatch(name)), None)


def _texts_below(table: PaperTable, heads: int, column: int) -> list[str]:
    return [text for cell in table.cells if cell.row >= heads and cell.column == column for text in cell.texts]


def _by_content(texts: Sequence[str], departments: Collection[str]) -> ColumnRole | None:
    """What a column holds whatever it is called: periods, or departments of the office."""
    if not texts:
        return None
    periods = sum(is_period(text) for text in texts)
    names = sum(is_departments(text, departments) for text in texts)
    if periods >= _LIKELY * len(texts):
        return ColumnRole.WHEN
    return ColumnRole.WHO if names >= _LIKELY * len(texts) else None


def is_period(text: str) -> bool:
    """Whether a text says when, and nothing else."""
    if parse_period(text).kind is not PeriodKind.OTHER:
        return True
    return len(text) <= _LONGEST_PERIOD and _PERIOD_WORDS.search(text) is not None


def is_departments(text: str, departments: Collection[str]) -> bool:
    """Whether a text names departments that the office has, and nothing else."""
    named = [each.name for each in mentions(meant_cell(text, departments))]
    return bool(named) and all(name in departments for name in named)


def _one_each(
    roles: list[ColumnRole | None],
    names: Sequence[str],
    bodies: Sequence[Sequence[str]],
    named: Mapping[str, ColumnRole],
) -> list[ColumnRole | None]:
    """Roles of which a table has one have it: of several the one that the user named, else the one that says most."""
    for role in (ColumnRole.MEASURE, ColumnRole.WHO, ColumnRole.WHEN, ColumnRole.TARGET, ColumnRole.SUPPORTING):
        columns = [column for column, each in enumerate(roles) if each is role]
        if len(columns) > 1:
            chosen = [column for column in columns if names[column] in named]
            size = {column: sum(map(len, bodies[column])) for column in columns}
            best = chosen[0] if chosen else max(columns, key=size.__getitem__)
            for column in columns:
                if column != best:
                    roles[column] = None
    if ColumnRole.MEASURE not in roles and ColumnRole.WHO in roles:
        # Nothing is called so, but somebody is to do something: it is the widest column of those that say nothing else.
        free = [column for column, role in enumerate(roles) if role in (None, ColumnRole.GROUP, ColumnRole.TARGET)]
        if free:
            roles[max(free, key=lambda column: sum(map(len, bodies[column])))] = ColumnRole.MEASURE
    return roles
