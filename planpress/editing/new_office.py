"""``build.py new --office hualien``: the office.yml of an office that has none yet."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planpress.editing.edit import scalar
from planpress.model.office import Organisation
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.checks import check_office, check_texts
from planpress.source.folders import office_file_name, office_name_problem
from planpress.source.plans.shaping import as_shape
from planpress.source.repository import read_organisations
from planpress.source.shapes.office_shapes import OfficeFile
from planpress.source.text.yaml_text import parse
from planpress.writing import write_atomically

SCHEMA: Final = "# yaml-language-server: $schema=../../schema/office.json\n"
_EVERYBODY: Final = ("各部門", "各單位", "各所", "各課室", "各組室")
"""How offices call all of their units at once."""


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What is known of an office at first.

    Attributes:
        id: of the office.
        name: its name.
        en: its English name; empty where nobody gave one.
        organisation: key of its organisation.
        departments: as plans name them, each perhaps with its English name: ``業務組=Business Department``.
    """

    id: str
    name: str
    en: str
    organisation: str
    departments: tuple[str, ...]

    @property
    def text(self) -> str:
        """What its office.yml says."""
        lines = [f"name: {scalar(self.name)}"]
        lines += [f"en: {scalar(self.en)}"] if self.en else []
        lines += [f"organisation: {scalar(self.organisation)}", "departments:"]
        for department in self.departments:
            name, _, en = (part.strip() for part in department.partition("="))
            lines.append(f"  - name: {scalar(name)}")
            lines += [f"    en: {scalar(en)}"] if en else []
            lines += ["    collective: true"] if name in _EVERYBODY else []
        return SCHEMA + "".join(f"{line}\n" for line in lines)


def id_problems(root: Path, office_id: str) -> list[Problem]:
    """Why an office cannot be called so: the name cannot be, is reserved, or is taken."""
    problems = office_name_problem(office_id)
    name = office_file_name(office_id)
    if not problems and files.is_linked(root, name):
        problems = [Problem("E405", Place(name))]
    elif not problems and files.exists(root, name):
        problems = [Problem("E380", Place(name))]
    return problems


def organisations_to_belong_to(root: Path) -> tuple[Sequence[Organisation], list[Problem]]:
    """The organisations that an office may belong to."""
    organisations, problems = read_organisations(root)
    return list((organisations or {}).values()), [problem for problem in problems if has_errors([problem])]


def organisation_called(words: str, known: Iterable[Organisation]) -> str | None:
    """The key of the organisation that somebody names, by its key or as people call it; None where it is none.

    >>> power = Organisation(id="taipower", name="台灣電力公司", short_name="台電公司")
    >>> [organisation_called(words, [power]) for words in ("taipower", "台電公司", "台電", "台水")]
    ['taipower', 'taipower', 'taipower', None]
    """
    for each in known:
        names = (each.id, each.name, each.short_name, each.en, each.short_en, *each.own_words)
        if words.casefold() in {name.casefold() for name in names if name}:
            return each.id
    return None


def departments_in(answers: Iterable[str]) -> tuple[str, ...]:
    """The departments that somebody lists, one or several at a time, each once.

    >>> departments_in(["業務組=Business Department", "電務組、業務組", "工務段,各部門"])
    ('業務組=Business Department', '電務組', '工務段', '各部門')
    """
    found: dict[str, str] = {}
    for answer in answers:
        for part in re.split("[、，；]" if "=" in answer else "[、，；,;]", answer):  # English names have commas too
            name = part.partition("=")[0].strip()
            if name:
                found.setdefault(name, part.strip())
    return tuple(found.values())


def new_office(root: Path, office: NewOffice) -> list[Problem]:
    """Write an office.yml, unless anything would be wrong with it; what is."""
    known, problems = organisations_to_belong_to(root)
    problems = id_problems(root, office.id) + problems
    if problems:
        return problems
    name = office_file_name(office.id)
    document, problems = parse(name, office.text.encode(), shape=OfficeFile)
    if document is not None:
        file, wrong = as_shape(document, OfficeFile)
        problems += document.problems(check_texts(document)) + wrong
        problems += document.problems(check_office(file, [each.id for each in known])) if file else []
    problems = [problem for problem in problems if has_errors([problem])]
    if not problems:
        write_atomically(root / name, office.text.encode())
    return problems
