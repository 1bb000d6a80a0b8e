"""MkDocs, and nothing else knows of it: Markdown to HTML for editorial pages, and a plugin for plain ``mkdocs build``.

Replacing the engine means writing another :func:`editorial`: the sources of Markdown pages in, HTML out. It reads no
file below ``content/`` itself. Plan pages never pass through here.
"""

import logging
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from planpress import addresses
from planpress.configuration.reading import place_of
from planpress.model.language import AUTHORITATIVE
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.problems import report
from planpress.problems.problem import Place, Problem, has_errors
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site.checking import problems_of
from planpress.site.lock import waiting_for
from planpress.source.content.editorial import CONTENT, EditorialSource


class _PluginConfig(Config):
    """The plugin has no options; mkdocs.yml's ``extra`` has what a site decides."""


class PlanpressPlugin(BasePlugin[_PluginConfig]):
    """Makes plain ``mkdocs build`` and ``mkdocs serve`` give the same site as ``build.py``.

    MkDocs itself gets an empty folder to read and another to clean and to write into: what is published, and what may
    be written over, is decided by the build alone.
    """

    def __init__(self) -> None:
        self.settings: Settings | None = None
        self.folder: tempfile.TemporaryDirectory[str] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep MkDocs' hands off the project: its pages, its site and Material's own 404 and sitemap."""
        file = Path(config.config_file_path)
        with _told():
            self.settings = Settings.load(file.parent, file.name, site_dir=Path(config.site_dir))
        self.folder = tempfile.TemporaryDirectory(prefix="planpress-")
        docs, written = Path(self.folder.name, "docs"), Path(self.folder.name, "site")
        docs.mkdir()
        config.docs_dir, config.site_dir = str(docs), str(written)
        config.nav = None
        config.theme.static_templates.clear()
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Refuse what every other way to build refuses."""
        assert self.settings is not None  # MkDocs asks on_config first
        with _told():
            problems = problems_of(self.settings, editorial)
        if has_errors(problems):
            raise SystemExit(f"{report.terminal(problems)}{report.summary(problems)}")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """MkDocs publishes nothing: neither pages nor Material's assets (2.5 MB)."""
        return Files([])

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the whole site, plans and all."""
        assert self.settings is not None
        log = logging.getLogger("mkdocs.plugins.planpress")
        with _told():
            outcome = build(
                self.settings, editorial, waiting=lambda holder: log.info(waiting_for(holder, AUTHORITATIVE.tag))
            )
        for problem in report.in_order(outcome.problems):
            log.log(logging.ERROR if problem.severity == "error" else logging.WARNING, report.terminal([problem]))
        if outcome.built is None:
            raise SystemExit(report.summary(outcome.problems))

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the data too."""
        assert self.settings is not None
        for folder in (self.settings.offices_dir, self.settings.content_dir, self.settings.house / "theme"):
            server.watch(str(folder))
        return server


@contextmanager
def _told() -> Iterator[None]:
    """MkDocs prints why it ends when it is told by this exception, and a traceback for any other."""
    try:
        yield
    except SettingsError as error:
        raise SystemExit(error.told()) from None


def editorial(settings: Settings, sources: Sequence[EditorialSource]) -> Iterator[EditorialPage | Problem]:
    """Render Markdown pages: each becomes a page, or the problem that keeps it from becoming one.

    Raises:
        SettingsError: MkDocs does not accept ``mkdocs.yml``.
    """
    config = load_configuration(settings.root, settings.file, str(settings.site_dir))
    languages = {language.tag: language for language in settings.languages}
    files = Files([])
    for source in sources:
        address = addresses.localised(languages[source.tag], source.path)
        name = source.file.removeprefix(f"{CONTENT}/")
        files.append(File(name, None, config.site_dir, config.use_directory_urls, dest_uri=addresses.file_of(address)))
    for source, file in zip(sources, files, strict=True):
        yield _rendered(config, files, file, source)


def _rendered(config: MkDocsConfig, files: Files, file: File, source: EditorialSource) -> EditorialPage | Problem:
    try:
        page = _page(config, files, file, source.body)
    except Exception as error:  # whatever Markdown and its extensions meet in a text that they cannot read
        place = source.place(*_where_it_fails(config, files, file, source.body))
        return Problem("E337", place, {"reason": f"{type(error).__name__}: {error}"[:120]})
    headings = (unescape(item.title) for item in page.toc if item.level == 1)
    title = source.title or next(headings, "").strip()
    if not title:
        return Problem("E332", Place(source.file))
    return EditorialPage(source.tag, source.path, title, source.description, page.content or "", source.file)


def _page(config: MkDocsConfig, files: Files, file: File, markdown: str) -> Page:
    page = Page(None, file, config)
    page.markdown = markdown  # not read by MkDocs, which takes a first line like "Note: …" for data about the page
    page.render(config, files)
    return page


def _where_it_fails(config: MkDocsConfig, files: Files, file: File, markdown: str) -> tuple[int, int]:
    """The line without which a text could still be rendered: the last of the shortest beginning that fails."""
    lines = markdown.splitlines(keepends=True)
    renders, fails = 0, len(lines)
    while fails - renders > 1:
        middle = (renders + fails) // 2
        try:
            _page(config, files, file, "".join(lines[:middle]))
        except Exception:
            fails = middle
        else:
            renders = middle
    start = len("".join(lines[: fails - 1]))
    return start, start + len(lines[fails - 1].rstrip())


def load_configuration(root: Path, name: str, site_dir: str) -> MkDocsConfig:
    """What MkDocs makes of the settings of a site; it runs whatever the file names.

    Raises:
        SettingsError: MkDocs, a plugin or an extension does not accept it.
    """
    file = root / name
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as stream:
            config.load_file(stream)
        config.load_dict({"site_dir": site_dir})
        errors, _ = config.validate()
    except (Exception, SystemExit) as error:  # of hooks, tags and plugins, which are anybody's programs
        raise SettingsError(problems=(_refused(root, name, _guilty(error, config), error),)) from error
    if errors:
        raise SettingsError(problems=tuple(_refused(root, name, key, error) for key, error in errors))
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


def _refused(root: Path, file: str, key: str, error: BaseException) -> Problem:
    mark = getattr(error.__context__, "problem_mark", None)  # of YAML
    said = str(error if mark is None else getattr(error.__context__, "problem", error))
    lines = [line.strip() for line in said.splitlines() if line.strip()] or [type(error).__name__]
    message = " ".join(dict.fromkeys((lines[0], lines[-1])))
    place = place_of(root, file, key, message, None if mark is None else mark.index)
    return Problem("E452", place, {"key": key or file, "message": message[:300]})
