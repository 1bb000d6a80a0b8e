"""What may come instead of an answer: each is told, by its code, in time."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from planpress.publishing.fetching import Answer, Limits, UnansweredError, fetcher
from tests.programs import missing
from tests.publishing.servers import free_port, program, running

QUICK = Limits(stall=0.3, whole=0.9, largest=2**20)


@contextmanager
def saying(speak: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that takes connections and says what it will."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def serve() -> None:
            try:
                while True:
                    connection = listening.accept()[0]
                    with closing(connection):
                        connection.recv(65536)
                        speak(connection)
            except OSError:
                pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


def says(*parts: bytes, pause: float = 0) -> Callable[[socket.socket], None]:
    def speak(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)
            threading.Event().wait(pause)

    return speak


@pytest.mark.parametrize(
    ("speak", "code"),
    [
        (says(b"SSH-2.0-OpenSSH_9.2\r\n"), "E795"),
        (says(b""), "E790"),
        (says(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort"), "E795"),
        (says(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n"), "E795"),
        (says(b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000), "E795"),
        (says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), "E795"),
        (says(b"HTTP/1.1 200 OK\r\n\r\n", *[b"a" * 65536] * 40), "E794"),
        (says(b"HTTP/1.1 200 OK\r\n", pause=0.7), "E791"),
        (says(b"HTTP/1.1 200 OK\r\n\r\n", *[b"a"] * 30, pause=0.1), "E791"),
        (says(*[bytes([byte]) for byte in b"HTTP/1.1 200 OK\r\nServer: slow\r\n"], pause=0.1), "E791"),
    ],
)
def test_whatever_is_no_answer_has_its_code(speak: Callable[[socket.socket], None], code: str) -> None:
    with saying(speak) as address, pytest.raises(UnansweredError) as raised:
        fetcher(QUICK)("GET", address, {})
    assert raised.value.code == code


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://no-such-host.invalid/", f"http://{'a' * 64}.example/"]
)
def test_nobody_there(address: str) -> None:
    with pytest.raises(UnansweredError) as raised:
        fetcher(QUICK)("GET", address, {})
    assert raised.value.code in ("E790", "E795")


def test_a_host_that_may_not_be_asked_is_not_even_connected_to() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        address = f"http://localhost:{listening.getsockname()[1]}/"
        with pytest.raises(UnansweredError) as raised:
            fetcher(QUICK, lambda host, ip: (host, ip) != ("localhost", "127.0.0.1"))("GET", address, {})
        listening.settimeout(0.1)
        with pytest.raises(TimeoutError):
            listening.accept()
    assert (raised.value.code, raised.value.values) == ("E745", {"ip": "127.0.0.1"})


def test_an_answer_that_never_ends_is_cut_off_in_time() -> None:
    began = time.monotonic()
    with (
        saying(says(b"HTTP/1.1 200 OK\r\n\r\n", *[b"a"] * 100, pause=0.1)) as address,
        pytest.raises(UnansweredError) as raised,
    ):
        fetcher(QUICK)("GET", address, {})
    assert raised.value.code == "E791"
    assert time.monotonic() - began < 5  # sending takes ten


def test_where_nothing_is_to_be_read_the_headers_are_an_answer() -> None:
    with saying(says(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx")) as address:
        answer = fetcher(Limits(largest=0))("GET", address, {})
    assert (answer.status, answer.body) == (200, b"")


def test_headers_are_kept_as_they_came() -> None:
    with saying(says(b"HTTP/1.1 301 Moved\r\nA: 1\r\na: 2\r\nLocation: /x\r\n\r\nbody")) as address:
        answer = fetcher(QUICK)("GET", address, {})
    assert (answer.status, answer.all("A"), answer.first("location"), answer.body) == (301, ("1", "2"), "/x", b"body")


def test_what_is_compressed_is_unpacked_within_limits() -> None:
    packed = zlib.compressobj(wbits=31)
    body = packed.compress(b"text" * 100) + packed.flush()
    given = (("Content-Encoding", "gzip"),)
    assert Answer(200, given, body).content == b"text" * 100
    assert Answer(200, given, body[:-9]).content is None
    assert Answer(200, given, b"no gzip").content is None
    assert Answer(200, (), body).content == body


@pytest.mark.slow
def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    program("nginx")
    key, chain = tmp_path / "key.pem", tmp_path / "chain.pem"
    words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    made = [*words, "-subj", "/CN=localhost", "-keyout", str(key), "-out", str(chain)]
    subprocess.run(["openssl", *made], check=True, capture_output=True)
    port = free_port()
    config = f'server {{ listen 127.0.0.1:{port} ssl; ssl_certificate "{chain}"; ssl_certificate_key "{key}"; }}'
    with running("nginx", tmp_path / "nginx", config, port), pytest.raises(UnansweredError) as raised:
        fetcher()("GET", f"https://127.0.0.1:{port}/", {})
    assert raised.value.code == "E792"
    assert "self-signed" in raised.value.values["reason"]


def test_a_certificate_that_is_trusted_says_until_when(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openssl = shutil.which("openssl") or missing("openssl", "apt-get install openssl")
    key, chain = tmp_path / "key.pem", tmp_path / "chain.pem"
    words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "20"]
    made = [*words, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([openssl, *made, "-keyout", str(key), "-out", str(chain)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)

    class Quiet(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("SSL_CERT_FILE", str(chain))
    answer = fetcher()("GET", f"https://localhost:{server.server_port}/", {})
    server.shutdown()
    server.server_close()
    assert answer.status == 204
    assert answer.trusted_until is not None
    assert (answer.trusted_until - datetime.now(UTC)).days == 19
