"""Working names (暫譯名稱): where a translation says a name that has no official translation.

An entry of ``terms.po`` under the translator's comment ``# Chinese at first use`` is such a name: of an app, a service,
a programme, a rule. A page puts the Chinese beside it where it first says it, so that readers can ask for it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planpress.model.web_addresses import address_spans

MARK: Final = "Chinese at first use"
"""The comment that makes a term a working name."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a translation says a working name.

    Attributes:
        end: index behind the name, its plural ending and the quotation mark that closes behind it.
        name: as the glossary has it.
        chinese: the name in Chinese.
    """

    end: int
    name: str
    chinese: str


def uses(texts: Iterable[tuple[str, str]], names: Mapping[str, str]) -> dict[str, tuple[Use, ...]]:
    """Where translations say working names, from left to right, by translation; those that say none are left out.

    Args:
        texts: pairs of a Chinese text and its translation.
        names: translation of each working name, by the Chinese.
    """
    longest_first = sorted({re.escape(name) for name in names.values()}, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"\b({'|'.join(longest_first)})(?:e?s)?\b(?:['’\"”](?!\w))?")
    found = {}
    for chinese, translation in texts if names else ():
        bare = chinese.replace("「", "").replace("」", "")
        said = {name: each for each, name in names.items() if each in bare and each not in translation}
        if said and (places := tuple(_places(pattern, translation, said))):
            found[translation] = places
    return found


def _places(pattern: re.Pattern[str], translation: str, said: Mapping[str, str]) -> Iterator[Use]:
    addresses = list(address_spans(translation))
    for match in pattern.finditer(translation):
        if match[1] in said and not any(start < match.end() <= end for start, end in addresses):
            yield Use(match.end(), match[1], said[match[1]])


def introductions(text: str, uses: Iterable[Use], introduced: set[str]) -> Iterator[tuple[str, str]]:
    """Cut a translation behind every name that a reader meets for the first time.

    Args:
        text: the translation.
        uses: where it says names.
        introduced: the names that the reader has met; those of this text are added.

    Yields:
        A piece, and the Chinese that belongs behind it; with the last piece an empty one.
    """
    told = 0
    for use in uses:
        if use.name not in introduced:
            introduced.add(use.name)
            yield text[told : use.end], use.chinese
            told = use.end
    yield text[told:], ""
