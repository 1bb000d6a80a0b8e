"""What the site itself says: finds every interface message and keeps the catalogues complete.

``python -m planpress.tools.interface`` adds what is new to each language's ``interface.po``, untranslated, and
marks obsolete (``#~``) what the site no longer says; from there it comes back with its translation.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from babel.messages.catalog import Message
from babel.messages.extract import extract

from planpress.editions.catalogue import INTERFACE, Catalogue, Entry, Reference, catalogue_path
from planpress.editions.po_reader import load_catalogue
from planpress.editions.po_writer import new_catalogue, written
from planpress.problems.problem import has_errors

KEYWORDS: Final = {"_": None, "gettext": None, "message": None, "ngettext": (1, 2)}

TEMPLATE_OPTIONS: Final = {
    "extensions": "jinja2.ext.i18n",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}
"""How :mod:`planpress.pages.frame.templates` reads templates, in Babel's words: both must see the same messages."""

COMMENT: Final = "What the site itself says. A msgid is the Chinese wording."
"""What stands at the top of a new catalogue."""

Msgid: TypeAlias = str | tuple[str, str]
"""A message, or its singular and plural."""


def interface_messages(root: Path) -> Mapping[Msgid, tuple[str, ...]]:
    """Every message that templates and program say, and the files that say it, in a stable order.

    Raises:
        jinja2.TemplateSyntaxError: a template is broken.
    """
    places: dict[Msgid, set[str]] = {}
    for path in sorted([*root.glob("theme/site/**/*.html"), *root.glob("planpress/**/*.py")]):
        for message in _messages(path):
            places.setdefault(message, set()).add(path.relative_to(root).as_posix())
    return {message: tuple(sorted(places[message])) for message in sorted(places, key=_first)}


def with_messages(catalogue: Catalogue, messages: Mapping[Msgid, Iterable[str]]) -> Catalogue:
    """The catalogue with exactly these messages. Translations stay, or come back with their message."""
    known = {message_of(entry): entry for entry in (*catalogue.obsolete, *catalogue.entries)}
    entries = []
    for msgid, files in messages.items():
        entry = known.pop(msgid, None) or _new(msgid, catalogue.plural.forms)
        entries.append(replace(entry, references=tuple(Reference(file, 0) for file in files)))
    gone = (replace(entry, references=()) for entry in known.values() if any(entry.strings))
    return replace(catalogue, entries=tuple(entries), obsolete=tuple(sorted(gone, key=lambda entry: entry.msgid)))


def _new(message: Msgid, forms: int) -> Entry:
    flags = ("python-format",) if Message(message).python_format else ()
    if isinstance(message, str):
        return Entry(message, flags=flags)
    return Entry(message[0], ("",) * forms, plural=message[1], flags=flags)


def message_of(entry: Entry) -> Msgid:
    """What an entry translates, as templates and program say it."""
    return entry.msgid if entry.plural is None else (entry.msgid, entry.plural)


def _messages(path: Path) -> Iterator[Msgid]:
    is_template = path.suffix == ".html"
    with path.open("rb") as file:
        found = extract(
            "jinja2.ext:babel_extract" if is_template else "python",
            file,
            keywords=KEYWORDS,
            options=TEMPLATE_OPTIONS if is_template else {"encoding": "utf-8"},
        )
        for _, message, _, _ in found:
            yield message if isinstance(message, str) else (message[0], message[1])


def _first(message: Msgid) -> str:
    return message if isinstance(message, str) else message[0]


def main(root: Path) -> None:
    """Bring every language's ``interface.po`` up to date and say what there is to translate."""
    messages = interface_messages(root)
    locales = root / "content" / "locales"
    for folder in sorted(locales.glob("*/LC_MESSAGES")):
        tag = folder.parent.name
        path = catalogue_path(locales, tag, INTERFACE)
        catalogue, problems = load_catalogue(root, path)
        if has_errors(problems):
            raise SystemExit(f"{path}:{problems[0].place.line}: {problems[0].code}")
        catalogue = with_messages(catalogue or new_catalogue(tag, COMMENT), messages)
        path.write_text(written(catalogue), "utf-8")
        missing = sum(not entry.is_current for entry in catalogue.entries)
        print(f"{path.relative_to(root)}: {len(messages)} messages, {missing} to translate")


if __name__ == "__main__":
    main(Path.cwd())
