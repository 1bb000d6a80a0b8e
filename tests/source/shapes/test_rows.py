from planpress.source.plans.shaping import as_shape
from planpress.source.row_addresses.ids import addressed
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.rows import Node, Paragraphs, SectionOutline
from planpress.source.text.yaml_text import parse

HEAD = """\
title: 示範區營業處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
"""


def sections(text: str) -> tuple[SectionOutline, ...]:
    document, _ = parse("plan.yml", (HEAD + text).encode())
    assert document is not None
    file, problems = as_shape(document, PlanFile)
    assert file is not None, problems
    return addressed(file).sections


def ids(nodes: list[Node]) -> list[object]:
    return [(node.id, ids(node.children)) if node.children else node.id for node in nodes]


def texts(lines: list[Paragraphs]) -> list[object]:
    return [(line.text, texts(line.children)) if line.children else line.text for line in lines]


def test_ids_are_sibling_positions_and_run_on_across_sections() -> None:
    first, second = sections("""
sections:
  - rows:
      - do: 沒有標題的作法
      - h1: 一、基礎服務
      - do: 1. 作法
      - h2: 2. 標題
      - h3: (1) 標題
      - do: 作法
      - item: 甲. 細項
      - item: 乙. 細項
      - h2: 3. 標題
      - do: 作法
  - rows:
      - h1: 二、服務遞送
      - do: 作法
""")
    assert ids(first.children) == [
        "m-1",
        (
            "g-2",
            [
                "m-2-1",
                ("g-2-2", [("g-2-2-1", [("m-2-2-1-1", ["m-2-2-1-1-i1", "m-2-2-1-1-i2"])])]),
                ("g-2-3", ["m-2-3-1"]),
            ],
        ),
    ]
    assert ids(second.children) == [("g-3", ["m-3-1"])]
    assert (first.id, second.id) == ("s-1", "s-2")


def test_a_fixed_id_replaces_the_position_and_leads_to_its_items() -> None:
    (section,) = sections("""
sections:
  - id: measures
    rows:
      - h1: 一、基礎服務
        id: basic
      - do: 1. 作法
        id: pay
      - item: 甲. 細項
      - item: 乙. 細項
        id: e-bill
      - do: 2. 作法
""")
    assert section.id == "measures"
    assert ids(section.children) == [("basic", [("pay", ["pay-i1", "e-bill"]), "m-1-2"])]


def test_introductions_belong_to_the_heading_above() -> None:
    (section,) = sections("""
sections:
  - rows:
      - h1: 一、基礎服務
      - say: 第一段
      - h2: (一) 標題
      - say: 第二段
      - say: 第三段
      - do: 作法
""")
    (top,) = section.children
    assert [text for _, text in top.says] == ["第一段"]
    assert top.children[0].says == [
        (("sections", 0, "rows", 3, "say"), "第二段"),
        (("sections", 0, "rows", 4, "say"), "第三段"),
    ]


def test_strays_are_kept_apart() -> None:
    (section,) = sections("""
sections:
  - rows:
      - say: 無標題
      - item: 甲. 無作法
      - h1: 一、基礎服務
      - do: 作法
      - h1: 二、服務遞送
      - item: 乙. 無作法
""")
    assert [(path[-1], row.kind) for path, row in section.strays] == [(0, "say"), (1, "item"), (5, "item")]
    assert ids(section.children) == [("g-1", ["m-1-1"]), "g-2"]


def test_an_item_after_an_introduction_still_belongs_to_its_measure() -> None:
    (section,) = sections("sections: [{rows: [{h1: 標題}, {do: 作法}, {say: 說明}, {item: 細項}]}]")
    assert ids(section.children) == [("g-1", [("m-1-1", ["m-1-1-i1"])])]


def test_a_heading_closes_the_deeper_ones_also_when_levels_jump() -> None:
    (section,) = sections("sections: [{rows: [{h1: 甲}, {h3: 乙}, {h3: 丙}, {h2: 丁}, {h1: 戊}]}]")
    assert ids(section.children) == [("g-1", ["g-1-1", "g-1-2", "g-1-3"]), "g-2"]


def test_numbers_leave_the_text() -> None:
    (section,) = sections("sections: [{heading: 壹、依據, rows: [{h1: (一) 標題}, {do: 作法}]}]")
    (group,) = section.children
    assert section.number is not None and section.number.printed == "壹、"
    assert section.heading == "依據"
    assert group.number is not None and (group.number.printed, group.text) == ("(一)", "標題")
    assert (group.children[0].number, group.children[0].text) == (None, "作法")


def test_paragraphs_nest_by_the_style_of_their_numbers() -> None:
    (section,) = sections("""
sections:
  - heading: 柒、考核
    text: |
      前言
      一、甲
      （一）乙
      1. 丙
      2. 丁
      （二）戊

      1. 己
      二、庚
      結語
      1. 辛
""")
    assert texts(section.lines) == [
        "前言",
        ("甲", [("乙", ["丙", "丁"]), ("戊", ["己"])]),
        "庚",
        "結語",
        "辛",
    ]


def test_a_line_knows_where_it_starts() -> None:
    (section,) = sections("sections:\n  - text: |\n      一、甲\n        二、乙\n\n      三、丙\n")
    assert section.entry.text is not None
    assert [section.entry.text[line.start :][:2] for line in section.lines] == ["一、", "二、", "三、"]


def test_a_section_without_heading_takes_its_number_from_the_text() -> None:
    first, second, third = sections("""
sections:
  - text: 柒、本計畫如有未盡事宜，得修正。
  - text: 一、不是章號。
  - heading: 附則
    text: 捌、章有標題，此為段落的編號。
""")
    assert first.number is not None and first.number.printed == "柒、"
    assert (first.heading, texts(first.lines), first.lines[0].number) == (None, ["本計畫如有未盡事宜，得修正。"], None)
    assert second.number is None and second.lines[0].number is not None
    assert third.number is None and third.lines[0].number is not None


def test_numbers_of_any_form_nest_as_they_open() -> None:
    (section,) = sections("""
sections:
  - text: |
      Ⅰ、甲
      ㈠乙
      １．丙
      ⑴丁
      （甲）戊
      A. 己
      (a) 庚
      ⑥ 辛
      (b) 壬
      Ⅱ、癸
      附件1
      ⒈子
      附件2：丑
""")
    assert texts(section.lines) == [
        ("甲", [("乙", [("丙", [("丁", [("戊", [("己", [("庚", ["辛"]), "壬"])])])])])]),
        "癸",
        "附件1",
        "子",
        "丑",
    ]
    assert [line.number.printed for line in section.lines if line.number] == ["Ⅰ、", "Ⅱ、", "⒈", "附件2："]


def test_the_ninth_of_a_list_of_letters_is_a_letter() -> None:
    rows = "".join(f"      - do: {letter}. 作法\n" for letter in "ABCDEFGHI")
    (section,) = sections(f"sections:\n  - rows:\n{rows}      - h1: I. 標題\n      - do: (i) 作法\n")
    *_, ninth, heading = section.children
    assert [node.number.style.value for node in (ninth, heading, *heading.children) if node.number] == [
        "letter",
        "roman",
        "small-roman-parentheses",
    ]
