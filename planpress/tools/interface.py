"""What the site itself says: finds every interface message and keeps the catalogues complete.

``python -m planpress.tools.interface`` adds what is new to each language's ``interface.po``, untranslated, and
marks obsolete (``#~``) what the site no longer says; from there it comes back with its translation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from planpress.editions.memory import INTERFACE, catalogue_path, is_translated, read_catalogue, read_if_there
from planpress.editions.po_text import SIZE_LIMIT

KEYWORDS: Final = {"_": None, "gettext": None, "message": None, "ngettext": (1, 2)}

TEMPLATE_OPTIONS: Final = {
    "extensions": "jinja2.ext.i18n",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}
"""How :mod:`planpress.pages.templates` reads templates, in Babel's words: both must see the same messages."""

_IDLE_HEADERS: Final = re.compile(rb'"(?:Generated-By: |[A-Za-z-]+: [^"]*(?:EMAIL@ADDRESS|LL@li\.org)).*"\n')
"""What Babel writes for its own sake, and where nobody has put an address of their own."""

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


def new_catalogue(tag: str) -> Catalog:
    """An empty catalogue for a language."""
    return Catalog(
        locale=tag.replace("-", "_"),
        project="planpress",
        version="interface",
        header_comment="# What the site itself says. A msgid is the Chinese wording.",
        fuzzy=False,
    )


def update(catalogue: Catalog, messages: Mapping[Msgid, Iterable[str]]) -> None:
    """Make the catalogue hold exactly these messages. Translations stay, or come back with their message."""
    translated = {message.id: message for message in [*catalogue.obsolete.values(), *catalogue] if message.id}
    for message in list(catalogue):
        if message.id:
            catalogue.delete(message.id)
    catalogue.obsolete.clear()
    for msgid, files in messages.items():
        old = translated.pop(msgid, None)
        catalogue.add(
            msgid,
            old.string if old else None,
            locations=[(file, 0) for file in files],
            flags=old.flags if old else (),
            user_comments=old.user_comments if old else (),
        )
    for message in translated.values():
        catalogue.obsolete[_first(message.id)] = Message(message.id, message.string, flags=message.flags)


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a PO file, sorted, so that a change shows where it is."""
    file = BytesIO()
    write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    return _IDLE_HEADERS.sub(b"", file.getvalue())


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
        content, problems = read_if_there(root, path.relative_to(root).as_posix(), SIZE_LIMIT)
        catalogue: Catalog | None = None if problems else new_catalogue(tag)
        if content is not None:
            catalogue, problems = read_catalogue(path.name, content)
        if catalogue is None:
            raise SystemExit(f"{path}:{problems[0].place.line}: {problems[0].code}")
        update(catalogue, messages)
        path.write_bytes(written(catalogue))
        missing = sum(not is_translated(message) for message in catalogue if message.id)
        print(f"{path.relative_to(root)}: {len(messages)} messages, {missing} to translate")


if __name__ == "__main__":
    main(Path.cwd())
