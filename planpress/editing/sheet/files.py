"""The files of ``build.py sheet`` and ``build.py import``: plan.yml in, a workbook out, and the other way round."""

import codecs
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from planpress.documents.about import About
from planpress.documents.environment import documents_environment
from planpress.editing.known_office import known_office
from planpress.editing.register.files import import_register
from planpress.editing.register.returned import is_register
from planpress.editing.review.files import import_review
from planpress.editing.review.sheet import is_review
from planpress.editing.row_addresses import Recorded
from planpress.editing.sheet.book import Book
from planpress.editing.sheet.columns import LONGEST_CELL
from planpress.editing.sheet.imported import Imported
from planpress.editing.sheet.links import addresses_after
from planpress.editing.sheet.merging import Merged, merged
from planpress.editing.sheet.pages import Source, workbook
from planpress.editing.sheet.plan_text import new_plan, rewritten
from planpress.editing.sheet.reading import SIZE_LIMIT, read_book
from planpress.editing.sheet.understanding import record_of, understood
from planpress.editing.sheet.units import PlanUnits, is_same, same_values, units_of
from planpress.editing.sheet.writing import SheetFormat, written
from planpress.model import Office
from planpress.model.dates import gregorian_year
from planpress.model.language import AUTHORITATIVE
from planpress.model.personal import public_keys
from planpress.problems.problem import Place, Problem, has_errors
from planpress.settings import Settings
from planpress.source import files
from planpress.source.checks import check_plan, check_texts
from planpress.source.content.theme import explained
from planpress.source.folders import office_file_name, plan_file_name, plan_files, plan_folder
from planpress.source.plans.shaping import as_shape
from planpress.source.repository import read_plan_file
from planpress.source.row_addresses.address_file import FILE_NAME, read_addresses
from planpress.source.row_addresses.address_file import written as addresses_written
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.rows import outline
from planpress.source.text.yaml_text import YamlDocument, parse
from planpress.source.values.finding import foremost
from planpress.writing import write_atomically

_NO_PLAN: Final = PlanUnits({}, ())


def make_sheet(settings: Settings, office_id: str, roc_year: int, form: SheetFormat) -> tuple[bytes, list[Problem]]:
    """A plan as a workbook; one to be filled in where there is no plan yet.

    Args:
        settings: of the site.
        office_id: of the office.
        roc_year: of the plan.
        form: of the file.

    Returns:
        The file, empty where it cannot be made, and the reason.
    """
    office, problems = known_office(settings.root, office_id)
    name = plan_file_name(office_id, roc_year)
    document, plan = None, _NO_PLAN
    if files.exists(settings.root, name):
        document, wrong = _sound(settings.root, name)
        problems += wrong
    if office is None or has_errors(problems):
        return b"", problems
    if document is not None:
        plan = units_of(document.data)
        if problems := list(_too_long(document, plan)):
            return b"", problems
    else:
        plan = PlanUnits(_of_last_year(settings.root, office_id, roc_year), ())
    about = _about(office, roc_year, plan.plan.get("title", ""))
    names = [department.name for department in office.departments]
    with explained(settings.house):
        environment = documents_environment(settings)
        return written(workbook(plan, names, Source(office_id, roc_year)), form, about, environment), []


def import_sheet(
    root: Path, path: Path, office_id: str | None, roc_year: int | None, *, is_written: bool = True
) -> Imported:
    """Bring what was changed in a workbook into its plan.yml; that of results into its assessment.

    Args:
        root: the project's folder.
        path: of the workbook.
        office_id: of the plan; None where the workbook says it.
        roc_year: of the plan, likewise.
        is_written: whether the plan is written, or only looked at.
    """
    content, problems = files.read(path.absolute().parent, path.name, SIZE_LIMIT)
    book = None
    if content is not None:
        book, problems = read_book(path.name, content)
    if book is None:
        return Imported("", "", "", tuple(problems))
    if is_review(book):
        return import_review(root, book, is_written=is_written)
    if is_register(book):
        return import_register(root, book, is_written=is_written)
    return _Import(root, book, office_id, roc_year).done(is_written=is_written)


class _Import:
    """One workbook on its way into a plan."""

    def __init__(self, root: Path, book: Book, office_id: str | None, roc_year: int | None) -> None:
        self.root, self.book = root, book
        record = record_of(book)
        self.source = record[0] if record else Source("", 0)
        self.before = record[1] if record else None
        self.office_id, self.roc_year = office_id or self.source.office, roc_year or self.source.roc_year
        is_another = (self.office_id, self.roc_year) != self.source
        if is_another:
            self.before = None
        self.file = ""

    def done(self, *, is_written: bool) -> Imported:
        office, problems = known_office(self.root, self.office_id) if self.office_id and self.roc_year else (None, [])
        if office is None or has_errors(problems):
            return self.refused([*problems, Problem("E768", self.book.place())])
        self.file = plan_file_name(office.id, self.roc_year)
        document: YamlDocument | None = None
        if files.exists(self.root, self.file):
            document, problems = _sound(self.root, self.file)
            if document is None:
                return self.refused(problems)
        now = units_of(document.data) if document else _NO_PLAN
        before = self.before
        if before is None:
            before = now
            problems = [Problem("W397", self.book.place(), {"file": self.file})] if document else []
        elif not before.units and now.units:
            return self.refused([Problem("E399", self.book.place(), {"file": self.file})])
        elif before.units and not now.units:
            before = _NO_PLAN
        sheet, wrong = understood(self.book, before)
        problems += wrong
        if sheet is None or has_errors(problems):
            return self.refused(problems)
        wanted, wrong = merged(before, now, sheet)
        problems += [*wrong, *self.missing(wanted)]
        if has_errors(problems):
            return self.refused(problems)
        return self.written(office, document, wanted, problems, is_written=is_written)

    def refused(self, problems: Sequence[Problem]) -> Imported:
        return Imported(self.file, "", "", tuple(problems))

    def missing(self, wanted: Merged) -> Iterator[Problem]:
        """What a plan cannot do without."""
        if not wanted.units:
            yield Problem("E769", self.book.place(), {"name": "章節標題"})
        for key, label in (("title", "計畫名稱"), ("measure", "作法欄的名稱"), ("groups", "標題欄的名稱")):
            if key not in wanted.plan:
                yield Problem("E769", self.book.place(), {"name": label})

    def written(
        self,
        office: Office,
        document: YamlDocument | None,
        wanted: Merged,
        problems: list[Problem],
        *,
        is_written: bool,
    ) -> Imported:
        before = document.source.text if document else ""
        now = units_of(document.data) if document else _NO_PLAN
        is_as_it_was = document is not None and _is_as_it_was(now, wanted)
        after = before if is_as_it_was else rewritten(document, wanted) if document else new_plan(wanted)
        if after == before:
            return Imported(self.file, before, after, tuple(problems))
        new, wrong = self.checked(office, after, wanted)
        problems += wrong
        if new is None or has_errors(problems):
            return Imported(self.file, "", "", tuple(problems))
        if is_written:
            mark = codecs.BOM_UTF8 if document and _has_mark(self.root, self.file) else b""
            write_atomically(self.root / self.file, mark + after.encode())
        addresses = self.addresses(document, new, wanted, is_written=is_written) if document else None
        return Imported(self.file, before, after, tuple(problems), addresses)

    def checked(self, office: Office, text: str, wanted: Merged) -> tuple[YamlDocument | None, list[Problem]]:
        """The plan as it would be, and what is wrong with what the workbook has changed in it, at its cells."""
        document, problems = parse(self.file, text.encode(), shape=PlanFile)
        if document is None or document.told:
            return None, problems
        said = units_of(document.data)
        is_right = len(said.units) == len(wanted.units) and all(
            is_same(unit, each.unit) for unit, each in zip(said.units, wanted.units, strict=True)
        )
        if not is_right or not same_values({**said.plan, "groups": ""}, {**wanted.plan, "groups": ""}):
            return None, [Problem("E370", Place(self.file))]
        official = {key for text in office.public_numbers for key in public_keys(text)}
        problems += document.problems(foremost(check_texts(document, official)))
        plan, wrong = as_shape(document, PlanFile)
        at_cells = _Cells(document, said, wanted)
        if plan is None:
            return None, [at_cells.at_its_cell(problem) or problem for problem in wrong]
        known = office.departments, None, office.organisation.approvals
        findings = foremost(check_plan(plan, outline(plan), self.roc_year, *known))
        departments = {"list": office_file_name(office.id)}
        problems += document.problems(replace(each, values={**departments, **each.values}) for each in findings)
        return document, [found for problem in problems if (found := at_cells.at_its_cell(problem)) is not None]

    def addresses(
        self, document: YamlDocument, new: YamlDocument, wanted: Merged, *, is_written: bool
    ) -> Recorded | None:
        """Bring ``addresses.txt`` up to date, where there is one."""
        folder = plan_folder(self.office_id, self.roc_year)
        known, _ = read_addresses(self.root, folder)
        plans = [as_shape(each, PlanFile)[0] for each in (document, new)]
        before, after = plans
        if known is None or before is None or after is None:
            return None
        was = units_of(document.data).paths
        came_from = {
            path: was[each.now]
            for path, each in zip(units_of(new.data).paths, wanted.units, strict=True)
            if each.now is not None
        }
        rows = addresses_after(before, after, known.addresses, came_from)
        if rows.questions or sorted(known.addresses) == sorted(rows.addresses):
            return None
        if is_written:
            write_atomically(self.root / folder / FILE_NAME, addresses_written(rows.addresses).encode())
        return Recorded(f"{folder}/{FILE_NAME}", rows.changes)


class _Cells:
    """Where in the workbook the lines of the new plan come from."""

    def __init__(self, document: YamlDocument, said: PlanUnits, wanted: Merged) -> None:
        self.document, self.said, self.wanted = document, said, wanted
        self.lines = [document.locate(path).line for path in said.paths]

    def at_its_cell(self, problem: Problem) -> Problem | None:
        """A problem at the cell that it comes from; None for one of a row that the workbook has not changed."""
        position = bisect_right(self.lines, problem.place.line) - 1
        if position < 0:
            return None
        each = self.wanted.units[position]
        if each.sheet is None or not each.is_changed:
            return None
        path = self.said.paths[position]
        starts = {
            key: self.document.locate((*path, *below), key=True)
            for key, below in each.unit.paths.items()
            if key in each.unit.values
        }
        above = {key: (place.line, place.column) for key, place in starts.items() if place <= problem.place}
        key = max(above, key=above.__getitem__, default="")
        return replace(problem, place=each.sheet.place(key))


def _is_as_it_was(now: PlanUnits, wanted: Merged) -> bool:
    return (
        same_values(now.plan, wanted.plan)
        and [each.now for each in wanted.units] == [*range(len(now.units))]
        and all(is_same(each.unit, unit) for each, unit in zip(wanted.units, now.units, strict=True))
    )


def _sound(root: Path, file: str) -> tuple[YamlDocument | None, list[Problem]]:
    """A plan.yml in which every line is as it should be; else what is wrong with it."""
    content, problems = files.read(root, file)
    if content is None:
        return None, problems
    document, problems = parse(file, content, shape=PlanFile)
    if document is None:
        return None, problems
    plan, wrong = as_shape(document, PlanFile)
    errors = [problem for problem in (*problems, *wrong) if has_errors([problem])]
    return (None if errors or plan is None or document.told else document), errors


def _has_mark(root: Path, file: str) -> bool:
    """Whether a file begins with a byte order mark, which is no part of its text."""
    content, _ = files.read(root, file)
    return content is not None and content.startswith(codecs.BOM_UTF8)


def _of_last_year(root: Path, office_id: str, roc_year: int) -> dict[str, str]:
    """What a new plan is likely to have in common with the office's newest: the names of its columns."""
    years = [plan.roc_year for plan in plan_files(root)[0] if plan.office_id == office_id and plan.roc_year < roc_year]
    document, _ = read_plan_file(root, office_id, max(years, default=0))
    values: Mapping[str, str] = units_of(document.data).plan if document else {}
    return {key: values[key] for key in ("groups", "measure", "who_name", "when_name", "when") if key in values}


def _too_long(document: YamlDocument, plan: PlanUnits) -> Iterator[Problem]:
    """Texts that no cell can hold."""
    for path, unit in zip(plan.paths, plan.units, strict=True):
        if any(len(value) > LONGEST_CELL for value in unit.values.values()):
            yield Problem("E396", document.locate(path), {"limit": f"{LONGEST_CELL:,}"})


def _about(office: Office, roc_year: int, title: str) -> About:
    year = gregorian_year(roc_year)
    title = title or f"{office.name} {roc_year}"
    return About(
        title=title,
        subject="服務計畫",
        creator=office.name,
        publisher=office.name,
        description=f"{title}：編輯表",
        keywords=("服務計畫", office.name),
        language=AUTHORITATIVE.tag,
        identifier="",
        date=None,
        years=(year, year),
    )
