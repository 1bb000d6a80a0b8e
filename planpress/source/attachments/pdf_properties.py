"""Author, subject, keywords and comments in a PDF (ISO 32000): blanks in their place, so that all else stays.

Title, dates and the names of programs stay; so does what makes it a PDF/A or PDF/UA.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from planpress.source.attachments.picture_properties import clean_picture

UNPACKED_LIMIT: Final = 50_000_000
"""Bytes of one packed stream of objects that is looked at."""
_STREAM: Final = re.compile(rb"stream\r?\n")
_KEY: Final = re.compile(
    rb"/(?P<key>Author|Subject|Keywords|Company|Manager|Comments|LastModifiedBy|SourceModified)\s*(?=[(<\d])"
)
_NOTE: Final = re.compile(
    rb"/Subtype\s*/(?:Text|Highlight|Underline|StrikeOut|Squiggly|Stamp|Ink|Popup|Caret|FileAttachment)\b"
)
_NOTE_KEY: Final = re.compile(rb"/(?:T|Contents|Subj|RC)\s*(?=[(<])")
_REFERENCE: Final = re.compile(rb"(?P<number>\d+)\s+(?P<generation>\d+)\s+R\b")
_XMP: Final = re.compile(
    rb"<(?P<name>dc:creator|dc:description|dc:subject|pdf:Keywords|xmpMM:History|photoshop:\w+|pdfx:\w+)\b[^>]*>"
    rb"(?P<text>.*?)</(?P=name)>",
    re.DOTALL,
)
_XMP_ATTRIBUTE: Final = re.compile(
    rb"\s(?:pdf:Keywords|pdf:Author|dc:creator|photoshop:\w+|pdfx:\w+)=[\"'](?P<text>[^\"']*)"
)
_WORDS: Final = re.compile(rb"(?<=>)[^<>]*[^<>\s][^<>]*(?=<)")


class _ElsewhereError(Exception):
    """A property stands where it is not looked for."""


def clean_pdf(content: bytes) -> tuple[bytes | None, list[str]]:
    """The file without properties, or None where that cannot be; and what was found.

    It cannot be where the file is encrypted, or signed, for a signature is of every byte.
    """
    streams = [*_streams(content)]
    outside = bytearray(content)
    for start, end in streams:
        outside[start:end] = bytes(end - start)
    if b"/Encrypt" in outside:
        return None, []
    found: list[str] = []
    try:
        clean = bytearray(_without_strings(bytes(outside), found))
        for start, end in streams:
            head = bytes(outside[max(0, start - 2000) : start]).rpartition(b" obj")[2]
            stream = _stream(content[start:end], head, found)
            if stream is None or len(stream) > end - start:
                return None, []
            clean[start:end] = stream.ljust(end - start, b"\n")
    except _ElsewhereError:
        return None, []
    if not found:
        return content, []
    return (None if b"/ByteRange" in outside else bytes(clean)), found


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    position = 0
    while (match := _STREAM.search(content, position)) is not None:
        is_end = content[max(0, match.start() - 3) : match.start()] == b"end"
        end = content.find(b"endstream", match.end())
        position = match.end()
        if not is_end and end >= 0:
            yield match.end(), end
            position = end + len(b"endstream")


def _stream(data: bytes, head: bytes, found: list[str]) -> bytes | None:
    """A stream without properties; None where it may have some that cannot be taken out."""
    if data.startswith(b"\xff\xd8\xff"):
        clean = clean_picture(data)
        found += ["EXIF"] if clean != data else []
        return clean
    is_objects, is_metadata = b"/ObjStm" in head, re.search(rb"/Type\s*/Metadata", head) is not None
    if not is_objects and not is_metadata:
        return data
    is_packed = b"/Filter" in head
    plain = _unpacked(data, head) if is_packed else data
    if plain is None:
        return None
    clean = _without_words(plain, found) if is_metadata else _without_strings(plain, found)
    if clean == plain:
        return data
    return zlib.compress(clean, 9) if is_packed else clean


def _unpacked(data: bytes, head: bytes) -> bytes | None:
    if b"/FlateDecode" not in head or b"/DecodeParms" in head:
        return None
    try:
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(data, UNPACKED_LIMIT)
    except zlib.error:
        return None
    return None if unpacking.unconsumed_tail else plain


def _without_words(data: bytes, found: list[str]) -> bytes:
    """XMP with blanks for the words of personal elements."""
    clean = bytearray(data)
    for match in _XMP.finditer(data):
        for words in _WORDS.finditer(b">" + match["text"] + b"<"):
            start = match.start("text") + words.start() - 1
            clean[start : start + len(words[0])] = b" " * len(words[0])
            found.append(match["name"].decode())
    for match in _XMP_ATTRIBUTE.finditer(data):
        if match["text"].strip():
            clean[match.start("text") : match.end("text")] = b" " * len(match["text"])
            found.append("XMP")
    return bytes(clean)


def _without_strings(data: bytes, found: list[str]) -> bytes:
    """Objects with blanks for the strings of personal keys, and of comments."""
    clean = bytearray(data)
    for match in _KEY.finditer(data):
        start: int | None = match.end()
        reference = _REFERENCE.match(data, match.end())
        if reference is not None:
            start = _object(data, reference)
            if start is None:
                raise _ElsewhereError
        if start is not None and _blank(clean, start):
            found.append(match["key"].decode())
    for note in _NOTE.finditer(data):
        start, end = _dictionary(data, note.start())
        for match in _NOTE_KEY.finditer(data, start, end):
            if _blank(clean, match.end()):
                found.append("comments")
    return bytes(clean)


def _object(data: bytes, reference: re.Match[bytes]) -> int | None:
    number, generation = reference["number"], reference["generation"]
    match = re.search(rb"(?<!\d)%s\s+%s\s+obj\s*" % (number, generation), data)
    return match.end() if match else None


def _dictionary(data: bytes, position: int) -> tuple[int, int]:
    """The dictionary around a place, as far as brackets tell."""
    start = depth = 0
    for match in reversed([*re.finditer(rb"<<|>>", data[max(0, position - 20_000) : position])]):
        depth += 1 if match[0] == b">>" else -1
        if depth < 0:
            start = max(0, position - 20_000) + match.start()
            break
    depth = 0
    for match in re.finditer(rb"<<|>>", data[position : position + 20_000]):
        depth += 1 if match[0] == b"<<" else -1
        if depth < 0:
            return start, position + match.end()
    return start, min(len(data), position + 20_000)


def _blank(data: bytearray, start: int) -> bool:
    """Put blanks into the string that begins at a place; whether it said anything."""
    if data[start : start + 1] == b"<" and data[start : start + 2] != b"<<":
        end = data.find(b">", start)
        said = bytes(data[start + 1 : end]) if end > 0 else b""
        if not said.replace(b"20", b"").strip():
            return False
        data[start + 1 : end] = (b"20" * len(said))[: len(said)]
        return True
    if data[start : start + 1] != b"(":
        return False
    end, depth = start + 1, 1
    while end < len(data) and depth:
        if data[end] == 0x5C:
            end += 1
        else:
            depth += (data[end] == 0x28) - (data[end] == 0x29)
        end += 1
    said = bytes(data[start + 1 : end - 1])
    if not said.strip(b" \0\xfe\xff"):
        return False
    data[start + 1 : end - 1] = b" " * len(said)
    return True
