import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from planpress.cli.preview import preview_server
from planpress.cli.preview.preview_news import News
from planpress.cli.preview.preview_server import Preview, PreviewServer, found
from planpress.cli.words.texts import TEXTS
from planpress.pages.frame.security import HEADERS

SECONDS = 20.0
PAGE = b"<!doctype html><head></head><p>page"
SECRET = b"not of the site"


@dataclass
class Served:
    """A server with a small site, in a thread."""

    folder: Path
    server: PreviewServer
    said: list[str] = field(default_factory=list)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.server.server_port), SECONDS)

    def ask(self, request: bytes) -> bytes:
        """All that is answered to these bytes."""
        with self.connect() as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def get(self, target: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers, body."""
        lines = [
            f"{method} {target} HTTP/1.1",
            *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
        ]
        if "Host" not in headers:
            lines.append(f"Host: 127.0.0.1:{self.server.server_port}")
        answer = self.ask("\r\n".join([*lines, "", ""]).encode("latin-1"))
        head, _, body = answer.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        return int(first.split(" ")[1]), dict(line.split(": ", 1) for line in rest), body


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "site"
    for path, content in {
        "index.html": PAGE,
        "404.html": b"<!doctype html><head></head><p>nothing here",
        "sample/114/index.html": PAGE,
        "sample/114/plan.json": b"{}",
        "sample/114/files/plan.pdf": b"%PDF",
        "assets/planpress.js": b"js",
        "assets/planpress.css": b"css",
        "assets/empty": b"",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    said: list[str] = []
    preview = Preview(lambda: folder, lambda version: News(7, built=True, text=f"since {version}"), "en")
    with PreviewServer("127.0.0.1", 0, preview, said.append) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield Served(folder, server, said)
        server.shutdown()
        thread.join(SECONDS)
    assert said == []


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/sample/114/?q=a#b", "text/html; charset=utf-8"),
        ("/sample/114/plan.json", "application/json"),
        ("/sample/114/files/plan.pdf", "application/pdf"),
        ("/assets/planpress.js", "text/javascript; charset=utf-8"),
        ("/assets/planpress.css", "text/css; charset=utf-8"),
        ("/assets/empty", "application/octet-stream"),
        ("/nowhere/", "text/html; charset=utf-8"),
        ("/sample/114", None),
        ("/__preview__/reload.js", "text/javascript; charset=utf-8"),
        ("/__preview__/state?version=6", "application/json"),
    ],
)
def test_head_is_get_without_the_body(served: Served, target: str, kind: str | None) -> None:
    status, headers, body = served.get(target)
    assert headers.get("Content-Type") == kind
    assert int(headers["Content-Length"]) == len(body)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    del headers["Date"]
    head_status, head_headers, nothing = served.get(target, "HEAD")
    del head_headers["Date"]
    assert (head_status, head_headers, nothing) == (status, headers, b"")


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 5000]
)
def test_other_methods_are_refused(served: Served, method: str) -> None:
    assert served.get("/", method)[0] == 501


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/" + "a" * 300, 404),
        ("/" + "a" * 5000, 404),
        ("/" + "a/" * 5000, 404),
        ("/" + "a" * 70_000, 414),
        ("http://[", 400),
        ("http://127.0.0.1/", 400),
        ("*", 400),
        ("nowhere", 400),
        ("//", 200),
        ("//evil.example/", 404),
        ("//[", 404),
        ("/[", 404),
        ("/\x00", 404),
        ("/%00", 404),
        ("/%ff", 404),
        ("/%", 404),
        ("/%zz", 404),
        ("/\xff\xfe", 404),
        ("/.", 404),
        ("/..", 404),
        ("/../secret.txt", 404),
        ("/%2e%2e/secret.txt", 404),
        ("/..%2fsecret.txt", 404),
        ("/sample%2f..%2f..%2fsecret.txt", 404),
        ("/..%5csecret.txt", 404),
        ("/index.html/", 404),
        ("/index.html/x", 404),
        ("/assets/", 404),
        ("/sample/114/?%ff=%00&&=;", 200),
        ("/__preview__/state?version=%ff%00", 200),
        ("/__preview__/", 404),
    ],
)
def test_no_path_makes_it_fail_or_leads_out(served: Served, path: str, status: int) -> None:
    (served.folder.parent / "secret.txt").write_bytes(SECRET)
    found_status, headers, body = served.get(path)
    assert found_status == status
    assert SECRET not in body
    assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    "request_",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/x\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        b"\xff\xfe\x00\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n",  # a browser that tries https
        b"GET / HTTP/1.1\r\nno header\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: " + b"a" * 70_000 + b"\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_nothing_is_said(served: Served, request_: bytes) -> None:
    assert PAGE[:20] not in served.ask(request_) or request_ == b"GET /\r\n\r\n"
    assert served.get("/")[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "192.0.2.7", "localhost.evil.example", "[::2]", "a b"]
)
def test_under_another_name_nothing_is_shown(served: Served, host: str) -> None:
    for target in ("/", "/sample/114/", "/sample/114/plan.json", "/__preview__/state", "/nowhere"):
        status, headers, body = served.get(target, Host=host)
        assert (status, headers["Content-Type"]) == (421, "text/plain; charset=utf-8")
        assert body.decode() == f"{TEXTS['en'].wrong_name}\n"
    assert served.get("/", Host=f"localhost:{served.server.server_port}")[0] == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:3000", "Host": "localhost:8000"}, 403),
        ({"Origin": "http://localhost:8000", "Host": "localhost:8000"}, 200),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}, 403),
        ({"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors", "Sec_Fetch_Dest": "empty"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}, 200),
        ({"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors", "Sec_Fetch_Dest": "empty"}, 200),
        ({"Sec_Fetch_Site": "none", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}, 200),
    ],
)
def test_pages_of_other_sites_may_lead_here_and_read_nothing(
    served: Served, headers: dict[str, str], status: int
) -> None:
    assert served.get("/sample/114/plan.json", **headers)[0] == status


def test_no_symbolic_link_is_followed(served: Served) -> None:
    outside = served.folder.parent / "outside"
    outside.mkdir()
    for name in ("secret.txt", "index.html"):
        (outside / name).write_bytes(SECRET)
    (served.folder / "file.txt").symlink_to(outside / "secret.txt")
    (served.folder / "page.html").symlink_to(outside / "index.html")
    (served.folder / "folder").symlink_to(outside)
    (served.folder / "inside.json").symlink_to("sample/114/plan.json")
    (served.folder / "circle").symlink_to("circle")
    (served.folder / "sample" / "index.html").symlink_to(outside / "index.html")
    (served.folder / "404.html").unlink()
    (served.folder / "404.html").symlink_to(outside / "index.html")
    for path in ("file.txt", "page.html", "folder", "folder/", "folder/secret.txt", "inside.json", "circle", "sample/"):
        status, _, body = served.get(f"/{path}")
        assert (status, SECRET in body) == (404, False)


def test_a_site_may_itself_lie_behind_a_link(served: Served) -> None:
    link = served.folder.parent / "link"
    link.symlink_to(served.folder)
    assert found(link, "/sample/114/plan.json") == served.folder.resolve() / "sample/114/plan.json"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_device_is_no_file(served: Served) -> None:
    os.mkfifo(served.folder / "pipe.json")
    assert served.get("/pipe.json")[0] == 404


def test_the_address_of_a_folder_ends_with_a_slash(served: Served) -> None:
    assert served.get("/sample/114?q=a&b=%E4%B8%80")[1]["Location"] == "/sample/114/?q=a&b=%E4%B8%80"
    assert served.get("//sample/114")[1]["Location"] == "/sample/114/"


def test_half_a_request_is_not_waited_for(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_server, "REQUEST_SECONDS", 0.3)
    for half in (b"", b"GE", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: loc"):
        started = time.monotonic()
        with served.connect() as connection:
            connection.sendall(half)
            while connection.recv(65536):
                pass
        assert time.monotonic() - started < 5
    before = threading.active_count()
    with served.connect() as connection, pytest.raises(OSError):  # one byte after the other is no request either
        for _ in range(100):
            connection.sendall(b"G")
            time.sleep(0.05)
    deadline = time.monotonic() + SECONDS
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() <= before


def test_many_who_ask_for_nothing_keep_nobody_from_asking(served: Served) -> None:
    silent = []
    try:
        for _ in range(300):
            silent.append(served.connect())
            silent[-1].sendall(b"GET / HT")
        started = time.monotonic()
        assert served.get("/")[0] == 200
        assert time.monotonic() - started < 5
        assert threading.active_count() < 200
    finally:
        for each in silent:
            each.close()


def test_a_tab_that_is_closed_is_nothing_to_speak_of(served: Served) -> None:
    (served.folder / "large.txt").write_bytes(b"x" * 20_000_000)
    for _ in range(5):
        connection = served.connect()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # ends with a reset
        connection.sendall(b"GET /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection.close()
    time.sleep(0.3)
    assert served.get("/")[0] == 200


def test_a_mistake_of_its_own_is_one_line(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError("first\x1b")
    except ValueError:
        served.server.handle_error(None, None)
    assert served.said == ["ValueError: first<U+001B>"]
    served.said.clear()
    assert capfd.readouterr().err == ""
