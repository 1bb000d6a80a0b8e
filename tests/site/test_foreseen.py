"""What will keep a site back on the day of a plan is told before that day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planpress.engine import editorial
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site.checking import problems_of
from planpress.translating.workspace import open_workspace
from tests.projects import MKDOCS, PLAN, project, write

FILE = "offices/sample/115/plan.yml"
NEXT = PLAN.replace("114年度", "115年度").replace("114-01-14", "115-01-14").replace("電子帳單", "行動支付")
DAY = date(2026, 2, 1)


def settings_on(root: Path, day: date) -> Settings:
    return replace(Settings.load(root), today=day)


def translated(root: Path, but: str) -> None:
    """Translate every text of every plan, except what has a word in it."""
    texts = {unit.text for plan in open_workspace(Settings.load(root)).plans for unit in plan.units}
    entries = (f'msgid "{text}"\nmsgstr "x"\n' for text in sorted(texts) if not but or but not in text)
    write(root, "content/locales/en/LC_MESSAGES/plans.po", "\n".join(entries))


def foreseen(root: Path, day: date = DAY) -> list[Problem]:
    found = problems_of(settings_on(root, day), editorial, whole=True)
    return [each for each in found if each.code == "W459"]


def scheduled(folder: Path, *, keys: str = "publish_on: 115-03-01\n", threshold: int = 100) -> Path:
    thresholds = f"extra:\n  thresholds: {{translation: {threshold}}}\n"
    return project(folder, {FILE: f"{NEXT}{keys}", "mkdocs.yml": MKDOCS.replace("extra:\n", thresholds)})


def test_a_plan_that_is_not_translated_will_keep_the_site_back_on_its_day(tmp_path: Path) -> None:
    root = scheduled(tmp_path)
    translated(root, but="行動支付")
    [problem] = foreseen(root)
    assert (problem.place.file, problem.values["left"], problem.values["least"]) == (FILE, "1", "100")
    assert problem.place.excerpt == "publish_on: 115-03-01"
    assert build(settings_on(root, DAY), editorial).built is not None
    of_the_day = build(settings_on(root, date(2026, 3, 1)), editorial)
    [stopped] = [each for each in of_the_day.problems if each.code == "E458"]
    assert of_the_day.built is None and stopped.values["percent"] == problem.values["percent"]


@pytest.mark.parametrize(
    ("keys", "threshold", "but"),
    [
        ("publish_on: 115-03-01\n", 100, ""),
        ("publish_on: 115-03-01\n", 80, "行動支付"),
        ("status: draft\n", 100, "行動支付"),
        ("publish_on: 115-03-01\nstatus: approved\n", 100, "行動支付"),
    ],
)
def test_where_nothing_will_keep_it_back_nothing_is_said(tmp_path: Path, keys: str, threshold: int, but: str) -> None:
    root = scheduled(tmp_path, keys=keys, threshold=threshold)
    translated(root, but)
    assert foreseen(root) == []


def test_what_comes_later_keeps_nothing_back_before(tmp_path: Path) -> None:
    root = scheduled(tmp_path)
    later = NEXT.replace("115年度", "116年度").replace("行動支付", "臨櫃繳費").replace("115-01-14", "115-12-14")
    write(root, "offices/sample/116/plan.yml", f"{later}publish_on: 116-01-01\n")
    translated(root, but="臨櫃繳費")
    assert [each.place.file for each in foreseen(root)] == ["offices/sample/116/plan.yml"]
