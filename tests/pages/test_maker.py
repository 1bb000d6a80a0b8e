import pytest

from tests.pages.making import pages, summary


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("示範處114年度服務計畫", "示範處114年度（2025）服務計畫"),
        ("示範處 114 年度服務計畫", "示範處 114 年度（2025）服務計畫"),
        ("示範處114年度（2025）服務計畫", "示範處114年度（2025）服務計畫"),
        ("示範處1114年度服務計畫", "示範處1114年度服務計畫"),
        ("示範處服務計畫", "示範處服務計畫"),
    ],
)
def test_a_title_gives_the_gregorian_year_beside_the_other(written: str, shown: str) -> None:
    assert pages().title(summary(title=written)).value == shown
