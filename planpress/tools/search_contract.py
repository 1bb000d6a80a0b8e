"""What the program and the scripts of the search page must agree on, as a module for these scripts.

``python -m planpress.tools.search_contract`` writes ``theme/site/assets/search/contract.js``; a test holds that it is
current.
"""

import inspect
import json
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints

from planpress.model.dates import ROC_EPOCH
from planpress.model.language import AUTHORITATIVE
from planpress.search.entries import TextKind
from planpress.search.index import FIGURES, FileRecord, PageRecord
from planpress.source.content.theme import ASSETS
from planpress.tools.schema import attribute_docstrings

CONTRACT: Final = f"{ASSETS}/search/contract.js"


def generate() -> str:
    """The text of the module."""
    kinds = list(TextKind)
    values = (
        ("KINDS", "".join(kinds), "Letters of the kinds of texts, in the order in which equally good results stand."),
        ("KIND_NAMES", [kind.slug for kind in kinds], "What each is called in an address."),
        ("FILE", kinds.index(TextKind.FILE), "Number of the kind that has a size, and leads to a file."),
        ("OFFICE", kinds.index(TextKind.OFFICE), "Number of the kind that names an office."),
        ("HEADING", kinds.index(TextKind.HEADING), "Number of the kind that others stand under."),
        ("MEASURE", kinds.index(TextKind.MEASURE), "Number of the kind that says what an office does."),
        ("PAGE", kinds.index(TextKind.PAGE), "Number of the kind that names a page of the site itself."),
        ("FIGURES", FIGURES, "Figures of numbers that are written one behind the other."),
        ("ROC_EPOCH", ROC_EPOCH, "What a 民國 year lacks of the Gregorian one."),
        ("AUTHORITATIVE", AUTHORITATIVE.tag, "Language of what is not translated."),
    )
    return "\n".join(
        (
            "// @ts-check",
            "// What program and scripts agree on. python -m planpress.tools.search_contract writes this file.",
            *map(_type_definition, (PageRecord, FileRecord)),
            *(
                f"\n/** {says} */\nexport const {name} = {json.dumps(value, ensure_ascii=False)};"
                for name, value, says in values
            ),
            "",
        )
    )


def _type_definition(record: Any) -> str:
    """A record of the index as the checker of types reads it."""
    says, needed = dict(attribute_docstrings(record)), record.__required_keys__
    properties = (
        f" * @property {{{_type(hint)}}} {name if name in needed else f'[{name}]'} {says.get(name, '')}".rstrip()
        for name, hint in get_type_hints(record).items()
    )
    lines = (f" * {inspect.getdoc(record)}", f" * @typedef {{object}} {record.__name__}", *properties)
    return "\n".join(("\n/**", *lines, " */")).replace("``", "`")


def _type(hint: Any) -> str:
    """A type in the words of TypeScript."""
    match get_origin(hint), get_args(hint):
        case None, _:
            return {str: "string", int: "number"}.get(hint) or str(hint.__name__)
        case origin, (of,) if origin is list:
            return f"{_type(of)}[]"
        case origin, (of, further) if origin is tuple and further is Ellipsis:
            return f"{_type(of)}[]"
        case origin, several if origin is tuple:
            return f"[{', '.join(map(_type, several))}]"
        case origin, (key, value) if origin is dict:
            return f"Record<{_type(key)}, {_type(value)}>"
        case _:
            raise TypeError(hint)


def main() -> None:
    """Write the module."""
    Path(CONTRACT).write_text(generate(), encoding="utf-8")


if __name__ == "__main__":
    main()
