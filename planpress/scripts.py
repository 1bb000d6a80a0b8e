"""The scripts as they are served: without types, comments and indentation."""

import re
from typing import Final

_COMMENT: Final = re.compile(r"/\*\*.*?\*/ ?|^[ \t]*//[^\n]*", re.MULTILINE | re.DOTALL)


def compact(script: str) -> str:
    """A script without its types and comments. No text of a script may hold ``/**``, or span lines."""
    lines = (line.strip() for line in _COMMENT.sub("", script).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
