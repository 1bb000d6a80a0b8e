import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.utils import clean_directory

from planpress.cli.commands import main
from planpress.engine import editorial
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings
from planpress.site.loading import editorial_pages
from tests.cases import few
from tests.projects import MKDOCS, PLAN, ROOT, project, tree, write

JUNE_2025 = "1748736000"


@pytest.fixture(autouse=True)
def somewhere_safe(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2025)


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
    "content/zh-Hant/help/index.md": "# 說明\n\n回[關於](../about.md)\n",
    "content/en/about.md": "---\ntitle: About\n---\n\n# About this site\n",
    "content/notes.md": "# Not in a language's folder\n",
    "content/ja/about.md": "# A language that the site does not have\n",
}


def rendered(root: Path) -> list[EditorialPage]:
    pages, problems = editorial_pages(Settings.load(root), editorial)
    assert problems == []
    return pages


def test_markdown_becomes_pages_without_a_frame(tmp_path: Path) -> None:
    pages = rendered(project(tmp_path / "project", PAGES))
    assert [(page.tag, page.path, page.title, page.description, page.file) for page in pages] == [
        ("en", "about/", "About", "", "content/en/about.md"),
        ("zh-Hant", "about/", "關於本站", "說明。", "content/zh-Hant/about.md"),
        ("zh-Hant", "accessibility/", "無障礙聲明", "", "content/zh-Hant/accessibility.md"),
        ("zh-Hant", "help/", "說明", "", "content/zh-Hant/help/index.md"),
    ]
    html = pages[1].html
    assert html.startswith("<h1")
    assert '<h2 id="contact">聯絡我們</h2>' in html
    assert "<html" not in html


def test_links_between_pages_are_those_of_the_site(tmp_path: Path) -> None:
    pages = {page.path: page for page in rendered(project(tmp_path / "project", PAGES)) if page.tag != "en"}
    assert 'href="../accessibility/#contact"' in pages["about/"].html
    assert 'href="../about/"' in pages["help/"].html


def test_rendering_writes_nothing_into_the_project(tmp_path: Path) -> None:
    root = project(tmp_path / "project", PAGES)
    before = tree(root)
    rendered(root)
    assert tree(root) == before


def test_a_project_that_does_not_name_the_plugin_is_told_so(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS.replace("[planpress]", "[]")})
    with pytest.raises(SettingsError, match=r"mkdocs\.yml:8:1  E446"):
        Settings.load(root)


@pytest.mark.parametrize("plugins", ["[planpress, planpress]", "[planpress: {enabled: false}]", "{planpress: {a: 1}}"])
def test_the_plugin_works_once_and_cannot_be_switched_off(tmp_path: Path, plugins: str) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS.replace("[planpress]", plugins)})
    with pytest.raises(SettingsError, match=r"mkdocs\.yml:8:1  E446"):
        Settings.load(root)


HOOK = """\
raise SystemExit("stopped by a hook")
"""


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("validation: {links: {anchors: nosuch}}", "mkdocs.yml:11:14", "nosuch"),
        ("nav: 3", "mkdocs.yml:11:1", "nav to be a list"),
        ("hooks: [hook.py]", "mkdocs.yml:11:1", "stopped by a hook"),
        ("hooks: [nowhere.py]", "mkdocs.yml:11:1", "nowhere.py"),
        ("hooks: [mkdocs.yml]", "mkdocs.yml:11:1", "mkdocs.yml"),
        ("edit_uri: !!python/name:pymdownx.nosuch ''", "mkdocs.yml:11:11", "nosuch"),
        ("edit_uri: !!python/object/apply:pymdownx.slugs.slugify [1, 2, 3, 4, 5]", "mkdocs.yml", "argument"),
        ("theme: nosuch", "mkdocs.yml:11:1", "nosuch"),
        ("markdown_extensions: [{toc: {nosuch: 1}}]", "mkdocs.yml:11:24", "'toc'. KeyError"),
        ("markdown_extensions: [json]", "mkdocs.yml:11:23", "json"),
    ],
)
def test_what_mkdocs_does_not_accept_has_its_place(tmp_path: Path, text: str, place: str, message: str) -> None:
    key = text.partition(":")[0]
    kept = "".join(line for line in MKDOCS.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    comment = "#\n" * (10 - kept.count("\n"))
    root = project(tmp_path / "project", {"mkdocs.yml": f"{kept}{comment}{text}\n", "hook.py": HOOK})
    with pytest.raises(SettingsError) as caught:
        rendered(root)
    assert caught.value.told("en").startswith(place)
    assert "E452  MkDocs does not accept" in caught.value.told("en")
    assert message in caught.value.told("en")


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2025)
        root = project(tmp_path_factory.mktemp("made-once"))
        assert mkdocs(root).returncode == 0
    return root


@pytest.fixture
def made(made_once: Path, tmp_path: Path) -> Path:
    """A project with the site that plain MkDocs made of it, each test's own."""
    return Path(shutil.copytree(made_once, tmp_path / "made"))


@pytest.mark.slow
def test_plain_mkdocs_gives_the_same_site_as_the_command_line(tmp_path: Path) -> None:
    here, there = project(tmp_path / "here", PAGES), project(tmp_path / "there", PAGES)
    assert main(["--jobs", "1"], here) == 0
    result = mkdocs(there, "--site-dir", str(there / "public"))
    assert result.returncode == 0, result.stderr
    expected = tree(here / "site")
    found = tree(there / "public")
    assert sorted(found) == sorted(expected)
    assert [path for path in expected if found[path] != expected[path]] == []


SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8").replace("extra:\n", "extra:\n  documents: false\n")
SETTINGS = re.sub(r"(?m)^  thresholds: .*\n", "", SETTINGS)  # which a plan in Chinese alone does not reach


@pytest.mark.slow
@pytest.mark.parametrize("more", ["", "nav:\n  - 關於: zh-Hant/about.md\n", "nav: [nowhere.md]\n"])
def test_plain_mkdocs_has_nothing_to_warn_of_in_the_settings_of_this_project(tmp_path: Path, more: str) -> None:
    root = project(tmp_path / "project", {**PAGES, "mkdocs.yml": SETTINGS + more})
    result = mkdocs(root, "--strict")
    assert (result.returncode, result.stderr) == (0, "")
    assert (root / "site/sample/114/index.html").exists()


def test_plain_mkdocs_warns_of_what_does_not_stand_under_extra(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": f"{SETTINGS}publisher: {{kind: office}}\n"})
    result = mkdocs(root, "--strict")
    assert result.returncode != 0
    assert "1 configuration warnings" in result.stdout


@pytest.mark.parametrize("kind", few(["office", "company"], "office"))
def test_one_line_changes_in_whose_name_the_site_speaks(tmp_path: Path, kind: str) -> None:
    line = "    kind: transcription "
    assert SETTINGS.count(line) == 1
    root = project(tmp_path / "project", {"content/zh-Hant/about.md": None, "content/en/about.md": None})
    for name in ("zh-Hant", "en"):
        shutil.copytree(ROOT / "content" / name, root / "content" / name)
    write(root, "mkdocs.yml", SETTINGS)
    assert main(["--jobs", "1"], root) == 0
    before = tree(root / "site")
    write(root, "mkdocs.yml", SETTINGS.replace(line, f"    kind: {kind} "))
    assert main(["--jobs", "1"], root) == 0
    after = tree(root / "site")
    unofficial = ("非官方", "非官方转录", "nofficial")
    pages = [path for path in before if path.endswith(".html")]
    assert [path for path in pages if not any(word in before[path].decode() for word in unofficial)] == []
    assert [path for path in pages if any(word in after[path].decode() for word in unofficial)] == []
    assert "取自計畫 PDF 檔" in before["about/index.html"].decode()
    assert "依核定之計畫刊登" in after["about/index.html"].decode()


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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("content/topics.yml", "topics: [1]\n", "E206"),
        ("content/locales/en/LC_MESSAGES/plans.po", 'msgid "電子\n', "E601"),
        ("content/zh-Hant/about.md", "# 關於\n\n<script>x</script>\n", "E510"),
        ("content/zh-Hant/search.md", "# 搜尋\n", "E422"),
    ],
)
def test_a_mistake_leaves_the_site_of_plain_mkdocs_whole(made: Path, file: str, content: str, code: str) -> None:
    (made / "site/robots-of-our-own.txt").write_text("ours", "utf-8")
    before = tree(made / "site")
    write(made, file, content)
    result = mkdocs(made)
    assert result.returncode != 0
    assert code in result.stderr
    assert "Traceback" not in result.stderr
    assert tree(made / "site") == before


@pytest.mark.slow
def test_plain_mkdocs_keeps_what_is_not_its_own(made: Path) -> None:
    (made / "site/certificate.txt").write_text("ours", "utf-8")
    write(made, "content/zh-Hant/about.md", "# 關於\n\n新的說明。\n")
    assert mkdocs(made).returncode == 0
    assert (made / "site/certificate.txt").read_text("utf-8") == "ours"
    assert "新的說明。" in (made / "site/about/index.html").read_text("utf-8")


def test_a_first_line_with_a_colon_is_text(tmp_path: Path) -> None:
    pages = rendered(project(tmp_path, {"content/zh-Hant/about.md": "Note: 本頁更新中\n\n# 關於\n"}))
    assert "Note: 本頁更新中" in next(page.html for page in pages if page.tag == "zh-Hant")


@pytest.mark.parametrize("body", ["[x](http://[)", "## Y {: id= }"])
def test_what_markdown_cannot_read_is_a_problem_at_its_line(tmp_path: Path, body: str) -> None:
    text = f"---\ntitle: 關於\n---\n\n# 關於\n\n{body}\n\n文字。\n"
    root = project(tmp_path, {"content/zh-Hant/about.md": text})
    pages, problems = editorial_pages(Settings.load(root), editorial)
    assert [(problem.code, problem.place.file, problem.place.line) for problem in problems] == [
        ("E337", "content/zh-Hant/about.md", 7)
    ]
    assert [page.tag for page in pages] == ["en"]


@pytest.mark.slow
def test_plain_mkdocs_tells_what_is_wrong_with_the_settings(tmp_path: Path) -> None:
    root = project(
        tmp_path / "project", {"mkdocs.yml": MKDOCS.replace("extra:\n", "extra:\n  languages: [zh-Hant, xx]\n")}
    )
    result = mkdocs(root)
    assert result.returncode != 0
    assert "mkdocs.yml:5:24  E440" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (root / "site").exists()


@pytest.mark.slow
def test_plain_mkdocs_tells_of_a_broken_template(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    (root / "theme" / "site" / "home.html").write_text("{{ nosuch }}", "utf-8")
    result = mkdocs(root)
    assert result.returncode != 0
    assert "theme/site/home.html:1:1  E455" in result.stderr
    assert "Traceback" not in result.stderr
