"""The one writer of PO files: as gettext writes them, so that a change shows where it is and Poedit makes no other."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from planpress.editions.catalogue import Catalogue, Entry

WIDTH: Final = 98
"""Characters of a wrapped line, without its quotation marks."""

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def new_catalogue(tag: str, comment: str = "") -> Catalogue:
    """An empty catalogue for a language, with what gettext's tools want to know of it."""
    fields = (
        "Project-Id-Version: planpress",
        "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator: planpress",
        "Language-Team: planpress",
        f"Language: {tag.replace('-', '_')}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {_plural_forms(tag)}",
    )
    header = "".join(f"{line}\n" for line in fields)
    return Catalogue(Entry("", (header,), comments=tuple(comment.splitlines())))


def written(catalogue: Catalogue) -> str:
    """The catalogue as a PO file."""
    blocks = [
        *(_block(entry) for entry in (catalogue.header, *catalogue.entries)),
        *(_obsolete_block(entry) for entry in catalogue.obsolete),
    ]
    return "\n".join(blocks)


def _block(entry: Entry) -> str:
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    lines += [f"#. {note}" for note in entry.notes]
    lines += [f"#: {reference}" for reference in entry.references]
    if entry.flags:
        lines.append(f"#, {', '.join(entry.flags)}")
    for keyword, text in (("msgctxt", entry.previous_context), ("msgid", entry.previous)):
        if text is not None:
            lines += [f"#| {line}" for line in _string(keyword, text)]
    return "".join(f"{line}\n" for line in [*lines, *_strings(entry)])


def _obsolete_block(entry: Entry) -> str:
    """As :func:`_block`, with every string behind ``#~``."""
    block = _block(replace(entry, references=()))
    return re.sub(r"^(#\||[^#])", lambda line: "#~|" if line[1] == "#|" else f"#~ {line[1]}", block, flags=re.MULTILINE)


def _strings(entry: Entry) -> Iterator[str]:
    for keyword, text in (("msgctxt", entry.context), ("msgid", entry.msgid), ("msgid_plural", entry.plural)):
        if text is not None:
            yield from _string(keyword, text)
    for form, text in enumerate(entry.strings):
        yield from _string("msgstr" if entry.plural is None else f"msgstr[{form}]", text)


def _string(keyword: str, text: str) -> Iterator[str]:
    """A string on its line, or an empty one and then as many as it needs."""
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    lines = [line for part in re.findall(r"(?:[^\\]|\\[^n])*(?:\\n|$)", escaped) for line in _wrapped(part)]
    if len(lines) < 2:
        yield f'{keyword} "{escaped}"'
        return
    yield f'{keyword} ""'
    yield from (f'"{line}"' for line in lines)


def _wrapped(text: str) -> Iterator[str]:
    """Lines that end with a blank wherever there is one to end with."""
    line = ""
    for word in re.findall(r"\S*\s+|\S+", text):
        if line and len(line) + len(word) > WIDTH:
            yield line
            line = ""
        line += word
    if line:
        yield line


def _plural_forms(tag: str) -> str:
    try:
        return get_plural(Locale.parse(tag, sep="-")).plural_forms
    except (ValueError, UnknownLocaleError):
        return "nplurals=1; plural=0;"
