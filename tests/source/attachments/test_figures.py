from pathlib import Path

import pytest

from planpress.model import Figure
from planpress.problems.problem import has_errors
from planpress.source.attachments.figures import FIGURE_LIMIT
from planpress.source.folders import plan_files
from planpress.source.repository import read_all
from tests.blocks import png
from tests.projects import PLAN, project

FOLDER = "offices/sample/114"


def told(root: Path, name: str, files: dict[str, bytes]) -> list[str]:
    """What is wrong with a plan that has a figure, beside these files."""
    row = f"      - figure: {name}\n        alt: 流程。\n"
    project(root, {f"{FOLDER}/plan.yml": PLAN + row})
    for file, content in files.items():
        (root / FOLDER / file).write_bytes(content)
    plans, problems = read_all(root)
    assert bool(plans) == (not has_errors(problems))
    here = [each for each in problems if each.place.file.endswith("plan.yml")]
    return [f"{each.code} {each.place.file}:{each.place.line}:{each.place.column}" for each in here]


def test_a_figure_lies_beside_the_plan(tmp_path: Path) -> None:
    assert told(tmp_path, "flow.png", {"flow.png": png(30, 20)}) == []
    assert plan_files(tmp_path)[1] == []
    (plan,) = read_all(tmp_path)[0]
    (figure,) = (row for _, row in plan.rows() if isinstance(row, Figure))
    assert (figure.file, figure.width, figure.height) == ("flow.png", 30, 20)


@pytest.mark.parametrize(
    ("name", "files", "code"),
    [
        ("flow.png", {}, "E404"),
        ("flow.svg", {"flow.svg": b"<svg/>"}, "E122"),
        ("flow.gif", {"flow.gif": b"GIF89a"}, "E122"),
        ("流程.png", {"流程.png": png(3, 2)}, "E122"),
        ("../114/flow.png", {"flow.png": png(3, 2)}, "E122"),
        ("https://example.org/flow.png", {}, "E122"),
        ("flow.png", {"flow.png": b"<svg/>"}, "E123"),
        ("flow.jpg", {"flow.jpg": png(3, 2)}, "E123"),
        ("flow.png", {"flow.png": png(3, 2)[:-5]}, "E124"),
        ("flow.jpg", {"flow.jpg": b"\xff\xd8\xff\xc0\x00\x14\x08\x00\x05\x00\x05\x04\xff\xd9"}, "E125"),
        ("flow.png", {"flow.png": png(6000, 5000)}, "E127"),
        ("flow.png", {"flow.png": png(3, 2) + b"\0" * FIGURE_LIMIT}, "E301"),
    ],
)
def test_what_cannot_be_a_figure_is_told_where_it_is_named(
    tmp_path: Path, name: str, files: dict[str, bytes], code: str
) -> None:
    assert told(tmp_path, name, files) == [f"{code} {FOLDER}/plan.yml:13:17"]


def test_a_misspelt_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    told(tmp_path, "folw.png", {"flow.png": png(3, 2), "other.png": png(3, 2)})
    (problem,) = read_all(tmp_path)[1]
    assert problem.values["nearest"] == "flow.png"


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(3, 2))
    project(tmp_path)
    (tmp_path / FOLDER / "flow.png").symlink_to(tmp_path / "secret.png")
    assert told(tmp_path, "flow.png", {}) == [f"E405 {FOLDER}/plan.yml:13:17"]
