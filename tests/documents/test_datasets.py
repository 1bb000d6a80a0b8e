"""The data sets of a whole site: what is in them, that every format says the same, and how they are described."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from planpress.documents.csv_table import csv_table
from planpress.documents.dataset_fields import DATASET_FIELDS
from planpress.documents.dataset_records import REQUIRED, REQUIRED_OF_RESOURCE
from planpress.documents.json_lines import json_lines, records_of
from planpress.documents.records import FIELDS
from planpress.model.dataset import DatasetKind
from tests.documents.reader import sheet
from tests.projects import MKDOCS, PLAN, project, tree
from tests.site.test_build import build

SURVEYS = """\
surveys:
  - name: 用戶滿意度調查
    year: 114
    visibility: public
    percentage: 92.30
    steps: [滿意, 普通, 不滿意]
    questions: [{dimension: 服務禮儀, counts: [90, 10, 3]}]
"""
ASSESSMENT = """\
kind: 自行考核
half: 1
visibility: public
rows:
  - {of: m-1-1, status: 完成, achieved: 已推廣, score: 88}
"""
DEADLINES = """\
deadlines:
  - {kind: 填報, to: 業務處, day: 114-07-10, half: 1, words: 上半年於7月10日前填報}
"""
FILES = {
    "mkdocs.yml": MKDOCS.replace("documents: false", "documents: true"),
    "offices/sample/114/plan.yml": PLAN.replace("- do: 1. 推廣電子帳單。", "- do: (1)推廣電子帳單。"),
    "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度"),
    "offices/sample/114/assessments/1.yml": ASSESSMENT,
    "offices/sample/satisfaction.yml": SURVEYS,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root: Path = project(tmp_path_factory.mktemp("datasets"), FILES)
    outcome = build(root)
    assert outcome.built is not None, outcome.problems
    return {path: content for path, content in tree(root / "site").items() if path.startswith("data/")}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.slow
def test_every_plan_is_in_one_file_and_every_format_says_the_same(site: dict[str, bytes]) -> None:
    measures = rows(site["data/measures.zh-Hant.csv"])
    assert [(each["roc_year"], each["number"], each["text"]) for each in measures] == [
        ("114", "(1)", "推廣電子帳單。"),
        ("114", "2.", "到府服務。"),
        ("113", "1.", "推廣電子帳單。"),
        ("113", "2.", "到府服務。"),
    ]
    for kind in ("measures", "results", "surveys"):
        of_csv = rows(site[f"data/{kind}.en.csv"])
        of_lines = [json.loads(line) for line in site[f"data/{kind}.en.jsonl"].decode().splitlines()]
        assert of_lines == [{name: value for name, value in row.items() if value} for row in of_csv]
    in_sheets = [row for year in (114, 113) for row in sheet(site[f"data/measures-{year}.zh-Hant.ods"], 0)[1:]]
    assert in_sheets == [list(each.values()) for each in measures]


@pytest.mark.slow
def test_few_people_are_in_no_file(site: dict[str, bytes]) -> None:
    whole, question, step = rows(site["data/surveys.zh-Hant.csv"])
    assert (whole["survey"], whole["percentage"]) == ("用戶滿意度調查", "92.30")
    assert [each["type"] for each in (whole, question, step)] == ["survey", "question", "step"]
    assert (step["step"], step["count"]) == ("滿意", "90")


@pytest.mark.slow
def test_the_dictionary_is_the_header_row(site: dict[str, bytes]) -> None:
    described = json.loads(site["data/datasets.json"])
    page = site["data/index.html"].decode()
    for dataset in described["datasets"]:
        kind = DatasetKind(dataset["schema"].split("/")[1])
        header = site[f"data/{kind}.zh-Hant.csv"].decode("utf-8-sig").split("\r\n")[0].replace('"', "").split(",")
        assert [column["name"] for column in dataset["columns"]] == header
        assert header == [field.name for field in DATASET_FIELDS[kind]]
        assert [
            row[0] for row in sheet(site[f"data/{kind}{'-114' * (kind == 'measures')}.zh-Hant.ods"], 1)[1:]
        ] == header
        part = page[page.index(f'id="fields-{kind}"') :].partition("</dl>")[0]
        assert part.count("<dt><code>") == len(header)
        assert dataset["fieldDescription"].count("（") >= len(header)


@pytest.mark.slow
def test_what_a_publisher_has_not_said_is_missing_and_nothing_is_made_up(site: dict[str, bytes]) -> None:
    described = json.loads(site["data/datasets.json"])
    assert described["required"] == len(REQUIRED) + len(REQUIRED_OF_RESOURCE) == 22
    first = described["datasets"][0]
    assert {"license", "licenseURL", "identifier", "accrualPeriodicity", "cost"} <= set(first["missing"])
    assert not {"license", "licenseURL", "identifier"} & first.keys()
    linked = json.loads(site["data/datasets.jsonld"])
    assert "dct:license" not in linked["dcat:dataset"][0]
    of_classes(linked)
    media = {
        each["dcat:mediaType"]["@id"]
        for each in linked["dcat:dataset"][0]["dcat:distribution"]
        if "dcat:mediaType" in each
    }
    registered = "https://www.iana.org/assignments/media-types/"
    assert media == {f"{registered}text/csv", f"{registered}application/vnd.oasis.opendocument.spreadsheet"}
    paths = {each["downloadURL"].removeprefix("https://plans.example/sub/") for each in first["distribution"]}
    assert paths <= site.keys()
    assert "尚未填寫：" in site["data/index.html"].decode()


CLASSES = {
    "dct:publisher": "foaf:Agent",
    "dct:accrualPeriodicity": "dct:Frequency",
    "dct:license": "dct:LicenseDocument",
    "dct:language": "dct:LinguisticSystem",
    "dct:temporal": "dct:PeriodOfTime",
    "dct:format": "dct:MediaTypeOrExtent",
    "dcat:mediaType": "dct:MediaType",
    "dcat:theme": "skos:Concept",
    "dcat:landingPage": "foaf:Document",
    "dcat:dataset": "dcat:Dataset",
    "dcat:distribution": "dcat:Distribution",
    "skos:inScheme": "skos:ConceptScheme",
    "foaf:homepage": "foaf:Document",
}
"""What stands behind each property, by DCAT-AP 3.0.1; words do not."""
NEEDED = {
    "dcat:Catalog": {"dct:title", "dct:description", "dct:publisher"},
    "dcat:Dataset": {"dct:title", "dct:description"},
    "dcat:Distribution": {"dcat:accessURL"},
}
"""What each thing must have, by the same."""


def of_classes(node: dict[str, Any]) -> None:
    """Every thing in some DCAT is one of its class, and has what it must have."""
    assert NEEDED.get(str(node.get("@type")), set()) <= node.keys(), node
    for name, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if name in CLASSES:
                assert isinstance(each, dict) and each["@type"] == CLASSES[name], (name, each)
            if isinstance(each, dict) and name != "@context":
                of_classes(each)


OPEN_DATA = """\
  publisher:
    kind: office
    name: {zh-Hant: 示範處}
    contact: {telephone: 02-0000-0000, email: service@example.tw}
    open_data:
      agency_code: 313000000G
      category: I00
      frequency: 每年
      cost: 免費
      licence: {name: 政府資料開放授權條款－第1版, url: "https://data.gov.tw/license", approved: 114-05-01}
      organisation: {unit: 資訊組, telephone: 02-0000-0000, email: service@example.tw}
      publisher: {unit: 資訊組}
      datasets: {measures: {serial: "000001", id: 12345}}
"""


@pytest.mark.slow
def test_a_publisher_that_says_all_has_nothing_missing(tmp_path: Path) -> None:
    settings = FILES["mkdocs.yml"].replace("extra:\n", f"extra:\n{OPEN_DATA}")
    root = project(tmp_path, FILES | {"mkdocs.yml": settings})
    assert build(root).built is not None
    made = tree(root / "site")
    (measures, *_others) = json.loads(made["data/datasets.json"])["datasets"]
    assert measures["missing"] == []
    assert (measures["identifier"], measures["license"]) == ("313000000G-000001", "政府資料開放授權條款－第1版")
    assert measures["distribution"][0]["resourceID"] == "313000000G-000001-001"
    linked = json.loads(made["data/datasets.jsonld"])["dcat:dataset"][0]
    assert linked["dct:identifier"] == "313000000G-000001"
    assert linked["dct:license"] == {"@id": "https://data.gov.tw/license", "@type": "dct:LicenseDocument"}
    assert linked["dct:accrualPeriodicity"]["@id"].endswith("/authority/frequency/ANNUAL")
    theme = linked["dcat:theme"]
    assert (theme["@type"], theme["skos:notation"], theme["skos:prefLabel"]) == ("skos:Concept", "I00", "公共資訊")
    assert linked["dcat:contactPoint"]["vcard:hasEmail"] == "mailto:service@example.tw"
    assert linked["dcat:contactPoint"]["vcard:hasTelephone"] == "tel:0200000000"
    of_classes(json.loads(made["data/datasets.jsonld"]))
    page = made["data/index.html"].decode()
    assert "https://data.gov.tw/dataset/12345" in page
    assert '<meta name="DC.Rights" content="政府資料開放授權條款－第1版 https://data.gov.tw/license">' in page


def test_what_is_printed_is_kept_by_every_format() -> None:
    row = ("", *("(1)", "1.", "01", "1,000", "95.0", "-1", "=1+1", "甲\n乙")) + ("",) * (len(FIELDS) - 9)
    assert list(records_of(json_lines([row]))) == [row]
    (found,) = list(csv.reader(io.StringIO(csv_table([row]).decode("utf-8-sig"), newline="")))[1:]
    assert found == [f"'{value}" if value[:1] in ("-", "=") else value for value in row]
    assert b'"(1)","1.","01","1,000","95.0"' in csv_table([row])


@pytest.mark.slow
def test_a_spreadsheet_that_looks_for_numbers_keeps_them_if_quoted_fields_are_texts(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here: the CSV was not imported")
    row = ("(1)", "1.", "01", "1-2", "1,000") + ("",) * (len(FIELDS) - 5)
    (tmp_path / "a.csv").write_bytes(csv_table([row]))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    options = "--infilter=CSV:44,34,76,1,,0,true,true"  # quoted fields are texts; special numbers are detected
    command = ["soffice", profile, "--headless", options, "--convert-to", "ods", "--outdir", str(tmp_path), "a.csv"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert sheet((tmp_path / "a.ods").read_bytes(), 0)[1][:5] == list(row[:5])
