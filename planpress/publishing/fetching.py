"""One answer of a web server, whatever it is: headers as they were sent, no redirect followed, within limits."""

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Timer
from typing import Final
from urllib.parse import quote, urlsplit

from planpress.problems.refusals import refusal

STALL_SECONDS: Final = 15.0
"""How long a server may say nothing."""
WHOLE_SECONDS: Final = 60.0
"""How long an answer may take."""
LARGEST: Final = 64 * 2**20
"""Bytes of an answer, also when it is unpacked."""


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
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

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


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how large an answer may be: seconds and bytes."""

    stall: float = STALL_SECONDS
    whole: float = WHOLE_SECONDS
    largest: int = LARGEST


def fetcher(limits: Limits = Limits()) -> Fetch:
    """A way to ask servers within limits. Certificates are believed as this system believes them."""
    context = ssl.create_default_context()

    def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        connection = _connection(address, limits.stall, context)
        # A server that sends a byte now and then never stalls.
        is_late = Event()
        timer = Timer(limits.whole, _hang_up, [connection, is_late])
        timer.daemon = True
        timer.start()
        try:
            answer = _ask(connection, method, address, headers, limits.largest)
            if is_late.is_set():  # what is cut off may look whole
                raise TimeoutError
            return answer
        except ssl.SSLCertVerificationError as error:
            raise UnansweredError("E792", reason=error.verify_message) from error
        except (http.client.HTTPException, OSError, UnicodeError, ValueError) as error:
            if is_late.is_set() or isinstance(error, TimeoutError):
                seconds = limits.whole if is_late.is_set() else limits.stall
                raise UnansweredError("E791", seconds=f"{seconds:g}") from error
            raise _unanswered(error) from error
        finally:
            timer.cancel()
            connection.close()

    return fetch


def _connection(address: str, seconds: float, context: ssl.SSLContext) -> http.client.HTTPConnection:
    parts = urlsplit(address)
    try:
        if parts.scheme == "https":
            return http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=seconds, context=context)
        return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=seconds)
    except (http.client.InvalidURL, ValueError) as error:
        raise _unanswered(error) from error


def _ask(
    connection: http.client.HTTPConnection, method: str, address: str, headers: Mapping[str, str], largest: int
) -> Answer:
    parts = urlsplit(address)
    target = quote(parts.path or "/", safe="/%!$&'()*+,;=:@~") + (f"?{parts.query}" if parts.query else "")
    connection.request(method, target, headers={"User-Agent": "planpress-probe", "Connection": "close", **headers})
    with connection.getresponse() as response:
        body = response.read(largest + 1)
        if len(body) > largest:
            raise UnansweredError("E794", size=str(largest // 2**20))
        if response.length:
            raise http.client.IncompleteRead(body, response.length)
        return Answer(response.status, tuple(response.getheaders()), body)


def _hang_up(connection: http.client.HTTPConnection, is_late: Event) -> None:
    is_late.set()
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _unanswered(error: Exception) -> UnansweredError:
    if isinstance(error, OSError) and not isinstance(error, ssl.SSLError):
        return UnansweredError("E790", **refusal(error))
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return UnansweredError("E795", reason=reason)
