"""Author, comments and EXIF of files that are published with a plan."""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest

from planpress.source.attachments.beside import public_content
from planpress.source.attachments.file_properties import cleaned
from planpress.source.attachments.picture_properties import clean_picture
from planpress.source.repository import read_all
from tests.projects import PLAN, project

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLAN_FILE = "offices/sample/114/plan.yml"


def word(author: str = "王小明") -> bytes:
    """A DOCX file with an author, a comment and a tracked change."""
    file = docx.Document()
    file.core_properties.author = author
    file.core_properties.last_modified_by = author
    file.core_properties.title = "計畫"
    file.core_properties.comments = ""
    paragraph = file.add_paragraph("推廣電子帳單。")
    if author:
        file.add_comment(paragraph.runs, text="請主任看過", author=author, initials="王")
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def every_part(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def pdf(author: str = "王小明", **options: Any) -> bytes:
    """A PDF with an author in its Info and its XMP, and a comment."""
    file = pikepdf.new()
    page = file.add_blank_page()
    file.docinfo["/Author"], file.docinfo["/Title"] = author, "計畫"
    if author:
        with file.open_metadata(update_docinfo=False) as metadata:
            metadata["dc:creator"] = [author]
        note: dict[str, Any] = {
            "/Type": "/Annot",
            "/Subtype": "/Text",
            "/Rect": [0, 0, 9, 9],
            "/T": author,
            "/Contents": "請主任看過",
        }
        values = {key: pikepdf.Name(value) if key in ("/Type", "/Subtype") else value for key, value in note.items()}
        page.Annots = file.make_indirect(pikepdf.Array([pikepdf.Dictionary(values)]))
    content = io.BytesIO()
    file.save(content, **options)
    return content.getvalue()


def test_a_word_file_loses_its_author_and_comments_and_keeps_its_text() -> None:
    clean = cleaned(word())
    assert {"creator", "lastModifiedBy", "comments"} <= {*clean.found}
    assert clean.is_clean
    said = every_part(clean.content)
    assert not any(name in said for name in ("王小明", "請主任看過", "commentReference"))
    assert "推廣電子帳單。" in said
    assert docx.Document(io.BytesIO(clean.content)).core_properties.title == "計畫"
    assert cleaned(clean.content) == cleaned(cleaned(clean.content).content)
    assert cleaned(clean.content).found == ()


def test_whoever_changed_the_text_is_nobody() -> None:
    text = f'<w:document xmlns:w="{WORD}"><w:ins w:id="1" w:author="王小明" w:date="2025-01-01"><w:r/></w:ins></w:document>'
    clean = cleaned(packed({"word/document.xml": text}))
    assert clean.found == ("author",)
    assert 'w:author=""' in every_part(clean.content)


def test_an_opendocument_loses_author_and_comments() -> None:
    meta = (
        '<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>計畫</dc:title>'
        "<meta:initial-creator>王小明</meta:initial-creator><dc:creator>王小明</dc:creator></office:meta></office:document-meta>"
    )
    text = (
        "<office:text><text:p>推廣。<office:annotation><dc:creator>王小明</dc:creator><text:p>請看</text:p>"
        "</office:annotation>電子帳單。</text:p><office:change-info><dc:creator>王小明</dc:creator></office:change-info></office:text>"
    )
    clean = cleaned(
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "meta.xml": meta, "content.xml": text})
    )
    assert {*clean.found} == {"initial-creator", "creator", "comments", "author"}
    said = every_part(clean.content)
    assert "王小明" not in said and "請看" not in said
    assert "<dc:title>計畫</dc:title>" in said
    assert "推廣。電子帳單。" in said


@pytest.mark.parametrize(
    "options",
    [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "compress_streams": True}, {"linearize": True}],
)
def test_a_pdf_loses_author_and_comments_and_opens_as_before(options: dict[str, Any]) -> None:
    content = pdf(**options)
    clean = cleaned(content)
    assert clean.is_clean
    assert {"Author", "comments"} <= {*clean.found}
    with pikepdf.open(io.BytesIO(clean.content)) as file:
        assert str(file.docinfo["/Author"]).strip() == ""
        assert str(file.docinfo["/Title"]) == "計畫"
        assert "王小明" not in str(file.Root.Metadata.read_bytes().decode())
        assert [str(each.Contents).strip() for each in file.pages[0].Annots] == [""]
    assert len(clean.content) == len(content)
    assert cleaned(clean.content).found == ()


def test_a_file_that_says_nothing_of_anybody_stays_byte_for_byte() -> None:
    for content in (pdf(author=""), packed({"word/document.xml": f'<w:document xmlns:w="{WORD}"/>'})):
        assert cleaned(content).content == content
        assert cleaned(content).found == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"PK\x03\x04damaged",
        pdf(encryption=pikepdf.Encryption(owner="x", user="")),
        pdf() + b"\n9 0 obj << /Type /Sig /ByteRange [0 1 2 3] >> endobj",
        packed({"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": "x"}),
        packed({"_xmlsignatures/sig1.xml": "<x/>", "docProps/core.xml": "<p><dc:creator>王小明</dc:creator></p>"}),
    ],
)
def test_what_cannot_be_cleaned_says_so(content: bytes) -> None:
    assert not cleaned(content).is_clean
    assert cleaned(content).content == content


def test_a_picture_keeps_what_it_shows() -> None:
    exif = b"Exif\0\0GPS 25.03 121.56"
    jpeg = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xda\x00\x02picture\xff\xd9"
    assert b"GPS" not in clean_picture(jpeg)
    assert len(clean_picture(jpeg)) == len(jpeg)
    chunk = b"tEXtAuthor\0Wang"
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert clean_picture(png) == b"\x89PNG\r\n\x1a\n"
    clean = cleaned(packed({"word/media/a.jpg": jpeg}))
    assert clean.found == ("EXIF",)


def test_the_approved_file_is_told_of_or_refused(tmp_path: Path) -> None:
    content = word()
    plan = f"{PLAN}original: {{file: original.docx}}\n"

    def found(plan: str, content: bytes) -> list[str]:
        root = project(tmp_path, {PLAN_FILE: plan})
        (root / "offices/sample/114/original.docx").write_bytes(content)
        return [problem.code for problem in read_all(root)[1]]

    assert found(plan, content) == ["W193"]
    assert found(plan, public_content(content, is_exact=False)) == []
    assert found(plan, b"\xd0\xcf\x11\xe0") == ["E142"]
    exact = f"{PLAN}original: {{file: original.docx, sha256: {hashlib.sha256(content).hexdigest()}}}\n"
    assert found(exact, content) == ["W194"]
    assert public_content(content, is_exact=True) == content
