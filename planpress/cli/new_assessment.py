"""The command ``new-assessment``: an assessment to fill in, as a file and as spreadsheets."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from planpress.cli.call import CLEAN, PROBLEMS, WRONG_USE, Call, Commands, print_problems, say
from planpress.cli.parameters import OfficeId, RocYear, must_have_plan
from planpress.cli.words.new_assessment_texts import NEW_ASSESSMENT_TEXTS
from planpress.cli.words.sheet_texts import SHEET_TEXTS
from planpress.console import visible, visible_lines
from planpress.writing import write_atomically

_NAME: Final = re.compile("[a-z0-9][a-z0-9-]{0,39}")
KINDS: Final[Mapping[str, str]] = {
    "own": "自行考核",
    "superior": "上級考核",
    "telephone": "電話測試",
    "visit": "實地考核",
}
"""The kinds of assessments by words that every keyboard has."""


def add_new_assessment(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts = NEW_ASSESSMENT_TEXTS[call.language]

    @commands.add(texts.help, "new-assessment")
    @click.option("--name", metavar="NAME", help=texts.name_help)
    @click.option("--kind", type=click.Choice([*KINDS, *KINDS.values()]), default="own", help=texts.kind_help)
    @click.option("--rows", type=click.Choice(["groups", "measures"]), default="groups", help=texts.rows_help)
    @click.option("--dry-run", "is_dry", is_flag=True, help=texts.dry_run_help)
    @click.argument("office", type=OfficeId(call), metavar="OFFICE")
    @click.argument("year", type=RocYear(call), metavar="YEAR")
    @click.argument("half", type=click.Choice(["1", "2"]), metavar="[HALF]", required=False)
    def new_assessment(
        name: str | None, kind: str, rows: str, is_dry: bool, office: str, year: int, half: str | None
    ) -> int:
        name = name or half
        if name is None or not _NAME.fullmatch(name):
            raise click.UsageError(texts.name_usage)
        must_have_plan(call, office, year)
        return _new_assessment(call, (office, year, name), half, KINDS.get(kind, kind), rows, is_dry=is_dry)


def _new_assessment(
    call: Call, of: tuple[str, int, str], half: str | None, kind: str, rows: str, *, is_dry: bool
) -> int:
    from planpress.editing.register.files import Asked, make_register, new_assessment
    from planpress.editing.register.pages import RegisterSource
    from planpress.editing.register.plan_rows import RowsOf
    from planpress.editing.sheet.writing import SheetFormat
    from planpress.model.assessment import AssessmentKind

    texts = NEW_ASSESSMENT_TEXTS[call.language]
    asked = Asked(*of, AssessmentKind(kind), int(half) if half else None, RowsOf(rows))
    file, text, problems = new_assessment(call.root, asked)
    print_problems(call, problems)
    if not text:
        return PROBLEMS
    if is_dry:
        print(visible_lines(text.rstrip("\n")))
        print(texts.wanted.format(file=file))
        return CLEAN
    forms = list(SheetFormat)
    contents, problems = make_register(call.settings(), RegisterSource(*of), forms, text)
    print_problems(call, problems)
    if not contents:
        return PROBLEMS
    sheets = {_sheet_name(of, form): content for form, content in zip(forms, contents, strict=True)}
    if is_in_the_way(call, sheets):
        return WRONG_USE
    write_atomically(call.root / file, text.encode())
    print(texts.made.format(file=file))
    return write_sheets(call, sheets)


def assessment_sheet(call: Call, of: tuple[str, int, str], form: str, output: Path | None, own_form: str | None) -> int:
    """Make the register of an assessment, or head office's own form of it.

    Args:
        call: what every command needs to know.
        of: office, year and name of the assessment.
        form: of the file.
        output: the file; None for one that is named after the assessment.
        own_form: the name of head office's form.
    """
    from planpress.editing.register.files import fill_form, make_register
    from planpress.editing.register.pages import RegisterSource
    from planpress.editing.sheet.writing import SheetFormat

    if not _NAME.fullmatch(of[2]):
        raise click.UsageError(NEW_ASSESSMENT_TEXTS[call.language].name_usage)
    must_have_plan(call, *of[:2])
    settings, source = call.settings(), RegisterSource(*of)
    if own_form is None:
        contents, problems = make_register(settings, source, [SheetFormat(form)])
        content = contents[0] if contents else b""
    else:
        content, known, problems = fill_form(settings, source, SheetFormat(form), own_form)
        if not content and not problems:
            texts = SHEET_TEXTS[call.language]
            say(texts.no_such_form.format(name=visible(own_form), known=", ".join(known) or "—"))
            return WRONG_USE
    print_problems(call, problems)
    if not content:
        return PROBLEMS
    path = output or _sheet_name(of, form, own_form)
    if own_form is None:
        return write_sheets(call, {path: content})
    if is_in_the_way(call, {path: content}):
        return WRONG_USE
    write_atomically(path, content)
    print(SHEET_TEXTS[call.language].form_made.format(file=visible(str(path))))
    return CLEAN


def _sheet_name(of: tuple[str, int, str], form: str, own_form: str | None = None) -> Path:
    office, year, name = of
    of_form = f"-{own_form}" if own_form else ""
    return Path(f"{office}-{year}-results-{name}{of_form}.{form}")


def is_in_the_way(call: Call, sheets: Mapping[Path, bytes]) -> bool:
    """Whether a file holds something else that somebody may have typed; says so."""
    for path, content in sheets.items():
        if path.exists() and (not path.is_file() or path.read_bytes() != content):
            say(SHEET_TEXTS[call.language].sheet_there.format(file=visible(str(path))))
            return True
    return False


def write_sheets(call: Call, sheets: Mapping[Path, bytes]) -> int:
    """Write spreadsheets, unless one is in the way."""
    if is_in_the_way(call, sheets):
        return WRONG_USE
    for path, content in sheets.items():
        write_atomically(path, content)
        print(SHEET_TEXTS[call.language].sheet_made.format(file=visible(str(path))))
    return CLEAN
