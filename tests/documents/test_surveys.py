"""Surveys of an office as documents: what the page says, and of a few people nothing."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from planpress.documents.csv_table import csv_table
from planpress.documents.document import DataTable, DocumentLine, plain
from planpress.documents.survey_document import survey_document
from planpress.documents.survey_records import SURVEY_FIELDS, survey_records
from planpress.documents.survey_tables import survey_tables
from planpress.editions.voice import voice_of
from planpress.model.survey import Survey
from planpress.source.repository import read_office, read_office_results, read_organisations
from tests.pages.making import EDITIONS, SETTINGS
from tests.projects import MKDOCS, project, tree
from tests.site.test_build import build
from tests.written import office

SURVEYS = """\
surveys:
  - {name: 用戶滿意度調查, year: 113, visibility: public, percentage: 88}
  - name: 用戶滿意度調查
    year: 114
    half: 2
    visibility: public
    target: 90
    percentage: 92.3
    valid: 1291
    method: =電話
    steps: [滿意, 普通, 不滿意]
    questions:
      - {dimension: 洽公環境, question: 座椅夠不夠？, counts: [977, 311, 3]}
      - {dimension: 服務禮儀, percentage: 95}
    improvements:
      - {year: 115, quarter: 1, who: 業務組, text: 增設座椅。}
  - {name: 同仁調查, year: 114, percentage: 61.84}
"""
URL = "https://plans.example/sample/satisfaction/"


def surveys(root: Path) -> tuple[Survey, ...]:
    """Those that are public, as the files become the model."""
    project(root, {"offices/sample/satisfaction.yml": SURVEYS})
    found, _ = read_office(root, "sample", read_organisations(root)[0])
    assert found is not None
    return read_office_results(root, found)[0].public


def test_the_records_say_all_but_what_a_few_people_chose(tmp_path: Path) -> None:
    of = office("name: 示範處\ndepartments: [{name: 業務組}]")
    content = csv_table(survey_records(of, surveys(tmp_path), EDITIONS["zh-Hant"], URL), SURVEY_FIELDS)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [(row["year"], row["half"], row["type"], row["percentage"]) for row in rows] == [
        ("2024", "", "survey", "88"),
        ("2025", "2", "survey", "92.3"),
        ("2025", "2", "question", ""),
        ("2025", "2", "step", ""),
        ("2025", "2", "question", "95"),
        ("2025", "2", "improvement", ""),
    ]
    assert (rows[3]["step"], rows[3]["count"]) == ("滿意", "977")
    assert (rows[5]["quarter"], rows[5]["text"]) == ("2026-Q1", "增設座椅。")
    assert not {"3", "311"} & {value for row in rows for value in row.values()}


def test_the_sheets_are_the_surveys_their_questions_and_what_was_done(tmp_path: Path) -> None:
    of = office("name: 示範處\ndepartments: [{name: 業務組}]")
    whole, questions, done = survey_tables(of, surveys(tmp_path), EDITIONS["zh-Hant"])
    assert whole.rows[0] == ("調查", "期間", "滿意百分比", "目標", "調查方式", "有效份數")
    assert whole.rows[2] == ("用戶滿意度調查", "114年度（2025）下半年", "92.3%", "90%", "=電話", "1,291")
    assert questions.rows == (
        ("題目", "滿意百分比", "滿意", "普通", "不滿意"),
        ("洽公環境：座椅夠不夠？", "", "977", "不列", "不列"),
        ("服務禮儀", "95", "", "", ""),
    )
    assert done.rows[1] == ("用戶滿意度調查", "114年度（2025）下半年", "115年度（2026）第1季", "增設座椅。", "業務組")


def test_the_document_says_what_the_page_says(tmp_path: Path) -> None:
    of = office("name: 示範處\ndepartments: [{name: 業務組}]")
    document = survey_document(of, surveys(tmp_path), voice_of(SETTINGS.facts, EDITIONS["zh-Hant"]), URL)
    lines = [plain(part.text) for part in document.parts if isinstance(part, DocumentLine)]
    assert lines[:3] == ["歷次滿意百分比：113年為88、114下為92.3", "滿意百分比：92.3%", "目標：90%"]
    assert "改善情形（115年度（2026）第1季）：增設座椅。" in lines
    assert sum(isinstance(part, DataTable) for part in document.parts) == 1
    assert any("少於5人" in note.value for note in document.notes)


@pytest.mark.slow
def test_the_page_offers_them_where_the_site_makes_documents(tmp_path: Path) -> None:
    mkdocs = MKDOCS.replace("documents: false", "documents: true")
    root = project(tmp_path, {"mkdocs.yml": mkdocs, "offices/sample/satisfaction.yml": SURVEYS})
    outcome = build(root)
    assert outcome.built is not None, outcome.problems
    site = tree(root / "site")
    endings = ["en.csv", "en.jsonl", "en.ods", "en.odt", "en.pdf", "zh-Hans.odt", "zh-Hans.pdf"]
    endings += ["zh-Hant.csv", "zh-Hant.jsonl", "zh-Hant.ods", "zh-Hant.odt", "zh-Hant.pdf"]
    files = [f"sample/satisfaction/files/sample-satisfaction.{ending}" for ending in endings]
    assert sorted(path for path in site if path.startswith("sample/satisfaction/files/")) == files
    page = site["en/sample/satisfaction/index.html"].decode()
    assert [name for name in files if f"../../../{name}" not in page] == []
    for name in files:
        with io.BytesIO(site[name]) as stream:
            parts = [site[name]]
            if zipfile.is_zipfile(stream):
                package = zipfile.ZipFile(stream)
                parts = [package.read(each) for each in package.namelist()]
        assert not [name for part in parts if "同仁".encode() in part or b"61.84" in part]
