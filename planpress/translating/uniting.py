"""Catalogues that two people have brought up to date at the same time, as one. Git leaves both in the file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from planpress.editions.catalogue import FUZZY, PLANS, Catalogue, Entry, catalogue_path
from planpress.editions.po_reader import SIZE_LIMIT, read_catalogue
from planpress.editions.po_writer import written
from planpress.settings import Settings
from planpress.source import files
from planpress.source.text.conflicts import sides
from planpress.source.text.source_text import decode
from planpress.writing import write_atomically

OTHER: Final = "另一邊的譯文 / the other translation: "
"""Stands before a translation, in a comment, that somebody has given to the same text."""


def unite_catalogues(settings: Settings) -> list[str]:
    """Write the translations of both sides into every catalogue of plans in which git has left two.

    Returns:
        The files that have been written. One of which a side cannot be read stays as it is.
    """
    done = []
    for language in settings.languages:
        path = catalogue_path(settings.locales_dir, language.tag, PLANS)
        file = path.relative_to(settings.root).as_posix()
        content, _ = files.read_if_there(settings.root, file, SIZE_LIMIT)
        source = decode(file, content)[0] if content is not None else None
        both = sides([line.removesuffix("\r") for line in source.text.split("\n")]) if source else None
        if both is None:
            continue
        ours, theirs = (read_catalogue(file, "".join(f"{line}\n" for line in lines).encode())[0] for lines in both)
        if ours is not None and theirs is not None:
            write_atomically(path, written(united(ours, theirs)).encode())
            done.append(file)
    return done


def united(ours: Catalogue, theirs: Catalogue) -> Catalogue:
    """All that either catalogue has. What both have translated otherwise is left to a person."""
    others = {entry.key: entry for entry in theirs.entries}
    known = {entry.key for entry in ours.entries}
    entries = [_one(entry, others.get(entry.key)) for entry in ours.entries]
    entries += [entry for entry in theirs.entries if entry.key not in known]
    return replace(ours, entries=tuple(entries), obsolete=tuple(_obsolete(ours, theirs)))


def _one(ours: Entry, theirs: Entry | None) -> Entry:
    """Of two entries of a text the one that says more; both where two people have translated it otherwise."""
    if theirs is None or ours.strings == theirs.strings:
        return theirs if theirs is not None and theirs.is_current and not ours.is_current else ours
    if ours.is_current == theirs.is_current and ours.string and theirs.string:
        flags = tuple(dict.fromkeys((FUZZY, *ours.flags)))
        return replace(ours, flags=flags, comments=(*ours.comments, *(OTHER + text for text in theirs.strings)))
    return ours if ours.is_current or not theirs.string else theirs


def _obsolete(ours: Catalogue, theirs: Catalogue) -> Iterator[Entry]:
    yield from ours.obsolete
    known = {(entry.key, entry.strings) for entry in ours.obsolete}
    yield from (entry for entry in theirs.obsolete if (entry.key, entry.strings) not in known)
