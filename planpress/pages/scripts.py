"""The scripts as they are served: without types, comments and indentation, what a page starts with in one file."""

import re
from collections.abc import Mapping
from typing import Final

_PARTS: Final = re.compile(
    r"""
      ( "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | `(?:\\.|[^`\\])*`                 # a text
      | (?:(?<=[(!\[])|(?<=[=:>?]\ ))/(?![/*])(?:\\.|\[(?:\\.|[^]\\])*]|[^/\\])+/  # a regular expression
      )
    | /\*.*?\*/\ ? | //[^\n]*                                                     # types, comments
    | \ ?([-+=!<>?:,;*&|(){}]+)\ ?
    """,
    re.VERBOSE | re.DOTALL,
)
_IMPORT: Final = re.compile(r'^import \{[^}]*\} from "\./([^"]+)";\n', re.MULTILINE)


def compact(script: str) -> str:
    """A script without its types, comments, indentation, and blanks that only make it easier to read.

    No text of a script may span lines, or be within another one; a regular expression stands after one of ``([!=:>?``.
    """
    lines = (line.strip() for line in _PARTS.sub(r"\1\2", script).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def joined(modules: Mapping[str, str], start: str) -> dict[str, str]:
    """Modules with the one to start with and all that it imports as one: one file compresses better than many.

    Args:
        modules: texts by file name. They import names, under these names, from files beside them; a module that is
            joined has no name at its top that another one has.
        start: file name of the one to start with.

    Returns:
        Texts by file name: the joined one under the name of the start, then those that it loads later, which import
        from it what they imported from its parts.
    """
    order: list[str] = []

    def visit(name: str) -> None:
        if name not in order:
            for imported in _IMPORT.findall(modules[name]):
                visit(imported)
            order.append(name)

    visit(start)
    parts = {name: _IMPORT.sub("", modules[name]) for name in order}
    others = {name: text for name, text in modules.items() if name not in parts}

    def renamed(line: re.Match[str]) -> str:
        return line[0].replace(f"./{line[1]}", f"./{start}") if line[1] in parts else line[0]

    return {start: "".join(parts.values()), **{name: _IMPORT.sub(renamed, text) for name, text in others.items()}}
