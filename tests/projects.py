"""A whole project that is small enough to be built inside a test, and the files of which a test can say itself."""

import re
import shutil
import textwrap
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]

MKDOCS = """\
site_name: 示範網站
site_url: https://plans.example/sub/
docs_dir: content
extra:
  site_name: {en: Sample Site}
  documents: false
theme: {name: material, custom_dir: theme/site, font: false}
plugins: [planpress]
exclude_docs: locales/
markdown_extensions: [attr_list]
"""

ORGANISATIONS = """\
sample:
  name: 示範公司
  en: Sample Company
"""

OFFICE = """\
name: 示範處
en: Sample Office
organisation: sample
departments:
  - name: 業務組
    en: Business Department
  - name: 電務組
"""

PLAN = """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 推廣電子帳單。
        who: 業務組
        when: 隨時辦理
      - do: 2. 到府服務。
        who: 電務組
        when: 持續辦理
"""

ABOUT = """\
---
title: 關於
description: 關於示範網站。
---

# 關於

示範網站的說明。
"""

FILES: Mapping[str, str] = {
    "mkdocs.yml": MKDOCS,
    "offices/organisations.yml": ORGANISATIONS,
    "offices/sample/office.yml": OFFICE,
    "offices/sample/114/plan.yml": PLAN,
    "content/zh-Hant/about.md": ABOUT,
    "content/en/about.md": "# About\n\nWhat the sample site is.\n",
}


def project(root: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """Make a project with the real theme and interface.

    Args:
        root: an empty folder.
        files: contents by path; they come on top of :data:`FILES`, and None leaves one of those out.
    """
    for path, content in {**FILES, **(files or {})}.items():
        if content is not None:
            write(root, path, content)
    shutil.copytree(ROOT / "theme", root / "theme", copy_function=shutil.copyfile, dirs_exist_ok=True)
    interface = "content/locales/en/LC_MESSAGES/interface.po"
    if not (root / interface).exists():
        (root / interface).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / interface, root / interface)
    return root


def write(root: Path, path: str, content: str) -> Path:
    """Write one file of a project at one stroke, so that nobody sees half of it; common indentation goes."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    new = root / ".new"
    new.write_text(textwrap.dedent(content), "utf-8")
    return new.replace(file)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path; but for the list of what a build wrote there."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".planpress.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def undigested(path: str) -> str:
    """A path of the site; of a file of the search's index without the digest of what it holds."""
    return re.sub("-[0-9a-f]{8}(?=[.]json$)", "", path)
