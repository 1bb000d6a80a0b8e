import pytest

from tests.snippets import of_plan, of_rows


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- table: 甲\n  head: [子, 丑]\n  body: [[寅, 卯], [辰, \"\"]]", []),
        ("- table: 甲\n  head: [子, 丑]\n  body:\n    - [寅, 卯]\n    - [辰, 巳]\n- do: 作法。", []),
        ("- table: 甲\n  head: [子, 丑]\n  body:\n  - [寅, 卯]\n- do: 作法。", []),
        ("- table: 甲\n  head:\n    - 子\n    - 丑\n  body:\n    - - 寅\n      - 卯", []),
        ("- table: 甲\n  head: [子, 丑]\n  body: [\n    [寅, 卯],\n  ]", []),
        ("- table: 甲\n  head: [who, 承辦部門]\n  body:\n    - [do, 業務組]\n    - [item, note]", []),
        ("- table: 甲\n  head: [可否, 說明]\n  body: [[是, 無], [否, yes]]", []),
        ("- table: 甲", ["1:3 E120 table"]),
        ("- table: 甲\n  head: [子]", ["1:3 E120 table"]),
        ("- figure: a.png", ["1:3 E120 figure"]),
        ("- figure: a.png\n  alt: 流程。", []),
        ("- table: 甲\n  head: [子, 丑]\n  body: [[寅, 卯], [辰]]", ["3:18 E121 [辰]"]),
        ("- table: 甲\n  head: [子, 丑]\n  body:\n    - [寅, 卯, 辰]", ["4:7 E121 [寅, 卯, 辰]"]),
        ("- table: 甲\n  head: [子，丑]\n  body: [[寅，卯]]", ["2:11 W129 ，"]),
        ("- table: 甲\n  head: [子，丑]\n  body: [[寅，卯]]\n  sic: true", []),
        ("- note: 註1 甲。2. 乙。3. 丙。", []),
        ("- note: 註：1.", []),
        ("- do: 1. 甲。\n- note: 註\n- do: 2. 乙。", []),
        ("- note: 甲\n- note: 甲", []),
    ],
)  # fmt: skip
def test_a_table_and_a_figure_have_what_they_need(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- do: 甲。\n- item: 子\n- note: 註\n- item: 丑", ["4:3 W127 item"]),
        ("- do: 甲。\n- table: 表\n  head: [子]\n  body: [[丑]]\n- note: 註\n- item: 丑", ["6:3 W127 item"]),
        ("- do: 甲。\n- note: 註\n- item: 丑\n  sic: true", []),
        ("- do: 甲。\n- item: 丑\n- note: 註\n- do: 乙。\n- item: 子", []),
        ("- note: 註\n- item: 丑", ["2:3 E101 item"]),
        ("- do: 甲。\n- h1: 乙\n- note: 註\n- do: 丙。\n- item: 丁", []),
    ],
)
def test_an_item_behind_what_follows_its_measure_is_told(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("- table: 甲\n  head: [子]\n  body: [[丑]]\n  who: 業務組", ["4:3 E157 who"]),
        ("- note: 甲\n  unsure: 疑", ["2:3 E157 unsure"]),
        ("- note: 甲\n  id: n-1", ["2:3 E157 id"]),
        ("- note: 甲\n  alt: 受理、核准。", ["2:3 E157 alt"]),
        ("- figure: a.png\n  alt: 受理、核准。\n  head: [子]", ["3:3 E157 head"]),
        ("- do: 甲\n  caption: 圖", ["2:3 E157 caption"]),
        ("- h1: 甲\n  body: [[子]]\n- do: 乙", ["2:3 E157 body"]),
        ("- h1: 甲\n- say: 乙\n  alt: 丙\n- do: 丁", ["3:3 E157 alt"]),
        ("- note: 甲\n  table: 乙", ["1:3 E214 note"]),
    ],
)
def test_a_key_on_another_kind_of_row_is_told(row: str, expected: list[str]) -> None:
    assert of_rows(row) == expected


def test_their_texts_are_looked_at_like_any_other() -> None:
    assert of_rows("- note: 手機0912-345-678") == ["1:11 W502 0912-345-678"]
    assert of_rows("- table: 甲\n  head: [子]\n  body: [[0912-345-678]]") == ["3:11 W502 0912-345-678"]
    assert of_rows("- figure: a.png\n  alt: 流\u200b程") == ["2:9 E501 \u200b"]
    assert of_rows("- table: 甲\n  head: [子]\n  body: [[待補]]") == ["3:11 W123 待補"]
    assert of_rows("- table: 甲\n  head: [子]\n  body: [[待補, 0912-345-678]]\n  sic: true") == [
        "3:10 E121 [待補, 0912-345-678]"
    ]


def test_tables_have_limits() -> None:
    rows = ", ".join(["[丑]"] * 501)
    assert of_rows(f"- table: 甲\n  head: [子]\n  body: [{rows}]")[0].startswith("3:9 E117")
    assert of_rows(f"- table: 甲\n  head: [子]\n  body: [[{'丑' * 2001}]]")[0].startswith("3:11 E118")


COLUMNS = "columns: {groups: [面向], measure: 具體作法"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{COLUMNS}}}\nsections: [{{rows: [{{do: 甲。}}]}}]", []),
        (f"{COLUMNS}}}\nsections: [{{rows: [{{do: 甲。, when: 每月辦理}}]}}]", ["2:29 E115 when"]),
        (f"{COLUMNS}}}\nsections: [{{rows: [{{do: 甲。, who: 業務組}}]}}]", ["2:29 E115 who"]),
        (f"{COLUMNS}}}\nwhen: 每月辦理\nsections: [{{rows: [{{do: 甲。}}]}}]", ["2:1 E115 when"]),
        (f"{COLUMNS}, more: [預算]}}\nsections: [{{rows: [{{do: 甲。, more: {{預算: 5萬}}}}]}}]", []),
        (f"{COLUMNS}, more: [預算]}}\nsections: [{{rows: [{{do: 甲。, more: {{預箅: 5萬}}}}]}}]", ["2:36 E116 預箅"]),
        (f"{COLUMNS}}}\nsections: [{{rows: [{{do: 甲。, more: {{預算: 5萬}}}}]}}]", ["2:36 E116 預算"]),
        (f"{COLUMNS}, more: [預算, 具體作法]}}\nsections: [{{rows: [{{do: 甲。}}]}}]", ["1:51 E119 具體作法"]),
        (f"{COLUMNS}, when: 期間, more: [期間]}}\nsections: [{{rows: [{{do: 甲。}}]}}]", ["1:57 E119 期間"]),
        (
            f"{COLUMNS}, when: 期間}}\nwhen: 每月辦理\nsections:\n"
            "  - columns: {groups: [項], measure: 工作}\n    rows: [{do: 甲。}]",
            [],
        ),
        (
            f"{COLUMNS}, when: 期間}}\nsections:\n"
            "  - columns: {groups: [項], measure: 工作}\n    rows: [{h1: 一, when: 每月辦理}, {do: 甲。}]",
            ["4:20 E115 when"],
        ),
        (
            f"{COLUMNS}, who: 部門}}\nsections:\n  - rows: [{{do: 甲。, who: 業務組}}]\n"
            "  - columns: {groups: [項], measure: 工作}\n    rows: [{do: 乙。}]",
            [],
        ),
    ],
)
def test_what_a_row_says_has_its_column(text: str, expected: list[str]) -> None:
    assert of_plan(text) == expected


@pytest.mark.parametrize(
    "alt", ["流程圖", "flow.png", "flow", "圖1", "圖 一", "作業流程圖。", "圖片", "Flow chart", "附圖"]
)
def test_an_alt_that_tells_nothing_of_the_figure_is_told(alt: str) -> None:
    row = f"- do: 1. 推廣。\n- figure: flow.png\n  alt: {alt}"
    assert [each for each in of_rows(row) if "W782" in each] == [f"3:8 W782 {alt}"]
    assert not [each for each in of_rows(f"{row}\n  sic: true") if "W782" in each]


@pytest.mark.parametrize(
    "alt", ["流程為受理、審查、核准。", "圖1 為申請之後兩個工作天內派員。", "流程圖：受理、審查。"]
)
def test_an_alt_that_tells_something_is_left_alone(alt: str) -> None:
    assert not [each for each in of_rows(f"- do: 1. 推廣。\n- figure: flow.png\n  alt: {alt}") if "W782" in each]
