from pathlib import Path

import pytest

from planpress.source.folders import plan_files, year_before
from planpress.source.overlaps import overlap_problems
from planpress.source.repository import read_all
from tests.projects import PLAN, project

LASTING = PLAN.replace("114年度", "114-116年度") + "until: 116\n"


def plan_of(year: int) -> str:
    return PLAN.replace("114年度", f"{year}年度")


@pytest.mark.parametrize(("year", "overlaps"), [(113, False), (115, True), (116, True), (117, False)])
def test_a_plan_of_several_years_leaves_no_room_for_another(tmp_path: Path, year: int, overlaps: bool) -> None:
    root = project(tmp_path, {"offices/sample/114/plan.yml": LASTING, f"offices/sample/{year}/plan.yml": plan_of(year)})
    found = list(overlap_problems(root, read_all(root)[0], plan_files(root)[0]))
    expected = [("E131", "offices/sample/114/plan.yml", f"offices/sample/{year}/plan.yml")] if overlaps else []
    assert [(each.code, each.place.file, each.values["other"]) for each in found] == expected
    assert all(each.place.excerpt == "until: 116" for each in found)


def test_the_plan_before_one_is_the_last_that_ended_the_year_before(tmp_path: Path) -> None:
    copied = plan_of(117).replace("1. 推廣電子帳單。", "1. 推廣116年度電子帳單。")
    lasting = LASTING.replace("1. 推廣電子帳單。", "1. 推廣116年度電子帳單。")
    root = project(tmp_path, {"offices/sample/114/plan.yml": lasting, "offices/sample/117/plan.yml": copied})
    assert year_before(root, "sample", 117) == 114
    assert [each.code for each in read_all(root)[1]] == ["W161"]


def test_a_plan_that_ended_earlier_is_not_compared_with(tmp_path: Path) -> None:
    copied = plan_of(118).replace("1. 推廣電子帳單。", "1. 推廣116年度電子帳單。")
    lasting = LASTING.replace("1. 推廣電子帳單。", "1. 推廣116年度電子帳單。")
    root = project(tmp_path, {"offices/sample/114/plan.yml": lasting, "offices/sample/118/plan.yml": copied})
    assert [each.code for each in read_all(root)[1]] == []
