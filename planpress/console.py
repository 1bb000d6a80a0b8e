"""Standard output and error as they really are: of few characters, closed, or gone in the middle."""

import codecs
import io
import json
import os
import sys
from typing import Final

GONE: Final = 141
"""Exit code when whoever read the output has left: what a shell gives to a program that ends of SIGPIPE."""

_ESCAPED: Final = "planpress.escaped"


def visible(text: str) -> str:
    """A line as it may be sent to a terminal: escape sequences and invisible characters are spelt out."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else "→" if character == "\t" else f"<U+{ord(character):04X}>"
        for character in text
    )


def visible_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(map(visible, text.split("\n")))


def prepare() -> None:
    """Make both outputs take any text, whatever their encoding, and give one to a program that has none."""
    codecs.register_error(_ESCAPED, _escaped)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for as long as we run
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPED)


def settle() -> None:
    """Send what was not sent yet. What nobody takes is dropped: Python would complain of it in its last moment."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What an encoding lacks, as JSON escapes it: so JSON stays JSON."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end
