"""The file of ``build.py import``: a document in, a draft of a plan.yml out, with an account of every word."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import yaml

from planpress.editing.known_office import known_office
from planpress.editing.papers.accounting import Account, account_of
from planpress.editing.papers.drafting import DraftPlan, drafted
from planpress.editing.papers.originals import keep
from planpress.editing.papers.plan_yaml import plan_yaml
from planpress.editing.papers.reading import SIZE_LIMIT, read_paper
from planpress.editing.row_addresses import Recorded, record
from planpress.editing.sheet.yaml_values import applied, mapping_edits
from planpress.model import Office
from planpress.model.column_role import ColumnRole
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.folders import office_file_name, plan_file_name
from planpress.source.plans.shaping import read_file
from planpress.source.repository import read_plan
from planpress.source.shapes.office_shapes import OfficeFile
from planpress.source.text.yaml_text import Plain
from planpress.writing import write_atomically

NO_TITLE: Final = "（待補：計畫名稱）"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of a document.

    Attributes:
        file: the plan.yml, from the project's root; empty where nothing was made.
        text: what it says, or would say.
        plan: what was understood; None where nothing was.
        account: where every word has gone.
        problems: why nothing was made; or what the checks find in the draft.
        addresses: what became of its ``addresses.txt``.
        remembered: the office.yml that now says what columns hold; empty where none had to be written.
        kept: where a private copy of the document is, from the project's root; empty where nothing was written.
        unknown_columns: names of columns of a table that may be the one of measures; only where none was found.
    """

    file: str
    text: str
    plan: DraftPlan | None
    account: Account
    problems: tuple[Problem, ...]
    addresses: Recorded | None = None
    remembered: str = ""
    unknown_columns: tuple[str, ...] = ()
    kept: str = ""


def draft_from_file(
    root: Path,
    path: Path,
    office_id: str,
    roc_year: int,
    named: Mapping[str, ColumnRole],
    *,
    is_written: bool,
) -> Drafted:
    """Make the draft of a plan out of a document. A plan that is there already is never touched.

    Args:
        root: the project's folder.
        path: of the document.
        office_id: whose plan it is.
        roc_year: of which year.
        named: what columns of a name hold, where neither their names nor the office.yml say it; remembered there.
        is_written: whether the draft is written, or only looked at.
    """
    name = plan_file_name(office_id, roc_year)
    office, problems = known_office(root, office_id)
    if is_written and files.exists(root, name):
        problems.append(Problem("E375", Place(name)))
    content, wrong = files.read(path.absolute().parent, path.name, SIZE_LIMIT)
    problems += wrong
    if content is None or office is None or has_errors(problems):
        return _nothing(problems)
    paper, problems = read_paper(path.name, content)
    if paper is None:
        return _nothing(problems)
    departments = {name for each in office.departments for name in each.names}
    plan = drafted(paper, departments, {**dict(office.document_columns), **named})
    account = account_of(paper, plan)
    if not plan.has_measures:
        heads = _columns_seen(plan)
        seen = "；".join("、".join(head) for head in heads)[:200] or "—"
        wrong = [Problem("E376", Place(path.name), {"columns": seen})]
        return replace(_nothing(wrong), plan=plan, account=account, unknown_columns=heads[0] if heads else ())
    text = plan_yaml(plan, NO_TITLE)
    if not is_written:
        return Drafted(name, text, plan, account, ())
    write_atomically(root / name, text.encode())
    kept = keep(root, path.name, content, office_id, roc_year)
    found = read_plan(root, office, roc_year)[1]
    addresses, remembered = record(root, office_id, roc_year), _remember(root, office, named)
    return Drafted(name, text, plan, account, tuple(found), addresses, remembered, kept=kept)


def _nothing(problems: list[Problem]) -> Drafted:
    return Drafted("", "", None, Account(0, 0, ()), tuple(problems))


def _columns_seen(plan: DraftPlan) -> list[tuple[str, ...]]:
    """The first row of each table that was taken for one of data."""
    heads = [row.values["head"] for section in plan.sections for row in section.rows if "head" in row.values]
    return [tuple(map(str, head)) for head in heads if isinstance(head, list)]


def _remember(root: Path, office: Office, named: Mapping[str, ColumnRole]) -> str:
    """Write into an office.yml what columns hold; its name, or nothing where it says so already."""
    name = office_file_name(office.id)
    document, _, _ = read_file(root, name, OfficeFile)
    before = dict(office.document_columns)
    known = {**before, **named}
    if known == before or document is None or not isinstance(document.root, yaml.MappingNode):
        return ""
    text = document.source.text
    values: Plain = {column: role.value for column, role in known.items()}
    edits = mapping_edits(text, document.root, {"document_columns": values}, [*OfficeFile.model_fields], in_flow=False)
    write_atomically(root / name, applied(text, edits).encode())
    return name
