"""The scripts of the search as they are served: without what only explains, and what a page starts with in one file."""

from collections.abc import Mapping, Sequence
from typing import Final

FIRST: Final = (
    "contract.js", "folding.js", "corpus.js", "dom.js", "query.js", "marking.js", "result.js", "page.js",
)  # fmt: skip
"""What a first answer needs, each module after those that it imports. They are sent as one file, which compresses
better than many, under the name of the last."""

LATER: Final = (
    "hits.js", "search.js", "stems.js", "question.js", "closeness.js", "topics.js", "widen.js", "advanced.js",
    "fields.js", "orders.js", "counts.js", "refine.js", "suggest.js",
)  # fmt: skip
"""What is loaded beside the index, when it is asked for, or when the first answer is on the screen."""


def served(modules: Mapping[str, str]) -> dict[str, str]:
    """The texts to send by file name, the one to start with first.

    Args:
        modules: texts as they are written, by file name: :data:`FIRST` and :data:`LATER`.
    """
    return {name: compact(text) for name, text in joined(modules, FIRST, LATER).items()}


def joined(modules: Mapping[str, str], first: Sequence[str], later: Sequence[str]) -> dict[str, str]:
    """Some modules as one, and others that import from it what they imported from its parts.

    Every static import is a line that begins with the word; it imports names, under these names. A module that is
    joined has no name at its top that another one has.

    Args:
        modules: texts by file name.
        first: the modules to join, each after those that it imports.
        later: the others.

    Returns:
        Texts by file name: the joined one under the name of its last part, then the others.
    """
    start = first[-1]
    lines = (line for name in first for line in modules[name].splitlines(keepends=True))
    made = {start: "".join(line for line in lines if not line.startswith("import "))}
    for name in later:
        made[name] = modules[name]
        for part in first:
            made[name] = made[name].replace(f'from "./{part}"', f'from "./{start}"')
    return made


def compact(script: str) -> str:
    """A script without its types, comments, indentation, and blanks that only make it easier to read."""
    # Most builds remember what an earlier one made, and need no Pygments, which takes long to load.
    from pygments.lexers.javascript import JavascriptLexer
    from pygments.token import Comment, Text

    made, blank = "", ""
    for kind, text in JavascriptLexer(stripnl=False).get_tokens(script):
        if kind in Comment or kind in Text:
            blank += text
        elif text:
            made += _kept(made[-1:], blank, text[0]) + text
            blank = ""
    return made + "\n"


def _kept(before: str, blank: str, after: str) -> str:
    """What must stay of a blank between two characters. The end of a line may be the end of a statement."""
    if "\n" in blank:
        return "" if before in "{(,;" or after in "})" else "\n"
    apart = (_in_word(before) and _in_word(after)) or (before == after and before in "+-/")
    return " " if blank and apart else ""


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "_$#"
