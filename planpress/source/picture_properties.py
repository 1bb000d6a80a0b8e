"""What a camera or a program writes into a picture beside what it shows: EXIF, XMP, IPTC, comments."""

import struct
from typing import Final

_OF_JPEG: Final = frozenset({0xE1, 0xED, 0xFE})
"""APP1 (EXIF, XMP), APP13 (IPTC), COM."""
_OF_PNG: Final = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"})


def clean_picture(data: bytes) -> bytes:
    """A JPEG or PNG with zeros in place of such properties, so that it is as long as before; others as they are."""
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
