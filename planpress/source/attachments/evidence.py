"""Files that show a result (佐證): pictures without what cameras write into them, documents without their authors.

A picture is published as it looks: what stands in it beside that (EXIF, XMP, comments, with places and names) goes,
and what stands behind its end. Documents are cleaned as a plan's own files are (``file_properties``).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from planpress.problems.problem import Problem
from planpress.source import files
from planpress.source.attachments.figures import FIGURE_LIMIT
from planpress.source.attachments.file_properties import cleaned
from planpress.source.attachments.picture_properties import without_metadata
from planpress.source.attachments.pictures import SUFFIXES, DamagedError, UnsuitableError, picture
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding, Steps

EVIDENCE_LIMIT: Final = 20_000_000
"""Bytes of the largest document."""


def check_evidence(
    root: Path, folder: str, document: YamlDocument, named: Iterable[tuple[Steps, str]]
) -> Iterator[Problem]:
    """The files that results name must lie beside them, be what their names say, and tell of nobody.

    Args:
        root: the project's folder.
        folder: where they lie, from there.
        document: the file that names them.
        named: each name with its path.
    """
    for path, name in named:
        content, unread = files.read(root, f"{folder}/{name}", EVIDENCE_LIMIT)
        if content is None:
            yield from (document.problem(Finding(each.code, path, each.values)) for each in unread)
        else:
            yield from (document.problem(finding) for finding in evidence_findings(path, name, content))


def evidence_findings(path: Steps, name: str, content: bytes) -> Iterator[Finding]:
    """What is wrong with such a file, at the path at which it is named."""
    suffix = name.rpartition(".")[2].lower()
    if suffix not in SUFFIXES:
        clean = cleaned(content)
        values = {"name": name, "properties": "、".join(clean.found)}
        if not clean.is_clean:
            yield Finding("E142", path, values)
        elif clean.found:
            yield Finding("W193", path, values)
    elif (code := _wrong_picture(suffix, content)) is not None:
        yield Finding(code, path, {"name": name})


def _wrong_picture(suffix: str, content: bytes) -> str | None:
    """The code of what is wrong with a picture; None where nothing is."""
    if len(content) > FIGURE_LIMIT:
        return "E301"
    try:
        found = picture(content)
        if found is None or found.kind is not SUFFIXES[suffix]:
            return "E123"
        without_metadata(content)
    except DamagedError:
        return "E124"
    except UnsuitableError:
        return "E125"
    return None


def published_evidence(root: Path, folder: str, name: str) -> bytes | None:
    """A file as it is published; None where it cannot be read.

    Args:
        root: the project's folder.
        folder: where it lies, from there.
        name: of the file.
    """
    content, _ = files.read(root, f"{folder}/{name}", EVIDENCE_LIMIT)
    return None if content is None else public_evidence(name, content)


def public_evidence(name: str, content: bytes) -> bytes:
    """What is published of a file in which nothing is wrong, by its name and its bytes."""
    return without_metadata(content) if name.rpartition(".")[2].lower() in SUFFIXES else cleaned(content).content
