"""The package of an OpenDocument file: a zip that is the same bytes whenever its parts are.

OpenDocument 1.3, part 2: ``mimetype`` comes first, stored and without an extra field, so that a file can be told by
its first bytes; ``META-INF/manifest.xml`` lists the parts.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from markupsafe import escape

from planpress.source.attachments.pictures import SUFFIXES

VERSION: Final = "1.3"
"""Of OpenDocument."""

_TIME: Final = (1980, 2, 1, 0, 0, 0)  # Java takes the first moment that a zip can name for an earlier one
_LEVEL: Final = 3  # a fifth larger than the smallest, in a third of the time


def package(media_type: str, parts: Mapping[str, bytes]) -> bytes:
    """Put the parts of a document into one file.

    Args:
        media_type: of the whole.
        parts: the XML files, and pictures, by their names, in the order in which they are to lie.
    """
    return zipped({"mimetype": media_type.encode(), **parts, "META-INF/manifest.xml": _manifest(media_type, parts)})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Parts in one file, in their order; ``mimetype`` is stored, the others are compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            _add(archive, name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, method: int) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.create_system = 0  # else it tells the builder's operating system
    info.external_attr = 0o644 << 16
    info.compress_type = method
    archive.writestr(info, content, compresslevel=_LEVEL)


def _manifest(media_type: str, parts: Mapping[str, bytes]) -> bytes:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{escape(name)}" manifest:media-type="{_media_type(name)}"/>\n'
        for name in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="{VERSION}">\n'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="{VERSION}"'
        f' manifest:media-type="{escape(media_type)}"/>\n'
        f"{entries}</manifest:manifest>\n"
    ).encode()


def _media_type(name: str) -> str:
    """Of a part, by the end of its name."""
    return SUFFIXES.get(name.rpartition(".")[2].lower(), "text/xml")
