import io
from xml.etree import ElementTree

import pikepdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from planpress.documents.pdf import STANDARDS
from planpress.documents.pdf_metadata import with_dublin_core

DC = "{http://purl.org/dc/elements/1.1/}"
PAIRS = (
    ("DC.Title", "計畫"),
    ("DC.Subject", "服務計畫"),
    ("DC.Publisher", "<示範>&公司"),
    ("DC.Contributor", "示範處"),
    ("DC.Date", "2025-01-14"),
    ("DC.Type", "Text"),
    ("DC.Identifier", "https://plans.example/a.pdf"),
    ("DC.Source", "計畫"),
    ("DC.Relation", "https://plans.example/"),
    ("DC.Coverage.t.min", "2025-01-01"),
    ("DC.Coverage.t.max", "2025-12-31"),
    ("DC.Rights", "依著作權法。"),
    ("Category.Theme", "170"),
    ("Category.Service", "I00"),
)
SOURCE = b'#set document(title: "Plan", author: "Office", date: datetime(year: 2025, month: 1, day: 14))\n= Plan\nText.'


@pytest.fixture(scope="module")
def plain() -> bytes:
    made = typst.compile(SOURCE, pdf_standards=STANDARDS)
    assert isinstance(made, bytes)
    return made


def said(pdf: bytes) -> dict[str, str]:
    """What the metadata says, by the elements of Dublin Core."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        packet = document.Root.Metadata.read_bytes()
    root = ElementTree.fromstring(packet)
    return {
        element.tag.removeprefix(DC): "; ".join(filter(None, (text.strip() for text in element.itertext())))
        for element in root.iter()
        if element.tag.startswith(DC)
    }


def test_all_fifteen_elements_are_there(plain: bytes) -> None:
    found = said(with_dublin_core(plain, PAIRS))
    assert len(found) >= 14 and "title" in found and "creator" in found  # a description only where there is one
    assert found["publisher"] == "<示範>&公司"
    assert found["subject"] == "服務計畫; Category.Theme 170; Category.Service I00"
    assert found["coverage"] == "2025-01-01/2025-12-31"
    assert (found["rights"], found["date"]) == ("依著作權法。", "2025-01-14")


def test_every_object_is_where_the_table_says(plain: bytes) -> None:
    made = with_dublin_core(plain, PAIRS)
    with pikepdf.open(io.BytesIO(made)) as document, pikepdf.open(io.BytesIO(plain)) as before:
        assert document.check_pdf_syntax() == []
        assert len(document.objects) == len(before.objects)
        assert len(document.pages) == 1


def test_the_same_file_is_the_same_bytes(plain: bytes) -> None:
    assert with_dublin_core(plain, PAIRS) == with_dublin_core(plain, PAIRS)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no pdf"])
def test_what_is_built_in_another_way_stays(content: bytes) -> None:
    assert with_dublin_core(content, PAIRS) == content


@given(st.text(min_size=1, max_size=60))
def test_no_value_breaks_out_of_its_element(value: str) -> None:
    made = typst.compile(SOURCE, pdf_standards=STANDARDS)
    assert isinstance(made, bytes)
    found = said(with_dublin_core(made, (("DC.Source", value), ("DC.Publisher", value), ("DC.Rights", value))))
    assert found.keys() >= {"source", "publisher", "rights"}
    assert found["source"] == found["rights"]
