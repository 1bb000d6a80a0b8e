"""The plan.yml that a person would have written for a document."""

from collections.abc import Iterable
from typing import Final

from planpress.editing.papers.drafting import DraftPlan, DraftSection
from planpress.editing.papers.measures import DraftRow
from planpress.editing.papers.tables import MeasureTable
from planpress.editing.sheet.plan_text import SCHEMA_LINE
from planpress.editing.sheet.yaml_values import lines_of
from planpress.model.column_role import ColumnRole
from planpress.source.text.yaml_text import Plain

_NO_NAME: Final = "標題"
"""What a column of headings is called that stands above tables rather than in them."""
_KEYS: Final = ("who", "when", "target", "more", "source", "head", "body")


def plan_yaml(draft: DraftPlan, title: str) -> str:
    """The text of the file.

    Args:
        draft: the plan.
        title: what it is called where the document does not say.
    """
    when = _usual_period(draft)
    head: dict[str, Plain] = {"title": draft.title or title, "status": "draft"}
    if draft.adopted:
        head["adopted"] = draft.adopted
    head["columns"] = _columns(draft)
    if when:
        head["when"] = when
    if draft.transcription_notes:
        head["transcription_notes"] = list(draft.transcription_notes)
    parts = [SCHEMA_LINE]
    for key, value in head.items():
        parts.append(_block_list(key, value) if key == "transcription_notes" else lines_of(key, value, 0))
    return "".join([*parts, "sections:\n", *(_section(section, when) for section in draft.sections)])


def _usual_period(draft: DraftPlan) -> str:
    """A period that every measure has, or all but few: it is said once."""
    measures = [row for section in draft.sections for row in section.rows if row.kind == "do"]
    periods = [str(row.values["when"]) for row in measures if "when" in row.values]
    if not measures or len(periods) < len(measures) or any(row.doubts for row in measures):
        return ""
    return periods[0] if len({*periods}) == 1 else ""


def _columns(draft: DraftPlan) -> dict[str, Plain]:
    """The names of the columns, as the first table that has them says."""
    names: dict[ColumnRole, str] = {}
    more: list[Plain] = []
    groups: list[Plain] = []
    for table in draft.tables:
        for column in table.columns:
            if column.role is ColumnRole.MORE and column.name and column.name not in more:
                more.append(column.name)
            names.setdefault(column.role, column.name)
        groups = groups or _groups(table)
    names = _of_words(draft) | names
    found: dict[str, Plain] = {
        "groups": [*draft.heading_columns] or groups or [_NO_NAME],
        "measure": names.get(ColumnRole.MEASURE) or "具體作法",
    }
    for role, key in ((ColumnRole.WHO, "who"), (ColumnRole.WHEN, "when"), (ColumnRole.TARGET, "target")):
        if names.get(role):
            found[key] = names[role]
    return found | ({"more": more} if more else {})


def _of_words(draft: DraftPlan) -> dict[ColumnRole, str]:
    """What to call departments and periods that stand in no column but in the words of the measures."""
    keys = {key for section in draft.sections for row in section.rows for key in row.values}
    named = {
        ColumnRole.WHO: ("who", "承辦單位"),
        ColumnRole.WHEN: ("when", "辦理期間"),
        ColumnRole.TARGET: ("target", "目標"),
    }
    return {role: draft.names.get(role, name) for role, (key, name) in named.items() if key in keys}


def _groups(table: MeasureTable) -> list[Plain]:
    return [column.name for column in table.columns if column.role is ColumnRole.GROUP and column.name]


def _section(section: DraftSection, when: str) -> str:
    values: dict[str, Plain] = {}
    if section.heading:
        values["heading"] = section.heading
    if section.lines:
        values["text"] = "\n".join(section.lines)
    lines = "".join(lines_of(key, value, 4) for key, value in values.items())
    if section.rows:
        lines += "    rows:\n" + "".join(_row(row, when) for row in section.rows)
    return f"  - {lines[4:]}"


def _row(row: DraftRow, when: str) -> str:
    values: dict[str, Plain] = {row.kind: row.text}
    values |= {key: row.values[key] for key in _KEYS if key in row.values}
    if when and values.get("when") == when:
        del values["when"]
    if row.doubts:
        values["unsure"] = "".join(dict.fromkeys(row.doubts))
    return f"      - {''.join(lines_of(key, value, 8) for key, value in values.items())[8:]}"


def _block_list(key: str, value: Plain) -> str:
    items: Iterable[Plain] = value if isinstance(value, list) else ()
    return f"{key}:\n" + "".join(f"  - {lines_of('x', item, 0)[3:]}" for item in items)
