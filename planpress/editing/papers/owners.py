"""Departments and periods that the words of a measure say, and no columns: （業務組、隨時）, 主辦單位：業務組."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planpress.editing.papers.columns import is_period
from planpress.editing.papers.paper import PaperLine
from planpress.editing.papers.wording import is_ended
from planpress.model.column_role import ColumnRole

_LABELS: Final[Mapping[ColumnRole, str]] = {
    ColumnRole.SUPPORTING: r"協[辦助](?:單位|部門|課室)?",
    ColumnRole.WHO: r"(?:主辦|承辦|主責|權責)(?:單位|部門|課室|機關)?|(?:負責|執行|辦理|業管)(?:單位|部門|課室|人員)",
    ColumnRole.WHEN: r"(?:預定)?(?:辦理|執行|實施|完成)?(?:期間|期程|期限|時程|時間)",
    ColumnRole.TARGET: r"績效(?:目標|指標)|目標值",
}
_LABEL: Final = re.compile(
    "(?:" + "|".join(f"(?P<{role.value}>{pattern})" for role, pattern in _LABELS.items()) + r")\s*[:：]\s*"
)
_AT_THE_END: Final = re.compile(r"[（(](?P<said>[^（）()]+)[）)]。?$")
_BETWEEN: Final = re.compile(r"\s*[、，,;；／/。]\s*|\s+")
_UNIT: Final = re.compile(r".{1,12}(?:[組課室科股處所段隊局會館站廠]|中心|單位|部門)")


@dataclass(frozen=True, slots=True)
class Owned:
    """A text of which the departments and the period are taken out.

    Attributes:
        text: what is left of it.
        values: what was taken out, by the column in which it would stand.
        labels: the words that said which is which, by column.
        taken: all words that were taken out, as they stood.
    """

    text: str
    values: Mapping[ColumnRole, str] = field(default_factory=dict)
    labels: Mapping[ColumnRole, str] = field(default_factory=dict)
    taken: tuple[str, ...] = ()


def owned(text: str, departments: Collection[str]) -> Owned:
    """Take departments and period out of the end of a text; where none can be told, it stays as it is.

    Args:
        text: of a measure.
        departments: that the office has.

    >>> owned("1.設服務臺。（推廣組、隨時）", ["推廣組"]).text
    '1.設服務臺。'
    >>> [*owned("主辦單位：推廣組 辦理期程：3月", []).values.values()]
    ['推廣組', '3月']
    """
    found = Owned(text)
    while (more := _last(found.text, departments)) is not None and not {*more.values} & {*found.values}:
        taken = (text[len(more.text) : len(text) - sum(map(len, found.taken))], *found.taken)
        found = Owned(more.text, {**more.values, **found.values}, {**more.labels, **found.labels}, taken)
    return found


def with_owners_behind(lines: Sequence[PaperLine], departments: Collection[str]) -> list[PaperLine]:
    """Lines of which those that say nothing but departments and a period stand at the end of the line above them."""
    found: list[PaperLine] = []
    for line in lines:
        said = owned(line.text, departments)
        if found and found[-1].text and line.text and not said.text and said.values:
            ending = line.text if line.text.startswith(("（", "(")) else f"（{line.text}）"
            found[-1] = replace(found[-1], text=f"{found[-1].text}{ending}")
        else:
            found.append(line)
    return found


def _last(text: str, departments: Collection[str]) -> Owned | None:
    """A text without the last that it says of who and when; None where it says nothing."""
    ending = _AT_THE_END.search(text)
    if ending is not None:
        before = text[: ending.start()].rstrip()
        labelled = _labelled(ending["said"])
        if labelled is not None and not labelled.text:
            return replace(labelled, text=before)
        if values := _classed(ending["said"], departments):
            return Owned(before, values)
    return _labelled(text)


def _labelled(text: str) -> Owned | None:
    """A text whose end says with labels who does it and when."""
    found = list(_LABEL.finditer(text))
    if not found:
        return None
    ends = [*(match.start() for match in found[1:]), len(text)]
    values: dict[ColumnRole, str] = {}
    labels: dict[ColumnRole, str] = {}
    for match, end in zip(found, ends, strict=True):
        role = ColumnRole(match.lastgroup or "")
        value = text[match.end() : end].strip(" 　，,;；。、")
        if not value or role in values:
            return None
        values[role], labels[role] = value, text[match.start() : match.end()].rstrip(" :：")
    before = text[: found[0].start()].strip()
    return Owned(before, values, labels) if not before or is_ended(before) else None


def _classed(said: str, departments: Collection[str]) -> dict[ColumnRole, str]:
    """Departments and periods of a text that holds nothing else; nothing where it may be anything else."""
    parts = [part for part in _BETWEEN.split(said) if part]
    names = [part for part in parts if part in departments]
    periods = [part for part in parts if part not in departments and is_period(part)]
    units = [part for part in parts if part in names or (part not in periods and _UNIT.fullmatch(part))]
    is_sure = names or (units and periods)
    if not is_sure or len(units) + len(periods) != len(parts):
        return {}
    return {ColumnRole.WHO: "、".join(units)} | ({ColumnRole.WHEN: "、".join(periods)} if periods else {})
