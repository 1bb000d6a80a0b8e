"""The configuration of a site: frozen, read once at the edge from ``mkdocs.yml``, passed in everywhere."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

import yaml
from yaml_env_tag import construct_env_tag

from planpress.language import ZH_HANT, Language, of_tag

TAIPEI: Final = "Asia/Taipei"


class SettingsError(Exception):
    """``mkdocs.yml`` cannot be used; the message says why, in Chinese and English."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a web team decides about a site.

    Attributes:
        root: the project's folder, which holds ``offices/``, ``content/`` and ``theme/``.
        site_url: address of the home page, with a slash at its end; may have a path.
        site_name: name of the site by language tag; a derived edition converts its source's.
        languages: the editions, the authoritative one first.
        site_dir: where the finished site goes.
        today: the day that the pages take for today, which tells whether a plan's year is over.
        preview: a local look: drafts are shown, live reload is on, search engines are kept out.
        description: of the site, by language tag.
        documents: whether PDF, ODT, ODS and CSV are made.
        fonts: families that documents are set in before the default one.
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

    @property
    def offices_dir(self) -> Path:
        """The data."""
        return self.root / "offices"

    @property
    def theme_dir(self) -> Path:
        """Page templates and assets."""
        return self.root / "theme" / "site"

    @property
    def documents_dir(self) -> Path:
        """Document templates and fonts."""
        return self.root / "theme" / "documents"

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
        """What earlier builds made; a preview, which shows more, keeps its own."""
        return self.root / ".cache" / ("preview" if self.preview else "site")

    @classmethod
    def load(cls, root: Path, *, preview: bool = False, site_dir: Path | None = None) -> Self:
        """Read ``mkdocs.yml``.

        Raises:
            SettingsError: it is missing, no YAML, or lacks what a site needs.
        """
        path = root / "mkdocs.yml"
        try:
            data = yaml.load(path.read_text("utf-8"), _Loader)
        except OSError as error:
            raise SettingsError(f"讀不到 mkdocs.yml。/ Cannot read mkdocs.yml: {error.strerror}.") from error
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise SettingsError(f"mkdocs.yml 不是正確的 YAML。/ mkdocs.yml is not valid YAML: {error}") from error
        if not isinstance(data, dict):
            raise SettingsError("mkdocs.yml 沒有設定。/ mkdocs.yml holds no settings.")
        return cls._from_mapping(root, data, preview=preview, site_dir=site_dir)

    @classmethod
    def _from_mapping(cls, root: Path, data: dict[str, Any], *, preview: bool, site_dir: Path | None) -> Self:
        site_url = str(data.get("site_url") or "")
        if not site_url.startswith(("http://", "https://")):
            raise SettingsError(
                "mkdocs.yml 須有 site_url（http 或 https）。/ mkdocs.yml needs a site_url (http or https)."
            )
        extra = data.get("extra") or {}
        if not isinstance(extra, dict):
            raise SettingsError("mkdocs.yml 的 extra 格式不正確。/ extra in mkdocs.yml must be a mapping.")
        languages = _languages(extra.get("languages") or ["zh-Hant", "en", "zh-Hans"])
        description = _by_language(extra, "description")
        if description and "zh-Hant" not in description:
            raise SettingsError("extra.description 須有 zh-Hant。/ extra.description needs zh-Hant.")
        names = {"zh-Hant": str(data.get("site_name") or "planpress")} | _by_language(extra, "site_name")
        return cls(
            root=root,
            site_url=site_url.rstrip("/") + "/",
            site_name=names,
            languages=languages,
            site_dir=site_dir or root / str(data.get("site_dir") or "site"),
            today=today(),
            preview=preview,
            documents=extra.get("documents", True) is True,
            fonts=tuple(str(name) for name in extra.get("fonts") or ()),
            description=description,
        )


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs reads it: ``!ENV`` asks the environment; what is meant for its extensions is passed over."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda loader, tag, node: None)


def today() -> date:
    """The calendar day in Taiwan, or that of ``SOURCE_DATE_EPOCH`` for a build that can be repeated.

    Raises:
        SettingsError: ``SOURCE_DATE_EPOCH`` is no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(
            "SOURCE_DATE_EPOCH 須為 1970 年以來的秒數。/ SOURCE_DATE_EPOCH must be a number of seconds since 1970."
        ) from error
    return moment.astimezone(ZoneInfo(TAIPEI)).date()


def _languages(tags: object) -> tuple[Language, ...]:
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags) or tags[0] != ZH_HANT.tag:
        raise SettingsError(
            "mkdocs.yml 的 extra.languages 須列出語言，第一個為 zh-Hant。"
            " / extra.languages in mkdocs.yml must list languages and begin with zh-Hant."
        )
    return tuple(map(of_tag, tags))


def _by_language(extra: Mapping[str, object], name: str) -> dict[str, str]:
    texts = extra.get(name) or {}
    if not isinstance(texts, dict) or not all(isinstance(part, str) for entry in texts.items() for part in entry):
        raise SettingsError(
            f"mkdocs.yml 的 extra.{name} 須逐一寫明各語言的文字。"
            f" / extra.{name} in mkdocs.yml must give a text by language."
        )
    return texts
