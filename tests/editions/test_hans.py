import pickle
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.hans import HansConverter, load_converter

ROOT = Path(__file__).parents[2]

text = HansConverter().text
html = HansConverter().html


def test_characters_change_and_words_stay() -> None:
    assert text("資訊組提供臺灣用戶網路服務") == "资讯组提供台湾用户网路服务"
    assert text("計畫、規劃；後續、皇后；乾淨、乾隆") == "计划、规划；后续、皇后；干净、乾隆"
    assert text("QR Code 1910") == "QR Code 1910"


def test_a_control_character_ends_nothing() -> None:
    assert text("計畫\0臺灣\x1f規劃\x1e") == "计划\0台湾\x1f规划\x1e"
    assert html("<p>計畫\0臺灣</p><p>規\x1f劃</p>") == "<p>计划\0台湾</p><p>规\x1f划</p>"


def test_text_is_converted_and_tags_are_not() -> None:
    assert html('<p id="計畫" class="機關" data-who="業務組">計畫<b>臺</b>灣</p>') == (
        '<p id="計畫" class="機關" data-who="業務組">计划<b>台</b>湾</p>'
    )
    assert html("臺灣") == "台湾"
    assert html("") == ""


@pytest.mark.parametrize("name", ["title", "alt", "aria-label", "placeholder"])
def test_attributes_that_people_read_are_converted(name: str) -> None:
    assert html(f'<img src="/計畫.png" {name}="計畫 > 臺灣" data-{name}="計畫">') == (
        f'<img src="/計畫.png" {name}="计划 > 台湾" data-{name}="計畫">'
    )
    assert html(f"<img\n  {name} = '計畫'>") == f"<img\n  {name} = '计划'>"


def test_what_looks_like_such_an_attribute_inside_a_value_stays() -> None:
    page = """<p data-x=' title="計畫"' href="? alt='計畫'">x</p>"""
    assert html(page) == page


@pytest.mark.parametrize(
    "name",
    ['name="description"', 'property="og:title"', 'property="og:description"', 'property="og:site_name"'],
)
def test_descriptions_in_the_head_are_converted(name: str) -> None:
    assert html(f'<meta {name} content="計畫">') == f'<meta {name} content="计划">'
    assert html(f'<meta content="計畫" {name}>') == f'<meta content="计划" {name}>'


def test_other_meta_elements_stay() -> None:
    for page in (
        '<meta name="DC.Title" content="計畫">',
        '<meta property="og:url" content="/計畫">',
        '<p content="計畫">',
    ):
        assert html(page) == page


def test_scripts_styles_and_comments_stay() -> None:
    page = (
        '<script type="x" title="計畫">let a = "<p>計畫</p> lang=\'en\'";</script><style>a::after { content: "計畫" }</style>'
        "<!-- 計畫 <p> -->"
    )
    assert html(f"{page}<p>計畫</p>") == f"{page}<p>计划</p>"


def test_an_element_in_another_language_stays_with_all_that_it_holds() -> None:
    kept = (
        '<div lang="zh-Hant" title="計畫">計畫<div>臺灣<br>規劃<img alt="計畫"></div><div/>臺灣</div>'
        '<span class="x" lang="en">業字第1148001255號</span>'
    )
    assert html(f"<p>計畫</p>{kept}<p>計畫</p>") == f"<p>计划</p>{kept}<p>计划</p>"


def test_a_void_element_in_another_language_holds_nothing() -> None:
    page = '<input lang="zh-Hant" placeholder="計畫">'
    assert html(f"{page}計畫<b>計畫</b>") == f"{page}计划<b>计划</b>"


def test_names_that_only_begin_alike_do_not_close_an_element() -> None:
    kept = '<b lang="zh-Hant">計畫<br><bdi>計畫</bdi>計畫</b>'
    assert html(f"{kept}計畫<i>計畫</i>") == f"{kept}计划<i>计划</i>"


def test_the_pages_own_language_and_hreflang_protect_nothing() -> None:
    assert html('<html lang="zh-Hans"><a hreflang="zh-Hant" href="/">計畫</a><p lang="zh-Hans">計畫</p></html>') == (
        '<html lang="zh-Hans"><a hreflang="zh-Hant" href="/">计划</a><p lang="zh-Hans">计划</p></html>'
    )


def test_an_element_that_nobody_closes_keeps_the_rest_as_it_is() -> None:
    assert html('<i>計畫</i><p lang="zh-Hant">計畫<b>計畫</b>') == '<i>计划</i><p lang="zh-Hant">計畫<b>計畫</b>'


def test_exceptions_win_and_the_longest_first() -> None:
    converter = HansConverter({"狼": "狼!", "藉": "藉", "狼藉": "狼藉籍", "臺灣": "TW"})
    assert converter.text("藉由臺灣狼藉計畫") == "藉由TW狼藉籍计划"
    assert converter.html("<p>藉由</p><p>臺灣</p><p>狼藉</p>計畫") == "<p>藉由</p><p>TW</p><p>狼藉籍</p>计划"
    assert converter.text("計\x1e畫藉") == "计\x1e画藉"


def test_exceptions_in_a_page_are_escaped_and_spare_what_is_escaped() -> None:
    hostile = '"><script>alert(1)</script>'
    converter = HansConverter({"計畫": hostile, "amp": "lt", "34": "60", "A&B": "C"})
    assert converter.text("計畫") == hostile
    assert converter.html('<p title="計畫 &#34;x&#34; &amp;">計畫 &amp; A&amp;B</p>') == (
        '<p title="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &#34;x&#34; &amp;">'
        "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; C</p>"
    )


@given(st.text(st.sampled_from("計畫<>&\"'=; #34amplt/x-"), min_size=1), st.text(st.sampled_from("<>&\"'=; #34/xon-")))
def test_no_exception_adds_an_element_or_an_attribute(words: str, simplified: str) -> None:
    page = f'<p title="{escape(words)} 計畫 &amp; 34" data-x="計畫">計畫 {escape(words)} &amp; &#34;</p>'

    def elements(html: str) -> list[tuple[str, list[str]]]:
        parsed = html5lib.parse(html, namespaceHTMLElements=False)
        return [(element.tag, sorted(element.attrib)) for element in parsed.iter()]

    assert elements(HansConverter({words: simplified}).html(page)) == elements(page)


def test_a_linked_file_of_exceptions_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("密碼\t密码\n", "utf-8")
    locales = tmp_path / "project" / "content" / "locales"
    locales.mkdir(parents=True)
    assert load_converter(tmp_path / "project", locales) == (HansConverter(), ())
    (locales / "zh-Hans.txt").symlink_to(tmp_path / "secret")
    converter, problems = load_converter(tmp_path / "project", locales)
    assert converter.exceptions == {}
    assert [(problem.code, problem.place.excerpt) for problem in problems] == [("E405", "")]


def test_a_converter_travels_between_processes() -> None:
    converter = HansConverter({"臺": "臺"})
    assert pickle.loads(pickle.dumps(converter)).text("臺灣計畫") == converter.text("臺灣計畫") == "臺湾计划"


def test_the_sites_own_exceptions_are_sound() -> None:
    converter, problems = load_converter(ROOT, ROOT / "content" / "locales")
    assert problems == ()
    for traditional, simplified in converter.exceptions.items():
        assert HansConverter().text(traditional) != simplified, "OpenCC does this by itself"


def test_words_of_the_plans_that_are_easily_converted_wrongly() -> None:
    """Names and characters with several Simplified forms, as the plans use them."""
    expected = {
        "台灣電力公司、臺北自來水": "台湾电力公司、台北自来水",
        "水叮噹管家": "水叮当管家",
        "注意著作權": "注意著作权",
        "櫃檯、颱風、平臺": "柜台、台风、平台",
        "版面配置、五大面向": "版面配置、五大面向",
        "先後對應、受理後送": "先后对应、受理后送",
        "銀髮族、發票": "银发族、发票",
        "回覆用戶、重複、復用": "回复用户、重复、复用",
        "聯繫、關係、系統": "联系、关系、系统",
        "問卷、捲動": "问卷、卷动",
        "計畫、畫廊、規劃": "计划、画廊、规划",
        "用戶只需告知、一隻": "用户只需告知、一只",
        "瞭解、一目瞭然": "了解、一目了然",
        "準備、核准": "准备、核准",
        "參、實施對象": "参、实施对象",
    }
    assert {words: text(words) for words in expected} == expected


def test_words_and_names_that_plans_may_have_are_not_converted_too_far() -> None:
    expected = {
        "乾淨、乾燥、乾隆、乾坤、若干、干預、干擾": "干净、干燥、乾隆、乾坤、若干、干预、干扰",
        "幹部、幹線、主幹、才幹、幹事": "干部、干线、主干、才干、干事",
        "後壁區、后里區、皇后、先後、太后": "后壁区、后里区、皇后、先后、太后",
        "裡面、哪裡、里長、公里、大里區、水里鄉": "里面、哪里、里长、公里、大里区、水里乡",
        "麵粉、泡麵、面積、書面、介面": "面粉、泡面、面积、书面、介面",
        "臺中、台南、平臺、櫃檯、颱風、台電": "台中、台南、平台、柜台、台风、台电",
        "鹿谷、山谷、五穀、斗六、鬥爭、松山、鬆綁": "鹿谷、山谷、五谷、斗六、斗争、松山、松绑",
        "鐘先生、范先生、余小姐、于小姐、游先生": "钟先生、范先生、余小姐、于小姐、游先生",
    }
    assert {words: text(words) for words in expected} == expected


def one_by_one(words: str, expected: str) -> None:
    assert {word: text(word) for word in words.split()} == dict(zip(words.split(), expected.split(), strict=True))
    assert {word: html(f"<b>{word}</b>") for word in words.split()} == {
        word: f"<b>{simplified}</b>" for word, simplified in zip(words.split(), expected.split(), strict=True)
    }


def test_an_account_is_none_of_a_tents() -> None:
    one_by_one(
        "帳單 帳號 轉帳 帳密 呆帳 電子帳單 經營帳目 民營帳戶 帳篷 帳幕 蚊帳 紗帳 營帳 帳",
        "账单 账号 转账 账密 呆账 电子账单 经营账目 民营账户 帐篷 帐幕 蚊帐 纱帐 营帐 账",
    )


def test_what_is_written_or_known_is_none_of_what_goes_on() -> None:
    one_by_one(
        "原著 土著 卓著 名著 顯著 專著 論著 合著 所著 著名 著作權 著者 著稱 著有成效 王小明著《書》 名著重印",
        "原著 土著 卓著 名著 显著 专著 论著 合著 所著 著名 著作权 著者 著称 著有成效 王小明著《书》 名著重印",
    )
    one_by_one(
        "配合著 符合著 討論著 彰顯著 更新著 秉持著 隨著名單 看著作業 睡著。 著重 所著重 新著重點 著手 著陸 沉著",
        "配合着 符合着 讨论着 彰显着 更新着 秉持着 随着名单 看着作业 睡着。 着重 所着重 新着重点 着手 着陆 沉着",
    )


def test_names_of_places_and_eras_are_not_dried() -> None:
    one_by_one(
        "乾華里 乾華國小 乾隆 乾門里 乾峰村 乾和三年 乾道年間 乾淨里程 曬乾一里 烘乾和包裝 乾溝里 餅乾 若干",
        "乾华里 乾华国小 乾隆 乾门里 乾峰村 乾和三年 乾道年间 干净里程 晒干一里 烘干和包装 干沟里 饼干 若干",
    )


def test_a_sites_own_words_come_before_the_rules() -> None:
    converter = HansConverter({"帳單": "帐单", "乾門": "干门"})
    assert converter.text("帳單、帳號、乾門里、配合著") == "帐单、账号、干门里、配合着"


def test_words_that_a_note_compares_stay_as_they_are() -> None:
    notes = corpus("offices/xinying/111/plan.yml")
    assert "「執行計劃」與他處之「執行計畫」用字不同" in notes
    assert "「執行計劃」与他处之「執行計畫」用字不同" in SITE.text(notes)


def test_names_in_the_data_keep_their_words() -> None:
    names = re.findall(
        r"(?m)^ *(?:- )?(?:short_)?name: (.+)$", corpus("offices/organisations.yml", "offices/*/office.yml")
    )
    assert {name: SITE.text(name) for name in names if re.search("公司|區|所|廠|客服", name)} == {
        "台灣電力公司": "台湾电力公司",
        "台電公司": "台电公司",
        "台灣自來水公司": "台湾自来水公司",
        "台水公司": "台水公司",
        "金門區營業處": "金门区营业处",
        "屏東區營業處": "屏东区营业处",
        "台北市區營業處": "台北市区营业处",
        "新營區營業處": "新营区营业处",
        "第一區管理處": "第一区管理处",
        "北客服": "北客服",
        "新山廠": "新山厂",
        "各所": "各所",
        "所屬各單位": "所属各单位",
        "本處所屬單位": "本处所属单位",
    }


def test_the_plans_ambiguous_characters_come_out_as_somebody_has_looked_at_them() -> None:
    """A plan that brings a new one, 乾 for instance, fails here until its words were read."""
    words = corpus("offices/**/*.yml")
    found: dict[str, set[str]] = {}
    for traditional, simplified in zip(words, SITE.text(words), strict=True):
        if traditional in AMBIGUOUS:
            found.setdefault(traditional, set()).add(simplified)
    looked_at = (
        "帳账 台台 臺台 檯台 颱台 後后 面面 著著 發发 髮发 復复 複复 覆复 系系 繫系 係系 只只 畫划画畫 於于 餘余 準准 "
        "製制 制制 佔占 占占 託托 範范 彙汇 匯汇 盡尽 並并 併并 採采 註注 誌志"
    )
    assert {traditional: "".join(sorted(forms)) for traditional, forms in found.items()} == {
        each[0]: each[1:] for each in looked_at.split()
    }
    assert set(re.findall(".画.", SITE.text(words))) == {"文画廊", "项画线"}


AMBIGUOUS = frozenset(
    "帳台臺檯颱后後里裡裏面麵乾干幹著發髮復複覆系繫係只隻畫於餘余準准製制佔占託範范彙匯盡儘並併採註誌"
    "谷穀斗鬥松鬆鐘鍾曆歷葉鹹衝閒兇傢薑瀋籲禦醜嶽鬱慾昇徵遊"
)
"""Characters of which several share a Simplified form, or which have several."""


def corpus(*patterns: str) -> str:
    return "".join(path.read_text("utf-8") for pattern in patterns for path in sorted(ROOT.glob(pattern)))


SITE, _ = load_converter(ROOT, ROOT / "content" / "locales")
"""The converter with the exceptions that the site has."""


TEXT = st.text(alphabet=st.sampled_from("計畫臺灣後乾隆著a b<>&\"'=\n\t\0\x1f。lang=title"), max_size=12)


class _Structure(HTMLParser):
    """Tags in their order, with the attributes that nobody reads; what people read, apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.read: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, [(name, value) for name, value in attrs if name not in ("title", "alt")]))
        self.read += [value or "" for name, value in attrs if name in ("title", "alt")]

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", []))

    def handle_data(self, data: str) -> None:
        self.read.append(data)


def structure(page: str) -> _Structure:
    parser = _Structure()
    parser.feed(page)
    parser.close()
    return parser


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(["p", "div", "b", "br"]))
    names = draw(st.lists(st.sampled_from(["title", "id", "href", "data-x", "alt"]), unique=True))
    attributes = "".join(f' {each}="{escape(draw(TEXT))}"' for each in names)
    if name == "br":
        return f"<br{attributes}>"
    inside = draw(st.lists(elements(depth - 1) if depth else TEXT.map(escape), max_size=3))
    return f"<{name}{attributes}>{escape(draw(TEXT))}{''.join(inside)}</{name}>"


@given(elements())
def test_structure_is_untouched_and_all_that_people_read_is_converted(page: str) -> None:
    before, after = structure(page), structure(html(page))
    assert after.tags == before.tags
    assert after.read == [text(piece) for piece in before.read]


@given(elements(), elements())
def test_foreign_parts_are_untouched_wherever_they_stand(page: str, foreign: str) -> None:
    kept = f'<div class="x" lang="zh-Hant">{foreign}</div>'
    assert html(f"{page}{kept}{page}") == f"{html(page)}{kept}{html(page)}"


@given(TEXT)
def test_any_text_at_all_gives_a_page(page: str) -> None:
    assert len(html(page)) == len(page)


@given(st.text(alphabet=st.sampled_from("計畫臺灣後乾隆發髮裡面，。a"), max_size=30))
def test_a_text_comes_out_as_from_opencc(words: str) -> None:
    assert text(words) == opencc.OpenCC("tw2s").convert(words)
    assert html(f"<p>{words}</p>") == f"<p>{opencc.OpenCC('tw2s').convert(words)}</p>"


def test_the_plans_have_no_character_that_stays_traditional() -> None:
    plans = "".join(path.read_text("utf-8") for path in sorted(ROOT.glob("offices/*/*/plan.yml")))
    left = set(re.findall("[灣電業務處時會說請點個們來對開關資訊]", text(plans)))
    assert left == set()
