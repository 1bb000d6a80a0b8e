"""What may stand where a command wants an office, a year or a file, and what is said of anything else."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from planpress.cli.call import Call
from planpress.cli.words.help import bad_value
from planpress.configuration.checks import is_folder_name
from planpress.configuration.reading import is_configuration
from planpress.console import visible
from planpress.model.dates import gregorian_year
from planpress.settings import Settings
from planpress.source.folders import office_ids, plan_files
from planpress.source.values.nearest import nearest, same

_YEAR: Final = re.compile(r"(?:民國)?(\d{1,4})(?:年度?)?")
_LAST_YEAR: Final = 999
_MOST_OFFICES: Final = 12
"""Offices that a message lists."""


class RocYear(click.ParamType[int]):
    """A year of the Republic of China, as people write one: 115, １１５, 民國115年度."""

    name = "year"

    def __init__(self, call: Call) -> None:
        self.texts = call.texts

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> int:
        """The year; one of the common era is not taken, for nobody knows whether it is the only slip."""
        if isinstance(value, int):
            return value
        match = _YEAR.fullmatch("".join(unicodedata.normalize("NFKC", value).split()))
        year = int(match[1]) if match else 0
        if 0 < year <= _LAST_YEAR:
            return year
        name, difference = visible(value), gregorian_year(0)
        if year > difference:
            raise click.UsageError(self.texts.western_year.format(name=name, year=year - difference), context)
        raise click.UsageError(self.texts.no_year.format(name=name), context)


class OfficeId(click.ParamType[str]):
    """The id of an office that is there."""

    name = "office"

    def __init__(self, call: Call) -> None:
        self.call = call

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        """The id, which is the name of the office's folder."""
        known = office_ids(self.call.root)
        if value in known:
            return str(value)
        texts, names = self.call.texts, _names(self.call, known)
        told = texts.no_such_office.format(name=visible(value))
        if meant := _meant(Path(value.rstrip("/\\")).name, names):
            told += texts.nearest.format(name=_both(meant, names, self.call))
        raise click.UsageError(told + _listed(self.call, known), context)


class SettingsFile(click.Path):
    """The settings of a site, which lie in its folder: mkdocs.yml, or mkdocs.<name>.yml of another site of it."""

    def __init__(self, call: Call) -> None:
        super().__init__(dir_okay=False)
        self.texts = call.texts

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        """The path."""
        if not is_configuration(Path(value).name) or not Path(value).is_file():
            name = param.opts[0] if param else ""
            raise click.UsageError(bad_value(name, self.texts.settings_files, self.texts), context)
        return super().convert(value, param, context)


class SiteFolder(click.Path):
    """A folder for the site, which need not be there; its name must be one that a system takes."""

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        """The path."""
        if not is_folder_name(str(value)):
            self.fail(str(value), param, context)
        return super().convert(value, param, context)


class ExistingFile(click.Path):
    """A file that is read."""

    def __init__(self, call: Call) -> None:
        super().__init__(path_type=Path)
        self.texts = call.texts

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        """The path."""
        path = Path(value)
        if path.is_dir():
            raise click.UsageError(self.texts.is_folder.format(name=visible(value)), context)
        if path.exists():
            return super().convert(value, param, context)
        folder = path.absolute().parent
        told = self.texts.no_such_file.format(name=visible(path.name), folder=visible(str(folder)))
        if folder.is_dir() and (near := nearest(path.name, (each.name for each in folder.iterdir()))):
            told += self.texts.nearest.format(name=visible(near["nearest"]))
        raise click.UsageError(told, context)


class NewFile(click.Path):
    """A file that is written; its name says what it is."""

    def __init__(self, call: Call, suffix: str) -> None:
        super().__init__(path_type=Path, dir_okay=False)
        self.texts = call.texts
        self.suffix = suffix

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        """The path."""
        if Path(value).suffix.lower() != self.suffix:
            option = param.opts[0] if param else ""
            raise click.UsageError(self.texts.must_end.format(option=option, suffix=self.suffix), context)
        return super().convert(value, param, context)


def no_such_plan(call: Call, office: str | None, year: int | None) -> str:
    """That there is no plan of an office and a year, and of which years there are some.

    Args:
        call: what every command needs to know.
        office: id of one that is there; None for all.
        year: that was asked for, if any.
    """
    texts = call.texts
    years = sorted({plan.roc_year for plan in plan_files(call.root)[0] if office in (None, plan.office_id)})
    listed = texts.comma.join(map(str, years))
    if not years or (office is None and year is None):
        return texts.no_such_plan
    if office is None:
        return texts.no_such_plan + texts.all_years.format(years=listed)
    return texts.no_such_plan + texts.own_years.format(office=_both(office, _names(call, [office]), call), years=listed)


def must_have_plan(call: Call, office: str, *years: int) -> None:
    """Make sure that an office has a plan of each year.

    Raises:
        click.UsageError: it has none, and of which years it has.
    """
    there = {plan.roc_year for plan in plan_files(call.root)[0] if plan.office_id == office}
    for year in years:
        if year not in there:
            raise click.UsageError(no_such_plan(call, office, year))


def must_be_of_site(call: Call, settings: Settings, office: str) -> None:
    """Make sure that a site has an office, before something is made in the site's name.

    Raises:
        click.UsageError: it has not, and which it has.
    """
    if not settings.has(office):
        told = call.texts.not_of_site.format(file=visible(settings.file), name=office)
        raise click.UsageError(told + _listed(call, sorted(settings.offices)))


def _listed(call: Call, known: list[str]) -> str:
    """Which offices there are."""
    texts, some = call.texts, known[:_MOST_OFFICES]
    names = _names(call, some)
    listed = [*(_both(office, names, call) for office in some), *(["…"] if len(known) > len(some) else [])]
    return texts.offices.format(known=texts.comma.join(listed)) if known else texts.no_offices


def _names(call: Call, known: list[str]) -> Mapping[str, str]:
    """What the offices are called, as far as their files can be read."""
    from planpress.source.repository import read_office, read_organisations

    organisations, _ = read_organisations(call.root)
    offices = {office_id: read_office(call.root, office_id, organisations)[0] for office_id in known}
    return {office_id: office.name for office_id, office in offices.items() if office}


def _meant(word: str, names: Mapping[str, str]) -> str | None:
    """The office whose id or name, or a piece of its name, somebody wrote."""
    pieces = [office_id for office_id, name in names.items() if same(word) and same(word) in same(name)]
    if len(pieces) == 1:
        return pieces[0]
    by_word = {name: office_id for office_id, name in names.items()} | {office_id: office_id for office_id in names}
    near = nearest(word, by_word)
    return by_word[near["nearest"]] if near else None


def _both(office_id: str, names: Mapping[str, str], call: Call) -> str:
    """An id and the name that goes with it."""
    return visible(call.texts.office.format(id=office_id, name=names[office_id])) if office_id in names else office_id
