import pytest

from planpress.overview.dated import dated
from tests.written import plan


def times(when: str, roc_year: int = 105, until: str = "") -> list[str]:
    """The days of a measure with a period: from/to."""
    text = f"{until}sections:\n  - rows:\n      - do: 1. 調查。\n        when: {when}\n"
    return [f"{each.first or ''}/{each.last or ''}" for each in dated(plan(text, roc_year=roc_year))]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("105年5月及10月", ["2016-05-01/2016-05-31", "2016-10-01/2016-10-31"]),
        ("105年6月及11月(亦可按需要查核)", ["2016-06-01/2016-06-30", "2016-11-01/2016-11-30"]),
        ("105年4月", ["2016-04-01/2016-04-30"]),
        ("105年6月前", ["/2016-06-01"]),
        ("105年6月底前", ["/2016-06-30"]),
        ("105年6月15日前", ["/2016-06-15"]),
        ("105年3月5日", ["2016-03-05/2016-03-05"]),
        ("105年3月至12月", ["2016-03-01/2016-12-31"]),
        ("105年1-12月", []),
        ("每年一次", ["/"]),
        ("每兩個月辦理一次", ["/"]),
        ("每年4月及10月", ["2016-04-01/2016-04-30", "2016-10-01/2016-10-31"]),
        ("隨時辦理、每兩個月辦理一次", ["/"]),
        ("隨時辦理", []),
        ("持續辦理", []),
        ("配合辦理", []),
    ],
)
def test_what_has_a_time_is_told_at_its_times(when: str, expected: list[str]) -> None:
    assert times(when) == expected


def test_a_month_of_a_plan_of_several_years_is_of_each() -> None:
    assert times("4月", 114, "until: 115\n") == ["2025-04-01/2025-04-30", "2026-04-01/2026-04-30"]


def test_items_have_their_own_times_and_words() -> None:
    text = """
        sections:
          - rows:
              - {do: 1. 調查。, when: 隨時辦理}
              - {item: 甲. 內部調查。, when: 每年一次}
    """
    assert [(each.id, each.text, each.words) for each in dated(plan(text))] == [("m-1-i1", "內部調查。", "每年一次")]
