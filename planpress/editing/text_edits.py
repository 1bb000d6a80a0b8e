"""Changes of a YAML file where they stand, so that every other line and every comment stays as it was written."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from planpress.editing.edit import Edit, content_end, line_end, line_start, scalar
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Steps

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_INDENT: Final = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after its edits.

    Attributes:
        text: the whole.
        places: of each edit, where its words stand now.
    """

    text: str
    places: Mapping[Edit, tuple[int, int]]

    def line(self, edit: Edit) -> int:
        """The line on which the words of an edit stand now."""
        return self.text.count("\n", 0, self.places[edit][0]) + 1


def edited(text: str, edits: Iterable[Edit]) -> Edited:
    """A text with edits, none of which touches what another does."""
    parts: list[str] = []
    places: dict[Edit, tuple[int, int]] = {}
    end = length = 0
    for edit in sorted(edits, key=lambda each: each[:2]):
        assert edit.start >= end, "edits overlap"
        parts += (text[end : edit.start], edit.text)
        length += edit.start - end + len(edit.text)
        places[edit] = (length - len(edit.text), length)
        end = edit.end
    return Edited("".join([*parts, text[end:]]), places)


def without(document: YamlDocument, path: Steps, names: Collection[str]) -> Iterator[Edit]:
    """Take keys out of a mapping, with their values and the lines that they fill. Comments stay, on their own lines.

    Where nothing would be left of the mapping, it stays as it is.
    """
    text = document.source.text
    mapping = node_at(document, path)
    assert isinstance(mapping, yaml.MappingNode)
    gone = [key.value.strip() in names for key, _ in mapping.value]
    if all(gone):
        return
    starts = [key.start_mark.index for key, _ in mapping.value]
    ends = [content_end(text, value) for _, value in mapping.value]
    leading = gone.index(False)
    line = line_start(text, starts[0])
    if leading and (mapping.flow_style or text[line : starts[0]].strip()):  # behind "{", or the "- " of a row
        yield from _cut(text, (starts[0], starts[leading]), line, [value for _, value in mapping.value[:leading]])
        gone[:leading] = [False] * leading
    for position in (index for index, is_gone in enumerate(gone) if is_gone):
        line = line_start(text, starts[position])
        within = (ends[position - 1], ends[position])
        span = within if mapping.flow_style else (line, line_end(text, ends[position]))
        yield from _cut(text, span, line, [mapping.value[position][1]])


def _cut(text: str, span: tuple[int, int], line: int, values: Iterable[yaml.Node]) -> Iterator[Edit]:
    """Characters that go; the comments among them that lie in no value stand above the line instead."""
    indent = _INDENT.match(text, line)
    scalars = [scalar for value in values for scalar in _scalars(text, value)]
    kept = [
        f"{indent[0] if indent else ''}{match[0].rstrip()}{_line_break(text)}"
        for match in _COMMENT.finditer(text, *span)
        if not any(start <= match.start() < end for start, end in scalars)
    ]
    if kept:
        yield Edit(line, line, "".join(kept))
    yield Edit(*span, "")


def added(document: YamlDocument, after: Steps, name: str, value: str) -> Edit:
    """Another key behind one that is there, on a line of its own unless the mapping is on one line."""
    text = document.source.text
    *above, key = after
    mapping = node_at(document, tuple(above))
    assert isinstance(mapping, yaml.MappingNode)
    beside, node = next((each, node) for each, node in mapping.value if each.value.strip() == key)
    end = content_end(text, node)
    if mapping.flow_style:
        return Edit(end, end, f", {name}: {scalar(value)}")
    end, line_break = line_end(text, end), _line_break(text)
    first = "" if text[:end].endswith("\n") else line_break
    return Edit(end, end, f"{first}{' ' * beside.start_mark.column}{name}: {scalar(value)}{line_break}")


def replaced(document: YamlDocument, path: Steps, value: str) -> Edit:
    """Another text in the place of one."""
    node = node_at(document, path)
    return Edit(node.start_mark.index, content_end(document.source.text, node), scalar(value))


def node_at(document: YamlDocument, path: Steps) -> yaml.Node:
    """The node of a value that is there."""
    node = document.root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value.strip() == step)
        else:
            node = node.value[step]
    return node


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _scalars(text: str, node: yaml.Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, content_end(text, node)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(text, each)
    elif isinstance(node, yaml.MappingNode):
        for key, each in node.value:
            yield from _scalars(text, key)
            yield from _scalars(text, each)
