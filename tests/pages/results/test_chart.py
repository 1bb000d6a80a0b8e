from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.edition import Edition
from planpress.model.language import ZH_HANT
from planpress.pages.results.chart import HEIGHT, MOST_POINTS, WIDTH, Point, line_chart

CHINESE = Edition(ZH_HANT)
values = st.decimals(0, 1000, places=2)


def test_fewer_than_two_points_are_no_trend() -> None:
    assert line_chart(CHINESE, "a", "總分", [Point("114上", Decimal(88))]) is None


def test_both_ends_of_the_scale_are_printed_and_the_text_says_every_value() -> None:
    points = [Point("114上", Decimal("88.5")), Point("114下", Decimal(93))]
    chart = line_chart(CHINESE, "a", "總分", points, most=Decimal(100), target=Decimal(90))
    assert chart is not None
    assert (chart.lowest, chart.highest, chart.text) == ("80", "100", "114上為88.5、114下為93；目標90")


@given(st.lists(values, min_size=2, max_size=20), st.none() | values)
def test_every_point_lies_within_the_picture(found: list[Decimal], target: Decimal | None) -> None:
    points = [Point(str(number), value) for number, value in enumerate(found)]
    chart = line_chart(CHINESE, "a", "總分", points, target=target)
    assert chart is not None and len(chart.spots) == min(len(found), MOST_POINTS)
    for spot in chart.spots:
        assert 0 <= float(spot.x) <= WIDTH and 0 <= float(spot.y) <= HEIGHT
