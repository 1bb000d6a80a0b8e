"""Documents that drafts were imported from: kept in ``originals/``, which git ignores, never published from there."""

from pathlib import Path, PurePath
from typing import Final

from planpress.editing.papers.reading import SIZE_LIMIT
from planpress.source import files
from planpress.writing import write_atomically

FOLDER: Final = "originals"


def original_folder(office_id: str, roc_year: int) -> str:
    """The folder of a plan's documents, from the project's root."""
    return f"{FOLDER}/{office_id}/{roc_year}"


def keep(root: Path, name: str, content: bytes, office_id: str, roc_year: int) -> str:
    """Keep a copy of a document beside its draft; another file of that name is never overwritten.

    Args:
        root: the project's folder.
        name: of the document.
        content: its bytes.
        office_id: whose plan it became.
        roc_year: of which year.

    Returns:
        Where it is, from the root.
    """
    folder = original_folder(office_id, roc_year)
    path, number = PurePath(name), 1
    place = f"{folder}/{path.name}"
    while (there := _content(root, place)) is not None and there != content:
        number += 1
        place = f"{folder}/{path.stem}-{number}{path.suffix}"
    if there is None:
        write_atomically(root / place, content)
    return place


def latest(root: Path, office_id: str, roc_year: int) -> tuple[str, bytes] | None:
    """The document that was kept last, by its name; None where there is none."""
    folder = original_folder(office_id, roc_year)
    entries = [entry for entry in files.entries(root, folder, []) if entry.is_file() and not entry.name.startswith(".")]
    for entry in sorted(entries, key=lambda entry: entry.stat().st_mtime_ns, reverse=True):
        content = _content(root, f"{folder}/{entry.name}")
        if content is not None:
            return entry.name, content
    return None


def _content(root: Path, place: str) -> bytes | None:
    return files.read(root, place, SIZE_LIMIT)[0] if files.exists(root, place) else None
