import re
from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from planpress.documents.about import about_plan
from planpress.documents.odt import CONTENTS_DEPTH, LONG_CELL, hanging, odt
from planpress.documents.plan_document import document_of
from planpress.editions.edition import Edition, plan_texts
from planpress.editions.memory import Memory
from planpress.editions.naming import doubt_label
from planpress.editions.voice import voice_of
from planpress.editions.working_names import uses
from planpress.model import Group, Measure, Office, Paragraph, Section
from planpress.model.language import EN
from tests.cases import few
from tests.documents import hostile
from tests.documents.reader import Row, body, find, part, parts, q, rows, tables, words
from tests.documents.real import PLANS, TAGS, Case, case, headings, made, measures, settings, templates
from tests.written import office, plan

real_plans = pytest.mark.parametrize(("office_id", "roc_year"), PLANS)
languages = pytest.mark.parametrize("tag", TAGS)

SEPARATORS = {"zh-Hant": "、", "en": ", ", "zh-Hans": "、"}
SUPPORTING = {"zh-Hant": "協辦：", "en": "Supporting: ", "zh-Hans": "协办："}


def after_number(number: str, text: str) -> str:
    """A number that ends with a full-width character carries its own gap; any other is set off by a tab."""
    return f"{number}{'' if not number or number[-1] in '、）' else chr(9)}{text}"


def expected_rows(real: Case) -> list[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Id and cells of every row; in English a translated name has the Chinese beside it the first time."""
    tag = real.edition.language.tag
    seen: set[str] = set()

    def who(names: tuple[str, ...]) -> str:
        return SEPARATORS[tag].join(map(name, names, real.who(names)))

    def name(chinese: str, said: str) -> str:
        first = chinese not in seen
        seen.add(chinese)
        return f"{said} ({chinese})" if first and tag == "en" and said != chinese else said

    def cells(measure: Measure) -> tuple[tuple[str, ...], ...]:
        what = [after_number(real.number(measure), real.say(measure.text))]
        if measure.unsure:
            what.append(doubt_label(measure.unsure, real.plan, real.office, real.edition) + real.say(measure.unsure))
        whom = [who(measure.departments)]
        if measure.supporting_departments:
            whom.append(SUPPORTING[tag] + who(measure.supporting_departments))
        return tuple(what), tuple(whom), (real.when(measure),)

    return [(measure.id, cells(measure)) for measure in measures(real.plan)]


def elements(data: bytes, name: str) -> list[Element]:
    return list(body(data).iter(q(name)))


# The five plans


@languages
@real_plans
def test_every_measure_of_a_real_plan_is_there_in_its_order_and_nothing_else(
    office_id: str, roc_year: int, tag: str
) -> None:
    real = case(office_id, roc_year, tag)
    found = rows(real.odt)
    bare = [(row.id, tuple(tuple(map(real.bare, cell)) for cell in row.cells)) for row in found]
    assert bare == [(id, tuple(tuple(map(real.bare, cell)) for cell in cells)) for id, cells in expected_rows(real)]


@languages
@real_plans
def test_headings_have_their_levels_and_can_be_linked_to(office_id: str, roc_year: int, tag: str) -> None:
    real = case(office_id, roc_year, tag)
    *found, notes = elements(real.odt, "text:h")
    assert [
        (int(each.get(q("text:outline-level"), "")), find(each, "text:bookmark").get(q("text:name")), words(each))
        for each in found
    ] == [
        (
            level,
            node.id,
            after_number(real.number(node), real.say((node.heading or "") if isinstance(node, Section) else node.name)),
        )
        for level, node in headings(real.plan)
    ]
    assert find(notes, "text:bookmark").get(q("text:name")) == "transcription-notes"


@languages
@real_plans
def test_every_other_text_is_there_too(office_id: str, roc_year: int, tag: str) -> None:
    real = case(office_id, roc_year, tag)
    shown = "\n".join(words(each) for each in body(real.odt).iter(q("text:p")))

    def paragraphs(nested: tuple[Paragraph, ...]) -> list[str]:
        return [text for each in nested for text in (each.text, *paragraphs(each.paragraphs))]

    texts = [text for section in real.plan.sections for text in paragraphs(section.paragraphs)]
    texts += [text for _, node in headings(real.plan) if isinstance(node, Group) for text in node.intro]
    texts += real.plan.transcription_notes
    assert [text for text in texts if real.bare(real.say(text)) not in real.bare(shown)] == []


@real_plans
def test_every_working_name_has_the_chinese_beside_it_once_where_it_is_first_said(
    office_id: str, roc_year: int
) -> None:
    real = case(office_id, roc_year, "en")
    document = body(real.odt)
    shown = "\n".join(words(each) for each in document.iter(q("text:p")))
    texts = {each for text in plan_texts(real.plan) if (each := real.say(text)) in real.edition.memory.names}
    headings_only = {real.say(group.name) for _, group in headings(real.plan) if isinstance(group, Group)}
    names = {use.name: use.chinese for text in texts - headings_only for use in real.edition.memory.names[text]}
    assert names or office_id == "kinmen"
    for name, chinese in names.items():
        assert any(
            f"{name}{mark} ({each})" in shown
            for mark in ("", "s", "'", "’")
            for each in {
                chinese,
                *(use.chinese for uses in real.edition.memory.names.values() for use in uses if use.name == name),
            }
        ), name
    spans = Counter(words(each) for each in document.iter(q("text:span")))
    assert {each: count for each, count in spans.items() if count > 1} == {}


def test_a_working_name_is_introduced_in_the_documents_order() -> None:
    texts = {"電力即點": "Points App", "推廣電力即點。": "Promote Points App.", "電力即點試辦。": "Try Points App."}
    memory = Memory(
        {(None, chinese): text for chinese, text in texts.items()},
        names=uses(texts.items(), {"電力即點": "Points App"}),
    )
    edition = Edition(EN, memory)
    one = plan(
        """
        sections:
          - heading: 壹、電力即點
            rows:
              - h1: 一、電力即點
              - do: 推廣電力即點。
              - do: 電力即點試辦。
        """
    )
    voice = voice_of(settings().facts, edition)
    about = about_plan(one, OFFICE, voice, "https://plans.example/")
    data = odt(document_of(one, OFFICE, voice, "https://plans.example/"), about, edition, templates())
    assert [row.cells[0] for row in rows(data)] == [("Promote Points App (電力即點).",), ("Try Points App.",)]
    assert [words(each) for each in elements(data, "text:h")] == ["I.\tPoints App", "1.\tPoints App"], (
        "which stay short"
    )
    [span] = [each for each in elements(data, "text:span") if words(each) == "電力即點"]
    assert span.get(q("text:style-name")) == "Untranslated"


@languages
@real_plans
def test_the_table_of_contents_lists_the_headings_and_its_links_lead_there(
    office_id: str, roc_year: int, tag: str
) -> None:
    real = case(office_id, roc_year, tag)
    data = real.odt
    contents = find(find(body(data), "text:table-of-content"), "text:index-body")
    links = [link.get(q("xlink:href"), "") for link in contents.iter(q("text:a"))]
    listed = [node.id for level, node in headings(real.plan) if level <= CONTENTS_DEPTH]
    assert links == [f"#{each}" for each in (*listed, "transcription-notes")]
    bookmarks = [each.get(q("text:name")) for each in elements(data, "text:bookmark")]
    assert len(bookmarks) == len(set(bookmarks))
    assert {link[1:] for link in links} <= set(bookmarks)
    pages = [each.get(q("text:ref-name")) for each in contents.iter(q("text:bookmark-ref"))]
    assert pages == [link[1:] for link in links], "the number of the page is a reference, which the program fills in"


@languages
@real_plans
def test_every_table_has_a_header_row_that_repeats(office_id: str, roc_year: int, tag: str) -> None:
    real = case(office_id, roc_year, tag)
    columns = real.plan.columns
    for table in elements(real.odt, "table:table"):
        [header] = find(table, "table:table-header-rows")
        assert [words(cell) for cell in header] == [
            real.say(name) for name in (columns.measure, columns.who, columns.when) if name
        ]
        # LibreOffice leaves a header row alone at the foot of a page when it must stay whole.
        assert header.get(q("table:style-name")) is None
        assert {len(row.findall(q("table:table-cell"))) for row in table.iter(q("table:table-row"))} == {3}


@real_plans
def test_every_style_that_is_used_exists(office_id: str, roc_year: int) -> None:
    data = case(office_id, roc_year, "en").odt
    known = {
        each.get(q("style:name"))
        for name in ("styles.xml", "content.xml")
        for each in part(data, name).iter()
        if each.tag in (q("style:style"), q("text:list-style"), q("style:page-layout"), q("style:font-face"))
    }
    used = {
        value
        for name in ("styles.xml", "content.xml")
        for each in part(data, name).iter()
        for attribute, value in each.attrib.items()
        if attribute.endswith(
            ("}style-name", "}parent-style-name", "}next-style-name", "}font-name", "}font-name-asian")
        )
    }
    assert used - known == set()


@languages
@real_plans
def test_the_same_plan_is_the_same_bytes(office_id: str, roc_year: int, tag: str) -> None:
    real = case(office_id, roc_year, tag)
    assert real.odt == real.odt


# Around the plan


def default_text(data: bytes) -> dict[str, str]:
    default = find(part(data, "styles.xml"), "style:default-style")
    attributes = find(default, "style:text-properties").attrib
    return {name.rpartition("}")[2]: value for name, value in attributes.items()}


@pytest.mark.parametrize(
    ("tag", "language", "asian", "typeface"),
    [
        ("zh-Hant", ("zh", "TW"), ("zh", "TW"), "Noto Sans CJK TC"),
        ("en", ("en", "GB"), ("zh", "TW"), "Noto Sans CJK TC"),
        ("zh-Hans", ("zh", "CN"), ("zh", "CN"), "Noto Sans CJK SC"),
    ],
)
def test_the_language_is_stated_for_latin_letters_and_for_han_characters(
    tag: str, language: tuple[str, str], asian: tuple[str, str], typeface: str
) -> None:
    data = case("kinmen", 114, tag).odt
    text = default_text(data)
    assert (text["language"], text["country"]) == language
    assert (text["language-asian"], text["country-asian"]) == asian
    assert text["font-name"] == text["font-name-asian"] == typeface
    for name in ("styles.xml", "content.xml"):
        assert typeface in find(part(data, name), "style:font-face").get(
            "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family", ""
        )


def test_what_fell_back_to_chinese_says_so() -> None:
    untranslated = made(hostile.plan(), hostile.OFFICE, "en").odt
    style = next(
        each
        for each in part(untranslated, "styles.xml").iter(q("style:style"))
        if each.get(q("style:name")) == "Untranslated"
    )
    text = {name.rpartition("}")[2]: value for name, value in find(style, "style:text-properties").attrib.items()}
    assert text == {"language": "zh", "country": "TW", "language-asian": "zh", "country-asian": "TW"}
    title = find(body(untranslated), "text:p")
    assert [child.get(q("text:style-name")) for child in title] == ["Untranslated"]
    spans = [words(each) for each in elements(untranslated, "text:span")]
    assert "<組>&" in spans
    assert "=cmd|' /C calc'!A0" not in spans, "it has an English name"
    assert elements(made(hostile.plan(), hostile.OFFICE, "zh-Hant").odt, "text:span") == []


def test_the_head_of_the_document_says_what_it_is_and_where_it_comes_from() -> None:
    real = case("kinmen", 114, "zh-Hant")
    first = [(each.get(q("text:style-name")), words(each)) for each in body(real.odt).findall(q("text:p"))][:6]
    assert first == [
        ("Title", "金門區營業處\n114年度提升服務效能執行計畫"),
        ("Subtitle", "台灣電力公司"),
        ("Subtitle", "金門區營業處"),
        ("Subtitle", "中華民國114年1月14日"),
        (
            "Notice_20_first",
            "非官方轉錄：本文件依機關計畫轉錄，不是機關發布之文件；有出入時，以機關核定之文件為準。",
        ),
        ("Notice", "https://plans.example/kinmen/114/"),
    ]


def test_header_and_footer_of_the_pages() -> None:
    master = find(part(case("kinmen", 114, "en").odt, "styles.xml"), "style:master-page")
    assert words(find(master, "style:header")).strip().startswith("Kinmen District Office")
    assert words(find(master, "style:header")).strip().endswith(" · Unofficial transcription")
    assert words(find(master, "style:header-first")).strip() == "", "the first page has the title itself"
    for name in ("style:footer", "style:footer-first"):
        footer = find(master, name)
        assert words(footer).strip() == "https://plans.example/en/kinmen/114/\tPage 1 of 1"
        assert find(footer, "text:page-number").get(q("text:select-page")) == "current"
        find(footer, "text:page-count")


# What stands beside names and below measures


NAMED = """
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎
          - do: 1. 甲事
            who: 業務組、電務組
          - do: 2. 乙事
            who: 電務組（業務組）
    """
ENGLISH = office("name: 示範處\nen: Sample Office\ndepartments: [{name: 業務組, en: Business}, {name: 電務組}]\n")


def who(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells[1] for row in rows(data)]


def test_a_working_translation_has_the_chinese_beside_it_where_it_stands_first() -> None:
    data = written(NAMED, "en", ENGLISH)
    assert who(data) == [("Business (業務組), 電務組",), ("電務組", "Supporting: Business")]
    subtitles = [words(each) for each in elements(data, "text:p") if each.get(q("text:style-name")) == "Subtitle"]
    assert subtitles == ["Sample Company", "Sample Office (示範處)"]
    assert [words(each) for each in elements(data, "text:span")].count("業務組") == 1, "and is marked as Chinese"
    for tag in ("zh-Hant", "zh-Hans"):
        assert "(" not in "".join(who(written(NAMED, tag, ENGLISH))[0])


@pytest.mark.parametrize(
    ("tag", "remarks"),
    [
        ("zh-Hant", ("目標：95%（中華民國114年12月31日前）", "來源：業字第1號函", "原文待確認：字跡不清")),
        ("en", ("Target: 95% by 31 December 2025", "Source: 業字第1號函", "Source text to be confirmed: 字跡不清")),
        ("zh-Hans", ("目标：95%（中华民国114年12月31日前）", "来源：业字第1号函", "原文待确认：字迹不清")),
    ],
)
def test_target_and_source_stand_below_the_measure(tag: str, remarks: tuple[str, ...]) -> None:
    data = written(
        """
        sections:
          - heading: 壹、作法
            rows:
              - h1: 一、基礎
              - do: 甲事
                target: {figure: "95", unit: "%", by: 114-12-31}
                source: 業字第1號函
                unsure: 字跡不清
              - item: 乙事
                target: {figure: "3"}
        """,
        tag,
    )
    measure, item = rows(data)
    assert measure.cells[0][1:] == remarks
    assert item.cells[0][1:] == (remarks[0].partition("95%")[0] + "3",)


# How rows and paragraphs stand

OFFICE = office("name: 示範處\ndepartments: [{name: 業務組}, {name: 電務組}]\n")


def written(text: str, tag: str = "zh-Hant", unit: Office = OFFICE) -> bytes:
    return made(plan(text), unit, tag).odt


def cell_styles(data: bytes) -> list[str]:
    table = find(body(data), "table:table")
    return [find(row, "table:table-cell").get(q("table:style-name"), "") for row in table.findall(q("table:table-row"))]


def test_items_that_share_department_and_period_read_as_one_cell_with_their_measure() -> None:
    data = written(
        """
        sections:
          - heading: 壹、作法
            rows:
              - h1: 一、基礎
              - do: 1. 甲事
                who: 業務組
              - item: 甲. 其一
              - item: 乙. 其二
              - item: 丙. 其三
                who: 電務組
              - do: 2. 乙事
              - item: 甲. 其一
        """
    )
    assert cell_styles(data) == ["Cell-joined", "Cell-joined", "Cell", "Cell", "Cell-joined", "Cell"]
    styles = {
        each.get(q("style:name")): find(each, "style:table-cell-properties")
        for each in part(data, "content.xml").iter(q("style:style"))
        if each.get(q("style:family")) == "table-cell"
    }
    sides = {
        name: [side for side in ("top", "bottom", "left", "right") if cell.get(q(f"fo:border-{side}")) != "none"]
        for name, cell in styles.items()
    }
    assert sides == {
        "Header-cell": ["top", "bottom", "left"],
        "Header-cell-last": ["top", "bottom", "left", "right"],
        "Cell": ["bottom", "left"],
        "Cell-last": ["bottom", "left", "right"],
        "Cell-joined": ["left"],
        "Cell-joined-last": ["left", "right"],
    }


def test_an_item_with_supporting_departments_of_its_own_stands_alone() -> None:
    item = Measure(id="m-1-i1", text="其一", supporting_departments=("電務組",))
    measure = Measure(id="m-1", text="甲事", items=(item, item.model_copy(update={"id": "m-1-i2"})))
    one = plan("sections:\n  - text: 一段。\n").model_copy(
        update={"sections": (Section(id="s-1", children=(measure,)),)}
    )
    assert cell_styles(made(one, OFFICE, "zh-Hant").odt) == ["Cell", "Cell", "Cell"]


@real_plans
def test_cells_draw_their_own_lines(office_id: str, roc_year: int) -> None:
    """LibreOffice 7.4 loses rows at a page's end where the lines of neighbours are one (border model "collapsing")."""
    data = case(office_id, roc_year, "en").odt
    models = [
        each.get(q("table:border-model"))
        for name in ("styles.xml", "content.xml")
        for each in part(data, name).iter(q("style:table-properties"))
    ]
    assert set(models) == {"separating"}
    for table in elements(data, "table:table"):
        for row in table.iter(q("table:table-row")):
            lasts = [cell.get(q("table:style-name"), "").endswith("-last") for cell in row]
            assert lasts == [False, False, True]


def row_of(text: str) -> Row:
    [row] = rows(written(f"sections:\n  - heading: 壹、作法\n    rows:\n      - h1: 一、基礎\n      - do: {text}\n"))
    return row


def test_a_short_row_stays_whole_and_a_long_one_may_break() -> None:
    assert row_of("長" * LONG_CELL).style == "Whole-row"
    assert row_of("長" * (LONG_CELL + 1)).style == "Long-row"
    assert row_of("x" * (LONG_CELL * 2)).style == "Whole-row", "Latin letters take half of the room"
    assert row_of("x" * (LONG_CELL * 2 + 1)).style == "Long-row"


def indents(data: bytes) -> dict[str, tuple[float, float]]:
    """Left margin and first-line indent of the document's own paragraph styles, in points."""
    return {
        each.get(q("style:name"), ""): (
            float(properties.get(q("fo:margin-left"), "0pt").removesuffix("pt")),
            float(properties.get(q("fo:text-indent"), "0pt").removesuffix("pt")),
        )
        for each in part(data, "content.xml").iter(q("style:style"))
        for properties in each.findall(q("style:paragraph-properties"))
    }


def test_numbers_hang_to_the_left_of_their_text() -> None:
    data = written(
        """
        sections:
          - heading: 壹、依據
            text: |
              一、第一
              （一）其一
              沒有編號
          - heading: （十一）作法
            rows:
              - h1: 一、基礎
              - do: (1)甲事
              - item: 甲. 其一
              - do: 乙事
        """
    )
    found = indents(data)
    assert all(left >= -first for left, first in found.values()), "no number hangs out of the page"
    by_text = {words(each): found[each.get(q("text:style-name"), "")] for each in elements(data, "text:h")[:-1]}
    assert by_text["壹、依據"] == (32, -32), "two characters of 16 points"
    assert by_text["（十一）作法"] == (64, -64)
    measure, item, plain = (found[row.indent] for row in rows(data))
    assert measure == (21, -21)
    assert item == (42, -21), "one level further in"
    assert plain == (0, 0)


def test_paragraphs_stand_inside_their_heading_and_a_section_without_one_stands_where_headings_do() -> None:
    data = written(
        """
        sections:
          - heading: 壹、依據
            text: |
              一、第一
              沒有編號
          - text: 貳、本計畫如有未盡事宜，得修正之。
        """
    )
    found = indents(data)
    lines = {
        words(each): found[style]
        for each in body(data).findall(q("text:p"))
        if (style := each.get(q("text:style-name"), "")).startswith("Line")
    }
    assert lines["一、第一"] == (48, -24)
    assert lines["貳、本計畫如有未盡事宜，得修正之。"] == (24, -24)
    [closing] = [each for each in body(data).findall(q("text:p")) if "未盡事宜" in words(each)]
    assert find(closing, "text:bookmark").get(q("text:name")) == "s-2"


@pytest.mark.parametrize(
    ("number", "room"),
    [
        (None, 0),
        ("壹、", 2),
        ("（一）", 3),
        ("(一)", 2),
        ("1.", 2),
        ("(10)", 2),
        ("VIII.", 3),
        ("◎", 2),
        ("（十一）", 4),
    ],
)
def test_room_for_a_number(number: str | None, room: int) -> None:
    assert hanging(number) == room


def breaks(data: bytes) -> list[str]:
    return [
        each.get(q("style:name"), "")
        for each in part(data, "content.xml").iter(q("style:style"))
        for properties in each.findall(q("style:paragraph-properties"))
        if properties.get(q("fo:break-before")) == "page"
    ]


def test_the_plan_begins_a_new_page_unless_its_contents_are_long() -> None:
    short = "sections:\n  - heading: 壹、依據\n    text: 依據。\n"
    assert breaks(written(short)) == ["First"]
    assert elements(written(short), "text:h")[0].get(q("text:style-name")) == "First"
    no_heading = "sections:\n  - text: 一段。\n"
    assert breaks(written(no_heading)) == ["First"]
    long = "sections:\n" + "".join(f"  - heading: 第{number}節\n    text: 文。\n" for number in range(40))
    assert breaks(written(long)) == []


def test_a_plan_with_nothing_but_a_title() -> None:
    empty = made(hostile.plan().model_copy(update={"sections": (), "transcription_notes": ()}), hostile.OFFICE, "en")
    data = empty.odt
    assert elements(data, "text:h") == elements(data, "table:table") == []


# Addresses in texts


def test_addresses_are_links_but_in_the_table_of_contents_which_is_links_itself() -> None:
    data = written(
        """
        sections:
          - heading: 壹、見 http://a.example/1。
            text: 見 http://a.example/2?a=1&b=2。
            rows:
              - h1: 一、見 http://a.example/3
              - do: 見（http://a.example/4）。
                when: 見 http://a.example/6
                source: 見 http://a.example/5
        transcription_notes: [見 http://a.example/7]
        """,
        "en",
    )
    links = [(each.get(q("xlink:href")), words(each)) for each in elements(data, "text:a")]
    leading_out = [(href, text) for href, text in links if href and not href.startswith(("#", "https://plans.example"))]
    assert leading_out == [
        (address, address)
        for number in range(1, 8)
        for address in [f"http://a.example/{number}{'?a=1&b=2' if number == 2 else ''}"]
    ]
    assert not [each for link in elements(data, "text:a") for each in link.iter(q("text:a")) if each is not link]


# Hostile texts


@pytest.mark.parametrize("tag", few(TAGS, "en"))
def test_hostile_texts_come_through_whole(tag: str) -> None:
    strange = made(hostile.plan(), hostile.OFFICE, tag)
    data = strange.odt
    assert [(row.id, row.cells) for row in rows(data)] == [
        (id, tuple(tuple(map(hostile.readable, cell)) for cell in cells)) for id, cells in expected_rows(strange)
    ]
    shown = [words(each) for each in body(data).iter(q("text:p"))]
    for text in hostile.TEXTS:
        # As a paragraph, an introduction, a measure, an item, and a transcription note.
        assert sum(each.endswith(hostile.readable(strange.say(text))) for each in shown) >= 5, text[:40]
    assert len(tables(data)) == 1


def test_an_address_may_hold_anything() -> None:
    strange = replace(case("kinmen", 114, "en"), url="https://plans.example/?a=1&b=\"<'")
    [link] = [each for each in elements(strange.odt, "text:a") if each.get(q("xlink:href")) == strange.url]
    assert words(link) == strange.url


def test_hostile_texts_make_no_element_and_no_attribute() -> None:
    data = made(hostile.plan(), hostile.OFFICE, "zh-Hant").odt
    harmless = made(plan("sections:\n  - heading: 壹、甲\n    text: 乙。\n"), OFFICE, "zh-Hant").odt
    assert list(parts(data)) == list(parts(harmless))
    for name in ("meta.xml", "styles.xml", "content.xml"):
        assert not [each.tag for each in part(data, name).iter() if each.tag.endswith("}script")]
        assert b"\x00" not in parts(data)[name]
    assert re.search(rb"&lt;script&gt;", parts(data)["content.xml"])


DECIDED = """\
title: 示範處114-115年度服務計畫
until: 115
adopted: 114-01
approvals:
  - {kind: 核定, by: 單位主管, date: 114-02-01, letter: 示業字第1號}
  - {kind: 備查}
revision: {number: 1, date: 114-06-30, approvals: [{kind: 審定, date: 114-07-01}]}
sections: [{text: 一}]
"""


@pytest.mark.parametrize(
    ("tag", "lines"),
    [
        (
            "zh-Hant",
            [
                "核定：單位主管，中華民國114年2月1日，示業字第1號",
                "備查：已辦理",
                "第1次修正：中華民國114年6月30日",
                "審定：中華民國114年7月1日",
            ],
        ),
        (
            "en",
            [
                "Approved: 單位主管, 1 February 2025, 示業字第1號",
                "On record: Done",
                "Revision 1: 30 June 2025",
                "Examined: 1 July 2025",
            ],
        ),
    ],
)
def test_who_approved_the_plan_and_its_revision_stand_below_its_date(tag: str, lines: list[str]) -> None:
    data = written(DECIDED, tag)
    head = [each for each in body(data).findall(q("text:p")) if each.get(q("text:style-name")) == "Subtitle"]
    assert [words(each) for each in head][3:] == lines
    meta = part(data, "meta.xml")
    named = {each.get(q("meta:name")): each.text for each in meta.iter(q("meta:user-defined"))}
    assert named["DCTERMS.dateAccepted"] == "2025-07-01"
    assert (named["DC.Coverage.t.min"], named["DC.Coverage.t.max"]) == ("2025-01-01", "2026-12-31")
    assert words(body(data).findall(q("text:p"))[0]) == "示範處\n114-115年度服務計畫"
