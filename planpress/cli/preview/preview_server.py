"""The web server of the preview: the site's files to those who may see them, and the news to the open pages.

The live reload script is sent by this server alone; it is never part of a built site.
"""

import json
import mimetypes
import os
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote_to_bytes

from planpress.cli.preview.preview_names import Names
from planpress.cli.preview.preview_news import News
from planpress.cli.words.texts import TEXTS, Texts
from planpress.console import visible_lines
from planpress.pages.frame.security import HEADERS

REQUEST_SECONDS: Final = 4.0
"""How long a request may take to arrive."""
SEND_SECONDS: Final = 60.0
"""How long a reader may take to read."""
MOST_WAITING: Final = 64
"""Connections that have not asked for anything yet; beyond these the oldest is closed."""

ORIGINALS: Final = "/__preview__/originals/"

INSERTION: Final = (
    b'<link rel="stylesheet" href="/__preview__/reload.css">'
    b'<script type="module" src="/__preview__/reload.js"></script></head>'
)

_NOTHING_YET: Final = """\
<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body class="preview-nothing"><main><h1>{title}</h1><p>{why}</p><noscript><pre>{problems}</pre></noscript></main></body>
</html>
"""

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
}
"""Of what a page cannot do without; a system may have been told otherwise."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is served, and to whom.

    Attributes:
        folder: of the site.
        wait: the state, once it is another than the version that a page knows.
        language: in which it is said what is wrong.
        original: what the document that a draft was imported from shows, by the end of an address: its kind and bytes.
    """

    folder: Callable[[], Path]
    wait: Callable[[str], News]
    language: str
    original: Callable[[str], tuple[str, bytes] | None] = lambda _: None

    @property
    def texts(self) -> Texts:
        """What is said, in its language."""
        return TEXTS[self.language]


class PreviewServer(ThreadingHTTPServer):
    """Listens at one address; a connection that asks for nothing keeps nobody else from asking."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    allow_reuse_address = os.name != "nt"
    allow_reuse_port = False

    def __init__(self, host: str, port: int, preview: Preview, say: Callable[[str], None]) -> None:
        """Begin to listen.

        Raises:
            OSError: the address or the port cannot be had.
        """
        self._say = say
        self._waiting: dict[socket.socket, float] = {}
        self._changing = threading.Lock()
        try:
            places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        except UnicodeError as error:
            raise OSError(str(error)) from error
        self.address_family, _, _, _, place = places[0]
        super().__init__(place, lambda *arguments: Handler(*arguments, preview=preview))  # type: ignore[arg-type]
        self.names = Names.of(host, self.server_name)

    def server_bind(self) -> None:
        """Bind, without asking the network for the machine's name as HTTPServer does."""
        if self.address_family == socket.AF_INET6:
            with suppress(OSError):  # all addresses are those of IPv4 too
                self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def url(self) -> str:
        """The address that a browser on this machine is to open."""
        host = self.server_name
        if self.names.address.is_unspecified:
            host = "127.0.0.1" if self.names.address.version == 4 else "::1"
        return f"http://[{host}]:{self.server_port}/" if ":" in host else f"http://{host}:{self.server_port}/"

    def begin_request(self, connection: socket.socket) -> None:
        """A connection waits for its request from now on."""
        with self._changing:
            self._waiting[connection] = time.monotonic()
            if len(self._waiting) > MOST_WAITING:
                self._close(next(iter(self._waiting)))

    def end_request(self, connection: socket.socket) -> None:
        """Its request is there, or never will be."""
        with self._changing:
            self._waiting.pop(connection, None)

    def service_actions(self) -> None:
        """Close the connections that have waited too long; asked for twice a second."""
        late = time.monotonic() - REQUEST_SECONDS
        with self._changing:
            for connection in [each for each, since in self._waiting.items() if since < late]:
                self._close(connection)

    def _close(self, connection: socket.socket) -> None:
        del self._waiting[connection]
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong in one line. A reader who has left is nothing to speak of."""
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            self._say(visible_lines(f"{type(error).__name__}: {error}"))


class Handler(BaseHTTPRequestHandler):
    """Sends the site's files with the headers that a real server should send."""

    server: PreviewServer
    timeout = SEND_SECONDS

    def __init__(self, *arguments: Any, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*arguments)

    def setup(self) -> None:
        """Begin to wait for a request."""
        super().setup()
        self.server.begin_request(self.connection)

    def parse_request(self) -> bool:
        """Read the request, and refuse it if it is not for this preview or not from it."""
        try:
            return super().parse_request() and self._is_meant()
        finally:
            self.server.end_request(self.connection)

    def finish(self) -> None:
        """Forget the connection."""
        self.server.end_request(self.connection)
        super().finish()

    def _is_meant(self) -> bool:
        hosts = self.headers.get_all("Host") or []
        if len(hosts) > 1 or (not hosts and self.request_version == "HTTP/1.1") or not self.path.startswith("/"):
            self._refuse(400, self.preview.texts.bad_request)
        elif hosts and not self.server.names.accept(hosts[0]):
            self._refuse(421, self.preview.texts.wrong_name)
        elif self._is_of_another_site():
            self._refuse(403, self.preview.texts.wrong_site)
        else:
            return True
        return False

    def _is_of_another_site(self) -> bool:
        """Whether a page of another site asks, and not a reader who follows a link of it."""
        origin = self.headers.get("Origin")
        if origin is not None and origin.lower() != f"http://{self.headers.get('Host', '')}".lower():
            return True
        followed = ("navigate", "document")
        is_followed = (self.headers.get("Sec-Fetch-Mode"), self.headers.get("Sec-Fetch-Dest")) == followed
        return self.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site") and not is_followed

    def _refuse(self, status: int, text: str) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{text}\n".encode())

    def do_GET(self) -> None:
        """Send a page with the reload script, one of the preview's own files, or any file of the site."""
        path, _, query = self.path.partition("#")[0].partition("?")
        if path == "/__preview__/reload.js":
            self._send(200, _TYPES[".js"], _own("preview.js"))
        elif path == "/__preview__/reload.css":
            self._send(200, _TYPES[".css"], _own("preview.css"))
        elif path == "/__preview__/state":
            state = self.preview.wait(parse_qs(query).get("version", [""])[0])
            body = json.dumps(state.record() | {"texts": self.preview.texts.preview_texts})
            self._send(200, _TYPES[".json"], body.encode())
        elif path.startswith(ORIGINALS):
            # Private, so for nobody but whoever sits at this machine.
            is_own = self.server.names.is_private
            found = self.preview.original(path.removeprefix(ORIGINALS)) if is_own else None
            self._send(*((404, "text/plain", b"") if found is None else (200, *found)))
        else:
            self._send_file(path, query)

    def do_HEAD(self) -> None:
        """Send what GET would, without the body."""
        self.do_GET()

    def _send_file(self, path: str, query: str) -> None:
        folder = self.preview.folder()
        file = found(folder, path)
        if file is not None and file.is_dir():
            if not path.endswith("/"):
                self._redirect(path, query)
                return
            file = found(folder, f"{path}index.html")
        data = _content(file)
        if file is None or data is None:
            missing = _content(found(folder, "/404.html"))
            self._send_page(404, missing if missing is not None else self._nothing_yet())
        elif file.suffix == ".html":
            self._send_page(200, data)
        else:
            kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
            self._send(200, kind or "application/octet-stream", data)

    def _nothing_yet(self) -> bytes:
        """What stands in the place of every page until there is a first one; the bar says what is wrong."""
        texts = self.preview.texts
        html = _NOTHING_YET.format(
            language=self.preview.language,
            title=escape(texts.nothing_yet),
            why=escape(texts.nothing_yet_why),
            problems=escape(self.preview.wait("").text),
        )
        return html.encode()

    def _redirect(self, path: str, query: str) -> None:
        """To the address of a folder, which ends with a slash."""
        self.send_response(301)
        place = f"/{path.lstrip('/')}/{query and '?'}{query}"
        self.send_header("Location", quote(place, safe="/%?&=+"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_page(self, status: int, html: bytes) -> None:
        self._send(status, _TYPES[".html"], html.replace(b"</head>", INSERTION, 1))

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


def found(folder: Path, path: str) -> Path | None:
    """The file or folder of the site that a path of an address means; None when there is none.

    No symbolic link is followed: it would lead to what is not of the site.
    """
    try:
        *parts, last = unquote_to_bytes(path).decode().split("/")[1:]
        names = [*parts, last] if last else parts
        if not all(PurePath(name).name == name != ".." for name in names):
            return None
        file = folder.resolve().joinpath(*names)
        is_there = file.is_dir() or (file.exists() and last != "")
        return file if is_there and file.resolve() == file else None
    except (OSError, ValueError, RuntimeError):  # too long, not UTF-8, with NUL, links in a circle
        return None


def _own(name: str) -> bytes:
    """The script or the style of the preview itself."""
    return Path(__file__).with_name(name).read_bytes()


def _content(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file is not None and file.is_file() else None
    except OSError:
        return None
