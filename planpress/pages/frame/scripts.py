"""The scripts of the search as they are served: without what only explains, and what is needed together in one file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

FIRST: Final = (
    "contract.js", "folding.js", "corpus.js", "dom.js", "query.js", "marking.js", "result.js", "page.js",
)  # fmt: skip
"""What a page starts with, each module after those that it imports. They are sent as one file, which compresses better
than many and takes one answer of the server, under the name of the last."""

ANSWER: Final = ("hits.js", "search.js", "stems.js", "question.js", "closeness.js", "topics.js", "widen.js")
"""What an answer needs besides, likewise; it comes beside the index."""

LATER: Final = ("advanced.js", "fields.js", "limits.js", "orders.js", "counts.js", "refine.js", "suggest.js")
"""What is loaded when it is asked for, or when the first answer is on the screen."""

MODULES: Final = (*FIRST, *ANSWER, *LATER)

_IMPORT: Final = re.compile(r'import \{ (?P<names>.+) \} from "\./(?P<module>.+)";\n')


def served(modules: Mapping[str, str]) -> dict[str, str]:
    """The texts to send by file name, the one to start with first.

    Args:
        modules: texts as they are written, by file name: :data:`MODULES`.
    """
    start = joined(modules, FIRST, (*ANSWER, *LATER))
    made = joined(start, ANSWER, (FIRST[-1], *LATER))
    return {name: compact(made[name]) for name in (FIRST[-1], ANSWER[-1], *LATER)}


def joined(modules: Mapping[str, str], together: Sequence[str], others: Sequence[str]) -> dict[str, str]:
    """Some modules as one, and others that import from it what they imported from its parts.

    Every static import is a line that begins with the word; it imports names, under these names. A module that is
    joined has no name at its top that another one has.

    Args:
        modules: texts by file name.
        together: the modules to join, each after those of them that it imports.
        others: those that may import them.

    Returns:
        Texts by file name: the joined one under the name of its last part, then the others.
    """
    whole = together[-1]
    lines = [line for name in together for line in modules[name].splitlines(keepends=True)]
    made = {whole: "".join((*_imports(lines, together), *(line for line in lines if not line.startswith("import "))))}
    for name in others:
        made[name] = modules[name]
        for part in together:
            made[name] = made[name].replace(f'"./{part}"', f'"./{whole}"')
    return made


def _imports(lines: Sequence[str], together: Sequence[str]) -> Iterator[str]:
    """What joined modules import from others: each name once, since two of them may import the same."""
    names: dict[str, set[str]] = {}
    for line in lines:
        found = _IMPORT.fullmatch(line)
        if found and found["module"] not in together:
            names.setdefault(found["module"], set()).update(found["names"].split(", "))
    for module, imported in names.items():
        yield f'import {{ {", ".join(sorted(imported))} }} from "./{module}";\n'


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
