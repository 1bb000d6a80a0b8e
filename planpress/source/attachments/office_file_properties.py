"""Properties, comments and names of authors in files of word processors and spreadsheets (OOXML, OpenDocument)."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from planpress.source.attachments.picture_properties import clean_picture

UNPACKED_LIMIT: Final = 500_000_000
"""Bytes of all parts, unpacked, of the largest file that is looked at."""

_FIELD: Final = re.compile(r"<(?P<name>[\w:-]+)(?P<attributes>\s[^<>]*)?>(?P<text>[^<>]*[^<>\s][^<>]*)</(?P=name)>")
_PERSONAL: Final = frozenset(
    {
        *("creator", "lastModifiedBy", "description", "keywords", "category", "contentStatus", "subject"),
        *("Manager", "Company", "HyperlinkBase", "initial-creator", "printed-by", "keyword", "user-defined", "lpwstr"),
    }
)
"""Fields of properties that may name somebody, or say what was not meant for readers."""
_ROOT: Final = re.compile(r"(?P<head>\s*(?:<\?[^>]*\?>\s*)?)<(?P<name>[\w:-]+)(?P<attributes>[^<>]*?)/?>")
_KEPT: Final = re.compile(r"<(dc:title|dc:language)\b[^<>]*>[^<>]*</\1>")
_PROPERTIES: Final = re.compile(r"docProps/(?:core|app|custom)\.xml|meta\.xml")
_COMMENTS: Final = re.compile(
    r"word/(?:comments\w*|people)\.xml|xl/(?:threadedComments|persons)/[^/]+\.xml|xl/(?:worksheets/)?comments\d*\.xml"
)
_TEXTS: Final = re.compile(r"(?:word|xl|Object \d+)/[^/]*\.xml|content\.xml|styles\.xml|settings\.xml")
_GONE: Final = re.compile(
    r"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^<>]*/>"
    r"|<office:annotation\b(?:[^<>]*/>|.*?</office:annotation>)|<office:annotation-end\b[^<>]*/>",
    re.DOTALL,
)
_AUTHORS: Final = re.compile(
    r"(?P<before>\sw:(?:author|initials)=\")[^\"]+(?=\")"
    r"|(?P<change><office:change-info>.{0,200}?<dc:creator>)[^<>]+(?=</dc:creator>)"
    r"|(?P<printer><config:config-item config:name=\"Printer(?:Name|Setup)\"[^<>]*>)[^<>]+(?=</config:config-item>)",
    re.DOTALL,
)
_SIGNED: Final = re.compile(r"_xmlsignatures/|META-INF/\w*signatures\.xml")


def clean_office_file(content: bytes) -> tuple[bytes | None, list[str]]:
    """The file without properties, or None where that cannot be; and what was found.

    It cannot be where the file is signed, for a signature is of every byte; has a password; is damaged or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            names = [info.filename for info in infos]
            if sum(info.file_size for info in infos) > UNPACKED_LIMIT or b"encryption-data" in _manifest(archive):
                return None, []
            parts = {name: archive.read(name) for name in dict.fromkeys(names)}
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError, OSError):
        return None, []
    found: list[str] = []
    clean = {name: _clean_part(name, part, found) for name, part in parts.items()}
    if not found:
        return content, []
    return (None if any(map(_SIGNED.match, names)) else _packed(infos, clean)), found


def _manifest(archive: zipfile.ZipFile) -> bytes:
    return archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""


def _clean_part(name: str, part: bytes, found: list[str]) -> bytes:
    """A part without properties; what it had is added to what was found."""
    if name.lower().endswith((".jpg", ".jpeg", ".png")):
        clean = clean_picture(part)
        found += ["EXIF"] if clean != part else []
        return clean
    is_known = any(pattern.fullmatch(name) for pattern in (_PROPERTIES, _COMMENTS, _TEXTS))
    text = part.decode("utf-8", "replace") if is_known else ""
    if not text:
        return part
    if _PROPERTIES.fullmatch(name):
        named = [match["name"].rpartition(":")[2] for match in _FIELD.finditer(text)]
        personal = [field for field in named if field in _PERSONAL]
        found += personal
        return _emptied(text, keeps=True) if personal else part
    if _COMMENTS.fullmatch(name):
        emptied = _emptied(text, keeps=False)
        found += ["comments"] if _FIELD.search(text) else []
        return emptied if _FIELD.search(text) else part
    without = _GONE.sub("", text)
    found += ["comments"] if without != text else []
    anonymous = _AUTHORS.sub(lambda match: match["before"] or match["change"] or match["printer"], without)
    found += ["author"] if anonymous != without else []
    return anonymous.encode() if anonymous != text else part


def _emptied(text: str, *, keeps: bool) -> bytes:
    """A part with nothing in it; of properties title and language stay."""
    root = _ROOT.match(text)
    if root is None:
        return b""
    head, name = f"{root['head']}<{root['name']}{root['attributes']}>", root["name"]
    kept = "".join(match[0] for match in _KEPT.finditer(text)) if keeps else ""
    if name == "office:document-meta":
        kept = f"<office:meta>{kept}</office:meta>"
    elif name == "comments":  # of a spreadsheet
        kept = "<authors/><commentList/>"
    return f"{head}{kept}</{name}>".encode()


def _packed(infos: list[zipfile.ZipInfo], parts: Mapping[str, bytes]) -> bytes:
    """The package anew, in its order and without times: the same bytes for the same parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, info in {info.filename: info for info in infos}.items():
            entry = zipfile.ZipInfo(name)
            is_plain = info.compress_type == zipfile.ZIP_STORED
            entry.compress_type = zipfile.ZIP_STORED if is_plain else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return packed.getvalue()
