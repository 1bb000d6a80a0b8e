"""What Typst cannot say in the metadata of a PDF: the other elements of Dublin Core, in its XMP packet.

XMP (ISO 16684-1) has all 15 elements in its schema ``dc``, so that PDF/A asks for no description of them. What covers a
time is an interval of ISO 8601; the classes of 政府資訊分類檢索 are among the subjects. The packet lies in the file
as it is; what stands behind it moves, and the table of places (ISO 32000-1, 7.5.4) with it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import escape

from planpress.documents.odf import xml_text
from planpress.model.dublin_core import COVERAGE_FROM, COVERAGE_TO

_STREAM: Final = re.compile(rb"<</Length (\d+)/Type/Metadata/Subtype/XML>>\s*stream\r?\n")
_ENTRY: Final = re.compile(rb"(\d{10}) (\d{5}) n")
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_END: Final = b"</rdf:Description></rdf:RDF>"

_BAGS: Final = {
    "DC.Subject": "subject",
    "DC.Publisher": "publisher",
    "DC.Contributor": "contributor",
    "DC.Type": "type",
    "DC.Relation": "relation",
}
_TEXTS: Final = {"DC.Identifier": "identifier", "DC.Source": "source"}


def with_dublin_core(pdf: bytes, pairs: Iterable[tuple[str, str]]) -> bytes:
    """A PDF of Typst's whose metadata says these elements too; as it was where its metadata is built in another way.

    Args:
        pdf: the file.
        pairs: names and values, as pages and ODF have them; classes (``Category.…``) are subjects.
    """
    found, place = _STREAM.search(pdf), _START.search(pdf)
    if found is None or place is None:
        return pdf
    start, table = found.end(), int(place[1])
    end = start + int(found[1])
    packet, mark, rest = pdf[start:end].rpartition(_END)
    if not mark or pdf[table : table + 4] != b"xref":
        return pdf
    packet += _elements(list(pairs)).encode() + mark + rest
    head = found[0].replace(b"/Length %s/" % found[1], b"/Length %d/" % len(packet))
    grown = len(head) + len(packet) - (end - found.start())

    def moved(entry: re.Match[bytes]) -> bytes:
        offset = int(entry[1])
        return b"%010d %s n" % (offset + grown if offset > found.start() else offset, entry[2])

    places = _ENTRY.sub(moved, pdf[table : place.start()])
    return b"".join(
        (pdf[: found.start()], head, packet, pdf[end:table], places, b"startxref\n%d\n%%%%EOF" % (table + grown))
    )


def _elements(pairs: list[tuple[str, str]]) -> str:
    values: Mapping[str, str] = dict(pairs)
    classes = [f"{name} {value}" for name, value in pairs if name.startswith("Category.")]
    made = []
    for name, element in _BAGS.items():
        said = [value for own, value in pairs if own == name] + (classes if name == "DC.Subject" else [])
        if said:
            items = "".join(f"<rdf:li>{escape(xml_text(each))}</rdf:li>" for each in said)
            made.append(f"<dc:{element}><rdf:Bag>{items}</rdf:Bag></dc:{element}>")
    made += [
        f"<dc:{element}>{escape(xml_text(values[name]))}</dc:{element}>"
        for name, element in _TEXTS.items()
        if name in values
    ]
    if "DC.Date" in values:
        made.append(f"<dc:date><rdf:Seq><rdf:li>{escape(values['DC.Date'])}</rdf:li></rdf:Seq></dc:date>")
    if COVERAGE_FROM in values and COVERAGE_TO in values:
        made.append(f"<dc:coverage>{escape(values[COVERAGE_FROM])}/{escape(values[COVERAGE_TO])}</dc:coverage>")
    if rights := values.get("DC.Rights"):
        said_rights = escape(xml_text(rights))
        made.append(f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{said_rights}</rdf:li></rdf:Alt></dc:rights>')
    return "".join(made)
