"""``build.py check --accessibility``: what is broken on a finished site is told with its place."""

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from planpress.accessibility import browser
from planpress.accessibility.record import RECORD_FILE
from planpress.cli.commands import main
from tests.projects import MKDOCS, project

PAGES = {
    f"content/{tag}/{name}.md": f"# {title}\n\n{title}的內容。\n"
    for tag, titles in {"zh-Hant": ("關於", "無障礙", "隱私權"), "en": ("About", "Accessibility", "Privacy")}.items()
    for name, title in zip(("about", "accessibility", "privacy"), titles, strict=True)
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its finished site, which the tests break and mend."""
    root = project(tmp_path_factory.mktemp("project"), PAGES)
    assert main(["--jobs", "1"], root) == 0
    return root


def check(built: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    """Exit code, and everything that is said."""
    capsys.readouterr()
    # In a thread of its own: playwright runs but once in a thread, and the tests of browsers may have begun with this.
    with ThreadPoolExecutor(1) as executor:
        code = executor.submit(main, ["check", "--accessibility", *options], built).result()
    return code, "".join(capsys.readouterr())


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(browser.CHROMIUM, "/nowhere/chromium")


def test_what_is_broken_is_told_at_its_line(no_browser: None, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, (sheet,) = built / "site/sample/114/index.html", (built / "site/assets").glob("planpress-*.css")
    right, right_sheet = page.read_text("utf-8"), sheet.read_text("utf-8")
    wrong = right.replace('<html lang="zh-Hant">', '<html lang="">').replace("<h2", "<h4", 1)
    wrong = re.sub(r'<label class="spoken"[^>]*>', "<label>", wrong).replace('title="搜尋本站（快速鍵 S）" ', "")
    page.write_text(wrong, "utf-8")
    sheet.write_text(right_sheet + "\n.small{font-size:12px}\n", "utf-8")
    try:
        code, said = check(built, capsys)
    finally:
        page.write_text(right, "utf-8")
        sheet.write_text(right_sheet, "utf-8")
    assert code == 1
    for problem in ("E701", "E706", "E721"):
        assert re.search(rf"site/sample/114/index\.html:\d+:\d+.*{problem}", said), said
    assert re.search(r"site/assets/planpress-\w+\.css:\d+:\d+.*E731", said) and "font-size:12px" in said


def test_without_a_browser_the_static_rules_run_and_say_so(
    no_browser: None, built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("playwright")
    monkeypatch.setattr("planpress.cli.accessibility.axe_file", lambda root: Path(__file__))  # npm may not have run
    code, said = check(built, capsys, "--record")
    assert code == 0
    assert "瀏覽器檢測：未做" in said and "PLANPRESS_CHROMIUM" in said
    record = json.loads((built / RECORD_FILE).read_text("utf-8"))
    assert "browser" not in record and record["pages"] == sum(record["by_language"].values())
    assert {"code": "HM1410201C", "elements": 0, "pages": 0, "wrong": 0, "places": []} in record["codes"]


def test_options_that_go_with_it_go_with_nothing_else(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--record"], built) == 2
    assert "--accessibility" in capsys.readouterr().err


def test_a_site_that_is_not_built_is_not_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project(tmp_path), capsys)[0] == 2


# In a browser


@pytest.mark.browser
@pytest.mark.slow
def test_in_a_browser_a_sound_site_is_sound_and_a_broken_one_is_told_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.browser.conftest import npm_file

    npm_file("axe-core/axe.min.js")
    # A browser takes a second for each kind of page in each language; of what is broken, two pages tell.
    settings = MKDOCS.replace("extra:", "extra:\n  languages: [zh-Hant]")
    sound = project(tmp_path / "sound", PAGES | {"mkdocs.yml": settings})
    assert main(["--jobs", "1"], sound) == 0
    code, said = check(sound, capsys, "--record")
    assert code == 0, said
    whole = json.loads((sound / RECORD_FILE).read_text("utf-8"))
    record = whole["browser"]
    assert 10 < record["pages"] < whole["pages"] and record["axe"] and "Chromium" in record["browser"]
    counted = {each["criterion"]: each for each in record["criteria"]}
    assert {"1.4.3", "1.4.4", "1.4.10", "1.4.12", "2.5.8", "4.1.2"} <= set(counted)
    assert counted["1.4.3"]["wrong"] == 0

    broken = tmp_path / "broken"
    shutil.copytree(sound, broken)
    for page in (broken / "site").rglob("*.html"):
        if page.relative_to(broken / "site").as_posix() not in ("index.html", "sample/114/index.html"):
            page.unlink()
    (sheet,) = (broken / "site" / "assets").glob("planpress-*.css")
    with sheet.open("a", encoding="utf-8") as styles:
        styles.write(
            "\nh1{color:#bbb!important;white-space:nowrap;min-inline-size:90rem}.menu-button,footer a{font-size:25%}\n"
        )
    code, said = check(broken, capsys, "--record")
    assert code == 1
    assert re.search(r"site/sample/114/index\.html:\d+:\d+.*E732.*color-contrast", said), said
    assert re.search(r"site/index\.html:\d+:\d+.*E733", said), said
    wrong = json.loads((broken / RECORD_FILE).read_text("utf-8"))["browser"]["criteria"]
    assert {each["criterion"] for each in wrong if each["wrong"]} >= {"1.4.3", "1.4.10"}
    assert any(":" in place for each in wrong for place in each["places"])
