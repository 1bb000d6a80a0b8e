import pytest

from tests.pages.making import pages, summary


@pytest.mark.parametrize("written", ["示範處114年度服務計畫", "示範處 114 年度服務計畫", "示範處服務計畫"])
def test_a_title_is_the_plans_to_the_letter(written: str) -> None:
    assert pages().title(summary(title=written)).value == written
