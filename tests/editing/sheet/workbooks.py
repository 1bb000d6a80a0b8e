"""Workbooks in the hands of somebody who has a spreadsheet program: openpyxl stands for Excel."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from planpress.editing.sheet.files import import_sheet, make_sheet
from planpress.editing.sheet.imported import Imported
from planpress.editing.sheet.writing import SheetFormat
from planpress.settings import Settings

PLAN = """\
# yaml-language-server: $schema=../../../schema/plan.json
title: 示範處114年度服務計畫   # 照核定本
adopted: 114-01-14
columns: {groups: [面向, 策略], measure: 具體作法, who: 承辦部門, when: 執行期間}
when: 隨時辦理
sections:
  - heading: 壹、計畫依據
    text: |
      一、依據甲函。
      二、依據乙函。
  # 以下各列照核定本的表格
  - heading: 貳、具體作法
    rows:
      - h1: 一、基礎服務
      - h2: (一) 電子帳單
      - say: 作法如下：
      # 業務組已確認
      - do: 1. 推廣電子帳單。
        who: 業務組    # 114 年起
        when: 持續辦理
      - do: 2. 到府服務。
        who: 電務組
        target: {figure: "95", unit: "%"}
      - item: 甲. 預約到府。

      - do: 3. 電話服務。
        who: 業務組、電務組
        sic: true
      - h1: 二、創新服務
      - do: 1. 行動支付。
        who: 業務組
  - text: |
      參、其他未盡事宜另訂之。
"""
FILE = "offices/sample/114/plan.yml"


def made(root: Path, form: SheetFormat = SheetFormat.XLSX, roc_year: int = 114) -> bytes:
    """The workbook of the sample office's plan."""
    content, problems = make_sheet(Settings.load(root), "sample", roc_year, form)
    assert problems == []
    return content


def edited(content: bytes, change: Callable[[Workbook], None]) -> bytes:
    """A workbook that somebody has edited and saved."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def row_of(sheet: Worksheet, text: str, column: int = 3) -> int:
    """The row in which a text stands."""
    return next(row for row in range(1, sheet.max_row + 1) if text in str(sheet.cell(row, column).value or ""))


def brought_back(root: Path, content: bytes, name: str = "back.xlsx", *, is_written: bool = True) -> Imported:
    """Import a workbook."""
    path = root.parent / name
    path.write_bytes(content)
    return import_sheet(root, path, None, None, is_written=is_written)


def changed_lines(done: Imported) -> list[str]:
    """The lines that go and come, without the places of the diff."""
    return [line for line in done.diff() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def codes(done: Imported) -> list[tuple[str, str]]:
    """What is wrong, each with its place."""
    return [(problem.code, problem.place.file) for problem in done.problems]
