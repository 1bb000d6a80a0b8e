import io
import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from planpress.source.attachments.pictures import DamagedError, PictureKind, UnsuitableError, picture
from tests.blocks import png, png_chunk


def drawn(kind: str, size: tuple[int, int] = (30, 20), mode: str = "RGB", **options: object) -> bytes:
    """A picture as an image program saves it."""
    buffer = io.BytesIO()
    Image.new(mode, size, 0).save(buffer, kind, **options)
    return buffer.getvalue()


WHOLE = [
    (drawn("PNG"), PictureKind.PNG),
    (drawn("PNG", mode="P"), PictureKind.PNG),
    (png(30, 20), PictureKind.PNG),
    (drawn("JPEG"), PictureKind.JPEG),
    (drawn("JPEG", progressive=True), PictureKind.JPEG),
    (drawn("JPEG", mode="L"), PictureKind.JPEG),
    (drawn("WEBP"), PictureKind.WEBP),
    (drawn("WEBP", lossless=True), PictureKind.WEBP),
    (drawn("WEBP", mode="RGBA"), PictureKind.WEBP),
]


@pytest.mark.parametrize(("data", "kind"), WHOLE)
def test_kind_and_size_come_from_the_bytes(data: bytes, kind: PictureKind) -> None:
    assert picture(data) == (kind, (30, 20))


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b'<svg xmlns="http://www.w3.org/2000/svg"/>', drawn("GIF", mode="P"), drawn("BMP"), b"RIFF"],
)
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert picture(data) is None


@pytest.mark.parametrize(
    "data",
    [
        drawn("PNG")[:-4],
        drawn("PNG").replace(b"IEND", b"IENX"),
        drawn("PNG")[:40] + b"\0" + drawn("PNG")[41:],
        b"\x89PNG\r\n\x1a\n",
        png(1, 1).replace(png_chunk(b"IEND", b""), b""),
        png(0, 5),
        drawn("JPEG")[:-2],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0\x00\x00\xff\xd9",
        drawn("WEBP")[:-3],
        b"RIFF\x04\x00\x00\x00WEBP",
    ],
)
def test_what_is_cut_off_or_broken_is_told(data: bytes) -> None:
    with pytest.raises(DamagedError):
        picture(data)


def test_what_moves_or_is_meant_for_print_is_told() -> None:
    moving = io.BytesIO()
    frames = [Image.new("RGB", (9, 9), shade) for shade in ("red", "blue")]
    frames[0].save(moving, "WEBP", save_all=True, append_images=frames[1:])
    animated = io.BytesIO()
    frames[0].save(animated, "PNG", save_all=True, append_images=frames[1:])
    for data in (moving.getvalue(), animated.getvalue(), drawn("JPEG", mode="CMYK")):
        with pytest.raises(UnsuitableError):
            picture(data)


@given(st.sampled_from([data for data, _ in WHOLE]), st.integers(0, 400), st.binary(max_size=8))
@example(b"\xff\xd8\xff\xc0", 4, struct.pack(">H", 8))
def test_no_bytes_are_too_odd(data: bytes, at: int, other: bytes) -> None:
    try:
        found = picture(data[:at] + other + data[at + len(other) :])
    except (DamagedError, UnsuitableError):
        return
    assert found is None or min(found.size) > 0
