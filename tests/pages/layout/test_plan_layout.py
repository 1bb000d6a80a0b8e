import re
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from planpress.editions.edition import Edition
from planpress.editions.hans import HansConverter
from planpress.editions.memory import Memory
from planpress.editions.said_plan import SaidPlan
from planpress.editions.working_names import uses
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.pages.layout.plan_layout import lone_measures, plan_body
from planpress.pages.layout.plan_view import GroupBlock, MeasuresBlock, MeasureView, PlanBody, SectionView
from tests.written import office, plan

HANT, HANS = Edition(ZH_HANT), Edition(ZH_HANS, hans=HansConverter())
OFFICE = office(
    """
    name: 示範處
    departments:
      - {name: 各部門, en: all departments, collective: true}
      - {name: 業務組, en: Business Department}
      - name: 電務組
      - {name: 工務段, en: Works Unit}
    """
)


def english(**texts: str) -> Edition:
    return Edition(EN, Memory({(None, source): text for source, text in texts.items()}))


def body(text: str, edition: Edition = HANT) -> PlanBody:
    return plan_body(SaidPlan(plan(text), OFFICE, edition))


def measures(blocks: Iterable[object]) -> list[MeasureView]:
    found: list[MeasureView] = []
    for block in blocks:
        if isinstance(block, MeasuresBlock):
            found += block.measures
        elif isinstance(block, GroupBlock):
            found += measures(block.blocks)
    return found


def all_measures(view: PlanBody) -> list[MeasureView]:
    return [measure for section in view.sections for measure in measures(section.blocks)]


def link_texts(text: str, edition: Edition = HANT) -> list[str]:
    return [measure.link_text for measure in all_measures(body(text, edition))]


NUMBERED = """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - h2: (三) 友善
          - do: 1. 設置座椅。
          - do: 2. 設置飲水機。
          - h2: （四）便捷
          - do: 延長服務時間。
          - h1: 二、創新
          - do: 甲. 試辦。
          - do: 推廣。
    """


def test_a_permanent_link_names_its_measure_by_the_printed_numbers() -> None:
    assert link_texts(NUMBERED) == [
        "一(三)1 的固定網址",
        "一(三)2 的固定網址",
        "一（四） 的固定網址",
        "二甲 的固定網址",
        "二第2項 的固定網址",
    ]


def test_numbers_of_any_form_stand_on_the_page_to_the_letter() -> None:
    view = body("""
        sections:
          - heading: 附錄一、名詞
            text: ⒈ 電子帳單
            rows:
              - h1: Ⅰ、服務
              - h2: ㈢ 友善
              - do: １．設置座椅。
              - item: （ａ） 木椅。
              - item: ⑥ 鐵椅。
    """)
    (section,) = view.sections
    (measure,) = all_measures(view)
    assert (section.number, section.heading) == ("附錄一、", "名詞")
    assert section.paragraphs[0].number == "⒈"
    assert (measure.number, measure.link_text) == ("１．", "Ⅰ㈢１ 的固定網址")
    assert [item.number for item in measure.items] == ["（ａ）", "⑥"]


def test_in_english_the_numbers_are_latin() -> None:
    messages = {"%(name)s 的固定網址": ("Permanent link to %(name)s",), "第%(position)s項": (" item %(position)s",)}
    assert link_texts(NUMBERED, Edition(EN, Memory(messages=messages))) == [
        "Permanent link to 1(3)1",
        "Permanent link to 1(3)2",
        "Permanent link to 1(4)",
        "Permanent link to 2A",
        "Permanent link to 2 item 2",
    ]


def test_measures_without_any_number_are_told_apart() -> None:
    rows = "sections:\n  - rows:\n      - do: 設置座椅。\n      - do: 設置飲水機。\n"
    assert link_texts(rows) == ["第1項 的固定網址", "第2項 的固定網址"]


def test_numbers_that_the_source_repeats_are_told_apart() -> None:
    rows = [
        *("- h1: 一、服務", "- {do: 1. 設置座椅。, sic: true}", "- {do: 1. 設置飲水機。, sic: true}"),
        *("- {h1: 一、創新, sic: true}", "- {do: 1. 試辦。, sic: true}"),
    ]
    found = link_texts("sections:\n  - rows:\n" + "".join(f"      {row}\n" for row in rows))
    assert found[0] == "一1 的固定網址"
    assert len(set(found)) == 3


rows = st.lists(
    st.sampled_from(
        [
            "h1: 一、甲",
            "h1: 一、乙",
            "h1: 十一、丙",
            "h2: (一) 丁",
            "h2: 戊",
            "do: 1. 己",
            "do: 1、庚",
            "do: 辛",
            "do: 11. 壬",
        ]
    ),
    max_size=14,
)


@settings(deadline=None)
@given(rows, st.sampled_from([HANT, english(), HANS]))
def test_link_texts_differ_whatever_the_numbers(kinds: list[str], edition: Edition) -> None:
    listed = "".join(f"      - {{{kind}, sic: true}}\n" for kind in ["do: 1. 首", "h1: 一、首", *kinds])
    counted = Counter(link_texts("sections:\n  - rows:\n" + listed, edition))
    assert max(counted.values()) == 1


NAMED = """
    sections:
      - heading: 壹、電力即點
        text: |
          一、推廣電力即點：
          （一）電力即點<b>試辦。
        rows:
          - h1: 一、電力即點
          - say: 結合電力即點：
          - do: 1. 用戶下載水管家。
          - item: 甲. 水管家改版。
            unsure: 水管家或有誤
    transcription_notes: [原文作水管家]
    """
BESIDE = '{} (<span lang="zh-Hant" class="original">{}</span>)'


def named_in_english() -> PlanBody:
    names = {"電力即點": "Points App", "水管家": "Steward"}
    texts = {
        "電力即點": "Points App",
        "推廣電力即點：": "Promote Points App:",
        "電力即點<b>試辦。": "Try Points App<b>.",
        "結合電力即點：": "With Points App:",
        "用戶下載水管家。": "Download 'Steward' & use it.",
        "水管家改版。": "Steward anew.",
        "水管家或有誤": "Steward may be wrong",
        "原文作水管家": "It says Steward",
    }
    memory = Memory({(None, chinese): text for chinese, text in texts.items()}, names=uses(texts.items(), names))
    return body(NAMED, Edition(EN, memory))


def test_a_working_name_has_the_chinese_beside_it_where_the_page_first_says_it() -> None:
    view = named_in_english()
    (section,) = view.sections
    (paragraph,) = section.paragraphs
    assert paragraph.text == f"Promote {BESIDE.format('Points App', '電力即點')}:"
    assert paragraph.paragraphs[0].text == "Try Points App&lt;b&gt;."
    (group,) = section.blocks
    assert isinstance(group, GroupBlock)
    assert group.intro == ("With Points App:",)
    (measure,) = all_measures(view)
    assert measure.text == f"Download {BESIDE.format('&#39;Steward&#39;', '水管家')} &amp; use it."
    (item,) = measure.items
    assert (item.text, item.unsure) == ("Steward anew.", "Steward may be wrong")
    assert view.notes == ("It says Steward",)


def test_a_measure_apart_from_its_plan_says_its_working_names_for_itself() -> None:
    rows = "sections: [{rows: [{do: 1. 用水管家。}, {do: 2. 用水管家。}, {do: 3. 其他。}]}]"
    texts = {"用水管家。": "Use Steward."}
    memory = Memory(
        {(None, chinese): said for chinese, said in texts.items()}, names=uses(texts.items(), {"水管家": "Steward"})
    )
    found = [*lone_measures(SaidPlan(plan(rows), OFFICE, Edition(EN, memory)), {"m-1", "m-2"})]
    assert [each.measure.text for each in found] == [f"Use {BESIDE.format('Steward', '水管家')}."] * 2


def test_headings_and_the_contents_stay_short() -> None:
    view = named_in_english()
    (section,) = view.sections
    assert section.heading == "Points App"
    assert view.contents[0].name == view.contents[0].entries[0].name == view.jumps[0].name == "Points App"


def test_the_filter_parts_names_by_lines_that_no_name_can_have() -> None:
    text = 'sections: [{heading: 壹、作法, rows: [{do: 設置座椅。, who: "業務|組、電務\\n\\n組", when: "隨時|辦\\n\\n理"}]}]'
    by = office('name: 示範處\ndepartments: [{name: 業務|組}, {name: "電務\\n\\n組"}]')
    view = plan_body(SaidPlan(plan(text), by, HANT))
    (measure,) = all_measures(view)
    assert (measure.who_values, measure.when_values) == ("業務|組\n電務組", "隨時|辦理")
    assert [option.value for option in (*view.departments, *view.periods)] == ["業務|組", "電務組", "隨時|辦理"]


UNSURE = """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - {do: 1. 設置座椅。, unsure: 部門或有誤}
          - do: 2. 設置飲水機。
          - {item: 甲. 冷水。, unsure: 期間或有誤}
          - {item: 熱水。, unsure: 同上}
          - {do: 3. 試辦。}
    """


def test_uncertain_readings_are_listed_by_their_numbers() -> None:
    assert [(row.id, row.name) for row in body(UNSURE).unsure] == [
        ("m-1-1", "一1"),
        ("m-1-2-i1", "一2甲"),
        ("m-1-2-i2", "一2·2"),
    ]
    assert body(NUMBERED).unsure == ()


FACTS = """
    columns: {groups: [面向], measure: 作法, who: 主辦部門, when: 完成期限}
    sections:
      - rows:
          - h1: 一、服務
          - do: 1. 設置座椅。
            who: 電務組、業務組（工務段）
            when: 105年6月前
          - item: 甲. 選址。
            who: 業務組
            when: 隨時辦理
          - item: 乙. 施工。
            who: 工務段
          - do: 2. 關懷。
            who: 各部門
            when: 隨時辦理
            target: {figure: "95", unit: "%", by: 114-12-31}
            source: 業字第1號函
          - do: 3. 宣導。
            unsure: 原表缺漏
    """


def test_a_measure_says_who_and_when_and_how_much() -> None:
    first, second, third = all_measures(body(FACTS))
    assert (first.who, first.supporting, first.when) == ("電務組、業務組", "工務段", "105年6月前")
    assert [(item.number, item.text, item.who, item.when) for item in first.items] == [
        ("甲.", "選址。", "業務組", "隨時辦理"),
        ("乙.", "施工。", "工務段", None),
    ]
    assert (second.target, second.source) == ("95%（中華民國114年12月31日前）", "業字第1號函")
    _, second, _ = all_measures(body(FACTS, english()))
    assert (second.target, second.source) == (
        "95%（31 December 2025前）",
        '<span lang="zh-Hant" class="untranslated">業字第1號函</span>',
    )
    assert (third.who, third.supporting, third.when, third.target, third.unsure) == (None, None, None, None, "原表缺漏")


def test_the_filter_finds_a_measure_by_its_own_and_its_items_departments_and_periods() -> None:
    assert [(measure.who_values, measure.when_values) for measure in all_measures(body(FACTS))] == [
        ("電務組\n業務組\n工務段", "105年6月前\n隨時辦理"),
        ("各部門", "隨時辦理"),
        ("", ""),
    ]


def test_the_filter_offers_what_the_plan_names_departments_in_the_offices_order() -> None:
    view = body(FACTS)
    assert [option.value for option in view.departments] == ["各部門", "業務組", "電務組", "工務段"]
    assert [option.value for option in view.periods] == ["105年6月前", "隨時辦理"]
    assert (view.collective, view.collective_values) == ("各部門", "各部門")
    assert (view.who, view.when) == ("主辦部門", "完成期限")


def test_a_department_that_the_plan_does_not_name_is_not_offered() -> None:
    view = body("sections: [{rows: [{do: 1. 設置座椅。, who: 業務組}]}]")
    assert [option.value for option in view.departments] == ["業務組"]
    assert (view.collective, view.collective_values, view.periods) == ("", "", ())


def test_in_every_language_the_filters_values_are_the_chinese_names() -> None:
    for edition in (HANT, HANS, english()):
        view = body(FACTS, edition)
        assert [option.value for option in view.departments] == ["各部門", "業務組", "電務組", "工務段"]
        assert [option.value for option in view.periods] == ["105年6月前", "隨時辦理"]
        assert all_measures(view)[0].who_values == "電務組\n業務組\n工務段"
    assert [option.name for option in body(FACTS, HANS).departments] == ["各部门", "业务组", "电务组", "工务段"]
    assert [option.name for option in body(FACTS, english()).periods] == ["by June 2016", "as needed"]


def test_an_english_department_has_its_chinese_name_beside_it() -> None:
    first = all_measures(body(FACTS, english(電務組="Electrical Department")))[0]
    assert first.who == (
        'Electrical Department <span lang="zh-Hant" class="original">電務組</span>'
        '、Business Department <span lang="zh-Hant" class="original">業務組</span>'
    )
    assert first.supporting == 'Works Unit <span lang="zh-Hant" class="original">工務段</span>'


def test_a_department_without_english_stands_in_chinese_once() -> None:
    who = all_measures(body(FACTS, english()))[0].who
    assert who is not None
    assert who.startswith('<span lang="zh-Hant" class="untranslated">電務組</span>、')


def test_what_is_not_translated_is_marked_as_chinese_and_what_is_is_not() -> None:
    section = body("sections: [{heading: 壹、依據, text: 甲段}]", english(依據="Basis")).sections[0]
    assert (section.number, section.heading) == ("I.", "Basis")
    assert section.paragraphs[0].text == '<span lang="zh-Hant" class="untranslated">甲段</span>'
    assert body("sections: [{heading: 壹、依據, text: 甲段}]", HANS).sections[0].paragraphs[0].text == "甲段"


def test_an_offices_own_translation_is_preferred() -> None:
    edition = Edition(EN, Memory({(None, "依據"): "Basis", ("sample", "依據"): "Legal basis"}))
    assert body("sections: [{heading: 壹、依據}]", edition).sections[0].heading == "Legal basis"


HOSTILE = "<script>alert(1)</script>\"'&{{ 7*7 }}{% x %}"


@pytest.mark.parametrize("edition", [HANT, english(), HANS, english(**{HOSTILE: HOSTILE})])
def test_hostile_texts_are_escaped_wherever_they_stand(edition: Edition) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    view = body(
        f"""
        columns: {{groups: [{quoted}], measure: {quoted}, who: {quoted}, when: {quoted}}}
        shortcuts: [{{text: {quoted}, to: m-1-1}}]
        transcription_notes: [{quoted}]
        sections:
          - heading: {quoted}
            text: {quoted}
            rows:
              - h1: {quoted}
              - say: {quoted}
              - do: {quoted}
                when: {quoted}
                unsure: {quoted}
              - item: {quoted}
        """,
        edition,
    )
    found: list[object] = []

    def collect(value: object) -> None:
        if isinstance(value, tuple):
            for each in value:
                collect(each)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                collect(getattr(value, name))
        elif isinstance(value, Markup):
            found.append(value)

    collect(view)
    assert len(found) > 12
    for markup in found:
        bare = re.sub(r'<span lang="zh-Hant" class="(untranslated|original)">|</span>', "", str(markup))
        assert not set("<\"'") & set(bare)


def test_the_table_of_contents_goes_two_groups_deep() -> None:
    view = body(
        """
        sections:
          - heading: 壹、依據
          - heading: 貳、作法
            rows: [{h1: 一、甲}, {h2: (一) 乙}, {h3: 1. 丙}, {h1: 二、丁}]
          - {text: 參、附記。, rows: [{h1: 一、戊}]}
        """
    )

    def outline(entries: object) -> list[object]:
        return [(entry.id, entry.number, str(entry.name), outline(entry.entries)) for entry in entries]  # type: ignore[attr-defined]

    assert outline(view.contents) == [
        ("s-1", "壹、", "依據", []),
        ("s-2", "貳、", "作法", [("g-1", "一、", "甲", [("g-1-1", "(一)", "乙", [])]), ("g-2", "二、", "丁", [])]),
        (view.contents[2].id, "一、", "戊", []),
    ]


def test_headings_follow_one_another_and_carry_the_names_of_their_columns() -> None:
    section = body(
        """
        columns: {groups: [面向, 策略], measure: 作法, who: 部門, when: 期間}
        sections: [{heading: 壹、作法, rows: [{h1: 一、甲}, {say: 引言}, {h2: (一) 乙}, {h3: 1. 丙}, {do: 丁}]}]
        """
    ).sections[0]

    def walk(blocks: Iterable[object]) -> list[tuple[int, int, str, str]]:
        return [
            line
            for block in blocks
            if isinstance(block, GroupBlock)
            for line in [(block.level, block.depth, str(block.label), str(block.name)), *walk(block.blocks)]
        ]

    assert walk(section.blocks) == [(3, 1, "面向", "甲"), (4, 2, "策略", "乙"), (5, 3, "策略", "丙")]
    first = section.blocks[0]
    assert isinstance(first, GroupBlock)
    assert first.intro == ("引言",)


def test_measures_between_headings_stay_where_they_are() -> None:
    group = (
        body("sections: [{rows: [{h1: 一、甲}, {do: 1. 乙}, {do: 2. 丙}, {h2: (一) 丁}, {do: 戊}]}]")
        .sections[0]
        .blocks[0]
    )
    assert isinstance(group, GroupBlock)
    run, below = group.blocks
    assert isinstance(run, MeasuresBlock)
    assert [measure.text for measure in run.measures] == ["乙", "丙"]
    assert isinstance(below, GroupBlock)
    assert [measure.text for measure in measures(below.blocks)] == ["戊"]


def test_a_jump_leads_to_every_outermost_group_with_the_count_of_its_measures() -> None:
    view = body(
        "sections: [{rows: [{h1: 一、甲}, {do: 1. 乙}, {h2: (一) 丁}, {do: 戊}, {item: 甲. 己}, {h1: 二、庚}]}]"
    )
    assert [(jump.id, jump.number, jump.name, jump.count) for jump in view.jumps] == [
        ("g-1", "一、", "甲", 2),
        ("g-2", "二、", "庚", 0),
    ]


def test_a_section_without_a_heading_keeps_its_number_with_its_paragraph() -> None:
    section: SectionView = body("sections: [{text: 柒、未盡事宜，另行修正。}]").sections[0]
    assert not section.headed
    assert [(each.number, each.text) for each in section.paragraphs] == [("柒、", "未盡事宜，另行修正。")]


def test_paragraphs_are_nested_as_their_numbers_say() -> None:
    section = body('sections: [{heading: 壹、考核, text: "一、甲\\n（一）乙\\n（二）丙\\n二、丁"}]').sections[0]
    first, second = section.paragraphs
    assert (first.number, first.text, [each.text for each in first.paragraphs]) == ("一、", "甲", ["乙", "丙"])
    assert (second.number, second.text, second.paragraphs) == ("二、", "丁", ())


def test_shortcuts_and_notes_are_shown() -> None:
    view = body(
        """
        shortcuts: [{text: 座椅, to: m-1-1}]
        transcription_notes: [照錄。]
        sections: [{rows: [{h1: 一、甲}, {do: 1. 設置座椅。}]}]
        """
    )
    assert [(shortcut.text, shortcut.to) for shortcut in view.shortcuts] == [("座椅", "m-1-1")]
    assert view.notes == ("照錄。",)


ADDRESSED = """
    shortcuts: [{text: 見 http://a.example/1, to: m-1-1}]
    sections:
      - heading: 壹、網站 http://a.example/2
        text: 見 http://a.example/3。
        rows:
          - h1: 一、見 http://a.example/4
          - say: 見（http://a.example/5）。
          - do: 1. 見 http://a.example/6?a=1&b='"、javascript:alert(1)。
            when: 見 http://a.example/7
            source: 見 http://a.example/8
            unsure: 見 http://a.example/9
            target: {figure: "1", unit: 次（http://a.example/10）}
          - item: (1) 見 http://a.example/11
    transcription_notes: [見 http://a.example/12]
    """


def links(markup: Markup | None) -> list[str]:
    return re.findall(r'<a href="(.*?)"', markup or "")


def test_addresses_are_links_but_where_the_text_is_in_a_link() -> None:
    view = body(ADDRESSED)
    (section,), (measure,) = view.sections, all_measures(view)
    (group,) = section.blocks
    assert isinstance(group, GroupBlock)
    texts = [
        section.heading, section.paragraphs[0].text, group.name, *group.intro, measure.text, measure.when,
        measure.source, measure.unsure, measure.target, measure.items[0].text, *view.notes,
    ]  # fmt: skip
    found = [f"http://a.example/{number}" for number in range(2, 13)]
    found[4] += "?a=1&amp;b="
    assert [links(text) for text in texts] == [[address] for address in found]
    inside = [view.shortcuts[0].text, view.jumps[0].name, view.contents[0].name, view.contents[0].entries[0].name]
    assert [links(text) for text in inside] == [[], [], [], []]


def test_a_link_has_a_title_in_the_language_of_its_text() -> None:
    rows = "sections:\n  - rows:\n      - do: 查詢 https://www.gov.tw/a\n      - do: 見 https://www.gov.tw/b\n"
    english = Edition(
        EN,
        Memory(
            {(None, "查詢 https://www.gov.tw/a"): "See https://www.gov.tw/a."},
            messages={"網站：%(host)s": ("Website: %(host)s",)},
        ),
    )
    translated, untranslated = (measure.text for measure in all_measures(body(rows, english)))
    assert translated == 'See <a href="https://www.gov.tw/a" title="Website: www.gov.tw">https://www.gov.tw/<wbr>a</a>.'
    assert 'title="網站：www.gov.tw"' in untranslated


def test_a_working_name_within_an_address_is_no_name() -> None:
    chinese, said = "見 App：http://a.example/TaiPower/x", "See http://a.example/TaiPower/x of the TaiPower"
    names = uses([("台灣電力 App", said)], {"台灣電力 App": "TaiPower"})
    view = body(
        f'sections: [{{rows: [{{do: "{chinese}"}}]}}]', Edition(EN, Memory({(None, chinese): said}, names=names))
    )
    (measure,) = all_measures(view)
    assert links(measure.text) == ["http://a.example/TaiPower/x"]
    assert measure.text.endswith('of the TaiPower (<span lang="zh-Hant" class="original">台灣電力 App</span>)')
