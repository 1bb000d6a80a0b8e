"""A browser, the tools of npm, and the real site on a server of its own with the headers of a real one.

Each worker of pytest-xdist has its own server; the sites are made once for all.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from planpress.cli.commands import main
from planpress.pages.frame.security import HEADERS
from tests.browser.kinds import NOT_FOUND
from tests.programs import missing
from tests.projects import ROOT
from tests.real_site import BELOW, build_real_site, once
from tests.test_examples import copied

Scheme = Literal["light", "dark"]
NODE_MODULES = Path(__file__).parent / "node_modules"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def tool(name: str, remedy: str) -> str:
    """Path of a program, or a skip."""
    return shutil.which(name) or missing(name, remedy)


def npm_file(path: str) -> Path:
    """A file of an npm package, or a skip."""
    file = NODE_MODULES / path
    return file if file.is_file() else missing(path.partition("/")[0], "npm ci --prefix tests/browser")


def chromium() -> str:
    """Path of the browser, or a skip."""
    named = os.environ.get("PLANPRESS_CHROMIUM")
    # The one without windows first: opening a page costs it a third less.
    found = named or next(filter(shutil.which, ("chromium-headless-shell", "chromium")), "chromium")
    return tool(found, "apt-get install chromium fonts-noto-cjk, or set PLANPRESS_CHROMIUM to a Chrome")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Ask for the browser here, not in a fixture: pytest sums skips of one place up in one line."""
    if item.get_closest_marker("browser"):
        chromium()


@dataclass(frozen=True)
class Site:
    """A finished site that a server sends.

    Attributes:
        url: address of its home page.
        folder: its files.
    """

    url: str
    folder: Path


class _Handler(SimpleHTTPRequestHandler):
    """A web server as the documentation asks for: our headers, and 404.html for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(self.prefix) if path.startswith(self.prefix) else "nowhere"
        return super().translate_path(f"/{below}")

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[Site]:
    """Send a finished site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), prefix=prefix)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(f"http://127.0.0.1:{server.server_port}{prefix}", folder)
        server.shutdown()


@pytest.fixture(scope="session")
def site(real_site: Path) -> Iterator[Site]:
    """The real site at the root of a host."""
    with serve(real_site) as site:
        yield site


@pytest.fixture(scope="session")
def site_below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real site below a path of a host, without documents."""
    folder = once(tmp_path_factory, "below", lambda folder: build_real_site(folder, BELOW, documents=False))
    with serve(folder, urlsplit(BELOW).path) as site:
        yield site


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The example, on a server of its own."""

    def make(folder: Path) -> None:
        root = copied(folder / "house")
        settings = ["--config", str(root / "mkdocs.yml"), "--site-dir", str(folder / "site")]
        assert main([*settings, "--no-documents", "--jobs", "1"], ROOT) == 0

    with serve(once(tmp_path_factory, "house", make)) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """A page that tests use in turn."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@dataclass
class Visitor:
    """Opens pages, and takes note of what they ask for and of whatever goes wrong in them.

    Attributes:
        tab: the page that tests use in turn.
        requests: addresses that were asked for, by the page in turn since it was loaded.
        troubles: console messages, script errors, requests that failed.
    """

    browser: Browser
    tab: Page
    closing: ExitStack
    requests: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def open(self, url: str, *, width: int = 1280, height: int = 900, **options: Any) -> Page:
        """A page in a context of its own, loaded, where :meth:`look` does not do: with options, routes, or beside another.

        Nothing moves, so that tests need not wait.
        """
        settings = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce"} | options
        context = self.browser.new_context(**settings)
        self.closing.callback(context.close)
        context.set_default_timeout(10_000)
        page = context.new_page()
        self.watch(page)
        page.goto(url)
        return page

    def look(self, url: str, *, width: int = 1280, height: int = 900, color_scheme: Scheme = "light") -> Page:
        """The page that tests use in turn, loaded: for one page at a time, of which the next load leaves nothing.

        A page of its own costs Chromium a second, several times what the rest of such a test does.
        """
        self.tab.emulate_media(color_scheme=color_scheme)
        self.tab.set_viewport_size({"width": width, "height": height})
        self.tab.goto("about:blank")  # lest an address that differs in its fragment alone loads nothing
        self.requests.clear()  # the page before may still have asked for something
        self.tab.goto(url)
        return self.tab

    def watch(self, page: Page) -> None:
        """Take note of what a page does, until the end of the test."""
        handlers = {
            "request": self._requested,
            "requestfailed": self._failed,
            "pageerror": self._error,
            "console": self._console,
        }
        for event, handler in handlers.items():
            page.on(event, handler)  # type: ignore[call-overload]
            self.closing.callback(page.remove_listener, event, handler)

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)

    def _error(self, error: object) -> None:
        self.troubles.append(f"script: {error}")

    def _failed(self, request: Request) -> None:
        # What is still on its way when the page is left was not refused.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"request: {request.url} {request.failure}")

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium says so of the page that a test asked for because it does not exist.
        if "404 (Not Found)" not in message.text or not message.location["url"].endswith(NOT_FOUND):
            self.troubles.append(f"console: {message.text}")


@pytest.fixture
def visitor(browser: Browser, tab: Page) -> Iterator[Visitor]:
    """Opens pages. After the test nothing may have gone wrong in them."""
    with ExitStack() as closing:
        visitor = Visitor(browser, tab, closing)
        visitor.watch(tab)
        yield visitor
    assert visitor.troubles == []
