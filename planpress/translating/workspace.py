"""What translators work on, read from the folder: the plans' texts, and each language with its catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from planpress.edition import Edition, load_editions
from planpress.language import SOURCE
from planpress.problems import Problem
from planpress.settings import Settings
from planpress.translating.catalogue import Catalogue, new_catalogue, parse_catalogue, written
from planpress.translating.coverage import PlanCoverage, plan_coverage
from planpress.translating.merging import merged
from planpress.translating.staleness import stale_problems
from planpress.translating.units import PlanUnits, read_all_units
from planpress.translation import PLANS, catalogue_path


@dataclass(frozen=True)
class Translation:
    """One language that is translated by people.

    Attributes:
        edition: what pages show in it.
        path: of its catalogue of plan texts, which need not be there yet.
        catalogue: what the file holds.
    """

    edition: Edition
    path: Path
    catalogue: Catalogue

    def updated(self, plans: Iterable[PlanUnits]) -> bytes:
        """What the file should hold for these plans."""
        return written(merged(self.catalogue, tuple(plans), self.edition.memory)).encode()


@dataclass(frozen=True)
class Workspace:
    """The plans, by office and year, and the languages that they are translated into.

    Attributes:
        unreadable: how many plans are missing here because their files cannot be read.
    """

    plans: tuple[PlanUnits, ...]
    translations: tuple[Translation, ...]
    unreadable: int = 0

    def coverage(self) -> tuple[PlanCoverage, ...]:
        """How far every language is with every plan, language by language."""
        return tuple(
            plan_coverage(plan, each.edition, each.catalogue) for each in self.translations for plan in self.plans
        )

    def stale_problems(self) -> list[Problem]:
        """A warning for every place of every plan whose translation is of an earlier wording."""
        return [problem for plan in self.plans for problem in stale_in(plan, self.translations)]


def open_workspace(settings: Settings) -> Workspace:
    """Read everything. A catalogue that is not there is a new one."""
    plans = read_all_units(settings.root)
    readable = tuple(plan for plan in plans if plan is not None)
    editions, _ = load_editions(settings)
    return Workspace(readable, read_translations(settings, editions.values()), len(plans) - len(readable))


def read_translations(settings: Settings, editions: Iterable[Edition]) -> tuple[Translation, ...]:
    """The languages among the editions that people translate, with their catalogues."""
    translations = []
    for edition in editions:
        if edition.language == SOURCE or edition.hans:
            continue
        tag = edition.language.tag
        path = catalogue_path(settings.locales_dir, tag, PLANS)
        catalogue = parse_catalogue(path.read_text("utf-8", "replace")) if path.is_file() else new_catalogue(tag)
        translations.append(Translation(edition, path, catalogue))
    return tuple(translations)


def stale_in(plan: PlanUnits, translations: Iterable[Translation]) -> list[Problem]:
    """The warnings of one plan."""
    return [problem for each in translations for problem in stale_problems(plan, each.edition, each.catalogue)]
