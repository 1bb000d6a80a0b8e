"""The document that a draft came from: kept privately, and its pages beside the draft."""

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from planpress.cli.preview.preview_originals import originals
from planpress.editing.papers.original_pages import OriginalPages
from planpress.editing.papers.originals import keep, latest
from planpress.settings import Settings
from tests.editing.papers.papers import table_of


def pdf(pages: int = 2) -> bytes:
    file = pikepdf.new()
    for _ in range(pages):
        file.add_blank_page()
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def test_a_copy_is_kept_and_never_another_one_overwritten(tmp_path: Path) -> None:
    assert keep(tmp_path, "計畫.pdf", b"1", "kinmen", 115) == "originals/kinmen/115/計畫.pdf"
    assert keep(tmp_path, "計畫.pdf", b"1", "kinmen", 115) == "originals/kinmen/115/計畫.pdf"
    assert keep(tmp_path, "計畫.pdf", b"2", "kinmen", 115) == "originals/kinmen/115/計畫-2.pdf"
    assert (tmp_path / "originals/kinmen/115/計畫.pdf").read_bytes() == b"1"
    found = latest(tmp_path, "kinmen", 115)
    assert found is not None
    assert found[1] in (b"1", b"2")
    assert latest(tmp_path, "kinmen", 116) is None


def test_pages_of_a_pdf_are_pictures(tmp_path: Path) -> None:
    keep(tmp_path, "計畫.pdf", pdf(), "kinmen", 115)
    pages = OriginalPages(tmp_path, tmp_path / "cache")
    view = pages.view("kinmen", 115)
    assert view is not None
    assert (view.name, len(view.pages), view.needs_office) == ("計畫.pdf", 2, False)
    assert (pages.picture("kinmen", 115, 2) or b"").startswith(b"\x89PNG")
    assert pages.picture("kinmen", 115, 3) is None
    assert pages.view("kinmen", 116) is None


def test_without_libreoffice_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    keep(tmp_path, "計畫.docx", table_of(("一", "二", "三", "四")), "kinmen", 115)
    view = OriginalPages(tmp_path, tmp_path / "cache").view("kinmen", 115)
    assert view is not None
    assert (view.pages, view.needs_office) == ((), True)


@pytest.mark.slow
def test_libreoffice_makes_the_pages_of_others(tmp_path: Path) -> None:
    keep(tmp_path, "計畫.docx", table_of(("一、服務", "推廣電子帳單。", "業務組", "隨時")), "kinmen", 115)
    view = OriginalPages(tmp_path, tmp_path / "cache").view("kinmen", 115)
    assert view is not None
    assert "推廣電子帳單" in view.pages[0]


def test_addresses_lead_nowhere_else(tmp_path: Path) -> None:
    keep(tmp_path, "計畫.pdf", pdf(), "kinmen", 115)
    settings = replace(Settings.load(Path(__file__).parents[3]), root=tmp_path)
    send = originals(lambda: settings)
    found = send("kinmen/115/index.json")
    assert found is not None
    assert json.loads(found[1])["name"] == "計畫.pdf"
    for address in ("kinmen/116/index.json", "../../kinmen/115/index.json", "kinmen/115/%2e%2e/1.png", "kinmen/115/x"):
        assert send(address) is None
    assert send("kinmen/115/1.png") is not None
