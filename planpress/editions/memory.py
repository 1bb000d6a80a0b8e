"""Translations, kept as gettext catalogues in ``content/locales/<tag>/LC_MESSAGES/``.

A msgid is always the Chinese wording; that of a plan's text is the text without its printed number, so that a sentence
shared by offices and years is translated once. Where one sentence needs two translations, ``msgctxt`` names the office.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from planpress.editions.catalogue import INTERFACE, PLANS, TERMS, Catalogue, Entry, as_key, catalogue_path
from planpress.editions.plural import plural_rule
from planpress.editions.po_reader import SIZE_LIMIT, read_catalogue
from planpress.editions.working_names import MARK, Use, uses
from planpress.problems.problem import Problem
from planpress.source import files
from planpress.source.text.source_text import MOST_PROBLEMS


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything that is translated into one language. Fuzzy and empty entries are not.

    Attributes:
        texts: translation by office (None: any office) and normalised Chinese text.
        messages: forms of an interface message, one or as many as the language has plurals, by its msgid.
        plural: which form a number takes, as gettext writes it.
        names: where translations say working names, by translation.
    """

    texts: Mapping[tuple[str | None, str], str] = field(default_factory=dict)
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: str = "0"
    names: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)

    def lookup(self, text: str, context: str | None = None) -> str | None:
        """Translation of a plan's text, given without its printed number.

        Args:
            text: the Chinese text.
            context: id of the office whose own translation is preferred.
        """
        if not self.texts:
            return None
        key = as_key(text)
        if context is not None and (translation := self.texts.get((context, key))):
            return translation
        return self.texts.get((None, key))

    def message(self, message: str) -> str | None:
        """Translation of an interface message."""
        forms = self.messages.get(message)
        return forms[0] if forms else None

    def plural_message(self, message: str, number: int) -> str | None:
        """Translation of an interface message in the form that the number takes."""
        forms = self.messages.get(message)
        return forms[min(plural_rule(self.plural)(number), len(forms) - 1)] if forms else None


def load_memory(root: Path, locales: Path, tag: str, house: Path | None = None) -> tuple[Memory, tuple[Problem, ...]]:
    """Read the catalogues of a language from their files. A catalogue that is not there is empty.

    Args:
        root: the project's folder, from which problems name their file.
        locales: the folder of all languages.
        tag: BCP 47 tag of the language.
        house: the folder in which the interface's translation lies in the same way, where it is not the root.
    """
    problems: list[Problem] = []
    catalogues: dict[str, bytes] = {}
    for name in (INTERFACE, TERMS, PLANS):
        file = catalogue_path(locales, tag, name).relative_to(root).as_posix()
        content, found = files.read_if_there((house if name == INTERFACE else None) or root, file, SIZE_LIMIT)
        problems += found
        if content is not None:
            catalogues[file] = content
    memory, found_in = read_memory(catalogues)
    return memory, (*problems, *found_in)


def read_memory(catalogues: Mapping[str, bytes]) -> tuple[Memory, tuple[Problem, ...]]:
    """Read catalogues, given by file name. What is wrong in one does not keep the others from being used."""
    texts: dict[str, dict[tuple[str | None, str], str]] = {TERMS: {}, PLANS: {}}
    messages: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    plural = "0"
    problems: list[Problem] = []
    for file, content in catalogues.items():
        catalogue, found = read_catalogue(file, content)
        problems += found
        if catalogue is None:
            continue
        name = Path(file).stem
        current = [entry for entry in catalogue.entries if entry.is_current]
        if name == INTERFACE:
            plural = catalogue.plural.rule
            wrong = dict(_placeholder_problems(catalogue, current))
            problems += islice(wrong.values(), MOST_PROBLEMS)
            # A message that fills in what nobody gives would end the page.
            messages = {entry.msgid: entry.strings for entry in current if entry.msgid not in wrong}
        else:
            texts[name] = {entry.key: entry.string for entry in current}
        if name == TERMS:
            names = {entry.msgid: entry.string for entry in current if MARK in map(str.strip, entry.comments)}
    known = texts[TERMS] | texts[PLANS]
    said = uses(((chinese, translation) for (_, chinese), translation in known.items()), names)
    return Memory(known, messages, plural, said), tuple(problems)


def placeholders(message: str) -> frozenset[str]:
    """What is filled in: ``%(name)s`` and, by a script, ``{name}``; also a stray ``%`` or brace, which breaks a page.

    >>> sorted(placeholders("%(done)s of %(all)s: 100%%"))
    ['%(all)s', '%(done)s']
    """
    return frozenset(_PLACEHOLDER.findall(message)) - {"%%"}


_PLACEHOLDER: Final = re.compile(r"%(?:\(\w+\)[a-z]|.?)|\{\w+\}|[{}]", re.DOTALL)


def _placeholder_problems(catalogue: Catalogue, messages: Iterable[Entry]) -> Iterator[tuple[str, Problem]]:
    """The messages that fill in other things than their msgid, and what is wrong with each."""
    of_one_alone = catalogue.plural.form_of_one_alone
    for message in messages:
        wanted = placeholders(message.msgid)
        for index, form in enumerate(message.strings):
            # "one measure" need not repeat the number.
            may_leave_out = len(message.strings) > 1 and index == of_one_alone
            found = placeholders(form)
            if found - wanted or (wanted - found and not may_leave_out):
                values = {"expected": " ".join(sorted(wanted)) or "—", "found": " ".join(sorted(found)) or "—"}
                yield message.msgid, Problem("E602", catalogue.msgid_place(message), values)
                break
