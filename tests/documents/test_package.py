import zipfile
from io import BytesIO
from xml.etree import ElementTree

from planpress.documents.package import package
from tests.documents.reader import parts, q

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
FILES = {"styles.xml": b"<styles/>", "content.xml": b"<content/>" * 100}


def test_the_media_type_comes_first_and_can_be_read_at_a_fixed_place() -> None:
    data = package(MEDIA_TYPE, FILES)
    assert data[:4] == b"PK\x03\x04"
    assert data[8:10] == b"\0\0", "stored"
    assert data[28:30] == b"\0\0", "no extra field"
    assert data[30 : 30 + 8 + len(MEDIA_TYPE)] == b"mimetype" + MEDIA_TYPE.encode()


def test_parts_lie_in_the_order_given_and_the_manifest_lists_them() -> None:
    found = parts(package(MEDIA_TYPE, FILES))
    assert list(found) == ["mimetype", "styles.xml", "content.xml", "META-INF/manifest.xml"]
    assert found["styles.xml"] == FILES["styles.xml"]
    manifest = ElementTree.fromstring(found["META-INF/manifest.xml"])
    assert manifest.get(q("manifest:version")) == "1.3"
    assert [
        (entry.get(q("manifest:full-path")), entry.get(q("manifest:media-type")), entry.get(q("manifest:version")))
        for entry in manifest
    ] == [("/", MEDIA_TYPE, "1.3"), ("styles.xml", "text/xml", None), ("content.xml", "text/xml", None)]


def test_nothing_in_it_tells_when_and_where_it_was_made() -> None:
    assert package(MEDIA_TYPE, FILES) == package(MEDIA_TYPE, FILES)
    with zipfile.ZipFile(BytesIO(package(MEDIA_TYPE, FILES))) as archive:
        for entry in archive.infolist():
            # Not the first moment of 1980, which Java takes for an earlier one, and adds an extra field for.
            assert entry.date_time == (1980, 2, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr, entry.extra, entry.comment) == (0, 0o644 << 16, b"", b"")
        assert archive.getinfo("content.xml").compress_type == zipfile.ZIP_DEFLATED
        assert archive.getinfo("content.xml").compress_size < 100
