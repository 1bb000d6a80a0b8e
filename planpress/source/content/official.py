"""Numbers that look personal and are official: those of an office.yml, and those of rows marked ``sic``.

An office's own files are checked with its own list where they are read. All that is no office's (translations, pages,
topics, the finished site) may say what any office says; offices and plans are read for that only where something is
to be told.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from planpress.model.personal import personal_data, public_keys
from planpress.problems.personal import PERSONAL
from planpress.problems.problem import Problem
from planpress.source import files
from planpress.source.checks import is_sic
from planpress.source.checks.personal import listed_as_official
from planpress.source.folders import OFFICES, office_file_name, office_ids, plan_file_name, plan_files, revision_files
from planpress.source.text.yaml_text import parse

_MARKS: Final = (b"public_numbers", b"sic", b"source")


def without_official(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Problems without those of something that is official.

    Args:
        root: the project's folder.
        problems: of any files.
    """
    found = list(problems)
    if not any(map(_may_be_official, found)):
        return found
    official = official_numbers(root)
    return [
        each
        for each in found
        if not _may_be_official(each) or official.isdisjoint(public_keys(each.values.get("value", "")))
    ]


def official_numbers(root: Path) -> frozenset[str]:
    """The keys of everything that any office calls official."""
    names = [office_file_name(office_id) for office_id in office_ids(root)]
    for plan in plan_files(root)[0]:
        names.append(plan_file_name(plan.office_id, plan.roc_year))
        names += revision_files(root, plan.office_id, plan.roc_year)
    keys: set[str] = set()
    for name in names:
        content, _ = files.read(root, name)
        if content is None or not any(mark in content for mark in _MARKS):
            continue
        document, _ = parse(name, content)
        if document is not None:
            keys |= listed_as_official(document.data)
            marked = (text for path, text in document.texts() if is_sic(document, path))
            keys.update(datum.key for text in marked for datum in personal_data(text))
    return frozenset(keys)


def _may_be_official(problem: Problem) -> bool:
    is_of_office = problem.place.file.startswith(f"{OFFICES}/") and problem.place.file.count("/") > 1
    return problem.code in PERSONAL and not is_of_office
