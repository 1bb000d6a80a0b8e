"""The tables that offices make, and the rows that become of them."""

import pytest

from planpress.editing.papers.paper import Reason
from planpress.model.column_role import ColumnRole
from tests.editing.papers.papers import draft, grid, odt, read, rows, table_of, word


def test_a_row_is_a_measure() -> None:
    content = table_of(
        ("一、基礎服務", "1. 推廣電子帳單。", "業務組", "隨時辦理"),
        ("", "2. 到府服務。", "業務組\n電務組", "105 年 1-12\n月"),
        ("二、創新服務", "提供行動支付。", "各部門", "持續辦理"),
    )
    assert rows(draft(content)) == [
        "h1 一、基礎服務",
        "do 1. 推廣電子帳單。 | 業務組 | 隨時辦理",
        "do 2. 到府服務。 | 業務組、電務組 | 105年1-12月",
        "h1 二、創新服務",
        "do 提供行動支付。 | 各部門 | 持續辦理",
    ]


def test_parallel_paragraphs_belong_together() -> None:
    content = table_of(
        (
            "一、服務",
            "(1) 推廣電子帳單。\n(2) 到府服務。\n甲、預約。\n(3) 單一窗口。",
            "業務組\n電務組\n總務組",
            "隨時辦理",
        ),
    )
    assert rows(draft(content)) == [
        "h1 一、服務",
        "do (1) 推廣電子帳單。 | 業務組 | 隨時辦理",
        "do (2) 到府服務。 | 電務組 | 隨時辦理",
        "item 甲、預約。",
        "do (3) 單一窗口。 | 總務組 | 隨時辦理",
    ]


def test_what_could_belong_to_either_goes_to_both_and_says_so() -> None:
    content = table_of(("一、服務", "1. 推廣電子帳單。\n2. 到府服務。", "業務組\n電務組\n總務組", "隨時辦理"))
    plan = draft(content)
    assert rows(plan)[1:] == [
        "do 1. 推廣電子帳單。 | 業務組、電務組、總務組 | 隨時辦理 ?",
        "do 2. 到府服務。 | 業務組、電務組、總務組 | 隨時辦理 ?",
    ]
    assert "部門" in plan.sections[0].rows[1].doubts[0]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("業務組", ["業務組", "業務組", "業務組"]),
        ("業務組\n\n電務組\n工務段\n\n總務組", ["業務組", "電務組、工務段", "總務組"]),
        ("業務組\n業務組\n業務組", ["業務組", "業務組", "業務組"]),
        ("業務組、\n電務組\n總務組\n工務段", ["業務組、電務組", "總務組", "工務段"]),
    ],
)
def test_departments_beside_three_measures(who: str, expected: list[str]) -> None:
    content = table_of(("一、服務", "1. 甲案。\n2. 乙案。\n3. 丙案。", who, "隨時辦理"))
    said = [row.values.get("who") for row in draft(content).sections[0].rows[1:]]
    doubts = [row.doubts for row in draft(content).sections[0].rows[1:]]
    assert said == expected or all(doubts)
    assert said == expected or who.startswith("業務組、")


@pytest.mark.parametrize("who", ["業務組\n\n", "業務組\n業務組"])
def test_a_department_that_stands_beside_the_first_alone_is_uncertain(who: str) -> None:
    content = table_of(("一、服務", "1. 甲案。\n2. 乙案。\n3. 丙案。", who, "隨時辦理"))
    assert all(row.doubts for row in draft(content).sections[0].rows[1:])


def test_several_departments_beside_a_measure_with_parts_may_be_those_of_the_parts() -> None:
    content = table_of(("一、服務", "1. 推廣。\n◎電子帳單。\n◎行動支付。", "業務組\n電務組", "隨時辦理"))
    assert rows(draft(content))[1:] == [
        "do 1. 推廣。 | 業務組、電務組 | 隨時辦理 ?",
        "item ◎電子帳單。 ?",
        "item ◎行動支付。 ?",
    ]


def test_an_introduction_leads_to_its_measures() -> None:
    content = table_of(
        ("一、服務", "提供多元繳費措施，具體作法如下：\n1. 超商繳費。\n2. 行動支付。", "業務組", "隨時辦理")
    )
    assert [row.kind for row in draft(content).sections[0].rows] == ["h1", "say", "do", "do"]


def test_blanks_of_the_layout_go_and_those_of_words_stay() -> None:
    content = table_of(
        ("二、 法規及流 程簡化", "1.\u3000使用 Google Play 及 QR\u00a0Code 服\u00ad務。", "業 務 組", "隨時辦理")
    )
    assert rows(draft(content)) == ["h1 二、法規及流程簡化", "do 1. 使用Google Play及QR Code服務。 | 業務組 | 隨時辦理"]


def test_a_table_goes_on_over_pages() -> None:
    def write(file: object) -> None:
        grid(
            file,
            [
                ("服務面向", "具體作法", "承辦部門", "執行期間"),
                ("一、服務", "1. 推廣電子帳單，並於各", "業務組", "隨時辦理"),
            ],
        )
        grid(
            file,
            [
                ("服務面向", "具體作法", "承辦部門", "執行期間"),
                ("", "服務據點設置櫃檯。", "", ""),
                ("一、服務", "2. 到府服務。", "電務組", "隨時辦理"),
            ],
        )

    plan = draft(word(write))
    assert rows(plan) == [
        "h1 一、服務",
        "do 1. 推廣電子帳單，並於各服務據點設置櫃檯。 | 業務組 | 隨時辦理",
        "do 2. 到府服務。 | 電務組 | 隨時辦理",
    ]
    assert {each.reason for each in plan.left_out} == {Reason.REPEATED}


def test_columns_are_known_by_what_stands_in_them() -> None:
    content = table_of(
        ("1. 推廣電子帳單。", "業務組", "隨時辦理", "3萬"),
        head=("工作項目", "負責窗口", "執行方式", "預算"),
    )
    (table,) = draft(content).tables
    assert [column.role.value for column in table.columns] == ["measure", "who", "when", "more"]
    assert draft(content).sections[0].rows[0].values["more"] == {"預算": "3萬"}


def test_columns_that_say_nothing_are_named_by_the_user() -> None:
    content = table_of(("推廣電子帳單。", "資訊課", "看情形"), head=("做什麼", "誰", "何時"))
    assert draft(content).tables == []
    named = {"做什麼": ColumnRole.MEASURE, "誰": ColumnRole.WHO, "何時": ColumnRole.WHEN}
    assert rows(draft(content, named)) == ["do 推廣電子帳單。 | 資訊課 | 看情形"]


def test_two_columns_of_text_with_the_owner_between() -> None:
    content = table_of(
        ("1. 推廣電子帳單。", "業務組", "於櫃檯逐一說明，並寄發簡訊通知用戶。"),
        head=("具體作法", "承辦部門", "辦理方式"),
    )
    row = draft(content).sections[0].rows[0]
    assert (row.text, row.values["who"]) == ("1. 推廣電子帳單。", "業務組")
    assert row.values["more"] == {"辦理方式": "於櫃檯逐一說明，並寄發簡訊通知用戶。"}


def test_numbers_in_a_column_of_their_own_stand_before_their_measures() -> None:
    content = table_of(
        ("1", "推廣電子帳單。", "業務組"), ("2", "到府服務。", "業務組"), head=("項次", "具體作法", "承辦部門")
    )
    assert [row.text for row in draft(content).sections[0].rows] == ["1. 推廣電子帳單。", "2. 到府服務。"]


def test_chapters_title_and_date() -> None:
    def write(file: object) -> None:
        for text in (
            "示範公司",
            "示範處",
            "115年度提升服務效能執行計畫",
            "中華民國115年1月8日",
            "壹、依據",
            "一、行政院函。",
        ):
            file.add_paragraph(text)  # type: ignore[attr-defined]
        file.add_paragraph("貳、具體作法")  # type: ignore[attr-defined]
        grid(file, [("面向", "具體作法", "承辦部門", "執行期間"), ("一、服務", "推廣。", "業務組", "隨時辦理")])
        file.add_paragraph("註：本表得依需要調整。")  # type: ignore[attr-defined]
        file.add_paragraph("參、本計畫如有未盡事宜，得隨時修正。")  # type: ignore[attr-defined]

    plan = draft(word(write))
    assert (plan.title, plan.adopted) == ("示範處115年度提升服務效能執行計畫", "115-01-08")
    assert [section.heading for section in plan.sections] == ["壹、依據", "貳、具體作法", ""]
    assert plan.sections[0].lines == ["一、行政院函。"]
    assert rows(plan)[-1] == "note 註：本表得依需要調整。"
    assert plan.sections[2].lines == ["參、本計畫如有未盡事宜，得隨時修正。"]
    assert [(each.reason, each.text) for each in plan.left_out] == [(Reason.FRONT, "示範公司")]


def test_a_table_of_data_stays_a_table() -> None:
    def write(file: object) -> None:
        file.add_paragraph("壹、具體作法")  # type: ignore[attr-defined]
        grid(file, [("面向", "具體作法", "承辦部門", "執行期間"), ("一、服務", "推廣。", "業務組", "隨時辦理")])
        file.add_paragraph("表1 受理件數")  # type: ignore[attr-defined]
        grid(file, [("據點", "件數"), ("本處", "12,400"), ("分處", "300")])

    table = draft(word(write)).sections[0].rows[-1]
    assert (table.kind, table.text) == ("table", "表1受理件數")
    assert table.values["head"] == ["據點", "件數"]
    assert table.values["body"] == [["本處", "12,400"], ["分處", "300"]]


def test_headings_above_tables() -> None:
    body = (
        '<text:h text:outline-level="1">壹、具體作法</text:h><text:h text:outline-level="2">一、服務</text:h>'
        "<text:p>具體作法如下：</text:p><table:table><table:table-row><table:table-cell><text:p>具體作法</text:p>"
        "</table:table-cell><table:table-cell><text:p>承辦部門</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>推廣。</text:p></table:table-cell><table:table-cell>"
        "<text:p>業務組</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert rows(draft(odt(body))) == ["h1 一、服務", "say 具體作法如下：", "do 推廣。 | 業務組"]


def test_a_table_of_contents_as_text_is_left_out() -> None:
    body = "<text:p>目 錄</text:p><text:p>壹、依據……………………1</text:p><text:p>壹、依據</text:p><text:p>一、行政院函。</text:p>"
    plan = draft(odt(body))
    assert [section.heading for section in plan.sections] == ["壹、依據"]
    assert {each.reason for each in plan.left_out} == {Reason.CONTENTS}


def test_a_file_of_nothing_but_a_picture_has_no_text() -> None:
    assert read(odt("<text:p>字</text:p>")).blocks[0].text == "字"  # type: ignore[union-attr]
