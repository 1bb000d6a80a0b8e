import io
from pathlib import Path

import pikepdf
import pytest

from planpress.source.attachments.evidence import published_evidence
from planpress.source.repository import read_all
from tests.projects import project
from tests.source.attachments.test_picture_properties import photographed
from tests.source.records.test_results import FIRST, OWN

FOLDER = "offices/sample/114/assessments"


def pdf(author: str | None = None) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    if author is not None:
        document.docinfo["/Author"] = author
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("report.pdf", pdf("Wang"), "W193"),
        ("report.pdf", pdf(), None),
        ("photo.jpg", photographed("JPEG"), None),
        ("photo.jpg", photographed("PNG"), "E123"),
        ("photo.jpg", photographed("JPEG")[:-40], "E124"),
    ],
)
def test_evidence_is_judged_by_its_bytes(tmp_path: Path, name: str, content: bytes, code: str | None) -> None:
    root = project(tmp_path, {FIRST: OWN + f"evidence: [{name}]\n"})
    (root / FOLDER / name).write_bytes(content)
    assert [each.code for each in read_all(root)[1]] == ([code] if code else [])


def test_a_document_is_published_without_its_author(tmp_path: Path) -> None:
    root = project(tmp_path, {FIRST: OWN})
    (root / FOLDER / "report.pdf").write_bytes(pdf("Wang"))
    published = published_evidence(root, FOLDER, "report.pdf")
    assert published is not None and published.startswith(b"%PDF") and b"Wang" not in published
