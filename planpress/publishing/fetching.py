"""One answer of a web server, whatever it is: headers as they were sent, within limits, and where redirects lead."""

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Timer
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from planpress.problems.refusals import refusal

STALL_SECONDS: Final = 15.0
"""How long a server may say nothing."""
WHOLE_SECONDS: Final = 60.0
"""How long an answer may take."""
LARGEST: Final = 64 * 2**20
"""Bytes of an answer, also when it is unpacked."""
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS: Final = 5


class UnansweredError(Exception):
    """There is no answer to look at.

    Attributes:
        code: of the problem.
        values: what its texts insert.
    """

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent.

    Attributes:
        status: such as 404.
        headers: names and values in their order.
        body: as it was sent, so perhaps compressed.
        trusted_until: when the server's certificate ends; None where it has none.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""
    trusted_until: datetime | None = None

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a header, each time that it was sent."""
        return tuple(value.strip() for given, value in self.headers if given.lower() == name.lower())

    def first(self, name: str) -> str:
        """The value of a header; empty when it was not sent."""
        return next(iter(self.all(name)), "")

    @property
    def is_compressed(self) -> bool:
        """Whether the body is packed by gzip."""
        return self.first("Content-Encoding").lower() == "gzip"

    @property
    def content(self) -> bytes | None:
        """The body unpacked; None when it cannot be, or is too large."""
        if not self.is_compressed:
            return self.body
        unpacking = zlib.decompressobj(wbits=31)
        with suppress(zlib.error):
            content = unpacking.decompress(self.body, LARGEST)
            return content if unpacking.eof else None
        return None


Fetch = Callable[[str, str, Mapping[str, str]], Answer]
"""Method, address and headers in, an answer out; raises :class:`UnansweredError`."""
MayReach = Callable[[str, str], bool]
"""Whether a host may be asked at an IP address; both in, for the name alone says nothing of where it leads."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how large an answer may be: seconds and bytes; with no byte, its headers are all that is read."""

    stall: float = STALL_SECONDS
    whole: float = WHOLE_SECONDS
    largest: int = LARGEST


def anywhere(host: str, ip: str) -> bool:
    """Every host may be asked: whoever runs the command has named it."""
    return True


def fetcher(limits: Limits = Limits(), may_reach: MayReach = anywhere) -> Fetch:
    """A way to ask servers within limits. Certificates are believed as this system believes them.

    Args:
        limits: of an answer.
        may_reach: which hosts may be asked; that is decided of the very address that is connected to.
    """
    context = ssl.create_default_context()

    def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        opened: list[socket.socket] = []
        # A server that sends a byte now and then never stalls.
        is_late = Event()
        timer = Timer(limits.whole, _hang_up, [opened, is_late])
        timer.daemon = True
        timer.start()
        try:
            answer = _ask(opened, method, address, headers, limits, context, may_reach)
            if is_late.is_set():  # what is cut off may look whole
                raise TimeoutError
            return answer
        except ssl.SSLCertVerificationError as error:
            raise UnansweredError("E792", **refusal(error)) from error
        except (http.client.HTTPException, OSError, UnicodeError, ValueError) as error:
            if is_late.is_set() or isinstance(error, TimeoutError):
                seconds = limits.whole if is_late.is_set() else limits.stall
                raise UnansweredError("E791", seconds=f"{seconds:g}") from error
            raise _unanswered(error) from error
        finally:
            timer.cancel()
            for each in opened:
                each.close()

    return fetch


def _ask(
    opened: list[socket.socket],
    method: str,
    address: str,
    headers: Mapping[str, str],
    limits: Limits,
    context: ssl.SSLContext,
    may_reach: MayReach,
) -> Answer:
    parts = urlsplit(address)
    connection = _connection(parts, limits.stall, context)
    line = _dialled(connection, limits.stall, may_reach)
    opened.append(line)
    if parts.scheme == "https":
        line = context.wrap_socket(line, server_hostname=connection.host, do_handshake_on_connect=False)
        opened.append(line)
        line.do_handshake()
    connection.sock = line
    until = _trusted_until(line)  # http.client lets go of it as soon as an answer begins
    target = quote(parts.path or "/", safe="/%!$&'()*+,;=:@~") + (f"?{_query(parts.query)}" if parts.query else "")
    connection.request(method, target, headers={"User-Agent": "planpress-probe", "Connection": "close", **headers})
    with connection.getresponse() as response:
        body = response.read(limits.largest + 1) if limits.largest else b""
        if len(body) > limits.largest:
            raise UnansweredError("E794", size=str(limits.largest // 2**20))
        if limits.largest and response.length:
            raise http.client.IncompleteRead(body, response.length)
        return Answer(response.status, tuple(response.getheaders()), body, until)


def _query(query: str) -> str:
    return quote(query, safe="/%!$&'()*+,;=:@~?")


def _connection(parts: SplitResult, seconds: float, context: ssl.SSLContext) -> http.client.HTTPConnection:
    if parts.scheme == "https":
        return http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=seconds, context=context)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=seconds)


def _dialled(connection: http.client.HTTPConnection, seconds: float, may_reach: MayReach) -> socket.socket:
    """A connection to the first address of a host that may be asked and answers."""
    host, port = connection.host, connection.port
    found = dict.fromkeys(str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    allowed = [ip for ip in found if may_reach(host, ip)]
    if not allowed:
        raise UnansweredError("E745", ip="、".join(found))
    failed: OSError | None = None
    for ip in allowed:
        try:
            return socket.create_connection((ip, port), seconds)
        except OSError as error:
            failed = error
    assert failed is not None
    raise failed


def _trusted_until(line: socket.socket) -> datetime | None:
    certificate = line.getpeercert() if isinstance(line, ssl.SSLSocket) else None
    end = certificate.get("notAfter") if certificate else None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(end), UTC) if isinstance(end, str) else None


def _hang_up(opened: list[socket.socket], is_late: Event) -> None:
    is_late.set()
    for each in opened:
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


def _unanswered(error: Exception) -> UnansweredError:
    if isinstance(error, OSError) and not isinstance(error, ssl.SSLError):
        return UnansweredError("E790", **refusal(error))
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return UnansweredError("E795", reason=reason)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where redirects led.

    Attributes:
        address: that answered in the end.
        answer: of it.
        statuses: of the redirects on the way there.
    """

    address: str
    answer: Answer
    statuses: tuple[int, ...] = ()


def follow(fetch: Fetch, method: str, address: str, headers: Mapping[str, str]) -> Arrival:
    """Ask, and go where redirects lead.

    Raises:
        UnansweredError: an address gives no answer, or redirects lead nowhere (E793).
    """
    seen, statuses = [address], list[int]()
    while (answer := fetch(method, seen[-1], headers)).status in REDIRECTS:
        said = answer.first("Location")
        target = joined(seen[-1], said)
        if not target or target in seen or len(seen) > MOST_REDIRECTS:
            raise UnansweredError("E793", target=target or said)
        seen.append(target)
        statuses.append(answer.status)
    return Arrival(seen[-1], answer, tuple(statuses))


def joined(base: str, address: str) -> str:
    """Where an address leads; empty when nowhere that could be asked."""
    try:
        target = urljoin(base, address)
        return target if urlsplit(target).scheme in ("http", "https") else ""
    except ValueError:
        return ""
