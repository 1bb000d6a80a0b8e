"""Documents as offices and their programs make them, a kind of trouble each."""

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from planpress.editing.papers.paper import Reason
from tests.editing.papers.papers import HEAD, draft, grid, odt, rows, table_of, word


def into(parent: Any, xml: str) -> None:
    """Put XML of WordprocessingML at the end of an element."""
    parent.append(parse_xml(xml.replace(" ", f" {nsdecls('w')} ", 1)))


def test_a_table_within_a_cell_is_a_table_below_its_measure() -> None:
    def write(file: Any) -> None:
        cell = grid(file, [HEAD, ("一、滿意度", "1.每年調查，目標如下：", "業務組\n總務組", "10月\n12月")]).cell(1, 1)
        inner = cell.add_table(2, 2)
        for place, text in enumerate(("年度", "目標值", "115", "92%")):
            inner.cell(place // 2, place % 2).text = text
        cell.add_paragraph("2.公開結果。")

    plan = draft(word(write))
    assert rows(plan) == [
        "h1 一、滿意度",
        "do 1.每年調查，目標如下： | 業務組 | 10月",
        "table 附表",
        "do 2.公開結果。 | 總務組 | 12月",
    ]
    assert plan.sections[0].rows[2].values == {"head": ["年度", "目標值"], "body": [["115", "92%"]]}


def test_a_table_that_is_only_a_frame_is_none() -> None:
    def write(file: Any) -> None:
        cell = file.add_table(1, 1).cell(0, 0)
        cell.text = "壹、作法"
        inner = cell.add_table(2, 4)
        for place, text in enumerate((*HEAD, "一、服務", "1. 推廣。", "業務組", "隨時")):
            inner.cell(place // 4, place % 4).text = text

    assert rows(draft(word(write))) == ["h1 一、服務", "do 1. 推廣。 | 業務組 | 隨時"]


def test_the_head_stands_again_in_the_middle_of_a_table() -> None:
    content = table_of(
        ("一、服務", "1. 推廣電子帳單，並於各", "業務組", "隨時辦理"),
        HEAD,
        ("", "服務據點設置櫃檯。", "", ""),
        ("", "2. 到府服務。", "電務組", "隨時辦理"),
    )
    plan = draft(content)
    assert rows(plan)[1:] == [
        "do 1. 推廣電子帳單，並於各服務據點設置櫃檯。 | 業務組 | 隨時辦理",
        "do 2. 到府服務。 | 電務組 | 隨時辦理",
    ]
    assert {each.reason for each in plan.left_out} == {Reason.REPEATED}


def test_a_deleted_row_is_told_and_a_prompt_is_no_text() -> None:
    def write(file: Any) -> None:
        file.add_paragraph("壹、作法")
        prompt = "<w:sdt ><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>按此輸入</w:t></w:r></w:sdtContent></w:sdt>"
        into(file.add_paragraph()._p, prompt)
        table = grid(file, [HEAD, ("一、舊", "1. 舊案。", "業務組", "隨時"), ("二、新", "1. 新案。", "業務組", "隨時")])
        into(table.rows[1]._tr.get_or_add_trPr(), '<w:del w:id="1" w:author="x"/>')

    plan = draft(word(write))
    assert rows(plan) == ["h1 二、新", "do 1. 新案。 | 業務組 | 隨時"]
    assert [each.text for each in plan.left_out if each.reason is Reason.DELETED] == [
        "一、舊",
        "1. 舊案。",
        "業務組",
        "隨時",
    ]
    assert plan.sections[0].lines == []


def test_numbers_that_are_all_of_a_cell_are_automatic() -> None:
    def write(file: Any) -> None:
        table = grid(
            file, [("項次", *HEAD[1:]), ("", "設服務臺。", "業務組", "全年"), ("", "備輪椅。", "總務組", "全年")]
        )
        for row in table.rows[1:]:
            row.cells[0].paragraphs[0].style = "List Number"

    assert [row[:6] for row in rows(draft(word(write)))] == ["do 1. ", "do 2. "]


def test_headings_without_a_style_below_chapters_that_have_one() -> None:
    def write(file: Any) -> None:
        file.add_heading("執行重點", 1)
        for name in ("友善服務", "數位服務"):
            file.add_paragraph(name)
            grid(file, [("工作項目", "辦理單位", "期程"), ("設專區。", "業務組", "3月")])

    assert [row.split(" | ")[0] for row in rows(draft(word(write)))] == [
        "h1 友善服務",
        "do 設專區。",
        "h1 數位服務",
        "do 設專區。",
    ]


def test_a_list_of_another_that_is_not_there_goes_on_with_the_last_of_its_style() -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="、" '
        'style:num-format="一, 二, 三, ..."/></text:list-style>'
    )
    lists = "".join(
        f'<text:list text:style-name="L"{more}><text:list-item><text:p>{name}</text:p></text:list-item></text:list>'
        f"<text:p>內容。</text:p>"
        for name, more in (("目的", ""), ("作法", ' text:continue-list="nowhere"'))
    )
    table = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (HEAD, ("甲", "乙。", "業務組", "隨時"))
    )
    plan = draft(odt(f"{lists}<table:table>{table}</table:table>", styles))
    assert [section.heading for section in plan.sections] == ["一、目的", "二、作法"]


PAGE = """<html><head><meta charset="utf-8"><style>
.gone{display:none} @media print{.paper{display:none}}
.lst-a-0>li:before{content:"" counter(lst-ctn-a-0,trad-chinese-informal) "\\3001 "}
</style></head><body><nav>選單</nav><div class="breadcrumb">首頁 &gt; 公開資訊 &gt; 計畫</div>
<h2>某館115年度提升服務效能執行計畫</h2>
<ol class="lst-a-0 start" start="1"><li>依據：方案。</li></ol><ol class="lst-a-0" start="2"><li>作法：</li></ol>
<table><tr><td rowspan=2>服務面向<td rowspan=2>作法<td colspan=2>辦理<tr><td>單位<td>期程
<tr><td rowspan=2>便民<td>1.&nbsp;設服務臺。<td rowspan=2>業務組<td>全年<tr><td class="paper">2. 備輪椅。<td>全年</table>
<p class="gone">草稿</p><ul><li>更新日期：115-01-05</li><li>點閱數：12</li></ul></body></html>"""


def test_a_page_of_a_content_management_system() -> None:
    plan = draft(PAGE.encode())
    assert plan.title == "某館115年度提升服務效能執行計畫"
    assert [section.heading or section.lines[0] for section in plan.sections] == ["一、依據：方案。", "二、作法："]
    assert rows(plan) == ["h1 便民", "do 1. 設服務臺。 | 業務組 | 全年", "do 2. 備輪椅。 | 業務組 | 全年"]
    assert {(each.reason, each.text) for each in plan.left_out} == {
        (Reason.MARGIN, "選單"),
        (Reason.MARGIN, "首頁>公開資訊>計畫"),
        (Reason.HIDDEN, "草稿"),
        (Reason.MARGIN, "更新日期：115-01-05"),
        (Reason.MARGIN, "點閱數：12"),
    }


@pytest.mark.parametrize("name", ["具體作法（承辦單位）", "推動措施／主辦單位", "工作項目及期程"])
def test_a_column_of_measures_may_say_who_does_them(name: str) -> None:
    content = table_of(
        ("一、服務", "1. 推廣電子帳單。（業務組）\n2. 到府服務。（電務組、總務組）", "每季"),
        ("二、環境", "巡檢坡道。（總務組）", "每週"),
        head=("面向", name, "辦理期程"),
    )
    assert rows(draft(content)) == [
        "h1 一、服務",
        "do 1. 推廣電子帳單。 | 業務組 | 每季",
        "do 2. 到府服務。 | 電務組、總務組 | 每季",
        "h1 二、環境",
        "do 巡檢坡道。 | 總務組 | 每週",
    ]


def test_supporting_departments_below_a_common_head_and_a_dash_for_none() -> None:
    page = (
        "<table><tr><td rowspan=2>作法</td><td colspan=2>分工</td></tr><tr><td>主辦單位</td><td>協辦單位</td></tr>"
        "<tr><td>1. 推廣電子帳單。</td><td>業務組</td><td>總務組</td></tr>"
        "<tr><td>2. 到府服務。</td><td>電務組</td><td>－</td></tr></table>"
    )
    assert rows(draft(page.encode())) == ["do 1. 推廣電子帳單。 | 業務組（總務組）", "do 2. 到府服務。 | 電務組"]


def test_parts_of_a_site_by_their_classes() -> None:
    page = (
        '<html><body><a class="skip" href="#C">跳到主要內容</a><div id="header"><ul><li>網站導覽</li></ul></div>'
        '<div class="page-header"><h2>壹、依據</h2></div><p class="content">本公司函。</p>'
        '<div class="share-links">分享本頁給朋友</div><div id="footer"><p>地址：示範市和平街30號</p></div><p>© 示範市政府</p></body></html>'
    )
    plan = draft(page.encode())
    assert [(section.heading, section.lines) for section in plan.sections] == [("壹、依據", ["本公司函。"])]
    assert {each.text for each in plan.left_out if each.reason is Reason.MARGIN} == {
        *("跳到主要內容", "網站導覽", "分享本頁給朋友", "地址：示範市和平街30號", "©示範市政府"),
    }
