"""What LibreOffice makes of a register when it saves it, as either format."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from planpress.editing.sheet.files import import_sheet
from planpress.editing.sheet.writing import SheetFormat
from tests.editing.register.test_import import FILE, TEXT, made, put, tell
from tests.editing.sheet.workbooks import changed_lines, edited
from tests.projects import project


@pytest.mark.slow
@pytest.mark.parametrize("form", SheetFormat)
def test_a_register_that_libreoffice_saved_comes_back(tmp_path: Path, form: SheetFormat) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    root = project(tmp_path / "project", {FILE: TEXT})

    def change(book: Workbook) -> None:
        put(book, 2, 評分=95.5, 備註="@如期")
        tell(book, "統計截止日", "114/6/30")

    content = edited(made(root), change)
    sent, saved = tmp_path / "sent.xlsx", tmp_path / "saved"
    sent.write_bytes(content)
    profile = (tmp_path / "profile").as_uri()
    words = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", form.value, "--outdir", str(saved)]
    subprocess.run([program, *words, str(sent)], capture_output=True, check=True, timeout=240)
    found = import_sheet(root, saved / f"sent.{form}", None, None)
    assert found.problems == ()
    assert changed_lines(found) == ["+cut_off: 114-06-30", "+    score: 95.5", '+    note: "@如期"']
