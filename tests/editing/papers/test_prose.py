"""Measures that no table holds, and departments that no column names."""

import pytest

from planpress.editing.papers.owners import owned
from planpress.model.column_role import ColumnRole
from tests.editing.papers.papers import draft, rows, table_of, word


def paragraphs(*texts: str) -> bytes:
    """A DOCX file of paragraphs alone."""

    def write(file: object) -> None:
        for text in texts:
            file.add_paragraph(text)  # type: ignore[attr-defined]

    return word(write)


def test_departments_and_periods_stand_behind_the_words() -> None:
    plan = draft(
        paragraphs(
            "某圖書館115年度提升服務效能執行計畫",
            "壹、依據",
            "依方案辦理。",
            "貳、實施要項",
            "一、提升櫃檯服務",
            "（一）環境設施",
            "1.服務臺設專人引導。（業務組，隨時）",
            "2.每日開館前檢查設備。（總務組、每日）",
            "二、運用數位科技",
            "1.官網每季檢測。（業務組、電務組，4月、10月）",
            "參、考核",
        )
    )
    assert rows(plan) == [
        "h1 一、提升櫃檯服務",
        "h2 （一）環境設施",
        "do 1.服務臺設專人引導。 | 業務組 | 隨時",
        "do 2.每日開館前檢查設備。 | 總務組 | 每日",
        "h1 二、運用數位科技",
        "do 1.官網每季檢測。 | 業務組、電務組 | 4月、10月",
    ]
    assert [section.heading for section in plan.sections] == ["壹、依據", "貳、實施要項", "參、考核"]
    assert plan.remarks == {"prose"}


def test_departments_and_periods_stand_below_with_their_names() -> None:
    plan = draft(
        paragraphs(
            "一、目的：便民。",
            "二、實施項目：",
            "（一）環境設施",
            "1.服務臺設專人引導。",
            "主辦單位：業務組",
            "協辦單位：總務組",
            "辦理期程：3月及9月",
            "（1）備老花眼鏡。",
            "三、經費由預算支應。",
        )
    )
    assert rows(plan) == [
        "h1 （一）環境設施",
        "do 1.服務臺設專人引導。 | 業務組（總務組） | 3月及9月",
        "item （1）備老花眼鏡。",
    ]
    assert plan.names == {
        ColumnRole.WHO: "主辦單位",
        ColumnRole.SUPPORTING: "協辦單位",
        ColumnRole.WHEN: "辦理期程",
    }


def test_a_chapter_that_is_called_so_has_measures_though_nobody_is_named() -> None:
    plan = draft(paragraphs("壹、目的", "一、便民。", "貳、具體作法", "一、環境", "每日清潔。", "二、禮儀", "1.訓練。"))
    assert rows(plan) == ["h1 一、環境", "do 每日清潔。", "h1 二、禮儀", "do 1.訓練。"]
    assert plan.sections[0].lines == ["一、便民。"]


def test_a_heading_and_the_paragraph_below_it_stay_two() -> None:
    plan = draft(paragraphs("壹、緣起", "一、背景", "因應高齡社會。", "貳、作法", "1.設樂齡區。"))
    assert plan.sections[0].lines == ["一、背景", "因應高齡社會。"]


def test_departments_stand_in_the_last_paragraph_of_a_cell() -> None:
    content = table_of(
        ("一、場所", "1.設服務臺。\n（業務組、隨時）\n2.公布平面圖。\n（總務組、每年1月）"),
        head=("類別", "執行措施"),
    )
    assert rows(draft(content)) == [
        "h1 一、場所",
        "do 1.設服務臺。 | 業務組 | 隨時",
        "do 2.公布平面圖。 | 總務組 | 每年1月",
    ]


def test_a_table_of_measures_alone_counts_where_there_is_no_other() -> None:
    assert rows(draft(table_of(("一、場所", "1.設服務臺。"), head=("服務面向", "具體作法")))) == [
        "h1 一、場所",
        "do 1.設服務臺。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.設服務臺（含分館）。",
        "2.公布辦理時間：每日8至17時，民眾可洽詢。",
        "3.每月檢討一次（每月）。",
        "4.依規定（圖書館法）辦理。（另行公告）",
        "5.改善動線（業務組與讀者共同討論後）",
    ],
)
def test_what_only_looks_like_it_stays_in_the_words(text: str) -> None:
    assert owned(text, {"業務組"}).text == text


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("1.設服務臺。（業務組）", "業務組", None),
        ("1.設服務臺（業務組、電務組，全年）。", "業務組、電務組", "全年"),
        ("1.設服務臺。（主辦單位：業務組；期程：全年）", "業務組", "全年"),
        ("1.設服務臺。主辦單位：業務組辦理期程：1月至12月", "業務組", "1月至12月"),
        ("1.設服務臺。（秘書室，6月底前）", "秘書室", "6月底前"),
        ("1.設服務臺。（業務組）（全年／業務組）", "業務組", "全年"),
    ],
)
def test_what_is_taken_out(text: str, who: str, when: str | None) -> None:
    said = owned(text, {"業務組", "電務組"})
    assert said.values.get(ColumnRole.WHO) == who
    assert said.values.get(ColumnRole.WHEN) == when
    assert said.text + "".join(said.taken) == text
