"""Translations, kept as gettext catalogues in ``content/locales/<tag>/LC_MESSAGES/``.

``interface.po`` holds what the site itself says, ``plans.po`` the texts of the plans, ``terms.po`` the
glossary. A msgid is always the Chinese wording; that of a plan's text is the text without its printed number,
so that a sentence shared by offices and years is translated once. Where one sentence needs two translations,
``msgctxt`` names the office.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from planpress.editions.po_text import ENTRIES_LIMIT, SIZE_LIMIT, Plural, PoText, plural_rule, read_po_text
from planpress.editions.working_names import MARK, Use, uses
from planpress.model.line_breaks import joined
from planpress.problems.problem import Place, Problem
from planpress.source import files
from planpress.source.source_text import MOST_PROBLEMS

INTERFACE: Final = "interface"
"""Catalogue of what the site itself says."""
TERMS: Final = "terms"
"""Catalogue of the glossary."""
PLANS: Final = "plans"
"""Catalogue of the plans' texts; it wins over the glossary."""

TERMS_LIMIT: Final = 2_000
"""How many terms a glossary may have: each is looked for in every sentence."""


def catalogue_path(locales: Path, tag: str, name: str) -> Path:
    """Where the catalogue of a language lies."""
    return locales / tag / "LC_MESSAGES" / f"{name}.po"


def as_key(text: str) -> str:
    r"""The text as a key: every run of white space is one blank, and none where a line could break in Chinese.

    >>> as_key("推廣電子 帳單") == as_key("推廣電子\n帳單") == as_key("推廣電子帳單")
    True
    """
    return joined(text.split())


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


def load_memory(root: Path, locales: Path, tag: str) -> tuple[Memory, tuple[Problem, ...]]:
    """Read the catalogues of a language from their files. A catalogue that is not there is empty.

    Args:
        root: the project's folder, from which problems name their file.
        locales: the folder of all languages.
        tag: BCP 47 tag of the language.
    """
    problems: list[Problem] = []
    catalogues: dict[str, bytes] = {}
    for name in (INTERFACE, TERMS, PLANS):
        file = catalogue_path(locales, tag, name).relative_to(root).as_posix()
        content, found = read_if_there(root, file, SIZE_LIMIT)
        problems += found
        if content is not None:
            catalogues[file] = content
    memory, found_in = read_memory(catalogues)
    return memory, (*problems, *found_in)


def read_if_there(root: Path, file: str, limit: int) -> tuple[bytes | None, list[Problem]]:
    """What a file holds that need not be there; see :func:`planpress.source.files.read`."""
    content, problems = files.read(root, file, limit)
    return content, [problem for problem in problems if problem.code != "E404"]


def read_memory(catalogues: Mapping[str, bytes]) -> tuple[Memory, tuple[Problem, ...]]:
    """Read catalogues, given by file name. What is wrong in one does not keep the others from being used."""
    texts: dict[str, dict[tuple[str | None, str], str]] = {TERMS: {}, PLANS: {}}
    messages: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    plural = "0"
    problems: list[Problem] = []
    for file, content in catalogues.items():
        text, found = catalogue_text(file, content)
        catalogue, wrong = _catalogue(text) if text else (None, [])
        problems += found + wrong
        if text is None or catalogue is None:
            continue
        name = Path(file).stem
        if name == INTERFACE:
            plural = text.plural.rule
            wrong_messages = dict(_placeholder_problems(text, _translated(catalogue)))
            problems += islice(wrong_messages.values(), MOST_PROBLEMS)
            # A message that fills in what nobody gives would end the page.
            messages = {
                _msgid(message): _forms(message)
                for message in _translated(catalogue)
                if _msgid(message) not in wrong_messages
            }
        else:
            texts[name] = {
                (message.context, as_key(_msgid(message))): _forms(message)[0] for message in _translated(catalogue)
            }
        if name == TERMS:
            names = {_msgid(each): _forms(each)[0] for each in _translated(catalogue) if MARK in each.user_comments}
    known = texts[TERMS] | texts[PLANS]
    said = uses(((chinese, translation) for (_, chinese), translation in known.items()), names)
    return Memory(known, messages, plural, said), tuple(problems)


def catalogue_text(file: str, content: bytes) -> tuple[PoText | None, list[Problem]]:
    """A catalogue as it is written; a glossary may be no longer than one (:func:`read_po_text`)."""
    return read_po_text(file, content, TERMS_LIMIT if Path(file).stem == TERMS else ENTRIES_LIMIT)


def read_catalogue(file: str, content: bytes) -> tuple[Catalog | None, list[Problem]]:
    """Read one catalogue, or say why it cannot be read."""
    text, problems = catalogue_text(file, content)
    catalogue, wrong = _catalogue(text) if text else (None, [])
    return catalogue, problems + wrong


def _catalogue(text: PoText) -> tuple[Catalog | None, list[Problem]]:
    try:
        # Babel does not know what an obsolete message was before (#~|), which gettext and Poedit write.
        return read_po(["" if line.startswith("#~|") else line for line in text.lines], abort_invalid=True), []
    except PoFileError as error:
        line = error.lineno + 1
    except (ValueError, LookupError, ArithmeticError):
        line = 1  # a header that makes no sense
    excerpt = text.lines[line - 1]
    return None, [Problem("E601", Place(text.source.file, line, 1, max(1, len(excerpt)), excerpt))]


def placeholders(message: str) -> frozenset[str]:
    """What is filled in: ``%(name)s`` and, by a script, ``{name}``; also a stray ``%`` or brace, which breaks a page.

    >>> sorted(placeholders("%(done)s of %(all)s: 100%%"))
    ['%(all)s', '%(done)s']
    """
    return frozenset(_PLACEHOLDER.findall(message)) - {"%%"}


_PLACEHOLDER: Final = re.compile(r"%(?:\(\w+\)[a-z]|.?)|\{\w+\}|[{}]", re.DOTALL)


def _placeholder_problems(text: PoText, messages: Iterable[Message]) -> Iterator[tuple[str, Problem]]:
    """The messages that fill in other things than their msgid, and what is wrong with each."""
    of_one_alone = _form_of_one_alone(text.plural)
    for message in messages:
        wanted = placeholders(_msgid(message))
        forms = _forms(message)
        for index, form in enumerate(forms):
            # "one measure" need not repeat the number.
            may_leave_out = len(forms) > 1 and index == of_one_alone
            found = placeholders(form)
            if found - wanted or (wanted - found and not may_leave_out):
                line = message.lineno or 0
                excerpt = text.lines[line - 1]
                values = {"expected": " ".join(sorted(wanted)) or "—", "found": " ".join(sorted(found)) or "—"}
                yield _msgid(message), Problem("E602", Place(text.source.file, line, 1, len(excerpt), excerpt), values)
                break


def _form_of_one_alone(plural: Plural) -> int | None:
    """The form that the number 1 takes, if no other number takes it."""
    rule = plural_rule(plural.rule)
    return None if any(rule(number) == rule(1) for number in range(200) if number != 1) else rule(1)


def _translated(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id and is_translated(message))


def is_translated(message: Message) -> bool:
    """Whether a message has a translation, in every form, that nobody has marked as doubtful."""
    return not message.fuzzy and all(_forms(message))


def _msgid(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
