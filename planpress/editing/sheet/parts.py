"""The parts of an office file: what lies in its package, and XML that nobody has to trust."""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from planpress.editing.sheet.book import TooMuchError

UNPACKED_LIMIT: Final = 20_000_000
"""Bytes of all parts that are read, unpacked; those of the largest real plan have 1.5 million."""


class UnreadableError(Exception):
    """A part is not what it should be."""


BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, UnreadableError),
    *(EOFError, KeyError, ValueError, IndexError, RuntimeError, NotImplementedError, OSError),
)
"""What a damaged file, or one with a password, can raise in the standard library."""


class Parts:
    """The parts of a package, which are unpacked only up to a limit."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = frozenset(archive.namelist())
        self.left = UNPACKED_LIMIT

    def read(self, name: str) -> bytes:
        """The content of a part; nothing where there is none.

        Raises:
            TooMuchError: it is too large.
        """
        if name not in self.names:
            return b""
        with self.archive.open(name) as stream:
            content = stream.read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            raise TooMuchError(f"{UNPACKED_LIMIT:,}")
        return content


Attributes = Mapping[str, str]
"""Attributes of an element, without their namespaces."""


def parse(
    content: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] = lambda name: None,
    text: Callable[[str], None] = lambda data: None,
) -> None:
    """Read XML as a stream of events, with names such as ``table:table-cell``.

    Args:
        content: the part.
        start: called with each element's name and attributes.
        end: called with the name of each element that ends.
        text: called with what stands between.

    Raises:
        UnreadableError: it declares a document type, by which entities could be made.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: start(
        _short(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: end(_short(name))
    parser.CharacterDataHandler = text
    if content:
        parser.Parse(content, True)


def _refuse(*_: object) -> None:
    raise UnreadableError


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _short(name: str) -> str:
    """A name with the word that tells its namespace in OpenDocument; in other formats the name alone."""
    space, _, local = name.rpartition(" ")
    prefix = space.removeprefix("urn:oasis:names:tc:opendocument:xmlns:").partition(":")[0]
    return f"{prefix}:{local}" if space.startswith("urn:oasis:") else local
