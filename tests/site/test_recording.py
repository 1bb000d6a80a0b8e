import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site import recording
from planpress.site.build import build
from tests.markup import every, one, page, text
from tests.projects import PLAN, project, write
from tests.repositories import commit, git, git_of_its_own, repository

pytestmark = pytest.mark.usefixtures("git_of_its_own")
__all__ = ["git_of_its_own"]
FILE = "offices/sample/114/plan.yml"
REWORDED = PLAN.replace("電子帳單。", "電子帳單及行動支付。")


def told(root: Path, tag: str = "") -> list[str]:
    """The record of the plan's page."""
    settings = Settings.load(root)
    outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    html = page((settings.site_dir / tag / "sample/114/index.html").read_text("utf-8"))
    found = every(html, "section", **{"aria-labelledby": "record"})
    return [text(each) for each in one(found[0], "ul").iter("li")] if found else []


def test_the_record_says_on_which_day_what_was_altered_and_never_who(tmp_path: Path) -> None:
    root = project(repository(tmp_path / "plans"))
    commit(root, "2025-01-01", {})
    assert told(root) == [], "what is there for the first time was never altered"
    commit(root, "2025-02-02", {FILE: f"# 註解\n{PLAN}"})
    assert told(root) == [], "no word was altered"
    commit(root, "2025-03-03", {FILE: REWORDED})
    commit(root, "2025-04-04", {FILE: REWORDED.replace("承辦部門", "承辦單位")})
    assert told(root) == ["中華民國114年3月3日：改寫1項作法"]
    assert told(root, "en") == ["3 March 2025: 1 measure reworded"]
    assert told(root, "zh-hans") == ["中华民国114年3月3日：改写1项作法"]
    assert "editor@example.org" not in (root / "site/sample/114/index.html").read_text("utf-8")


def test_of_the_time_as_a_draft_nothing_is_told(tmp_path: Path) -> None:
    root = project(repository(tmp_path / "plans"))
    commit(root, "2025-01-01", {FILE: f"status: draft\n{PLAN}"})
    commit(root, "2025-02-02", {FILE: f"status: draft\n{REWORDED}"})
    commit(root, "2025-03-03", {FILE: PLAN})
    assert told(root) == []


def test_a_version_that_nobody_can_read_breaks_nothing(tmp_path: Path) -> None:
    root = project(repository(tmp_path / "plans"))
    for day, content in enumerate(("a: [", "title: x", PLAN, REWORDED), start=1):
        commit(root, f"2025-01-0{day}", {FILE: content})
    assert told(root) == ["中華民國114年1月4日：改寫1項作法"]


def test_without_git_and_beyond_a_shallow_edge_changes_yml_tells_it(tmp_path: Path) -> None:
    changes = "changes:\n  - {date: 114-02-02, departments: 3}\n  - {date: 114-05-05, new: 1, corrections: 2}\n"
    written = ["中華民國114年5月5日：新增1項作法、勘誤2處", "中華民國114年2月2日：3項作法改了承辦部門"]
    assert told(project(tmp_path / "zip", {"offices/sample/114/changes.yml": changes})) == written
    whole = project(repository(tmp_path / "whole"), {"offices/sample/114/changes.yml": changes})
    commit(whole, "2025-02-02", {})
    commit(whole, "2025-05-05", {FILE: REWORDED})
    assert told(whole) == written, "of a day that is written git tells nothing more"
    commit(whole, "2025-06-06", {FILE: PLAN})
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=2", whole.as_uri(), shallow], check=True)
    assert told(shallow) == ["中華民國114年6月6日：改寫1項作法", *written]


def test_a_revision_is_told_once_on_its_own_day(tmp_path: Path) -> None:
    root = project(repository(tmp_path / "plans"))
    commit(root, "2025-01-01", {})
    revised = f"{REWORDED}revision: {{number: 1, date: 114-03-01}}\n"
    commit(root, "2025-03-09", {FILE: revised})
    assert told(root) == ["中華民國114年3月9日：機關第1次修正計畫：改寫1項作法"]
    commit(root, "2025-03-10", {"offices/sample/114/revisions/1.yml": PLAN})
    assert told(root) == ["中華民國114年3月1日：機關第1次修正計畫：改寫1項作法"]


def test_what_was_compared_once_is_not_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(repository(tmp_path / "plans"))
    commit(root, "2025-01-01", {})
    commit(root, "2025-02-02", {FILE: REWORDED})
    told(root)
    compared: list[recording.Step] = []
    real = recording.take

    def watched(root: Path, steps: Sequence[recording.Step]) -> list[recording.Taken]:
        compared.extend(steps)
        return real(root, steps)

    monkeypatch.setattr(recording, "take", watched)
    write(root, "content/zh-Hant/about.md", "# 關於\n\n別的。\n")
    told(root)
    assert compared == []
    commit(root, "2025-03-03", {FILE: PLAN})
    told(root)
    assert [each.before for each in compared] == [git(root, "rev-parse", f"HEAD~1:{FILE}")]
