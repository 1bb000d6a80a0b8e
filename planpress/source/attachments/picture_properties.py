"""What a camera or a program writes into a picture beside what it shows: EXIF, XMP, IPTC, comments.

A picture that stands for itself is written anew, with nothing but what it is shown by (:func:`without_metadata`). One
within a document is changed as little as can be, since a PDF counts its bytes (:func:`clean_picture`).
"""

import struct
from typing import Final

from planpress.source.attachments.pictures import DamagedError, PictureKind, picture

_OF_JPEG: Final = frozenset({0xE1, 0xED, 0xFE})
"""APP1 (EXIF, XMP), APP13 (IPTC), COM."""
_OF_PNG: Final = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"})
_PNG_CHUNKS: Final = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs")
)
"""What a PNG is shown by (PNG third edition, 11)."""


def without_metadata(content: bytes) -> bytes:
    """A picture without all that does not show, but for its colours and which side is up.

    Raises:
        DamagedError: it is not whole.
    """
    try:
        found = picture(content)
        match found and found.kind:
            case PictureKind.JPEG:
                return _plain_jpeg(content)
            case PictureKind.PNG:
                return _plain_png(content)
            case PictureKind.WEBP:
                return _plain_webp(content)
            case _:
                raise DamagedError
    except (struct.error, IndexError) as error:
        raise DamagedError from error


def _plain_jpeg(content: bytes) -> bytes:
    """Markers that decode the picture stay, of the others JFIF, Adobe's and the colour profile (ITU-T T.81, B.1.1)."""
    kept = [content[:2]]
    turned = b""
    position = 2
    while True:
        marker = content[position + 1]
        if content[position] != 0xFF:
            raise DamagedError
        if marker == 0xFF:
            position += 1
            continue
        if marker == 0xD9:
            return b"".join([kept[0], turned, *kept[1:], b"\xff\xd9"])
        end = position + 2 + struct.unpack_from(">H", content, position + 2)[0]
        body = content[position + 4 : end]
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            turned = _orientation(body[6:])
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or _is_of_the_picture(marker, body):
            kept.append(content[position:end])
        if marker == 0xDA:
            following = _end_of_scan(content, end)
            kept.append(content[end:following])
            end = following
        position = end


def _is_of_the_picture(marker: int, body: bytes) -> bool:
    return (
        (marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) == 14)
        or (marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"))
        or (marker == 0xEE and body.startswith(b"Adobe"))
    )


def _end_of_scan(content: bytes, position: int) -> int:
    """Where the picture's own bytes end: at the next marker that is none of theirs."""
    while True:
        position = content.find(b"\xff", position)
        if position < 0:
            raise DamagedError
        if content[position + 1] != 0 and not 0xD0 <= content[position + 1] <= 0xD7:
            return position
        position += 2


def _orientation(tiff: bytes) -> bytes:
    """A segment that says which side is up, and nothing else; none where it is the first line (EXIF 2.32, 4.6.5)."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return b""
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for at in range(start + 2, start + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, at)
        if tag == 0x0112 and 2 <= value <= 8:
            entry = struct.pack(">HHIHH", 0x0112, 3, 1, value, 0)
            body = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
            return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    return b""


def _plain_png(content: bytes) -> bytes:
    kept = [content[:8]]
    position = 8
    while position < len(content):
        end = position + 12 + struct.unpack_from(">I", content, position)[0]
        name = content[position + 4 : position + 8]
        if name in _PNG_CHUNKS:
            kept.append(content[position:end])
        if name == b"IEND":
            break
        position = end
    return b"".join(kept)


def _plain_webp(content: bytes) -> bytes:
    end = struct.unpack_from("<I", content, 4)[0] + 8
    kept: list[bytes] = []
    position = 12
    while position + 8 <= end:
        size = struct.unpack_from("<I", content, position + 4)[0]
        following = position + 8 + size + size % 2
        name, chunk = content[position : position + 4], content[position:following]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]  # no EXIF, no XMP
        if name not in (b"EXIF", b"XMP "):
            kept.append(chunk)
        position = following
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def clean_picture(data: bytes) -> bytes:
    """A JPEG with zeros in place of such properties, as long as before; a PNG without them; others as they are."""
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    return _png(data) if data.startswith(b"\x89PNG\r\n\x1a\n") else data


def _jpeg(data: bytes) -> bytes:
    clean, position = bytearray(data), 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == 0xDA:
            break
        (length,) = struct.unpack_from(">H", data, position + 2)
        if marker in _OF_JPEG:
            clean[position + 4 : position + 2 + length] = bytes(len(clean[position + 4 : position + 2 + length]))
        position += 2 + length
    return bytes(clean)


def _png(data: bytes) -> bytes:
    """Chunks that PNG calls ancillary may be left out."""
    parts, position = [data[:8]], 8
    while position + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, position)
        chunk = data[position : position + 12 + length]
        if chunk[4:8] not in _OF_PNG:
            parts.append(chunk)
        position += 12 + length
    return b"".join([*parts, data[position:]])
