"""Commands that put files of offices in order: ``addresses`` records their addresses, ``fmt`` their form."""

import sys
from collections.abc import Sequence

import click

from planpress.cli.call import CLEAN, PROBLEMS, WRONG_USE, Call, Commands, diff_line, print_problems, say
from planpress.cli.parameters import OfficeId, RocYear, no_such_plan
from planpress.console import visible
from planpress.problems.filling import filled
from planpress.problems.problem import Problem, has_errors


def add_tidying(commands: Commands) -> None:
    """Add the commands to the others."""
    call = commands.call
    texts = call.texts

    @commands.add(texts.addresses_help)
    @click.option("--office", type=OfficeId(call), metavar="ID", help=texts.of_office_help)
    @click.option("--year", type=RocYear(call), metavar="N", help=texts.of_year_help)
    def addresses(office: str | None, year: int | None) -> int:
        return _addresses(call, office, year)

    @commands.add(texts.fmt_help, "fmt")
    @click.option("--office", type=OfficeId(call), metavar="ID", help=texts.of_office_help)
    @click.option("--year", type=RocYear(call), metavar="N", help=texts.of_year_help)
    @click.option("--check", "is_check", is_flag=True, help=texts.fmt_check_help)
    @click.argument("names", nargs=-1, metavar="[FILE…]")
    def fmt(office: str | None, year: int | None, is_check: bool, names: tuple[str, ...]) -> int:
        return _fmt(call, office, year, names, is_check)


def _addresses(call: Call, office: str | None, year: int | None) -> int:
    from planpress.editing.row_addresses import record_addresses

    recorded = list(record_addresses(call.root, office, year))
    if not recorded:
        say(no_such_plan(call, office, year))
        return WRONG_USE
    print_problems(call, [problem for each in recorded for problem in each.problems])
    for each in recorded:
        if each.problems:
            say(call.texts.addresses_refused.format(file=each.file))
        elif each.changes is None:
            print(call.texts.addresses_right.format(file=each.file))
        else:
            print(filled(call.texts.addresses_written, {"file": each.file, **each.changes._asdict()}))
    return PROBLEMS if any(each.problems for each in recorded) else CLEAN


def _fmt(call: Call, office: str | None, year: int | None, names: Sequence[str], is_check: bool) -> int:
    from planpress.editing.format_files import format_files, path_in_project, targets

    found = targets(call.root, office, year)
    if not found:
        say(no_such_plan(call, office, year))
        return WRONG_USE
    wanted = [path_in_project(call.root, name) for name in names]
    for name, path in zip(names, wanted, strict=True):
        if path not in {each.file for each in found}:
            raise click.UsageError(call.texts.fmt_unknown.format(name=visible(name)))
    problems: list[Problem] = []
    changed = 0
    chosen = [each for each in found if not wanted or each.file in wanted]
    for each, addresses in format_files(call.root, chosen, is_written=not is_check):
        problems += each.problems
        changed += each.is_changed + (addresses is not None)
        if each.has_other_line_ends:
            print(call.texts.fmt_line_ends.format(file=each.file))
        if each.is_changed:
            print("\n".join(diff_line(line, colour=sys.stdout.isatty()) for line in each.diff()))
        if addresses is not None and addresses.changes is not None:
            print(filled(call.texts.addresses_written, {"file": addresses.file, **addresses.changes._asdict()}))
    print_problems(call, problems)
    if has_errors(problems):
        say(call.texts.fmt_left)
    done = call.texts.fmt_wanted if is_check else call.texts.fmt_written
    if changed or not problems:
        print(filled(done, {"count": changed}) if changed else call.texts.fmt_right)
    return PROBLEMS if has_errors(problems) or (is_check and changed) else CLEAN
