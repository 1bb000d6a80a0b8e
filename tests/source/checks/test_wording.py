import pytest

from tests.snippets import of_office, of_plan, of_rows, of_topics, plan_problems


def do(text: str) -> list[str]:
    return of_rows(f"- do: {text}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推廣電子 帳單", ["1:11 W120  "]),
        ("推廣電子帳單， 並", ["1:14 W120  "]),
        ("推廣電子\u00a0帳單", ["1:11 W120 \u00a0"]),
        ("推廣電子\u3000帳單", ["1:11 W120 \u3000"]),
        ("業務    電務", ["1:9 W120     "]),
        ("電話：    1910", ["1:10 W120     "]),
        ("使用\u3000App", ["1:9 W120 \u3000"]),
        ("推廣 電子 帳單", ["1:9 W120  ", "1:12 W120  "]),
        ("1. 推廣 電子", ["1:12 W120  "]),
    ],
)
def test_blanks_within_chinese(text: str, found: list[str]) -> None:
    assert do(text) == found


@pytest.mark.parametrize(
    "text", ["1. 推廣電子帳單。", "1.  推廣", "一、 推廣", "（一） 推廣", "（一）\u3000推廣", "使用 QR Code 繳費 10 元"]
)
def test_blanks_behind_a_number_or_beside_latin_words_are_usual(text: str) -> None:
    assert do(text) == []


def test_blanks_of_a_section_count_within_its_lines() -> None:
    text = "sections:\n  - text: |\n      \u3000\u3000推廣電子。\n      一、 電子\n      收據 帳單\n"
    assert of_plan(text) == ["5:9 W120  "]


def test_a_wrapped_line_has_no_blank() -> None:
    assert of_rows("- do: 推廣電子\n    帳單 收據") == ["2:7 W120  "]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推廣“電子帳單”", ["1:9 W121 “", "1:14 W121 ”"]),
        ("推廣‘電子’帳單", ["1:9 W121 ‘", "1:12 W121 ’"]),
        ("使用“App”查詢", ["1:9 W121 “", "1:13 W121 ”"]),
        ('推廣"電子"帳單', ['1:9 W121 "', '1:12 W121 "']),
        ("推廣'電子'帳單", ["1:9 W121 '", "1:12 W121 '"]),
        ("推廣〝電子〞", ["1:9 W121 〝", "1:12 W121 〞"]),
        ("推廣＂電子＂", ["1:9 W121 ＂", "1:12 W121 ＂"]),
        ("推廣「電子帳單", ["1:9 W122 「"]),
        ("推廣電子」帳單", ["1:11 W122 」"]),
        ("推廣「電子『帳單」", ["1:12 W122 『"]),
        ("推廣《電子（含收據》", ["1:12 W122 （"]),
        ("推廣電子(含收據", ["1:11 W122 ("]),
    ],
)
def test_quotation_marks_of_another_kind_and_halves(text: str, found: list[str]) -> None:
    assert do(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "推廣「電子『帳單』」及（含(1)收據）",
        "People’s Choice 獎、Taipower's 服務及 People's 獎",
        '24"螢幕、5\'6"',
        "1) 推廣、2) 收據",
        "「電子（含收據)」",
    ],
)
def test_marks_that_are_usual(text: str) -> None:
    assert do(f"|\n    {text}") == []


def test_the_marks_that_chinese_has_are_offered() -> None:
    text = "title: 示範“電”‘子’114年度服務計畫\ncolumns: {groups: [面向], measure: 作法, who: 部門, when: 期間}\nsections: [{text: 甲}]\n"
    assert [each.values["nearest"] for each in plan_problems(text)] == ["「", "」", "『", "』"]


@pytest.mark.parametrize(
    "word",
    ["待補", "待確認", "○○", "◯◯", "ＸＸ", "XX", "xxx", "×××", "TBD", "TODO", "???", "？？", "___", "〇〇"],
)
def test_words_to_fill_in(word: str) -> None:
    assert of_rows(f"- do: 推廣（{word}）") == [f"1:10 W123 {word}"]


def test_words_to_fill_in_stand_anywhere() -> None:
    assert of_rows("- do: 於OO服務所辦理，日期待補\n  when: TBD") == ["1:8 W123 OO", "1:18 W123 待補", "2:9 W123 TBD"]
    assert of_rows("- do: 於○年○月辦理") == ["1:8 W123 ○", "1:10 W123 ○"]
    assert of_rows("- do: 於114年X月x日辦理，承辦人待補，資料待補充內容。") == [
        "1:12 W123 X",
        "1:14 W123 x",
        "1:22 W123 待補",
        "1:27 W123 待補充內容",
    ]
    assert of_office("name: 示範處\nen: TBD") == ["2:5 W123 TBD"]


@pytest.mark.parametrize(
    "text",
    [
        "申請案件待補件、待補正資料、待補充內容者、待確認身分後辦理，身分待確認，再議",
        "一○○年度、二〇〇五年、一百○五年",
        "○ 推廣電子帳單",
        "參觀ZOO動物園、XXL、MaxX、12xx-34",
        "洽客服專線？如何辦理？",
        "身分證 A12345****",
    ],
)
def test_words_that_only_look_like_them(text: str) -> None:
    assert do(f"|\n    {text}") == []


@pytest.mark.parametrize("word", ["yes", "No", "TRUE", "null", "~", "n/a", "否"])
def test_yes_and_no_are_no_texts(word: str) -> None:
    assert of_rows(f"- do: 推廣\n  unsure: {word}") == [f"2:11 W124 {word}"]


def test_yes_and_no_are_right_where_they_are_asked_for() -> None:
    assert of_rows("- do: 推廣\n  id: yes\n  sic: false") == []
    assert of_office("departments: [{name: 各單位, collective: true}]") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("114年2月30日前", ["1:7 W125 114年2月30日"]),
        ("114年2月29日前", ["1:7 W125 114年2月29日"]),
        ("於2月30日前", ["1:8 W125 2月30日"]),
        ("於４月３１日前", ["1:8 W125 ４月３１日"]),
        ("於 114 年 6 月 31 日前", ["1:9 W125 114 年 6 月 31 日"]),
        ("於二月三十日前", ["1:8 W125 二月三十日"]),
        ("於1月0日前", ["1:8 W125 1月0日"]),
        ("每月32日抄表", ["1:7 W125 每月32日"]),
        ("於114/2/30前", ["1:8 W125 114/2/30"]),
        ("於2025.6.31前", ["1:8 W125 2025.6.31"]),
        ("於114年13月前", ["1:12 W126 13月"]),
        ("於0月前", ["1:8 W126 0月"]),
        ("於十三月前", ["1:8 W126 十三月"]),
        ("於１３月前", ["1:8 W126 １３月"]),
        ("於114年13月5日前", ["1:12 W126 13月"]),
        ("於114/13/5前", ["1:12 W126 13"]),
    ],
)
def test_days_and_months_that_no_calendar_has(text: str, found: list[str]) -> None:
    assert do(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "113年2月29日、於2月29日、12月31日、十二月三十一日、廿一日、105年5月及10月、11-12月",
        "18個月、六個月內、30日內、第13月台、三、四月、每月檢討、2024/2/29",
        "114.25.30.5、0800-12-30、114-2-300",
    ],
)
def test_days_and_months_that_there_are(text: str) -> None:
    assert do(f"|\n    {text}") == []


def test_months_of_a_period_are_told_once() -> None:
    assert of_rows("- do: 推廣\n  when: 114年13月前") == ["2:13 W106 13"]
    assert of_rows("- do: 推廣\n  when: 114年2月30日前") == ["2:9 W140 114年2月30日前"]


def test_what_the_source_has_stays() -> None:
    text = "- do: “推廣 電子」，於○○114年2月30日或13月"
    assert {line.split()[1] for line in of_rows(text)} == {f"W12{digit}" for digit in (0, 1, 2, 3, 5, 6)}
    assert of_rows(f"{text}\n  unsure: yes\n  sic: true") == []


def test_english_and_other_values_keep_their_own_marks() -> None:
    assert (
        of_topics("""
        topics:
          - id: e-billing
            name: 電子帳單
            en: E-bills
            text: 電子帳單。
            text_en: The “電子帳單”  and "bills (1
            words: [電子帳單]
    """)
        == []
    )


def test_a_note_on_the_transcript_quotes_what_the_source_has() -> None:
    assert of_plan("transcription_notes:\n  - 原文件印為“2月30日”及「電 子\n  - 待補") == ["3:5 W123 待補"]
