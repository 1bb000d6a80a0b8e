"""Files that come by mail: damaged, hostile, or no spreadsheet at all."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from planpress.editing.sheet.book import Cell, CellKind
from planpress.editing.sheet.reading import read_book

CONTENT = """\
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:spreadsheet>\
<table:table table:name="作法">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
WORKBOOK = """\
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr {properties}/>\
<sheets><sheet name="作法" r:id="a"/></sheets></workbook>"""
RELATIONS = '<Relationships><Relationship Id="a" Target="/xl/worksheets/sheet9.xml"/></Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def ods(rows: str) -> bytes:
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": CONTENT.format(rows=rows)}
    )


def xlsx(rows: str, styles: str = "", strings: str = "", properties: str = "") -> bytes:
    return packed(
        {
            "xl/workbook.xml": WORKBOOK.format(properties=properties),
            "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/worksheets/sheet9.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
            **({"xl/styles.xml": styles} if styles else {}),
            **({"xl/sharedStrings.xml": strings} if strings else {}),
        }
    )


def cells(content: bytes) -> dict[tuple[int, int], Cell]:
    book, problems = read_book("a.ods", content)
    assert book is not None, problems
    return book.sheets[0].cells


def code(content: bytes) -> str:
    book, problems = read_book("a.ods", content)
    assert book is None
    (problem,) = problems
    assert problem.place.file == "a.ods"
    return problem.code


@pytest.mark.parametrize(
    "content",
    [b"", "列別,編號,文字\n".encode(), "列別,編號\n".encode("cp950"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7"],
)
def test_what_is_no_spreadsheet_is_told(content: bytes) -> None:
    assert code(content) == "E760"


def test_a_package_of_something_else_is_no_spreadsheet() -> None:
    assert code(packed({"word/document.xml": "<w/>"})) == "E760"
    assert code(packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})) == "E760"


def test_a_damaged_file_is_told_wherever_it_ends() -> None:
    whole = xlsx('<row r="1"><c r="A1" t="str"><v>甲</v></c></row>', "<styleSheet/>")
    assert {code(whole[:end]) for end in range(2, len(whole) - 1, 7)} == {"E761"}


@pytest.mark.parametrize("at", range(60, 400, 23))
def test_a_file_with_a_byte_changed_is_read_or_told(at: int) -> None:
    whole = bytearray(
        ods("<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>")
    )
    whole[at % len(whole)] ^= 0x41
    book, problems = read_book("a.ods", bytes(whole))
    assert (book is None) == bool(problems)


@pytest.mark.parametrize(
    "doctype",
    ['<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', "<!DOCTYPE a>"],
)
def test_a_file_that_declares_entities_is_not_read(doctype: str) -> None:
    content = doctype + CONTENT.format(rows="")
    assert (
        code(packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})) == "E761"
    )
    assert code(packed({"xl/workbook.xml": doctype + WORKBOOK.format(properties="")})) == "E761"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = b"<a>" + b" " * 70_000_000
    assert code(packed({"xl/workbook.xml": bomb})) == "E397"
    half = b" " * 35_000_000 + b"<a/>"
    assert code(packed({"xl/workbook.xml": half, "xl/_rels/workbook.xml.rels": half})) == "E397"


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>',
        '<table:table-row table:number-rows-repeated="6000"/><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>',
        f'<table:table-row table:number-rows-repeated="4000"><table:table-cell table:number-columns-repeated="100"><text:p>{"甲" * 50}</text:p></table:table-cell></table:table-row>',
    ],
)
def test_more_than_anybody_writes_is_not_read(rows: str) -> None:
    assert code(ods(rows)) == "E397"


def test_a_text_that_many_cells_share_counts_for_each() -> None:
    many = '<c t="s"><v>0</v></c>' * 50
    row = "".join(f'<row r="{number}">{many}</row>' for number in range(1, 300))
    assert code(xlsx(row, strings=f"<sst><si><t>{'甲' * 1000}</t></si></sst>")) == "E397"


@pytest.mark.parametrize("reference", ["A", "1", "AAAA1", "A0", "é1", ""])
def test_a_cell_at_no_place_is_damage(reference: str) -> None:
    assert code(xlsx(f'<row r="1"><c r="{reference}" t="str"><v>甲</v></c></row>')) == "E761"


def test_ods_cells_say_what_is_shown() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="2"/>'
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:number-columns-repeated="2"><text:p>甲<text:s text:c="2"/>乙<text:line-break/>丙</text:p><text:p><text:span>丁</text:span></text:p></table:table-cell>'
        "<table:table-cell><office:annotation><text:p>批註</text:p></office:annotation><text:p>戊</text:p><draw:frame><draw:text-box><text:p>圖</text:p></draw:text-box></draw:frame></table:table-cell>"
        '<table:table-cell office:value-type="float" office:value="1"><text:p>1.0</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="0114-05-01"><text:p>0114/5/1</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=[.A1]"><text:p>己</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string" office:string-value="庚"/>'
        "<table:covered-table-cell><text:p>隱藏</text:p></table:covered-table-cell>"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    assert {at: cell for at, cell in cells(ods(row)).items() if at[0] == 3} == {
        (3, 0): Cell("甲  乙\n丙\n丁"),
        (3, 1): Cell("甲  乙\n丙\n丁"),
        (3, 2): Cell("戊"),
        (3, 3): Cell("1.0", CellKind.NUMBER),
        (3, 4): Cell("0114-05-01", CellKind.DATE),
        (3, 5): Cell("己", CellKind.FORMULA),
        (3, 6): Cell("庚"),
    }


def test_xlsx_cells_say_what_is_shown() -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-404]e&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.00E+00"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    strings = (
        "<sst><si><t>甲</t><rPh><t>ㄐㄧㄚˇ</t></rPh></si><si><r><t>乙</t></r><r><t>丙_x000D_\n丁</t></r></si></sst>"
    )
    row = (
        '<row r="3"><c r="B3" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>_x005F_x0041_</t></is></c>'
        '<c><v>1.0</v></c><c s="1"><v>45672</v></c><c s="2"><v>0.95</v></c><c s="3"><v>12000</v></c>'
        '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>戊</v></c><c s="1"/></row>'
    )
    assert cells(xlsx(row, styles, strings)) == {
        (2, 1): Cell("甲"),
        (2, 2): Cell("乙丙\n丁"),
        (2, 3): Cell("_x0041_"),
        (2, 4): Cell("1", CellKind.NUMBER),
        (2, 5): Cell("2025-01-15", CellKind.DATE),
        (2, 6): Cell("95%", CellKind.NUMBER),
        (2, 7): Cell("12000", CellKind.NUMBER),
        (2, 8): Cell("TRUE"),
        (2, 9): Cell("#REF!", CellKind.ERROR),
        (2, 10): Cell("戊", CellKind.FORMULA),
    }
    old_mac = cells(xlsx('<row><c s="4"><v>44210</v></c></row>', styles, properties='date1904="1"'))
    assert old_mac == {(0, 0): Cell("2025-01-15", CellKind.DATE)}


@pytest.mark.parametrize("name", ["rows", "columns"])
@pytest.mark.parametrize("count", ["0", "-5", "x", "9" * 5000])
def test_a_cell_that_is_repeated_no_times_is_damage(name: str, count: str) -> None:
    attributes = {"rows": "", "columns": "", name: f' table:number-{name}-repeated="{count}"'}
    cell = f"<table:table-cell{attributes['columns']}><text:p>甲</text:p></table:table-cell>"
    assert code(ods(f"<table:table-row{attributes['rows']}>{cell}</table:table-row>")) == "E761"


@pytest.mark.parametrize("row", ["0", "-3"])
def test_a_row_above_the_first_is_damage(row: str) -> None:
    assert code(xlsx(f'<row r="{row}"><c t="str"><v>甲</v></c></row>')) == "E761"
