"""``build.py new kinmen 115``: a year's plan as a draft, from the newest before it or the one that it follows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from planpress.editing.carrying import Carried, Cells, carried
from planpress.editing.edit import Edit
from planpress.editing.own_year import OwnYear
from planpress.editing.text_edits import added, replaced
from planpress.model import Office
from planpress.model.line_breaks import unwrapped
from planpress.model.personal import public_keys
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.attachments.figures import FIGURE_LIMIT, files_as_written
from planpress.source.checks import check_plan, check_texts
from planpress.source.folders import OFFICES, plan_file_name, plan_files, plan_folder
from planpress.source.plans.shaping import as_shape
from planpress.source.repository import read_office, read_organisations, read_plan, read_plan_file
from planpress.source.row_addresses.address_file import FILE_NAME, RowAddress, RowState, read_addresses, written
from planpress.source.row_addresses.addressed_rows import addressed_rows
from planpress.source.row_addresses.ids import Addressed, addressed
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.rows import outline
from planpress.source.text.source_text import SourceText
from planpress.source.text.yaml_text import YamlDocument, parse_text
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.mentions import mentions
from planpress.writing import write_atomically


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan that was drafted.

    Attributes:
        office: id of the office.
        roc_year: of the plan.
        source: path of the plan.yml that it was made from.
        source_year: the year of that.
        text: what has become of that.
        carried: how many rows have their address from the office's plan before.
        new: how many have none from there.
        odd: lines where a row had to stay marked as odd.
        lost: lines of rows whose departments in the plan that is followed the office does not have.
        pictures: of its figures, copied from beside that plan, by their names.
    """

    office: str
    roc_year: int
    source: str
    source_year: int
    text: Carried
    carried: int
    new: int
    odd: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Path of its plan.yml."""
        return plan_file_name(self.office, self.roc_year)


class _Source(NamedTuple):
    """A plan without errors that another is made from, with its rows as trees."""

    document: YamlDocument
    file: PlanFile
    rows: Addressed
    office: Office
    roc_year: int


def new_plan(
    root: Path, office_id: str, roc_year: int, follows: str | None = None
) -> tuple[NewPlan | None, list[Problem]]:
    """Draft a plan and write it beside the office's others; nothing is written where anything is wrong.

    Args:
        root: the project's folder.
        office_id: of the office.
        roc_year: of the plan.
        follows: the office whose plan it follows, with a year (``head-office/115``) or without; without it the plan is
            made from the office's own before it.
    """
    office, problems = _office(root, office_id)
    problems += _in_the_way(
        root, plan_file_name(office_id, roc_year), f"{plan_folder(office_id, roc_year)}/{FILE_NAME}"
    )
    if office is None or has_errors(problems):
        return None, problems
    last, problems = _newest(root, office, roc_year - 1)
    source = last
    if follows is not None:
        source, of_other = _followed(root, follows, roc_year)
        problems += of_other
        if source is not None and source.office.id == office_id:  # an older plan of its own
            last, follows = source, None
    elif last is None and not problems:
        problems = [Problem("E381", Place(f"{OFFICES}/{office_id}"), {"year": str(roc_year)})]
    if source is None or has_errors(problems):
        return None, problems
    made, addresses, problems = _drafted(office, roc_year, source, last, follows=follows is not None)
    if made is None:
        return None, problems
    folder = plan_folder(office_id, roc_year)
    pictures = files_as_written(root, plan_folder(source.office.id, source.roc_year), source.file)
    pictures = {
        name: data for name, data in pictures.items() if files.read(root, f"{folder}/{name}", FIGURE_LIMIT)[0] != data
    }
    if problems := _in_the_way(root, *(f"{folder}/{name}" for name in pictures)):
        return None, problems
    made = replace(made, pictures=pictures)
    _write(root, made, addresses)
    return made, []


def _in_the_way(root: Path, *names: str) -> list[Problem]:
    """The first file that cannot be written."""
    for name in names:
        if files.is_linked(root, name):
            return [Problem("E405", Place(name))]
        if files.exists(root, name):
            return [Problem("E380", Place(name))]
    return []


def _office(root: Path, office_id: str) -> tuple[Office | None, list[Problem]]:
    organisations, problems = read_organisations(root)
    office, of_office = read_office(root, office_id, organisations)
    return office, [*problems, *of_office]


def _newest(root: Path, office: Office, latest: int) -> tuple[_Source | None, list[Problem]]:
    """The newest plan of an office up to a year; None where there is none, or where it has errors."""
    years = [plan.roc_year for plan in plan_files(root)[0] if plan.office_id == office.id and plan.roc_year <= latest]
    if not years:
        return None, []
    roc_year = max(years)
    _, problems = read_plan(root, office, roc_year)
    document, file = read_plan_file(root, office.id, roc_year)
    errors = [problem for problem in problems if has_errors([problem])]
    if errors or document is None or file is None:
        return None, errors
    known, _ = read_addresses(root, plan_folder(office.id, roc_year))
    return _Source(document, file, addressed(file, known.addresses if known else ()), office, roc_year), []


def _followed(root: Path, follows: str, roc_year: int) -> tuple[_Source | None, list[Problem]]:
    """The plan that a new one follows: of the year that is named, or of the newest up to its own."""
    office_id, _, year = follows.partition("/")
    office, problems = _office(root, office_id)
    if office is None:
        return None, problems
    source, problems = _newest(root, office, int(year or roc_year))
    if not problems and (source is None or (year and source.roc_year != int(year))):
        problems = [Problem("E381", Place(f"{OFFICES}/{office_id}"), {"year": str(int(year or roc_year) + 1)})]
    return (None if problems else source), problems


def _drafted(
    office: Office, roc_year: int, source: _Source, last: _Source | None, *, follows: bool
) -> tuple[NewPlan | None, tuple[RowAddress, ...], list[Problem]]:
    """The text of a new plan and its addresses, or what would be wrong with it."""
    name = plan_file_name(office.id, roc_year)
    departments = frozenset(department.name for department in office.departments)
    make = partial(
        carried,
        source.document,
        source.file,
        OwnYear(source.roc_year, roc_year, source.file.title),
        title=_title(office, roc_year, source, last) if follows else None,
        based_on=_recorded(source, roc_year) if follows else None,
    )
    cells = Cells()
    lost: tuple[Steps, ...] = ()
    if follows:
        known = _known_again(_read(name, make().text)[1], last)
        cells, lost = _own_cells(source, known, last, departments)
    odd: frozenset[Steps] = frozenset()
    while True:
        text = make(cells=cells, odd=odd)
        document, file = _read(name, text.text)
        errors = list(_errors(document, file, roc_year, office))
        # What must not be public is no error in a row that its editor has marked as odd: so it keeps the mark.
        more = {path for error in errors for path in _mappings(error.path) if source.document.value((*path, "sic"))}
        if more <= odd:
            break
        odd |= more
    if errors:
        return None, (), document.problems(errors)
    addresses = _known_again(file, last).addresses if follows else _same_rows(source, file)
    made = NewPlan(
        office=office.id,
        roc_year=roc_year,
        source=source.document.file,
        source_year=source.roc_year,
        text=text,
        carried=sum(address.carried is not None for address in addresses),
        new=sum(address.carried is None for address in addresses),
        odd=tuple(sorted(document.locate((*path, "sic"), key=True).line for path in odd)),
        lost=tuple(sorted(document.locate(path).line for path in lost)),
    )
    return made, addresses, []


def _read(name: str, text: str) -> tuple[YamlDocument, PlanFile]:
    """A text that was made from a plan without errors as a plan."""
    document, _ = parse_text(SourceText(name, text), shape=PlanFile)
    assert document is not None
    file, problems = as_shape(document, PlanFile)
    assert file is not None, problems
    return document, file


def _errors(document: YamlDocument, file: PlanFile, roc_year: int, office: Office) -> Iterator[Finding]:
    official = {key for text in office.public_numbers for key in public_keys(text)}
    checked = check_plan(file, addressed(file).sections, roc_year, office.departments)
    found = chain(check_texts(document, official), checked)
    return (finding for finding in found if finding.code.startswith("E"))


def _mappings(path: Steps) -> list[Steps]:
    """The section and the row that a path leads into."""
    return [path[:length] for length in (2, 4) if len(path) > length]


def _title(office: Office, roc_year: int, source: _Source, last: _Source | None) -> str:
    """What the new plan is called: as last year's, or else as the one that it follows, by the office's own name."""
    made_from = last or source
    own = OwnYear(made_from.roc_year, roc_year, made_from.file.title)
    title = own.carried_title.replace(made_from.office.name, office.name)
    return unwrapped(title)


def _recorded(source: _Source, roc_year: int) -> str:
    """What ``based_on`` says: the year only where it is another."""
    return source.office.id if source.roc_year == roc_year else f"{source.office.id}/{source.roc_year}"


def _same_rows(source: _Source, file: PlanFile) -> tuple[RowAddress, ...]:
    """The addresses of a plan whose rows are those of another: each is carried from there."""
    pairs = zip(addressed_rows(source.rows.sections), addressed_rows(outline(file)), strict=True)
    return tuple(
        RowAddress(before.id, before.kind, RowState.DRAFT, source.roc_year, before.under, now.text)
        for before, now in pairs
    )


def _known_again(file: PlanFile, last: _Source | None) -> Addressed:
    """The rows of a plan that follows another office's, with the addresses of those that the office had last year.

    A row that may be one of several is new: nobody has to decide that for a draft.
    """
    known = _carried(last) if last else []
    while True:
        rows = addressed(file, known)
        asked = {id_ for question in rows.questions for id_ in question.ids}
        if not asked:
            return rows
        known = [address for address in known if address.id not in asked]


def _carried(last: _Source) -> list[RowAddress]:
    return [
        address._replace(state=RowState.DRAFT, carried=last.roc_year)
        for address in last.rows.addresses
        if address.state is not RowState.REMOVED
    ]


def _own_cells(
    source: _Source, rows: Addressed, last: _Source | None, departments: Collection[str]
) -> tuple[Cells, tuple[Steps, ...]]:
    """Departments as the office itself had them for a row, and none that it does not have; periods where none is said.

    Returns:
        What differs from the source, and the rows that lose departments.
    """
    own = {node.id: node.row for section in (last.rows.sections if last else ()) for node in section.walk()}
    gone: dict[Steps, tuple[str, ...]] = {}
    edits: list[Edit] = []
    lost: list[Steps] = []
    for node in (node for section in rows.sections for node in section.walk()):
        before = own.get(node.id)
        who, when = (before.who, before.when) if before else (None, None)
        said = node.row.who
        if who is not None and said is not None and who != said:
            edits.append(replaced(source.document, (*node.path, "who"), who))
        elif who is not None and said is None:
            edits.append(added(source.document, (*node.path, node.row.kind), "who", who))
        elif said is not None and who is None and any(each.name not in departments for each in mentions(said)):
            gone[node.path] = ("who",)
            lost.append(node.path)
        if when is not None and node.row.when is None:
            edits.append(added(source.document, (*node.path, node.row.kind), "when", when))
    return Cells(gone, tuple(edits)), tuple(lost)


def _write(root: Path, made: NewPlan, addresses: Iterable[RowAddress]) -> None:
    """The plan last, so that none is ever there without its addresses; what was begun goes where the rest fails."""
    folder = root / plan_folder(made.office, made.roc_year)
    is_new = not folder.exists()
    contents = {**made.pictures, FILE_NAME: written(addresses).encode()}
    try:
        for name, content in contents.items():
            write_atomically(folder / name, content)
        write_atomically(root / made.file, made.text.text.encode())
    except OSError:
        with suppress(OSError):
            for name in contents:
                (folder / name).unlink(missing_ok=True)
            if is_new:
                folder.rmdir()
        raise
