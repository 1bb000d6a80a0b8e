"""The catalogue of problems: what each code says, how to mend it, and why it is one; a data file a subject.

The first letter of a code tells its severity (E error, W warning), the first digit its subject: 1 what a plan says,
2 keys and values, 3 the file as text, 4 folders and settings, 5 what must not be public, 6 translations, synonyms and
services, 7 what the finished pages hold, 8 what documents need, 9 topics and classes, 0 what became of plans.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

_FOLDER: Final = Path(__file__).parent


@cache
def codes() -> Mapping[str, ProblemCode]:
    """Every code, in the order of the documentation: by subject, errors before warnings."""
    found: dict[str, ProblemCode] = {}
    for file, text in _texts().items():
        for code, entry in _entries(text).items():
            assert code not in found, f"{file}: {code} is taken"
            found[code] = entry
    return dict(sorted(found.items(), key=lambda item: (subject(item[0]), item[0])))


@cache
def problem_code(code: str) -> ProblemCode:
    """What one code says. Its own file alone is parsed: all together take longer than most of a command.

    Raises:
        LookupError: there is no such code.
    """
    beginning = f"\n{code}:\n"  # above it is a comment
    return _entries(next((text for text in _texts().values() if beginning in text), ""))[code]


@cache
def _texts() -> Mapping[Path, str]:
    return {file: file.read_text("utf-8") for file in sorted(_FOLDER.glob("*.yml"))}


@cache
def _entries(text: str) -> Mapping[str, ProblemCode]:
    entries = yaml.load(text, yaml.CSafeLoader) or {}
    return {code: ProblemCode.model_validate(entry) for code, entry in entries.items()}


def subject(code: str) -> int:
    """The subject of a code, from 1; the first digit 0 is the tenth."""
    return int(code[1]) or 10


__all__ = ["Context", "Example", "ProblemCode", "Wording", "codes", "problem_code", "subject"]
