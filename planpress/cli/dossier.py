"""The command ``dossier``: what goes to those who approve a plan."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, print_problems
from planpress.cli.parameters import NewFile, OfficeId, RocYear, must_be_of_site, must_have_plan
from planpress.console import visible_lines
from planpress.model.publication import PlanState
from planpress.problems.problem import Problem, has_errors
from planpress.writing import write_atomically

if TYPE_CHECKING:
    from planpress.model import Office, Plan


@dataclass(frozen=True, slots=True)
class DossierTexts:
    """What the command says."""

    help: str
    office: str
    year: str
    output_help: str
    made: str
    draft: str
    no_pair: str


_TEXTS: Final = MappingProxyType(
    {
        "zh-Hant": DossierTexts(
            help="製作送核包（ZIP）：計畫、對照表、網頁異動單、網址清單，供陳核與上線查核。",
            office="機關",
            year="年度",
            output_help="送核包的檔名，以 .zip 結尾；預設為目前資料夾的 機關-年度-dossier.zip。",
            made="送核包：{file}",
            draft="計畫尚未核定，ODT 與 PDF 每頁均有「草案」浮水印。",
            no_pair="沒有前一年度的計畫可以比對，未附對照表。",
        ),
        "en": DossierTexts(
            help="Make the dossier for approval (ZIP): plan, table of changes, form of changed pages, addresses.",
            office="OFFICE",
            year="YEAR",
            output_help="Its file, which ends with .zip; by default OFFICE-YEAR-dossier.zip in this folder.",
            made="Dossier: {file}",
            draft="The plan is not approved yet, so every page of ODT and PDF is marked as a draft (草案).",
            no_pair="There is no earlier plan to compare with, so there is no table of changes.",
        ),
    }
)


def add_dossier(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts = _TEXTS[call.language]

    @commands.add(texts.help)
    @click.argument("office", type=OfficeId(call), metavar=texts.office)
    @click.argument("year", type=RocYear(call), metavar=texts.year)
    @click.option("--output", type=NewFile(call, ".zip"), metavar="FILE", help=texts.output_help)
    def dossier(office: str, year: int, output: Path | None) -> int:
        return _dossier(call, texts, office, year, output)


def _dossier(call: Call, texts: DossierTexts, office_id: str, year: int, output: Path | None) -> int:
    from planpress.documents.dossier import compared_with, dossier, dossier_files, is_approved
    from planpress.documents.glyphs import missing_characters
    from planpress.documents.press import Press
    from planpress.source.content.theme import explained
    from planpress.source.repository import read_office, read_organisations, read_plan, read_superseded

    settings = call.settings()
    must_be_of_site(call, settings, office_id)
    must_have_plan(call, office_id, year)
    organisations, problems = read_organisations(call.root)
    office, found = read_office(call.root, office_id, organisations)
    problems += found
    if office is None:
        print_problems(call, problems)
        return PROBLEMS
    plan, found = read_plan(call.root, office, year)
    replaced, wrong = read_superseded(call.root, office, year)
    earlier, unread = _earlier(call.root, office, year, settings.today)
    problems += found + wrong + unread
    if plan is None or has_errors(problems):
        print_problems(call, problems)
        return PROBLEMS
    with explained(call.root):
        press = Press(settings)
        problems += missing_characters(call.root, plan, press.fonts)
        files = dossier_files(press, plan, office, earlier, replaced)
    file = output or Path(f"{office_id}-{year}-dossier.zip")
    write_atomically(file, dossier(files))
    print_problems(call, problems)
    lines = [texts.made.format(file=file), *(f"  {name}" for name in files)]
    lines += [] if compared_with(plan, earlier, replaced) else [texts.no_pair]
    lines += [] if is_approved(plan, office) else [texts.draft]
    print(visible_lines("\n".join(lines)))
    return CLEAN


def _earlier(root: Path, office: "Office", year: int, today: date) -> tuple["Plan | None", list[Problem]]:
    """The newest plan of the office before a year that is public; and the errors of those that cannot be read."""
    from planpress.source.folders import plan_files
    from planpress.source.repository import read_plan

    problems: list[Problem] = []
    for each in sorted(plan_files(root)[0], key=lambda each: each.roc_year, reverse=True):
        if each.office_id == office.id and each.roc_year < year:
            plan, found = read_plan(root, office, each.roc_year)
            problems += (problem for problem in found if has_errors([problem]))
            if plan is not None and plan.publication.state(today) is PlanState.PUBLIC:
                return plan, problems
    return None, problems
