"""A local look at the site while it is being written: rebuilds on change, reloads the page, shows problems on it.

The live reload script is sent by this server alone; it is never part of a built site.
"""

import json
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

from planpress import report, site
from planpress.cli_texts import TEXTS
from planpress.editorial import RenderEditorial
from planpress.security import HEADERS
from planpress.settings import Settings

POLL_SECONDS: Final = 0.15
WAIT_SECONDS: Final = 25.0
"""How long a page's question for news is kept open."""

RELOAD_SCRIPT: Final = """\
let version = null;
const panel = document.createElement("pre");
panel.className = "preview-problems";
panel.setAttribute("role", "status");
const listen = async () => {
  for (;;) {
    try {
      const response = await fetch("/__preview__/state?version=" + (version ?? ""));
      const state = await response.json();
      if (version !== null && state.version !== version && !state.problems) location.reload();
      version = state.version;
      panel.textContent = state.problems;
      if (state.problems) document.body.prepend(panel); else panel.remove();
    } catch { await new Promise((done) => setTimeout(done, 1000)); }
  }
};
listen();
"""
RELOAD_STYLE: Final = """\
.preview-problems {
  margin: 0; padding: 1rem; overflow: auto; background: #3b0d0c; color: #fff; font-size: .9rem; line-height: 1.5;
}
"""
INSERTION: Final = (
    b'<link rel="stylesheet" href="/__preview__/reload.css">'
    b'<script type="module" src="/__preview__/reload.js"></script></head>'
)


Fingerprint: TypeAlias = tuple[tuple[str, int, int], ...]
"""Name, time and size of every source."""


@dataclass(frozen=True, slots=True)
class State:
    """What the open pages are told: which build they should show, and what is wrong."""

    version: int
    problems: str


class Rebuilder:
    """Builds the site whenever a source changes, and tells whoever waits."""

    def __init__(
        self,
        load: Callable[[], Settings],
        build: Callable[[Settings], site.Outcome],
        language: str,
        say: Callable[[str], None],
    ) -> None:
        self.load = load
        self.settings = load()
        self.build = build
        self.language = language
        self.say = say
        self.state = State(0, "")
        self.changed = threading.Condition()

    def rebuild(self) -> None:
        """Build once and pass on what came of it. Whatever is wrong is said; the pages that were there stay."""
        started = time.perf_counter()
        try:
            self.settings = self.load()
            outcome = self.build(self.settings)
        except Exception as error:
            # A half-written template or a file that has just gone: the next edit mends it, so the preview lives on.
            self.say(message := f"{type(error).__name__}: {error}")
            self._tell(message)
            return
        problems = report.terminal(outcome.problems, self.language) if outcome.problems else ""
        if problems:
            self.say(problems)
        seconds = f"{time.perf_counter() - started:.2f}"
        if outcome.report is not None:
            self.say(TEXTS[self.language].rebuilt.format(seconds=seconds))
        self._tell(problems if outcome.report is None else "")

    def _tell(self, problems: str) -> None:
        with self.changed:
            self.state = State(self.state.version + 1, problems)
            self.changed.notify_all()

    def wait(self, version: str) -> State:
        """The state, once it is another than this version, or after a while."""
        with self.changed:
            self.changed.wait_for(lambda: str(self.state.version) != version, WAIT_SECONDS)
            return self.state

    def watch(self, seen: Fingerprint, stopped: threading.Event) -> None:
        """Rebuild on every change since the sources looked like this, until told to stop."""
        while not stopped.wait(POLL_SECONDS):
            now = fingerprint(self.settings)
            if now != seen:
                seen = now
                self.rebuild()


def fingerprint(settings: Settings) -> Fingerprint:
    """Name, time and size of every source; differs after any edit."""
    found: list[tuple[str, int, int]] = []
    with suppress(OSError):
        status = (settings.root / "mkdocs.yml").stat()
        found.append(("mkdocs.yml", status.st_mtime_ns, status.st_size))
    folders = [str(settings.offices_dir), str(settings.content_dir), str(settings.theme_dir)]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                with suppress(OSError):  # a link that leads nowhere, as editors leave them
                    status = entry.stat()
                    found.append((entry.path, status.st_mtime_ns, status.st_size))
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
    return tuple(sorted(found))


class Handler(SimpleHTTPRequestHandler):
    """Sends the site's files with the headers that a real server should send."""

    def __init__(self, *arguments: object, rebuilder: Rebuilder) -> None:
        self.rebuilder = rebuilder
        super().__init__(*arguments, directory=str(rebuilder.settings.site_dir))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a page with the reload script, one of the preview's own files, or any file of the site."""
        parts = urlsplit(self.path)
        if parts.path == "/__preview__/reload.js":
            self._send(200, "text/javascript; charset=utf-8", RELOAD_SCRIPT.encode())
        elif parts.path == "/__preview__/reload.css":
            self._send(200, "text/css; charset=utf-8", RELOAD_STYLE.encode())
        elif parts.path == "/__preview__/state":
            state = self.rebuilder.wait(parse_qs(parts.query).get("version", [""])[0])
            body = json.dumps({"version": state.version, "problems": state.problems})
            self._send(200, "application/json", body.encode())
        else:
            self._send_file()

    def _send_file(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            super().do_GET()  # redirects to the address with a slash
            return
        page = path / "index.html" if path.is_dir() else path
        if page.suffix == ".html" and page.is_file():
            self._send_page(200, page)
        elif page.is_file():
            super().do_GET()
        else:
            self._send_page(404, self.rebuilder.settings.site_dir / "404.html")

    def _send_page(self, status: int, page: Path) -> None:
        html = page.read_bytes() if page.is_file() else b"<!doctype html><head></head>"
        self._send(status, "text/html; charset=utf-8", html.replace(b"</head>", INSERTION, 1))

    def _send(self, status: int, content_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Add the site's own headers; nothing of a preview is kept."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Be quiet: the terminal is for problems."""


def _say(text: str) -> None:
    print(text, flush=True)


def serve(
    load: Callable[[], Settings],
    editorial: RenderEditorial,
    language: str,
    host: str,
    port: int,
    executor: Executor | None = None,
    say: Callable[[str], None] = _say,
) -> bool:
    """Serve the preview until interrupted.

    Args:
        load: reads the settings, again at every change.
        editorial: renders the Markdown pages.
        language: of what is said.
        host: to listen at.
        port: to listen at; 0 for any.
        executor: runs the work of single plans.
        say: tells whoever sits at the terminal.

    Returns:
        Whether the port could be had.
    """
    try:
        server = ThreadingHTTPServer((host, port), lambda *arguments: Handler(*arguments, rebuilder=rebuilder))
    except OSError:
        say(TEXTS[language].port_taken.format(port=port))
        return False
    url = f"http://{host}:{server.server_address[1]}/"
    stopped = threading.Event()
    with server:
        rebuilder = Rebuilder(
            lambda: replace(load(), site_url=url),
            lambda current: site.build(
                current, editorial, executor, waiting=lambda holder: say(TEXTS[language].waiting.format(holder=holder))
            ),
            language,
            say,
        )
        # Taken before the first build: an edit during it counts.
        watcher = threading.Thread(target=rebuilder.watch, args=(fingerprint(rebuilder.settings), stopped), daemon=True)
        rebuilder.rebuild()
        watcher.start()
        say(TEXTS[language].serving.format(url=url))
        try:
            server.serve_forever()
        finally:
            stopped.set()
    return True
