"""The command ``evidence``: what goes to inspectors, as one dated ZIP."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from planpress.cli.call import CLEAN, PROBLEMS, WRONG_USE, Call, Commands, print_problems, say
from planpress.cli.parameters import NewFile, OfficeId, RocYear
from planpress.console import visible_lines
from planpress.problems.filling import filled
from planpress.settings import Settings
from planpress.writing import write_atomically

if TYPE_CHECKING:
    from planpress.problems.problem import Problem
    from planpress.publishing.evidence import Row

ADDRESS_LIST: Final = "網址清單.csv"


@dataclass(frozen=True, slots=True)
class EvidenceTexts:
    """What the command says."""

    help: str
    office: str
    year: str
    output_help: str
    no_site: str
    none_such: str
    made: str


_TEXTS: Final = MappingProxyType(
    {
        "zh-Hant": EvidenceTexts(
            help="製作查核包（ZIP）：網站的證明、報告、檔案雜湊值與網址清單。先建置網站。",
            office="[機關]",
            year="[年度]",
            output_help="查核包的檔名，以 .zip 結尾；預設為目前資料夾的 evidence-日期.zip。",
            no_site="{site} 還沒有建置好的網站；請先執行 build.py。",
            none_such="網站上沒有這份計畫。",
            made="查核包：{file}（{files} 個檔案、{addresses} 個網址）",
        ),
        "en": EvidenceTexts(
            help="Make the ZIP for inspectors: proofs, reports, digests, addresses. Build the site first.",
            office="[OFFICE]",
            year="[YEAR]",
            output_help="Its file, which ends with .zip; by default evidence-DAY.zip in this folder.",
            no_site="There is no finished site in {site}; run build.py first.",
            none_such="The site has no such plan.",
            made="For inspectors: {file} ({files:file|files}, {addresses:address|addresses})",
        ),
    }
)


def add_evidence(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts = _TEXTS[call.language]

    @commands.add(texts.help)
    @click.argument("office", type=OfficeId(call), metavar=texts.office, required=False)
    @click.argument("year", type=RocYear(call), metavar=texts.year, required=False)
    @click.option("--output", type=NewFile(call, ".zip"), metavar="FILE", help=texts.output_help)
    def evidence(office: str | None, year: int | None, output: Path | None) -> int:
        return _evidence(call, texts, office, year, output)


def _evidence(call: Call, texts: EvidenceTexts, office: str | None, year: int | None, output: Path | None) -> int:
    from planpress import addresses
    from planpress.documents.csv_table import csv_table
    from planpress.documents.dossier import dossier
    from planpress.model.dates import RocDate
    from planpress.publishing.evidence import ADDRESS_FIELDS, evidence_files
    from planpress.site.published import read_list
    from planpress.source.folders import plan_files

    settings = call.settings()
    listed = read_list(settings.site_dir)
    if not listed:
        say(visible_lines(texts.no_site.format(site=settings.site_dir)))
        return WRONG_USE
    plans = [
        (each.office_id, each.roc_year)
        for each in plan_files(call.root)[0]
        if office in (None, each.office_id)
        and year in (None, each.roc_year)
        and addresses.file_of(addresses.plan(each.office_id, each.roc_year)) in listed
    ]
    if not plans:
        say(texts.none_such)
        return WRONG_USE
    files, problems = evidence_files(settings.site_dir, listed, plans, settings.site_dir.name)
    if problems:
        print_problems(call, problems)
        return PROBLEMS
    rows, problems = _rows(settings, plans, files.get(addresses.QUALITY_DATA))
    if problems:
        print_problems(call, problems)
        return PROBLEMS
    today = RocDate.on(settings.today)
    content = {ADDRESS_LIST: csv_table(rows, ADDRESS_FIELDS), **files}
    parts = [office or "", str(year or ""), "evidence", today.text]
    file = output or Path("-".join(filter(None, parts)) + ".zip")
    write_atomically(file, dossier(content))
    print(visible_lines(filled(texts.made, {"file": file, "files": len(content), "addresses": len(rows)})))
    return CLEAN


def _rows(settings: Settings, plans: list[tuple[str, int]], quality: bytes | None) -> "tuple[list[Row], list[Problem]]":
    """Every address that an inspector is to look at; and what keeps the data from being read."""
    from planpress.pages.proofs.proofs import PROOF_TEXTS
    from planpress.problems.problem import has_errors
    from planpress.publishing.evidence import clause_rows, disclosure_rows, figures_of, proof_rows
    from planpress.source.repository import (
        read_office,
        read_office_disclosure,
        read_organisations,
        read_plan_clauses,
    )

    is_own = not settings.publisher.is_transcription
    figures = figures_of(quality, {key: text.name for key, text in PROOF_TEXTS.items()}) if quality else {}
    rows = list(proof_rows(figures))
    organisations, problems = read_organisations(settings.root)
    for name in dict.fromkeys(office for office, _ in plans):
        office, found = read_office(settings.root, name, organisations)
        problems += found
        if office is None:
            continue
        for year in (year for each, year in plans if each == name):
            clauses, found = read_plan_clauses(settings.root, office, year)
            problems += found
            rows += clause_rows(name, year, clauses, figures, settings.site_url, is_own=is_own)
        disclosure, found = read_office_disclosure(settings.root, office) if is_own else (None, [])
        problems += found
        rows += disclosure_rows(name, disclosure, settings.site_url) if disclosure else ()
    return rows, [each for each in problems if has_errors([each])]
