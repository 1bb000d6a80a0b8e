"""Translations, kept as gettext catalogues in ``content/locales/<tag>/LC_MESSAGES/``.

``interface.po`` holds what the site itself says, ``plans.po`` the texts of the plans, ``terms.po`` the
glossary. A msgid is always the Chinese wording; that of a plan's text is the text without its printed number,
so that a sentence shared by offices and years is translated once. Where one sentence needs two translations,
``msgctxt`` names the office.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from hashlib import sha256
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from planpress.problems import Place, Problem
from planpress.working_names import MARK, Use, uses

INTERFACE: Final = "interface"
"""Catalogue of what the site itself says."""
TERMS: Final = "terms"
"""Catalogue of the glossary."""
PLANS: Final = "plans"
"""Catalogue of the plans' texts; it wins over the glossary."""


def catalogue_path(locales: Path, tag: str, name: str) -> Path:
    """Where the catalogue of a language lies."""
    return locales / tag / "LC_MESSAGES" / f"{name}.po"


def normalised(text: str) -> str:
    """The text as a key: every run of white space is one blank."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything that is translated into one language. Fuzzy and empty entries are not.

    Attributes:
        texts: translation by office (None: any office) and normalised Chinese text.
        messages: forms of an interface message, one or as many as the language has plurals, by its msgid.
        plural: which form a number takes, as gettext writes it.
        names: where translations say working names, by translation.
        digest: what the catalogues held when they were read; whatever depends on the memory depends on this.
    """

    texts: Mapping[tuple[str | None, str], str] = field(default_factory=dict)
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: str = "0"
    names: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    digest: str = ""

    def lookup(self, text: str, context: str | None = None) -> str | None:
        """Translation of a plan's text, given without its printed number.

        Args:
            text: the Chinese text.
            context: id of the office whose own translation is preferred.
        """
        if not self.texts:
            return None
        key = normalised(text)
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
        return forms[min(_plural_rule(self.plural)(number), len(forms) - 1)] if forms else None


def load_memory(root: Path, locales: Path, tag: str) -> tuple[Memory, tuple[Problem, ...]]:
    """Read the catalogues of a language from their files. A catalogue that is not there is empty.

    Args:
        root: the project's folder, from which problems name their file.
        locales: the folder of all languages.
        tag: BCP 47 tag of the language.
    """
    paths = [catalogue_path(locales, tag, name) for name in (INTERFACE, TERMS, PLANS)]
    return read_memory({path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()})


def read_memory(catalogues: Mapping[str, bytes]) -> tuple[Memory, tuple[Problem, ...]]:
    """Read catalogues, given by file name. What is wrong in one does not keep the others from being used."""
    texts: dict[str, dict[tuple[str | None, str], str]] = {TERMS: {}, PLANS: {}}
    messages: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    plural = "0"
    problems: list[Problem] = []
    for file, content in catalogues.items():
        catalogue = read_catalogue(file, content)
        if isinstance(catalogue, Problem):
            problems.append(catalogue)
            continue
        name = Path(file).stem
        if name == INTERFACE:
            plural = catalogue.plural_expr
            messages = {_msgid(message): _forms(message) for message in _translated(catalogue)}
            problems.extend(_placeholder_problems(file, content, _translated(catalogue)))
        else:
            texts[name] = {
                (message.context, normalised(_msgid(message))): _forms(message)[0] for message in _translated(catalogue)
            }
            names |= {_msgid(each): _forms(each)[0] for each in _translated(catalogue) if MARK in each.user_comments}
    known = texts[TERMS] | texts[PLANS]
    said = uses(((chinese, translation) for (_, chinese), translation in known.items()), names)
    return Memory(known, messages, plural, said, _digest(catalogues)), tuple(problems)


_LINE: Final = re.compile(
    r'\s*(?:\#.*|(?:(?:\#~\s*)?(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-9]\])\s)?\s*"(?:[^"\\]|\\.)*"\s*)?'
)
"""A line of a catalogue. Babel takes any, and drops the last character where a quotation mark is missing."""


def read_catalogue(file: str, content: bytes) -> Catalog | Problem:
    """Read one catalogue, or say why it cannot be read (E601 syntax, E603 not UTF-8)."""
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        return Problem("E603", Place(file, line=content.count(b"\n", 0, error.start) + 1))
    for line_number, line in enumerate(lines, start=1):
        if _LINE.fullmatch(line) is None:
            return _syntax_problem(file, line_number, line)
    try:
        # Babel does not know what an obsolete message was before (#~|), which gettext and Poedit write.
        catalogue = read_po(["" if line.startswith("#~|") else line for line in lines], abort_invalid=True)
        _plural_rule(catalogue.plural_expr)(1)
    except PoFileError as error:
        return _syntax_problem(file, error.lineno + 1, lines[error.lineno])
    except (ValueError, LookupError, ArithmeticError):
        # Headers that make no sense, keywords in an order that makes none: Babel does not tell the line.
        return _syntax_problem(file, 1, lines[0])
    return catalogue


def placeholders(message: str) -> frozenset[str]:
    """What is filled in: ``%(name)s`` and, by a script, ``{name}``; also a stray ``%``, which breaks a page.

    >>> sorted(placeholders("%(done)s of %(all)s: 100%%"))
    ['%(all)s', '%(done)s']
    """
    return frozenset(re.findall(r"%(?:\(\w+\)[a-z]|.?)|\{\w+\}", message, re.DOTALL)) - {"%%"}


def _placeholder_problems(file: str, content: bytes, messages: Iterable[Message]) -> Iterator[Problem]:
    lines = content.decode("utf-8-sig").split("\n")
    for message in messages:
        wanted = placeholders(_msgid(message))
        forms = _forms(message)
        for index, form in enumerate(forms):
            # "one measure" need not repeat the number.
            may_leave_out = len(forms) > 1 and index == 0
            found = placeholders(form)
            if found - wanted or (wanted - found and not may_leave_out):
                line = message.lineno or 0
                place = Place(file, line, 1, len(lines[line - 1]), lines[line - 1])
                values = {"expected": " ".join(sorted(wanted)) or "—", "found": " ".join(sorted(found)) or "—"}
                yield Problem("E602", place, values)
                break


def _translated(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id and is_translated(message))


def is_translated(message: Message) -> bool:
    """Whether a message has a translation, in every form, that nobody has marked as doubtful."""
    return not message.fuzzy and all(_forms(message))


def _msgid(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


@cache
def _plural_rule(expression: str) -> Callable[[int], int]:
    rule: Callable[[int], int] = c2py(expression)
    return rule


def _syntax_problem(file: str, line: int, excerpt: str) -> Problem:
    return Problem("E601", Place(file, line, 1, max(1, len(excerpt)), excerpt))


def _digest(catalogues: Mapping[str, bytes]) -> str:
    digest = sha256()
    for file, content in sorted(catalogues.items()):
        for part in (file.encode(), content):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
