import pytest

from tests.snippets import of_office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("services: [{code: I00}, {code: E41}, {code: 9ZZ}]", []),
        ("services: [{code: J00}, {code: 0A1}]", ["1:36 E902 J00", "1:49 E902 0A1"]),
        ("themes: [{code: J00}, {code: 000}], policies: [{code: J00}]", []),
        ("themes: [{code: 100}, {code: 170}, {code: 100}]", ["1:60 E903 100"]),
        ("themes: [{code: 100}], policies: [{code: 100}]", []),
        ("services: [{code: I00, name: 公共資訊}, {code: I10, name: 某類}]", []),
        ("services: [{code: I00, name: 公開資訊}]", ["1:47 E904 公開資訊"]),
        ("themes: [{code: I00, name: 公開資訊}]", []),
        ("services: [{code: i00}]", ["1:36 E212 i00"]),
        (
            "services: [{code: I0}, {code: I000}, {code: Ｉ００}]",
            ["1:36 E212 I0", "1:48 E212 I000", "1:62 E212 Ｉ００"],
        ),
        ("services: [{name: 公共資訊}]", ["1:29 E202 {name: 公共資訊}"]),
        ("cakes: [{code: I00}]", ["1:18 E201 cakes"]),
    ],
)
def test_classes_exist_once_under_their_own_names(text: str, expected: list[str]) -> None:
    assert of_office(f"classification: {{{text}}}") == expected


def test_an_unknown_service_is_marked_where_it_stands_in_a_list() -> None:
    assert of_office("classification:\n  services:\n    - code: I00\n    - code: K12\n") == ["4:13 E902 K12"]
