"""Values of a plan.yml written anew: one key of a mapping at a time, and every other character stays."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import yaml

from planpress.editing.edit import Edit, content_end, line_end, line_start, scalar
from planpress.editing.sheet.units import normal
from planpress.source.text.yaml_text import Plain

_BLOCK: Final = "|"
_NUMBER: Final = re.compile(r"[-+]?[\d_]*\.?\d+")


class Figure(str):
    """A text that stands without quotation marks although it looks like a number: its key takes one."""

    __slots__ = ()


def applied(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """A part of a text with the edits that lie in it; their places are those of the whole text."""
    end = len(text) if end is None else end
    part = text[start:end]
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        part = part[: edit.start - start] + edit.text + part[edit.end - start :]
    return part


def lines_of(key: str, value: Plain, indent: int) -> str:
    """A key with its value, as lines of a block."""
    blanks = " " * indent
    if isinstance(value, str) and "\n" in value:
        return f"{blanks}{key}: {block(value, indent + 2)}\n"
    return f"{blanks}{key}: {in_brackets(value) if not isinstance(value, str) else _one_line(value, None, False)}\n"


def block(value: str, indent: int, header: str = _BLOCK, kept: Mapping[str, str] | None = None) -> str:
    """A text of several lines below a ``|``.

    Args:
        value: the text.
        indent: of its lines.
        header: what stands on the line of the key.
        kept: lines of the file by what they say, which stay as they are.
    """
    lines = [(kept or {}).get(normal(line)) or f"{' ' * indent}{line}".rstrip() for line in value.split("\n")]
    return "\n".join([header, *lines])


def in_brackets(value: Plain) -> str:
    """A value on one line: ``{figure: "95", unit: 戶}``."""
    match value:
        case str():
            return _one_line(value, None, True)
        case list():
            return f"[{', '.join(map(in_brackets, value))}]"
    return "{{{}}}".format(", ".join(f"{key}: {in_brackets(each)}" for key, each in value.items()))


def _one_line(value: str, style: str | None, in_flow: bool) -> str:
    is_text = style is None and not isinstance(value, Figure)
    style = '"' if is_text and _NUMBER.fullmatch(value) else style  # what the schema calls a text
    return scalar(value, style, in_flow=in_flow)


def value_edit(text: str, name: yaml.Node, node: yaml.Node, value: Plain, in_flow: bool) -> Edit:
    """The edit that gives a key another value."""
    start = node.start_mark.index
    end = content_end(text, node)
    if end <= start:  # nothing behind the key
        return Edit(start, start, f" {in_brackets(value)}")
    if not isinstance(value, str) or not isinstance(node, yaml.ScalarNode):
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            start = text.index(":", name.end_mark.index) + 1
            return Edit(start, end, f" {in_brackets(value)}")
        return Edit(start, end, in_brackets(value))
    if not in_flow and (node.style == _BLOCK or "\n" in value):
        return Edit(start, end, _block_of(text, name, node, value, end))
    return Edit(start, end, _one_line(value, node.style if node.style in ("'", '"') else None, in_flow))


def _block_of(text: str, name: yaml.Node, node: yaml.ScalarNode, value: str, end: int) -> str:
    start = node.start_mark.index
    if node.style != _BLOCK:
        return block(value, name.start_mark.column + 2)
    header, _, content = text[start:end].partition("\n")
    lines = content.split("\n")
    first = next(line for line in lines if line.strip())
    indent = len(first) - len(first.lstrip(" "))
    kept = {normal(line[indent:]): line for line in lines if line.strip()}
    return block(value, indent, header, kept)


def mapping_edits(
    text: str, node: yaml.MappingNode, changes: Mapping[str, Plain | None], order: Sequence[str], in_flow: bool
) -> Iterator[Edit]:
    """The edits that change, add and remove keys of a mapping.

    Args:
        text: of the file.
        node: the mapping.
        changes: values by key; None removes.
        order: in which keys are usually written; a new one goes behind those that come before it.
        in_flow: it stands in brackets.
    """
    there = {name.value.strip(): position for position, (name, _) in enumerate(node.value)}
    kept = [key for key in there if changes.get(key, "") is not None]
    added: dict[str, list[tuple[str, Plain]]] = {}
    for key in sorted(changes, key=lambda key: order.index(key) if key in order else len(order)):
        value = changes[key]
        if key in there:
            name, node_of_value = node.value[there[key]]
            if value is None:
                yield _removal(text, node, there[key], in_flow)
            else:
                yield value_edit(text, name, node_of_value, value, in_flow)
        elif value is not None:
            behind = order[: order.index(key)] if key in order else order
            anchor = next((each for each in reversed(kept) if each in behind), kept[0] if kept else "")
            added.setdefault(anchor, []).append((key, value))
    for anchor, new in added.items():
        yield _addition(text, node, there[anchor], new, in_flow)


def _addition(text: str, node: yaml.MappingNode, anchor: int, new: Sequence[tuple[str, Plain]], in_flow: bool) -> Edit:
    name, value = node.value[anchor]
    end = max(content_end(text, value), name.end_mark.index)
    if in_flow:
        return Edit(end, end, "".join(f", {key}: {in_brackets(each)}" for key, each in new))
    at = line_end(text, end)
    return Edit(at, at, "".join(lines_of(key, each, name.start_mark.column) for key, each in new))


def _removal(text: str, node: yaml.MappingNode, position: int, in_flow: bool) -> Edit:
    name, value = node.value[position]
    start = name.start_mark.index
    end = max(content_end(text, value), name.end_mark.index)
    following = node.value[position + 1][0].start_mark.index if position + 1 < len(node.value) else None
    if in_flow and following is None and position:
        before = node.value[position - 1]
        return Edit(max(content_end(text, before[1]), before[0].end_mark.index), end, "")
    own_line = text[line_start(text, start) : start].strip() == ""
    if not own_line or in_flow:  # behind the mark of its row, or in brackets
        return Edit(start, end if following is None else following, "")
    return Edit(line_start(text, start), line_end(text, end), "")
