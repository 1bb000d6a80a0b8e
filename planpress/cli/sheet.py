"""The commands for spreadsheets: ``sheet`` makes one of a plan, ``import`` brings it back."""

import sys
from pathlib import Path

import click

from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, diff_line, print_problems, say
from planpress.cli.new_assessment import assessment_sheet, write_sheets
from planpress.cli.paper import columns_named, import_document, is_document
from planpress.cli.parameters import ExistingFile, OfficeId, RocYear
from planpress.cli.words.paper_texts import PAPER_TEXTS
from planpress.cli.words.sheet_texts import SHEET_TEXTS
from planpress.problems.filling import filled
from planpress.problems.problem import has_errors


def add_sheet(commands: Commands) -> None:
    """Add the commands to the others."""
    call = commands.call
    texts = SHEET_TEXTS[call.language]

    @commands.add(texts.sheet_help)
    @click.option("--format", "form", type=click.Choice(["ods", "xlsx"]), help=texts.sheet_format_help)
    @click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help=texts.sheet_output_help)
    @click.option("--assessment", metavar="NAME", help=texts.sheet_assessment_help)
    @click.option("--form", "own_form", metavar="NAME", help=texts.sheet_form_help)
    @click.option("--accessibility", is_flag=True, help=texts.sheet_accessibility_help)
    @click.argument("office", type=OfficeId(call), metavar="OFFICE", required=False)
    @click.argument("year", type=RocYear(call), metavar="YEAR", required=False)
    def sheet(
        form: str | None,
        output: Path | None,
        assessment: str | None,
        own_form: str | None,
        accessibility: bool,
        office: str | None,
        year: int | None,
    ) -> int:
        ending = output.suffix.lower().removeprefix(".") if output else ""
        form = form or (ending if ending in ("ods", "xlsx") else "ods")
        if ending not in ("", form):
            raise click.UsageError(call.texts.must_end.format(option="--output", suffix=f".{form}"))
        if accessibility:
            if office is not None or assessment is not None or own_form is not None:
                raise click.UsageError(texts.sheet_accessibility_alone)
            return _review_sheet(call, form, output or Path(f"accessibility.{form}"))
        if office is None or year is None:
            raise click.UsageError(call.texts.missing.format(name="OFFICE" if office is None else "YEAR"))
        if assessment is not None:
            return assessment_sheet(call, (office, year, assessment), form, output, own_form)
        if own_form is not None:
            raise click.UsageError(texts.sheet_form_alone)
        return _sheet(call, office, year, form, output or Path(f"{office}-{year}.{form}"))

    @commands.add(texts.import_help, "import")
    @click.option("--office", type=OfficeId(call), metavar="ID", help=texts.import_office_help)
    @click.option("--year", type=RocYear(call), metavar="N", help=texts.import_year_help)
    @click.option("--columns", multiple=True, metavar="NAME=KIND", help=PAPER_TEXTS[call.language].columns_help)
    @click.option("--dry-run", "is_dry", is_flag=True, help=texts.dry_run_help)
    @click.argument("file", type=ExistingFile(call), metavar="FILE")
    def import_(office: str | None, year: int | None, columns: tuple[str, ...], is_dry: bool, file: Path) -> int:
        if is_document(file):
            return import_document(call, file, office, year, columns_named(call, columns), is_dry=is_dry)
        return _import(call, file, office, year, is_dry)


def _sheet(call: Call, office: str, year: int, form: str, output: Path) -> int:
    from planpress.editing.sheet.files import make_sheet
    from planpress.editing.sheet.writing import SheetFormat

    content, problems = make_sheet(call.settings(), office, year, SheetFormat(form))
    print_problems(call, problems)
    if not content:
        return PROBLEMS
    return write_sheets(call, {output: content})


def _review_sheet(call: Call, form: str, output: Path) -> int:
    from planpress.editing.review.files import make_review_sheet
    from planpress.editing.sheet.writing import SheetFormat

    content, problems = make_review_sheet(call.settings(), SheetFormat(form))
    print_problems(call, problems)
    if not content:
        return PROBLEMS
    return write_sheets(call, {output: content})


def _import(call: Call, path: Path, office: str | None, year: int | None, is_dry: bool) -> int:
    from planpress.editing.sheet.files import import_sheet

    texts = SHEET_TEXTS[call.language]
    done = import_sheet(call.root, path, office, year, is_written=not is_dry)
    print_problems(call, done.problems)
    if has_errors(done.problems):
        say(texts.import_refused)
        return PROBLEMS
    if not done.is_changed:
        print(texts.import_same.format(file=done.file))
        return CLEAN
    print("\n".join(diff_line(line, colour=sys.stdout.isatty()) for line in done.diff()))
    if done.addresses is not None and done.addresses.changes is not None:
        print(filled(call.texts.addresses_written, {"file": done.addresses.file, **done.addresses.changes._asdict()}))
    print((texts.import_wanted if is_dry else texts.import_written).format(file=done.file))
    return CLEAN
