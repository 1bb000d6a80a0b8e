"""MkDocs, and nothing else knows of it: Markdown to HTML for editorial pages, and a plugin for plain ``mkdocs build``.

Replacing the engine means writing another :func:`editorial`: Markdown files below ``content/<language>/`` in, HTML out.
Plan pages never pass through here.
"""

import logging
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from planpress import addresses, report, site
from planpress.configuration.reading import place_of
from planpress.editorial import EditorialPage
from planpress.loading import problems_of
from planpress.problems import Problem, has_errors
from planpress.settings import Settings, SettingsError


class _PluginConfig(Config):
    """The plugin has no options; mkdocs.yml's ``extra`` has what a site decides."""


class PlanpressPlugin(BasePlugin[_PluginConfig]):
    """Makes plain ``mkdocs build`` and ``mkdocs serve`` give the same site as ``build.py``."""

    capture_only = False
    """Set by :func:`editorial`: collect the HTML, write no site."""

    def __init__(self) -> None:
        self.pages: list[EditorialPage] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep Material's own 404 and sitemap out of the site."""
        config.theme.static_templates.clear()
        self.pages = []
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Check the data before MkDocs empties its site folder, so that a mistake leaves the site that was there."""
        if not self.capture_only:
            problems = problems_of(_settings(config))
            if has_errors(problems):
                raise SystemExit(f"{report.terminal(problems)}{report.summary(problems)}")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Only Markdown of a language's folder is published; Material's assets (2.5 MB) are not."""
        settings = _settings(config)
        tags = {language.tag: language for language in settings.languages}
        kept = []
        for file in files:
            tag, _, rest = file.src_uri.partition("/")
            if file.is_documentation_page() and tag in tags and rest:
                file.dest_uri = addresses.file_of(addresses.localised(tags[tag], _path(rest)))
                kept.append(file)
        return Files(kept)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """MkDocs frames nothing: its own environment does not even escape."""
        return Environment(loader=DictLoader({"main.html": ""}), autoescape=True)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Collect a page's HTML."""
        tag, _, rest = page.file.src_uri.partition("/")
        self.pages.append(
            EditorialPage(
                tag=tag,
                path=_path(rest),
                title=str(page.title),
                description=str(page.meta.get("description", "")),
                html=html,
                source=f"{Path(config.docs_dir).name}/{page.file.src_uri}",
            )
        )
        return html

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Leave the writing of pages to the build that knows their frame; MkDocs writes nothing itself."""
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the whole site, plans and all."""
        if self.capture_only:
            return
        try:
            outcome = site.build(_settings(config), lambda _: tuple(self.pages))
        except SettingsError as error:
            raise SystemExit(error.told()) from None
        log = logging.getLogger("mkdocs.plugins.planpress")
        for problem in outcome.problems:
            log.log(logging.ERROR if problem.severity == "error" else logging.WARNING, report.terminal([problem]))
        if outcome.report is None:
            raise SystemExit(report.summary(outcome.problems))

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the data too."""
        root = Path(config.config_file_path).parent
        for folder in ("offices", "theme"):
            server.watch(str(root / folder))
        return server


def editorial(settings: Settings) -> tuple[EditorialPage, ...]:
    """Render the Markdown pages below ``content/``.

    MkDocs cleans the folder that it builds into, so it gets one of its own.

    Raises:
        SettingsError: MkDocs does not accept ``mkdocs.yml``, or a page is not UTF-8.
    """
    with tempfile.TemporaryDirectory() as folder:
        config = load_configuration(settings.root, folder)
        plugin = config.plugins["planpress"]
        assert isinstance(plugin, PlanpressPlugin)  # the settings name it
        plugin.capture_only = True
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        try:
            mkdocs_build(config)
        except UnicodeDecodeError as error:
            raise SettingsError("content/ 有檔案不是 UTF-8。/ A file in content/ is not UTF-8.") from error
        return tuple(sorted(plugin.pages, key=lambda page: (page.path, page.tag)))


def load_configuration(root: Path, site_dir: str) -> MkDocsConfig:
    """What MkDocs makes of ``mkdocs.yml``; it runs whatever the file names.

    Raises:
        SettingsError: MkDocs, a plugin or an extension does not accept it.
    """
    file = root / "mkdocs.yml"
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as stream:
            config.load_file(stream)
        config.load_dict({"site_dir": site_dir})
        errors, _ = config.validate()
    except (Exception, SystemExit) as error:  # of hooks, tags and plugins, which are anybody's programs
        raise SettingsError(problems=(_refused(root, _guilty(error, config), error),)) from error
    if errors:
        raise SettingsError(problems=tuple(_refused(root, key, error) for key, error in errors))
    return config


def _guilty(error: BaseException, config: MkDocsConfig) -> str:
    """The key that MkDocs was reading when a program failed."""
    traceback, key = error.__traceback__, ""
    while traceback is not None:
        found = traceback.tb_frame.f_locals
        if found.get("self") is config and isinstance(found.get("key"), str):
            key = found["key"]
        traceback = traceback.tb_next
    return key


def _refused(root: Path, key: str, error: BaseException) -> Problem:
    mark = getattr(error.__context__, "problem_mark", None)  # of YAML
    said = str(error if mark is None else getattr(error.__context__, "problem", error))
    lines = [line.strip() for line in said.splitlines() if line.strip()] or [type(error).__name__]
    message = " ".join(dict.fromkeys((lines[0], lines[-1])))
    place = place_of(root, key, message, None if mark is None else mark.index)
    return Problem("E452", place, {"key": key or "mkdocs.yml", "message": message[:300]})


def _settings(config: MkDocsConfig) -> Settings:
    """The settings of a project that MkDocs itself builds, which prints what is wrong with them."""
    try:
        return Settings.load(Path(config.config_file_path).parent, site_dir=Path(config.site_dir))
    except SettingsError as error:
        raise SystemExit(error.told()) from None


def _path(name: str) -> str:
    """Path of the page that a Markdown file of a language's folder becomes: about.md is ``about/``."""
    stem = name.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"
