import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from planpress.source.evidence import names_author, without_metadata
from planpress.source.pictures import DamagedError
from planpress.source.repository import read_all
from tests.projects import project
from tests.source.test_results import FIRST, OWN

FOLDER = "offices/sample/114/assessments"
SECRET = "王小明"


def photographed(kind: str, orientation: int = 6, **options: object) -> bytes:
    """A picture with what a telephone writes into it: who took it, with what, which side is up."""
    image = Image.new("RGB", (30, 20), "red")
    image.putpixel((0, 0), (0, 0, 255))
    exif = image.getexif()
    exif[0x013B], exif[0x0110], exif[0x0112] = "Wang Hsiao-ming", "Telephone", orientation
    buffer = io.BytesIO()
    image.save(buffer, kind, exif=exif, **options)
    return buffer.getvalue()


def pdf(author: str | None = None, xmp: bool = False, compressed: bool = False) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    if author is not None and not xmp:
        document.docinfo["/Author"] = author
    if xmp:
        with document.open_metadata(update_docinfo=False) as metadata:
            metadata["dc:creator"] = [author]
    buffer = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if compressed else pikepdf.ObjectStreamMode.disable
    document.save(buffer, object_stream_mode=mode, compress_streams=compressed)
    return buffer.getvalue()


def odf(meta: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<x/>")
        package.writestr("meta.xml", f"<office:meta>{meta}</office:meta>")
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_looks_and_nothing_else(kind: str) -> None:
    taken = photographed(kind)
    assert b"Wang Hsiao-ming" in taken
    plain = without_metadata(taken)
    assert b"Wang" not in plain and b"Telephone" not in plain
    before, after = (Image.open(io.BytesIO(data)) for data in (taken, plain))
    assert before.tobytes() == after.tobytes() and before.size == after.size
    assert without_metadata(plain) == plain


def test_a_picture_taken_sideways_stays_the_right_way_up() -> None:
    taken = photographed("JPEG", orientation=6)
    turned = ImageOps.exif_transpose(Image.open(io.BytesIO(without_metadata(taken))))
    assert turned is not None and turned.size == (20, 30)


def test_comments_texts_and_what_stands_behind_the_end_go() -> None:
    image, info, buffer = Image.new("RGB", (3, 3)), PngInfo(), io.BytesIO()
    info.add_text("Author", "Wang")
    image.save(buffer, "PNG", pnginfo=info)
    assert b"Wang" not in without_metadata(buffer.getvalue() + b"Wang")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", comment=b"Wang", progressive=True)
    assert b"Wang" not in without_metadata(buffer.getvalue() + b"Wang")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=4))
def test_no_bytes_are_too_odd(kind: str, at: int, other: bytes) -> None:
    taken = photographed(kind)
    at %= len(taken)
    try:
        without_metadata(taken[:at] + other + taken[at + len(other) :])
    except Exception as error:
        assert isinstance(error, DamagedError) or type(error).__name__ == "UnsuitableError"


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("xmp", [True, False])
def test_a_pdf_that_names_its_author_is_found_wherever_it_does(xmp: bool, compressed: bool) -> None:
    assert names_author(pdf(SECRET, xmp, compressed))
    assert not names_author(pdf(None, compressed=compressed))


def test_an_author_who_is_nobody_is_none() -> None:
    assert not names_author(pdf(""))
    assert not names_author(odf("<dc:creator></dc:creator><dc:title>報告</dc:title>"))


@pytest.mark.parametrize("name", ["dc:creator", "meta:initial-creator", "meta:printed-by"])
def test_an_odf_that_names_a_person_is_found(name: str) -> None:
    assert names_author(odf(f"<{name}>{SECRET}</{name}>"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7 /Encrypt 5 0 R", b"\xd0\xcf\x11\xe0"])
def test_what_cannot_be_looked_through_is_refused(content: bytes) -> None:
    assert names_author(content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("report.pdf", pdf(SECRET), "E022"),
        ("report.pdf", pdf(), None),
        ("photo.jpg", photographed("JPEG"), None),
        ("photo.jpg", photographed("PNG"), "E123"),
        ("photo.jpg", photographed("JPEG")[:-40], "E124"),
    ],
)
def test_evidence_is_judged_by_its_bytes(tmp_path: Path, name: str, content: bytes, code: str | None) -> None:
    root = project(tmp_path, {FIRST: OWN + f"evidence: [{name}]\n"})
    (root / FOLDER / name).write_bytes(content)
    assert [each.code for each in read_all(root)[1]] == ([code] if code else [])
