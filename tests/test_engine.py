import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.utils import clean_directory

from planpress.cli import main
from planpress.engine import editorial
from planpress.settings import Settings, SettingsError
from tests.projects import MKDOCS, PLAN, ROOT, project, tree


@pytest.fixture(autouse=True)
def somewhere_safe(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")


PAGES = {
    "content/zh-Hant/about.md": """\
---
title: 關於本站
description: 說明。
---

# 關於本站

見[無障礙聲明](accessibility.md#contact)。

## 聯絡我們 {#contact}
""",
    "content/zh-Hant/accessibility.md": "# 無障礙聲明\n\n## 聯絡 {#contact}\n",
    "content/zh-Hant/topics/index.md": "# 主題\n\n回[關於](../about.md)\n",
    "content/en/about.md": "---\ntitle: About\n---\n\n# About this site\n",
    "content/notes.md": "# Not in a language's folder\n",
    "content/ja/about.md": "# A language that the site does not have\n",
}


def test_markdown_becomes_pages_without_a_frame(tmp_path: Path) -> None:
    pages = editorial(Settings.load(project(tmp_path / "project", PAGES)))
    assert [(page.tag, page.path, page.title, page.description, page.source) for page in pages] == [
        ("en", "about/", "About", "", "content/en/about.md"),
        ("zh-Hant", "about/", "關於本站", "說明。", "content/zh-Hant/about.md"),
        ("zh-Hant", "accessibility/", "無障礙聲明", "", "content/zh-Hant/accessibility.md"),
        ("zh-Hant", "topics/", "主題", "", "content/zh-Hant/topics/index.md"),
    ]
    html = pages[1].html
    assert html.startswith("<h1")
    assert '<h2 id="contact">聯絡我們</h2>' in html
    assert "<html" not in html


def test_links_between_pages_are_those_of_the_site(tmp_path: Path) -> None:
    pages = {
        page.path: page for page in editorial(Settings.load(project(tmp_path / "project", PAGES))) if page.tag != "en"
    }
    assert 'href="../accessibility/#contact"' in pages["about/"].html
    assert 'href="../about/"' in pages["topics/"].html


def test_rendering_writes_nothing_into_the_project(tmp_path: Path) -> None:
    root = project(tmp_path / "project", PAGES)
    before = tree(root)
    editorial(Settings.load(root))
    assert tree(root) == before


def test_a_project_that_does_not_name_the_plugin_is_told_so(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS.replace("[planpress]", "[]")})
    with pytest.raises(SettingsError, match="planpress"):
        editorial(Settings.load(root))


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_plain_mkdocs_gives_the_same_site_as_the_command_line(tmp_path: Path) -> None:
    here, there = project(tmp_path / "here", PAGES), project(tmp_path / "there", PAGES)
    assert main(["--jobs", "1"], here) == 0
    result = mkdocs(there, "--site-dir", str(there / "public"))
    assert result.returncode == 0, result.stderr
    expected = tree(here / "site")
    found = tree(there / "public")
    assert sorted(found) == sorted(expected)
    assert [path for path in expected if found[path] != expected[path]] == []


def test_mkdocs_and_the_command_line_write_into_one_folder_by_turns(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度")})
    assert main(["--jobs", "1"], root) == 0
    clean_directory(str(root / "site"))  # as every ``mkdocs build`` begins
    assert main(["--jobs", "1"], root) == 0
    shutil.rmtree(root / ".cache")
    shutil.rmtree(root / "offices/sample/113")
    assert main(["--jobs", "1"], root) == 0
    assert not (root / "site/sample/113").exists()


def test_plain_mkdocs_tells_of_errors_and_fails(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"offices/sample/114/plan.yml": PLAN.replace("業務組", "業物組")})
    result = mkdocs(root)
    assert result.returncode != 0
    assert "offices/sample/114/plan.yml:8:14  E104" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (root / "site" / "sample").exists()
