"""An address of a row that was published stays, wherever its plan is now."""

import json
from pathlib import Path

import pytest

from planpress.model.redirect import Move
from planpress.publishing.anchors import lost_anchors, plan_anchors
from tests.publishing.sites import site

BEFORE = {"first/114/index.html": ("m-1", "m-2"), "second/114/index.html": ("m-1",)}


@pytest.mark.parametrize(
    ("after", "moved", "expected"),
    [
        (BEFORE, (), []),
        ({**BEFORE, "first/114/index.html": ("m-2", "m-3")}, (), [("first/114/", ("m-1",))]),
        ({"second/114/index.html": ("m-1",)}, (), []),  # the page itself is told of
        ({"third/114/index.html": ("m-1", "m-2"), "second/114/index.html": ("m-1",)}, [Move("first/", "third/", True)], []),
        ({"second/114/index.html": ("m-1",)}, [Move("first/", "second/", True)], [("first/114/", ("m-2",))]),
    ],
)  # fmt: skip
def test_what_is_gone_is_told_wherever_the_plan_is(
    after: dict[str, tuple[str, ...]], moved: list[Move], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert list(lost_anchors(BEFORE, after, moved)) == expected


def test_they_are_read_where_the_data_are_others(tmp_path: Path) -> None:
    data = {"id": "first", "sections": [{"id": "s-1"}], "measures": [{"id": "m-1", "items": [{"id": "m-1-i1"}]}]}
    folder = site(tmp_path, {"first/114/plan.json": json.dumps({**data, "id": 1}), "first/quality.json": "{}"})
    files = {"first/114/plan.json": "a" * 64, "first/quality.json": "b" * 64}
    found = plan_anchors(folder, files, {}, {})
    assert found == {"first/114/index.html": ("s-1", "m-1", "m-1-i1")}
    (folder / "first/114/plan.json").unlink()
    assert plan_anchors(folder, files, files, found) == found
