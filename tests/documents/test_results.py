import csv
import io
import zipfile
from pathlib import Path

import pytest

from planpress.site import build as site_build
from tests.projects import MKDOCS, project, tree
from tests.site.test_build import build
from tests.site.test_results import FIRST, OPEN, SECRET

FILES = {
    "mkdocs.yml": MKDOCS.replace("documents: false", "documents: true"),
    FIRST: OPEN.format(half=1, total=88).replace("evidence: [counter.png]\n", ""),
    "offices/sample/114/assessments/secret.yml": f"kind: 電話測試\nsummary: {SECRET}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root: Path = project(tmp_path_factory.mktemp("results"), FILES)
    outcome: site_build.Outcome = build(root)
    assert outcome.built is not None, outcome.problems
    return tree(root / "site")


@pytest.mark.slow
def test_every_assessment_that_is_public_has_its_documents(site: dict[str, bytes]) -> None:
    names = sorted(path.rpartition("/")[2] for path in site if "-results-" in path)
    endings = ["en.csv", "en.ods", "en.odt", "en.pdf", "zh-Hans.odt", "zh-Hans.pdf"]
    endings += ["zh-Hant.csv", "zh-Hant.ods", "zh-Hant.odt", "zh-Hant.pdf"]
    assert names == [f"sample-114-results-1.{ending}" for ending in endings]
    page = site["sample/114/results-1/index.html"].decode()
    assert "../files/sample-114-results-1.zh-Hant.pdf" in page


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


@pytest.mark.slow
def test_nothing_internal_is_in_any_of_them(site: dict[str, bytes]) -> None:
    for path, content in site.items():
        packed = [content]
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                packed = [package.read(name) for name in package.namelist()]
        assert not [path for each in packed if SECRET.encode() in each], path
