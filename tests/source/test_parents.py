from pathlib import Path

import pytest

from planpress.source.folders import plan_files
from planpress.source.parents import parent_problems
from planpress.source.repository import read_all
from tests.projects import PLAN, project


@pytest.mark.parametrize(
    ("based_on", "missing"),
    [
        ("sample/113", ""),
        ("sample/112", "offices/sample/112/plan.yml"),
        ("head", "offices/head/114/plan.yml"),
        ("sample", "offices/sample/114/plan.yml"),
    ],
)
def test_a_plan_that_is_followed_must_be_another_that_is_there(tmp_path: Path, based_on: str, missing: str) -> None:
    files = {
        "offices/sample/114/plan.yml": f"based_on: {based_on}\n{PLAN}",
        "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度"),
    }
    root = project(tmp_path, files)
    found = list(parent_problems(root, read_all(root)[0], plan_files(root)[0]))
    assert [(each.code, each.place.line, each.values["file"]) for each in found] == (
        [("W148", 1, missing)] if missing else []
    )
