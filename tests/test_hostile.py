"""A hostile office through everything that a build publishes: what it wrote comes out as text, and nothing runs.

Pages have tests of their own (``tests/pages/test_every_page``, ``tests/test_escaping``); these are the other formats.
"""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import nh3
import pytest
from icalendar import Calendar

from planpress.cli.commands import main
from tests.projects import MKDOCS, project, tree
from tests.site.test_build import build

SCRIPT = "\"><script>alert(1)</script></title>' onload='alert(1)"
HOSTILE = f"{SCRIPT} ]]> {{{{ 7*7 }}}} ${{x}} \\\\n"
DUE = f"成果於7月10日前登載於本處對外網頁{SCRIPT}"
FORMULA = '=HYPERLINK("https://evil.example")'


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


FILES = {
    "mkdocs.yml": MKDOCS.replace("documents: false", "documents: true"),
    "offices/sample/office.yml": f"name: {quoted('示範處' + SCRIPT)}\norganisation: sample\ndepartments: [{{name: 業務組}}]\n",
    "offices/sample/114/plan.yml": f"""\
title: {quoted("示範處114年度計畫" + HOSTILE)}
columns: {{groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}}
deadlines:
  - {{kind: 登載, to: {quoted("本處對外網頁" + SCRIPT)}, day: 114-07-10, words: {quoted(DUE)}}}
sections:
  - heading: 壹、具體作法
    text: {quoted(DUE)}
    rows:
      - h1: {quoted("一、" + HOSTILE)}
      - do: {quoted("1. " + HOSTILE)}
        who: 業務組
        when: 114年6月
      - do: {quoted(FORMULA)}
        who: 業務組
        when: {quoted("+1+1" + SCRIPT)}
""",
    "offices/sample/114/assessments/1.yml": f"""\
kind: 上級考核
half: 1
visibility: public
total: 88
title: {quoted(HOSTILE)}
rows:
  - {{of: m-1-1, status: 完成, achieved: {quoted(FORMULA)}, figure: "@SUM(A1)", unit: {quoted(HOSTILE)}}}
""",
    "offices/sample/114/assessments/2.yml": "kind: 上級考核\nhalf: 2\nvisibility: public\ntotal: 90\n",
    "offices/sample/satisfaction.yml": f"""\
surveys:
  - {{name: {quoted(HOSTILE)}, year: 113, visibility: public, percentage: 90}}
  - name: {quoted(HOSTILE)}
    year: 114
    visibility: public
    percentage: 92
    asked: {quoted(FORMULA)}
""",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("hostile"), FILES)


@pytest.fixture(scope="module")
def site(root: Path) -> dict[str, bytes]:
    outcome = build(root)
    assert outcome.built is not None, outcome.problems
    return tree(root / "site")


def ending(site: dict[str, bytes], *endings: str) -> dict[str, bytes]:
    found = {path: content for path, content in site.items() if path.endswith(endings)}
    assert found
    return found


@pytest.mark.slow
def test_no_page_has_a_script_of_its_own_nor_a_handler_and_its_data_is_data(site: dict[str, bytes]) -> None:
    for path, content in ending(site, ".html").items():
        root = html5lib.parse(content.decode(), namespaceHTMLElements=False)
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            assert not [name for name in element.attrib if str(name).startswith("on") or name == "style"], path
            assert element.tag not in ("style", "iframe", "object", "embed", "base"), path
            if element.tag == "script" and element.get("type") == "application/ld+json":
                assert json.loads(element.text or "")["@context"] == "https://schema.org"
            elif element.tag == "script":
                assert element.get("src") and not element.text, path
                assert "//" not in (element.get("src") or ""), path


@pytest.mark.slow
def test_charts_are_pictures_of_nothing_but_lines_and_labels(site: dict[str, bytes]) -> None:
    page = site["sample/satisfaction/index.html"].decode()
    root = html5lib.parse(page, namespaceHTMLElements=False)
    charts = [element for element in root.iter() if str(element.tag).rpartition("}")[2] == "svg"]
    assert charts
    names = {str(each.tag).rpartition("}")[2] for chart in charts for each in chart.iter()}
    assert names <= {"svg", "title", "desc", "path", "text", "polyline", "circle", "rect"}


@pytest.mark.slow
def test_calendars_have_no_line_that_a_text_made(site: dict[str, bytes]) -> None:
    for content in ending(site, ".ics").values():
        calendar = Calendar.from_ical(content)
        names = {
            line.partition(b":")[0].partition(b";")[0] for line in re.sub(rb"\r\n[ \t]", b"", content).split(b"\r\n")
        }
        assert all(re.fullmatch(rb"[A-Z-]*", name) for name in names), names
        assert any("<script>" in str(event.get("description")) for event in calendar.walk("VEVENT"))


@pytest.mark.slow
def test_feeds_and_site_maps_are_whole(site: dict[str, bytes]) -> None:
    for path, content in ending(site, ".xml").items():
        tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(content).iter()}
        assert "script" not in tags, path


@pytest.mark.slow
def test_no_cell_is_a_formula(site: dict[str, bytes]) -> None:
    for path, content in ending(site, ".csv").items():
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.lstrip()[:1] in tuple("=+@") or cell[:1] in ("\t", "\r")], path
    for path, content in ending(site, ".ods").items():
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            sheets = package.read("content.xml").decode()
        assert "table:formula" not in sheets, path
        assert "<script" not in sheets, path


@pytest.mark.slow
def test_data_says_what_was_written_to_the_letter(site: dict[str, bytes]) -> None:
    for path, content in ending(site, ".json", ".jsonld").items():
        json.loads(content)
        assert b"</script" not in content or path.endswith(".json")
    lines = [json.loads(line) for line in site["data/measures.zh-Hant.jsonl"].decode().splitlines()]
    assert FORMULA in [line["text"] for line in lines]
    surveys = [json.loads(line) for line in site["data/surveys.zh-Hant.jsonl"].decode().splitlines()]
    assert FORMULA in [line.get("asked") for line in surveys]
    deadlines = [json.loads(line) for line in site["data/deadlines.zh-Hant.jsonl"].decode().splitlines()]
    assert [line["words"] for line in deadlines] == [DUE]


@pytest.mark.slow
def test_no_document_has_a_part_that_runs(site: dict[str, bytes]) -> None:
    for path, content in ending(site, ".odt", ".ods").items():
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                if name.endswith(".xml"):
                    tags = {
                        element.tag.rpartition("}")[2] for element in ElementTree.fromstring(package.read(name)).iter()
                    }
                    assert not tags & {"script", "event-listener", "object", "plugin"}, (path, name)
    for path, content in ending(site, ".pdf").items():
        assert not re.search(rb"/(?:JavaScript|JS|Launch|OpenAction\s*<<)\b", content), path


def test_what_others_embed_is_whole_for_a_strict_cleaner(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["embed", "sample", "114"], root) == 0
    html = capsys.readouterr().out
    assert nh3.clean(html) == html
    assert "&lt;script&gt;" in html
