from datetime import date
from pathlib import Path

import pytest

from planpress.accessibility.record import (
    RECORD_FILE,
    BrowserRecord,
    CodeCount,
    CriterionCount,
    MachineRecord,
    read_record,
)

RECORD = MachineRecord(
    day=date(2026, 11, 26),
    site_url="https://plans.example/",
    program="0.1.0",
    pages=12,
    by_language={"en": 6, "zh-Hant": 6},
    codes=(CodeCount(code="HM1240401C", elements=40, pages=12, wrong=1, places=("kinmen/114/:41",)),),
    browser=BrowserRecord(
        axe="4.12.1",
        browser="Chromium 156",
        pages=6,
        kinds=3,
        windows=("1280 light",),
        criteria=(CriterionCount(criterion="1.4.3", rules=("color-contrast",), wrong=0, unsure=2),),
    ),
)


def written(root: Path, text: str) -> Path:
    (root / "content").mkdir()
    (root / RECORD_FILE).write_text(text, "utf-8")
    return root


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    assert read_record(written(tmp_path, RECORD.as_json())) == (RECORD, [])


def test_a_site_that_was_never_checked_has_none(tmp_path: Path) -> None:
    assert read_record(tmp_path) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"schema": "planpress/accessibility/2"}',
        RECORD.as_json().replace("12", '"x"'),
        "[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_told_and_is_no_traceback(tmp_path: Path, text: str) -> None:
    record, problems = read_record(written(tmp_path, text))
    assert record is None
    assert [problem.code for problem in problems] == ["E660"]
