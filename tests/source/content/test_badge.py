from datetime import date
from pathlib import Path

import pytest

from planpress.model.badge import Badge
from planpress.model.dates import RocDate
from planpress.problems.problem import Place
from planpress.source.content.badge import badge_problems
from tests.blocks import png

PLACE = Place("mkdocs.yml", 6)


def badge(day: str = "113-06-01") -> Badge:
    url = "https://accessibility.moda.gov.tw/Applications/Detail?category=20240601"
    return Badge(number="A1", level="AA", date=RocDate.parse(day), url=url, image="badge.png")


def told(root: Path, day: str, today: date, size: tuple[int, int] = (88, 31)) -> list[str]:
    folder = root / "content" / "static"
    folder.mkdir(parents=True)
    (folder / "badge.png").write_bytes(png(*size))
    return [problem.code for problem in badge_problems(root, badge(day), PLACE, today)]


@pytest.mark.parametrize(
    ("day", "today", "codes"),
    [
        ("113-06-01", date(2024, 6, 1), []),
        ("113-06-01", date(2026, 11, 1), []),
        ("113-06-01", date(2026, 12, 3), ["W476"]),
        ("113-06-01", date(2027, 5, 31), ["W476"]),
        ("113-06-01", date(2027, 6, 1), ["W477"]),
        ("113-06-01", date(2024, 5, 31), ["E478"]),
        ("113-02-29", date(2027, 2, 28), ["W476"]),
        ("113-02-29", date(2027, 3, 1), ["W477"]),
    ],
)
def test_a_badge_holds_three_years_and_says_so_before_they_end(
    tmp_path: Path, day: str, today: date, codes: list[str]
) -> None:
    assert told(tmp_path, day, today) == codes


def test_its_picture_has_the_size_that_the_rules_demand(tmp_path: Path) -> None:
    assert told(tmp_path, "113-06-01", date(2025, 1, 1), (176, 62)) == ["E477"]


def test_without_its_picture_there_is_no_badge(tmp_path: Path) -> None:
    assert [each.code for each in badge_problems(tmp_path, badge(), PLACE, date(2025, 1, 1))] == ["E404"]
