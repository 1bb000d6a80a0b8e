"""What editors get wrong about when a plan is public."""

import pytest

from tests.snippets import of_plan


def codes(text: str) -> list[str]:
    return [line.split()[1] for line in of_plan(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("publish_on: 114-02-01", []),
        ("publish_on: 2025-02-01", ["E208"]),
        ("publish_on: 114/2/1", ["E208"]),
        ("publish_on: 114-02", ["E199"]),
        ("publish_on: 114-02-30", ["E209"]),
        ("publish_on: 113-01-01", []),
        ("publish_on: 112-12-31", ["E109"]),
        ("publish_on: 115-01-05", []),
        ("publish_on: 117-02-01", []),
        ("公開日期: 114-02-01", ["E342"]),
        ("adopted: 114-01-14\npublish_on: 114-01-13", ["E145"]),
        ("adopted: 114-01-14\npublish_on: 114-01-14", []),
        ("adopted: 114-01\npublish_on: 114-01-02", []),
        ("approvals: [{kind: 核定, date: 114-01-20}]\npublish_on: 114-01-19", ["E145"]),
        ("approved: 114-01-20\npublish_on: 114-01-19", ["E145"]),
    ],
)
def test_the_day_to_publish(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("withdrawn: {date: 114-06-30, reason: 業務移撥。}", []),
        ("withdrawn: {date: 114-06-30}", ["E202"]),
        ("withdrawn: {reason: 業務移撥。}", ["E202"]),
        ("withdrawn: {date: 114-06-30, reason: }", ["E207"]),
        ("withdrawn: {date: 114-06, reason: 業務移撥。}", ["E199"]),
        ("withdrawn: {date: 2025-06-30, reason: 業務移撥。}", ["E208"]),
        ("withdrawn: 114-06-30", ["E206"]),
        ("withdrawn: true", ["E206", "W124"]),
        ("withdrawn: {date: 114-06-30, reason: 洽王小明0912-345-678。}", ["W502"]),
        ("status: withdrawn", ["E148"]),
        ("status: draft\nwithdrawn: {date: 114-06-30, reason: 業務移撥。}", ["E147"]),
        ("adopted: 114-01-14\nwithdrawn: {date: 113-06-30, reason: 業務移撥。}", ["E146"]),
        ("publish_on: 114-02-01\nwithdrawn: {date: 114-01-31, reason: 業務移撥。}", ["E146"]),
        ("withdrawn：｛date: 114-06-30，reason: 業務移撥。｝", ["E340"]),
    ],
)
def test_a_withdrawal(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
