import pytest

from tests.snippets import of_plan, of_rows


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- h1: 甲\n- do: 乙\n- item: 丙", []),
        ("- item: 丙", ["1:3 E101 item"]),
        ("- h1: 甲\n- do: 乙\n- h1: 丙\n- item: 丁", ["4:3 E101 item"]),
        ("- say: 甲", ["1:3 E102 say"]),
        ("- do: 甲\n- say: 乙", ["2:3 E102 say"]),
        ("- h1: 甲\n- say: 乙\n- say: 丙\n- do: 丁", []),
        ("- h1: 甲\n- do: 乙\n- say: 丙", ["3:3 W109 say"]),
        ("- h1: 甲\n- h2: 乙\n- do: 丙\n- h2: 丁\n- say: 戊", []),
    ],
)
def test_rows_belong_somewhere(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 1, 2, 1], []),
        ([2], ["1:3 E106 h2"]),
        ([1, 3], ["2:3 E106 h3"]),
        ([1, 3, 4, 3, 2], ["2:3 E106 h3"]),
        ([1, 2, 1, 3], ["4:3 E106 h3"]),
    ],
)
def test_levels_go_down_one_at_a_time(levels: list[int], expected: list[str]) -> None:
    assert of_rows("\n".join(f"- h{level}: 標題" for level in levels)) == expected


def test_levels_begin_anew_in_every_section() -> None:
    assert of_plan("sections: [{rows: [{h1: 甲}, {h2: 乙}]}, {rows: [{h3: 丙}]}]") == ["1:49 E106 h3"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- h1: 甲\n  id: basic\n- do: 乙\n  id: pay", []),
        ("- h1: 甲\n  id: basic\n- do: 乙\n  id: basic", ["4:7 E103 basic"]),
        ("- h1: 甲\n  id: g-2\n- h1: 乙", ["2:7 E103 g-2"]),
        ("- h1: 甲\n- do: 乙\n  id: m-1-1", []),  # it may keep what it would get
        ("- do: 甲\n  id: m-2\n- do: 乙\n  id: m-1", []),  # places changed, ids kept
        ("- do: 甲\n- item: 乙\n- do: 丙\n  id: m-1-i1", ["4:7 E103 m-1-i1"]),
        ("- do: 甲\n  id: s-1", ["2:7 E103 s-1"]),
    ],
)
def test_ids_are_there_once(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("s-1", []),
        ("g-1", []),
        ("m-1-1", []),
        ("m-1-1-i1", []),
        ("pay", []),
        ("m-1-2", ["8:9 E107 m-1-2"]),
        ("m-1-9", ["8:9 E107 m-1-9"]),
    ],
)
def test_shortcuts_lead_somewhere(target: str, expected: list[str]) -> None:
    rows = "rows: [{h1: 甲}, {do: 乙}, {item: 丙}, {do: 丁, id: pay}]"
    text = f"""
        sections:
          - {rows}


        # 捷徑
        shortcuts:
          - text: 繳費
            to: {target}
    """
    assert of_plan(text) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- do: 1.", ["1:7 W171 1."]),
        ("- do: 1", ["1:7 W171 1"]),
        ("- do: （1）", ["1:7 W171 （1）"]),
        ("- h1: 一、\n- do: 推廣電子帳單。", ["1:7 W171 一、"]),
        ("- do: 推廣電子帳單。\n- item: 甲.", ["2:9 W171 甲."]),
        ("- do: 1.\n  sic: true", []),
        ("- h1: 附件\n- do: 推廣電子帳單。", []),
    ],
)
def test_a_number_needs_a_text(rows: str, expected: list[str]) -> None:
    assert of_rows(rows) == expected


def test_a_heading_of_a_section_needs_more_than_its_number() -> None:
    assert of_plan("sections:\n  - heading: 壹、\n    text: 依據。") == ["2:14 W171 壹、"]
