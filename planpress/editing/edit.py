"""What every change of a YAML file is made of: characters that give way to others, and values as YAML has them."""

import json
import re
from typing import Final, NamedTuple

import yaml

_LINE_BREAKS: Final = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Characters that YAML takes for line breaks or refuses, unless they are escaped."""


class Edit(NamedTuple):
    """Characters of a text that give way to others.

    Attributes:
        start: index of the first.
        end: index behind the last; where nothing goes, that of the first.
        text: what stands there then.
    """

    start: int
    end: int
    text: str


def scalar(value: str, style: str | None = None, *, in_flow: bool = True) -> str:
    """A text as YAML has it on one line: in its quotes if it has any, in others where it would be something else.

    Args:
        value: the text.
        style: the quotation mark that it is to keep; none for a plain one.
        in_flow: whether it may stand in brackets, where more characters mean something.
    """
    single = "'" + value.replace("'", "''") + "'"
    escaped = _LINE_BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
    if style == '"' or "\n" in value:
        return escaped
    written = single if style == "'" else value
    return written if _read(f"[{written}]" if in_flow else f"- {written}") == value else escaped


def _read(text: str) -> str | None:
    """The only value of a list; None where it is no list of one text."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    match node:
        case yaml.SequenceNode(value=[yaml.ScalarNode() as only]):
            return str(only.value)
    return None


def content_end(text: str, node: yaml.Node) -> int:
    """Where the last character of a node stands; the comments and blanks behind it are not its own."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = (last[1] if _is_there(last[1]) else last[0]) if isinstance(last, tuple) else last
    return node.start_mark.index + len(text[node.start_mark.index : node.end_mark.index].rstrip())


def _is_there(node: yaml.Node) -> bool:
    return bool(node.start_mark.index < node.end_mark.index)


def line_end(text: str, position: int) -> int:
    """Where the line of a position ends, its line break included."""
    found = text.find("\n", position)
    return len(text) if found < 0 else found + 1


def line_start(text: str, position: int) -> int:
    """Where the line of a position begins."""
    return text.rfind("\n", 0, position) + 1
