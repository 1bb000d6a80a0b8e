import time

import pytest

from planpress.source.checks.marks import check_doubled, check_marks
from planpress.source.checks.wording import check_wording
from tests.snippets import of_office, of_plan, of_rows, of_topics


def marks(text: str) -> list[tuple[str, str, str]]:
    """Code, what stands there, and what is to stand there."""
    found = list(check_marks((), text))
    assert all(text[slice(*finding.span or ())].strip() == finding.values["value"] for finding in found)
    return [(each.code, each.values["value"], each.values.get("meant", "")) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推廣**電子帳單**。", ("**電子帳單**", "電子帳單")),
        ("推廣**x**", ("**x**", "x")),
        ("推廣**「電子帳單」**服務", ("**「電子帳單」**", "「電子帳單」")),
        ("推廣***電子 帳單。***", ("***電子 帳單。***", "電子 帳單。")),
        ("*電子帳單*的推廣", ("*電子帳單*", "電子帳單")),
        ("推廣*電子帳單*。", ("*電子帳單*", "電子帳單")),
        ("推廣 *e-bills* 者", ("*e-bills*", "e-bills")),
        ("推廣__電子帳單__。", ("__電子帳單__", "電子帳單")),
        ("帳單__x__與", ("__x__", "x")),
        ("推廣~~電子~~帳單", ("~~電子~~", "電子")),
        ("推廣`電子帳單`", ("`電子帳單`", "電子帳單")),
        ("推廣``電子帳單``", ("``電子帳單``", "電子帳單")),
        ("# 基礎服務", ("# 基礎服務", "基礎服務")),
        ("依規定辦理。\n### 基礎服務 ###\n其他", ("### 基礎服務 ###", "基礎服務")),
        ("> 依規定辦理。", ("> 依規定辦理。", "依規定辦理。")),
    ],
)
def test_a_mark_of_markdown_is_named_with_what_to_write(text: str, found: tuple[str, str]) -> None:
    assert marks(text) == [("W185", *found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("見[電子帳單](https://a.example/x)。", ("[電子帳單](https://a.example/x)", "電子帳單（https://a.example/x）")),
        ("[https://a.example](https://a.example)", ("[https://a.example](https://a.example)", "https://a.example")),
        ('見[單](http://a.example/a(1) "題")', ('[單](http://a.example/a(1) "題")', "單（http://a.example/a(1)）")),
        ("見[單](<../x.html>)", ("[單](<../x.html>)", "單（../x.html）")),
        ("見[下](#m-1-1)", ("[下](#m-1-1)", "下（#m-1-1）")),
        ("[信](mailto:a@b.example)", ("[信](mailto:a@b.example)", "信（mailto:a@b.example）")),
        ("![圖一](one.png)", ("![圖一](one.png)", "圖一")),
        ("見<https://a.example/x>。", ("<https://a.example/x>", "https://a.example/x")),
    ],
)
def test_a_link_of_markdown_is_written_as_words_and_address(text: str, found: tuple[str, str]) -> None:
    assert marks(text) == [("W186", *found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q&amp;A", ("&amp;", "&")),
        ("甲&nbsp;乙", ("&nbsp;", "\xa0")),
        ("&lt;", ("&lt;", "<")),
        ("&#8212;", ("&#8212;", "—")),
        ("&#x4E00;", ("&#x4E00;", "一")),
    ],
)
def test_the_code_of_a_character_is_named_with_the_character(text: str, found: tuple[str, str]) -> None:
    assert marks(text) == [("W187", *found)]


@pytest.mark.parametrize(
    "tag", ["<br>", "<br/>", "<BR />", "<b>", "</b>", '<font color="red">', "</p>", "<!--", "<td\n>"]
)
def test_a_tag_is_named(tag: str) -> None:
    assert marks(f"推廣{tag}帳單") == [("W188", tag, "")]


@pytest.mark.parametrize(
    "text",
    [
        "滿意度*",
        "* 為必填，*者免填",
        "*者為新增，標示*者",
        "標*者及*者",
        "5*3*2 公分",
        "長*寬*高",
        "註**",
        "身分證 A12****** 及 B34*****",
        "#3 機組",
        "#3、#4 機組",
        "# 3",
        "C# 程式",
        "8~10 時、~~",
        "> 95%",
        "5 > 3",
        "`",
        "[附件](一)",
        "[附件](1.2)",
        "[附件] (https://a.example)",
        "（一）[註]",
        "AT&T",
        "Q&A; R&D;",
        "甲&乙;",
        "<示範>",
        "a < b > c",
        "A<B",
        "https://a.example/?a=1&b=2",
        "－－－",
        "snake_case_name",
    ],
)
def test_what_may_be_meant_is_no_mark(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推廣。。", [("。。", "。")]),
        ("推廣，，並、、且", [("，，", "，"), ("、、", "、")]),
        ("推廣，。", [("，。", "。")]),
        ("推廣。。。", [("。。。", "。")]),
        ("推廣：：", [("：：", "：")]),
        ("推廣。」。", []),
        ("推廣……", []),
        ("好！！", []),
        ("推廣——", []),
    ],
)
def test_stops_that_follow_one_another(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.values["value"], each.values["meant"]) for each in check_doubled((), text)] == found


def test_they_are_told_wherever_a_text_stands_unless_it_is_so_in_the_source() -> None:
    assert of_rows("- h1: 一、**服務**\n- say: Q&amp;A\n- do: 1. 推廣。。\n  unsure: <br>\n") == [
        "1:9 W185 **服務**",
        "2:9 W187 &amp;",
        "3:12 W189 。。",
        "4:11 W188 <br>",
    ]
    assert of_rows("- {h1: 一、**服務**, sic: true}\n- {do: 1. 推廣。。, sic: true}") == []
    assert of_plan("transcription_notes: [見 `附件`, 原文作「。。」。]") == ["1:25 W185 `附件`"]
    assert of_office("departments:\n  - name: 業務組\n    en: '**Business**'\n") == ["3:10 W185 **Business**"]
    topic = 'topics:\n  - {id: a, name: 甲, text: "見[甲](/a/)。", en: A, text_en: A, words: [到府]}\n'
    assert [each.split(" ", 1)[1] for each in of_topics(topic)] == ["W186 [甲](/a/)"]


def test_two_signs_between_departments_are_told_once() -> None:
    found = of_rows("- do: 1. 推廣。\n  who: 業務組、、電務組\n")
    assert [each.split()[1] for each in found if "W189" in each] == []


@pytest.mark.parametrize("piece", ["**", "**a", "*a", "[", "[a](", "[a](/", "`", "~~a", "&", "<a ", "# ", "<!", "。"])
def test_no_text_takes_long(piece: str) -> None:
    began = time.monotonic()
    list(check_marks((), piece * 20_000))
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| 據點 | 件數 |\n|---|---|\n| 東區 | 1 |", [("W780", "|---|---|", "")]),
        ("據點 | 件數\n:--- | ---:\n東區 | 1", [("W780", ":--- | ---:", "")]),
        ("推廣電子帳單[^1]。", [("W781", "[^1]", "註1")]),
        ("推廣[^1]與[^註]。", [("W781", "[^1]", "註1"), ("W781", "[^註]", "註註")]),
        ("推廣[1]、[註2]。", []),
        ("一---二", []),
        ("---", []),
        ("甲|乙", []),
    ],
)
def test_tables_and_footnotes_of_markdown_are_named(text: str, found: list[tuple[str, str, str]]) -> None:
    assert marks(text) == found


@pytest.mark.parametrize("text", ["自__年__月__日起", "共__件，計__元", "（__）", "姓名__", "第__條第__款", "a__b__c"])
def test_lines_to_write_on_are_no_marks(text: str) -> None:
    assert marks(text) == []


def test_a_mark_of_two_lines_is_told_once() -> None:
    assert [each.code for each in check_wording((), "推廣__電子帳單__，共__件。")] == ["W123", "W185"]


def test_a_simplified_name_of_a_department_is_told_once() -> None:
    assert [told.split()[1] for told in of_rows("- do: 1. 推廣電子帳單。\n  who: 业务组")] == ["E104"]
