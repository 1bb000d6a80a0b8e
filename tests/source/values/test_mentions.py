import pytest

from planpress.source.values.mentions import Mention, mentions


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("業務組", [Mention("業務組", 0)]),
        ("業務組、電務組", [Mention("業務組", 0), Mention("電務組", 4)]),
        ("業務組 、 電務組", [Mention("業務組", 0), Mention("電務組", 6)]),
        ("業務組（工務段、總務組）", [Mention("業務組", 0), Mention("工務段", 4, True), Mention("總務組", 8, True)]),
        ("業務組(工務段)", [Mention("業務組", 0), Mention("工務段", 4, True)]),
        ("業務組、", [Mention("業務組", 0), Mention("", 4)]),
        ("（工務段）", [Mention("", 0), Mention("工務段", 1, True)]),
        ("業務組（）", [Mention("業務組", 0), Mention("", 4, True)]),
        ("業務組（工務段", [Mention("業務組（工務段", 0)]),
        ("業務組（工務段）、電務組", [Mention("業務組（工務段）、電務組", 0)]),
    ],
)
def test_mentions(cell: str, expected: list[Mention]) -> None:
    assert list(mentions(cell)) == expected


def test_a_mention_knows_its_characters() -> None:
    cell = "業務組 、 電務組（工務段）"
    assert [cell[slice(*mention.span)] for mention in mentions(cell)] == ["業務組", "電務組", "工務段"]
