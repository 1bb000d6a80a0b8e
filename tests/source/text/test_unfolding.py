import pytest

from planpress.problems.problem import Place
from planpress.source.text.yaml_text import YamlDocument, parse


def document(text: str) -> YamlDocument:
    found, problems = parse("plan.yml", text.encode())
    assert found is not None and problems == []
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 推廣電子\n  帳單", "推廣電子帳單"),
        ("a: 推廣電子\r\n  帳單，\r\n  並\r\n", "推廣電子帳單，並"),
        ("a: '推廣''電子'''\n", "推廣'電子'"),
        ("a: '推廣''電子\n  帳單'", "推廣'電子帳單"),
        ("a: '推廣''\n  帳單 收據\n  費'", "推廣'帳單 收據費"),
        ('a: "推廣電子\n  帳單"', "推廣電子帳單"),
        ('a: "\\u63a8\\u3000\\x20廣電\\n子\n  帳單\\t收\n  據"', "推\u3000 廣電\n子帳單\t收據"),
        ('a: "推廣\\\n  電子\\\n  \\ 帳單\n  收據"', "推廣電子 帳單收據"),
        ("a: >\n  推廣電子 \n  帳單，\n  並\n", "推廣電子帳單，並"),
        ("a: >-  # 註\n  推廣\n  電子\n# 註\nb: 帳單\n", "推廣電子"),
        ("a: >\n  推廣\n    甲\n    乙\n  電子\n  帳單\n", "推廣\n  甲\n  乙\n電子帳單"),
        ("a: 推廣\n\n  電子\n  帳單", "推廣\n電子帳單"),
        ("a: |\n  推廣電子\n  帳單\n", "推廣電子\n帳單"),
        ("a: 推廣電子 帳單\n  收據", "推廣電子 帳單收據"),
        ("a: 使用 QR\n  Code\n  繳費", "使用 QR Code 繳費"),
        ("a: plain English\n  text", "plain English text"),
    ],
)
def test_a_break_within_chinese_leaves_no_blank(text: str, value: str) -> None:
    assert document(text).data["a"] == value


@pytest.mark.parametrize(
    "text", ["a: 推廣電子\n  帳單業物組", "a: >\n  推廣電子\n  帳單業物組\n", "a: '推廣電子\n  帳單業物組'"]
)
def test_places_are_those_of_the_file(text: str) -> None:
    found = document(text)
    start = str(found.data["a"]).index("業物組")
    place = found.locate(("a",), span=(start, start + 3))
    line = text.split("\n").index(place.excerpt) + 1
    assert place == Place("plan.yml", line, 5, 3, place.excerpt)
    assert place.excerpt[4:7] == "業物組"
