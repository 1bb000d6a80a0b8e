"""The PDF of every real plan, read back: its structure by pikepdf, its text by pdftotext."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from planpress.documents.document import DocumentRow, Name, Table, plain, title_lines
from planpress.documents.pdf import LARGE_SIZE
from planpress.documents.plan_document import document_of
from planpress.documents.press import Press
from planpress.editions.edition import Edition
from planpress.editions.voice import voice_of
from planpress.model import Measure, Office, Plan
from planpress.model.document_files import DocumentFile, DocumentKind
from planpress.settings import Settings
from planpress.source.folders import plan_files
from planpress.source.repository import read_office, read_organisations, read_plan
from tests.programs import missing
from tests.written import office
from tests.written import plan as written_plan

ROOT = Path(__file__).parents[2]
PLANS = [(each.office_id, each.roc_year) for each in plan_files(ROOT)[0]]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(Settings.load(ROOT, site_dir=tmp_path_factory.mktemp("site")))


def read(name: tuple[str, int]) -> tuple[Plan, Office]:
    office, _ = read_office(ROOT, name[0], read_organisations(ROOT)[0])
    assert office is not None
    plan, _ = read_plan(ROOT, office, name[1])
    assert plan is not None
    return plan, office


Make = Callable[[tuple[str, int], DocumentKind, str], bytes]


@pytest.fixture(scope="module")
def make(press: Press) -> Make:
    """Makes a document of a real plan, and each but once."""

    @cache
    def made(name: tuple[str, int], kind: DocumentKind, tag: str) -> bytes:
        plan, office = read(name)
        return press.document(DocumentFile(kind, tag), plan, office, press.editions[tag])

    return made


def elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[pikepdf.Object]:
    """Structure elements of a kind, in reading order."""

    def walk(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == kind:
                yield node
            if "/K" in node:
                yield from walk(node["/K"])

    yield from walk(pdf.Root.StructTreeRoot.K)


def attribute(element: pikepdf.Object, name: str) -> object:
    attributes = element.get("/A", pikepdf.Array())
    each = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((entry[name] for entry in each if isinstance(entry, pikepdf.Dictionary) and name in entry), None)


@pytest.mark.parametrize(
    "name", [PLANS[0], *(pytest.param(name, marks=pytest.mark.slow) for name in PLANS[1:])], ids=str
)
@pytest.mark.parametrize("tag", ["zh-Hant", "en"])
def test_the_structure_is_that_of_an_accessible_document(
    press: Press, make: Make, name: tuple[str, int], tag: str, tmp_path: Path
) -> None:
    plan, office = read(name)
    file = tmp_path / "plan.pdf"
    file.write_bytes(make(name, DocumentKind.PDF, tag))
    with pikepdf.open(file) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower().startswith({"zh-Hant": "zh", "en": "en"}[tag])
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == press.editions[tag].text(plan.title, office.id).value
            assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (
                "1",
                "3",
                "A",
            )
        rows = [
            part
            for part in document_of(plan, office, voice_of(press.settings.facts, press.editions[tag]), "u").parts
            if isinstance(part, Table)
        ]
        tables = list(elements(pdf, "/Table"))
        assert len(tables) == len(rows)
        heads = list(elements(pdf, "/TH"))
        assert len(heads) == 3 * len(tables)
        assert {str(attribute(head, "/Scope")) for head in heads} == {"/Column"}
        assert len(list(elements(pdf, "/TD"))) == sum(3 * len(table.rows) for table in rows)
        assert all("/Alt" in figure for figure in elements(pdf, "/Figure"))
        assert len(pdf.Root.Outlines.keys()) > 0
        assert list(pdf.attachments) == [f"{office.id}-{plan.roc_year}-plan.{tag}.csv"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "kind", "tag"),
    [
        *((name, DocumentKind.PDF, "zh-Hant") for name in PLANS),
        (("kinmen", 114), DocumentKind.PDF, "en"),
        (("kinmen", 114), DocumentKind.PDF, "zh-Hans"),
        (("kinmen", 114), DocumentKind.LARGE_PDF, "zh-Hant"),
    ],
    ids=str,
)
def test_its_tables_hold_the_plan_no_more_and_no_less(
    press: Press, make: Make, name: tuple[str, int], kind: DocumentKind, tag: str, tmp_path: Path
) -> None:
    program = shutil.which("pdfinfo") or missing("pdfinfo", "apt-get install poppler-utils")
    file = tmp_path / "plan.pdf"
    file.write_bytes(make(name, kind, tag))
    output = subprocess.run([program, "-struct-text", file], check=True, capture_output=True).stdout
    told = output.decode("utf-8", "replace")  # it prints the titles of elements in UTF-16
    plan, office = read(name)
    edition = press.editions[tag]
    rows = [
        row
        for part in document_of(plan, office, voice_of(press.settings.facts, edition), "u").parts
        if isinstance(part, Table)
        for row in part.rows
    ]
    assert table_cells(told) == [cell for row in rows for cell in expected_cells(row, edition)]


def table_cells(told: str) -> list[str]:
    """Text of every data cell of the structure tree, in reading order, without blanks."""
    cells: list[str] = []
    level = -1
    for line in told.splitlines():
        indent = len(line) - len(line.lstrip())
        if line.strip().startswith("TD"):
            cells.append("")
            level = indent
        elif indent <= level:
            level = -1
        elif level >= 0 and (text := re.fullmatch(r'"(.*)"', line.strip())):
            cells[-1] += squeezed(text[1])
    return cells


def expected_cells(row: DocumentRow, edition: Edition) -> list[str]:
    """What the three cells of a row say."""
    _ = edition.gettext
    separator = _("、")
    what = (row.number or "") + plain(row.text) + "".join(each.label + plain(each.text) for each in row.remarks)
    who = separator.join(map(said, row.who))
    if row.supporting:
        who += _("協辦：") + separator.join(map(said, row.supporting))
    return [squeezed(what), squeezed(who), squeezed(row.when.value if row.when else "")]


def said(name: Name) -> str:
    return f"{name.text.value} ({name.original.value})" if name.original else name.text.value


def squeezed(text: str) -> str:
    return re.sub(r"\s|\xad|\u200b", "", text)


def test_names_and_remarks_are_read_back(press: Press, tmp_path: Path) -> None:
    program = shutil.which("pdfinfo") or missing("pdfinfo", "apt-get install poppler-utils")
    unit = office("name: 示範處\nen: Sample Office\ndepartments: [{name: 業務組, en: Business}]\n")
    one = written_plan(
        """
        sections:
          - heading: 壹、作法
            rows:
              - h1: 一、基礎
              - do: 甲事
                who: 業務組
                when: 隨時辦理
                target: {figure: "95", unit: "%", by: 114-12-31}
                source: 業字第1號函
                unsure: 字跡不清
              - do: 乙事
                who: （業務組）
        """
    )
    expected = {
        "zh-Hant": ["甲事目標：95%（中華民國114年12月31日前）來源：業字第1號函原文待確認：字跡不清", "業務組", "隨時辦理",
                    "乙事", "協辦：業務組", ""],
        "en": ["甲事Target:95%by31December2025Source:業字第1號函Sourcetexttobeconfirmed:字跡不清", "Business(業務組)", "asneeded",
               "乙事", "Supporting:Business", ""],
    }  # fmt: skip
    for tag, cells in expected.items():
        file = tmp_path / f"{tag}.pdf"
        file.write_bytes(press.document(DocumentFile(DocumentKind.PDF, tag), one, unit, press.editions[tag]))
        told = subprocess.run([program, "-struct-text", file], check=True, capture_output=True).stdout
        assert table_cells(told.decode("utf-8", "replace")) == cells
        assert ("Sample Office (示範處)" in squeezed_lines(told)) == (tag == "en")


def test_addresses_in_texts_are_links(press: Press) -> None:
    unit = office("name: 示範處\ndepartments: [{name: 業務組}]\n")
    long = f"http://a.example/4/{'x' * 200}"
    one = written_plan(
        f"""
        sections:
          - heading: 壹、見 http://a.example/1。
            text: 見（http://a.example/2?a=1&b=2）。
            rows:
              - h1: 一、見 http://a.example/3
              - do: 見{long}，
                when: 見 http://a.example/5
                source: 見 http://a.example/6
        transcription_notes: [見 http://a.example/7]
        """
    )
    data = press.document(DocumentFile(DocumentKind.PDF, "zh-Hant"), one, unit, press.editions["zh-Hant"])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/URI" in annotation.get("/A", {})
        ]
    assert [address for address in dict.fromkeys(found) if address.startswith("http://a.example/")] == [
        "http://a.example/1",
        "http://a.example/2?a=1&b=2",
        "http://a.example/3",
        long,
        "http://a.example/6",
        "http://a.example/5",
        "http://a.example/7",
    ]


@pytest.mark.parametrize("kind", [DocumentKind.PDF, DocumentKind.LARGE_PDF])
def test_a_long_word_stays_within_its_column(press: Press, tmp_path: Path, kind: DocumentKind) -> None:
    unit = office("name: 示範處\ndepartments: [{name: 業務組}]\n")
    program = shutil.which("pdftotext") or missing("pdftotext", "apt-get install poppler-utils")
    names = ", ".join("甲乙丙丁戊己庚辛壬癸子丑")
    cells = ", ".join([*["字"] * 11, "https://a.example/training/2020/12/" + "registration" * 4])
    one = written_plan(
        f"""
        columns: {{groups: [面向], measure: 作法, more: [一, 二, 三, 四, 五, 六]}}
        sections:
          - rows:
              - do: 作法
                more: {{一: 字, 二: 字, 三: 字, 四: 字, 五: 字, 六: {"registration" * 8}}}
              - table: 表
                head: [{names}]
                body: [[{cells}]]
        """
    )
    file = tmp_path / "plan.pdf"
    file.write_bytes(press.document(DocumentFile(kind, "zh-Hant"), one, unit, press.editions["zh-Hant"]))
    told = subprocess.run([program, "-bbox", file, "-"], check=True, capture_output=True, text=True).stdout
    (width,) = {float(each) for each in re.findall(r'<page width="([0-9.]+)"', told)}
    assert max(float(each) for each in re.findall(r'xMax="([0-9.]+)"', told)) <= width - 60
    words = "".join(re.findall(">([^<]*)</word>", told)).replace("\u200b", "")
    assert words.count("registration") == 12
    assert "https://a.example/training/2020/12/" in words


def squeezed_lines(told: bytes) -> str:
    """Everything that the structure tree says, its pieces joined."""
    return "".join(re.findall(r'^\s*"(.*)"$', told.decode("utf-8", "replace"), re.MULTILINE))


def test_the_bytes_are_the_same_each_time_and_dated_by_the_data(press: Press, make: Make) -> None:
    first = make(("kinmen", 114), DocumentKind.PDF, "zh-Hant")
    plan, office = read(("kinmen", 114))
    assert press.document(DocumentFile(DocumentKind.PDF, "zh-Hant"), plan, office, press.editions["zh-Hant"]) == first
    assert b"D:20250114" in first or b"2025-01-14" in first


def test_large_print_is_set_at_eighteen_points_or_more(make: Make, tmp_path: Path) -> None:
    program = shutil.which("pdftotext") or missing("pdftotext", "apt-get install poppler-utils")
    file = tmp_path / "large.pdf"
    file.write_bytes(make(("taipei-city", 112), DocumentKind.LARGE_PDF, "zh-Hant"))
    boxes = subprocess.run([program, "-bbox", file, "-"], check=True, capture_output=True, text=True).stdout
    words = [(float(top), float(bottom)) for top, bottom in re.findall(r'yMin="([\d.]+)".*?yMax="([\d.]+)"', boxes)]
    height = float(re.findall(r'<page .*height="([\d.]+)"', boxes)[0])
    margin = 2.3 / 2.54 * 72  # of header and footer
    body = [
        bottom - top for top, bottom in words if top > margin - LARGE_SIZE and bottom < height - margin + LARGE_SIZE
    ]
    assert len(body) > 500
    assert min(body) >= LARGE_SIZE - 0.01


def test_hostile_texts_are_printed_and_never_run(press: Press, tmp_path: Path) -> None:
    hostile = [
        '#import "@preview/x:1.0.0"',
        "]]>",
        "#panic()",
        "$x$ *b* _i_ `r` <label> @ref",
        "\\u{41}",
        "𡍼𪹚𠮷",
        "\u202eabc",
        "長" * 10_000,
    ]
    plan, office = read(("kinmen", 114))
    measures = tuple(Measure(id=f"m-{n}", text=text, departments=(text[:40],)) for n, text in enumerate(hostile))
    section = plan.sections[0].model_copy(update={"children": measures, "paragraphs": ()})
    plan = plan.model_copy(update={"sections": (section,), "title": "#panic() 114年度"})
    for kind in (DocumentKind.PDF, DocumentKind.LARGE_PDF):
        data = press.document(DocumentFile(kind, "zh-Hant"), plan, office, press.editions["zh-Hant"])
        assert data.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("金門區營業處114年度提升服務效能執行計畫", ["金門區營業處", "114年度提升服務效能執行計畫"]),
        ("114年度計畫", ["114年度計畫"]),
        ("Kinmen District Office plan, 2025", ["Kinmen District Office plan, 2025"]),
        ("Kinmen District Office 2025 (ROC year 114) Plan", ["Kinmen District Office", "2025 (ROC year 114) Plan"]),
    ],
)
def test_a_title_breaks_before_its_year(title: str, lines: list[str]) -> None:
    assert title_lines(title) == lines
