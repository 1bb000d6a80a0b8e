"""A browser on this machine, and the finished site on a server that only this machine reaches."""

import importlib.util
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote, urlsplit

from planpress.accessibility.looking import Look, by_axe, by_measuring

if TYPE_CHECKING:  # the extra ``accessibility``
    from playwright.sync_api import Browser

MODULES: Final = ("playwright",)
"""What a browser is driven with, of the extra ``accessibility``."""
CHROMIUM: Final = "PLANPRESS_CHROMIUM"
"""Variable of the environment that names a Chromium, Chrome or Edge."""
_PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_CHANNELS: Final = ("chrome", "msedge")
"""Browsers that Playwright finds where their installers put them."""
_SECONDS: Final = 60


class NoBrowserError(Exception):
    """No browser can be had; the argument says why, in the words of the system."""


class Tools(NamedTuple):
    """What looked at the pages.

    Attributes:
        axe: version of axe-core.
        browser: name and version.
    """

    axe: str
    browser: str


def axe_file(root: Path) -> Path | None:
    """Where axe-core is: with the tests, which npm installs, or in the extra ``accessibility``."""
    found = importlib.util.find_spec("axe_playwright_python")
    packaged = [Path(folder) / "axe.min.js" for folder in (found and found.submodule_search_locations) or ()]
    places = [root / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js", *packaged]
    return next((place for place in places if place.is_file()), None)


def look_at(
    folder: Path,
    site_url: str,
    paths: Sequence[str],
    axe: Path,
    environment: Mapping[str, str],
    looked: Callable[[int], None] = lambda done: None,
) -> tuple[dict[str, Look], Tools]:
    """Look at pages of a finished site.

    Args:
        folder: of the site.
        site_url: address of its home page, ending with a slash: the site is looked at below the same path.
        paths: of the pages' files.
        axe: axe-core.
        environment: may name a browser.
        looked: is told how many pages are done.

    Returns:
        What was found in each page, and what looked.

    Raises:
        NoBrowserError: none starts.
    """
    script = axe.read_text("utf-8")
    found: dict[str, Look] = {}
    with _browser(environment) as browser, _served(folder, urlsplit(site_url).path) as origin:
        context = browser.new_context(reduced_motion="reduce")
        context.set_default_timeout(_SECONDS * 1000)
        tab = context.new_page()
        for path in paths:
            look = found[path] = Look()
            tab.goto("about:blank")
            tab.emulate_media(color_scheme="light")
            tab.goto(origin + quote(path.removesuffix("index.html")))
            by_axe(tab, script, look)
            tab.emulate_media(color_scheme="light")
            by_measuring(tab, look)
            looked(len(found))
        version = str(tab.evaluate("() => axe.version")) if paths else ""
        return found, Tools(version, f"Chromium {browser.version}")


@contextmanager
def _browser(environment: Mapping[str, str]) -> "Iterator[Browser]":
    from playwright.sync_api import Error, sync_playwright

    options: dict[str, Any] = {"args": ["--no-sandbox"] if _is_root() else []}
    with sync_playwright() as playwright:
        tries: list[dict[str, Any]] = []
        if named := environment.get(CHROMIUM):
            tries.append({"executable_path": named})
        else:
            tries += [{"executable_path": program} for name in _PROGRAMS if (program := shutil.which(name))]
            tries += [{"channel": channel} for channel in _CHANNELS]
        browser, reason = None, ""
        for each in tries:
            try:
                browser = playwright.chromium.launch(**options, **each)
                break
            except Error as error:
                reason = reason or error.message.strip().partition("\n")[0]
        if browser is None:
            raise NoBrowserError(reason)
        try:
            yield browser
        finally:
            browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    """Sends a site below the path that it has on its own server."""

    def __init__(self, *arguments: Any, prefix: str, **options: Any) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **options)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix) if path.startswith(self.prefix) else "/-")

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@contextmanager
def _served(folder: Path, prefix: str) -> Iterator[str]:
    """The address of a site's home page on a server that only this machine reaches."""
    handler = partial(_Quiet, directory=str(folder), prefix=prefix)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()


def _is_root() -> bool:
    """Whether Chromium's own sandbox cannot be had, as in containers."""
    return sys.platform != "win32" and os.geteuid() == 0
