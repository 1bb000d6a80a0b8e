import re

from planpress.editions.edition import Edition
from planpress.editions.memory import Memory
from planpress.model.language import EN
from planpress.model.rewording import reworded
from planpress.overview.changes import compared
from planpress.pages.changes import Telling, changes_body, changes_page
from planpress.pages.maker import Writer
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


def body(tag: str, edition: Edition | None = None) -> str:
    return changes_body(Writer(ENVIRONMENT, edition or EDITIONS[tag]), OFFICE, BEFORE, AFTER, compared(BEFORE, AFTER))


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
    root = page(changes_page(pages("zh-Hant"), OFFICE, BEFORE, AFTER, compared(BEFORE, AFTER), body("zh-Hant")))
    assert [text(heading) for heading in root.iter("h2") if heading.get("id")][:5] == [
        "改寫 1列",
        "新增 1列",
        "刪除 1列",
        "移動 1列",
        "不變 2列",
    ]
    assert "改寫1列、新增1列、刪除1列、移動1列，其餘2列不變" in text(one(root, "p", class_="lead"))
    assert [href for _, href in links(one(root, "main", id="main")) if "#" in href and href[0] == "."] == [
        "../#m-1-1",
        "../#m-1-3",
        "../../113/#m-1-2-i1",
        "../#m-1-2",
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
