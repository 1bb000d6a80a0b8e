import csv
import io
import re
import zipfile
from decimal import Decimal
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from planpress.documents.about import about_assessment
from planpress.documents.document import DataTable, DocumentLine
from planpress.documents.environment import documents_environment
from planpress.documents.ods import results_ods
from planpress.documents.result_records import result_records
from planpress.documents.results_document import results_document
from planpress.editions.voice import voice_of
from planpress.model.assessment import Assessment, AssessmentKind, AssessmentPart, AssessmentRow, ResultStatus
from planpress.site import build as site_build
from tests.pages.making import EDITIONS, SETTINGS
from tests.projects import MKDOCS, PLAN, project, tree, write
from tests.site.test_build import build
from tests.site.test_results import FIRST, OPEN, SECRET
from tests.written import office, plan

FILES = {
    "mkdocs.yml": MKDOCS.replace("documents: false", "documents: true"),
    FIRST: OPEN.format(half=1, total=88).replace("evidence: [counter.png]\n", ""),
    "offices/sample/114/assessments/secret.yml": f"kind: 電話測試\nsummary: {SECRET}\n",
}


ROWS = """
sections:
  - rows: [{h1: 一、基礎服務}, {do: 1. 推廣電子帳單。, who: 業務組}]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root: Path = project(tmp_path_factory.mktemp("results"), FILES)
    outcome: site_build.Outcome = build(root)
    assert outcome.built is not None, outcome.problems
    return tree(root / "site")


@pytest.mark.slow
def test_every_assessment_that_is_public_has_its_documents(site: dict[str, bytes]) -> None:
    names = sorted(path.rpartition("/")[2] for path in site if "-results-" in path)
    endings = ["en.csv", "en.jsonl", "en.ods", "en.odt", "en.pdf", "zh-Hans.odt", "zh-Hans.pdf"]
    endings += ["zh-Hant.csv", "zh-Hant.jsonl", "zh-Hant.ods", "zh-Hant.odt", "zh-Hant.pdf"]
    assert names == [f"sample-114-results-1.{ending}" for ending in endings]
    page = site["sample/114/results-1/index.html"].decode()
    assert "../files/sample-114-results-1.zh-Hant.pdf" in page


@pytest.mark.slow
def test_every_file_that_is_made_is_linked_from_a_page(site: dict[str, bytes]) -> None:
    linked = {
        urljoin(path, href)
        for path, content in site.items()
        if path.endswith(".html")
        for href in re.findall(r'href="([^"#]+)', content.decode())
    }
    made = {path for path in site if "/files/" in path or (path.startswith("data/") and "index.html" not in path)}
    assert len(made) > 30
    assert made - linked == set()


@pytest.mark.slow
def test_they_say_what_the_page_says(site: dict[str, bytes]) -> None:
    text = site["sample/114/files/sample-114-results-1.zh-Hant.csv"].decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text))
    assert (first["of"], first["promise"], first["status"], first["score"]) == ("m-1-1", "推廣電子帳單。", "完成", "88")
    assert (second["status"], second["figure"], second["unit"]) == ("依計畫辦理", "12", "件")
    assert first["url"] == "https://plans.example/sub/sample/114/results-1/#m-1-1"
    for kind in ("odt", "ods"):
        with zipfile.ZipFile(io.BytesIO(site[f"sample/114/files/sample-114-results-1.zh-Hant.{kind}"])) as package:
            assert "已推廣" in package.read("content.xml").decode()


def test_the_sheet_is_for_people() -> None:
    """Columns with something in them, heads and kinds in words, scores as numbers, a page wide without addresses."""
    plan_, office_ = plan(ROWS), office("name: 示範處\ndepartments: [{name: 業務組}]")
    part = AssessmentPart(criterion="禮貌", score=Decimal("8.5"))
    rows = (AssessmentRow(of="m-1-1", status=ResultStatus.DONE, score=Decimal(88), parts=(part,)),)
    assessment = Assessment(name="1", kind=AssessmentKind.OWN, roc_year=114, half=1, rows=rows)
    edition = EDITIONS["zh-Hant"]
    voice, url = voice_of(SETTINGS.facts, edition), "https://plans.example/sample/114/results-1/"
    about = about_assessment(plan_, office_, assessment, "考核", voice, url)
    records = result_records(plan_, office_, assessment, edition, url)
    made = results_ods(records, about, edition, documents_environment(SETTINGS))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        content, styles = (package.read(f"{name}.xml").decode() for name in ("content", "styles"))
    sheet = unescape(content.split("<table:table ")[1])
    assert re.findall(r"<text:p>([^<]*)</text:p>", sheet) == [
        *("類別", "編號", "計畫內容", "評核項目", "辦理情形", "評分", "固定網址"),
        *("項目", "一1", "推廣電子帳單。", "完成", "88"),
        *("細項", "禮貌", "8.5"),
    ]
    assert 'office:value="8.5"' in sheet and "table:print-ranges=\"'執行成果'.A1:'執行成果'.F3\"" in sheet
    assert 'style:scale-to-X="1"' in styles


def test_the_series_stands_in_the_document_with_its_chart_in_words() -> None:
    plan_, office_ = plan(ROWS), office("name: 示範處\ndepartments: [{name: 業務組}]")
    first, second, third = (
        Assessment(name=str(half), kind=kind, roc_year=114, half=half, total=Decimal(total), maximum=Decimal(100))
        for half, total, kind in (
            (1, "88.5", AssessmentKind.OWN),
            (2, "93", AssessmentKind.OWN),
            (None, "70", AssessmentKind.SUPERIOR),
        )
    )
    voice = voice_of(SETTINGS.facts, EDITIONS["zh-Hant"])
    document = results_document(plan_, office_, second, voice, "https://plans.example/", (third, second, first))
    lines = ["".join(piece.value for piece in each.text) for each in document.parts if isinstance(each, DocumentLine)]
    assert lines[-1] == "歷次總分：114上為88.5、114下為93"
    (table,) = (each for each in document.parts if isinstance(each, DataTable))
    assert [[cell.value for cell in cells] for cells in (table.head, *table.body)] == [
        ["考核", "總分"],
        ["114年度（2025）下半年自行考核", "93"],
        ["114年度（2025）上半年自行考核", "88.5"],
    ]
    alone = results_document(plan_, office_, third, voice, "https://plans.example/", (third, second, first))
    assert not any(isinstance(each, DataTable) for each in alone.parts)


@pytest.mark.slow
def test_another_assessment_of_the_office_makes_the_documents_of_its_series_anew(tmp_path: Path) -> None:
    root = project(tmp_path, FILES)
    assert build(root).built
    document = root / "site/sample/114/files/sample-114-results-1.zh-Hant.odt"
    before = document.read_bytes()
    write(root, "offices/sample/113/plan.yml", PLAN.replace("114", "113"))
    second = FILES[FIRST].replace("half: 1", "half: 2").replace("114-06-30", "113-12-31")
    write(root, "offices/sample/113/assessments/2.yml", second)
    assert build(root).built
    assert document.read_bytes() != before


@pytest.mark.slow
def test_nothing_internal_is_in_any_of_them(site: dict[str, bytes]) -> None:
    for path, content in site.items():
        packed = [content]
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                packed = [package.read(name) for name in package.namelist()]
        assert not [path for each in packed if SECRET.encode() in each], path
