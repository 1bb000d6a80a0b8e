from datetime import date
from pathlib import Path

import pytest

from planpress.accessibility.review import read_review
from planpress.model.conformance import Conformance

TODAY = date(2026, 11, 26)


def read(root: Path, text: str) -> tuple[list[str], list[str]]:
    """Codes that were read, and problems with their lines."""
    (root / "content").mkdir()
    (root / "content" / "accessibility.yml").write_text(text, "utf-8")
    reviewed, problems = read_review(root, TODAY)
    return [each.code for each in reviewed], [f"{each.place.line} {each.code}" for each in problems]


def test_what_people_found_is_read(tmp_path: Path) -> None:
    text = """\
reviewed:
  - {code: GN1240100E, result: 合格, date: 115-11-26, unit: 資訊組}
  - code: FA2241100E
    result: 不合格
    date: 115-11-21
    unit: 示範股份有限公司資訊處
    remark: 目錄遮住焦點。
"""
    assert read(tmp_path, text) == (["GN1240100E", "FA2241100E"], [])
    assert read_review(tmp_path, TODAY)[0][1].result is Conformance.FAILED


def test_a_site_without_the_file_has_nothing(tmp_path: Path) -> None:
    assert read_review(tmp_path, TODAY) == ((), [])


@pytest.mark.parametrize("unit", ["王小明", "Alice", "陳組長"])
def test_who_tested_is_a_unit_and_no_person(tmp_path: Path, unit: str) -> None:
    text = f"reviewed:\n  - {{code: GN1240100E, result: 合格, date: 115-11-20, unit: {unit}}}\n"
    assert read(tmp_path, text) == ([], ["2 E664"])


@pytest.mark.parametrize("unit", ["資訊組", "北市區處資訊課", "客服中心", "IT Section", "示範公司"])
def test_units_are_taken(tmp_path: Path, unit: str) -> None:
    text = f"reviewed:\n  - {{code: GN1240100E, result: 合格, date: 115-11-20, unit: {unit}}}\n"
    assert read(tmp_path, text)[1] == []


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{code: GN1240100E, result: 未檢測, date: 115-11-20, unit: 資訊組}", "E2"),
        ("{code: GN1240100E, result: 通過, date: 115-11-20, unit: 資訊組}", "E2"),
        ("{code: GN1240100E, result: 合格, date: 2026-11-20, unit: 資訊組}", "E2"),
        ("{code: GN1240100E, result: 合格, unit: 資訊組}", "E2"),
        ("{code: GN1240100E, result: 合格, date: 115-11-27, unit: 資訊組}", "E665"),
        ("{code: HM1110100C, result: 合格, date: 115-11-20, unit: 資訊組}", "E662"),
        ("{code: GN9990100E, result: 合格, date: 115-11-20, unit: 資訊組}", "E661"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_taken(tmp_path: Path, entry: str, code: str) -> None:
    codes, problems = read(tmp_path, f"reviewed:\n  - {entry}\n")
    assert codes == [] and problems
    assert all(problem.split()[1].startswith(code) for problem in problems), problems
