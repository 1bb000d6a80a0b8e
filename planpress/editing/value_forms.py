"""Values in the one form that the files have for them: dates, departments, texts on one line.

Only the characters of such a value are replaced. What stands around it, comments and blanks included, is not touched.
"""

from collections.abc import Collection, Iterator
from typing import Any, Final, get_args

import yaml

from planpress.editing.edit import Edit, line_end, line_start, scalar
from planpress.model.dates import RocDate, likely_date
from planpress.source.checks.departments import meant_cell
from planpress.source.shapes.known_keys import Shape, annotation_at
from planpress.source.text.source_text import LINE_LIMIT
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Steps

_BLOCK: Final = ("|", ">")


def in_form(document: YamlDocument, shape: Shape, departments: Collection[str]) -> str:
    """The text of a file with its values in their forms.

    Args:
        document: the file.
        shape: what it is.
        departments: of the office, by which the names of a cell are told apart; none where they are not known.
    """
    text = document.source.text
    for edit in reversed([*_edits(document, shape, departments)]):
        if _longest_line(text, edit) <= LINE_LIMIT:
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def is_date(shape: Shape, path: Steps) -> bool:
    """Whether a value should be a date."""
    return bool(path) and _names_date(annotation_at(shape, path))


def is_cell(path: Steps) -> bool:
    """Whether a value names the departments of a row."""
    return path[-1:] == ("who",) and path[-3:-2] == ("rows",)


def _names_date(annotation: Any) -> bool:
    return annotation is RocDate or any(map(_names_date, get_args(annotation)))


def _edits(document: YamlDocument, shape: Shape, departments: Collection[str]) -> Iterator[Edit]:
    """In the file's order."""
    for path, name, node, in_flow in _values((), None, document.root):
        if isinstance(node, yaml.ScalarNode):
            yield from _edit_of(document, node, _meant(document.text_of(node), path, shape, departments), in_flow)
        elif name is not None and is_cell(path):
            yield from _edit_of_list(document, name, node, in_flow)


def _values(
    path: Steps, name: yaml.Node | None, node: yaml.Node, in_flow: bool = False
) -> Iterator[tuple[Steps, yaml.Node | None, yaml.Node, bool]]:
    """Every scalar, and every cell of departments, with its key and whether it stands in brackets."""
    match node:
        case yaml.MappingNode():
            for key, value in node.value:
                yield from _values((*path, key.value.strip()), key, value, in_flow or bool(node.flow_style))
        case yaml.SequenceNode() if not is_cell(path):
            for position, value in enumerate(node.value):
                yield from _values((*path, position), None, value, in_flow or bool(node.flow_style))
        case _:
            yield path, name, node, in_flow


def _meant(text: str, path: Steps, shape: Shape, departments: Collection[str]) -> str:
    if is_cell(path) and departments:
        return meant_cell(text, departments)
    if is_date(shape, path) and (date := likely_date(text)):
        return date.text
    return text


def _edit_of(document: YamlDocument, node: yaml.ScalarNode, meant: str, in_flow: bool) -> Iterator[Edit]:
    """The edit of a scalar whose value has another form, or that is folded over several lines."""
    start = node.start_mark.index
    written = document.source.text[start : node.end_mark.index].rstrip()
    is_folded = "\n" in written and node.style != "|"
    if "\n" in meant or not (is_folded or meant != document.text_of(node)):
        return
    if node.style in _BLOCK and "#" in written.partition("\n")[0]:
        return  # a comment beside the sign
    yield Edit(start, start + len(written), scalar(meant, node.style, in_flow=in_flow))


def _edit_of_list(document: YamlDocument, name: yaml.Node, node: yaml.Node, in_flow: bool) -> Iterator[Edit]:
    """The edit of departments that are written as a list."""
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return
    names = [document.text_of(each) for each in node.value if isinstance(each, yaml.ScalarNode)]
    start = document.source.text.index(":", name.end_mark.index) + 1
    end = node.end_mark.index if node.flow_style else node.value[-1].end_mark.index
    if len(names) == len(node.value) and "#" not in document.source.text[start:end]:
        yield Edit(start, end, f" {scalar('、'.join(names), in_flow=in_flow)}")


def _longest_line(text: str, edit: Edit) -> int:
    """Characters of the line that an edit makes."""
    return edit.start - line_start(text, edit.start) + len(edit.text) + line_end(text, edit.end) - edit.end
