"""The text of an assessment's file: a new one, and one with other values, in which every other line stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import yaml

from planpress.editing.edit import Edit, content_end, line_end, line_start
from planpress.editing.register.entries import Entries
from planpress.editing.register.fields import Form, form_of
from planpress.editing.register.merging import Changes
from planpress.editing.register.plan_rows import PlanRow
from planpress.editing.sheet.yaml_values import Figure, applied, in_brackets, lines_of, mapping_edits
from planpress.editing.text_edits import node_at
from planpress.model.assessment import AssessmentKind
from planpress.model.visibility import Visibility
from planpress.source.shapes.result_shapes import AssessmentFile, AssessmentRowEntry
from planpress.source.text.yaml_text import Plain, YamlDocument

SCHEMA_LINE: Final = "# yaml-language-server: $schema=../../../../schema/assessment.json\n"
_LONGEST_COMMENT: Final = 60
_HEAD_ORDER: Final = tuple(field.alias or name for name, field in AssessmentFile.model_fields.items())
_ROW_ORDER: Final = tuple(AssessmentRowEntry.model_fields)
_INDENT: Final = 2


def new_assessment_text(kind: AssessmentKind, half: int | None, rows: Iterable[PlanRow]) -> str:
    """The text of an assessment that is still to be filled in. Nobody sees it until somebody opens it.

    Args:
        kind: of the assessment.
        half: of the year; None for the whole year.
        rows: what it speaks of.
    """
    head: dict[str, Plain] = {"kind": kind.value}
    if half is not None:
        head["half"] = Figure(half)
    head["visibility"] = Visibility.INTERNAL.value
    lines = "".join(lines_of(key, value, 0) for key, value in head.items())
    return f"{SCHEMA_LINE}{lines}rows:\n" + "".join(f"  # {_comment(row)}\n  - of: {row.id}\n" for row in rows)


def _comment(row: PlanRow) -> str:
    """The plan's words, for whoever edits the file."""
    line = " ".join(row.line.split())
    return line if len(line) <= _LONGEST_COMMENT else f"{line[: _LONGEST_COMMENT - 1]}…"


def rewritten(document: YamlDocument, now: Entries, changes: Changes) -> str:
    """The text of an assessment as it is to be.

    Args:
        document: the file as it is.
        now: what it says.
        changes: what is to change.
    """
    text = document.source.text
    has_last_line_break = text.endswith("\n")
    text = text if has_last_line_break else f"{text}\n"
    found = applied(text, _edits(document, text, now, changes))
    if "\r\n" in text:
        found = found.replace("\r\n", "\n").replace("\n", "\r\n")
    return found if has_last_line_break else found.rstrip("\r\n")


def _edits(document: YamlDocument, text: str, now: Entries, changes: Changes) -> Iterator[Edit]:
    root = document.root
    assert isinstance(root, yaml.MappingNode)  # the shape of an assessment
    in_flow = bool(root.flow_style)
    head = _written(changes.head)
    rows = document.data.get("rows")
    new = [_plain(row.values) for row in changes.new]
    if new and not (isinstance(rows, list) and rows):
        head["rows"] = list(new)
    elif new:
        yield _added(document, text, new)
    yield from mapping_edits(text, root, head, _HEAD_ORDER, in_flow)
    for row in now.rows:
        if found := changes.rows.get(row.address):
            node = node_at(document, row.path)
            assert isinstance(node, yaml.MappingNode)
            yield from mapping_edits(text, node, _written(found), _ROW_ORDER, in_flow or bool(node.flow_style))


def _added(document: YamlDocument, text: str, new: Sequence[Mapping[str, Plain]]) -> Edit:
    """Rows behind the last one."""
    node = node_at(document, ("rows",))
    assert isinstance(node, yaml.SequenceNode)
    end = content_end(text, node.value[-1])
    if node.flow_style:
        return Edit(end, end, "".join(f", {in_brackets(dict(row))}" for row in new))
    at = line_end(text, end)
    start = text.rfind("-", 0, node.value[-1].start_mark.index)
    indent = start - line_start(text, start)
    lines = ["".join(lines_of(key, value, indent + _INDENT) for key, value in row.items()) for row in new]
    return Edit(at, at, "".join(f"{' ' * indent}- {each[indent + _INDENT :]}" for each in lines))


def _plain(values: Mapping[str, str]) -> dict[str, Plain]:
    said = {key: value for key, value in _written(values).items() if value is not None}
    return {key: said[key] for key in _ROW_ORDER if key in said}


def _written(values: Mapping[str, str]) -> dict[str, Plain | None]:
    return {key: _value(key, value) if value else None for key, value in values.items()}


def _value(key: str, text: str) -> Plain:
    match form_of(key):
        case Form.AMOUNT | Form.COUNT | Form.HALF:
            return Figure(text)
        case Form.NAMES:
            return list(text.split("、"))
    return text
