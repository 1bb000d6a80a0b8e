"""What word processors hide in their files: automatic numbers, changes, boxes, merged cells; and files that are none."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from planpress.editing.papers.paper import PaperLine, PaperTable, Reason
from planpress.editing.papers.reading import read_paper
from tests.editing.papers.papers import grid, odt, package, read, word

W = nsdecls("w")


def lines(content: bytes) -> list[str]:
    return [block.text for block in read(content).blocks if isinstance(block, PaperLine) and block.text]


def with_runs(runs: str) -> bytes:
    """A DOCX file of one paragraph."""
    return word(lambda file: file.element.body.insert(0, parse_xml(f"<w:p {W}>{runs}</w:p>")))


def test_tracked_changes_are_accepted_and_said() -> None:
    content = with_runs(
        "<w:r><w:t>推廣</w:t></w:r><w:del><w:r><w:delText>紙本</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>電子</w:t></w:r></w:ins><w:r><w:t>帳單</w:t></w:r>"
    )
    paper = read(content)
    assert lines(content) == ["推廣電子帳單"]
    assert paper.remarks == {"changes"}
    assert [(each.reason, each.text) for each in paper.left_out] == [(Reason.DELETED, "紙本")]


def test_hidden_text_is_left_out_and_listed() -> None:
    content = with_runs("<w:r><w:t>帳單</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>內部</w:t></w:r>")
    assert lines(content) == ["帳單"]
    assert [(each.reason, each.text) for each in read(content).left_out] == [(Reason.HIDDEN, "內部")]


def test_the_result_of_a_field_is_text_and_its_code_is_not() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    content = with_runs(
        field.format("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field.format("separate")
        + "<w:r><w:t>115</w:t></w:r>" + field.format("end") + "<w:r><w:t>年度</w:t></w:r>"
    )  # fmt: skip
    assert lines(content) == ["115年度"]


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        "<w:txbxContent><w:p><w:r><w:t>服務專線</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>服務專線</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    content = with_runs(f"<w:r><w:t>壹、依據</w:t></w:r>{box}")
    assert lines(content) == ["壹、依據", "服務專線"]
    assert read(content).remarks == {"box"}


def test_word_counts_in_the_ways_of_taiwan() -> None:
    def write(file: object) -> None:
        root = file.part.numbering_part.element  # type: ignore[attr-defined]
        root.insert(
            0,
            parse_xml(
                f'<w:abstractNum {W} w:abstractNumId="77">'
                '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="taiwaneseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
                '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/></w:lvl>'
                '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="ideographTraditional"/><w:lvlText w:val="%3."/></w:lvl>'
                "</w:abstractNum>"
            ),
        )
        root.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        for level, text in ((0, "服務"), (1, "電子帳單"), (1, "繳費"), (2, "超商"), (0, "創新"), (1, "支付")):
            paragraph = file.add_paragraph(text)  # type: ignore[attr-defined]
            numbers = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(numbers))

    assert lines(word(write)) == ["一、服務", "(1) 電子帳單", "(2) 繳費", "甲. 超商", "二、創新", "(1) 支付"]


def test_opendocument_counts_too() -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
        'style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" '
        'style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    )
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>服務</text:p><text:list><text:list-item><text:p>帳單</text:p>'
        "</text:list-item><text:list-item><text:p>繳費</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>創新</text:p></text:list-item></text:list>"
    )
    assert lines(odt(body, styles)) == ["一、服務", "(1) 帳單", "(2) 繳費", "二、創新"]


def test_merged_cells_have_their_places() -> None:
    def write(file: object) -> None:
        table = grid(file, [("甲", "乙", "丙"), ("丁", "戊", "己"), ("庚", "辛", "壬")])
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(2, 1).merge(table.cell(2, 2))

    (table,) = [block for block in read(word(write)).blocks if isinstance(block, PaperTable)]
    places = {cell.texts[0]: (cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells}
    assert (places["甲"], places["戊"], places["辛"]) == ((0, 0, 2, 1), (1, 1, 1, 1), (2, 1, 1, 2))
    assert (table.width, table.height) == (3, 3)


def test_a_page_of_a_cms() -> None:
    page = (
        "<html><body><nav>首頁</nav><main><h2>壹、依據</h2><p>一、行政院函。<br>二、本公司函。</p>"
        "<p style='display: none'>內部</p><table><thead><tr><th>具體作法</th><th>承辦部門</th></tr></thead>"
        "<tr><td rowspan=2>推廣<b>電子</b>帳單。</td><td>業務組</td></tr><tr><td>電務組</td></tr></table></main></body></html>"
    )
    for content in (page.encode(), page.replace("<body>", "<meta charset=big5><body>").encode("cp950")):
        paper = read(content)
        assert lines(content) == ["壹、依據", "一、行政院函。", "二、本公司函。"]
        (table,) = [block for block in paper.blocks if isinstance(block, PaperTable)]
        assert [(cell.text, cell.rows) for cell in table.cells if cell.row] == [
            ("推廣電子帳單。", 2),
            ("業務組", 1),
            ("電務組", 1),
        ]
        assert [(each.reason, each.text) for each in paper.left_out] == [(Reason.HIDDEN, "內部")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{\\rtf1 plan}", "E371"),
        (package({"anything": "x"}), "E371"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "E372"),
        (package({"word/document.xml": "<w:document xmlns:w='x'><w:body/></w:document>"}), "E373"),
        (odt(""), "E373"),
        (package({"word/document.xml": "<w:document"}), "E374"),
        (b"PK\x03\x04damaged", "E374"),
        (b"%PDF-1.7 damaged", "E374"),
        (package({"word/document.xml": "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"}), "E374"),
        (package({"word/document.xml": f"<d>{'<p/>' * 2_000}</d>"}), "E373"),
        (package({"word/document.xml": " " * 30_000_000}), "E397"),
    ],
)
def test_what_is_no_document_says_what_it_is(content: bytes, code: str) -> None:
    paper, problems = read_paper("計畫.docx", content)
    assert (paper, [problem.code for problem in problems]) == (None, [code])


PAGE = "<html><head><meta charset={}></head><body><p>推廣電子帳單。</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        *(("utf-8", "utf-8-sig"), ("utf-16", "utf-16"), ("gb2312", "gb18030"), ("big5", "cp950")),
        *(("ms950", "cp950"), ("nonsense", "cp950"), ("zlib", "cp950")),
    ],
)
def test_a_page_is_read_in_whatever_encoding_it_is(declared: str, encoding: str) -> None:
    assert lines(PAGE.format(declared).encode(encoding)) == ["推廣電子帳單。"]


@pytest.mark.parametrize("charset", ["utf-8", "big5"])
def test_a_page_saved_as_a_single_file_is_read(charset: str) -> None:
    archive = MIMEMultipart("related")
    archive.attach(MIMEText("<html><body><p>推廣電子帳單。</p></body></html>", "html", charset))
    assert lines(archive.as_bytes()) == ["推廣電子帳單。"]


def test_a_single_file_without_a_page_is_refused() -> None:
    archive = MIMEMultipart("related")
    archive.attach(MIMEText("推廣", "plain", "utf-8"))
    assert [each.code for each in read_paper("計畫.mht", archive.as_bytes())[1]] == ["E374"]


LINK = (
    '<p>請至<a href="https://www.example.gov.tw/apply">線上申辦</a>，或<a href="https://a.example">a.example</a>。</p>'
)


def where_links_lead(content: bytes) -> list[str]:
    return [each.text for each in read(content).left_out if each.reason is Reason.ADDRESS]


def test_where_a_link_leads_is_listed_unless_its_words_say_so() -> None:
    assert lines(f"<html><body>{LINK}</body></html>".encode()) == ["請至線上申辦，或a.example。"]
    assert where_links_lead(f"<html><body>{LINK}</body></html>".encode()) == ["https://www.example.gov.tw/apply"]


def test_so_it_is_in_odt_and_docx() -> None:
    text = '<text:p xmlns:xlink="http://www.w3.org/1999/xlink">請至<text:a xlink:href="https://www.example.gov.tw/apply">線上申辦</text:a>。</text:p>'
    assert where_links_lead(odt(text)) == ["https://www.example.gov.tw/apply"]
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://www.example.gov.tw/apply" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>線上申辦</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert where_links_lead(with_runs(field)) == ["https://www.example.gov.tw/apply"]

    def linked(file: DocxDocument) -> None:
        relation = file.part.relate_to(
            "https://www.example.gov.tw/apply", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = f'<w:hyperlink r:id="{relation}" {nsdecls("r")}><w:r><w:t>線上申辦</w:t></w:r></w:hyperlink>'
        file.element.body.insert(0, parse_xml(f"<w:p {W}>{link}</w:p>"))

    assert where_links_lead(word(linked)) == ["https://www.example.gov.tw/apply"]
