"""Which pages a browser looks at: the longest of each kind in each language, or every one."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from planpress.addresses import RESERVED, TOPICS
from planpress.model.language import Language

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sample:
    """Pages that a browser looks at.

    Attributes:
        paths: of their files.
        kinds: how many kinds of pages they are of.
    """

    paths: tuple[str, ...]
    kinds: int


def sample(sizes: Mapping[str, int], languages: Sequence[Language], *, every: bool = False) -> Sample:
    """Choose the pages.

    Args:
        sizes: bytes of every page, by the path of its file.
        languages: of the site.
        every: take all of them.
    """
    offices = {path.split("/")[0] for path in sizes if "/" in path and path.split("/")[0] not in RESERVED} - {
        language.prefix.rstrip("/") for language in languages
    }
    longest: dict[tuple[str, str], str] = {}
    for path in sorted(sizes, key=lambda path: (-sizes[path], path)):
        longest.setdefault(_kind(path, languages, offices), path)
    kinds = {kind for _, kind in longest}
    return Sample(tuple(sorted(sizes if every else longest.values())), len(kinds))


def _kind(path: str, languages: Sequence[Language], offices: Collection[str]) -> tuple[str, str]:
    """Language and kind of a page: its address with a star for each name that data gives it."""
    prefixed = sorted(languages, key=lambda language: -len(language.prefix))
    language = next(each for each in (*prefixed, languages[0]) if path.startswith(each.prefix))
    parts = path.removeprefix(language.prefix).split("/")
    named = [
        "*" if part in offices or parts[:at] == [TOPICS.rstrip("/")] or (at == 2 and parts[0] == "browse") else part
        for at, part in enumerate(parts[:-1])
    ]
    return language.tag, "/".join([*(_NUMBER.sub("N", part) for part in named), parts[-1]])
