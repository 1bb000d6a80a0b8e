import re

from planpress.editions.edition import Edition
from planpress.editions.memory import Memory
from planpress.model import Plan
from planpress.model.language import EN
from planpress.model.rewording import reworded
from planpress.overview.changes import compared
from planpress.pages.changes.changes import Against, Comparison, changes_body, changes_page, compared_side
from planpress.pages.changes.changes_view import Telling
from planpress.pages.changes.revision_changes import RevisionChanges, revision_changes_body
from planpress.pages.frame.maker import Writer
from tests.markup import links, one, page, text
from tests.pages.making import EDITIONS, ENVIRONMENT, OFFICE, pages
from tests.written import plan

BEFORE = plan(
    """
    title: 示範處113年度服務計畫
    sections:
      - heading: 壹、具體作法
        rows:
          - h1: 一、基礎服務
          - do: 1. 推廣電子帳單，減少用紙。
            who: 業務組
            when: 隨時辦理
          - do: 2. 汰換老舊線路與開關。
            who: 電務組
          - item: 甲. 先換市區。
    """,
    roc_year=113,
)
AFTER = plan(
    """
    title: 示範處114年度服務計畫
    sections:
      - heading: 壹、具體作法
        rows:
          - h1: 一、基礎服務
          - do: 1. 推廣電子帳單及<b>，減少用紙。
            who: 業務組
            when: 隨時辦理
          - do: 2. 汰換老舊線路與開關。
            who: 業務組
            when: 114年5月
          - do: 全新的服務。
            who: 業務組
    """
)


HEAD = OFFICE.model_copy(update={"id": "head", "name": "示範公司總管理處"})


def comparison(before: Plan, after: Plan) -> Comparison:
    return Comparison(
        Against.EARLIER, compared_side(before, OFFICE), compared_side(after, OFFICE), compared(before, after)
    )


def body(tag: str, edition: Edition | None = None, before: Plan = BEFORE, after: Plan = AFTER) -> str:
    return changes_body(Writer(ENVIRONMENT, edition or EDITIONS[tag]), comparison(before, after))


def test_changed_words_are_marked_and_said() -> None:
    html = body("zh-Hant")
    assert (
        '推廣電子帳單<ins><span class="spoken">〔新增：</span>及&lt;b&gt;<span class="spoken">〕</span></ins>，減少用紙。'
        in html
    )
    assert Telling(EDITIONS["en"]).told(reworded("甲", "乙")) == (
        '<del><span class="spoken">[deleted: </span>甲<span class="spoken">]</span></del>'
        '<ins><span class="spoken">[added: </span>乙<span class="spoken">]</span></ins>'
    )


def test_each_part_counts_its_rows_and_empty_ones_are_left_out() -> None:
    root = page(changes_page(pages("zh-Hant"), comparison(BEFORE, AFTER), body("zh-Hant")))
    assert [text(heading) for heading in root.iter("h2") if heading.get("id")][:5] == [
        "改寫 1處",
        "調整部門、期間或所屬標題 1處",
        "新增 1處",
        "刪除 1處",
        "不變 2處",
    ]
    assert "改寫1處、新增1處、刪除1處、調整1處，其餘2處不變" in text(one(root, "p", class_="lead"))
    assert [href for _, href in links(one(root, "main", id="main")) if "#" in href and href[0] == "."] == [
        "../#m-1-1",
        "../#m-1-2",
        "../#m-1-3",
        "../../113/#m-1-2-i1",
        "../#s-1",
        "../#g-1",
    ]


def test_what_moved_says_from_where_to_where() -> None:
    html = re.sub(r"<[^>]+>|\n", "", body("zh-Hant"))
    assert "承辦部門原為電務組，現為業務組" in html
    assert "執行期間原為未載明，現為114年5月" in html


def test_english_compares_the_english_where_both_are_translated() -> None:
    texts: dict[tuple[str | None, str], str] = {
        (None, "推廣電子帳單，減少用紙。"): "Promote e-bills.",
        (None, "推廣電子帳單及<b>，減少用紙。"): "Promote e-bills and more.",
    }
    edition = Edition(EN, Memory(texts=texts, messages=EDITIONS["en"].memory.messages))
    assert 'Promote e-bills<ins><span class="spoken">[added: </span> and more<span class="spoken">]' in body(
        "en", edition
    )
    untranslated = body("en")
    assert '<span lang="zh-Hant" class="untranslated">推廣電子帳單<ins><span class="spoken">〔新增：' in untranslated


TABLE = """
    sections:
      - heading: 壹、具體作法
        rows:
          - do: 1. 推廣電子帳單。
            who: 業務組
            target: {{figure: "{figure}", unit: "%"}}
            more: {{預算: {budget}}}
          - table: 表1 受理件數
            head: [據點, 件數]
            body:
              - [東區, "{count}"]
              - [{branch}, "80"]
    columns: {{groups: [面向], measure: 具體作法, who: 承辦部門, target: 目標值, more: [預算]}}
"""
OLD = plan(TABLE.format(figure="90", budget="5萬", count="120", branch="西區"))
NEW = plan(TABLE.format(figure="95", budget="6萬", count="150", branch="南區"))
SAID: dict[tuple[str | None, str], str] = {
    (None, "表1受理件數"): "Table 1 Applications",
    (None, "據點"): "Branch",
    (None, "件數"): "Number",
    (None, "東區"): "East",
    (None, "南區"): "South",
}


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def test_cells_of_a_table_are_each_in_the_language_that_they_have() -> None:
    edition = Edition(EN, Memory(texts=SAID, messages=EDITIONS["en"].memory.messages))
    html = body("en", edition, OLD, NEW)
    assert "Table 1 Applications Branch | Number; East | [deleted: 120][added: 150]; " in plain(html)
    fallen_back = '<span lang="zh-Hant" class="untranslated"><del><span class="spoken">〔刪除：</span>西'
    assert f"; {fallen_back}" in html, "one of the two wordings has no English"


def test_targets_and_further_columns_are_compared() -> None:
    html = body("zh-Hant", None, OLD, NEW)
    assert "目標值原為90%，現為95%" in plain(html)
    assert "預算原為5萬，現為6萬" in plain(html)


def test_of_a_table_only_the_lines_that_differ_are_shown() -> None:
    longer = TABLE.replace("- [{branch}", '- [北區, "9"]\n              - [{branch}')
    before, after = (plan(longer.format(figure="90", budget="5萬", count=each, branch="西區")) for each in ("1", "2"))
    html = plain(body("zh-Hant", None, before, after))
    assert "表1 受理件數 據點｜件數；東區｜〔刪除：1〕〔新增：2〕 " in html
    assert "北區" not in html.partition("不變")[0]


def test_what_is_new_or_gone_says_who_and_when() -> None:
    html = plain(body("zh-Hant"))
    assert "全新的服務。 承辦部門業務組 " in html


def test_a_plan_beside_the_one_that_it_follows_is_not_said_to_be_newer() -> None:
    parent = BEFORE.model_copy(update={"office": "head"})
    changes = compared(parent, AFTER)
    against = Comparison(Against.PARENT, compared_side(parent, HEAD), compared_side(AFTER, OFFICE), changes)
    writer = Writer(ENVIRONMENT, EDITIONS["zh-Hant"])
    root = page(changes_page(pages("zh-Hant"), against, changes_body(writer, against)))
    assert "所依據的示範公司總管理處計畫" in text(one(root, "h1"))
    said = text(one(root, "main", id="main"))
    assert "與所依據的計畫相比：內容不同1處、部門、期間或所屬標題不同1處、本計畫另有1處" in said
    assert "所依據的計畫：電務組；本計畫：業務組" in said
    assert "現為" not in said
    assert "本頁不表示有無遵行" in said
    assert "../../../../head/113/#m-1-2-i1" in [href for _, href in links(root)]


def test_a_revision_shows_each_text_in_a_column_of_its_own() -> None:
    revision = RevisionChanges(OFFICE, 1, BEFORE, AFTER, is_last=True)
    html = revision_changes_body(Writer(ENVIRONMENT, EDITIONS["zh-Hant"]), revision, compared(BEFORE, AFTER))
    cells = [
        [plain(cell).strip() for cell in re.findall("<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in html.split("<tr>")
    ]
    assert cells[1:] == [
        ["修正規定", "現行規定", "說明"],
        [
            "具體作法 一1 推廣電子帳單〔新增：及&lt;b&gt;〕，減少用紙。",
            "具體作法 一1 推廣電子帳單，減少用紙。",
            "文字修正。",
        ],
        [
            "具體作法 一2 汰換老舊線路與開關。 承辦部門業務組 執行期間114年5月",
            "具體作法 一2 汰換老舊線路與開關。 承辦部門電務組 執行期間未載明",
            "調整辦理部門。調整期間。",
        ],
        ["（刪除）", "細項 一2甲 先換市區。", "本細項刪除。"],
        ["具體作法 一第3項 全新的服務。 承辦部門業務組", "（無）", "本項作法新增。"],
    ]
    assert 'href="../../../#m-1-1"' in html, "today's text"
    assert 'href="../#m-1-1"' in html, "what was replaced"
