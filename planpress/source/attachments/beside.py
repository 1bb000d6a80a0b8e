"""What lies beside a plan.yml: its approved file, its supplements, and what its revisions replaced."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from planpress.model.publication import PlanStatus
from planpress.problems.problem import Place, Problem
from planpress.source import files
from planpress.source.attachments.file_properties import cleaned
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.yaml_text import YamlDocument
from planpress.source.values.finding import Finding, Steps

ORIGINAL_LIMIT: Final = 100_000_000
"""Bytes of the largest approved file (核定本) or supplement, which may be a scan."""
REVISIONS: Final = "revisions"
"""Folder with the texts that revisions replaced."""
REVISION: Final = re.compile(r"([1-9][0-9]?)\.yml")
"""Name of such a text: ``1.yml`` is what the first revision put an end to."""


def revision_numbers(root: Path, folder: str) -> list[int]:
    """The revisions whose replaced text is there.

    Args:
        root: the project's folder.
        folder: of the plan, from there.
    """
    entries = files.entries(root, f"{folder}/{REVISIONS}", [])
    return sorted(int(match[1]) for entry in entries if (match := REVISION.fullmatch(entry.name)))


def check_files(root: Path, document: YamlDocument, folder: str, own: str, file: PlanFile) -> Iterator[Problem]:
    """The files that a plan names must lie beside it, be those that were meant, and not be called like one of ours.

    Args:
        root: the project's folder.
        document: the plan.yml.
        folder: of the plan, from the root.
        own: how the names of the documents begin that the site makes of the plan.
        file: what the plan.yml says.
    """
    named: list[tuple[Steps, str]] = [(("original", "file"), file.original.file)] if file.original else []
    named += [(("supplements", index, "file"), each.file) for index, each in enumerate(file.supplements) if each.file]
    for path, name in named:
        if re.fullmatch(rf"{own}-(plan|revision-\d+|results-.+|clauses)\..+\..+", name, re.IGNORECASE):
            yield document.problem(Finding("E114", path, {"name": name}))
            continue
        content, problems = files.read(root, f"{folder}/{name}", ORIGINAL_LIMIT)
        if content is None:
            yield from (document.problem(Finding(each.code, path, each.values)) for each in problems)
        elif file.original and path[0] == "original" and file.original.sha256:
            digest = hashlib.sha256(content).hexdigest()
            if file.original.sha256 != digest:
                yield document.problem(Finding("E113", ("original", "sha256"), {"name": name, "digest": digest}))
            elif found := cleaned(content).found:
                yield document.problem(Finding("W194", path, {"name": name, "properties": "、".join(found)}))
        else:
            yield from (document.problem(finding) for finding in _properties(path, name, content))


def public_content(content: bytes, *, is_exact: bool) -> bytes:
    """A file as others get it: without what it says of those who made it, unless exactly these bytes were promised.

    Args:
        content: of the file beside the plan.
        is_exact: the plan gives its SHA-256.
    """
    return content if is_exact else cleaned(content).content


def _properties(path: Steps, name: str, content: bytes) -> Iterator[Finding]:
    """What a file says of those who made it is taken out, and told; where it cannot be, the file is not published."""
    clean = cleaned(content)
    values = {"name": name, "properties": "、".join(clean.found)}
    if not clean.is_clean:
        yield Finding("E142", path, values)
    elif clean.found:
        yield Finding("W193", path, values)


def check_revisions(root: Path, document: YamlDocument, folder: str, file: PlanFile) -> Iterator[Problem]:
    """What every revision replaced should be there, and nothing that no revision replaced."""
    last = file.revision.number if file.revision else 0
    there = revision_numbers(root, folder)
    for number in range(1, last + 1):
        if number not in there:
            yield document.problem(Finding("W143", ("revision", "number"), {"number": str(number)}))
    for number in there:
        if number > last:
            name = f"{REVISIONS}/{number}.yml"
            yield Problem("E133", Place(f"{folder}/{name}"), {"name": name, "number": str(number)})


def check_replaced(file: PlanFile, number: int) -> Iterator[Finding]:
    """What a revision replaced is the text of the one before it, and was public: nobody revises a draft."""
    last = file.revision.number if file.revision else 0
    if last != number - 1:
        values = {"number": str(number), "expected": str(number - 1), "found": str(last)}
        yield Finding("E134", ("revision" if file.revision else "title",), values, key=True)
    if file.status is not PlanStatus.PUBLISHED:
        yield Finding("E783", ("status",))
