"""What goes to inspectors: the proofs of the finished site, byte for byte, and every address to look at."""

import csv
import shutil
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.model.clauses import Clause, ClauseEvidence, ClauseSubject, Met
from planpress.model.proof import ProofKey
from planpress.publishing.evidence import Figure, clause_rows
from tests.cli.test_dossier import unpacked
from tests.projects import MKDOCS, PLAN, project
from tests.site.test_clauses import CLAUSES, OFFICE_SITE
from tests.site.test_disclosure import DISCLOSURE

DISCLOSED = ClauseEvidence(proof=ProofKey.DISCLOSURE)
FILES = {
    "mkdocs.yml": OFFICE_SITE,
    "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度"),
    "offices/sample/114/clauses.yml": CLAUSES,
    "offices/sample/disclosure.yml": DISCLOSURE,
}


def made(root: Path, *arguments: str, code: int = 0) -> dict[str, bytes]:
    file = root.parent / "evidence.zip"
    assert main(["evidence", *arguments, "--output", str(file)], root) == code
    return unpacked(file.read_bytes()) if code == 0 else {}


@pytest.fixture(autouse=True, scope="module")
def in_june_2025() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "1748736000")
        yield


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("evidence"), FILES)
    assert main(["--jobs", "1"], root) == 0
    return root


@pytest.fixture
def root(built_once: Path, tmp_path: Path) -> Path:
    """A project with its site, each test's own."""
    return Path(shutil.copytree(built_once, tmp_path / "project"))


def addresses_of(files: dict[str, bytes]) -> list[list[str]]:
    return list(csv.reader(files["網址清單.csv"].decode("utf-8-sig").splitlines()))


def test_an_inspector_gets_every_proof_with_its_digest(root: Path) -> None:
    files = made(root)
    assert set(files) == {
        *("網址清單.csv", "檔案清單.txt", "quality/quality.json", "quality/pages.csv", "quality/index.html"),
        *("quality/links/index.html", "quality/sample/index.html", "sample/disclosure/index.html"),
        *("sample/114/clauses/index.html", "sample/114/plan.json", "sample/113/plan.json"),
    } | {path for path in files if path.startswith("quality/accessibility")}
    for path, content in files.items():
        if path.startswith(("quality/", "sample/")):
            assert content == (root / "site" / path).read_bytes()
            assert sha256(content).hexdigest() in files["檔案清單.txt"].decode()


def test_the_list_of_addresses_has_every_claim(root: Path) -> None:
    head, *whole = addresses_of(made(root))
    assert head == ["類別", "項目", "數字或辦理方式", "日期", "網址", "備註"]
    rows, notes = [row[:-1] for row in whole], {row[1]: row[-1] for row in whole if row[-1]}
    assert notes["到府服務"] == "全公司共用。"
    site = "https://plans.example/sub/"
    assert ["查核項目", "檢索說明", "100%（3／3）", "", f"{site}search/help/"] in rows
    assert ["條款", "推廣電子帳單。", "本站", "2025-02-01", f"{site}sample/114/clauses/"] in rows
    said = "檢索說明 100%（3／3）"
    assert ["證明", "推廣電子帳單。", said, "", f"{site}quality/#proof-search-help"] in rows
    assert ["證明", "服務。", "尚無檢查結果", "", f"{site}quality/"] in rows
    assert ["證明", "到府服務", "", "2025-01-31", "https://company.example/visits"] in rows
    assert ["主動公開", "法令", "總公司", "2025-02-20", "https://company.example/laws"] in rows
    assert ["主動公開", "執行計畫", "已公開", "2025-02-25", f"{site}sample/114/"] in rows


def test_a_transcription_gives_nothing_in_the_offices_name(root: Path) -> None:
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    assert main(["--jobs", "1"], root) == 0
    files = made(root)
    assert not [path for path in files if "disclosure" in path]
    said = files["網址清單.csv"].decode()
    assert "推廣電子帳單。" in said and not [word for word in ("company.example", "本站", "已公開") if word in said]


def test_one_plan_can_be_had_alone(root: Path) -> None:
    files = made(root, "sample", "113")
    assert "sample/113/plan.json" in files and "sample/114/plan.json" not in files
    assert "條款" not in {row[0] for row in addresses_of(files)}


def test_what_was_changed_since_it_was_built_proves_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "site/quality/quality.json"
    path.write_text(path.read_text("utf-8").replace('"passed"', '"past"'), "utf-8")
    made(root, code=1)
    assert "site/quality/quality.json  E064" in capsys.readouterr().err


def test_a_missing_site_or_plan_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "sample", "99"], root) == 2
    (root / "site/.planpress.json").unlink()
    assert main(["evidence"], root) == 2
    told = capsys.readouterr().err
    assert "網站上沒有這份計畫。" in told and "請先執行 build.py" in told
    assert main(["evidence", "--output", "x.pdf"], root) == 2


def test_the_file_is_called_by_what_it_holds_and_its_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    assert main(["evidence", "sample", "114"], root) == 0
    content = (root.parent / "sample-114-evidence-114-06-01.zip").read_bytes()
    assert main(["evidence", "sample", "114"], root) == 0
    assert (root.parent / "sample-114-evidence-114-06-01.zip").read_bytes() == content
    assert zipfile.is_zipfile(BytesIO(content))


def test_a_figure_that_offices_answer_for_is_on_the_offices_own_page() -> None:
    clause = Clause(of="m-1-1", subject=ClauseSubject.OPENNESS, words="公開", evidence=(DISCLOSED,), met=Met.HERE)
    site = "https://plans.example/"

    def row(url: str) -> tuple[str, str]:
        figures = {"disclosure": Figure("主動公開資訊", "75%（3／4）", "2025-02-01", url, ())}
        (_, shown) = clause_rows("sample", 114, [clause], figures, site, is_own=True)
        return shown.figure, shown.url

    assert row(f"{site}quality/#plans") == ("主動公開資訊", f"{site}sample/disclosure/")
    assert row(f"{site}sample/disclosure/") == ("主動公開資訊 75%（3／4）", f"{site}quality/#proof-disclosure")
