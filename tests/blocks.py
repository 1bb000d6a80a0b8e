"""A plan with columns of its own, tables, figures and notes, in a small project; and pictures, byte by byte."""

import struct
import zlib
from pathlib import Path

from planpress.settings import Settings
from tests.projects import MKDOCS, project

OFFICE = """\
name: 示範處
en: Sample Office
organisation: sample
departments:
  - name: 第一組
    en: First Section
  - name: 第二組
    en: Second Section
  - name: 第一組至第二組
    en: First to Second Sections
    stands_for: [第一組, 第二組]
  - name: 總務組
    en: General Affairs
"""

PLAN = """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, target: 目標值, more: [預算, 執行方法]}
sections:
  - heading: 壹、具體作法
    text: 本年度作法如下。
    rows:
      - note: 註：金額以新臺幣計。
      - h1: 一、基礎服務
      - do: 1. 推廣電子帳單。
        who: 第一組至第二組
        target: {figure: "95", unit: "%"}
        more: {預算: 5萬, 執行方法: 由櫃台人員逐一說明申辦步驟，並協助用戶當場以手機完成申請。}
      - item: 甲. 臨櫃說明。
        more: {預算: 1萬}
      - table: 表1 各據點受理件數
        head: [據點, 件數, 備註]
        body:
          - [東區服務所, "120", 含假日]
          - [西區服務所, "80", ""]
      - do: 2. 到府服務。
        who: 第一組
      - figure: flow.png
        alt: 申請之後兩個工作天內派員到府。
        caption: 圖1 到府服務流程
      - note: 註1 偏遠地區另行約定。
      - do: 3. 維護公廁。
        who: 總務組
  - heading: 貳、其他事項
    columns: {groups: [項目], measure: 工作內容, when: 辦理時間}
    rows:
      - do: 辦理說明會。
        when: 每季辦理
"""

ENGLISH = {
    "表1 各據點受理件數": "Table 1 Applications by branch",
    "據點": "Branch",
    "件數": "Applications",
    "備註": "Remarks",
    "東區服務所": "East Branch",
    "西區服務所": "West Branch",
    "含假日": "with holidays",
    "申請之後兩個工作天內派員到府。": "Somebody comes within two working days of the application.",
    "圖1 到府服務流程": "Figure 1 Home service",
    "註1 偏遠地區另行約定。": "Note 1 By arrangement in remote areas.",
    "註：金額以新臺幣計。": "Note: amounts are in New Taiwan dollars.",
    "預算": "Budget",
    "5萬": "50,000",
    "執行方法": "Method",
    "目標值": "Target value",
}
"""Translations of what is new about the plan."""


def png(width: int, height: int) -> bytes:
    """A grey picture."""
    rows = (b"\0" + b"\x99" * width) * height
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*chunk) for chunk in (*chunks, (b"IEND", b"")))


def png_chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG with its length and checksum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def po(texts: dict[str, str]) -> str:
    """A plans.po with these translations."""
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return head + "".join(f'\nmsgid "{chinese}"\nmsgstr "{english}"\n' for chinese, english in texts.items())


def blocks_project(root: Path, *, documents: bool = False) -> Settings:
    """The plan in a project of its own."""
    files = {
        "mkdocs.yml": MKDOCS.replace("  documents: false\n", "") if documents else MKDOCS,
        "offices/sample/office.yml": OFFICE,
        "offices/sample/114/plan.yml": PLAN,
        "content/locales/en/LC_MESSAGES/plans.po": po(ENGLISH),
    }
    project(root, files)
    (root / "offices/sample/114/flow.png").write_bytes(png(1200, 400))
    return Settings.load(root)
