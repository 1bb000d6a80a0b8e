"""What translators work on, read from the folder: the plans' texts, and each language with its catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from planpress.editions.catalogue import PLANS, TERMS, Catalogue, Entry, catalogue_path
from planpress.editions.edition import Edition, load_editions
from planpress.editions.po_reader import SIZE_LIMIT, load_catalogue
from planpress.editions.po_writer import new_catalogue, written
from planpress.model.language import AUTHORITATIVE
from planpress.problems.problem import Problem, has_errors
from planpress.settings import Settings
from planpress.source import files
from planpress.translating.merging import merged
from planpress.translating.progress import PlanCoverage, plan_coverage
from planpress.translating.result_units import read_result_units
from planpress.translating.staleness import stale_problems
from planpress.translating.units import PlanUnits, read_all_units, read_superseded_units
from planpress.writing import write_atomically


@dataclass(frozen=True)
class Translation:
    """One language that people translate into.

    Attributes:
        edition: what pages show in it.
        path: of its catalogue of plan texts, which need not be there yet.
        catalogue: what that file holds.
        terms: its glossary.
    """

    edition: Edition
    path: Path
    catalogue: Catalogue
    terms: Catalogue

    def updated(self, plans: tuple[PlanUnits, ...]) -> Catalogue:
        """What the catalogue should be for these plans."""
        return merged(self.catalogue, plans, self.edition.memory)

    def write(self, root: Path, catalogue: Catalogue) -> bool:
        """Put another catalogue in the place of its own; whether that makes a difference."""
        content = written(catalogue).encode()
        is_changed = files.read(root, self.path.relative_to(root).as_posix(), SIZE_LIMIT)[0] != content
        if is_changed:
            write_atomically(self.path, content)
        return is_changed


@dataclass(frozen=True)
class Workspace:
    """The plans, by office and year, and the languages that they are translated into.

    Attributes:
        superseded: what revisions replaced: its translations stay, but nobody asks how far they are.
        results: what became of plans, as far as it is public.
        complete: every file could be read; otherwise nothing may be written, or what cannot be read would look deleted.
    """

    plans: tuple[PlanUnits, ...]
    translations: tuple[Translation, ...]
    complete: bool
    superseded: tuple[PlanUnits, ...] = ()
    results: tuple[PlanUnits, ...] = ()

    @property
    def everything(self) -> tuple[PlanUnits, ...]:
        """All whose translations are kept."""
        return (*self.plans, *self.superseded, *self.results)

    @property
    def wanted(self) -> tuple[PlanUnits, ...]:
        """All that is to be translated: plans, then results."""
        return (*self.plans, *self.results)

    def coverage(self) -> tuple[PlanCoverage, ...]:
        """How far every language is with every plan and every file of results."""
        return tuple(
            plan_coverage(each, translation.edition, translation.catalogue)
            for each in self.wanted
            for translation in self.translations
        )

    def stale_problems(self) -> list[Problem]:
        """A warning for every place of every plan whose translation is of an earlier wording."""
        return [problem for plan in self.plans for problem in stale_in(plan, self.translations)]


def open_workspace(settings: Settings) -> Workspace:
    """Read everything."""
    plans = read_all_units(settings.root)
    superseded = read_superseded_units(settings.root)
    results = read_result_units(settings.root)
    editions, problems = load_editions(settings)
    return Workspace(
        plans=tuple(plan for plan in plans if plan is not None),
        translations=read_translations(settings, editions.values()),
        complete=None not in (*plans, *superseded, *results) and not has_errors(problems),
        superseded=tuple(plan for plan in superseded if plan is not None),
        results=tuple(each for each in results if each is not None),
    )


def read_translations(settings: Settings, editions: Iterable[Edition]) -> tuple[Translation, ...]:
    """The languages among the editions that people translate into. A catalogue that is not there is a new one."""
    translations = []
    for edition in editions:
        if edition.language != AUTHORITATIVE and not edition.hans:
            tag = edition.language.tag
            plans, terms = (catalogue_path(settings.locales_dir, tag, name) for name in (PLANS, TERMS))
            catalogue, glossary = (_read(settings.root, path, tag) for path in (plans, terms))
            translations.append(Translation(edition, plans, catalogue, glossary))
    return tuple(translations)


def stale_in(plan: PlanUnits, translations: Iterable[Translation]) -> list[Problem]:
    """The warnings of one plan."""
    return [problem for each in translations for problem in stale_problems(plan, each.edition, each.catalogue)]


def _read(root: Path, path: Path, tag: str) -> Catalogue:
    """A catalogue; what cannot be used is as if it were not there, for whoever reads the editions is told why."""
    catalogue, _ = load_catalogue(root, path)
    return new_catalogue(tag) if catalogue is None or catalogue == Catalogue(Entry("")) else catalogue
