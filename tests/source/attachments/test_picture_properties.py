import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from planpress.source.attachments.picture_properties import without_metadata
from planpress.source.attachments.pictures import DamagedError


def photographed(kind: str, orientation: int = 6, **options: object) -> bytes:
    """A picture with what a telephone writes into it: who took it, with what, which side is up."""
    image = Image.new("RGB", (30, 20), "red")
    image.putpixel((0, 0), (0, 0, 255))
    exif = image.getexif()
    exif[0x013B], exif[0x0110], exif[0x0112] = "Wang Hsiao-ming", "Telephone", orientation
    buffer = io.BytesIO()
    image.save(buffer, kind, exif=exif, **options)
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
