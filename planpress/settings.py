"""The configuration of a site: frozen, read once at the edge from ``mkdocs.yml``, passed in everywhere."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Self
from zoneinfo import ZoneInfo

from planpress.configuration.reading import FILE, read_configuration, suffix_of
from planpress.model.badge import Badge
from planpress.model.language import AUTHORITATIVE, Language, of_tag
from planpress.model.proof import ProofKey
from planpress.model.publisher import Publisher
from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError

TAIPEI: Final = "Asia/Taipei"
LAST_MOMENT: Final = 29_695_046_399
"""The end of 2910, the last year that 民國 dates of three digits can name, in seconds since 1970."""

_EPOCH: Final = re.compile("[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What pages know of the settings: nothing that differs from day to day or from machine to machine.

    Attributes:
        site_url: address of the home page, with a slash at its end.
        site_name: by language tag.
        description: by language tag; may be empty.
        languages: the editions, the authoritative one first.
        preview: search engines are kept out.
        publisher: in whose name they speak.
        badge: the accessibility badge, as long as it holds.
    """

    site_url: str
    site_name: Mapping[str, str] = field(hash=False)
    description: Mapping[str, str] = field(hash=False)
    languages: tuple[Language, ...]
    preview: bool
    publisher: Publisher = field(default=Publisher(), hash=False)
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a web team decides about a site.

    Attributes:
        root: the project's folder, which holds ``offices/``, ``content/`` and, as a rule, ``theme/``.
        site_url: address of the home page, with a slash at its end; may have a path.
        site_name: name of the site by language tag; a derived edition converts its source's.
        languages: the editions, the authoritative one first.
        site_dir: where the finished site goes.
        today: the day that the pages take for today, which tells whether a plan's year is over.
        preview: a local look: drafts are shown, live reload is on, search engines are kept out.
        description: of the site, by language tag.
        documents: whether PDF, ODT, ODS and CSV are made.
        fonts: families that documents are set in before the default one.
        publisher: in whose name the site speaks.
        thresholds: of each proof how many of a hundred must hold before anything is written.
        badge: the accessibility badge, if it has one.
        review: how often contents are looked through, of offices that do not say it.
        file: the name of these settings in the folder.
        offices: ids of those whose site it is; none for all of them.
        custom_dir: from the root, where the page templates are; a site within a project may use the theme of that.
    """

    root: Path
    site_url: str
    site_name: Mapping[str, str] = field(hash=False)
    languages: tuple[Language, ...]
    site_dir: Path
    today: date
    preview: bool = False
    description: Mapping[str, str] = field(default_factory=dict, hash=False)
    documents: bool = True
    fonts: tuple[str, ...] = ()
    publisher: Publisher = field(default=Publisher(), hash=False)
    thresholds: Mapping[ProofKey, int] = field(default_factory=dict, hash=False)
    review: str | None = None
    badge: Badge | None = None
    custom_dir: str = "theme/site"
    file: str = FILE
    offices: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the site is of all offices that the project has."""
        return not self.offices

    def has(self, office_id: str) -> bool:
        """Whether the site is of an office."""
        return self.is_whole or office_id in self.offices

    @property
    def facts(self) -> SiteFacts:
        """What pages know of them."""
        badge = self.badge if self.badge and self.badge.holds(self.today) else None
        return SiteFacts(
            self.site_url, self.site_name, self.description, self.languages, self.preview, self.publisher, badge
        )

    @property
    def offices_dir(self) -> Path:
        """The data."""
        return self.root / "offices"

    @property
    def house(self) -> Path:
        """The folder of the theme and of the translated interface: the root, or the project that the site is in."""
        return Path(os.path.normpath(self.root / self.custom_dir)).parents[1]

    @property
    def theme_dir(self) -> Path:
        """Page templates and assets."""
        return self.house / "theme" / "site"

    @property
    def documents_dir(self) -> Path:
        """Document templates and fonts."""
        return self.house / "theme" / "documents"

    @property
    def content_dir(self) -> Path:
        """Editorial pages and locales."""
        return self.root / "content"

    @property
    def locales_dir(self) -> Path:
        """Translations."""
        return self.content_dir / "locales"

    @property
    def cache_dir(self) -> Path:
        """What earlier builds made; a preview, which shows more, keeps its own, and so does each site of a project."""
        return self.root / ".cache" / f"{'preview' if self.preview else 'site'}{suffix_of(self.file)}"

    @classmethod
    def load(cls, root: Path, file: str = FILE, *, preview: bool = False, site_dir: Path | None = None) -> Self:
        """Read ``mkdocs.yml``, or the settings of another site of the project.

        Raises:
            SettingsError: it is missing, no YAML, or not what a site needs; all that is wrong is told at once.
        """
        said, problems = read_configuration(root, os.environ, file)
        day, wrong = day_of(os.environ.get("SOURCE_DATE_EPOCH"))
        problems += wrong
        if said is None or day is None:
            raise SettingsError(problems=tuple(problems))
        return cls(
            root=root,
            site_url=said.site_url.rstrip("/") + "/",
            site_name={AUTHORITATIVE.tag: said.site_name} | said.extra.site_name,
            languages=tuple(map(of_tag, said.extra.languages)),
            site_dir=site_dir or root / said.site_dir,
            today=day,
            preview=preview,
            documents=said.extra.documents,
            fonts=said.extra.fonts,
            description=said.extra.description,
            publisher=said.extra.publisher or Publisher(),
            thresholds={ProofKey(key): least for key, least in said.extra.thresholds.items()},
            review=said.extra.review,
            badge=said.extra.badge,
            custom_dir=said.theme.custom_dir,
            file=file,
            offices=said.extra.offices or (),
        )


def calendar_day() -> date:
    """Today in Taiwan, whatever day a build takes for today: nobody has read anything after it."""
    return datetime.now(ZoneInfo(TAIPEI)).date()


def day_of(epoch: str | None) -> tuple[date | None, list[Problem]]:
    """The calendar day in Taiwan: today's, or that of ``SOURCE_DATE_EPOCH`` for a build that can be repeated.

    Returns:
        The day, or None and why there is none.
    """
    if not epoch:
        return calendar_day(), []
    moment = int(epoch) if _EPOCH.fullmatch(epoch) else LAST_MOMENT + 1
    if moment > LAST_MOMENT:
        return None, [Problem("E454", Place("SOURCE_DATE_EPOCH"), {"value": epoch[:40]})]
    return datetime.fromtimestamp(moment, UTC).astimezone(ZoneInfo(TAIPEI)).date(), []
