"""Files that show a result (佐證): pictures without what cameras write into them, documents without their authors.

A picture is published as it looks: what stands in it beside that (EXIF, XMP, comments, with places and names) goes,
and what stands behind its end. Documents are cleaned as a plan's own files are (``file_properties``).
"""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from planpress.problems.problem import Problem
from planpress.source import files
from planpress.source.figures import FIGURE_LIMIT
from planpress.source.file_properties import cleaned
from planpress.source.finding import Finding, Steps
from planpress.source.pictures import SUFFIXES, DamagedError, PictureKind, UnsuitableError, picture
from planpress.source.yaml_text import YamlDocument

EVIDENCE_LIMIT: Final = 20_000_000
"""Bytes of the largest document."""


def check_evidence(
    root: Path, folder: str, document: YamlDocument, named: Iterable[tuple[Steps, str]]
) -> Iterator[Problem]:
    """The files that results name must lie beside them, be what their names say, and tell of nobody.

    Args:
        root: the project's folder.
        folder: where they lie, from there.
        document: the file that names them.
        named: each name with its path.
    """
    for path, name in named:
        content, unread = files.read(root, f"{folder}/{name}", EVIDENCE_LIMIT)
        if content is None:
            yield from (document.problem(Finding(each.code, path, each.values)) for each in unread)
        else:
            yield from (document.problem(finding) for finding in evidence_findings(path, name, content))


def evidence_findings(path: Steps, name: str, content: bytes) -> Iterator[Finding]:
    """What is wrong with such a file, at the path at which it is named."""
    suffix = name.rpartition(".")[2].lower()
    if suffix not in SUFFIXES:
        clean = cleaned(content)
        values = {"name": name, "properties": "、".join(clean.found)}
        if not clean.is_clean:
            yield Finding("E142", path, values)
        elif clean.found:
            yield Finding("W193", path, values)
    elif (code := _wrong_picture(suffix, content)) is not None:
        yield Finding(code, path, {"name": name})


def _wrong_picture(suffix: str, content: bytes) -> str | None:
    """The code of what is wrong with a picture; None where nothing is."""
    if len(content) > FIGURE_LIMIT:
        return "E301"
    try:
        found = picture(content)
        if found is None or found.kind is not SUFFIXES[suffix]:
            return "E123"
        without_metadata(content)
    except DamagedError:
        return "E124"
    except UnsuitableError:
        return "E125"
    return None


def published_evidence(root: Path, folder: str, name: str) -> bytes | None:
    """A file as it is published; None where it cannot be read.

    Args:
        root: the project's folder.
        folder: where it lies, from there.
        name: of the file.
    """
    content, _ = files.read(root, f"{folder}/{name}", EVIDENCE_LIMIT)
    return None if content is None else public_evidence(name, content)


def public_evidence(name: str, content: bytes) -> bytes:
    """What is published of a file in which nothing is wrong, by its name and its bytes."""
    return without_metadata(content) if name.rpartition(".")[2].lower() in SUFFIXES else cleaned(content).content


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


_PNG_CHUNKS: Final = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs")
)
"""What a PNG is shown by (PNG third edition, 11)."""


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
