"""What every page of a draft says."""

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from planpress.documents.press import Press
from planpress.model.document_files import DocumentFile, DocumentKind
from planpress.settings import Settings
from tests.documents.reader import part, parts, q, words
from tests.documents.test_validity import faults
from tests.programs import missing
from tests.projects import project
from tests.written import office, plan

PLAN = plan("sections:\n  - heading: 壹、具體作法\n    rows:\n" + "      - do: 推廣電子帳單。\n" * 60)
OFFICE = office("name: 示範處\ndepartments: [{name: 業務組}]")


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(Settings.load(project(tmp_path_factory.mktemp("project"))))


def made(press: Press, kind: DocumentKind, *, is_draft: bool) -> bytes:
    return press.document(DocumentFile(kind, "zh-Hant"), PLAN, OFFICE, press.editions["zh-Hant"], is_draft=is_draft)


def test_every_page_of_a_pdf_has_it_behind_its_text_as_decoration(press: Press, tmp_path: Path) -> None:
    program = shutil.which("pdftotext") or missing("pdftotext", "apt-get install poppler-utils")
    file = tmp_path / "draft.pdf"
    file.write_bytes(made(press, DocumentKind.PDF, is_draft=True))
    text = subprocess.run([program, "-raw", file, "-"], check=True, capture_output=True).stdout.decode()
    pages = ["".join(page.split()) for page in text.split("\f")[:-1]]
    assert len(pages) > 1
    assert [page.count("草") for page in pages] == [2, *[1] * (len(pages) - 1)]  # the first note has it too
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            assert _first_shown_as(page) == "/Artifact"
    plain = made(press, DocumentKind.PDF, is_draft=False)
    assert plain == made(press, DocumentKind.PDF, is_draft=False) != file.read_bytes()


def _first_shown_as(page: pikepdf.Page) -> str:
    """What the outermost mark of the first text of a page says it is."""
    marks: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "BMC" | "BDC":
                marks.append(str(instruction.operands[0]))
            case "EMC":
                marks.pop()
            case "Tj" | "TJ":
                return marks[0]
    return ""


def test_every_page_of_an_odt_has_it_in_its_header(press: Press) -> None:
    data = made(press, DocumentKind.ODT, is_draft=True)
    assert faults(data) == []
    styles = part(data, "styles.xml")
    for header in ("style:header", "style:header-first"):
        [element] = styles.iter(q(header))
        assert "草案" in words(element)
    assert "草案" not in parts(made(press, DocumentKind.ODT, is_draft=False))["styles.xml"].decode()


def test_it_is_said_in_words_before_anything_else(press: Press) -> None:
    content = part(made(press, DocumentKind.ODT, is_draft=True), "content.xml")
    notices = [words(p) for p in content.iter(q("text:p")) if p.get(q("text:style-name"), "").startswith("Notice")]
    assert notices[0] == "草案，尚未核定。"
