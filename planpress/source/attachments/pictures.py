"""Pictures by their bytes: of which kind they are, how large, and whether they are whole. PNG, JPEG and WebP are known.

A name may say anything, so it is not asked. What a browser, Typst and a text program would show differently or not at
all (several pictures in one, colours for print) is refused.
"""

import struct
import zlib
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

Size: TypeAlias = tuple[int, int]
"""Width and height in pixels."""


class PictureKind(StrEnum):
    """A kind of picture, by its media type."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"


SUFFIXES: Final = {
    "png": PictureKind.PNG,
    "jpg": PictureKind.JPEG,
    "jpeg": PictureKind.JPEG,
    "webp": PictureKind.WEBP,
}
"""What the name of a file may end with."""


class Picture(NamedTuple):
    """What a picture's bytes tell of it."""

    kind: PictureKind
    size: Size


class DamagedError(Exception):
    """The bytes are those of a picture that is not whole."""


class UnsuitableError(Exception):
    """The picture moves, or its colours are those of print (CMYK)."""


def picture(data: bytes) -> Picture | None:
    """What some bytes show; None where they are no picture of a kind that is known.

    Raises:
        DamagedError: it is cut off or broken.
        UnsuitableError: it moves or is meant for print.
    """
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return Picture(PictureKind.PNG, _png(data))
        if data.startswith(b"\xff\xd8\xff"):
            return Picture(PictureKind.JPEG, _jpeg(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return Picture(PictureKind.WEBP, _webp(data))
    except (struct.error, IndexError, zlib.error) as error:
        raise DamagedError from error
    return None


def _png(data: bytes) -> Size:
    chunks = list(_png_chunks(data))
    names = [name for name, _ in chunks]
    if b"acTL" in names:
        raise UnsuitableError
    if names[:1] != [b"IHDR"] or names[-1] != b"IEND" or b"IDAT" not in names:
        raise DamagedError
    width, height = struct.unpack(">II", chunks[0][1][:8])
    return _real(width, height)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG, each with its checksum proved, up to the last."""
    position = 8
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        named = data[position + 4 : position + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, position + 8 + length)
        if checksum != zlib.crc32(named):
            raise DamagedError
        yield named[:4], named[4:]
        if named[:4] == b"IEND":
            return
        position += 12 + length


_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of JPEG that give the size of the picture."""


def _jpeg(data: bytes) -> Size:
    if b"\xff\xd9" not in data[-4096:]:  # some cameras write more behind the end
        raise DamagedError
    position = 2
    while True:
        if data[position] != 0xFF:
            raise DamagedError
        marker = data[position + 1]
        if marker == 0xFF:  # a byte that only fills
            position += 1
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        if marker in _FRAMES:
            height, width, colours = struct.unpack_from(">HHB", data, position + 5)
            if colours == 4:
                raise UnsuitableError
            return _real(width, height)
        if marker == 0xDA or length < 2:  # the picture itself, and no size before it
            raise DamagedError
        position += 2 + length


def _webp(data: bytes) -> Size:
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data):
        raise DamagedError
    match data[12:16]:
        case b"VP8X":
            if data[20] & 0x02:
                raise UnsuitableError
            width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = (each & 0x3FFF for each in struct.unpack_from("<HH", data, 26))
        case _:
            raise DamagedError
    return _real(width, height)


def _real(width: int, height: int) -> Size:
    if not (width and height):
        raise DamagedError
    return width, height
