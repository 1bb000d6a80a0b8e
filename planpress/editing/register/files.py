"""The files of ``build.py new-assessment`` and of results in ``build.py sheet`` and ``build.py import``."""

import codecs
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from planpress.documents.about import About
from planpress.documents.environment import documents_environment
from planpress.editing.known_office import known_office
from planpress.editing.register.assessment_text import new_assessment_text, rewritten
from planpress.editing.register.entries import Entries, entries_of
from planpress.editing.register.fields import HEAD_LABELS
from planpress.editing.register.merging import Changes, merged
from planpress.editing.register.own_form import filled
from planpress.editing.register.pages import RegisterSource, register
from planpress.editing.register.plan_rows import PlanRow, RowsOf, assessed_rows, plan_rows
from planpress.editing.register.returned import Returned, record_of, returned
from planpress.editing.sheet.book import Book
from planpress.editing.sheet.imported import Imported
from planpress.editing.sheet.pages import Workbook
from planpress.editing.sheet.writing import SheetFormat, written
from planpress.model import Office, Plan
from planpress.model.assessment import AssessmentKind
from planpress.model.dates import gregorian_year
from planpress.model.language import AUTHORITATIVE
from planpress.model.personal import public_keys
from planpress.problems.problem import Place, Problem, has_errors
from planpress.settings import Settings
from planpress.source import files
from planpress.source.content.theme import explained
from planpress.source.folders import assessment_file_name, office_file_name, plan_file_name
from planpress.source.records.forms import read_forms
from planpress.source.records.results import read_assessment_text
from planpress.source.repository import assessed_plan, read_plan
from planpress.source.text.yaml_text import YamlDocument
from planpress.writing import write_atomically


@dataclass(frozen=True, slots=True)
class Asked:
    """What a new assessment is to be.

    Attributes:
        office: id of the office.
        roc_year: of the plan.
        name: of the assessment.
        kind: of it.
        half: of the year; None for the whole year.
        rows_of: what its rows speak of.
    """

    office: str
    roc_year: int
    name: str
    kind: AssessmentKind
    half: int | None
    rows_of: RowsOf


def new_assessment(root: Path, asked: Asked) -> tuple[str, str, list[Problem]]:
    """The file of an assessment that is not there yet; nothing is written.

    Returns:
        Its path from the root and its text, which is empty where it cannot be made; and why.
    """
    file = assessment_file_name(asked.office, asked.roc_year, asked.name)
    office, plan, problems = _plan(root, asked.office, asked.roc_year)
    if office is None or plan is None:
        return file, "", problems
    if files.exists(root, file) or files.is_linked(root, file):
        return file, "", [Problem("E380", Place(file))]
    words = {row.id: row for row in plan_rows(plan)}
    wanted = [words[id_] for id_ in assessed_rows(plan, asked.rows_of)]
    text = new_assessment_text(asked.kind, asked.half, wanted)
    _, problems = _read(root, office, RegisterSource(asked.office, asked.roc_year, asked.name), text)
    return file, "" if has_errors(problems) else text, problems


def make_register(
    settings: Settings, source: RegisterSource, forms: Sequence[SheetFormat], text: str | None = None
) -> tuple[list[bytes], list[Problem]]:
    """An assessment as workbooks.

    Args:
        settings: of the site.
        source: which assessment.
        forms: of the files.
        text: of its file where it is not written yet.

    Returns:
        A file each, none where they cannot be made; and the reason.
    """
    found, problems = opened(settings.root, source, text)
    if found is None:
        return [], problems
    departments = [department.name for department in found.office.departments]
    workbook = register(found.entries, found.words, departments, source)
    return as_files(settings, workbook, forms, found, "執行成果登錄表"), []


def fill_form(
    settings: Settings, source: RegisterSource, form: SheetFormat, name: str
) -> tuple[bytes, Collection[str], list[Problem]]:
    """An assessment in a form of its organisation's head office.

    Args:
        settings: of the site.
        source: which assessment.
        form: of the file.
        name: of the form.

    Returns:
        The file, empty where it cannot be made; the names of the forms that there are; and what is wrong.
    """
    found, problems = opened(settings.root, source)
    if found is None:
        return b"", (), problems
    forms, problems = read_forms(settings.root, found.office.organisation.id)
    problems = [problem for problem in problems if has_errors([problem])]
    if name not in forms:
        return b"", list(forms), problems
    of_plan = {"office": found.office.name, "year": str(source.roc_year), "plan": found.title}
    workbook = filled(forms[name], found.entries, found.words, of_plan)
    return as_files(settings, workbook, [form], found, forms[name].title)[0], list(forms), []


@dataclass(frozen=True, slots=True)
class Opened:
    """An assessment with what it speaks of.

    Attributes:
        office: whose it is.
        entries: what it says.
        words: what the plan says, by ids.
        title: of the plan.
        roc_year: of the plan.
    """

    office: Office
    entries: Entries
    words: dict[str, PlanRow]
    title: str
    roc_year: int


def opened(root: Path, source: RegisterSource, text: str | None = None) -> tuple[Opened | None, list[Problem]]:
    """An assessment to be shown in a workbook; None where it, its plan or its office has errors, and those."""
    office, plan, problems = _plan(root, source.office, source.roc_year)
    if office is None or plan is None:
        return None, problems
    if text is None:
        content, problems = files.read(root, assessment_file_name(*source))
        if content is None:
            return None, problems
        text = content.decode("utf-8-sig", "replace")
    document, problems = _read(root, office, source, text)
    if document is None or has_errors(problems):
        return None, problems
    words = {row.id: row for row in plan_rows(plan)}
    return Opened(office, entries_of(document.data), words, plan.title, source.roc_year), []


def as_files(
    settings: Settings, workbook: Workbook, forms: Sequence[SheetFormat], found: Opened, what: str
) -> list[bytes]:
    """A workbook in each format.

    Args:
        settings: of the site.
        workbook: its sheets.
        forms: the formats.
        found: the assessment that it shows.
        what: it is called behind the plan's title.
    """
    year = gregorian_year(found.roc_year)
    about = About(
        title=f"{found.title}：{what}",
        subject="服務計畫",
        creator=found.office.name,
        publisher=found.office.name,
        description=f"{found.title}：{what}",
        keywords=("服務計畫", found.office.name),
        language=AUTHORITATIVE.tag,
        identifier="",
        date=None,
        years=(year, year),
    )
    with explained(settings.house):
        environment = documents_environment(settings)
        return [written(workbook, form, about, environment) for form in forms]


def import_register(root: Path, book: Book, *, is_written: bool) -> Imported:
    """Bring what was changed in a register into its assessment.

    Args:
        root: the project's folder.
        book: the workbook.
        is_written: whether the file is written, or only looked at.
    """
    record = record_of(book)
    if record is None:
        return Imported("", "", "", (Problem("E770", book.place()),))
    source, before = record
    file = assessment_file_name(*source)
    office, plan, problems = _plan(root, source.office, source.roc_year)
    if office is None or plan is None:
        return Imported(file, "", "", tuple(problems))
    content, problems = files.read(root, file)
    if content is None:
        return Imported(file, "", "", tuple(problems))
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    document, there = _read(root, office, source, content.removeprefix(mark).decode("utf-8", "replace"))
    if document is None or document.told or not _has_shape(there):
        return Imported(file, "", "", tuple(there))
    sheet, problems = returned(book, before, {row.id: row for row in plan_rows(plan)})
    if sheet is None:
        return Imported(file, "", "", tuple(problems))
    now = entries_of(document.data)
    changes, conflicts = merged(before, now, sheet)
    problems += conflicts
    problems += _left_out(book, before, now, sheet)
    if has_errors(problems):
        return Imported(file, "", "", tuple(problems))
    text = document.source.text
    after = rewritten(document, now, changes)
    if after == text:
        return Imported(file, text, text, tuple(problems))
    new, wrong = _read(root, office, source, after)
    known = Counter((each.code, str(each.values)) for each in there)
    problems += _at_cells(document, new, now, changes, sheet, [each for each in wrong if not _taken(known, each)])
    if new is None or has_errors(problems):
        return Imported(file, "", "", tuple(problems))
    if is_written:
        write_atomically(root / file, mark + after.encode())
    return Imported(file, text, after, tuple(problems))


def _plan(root: Path, office_id: str, roc_year: int) -> tuple[Office | None, Plan | None, list[Problem]]:
    """The office and its plan, or why there is none."""
    office, problems = known_office(root, office_id)
    if office is None or has_errors(problems):
        return None, None, problems
    if not files.exists(root, plan_file_name(office_id, roc_year)):
        return office, None, [Problem("E768", Place(plan_file_name(office_id, roc_year)))]
    plan, problems = read_plan(root, office, roc_year)
    return office, plan, [problem for problem in problems if has_errors([problem])]


def _read(root: Path, office: Office, source: RegisterSource, text: str) -> tuple[YamlDocument | None, list[Problem]]:
    official = {key for number in office.public_numbers for key in public_keys(number)}
    plan = assessed_plan(root, office, source.roc_year)
    document, problems = read_assessment_text(assessment_file_name(*source), text, plan, official)
    departments = {"list": office_file_name(office.id)}
    return document, [replace(each, values={**departments, **each.values}) for each in problems]


def _has_shape(problems: Sequence[Problem]) -> bool:
    """Whether nothing is wrong with the file as such: what it says may have errors still, which a register may mend."""
    return not any(problem.code[1] in "23" and has_errors([problem]) for problem in problems)


def _taken(known: Counter[tuple[str, str]], problem: Problem) -> bool:
    """Whether a problem was there before, as often."""
    key = problem.code, str(problem.values)
    known[key] -= 1
    return known[key] >= 0


def _left_out(book: Book, before: Entries, now: Entries, sheet: Returned) -> Iterator[Problem]:
    """That rows did not come back, which stay as they are."""
    back = {row.address for row in sheet.rows}
    left = [
        row for row in before.rows if row.address not in back and row.address in {each.address for each in now.rows}
    ]
    if left:
        yield Problem("W398", book.place(), {"rows": str(len(left)), "name": left[0].address})


def _at_cells(
    document: YamlDocument,
    new: YamlDocument | None,
    now: Entries,
    changes: Changes,
    sheet: Returned,
    problems: Sequence[Problem],
) -> Iterator[Problem]:
    """Problems of the file as it would be, at the cells that they come from, with the line of the file as it is."""
    if new is None:
        yield from problems
        return
    rows = {row.address: row for row in sheet.rows if row.address}
    fresh = list(changes.new)
    starts: list[tuple[int, int]] = []
    places: list[Place | None] = []
    found = entries_of(new.data)
    here = {row.address: row.path for row in now.rows}
    added = found.rows[len(now.rows) :]

    def note(start: Place, cell: Place | None, there: Place | None) -> None:
        starts.append((start.line, start.column))
        line = f" → {there.file}:{there.line}" if there else f" → {document.file}"
        places.append(Place(f"{cell.file}{line}") if cell else None)

    for key in HEAD_LABELS:
        if key in new.data:
            there = document.locate((key,), key=True) if key in document.data else None
            note(new.locate((key,), key=True), sheet.head.places.get(key), there)
    for row in found.rows:
        back = fresh[added.index(row)] if row in added else rows.get(row.address)
        path = here.get(row.address)
        there = document.locate(path) if path else None
        note(new.locate(row.path), back.places.get("words") if back else None, there)
        for key in row.values:
            note(new.locate((*row.path, key), key=True), back.places.get(key) if back else None, there)
    order = sorted(range(len(starts)), key=starts.__getitem__)
    sorted_starts = [starts[at] for at in order]
    for problem in problems:
        at = bisect_right(sorted_starts, (problem.place.line, problem.place.column)) - 1
        place = places[order[at]] if at >= 0 else None
        yield replace(problem, place=place) if place else problem
