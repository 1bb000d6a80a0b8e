"""What ODT and ODS have in common: texts as XML, locales, metadata."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.documents.about import About, about_plan
from planpress.documents.environment import documents_environment
from planpress.documents.odf import asian_locale, inline, locale, page_numbers, rendered, xml_text
from planpress.editions.edition import Edition, Text
from planpress.editions.memory import Memory
from planpress.editions.voice import Voice
from planpress.model import Classification, GovernmentClass, Office, dublin_core
from planpress.model.language import AUTHORITATIVE, EN
from tests.documents.reader import NAMES, part, q, sheet, words
from tests.documents.real import PLANS, TAGS, case, editions, made, settings, templates
from tests.written import SAMPLE, plan


def paragraph(value: str) -> str:
    """What an XML reader finds in a paragraph that holds a text."""
    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMES.items())
    return words(ElementTree.fromstring(f"<text:p {declared}>{inline(value)}</text:p>"))


@given(st.text())
def test_a_paragraph_gives_back_the_whole_text(value: str) -> None:
    expected = xml_text(value).replace("\r\n", "\n").replace("\r", "\n")
    assert paragraph(value) == expected


@given(st.text(alphabet=st.sampled_from(" \t\r\n<&>\"'a\x00")))
def test_spaces_and_line_breaks_come_through(value: str) -> None:
    assert paragraph(value) == value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")


def test_spaces_are_elements_where_a_program_would_drop_them() -> None:
    assert str(inline("a b")) == "a b"
    assert str(inline(" a")) == '<text:s text:c="1"/>a'
    assert str(inline("a ")) == 'a<text:s text:c="1"/>'
    assert str(inline("a   b")) == 'a<text:s text:c="3"/>b'
    assert str(inline("a\r\nb\tc")) == "a<text:line-break/>b<text:tab/>c"


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(character: str) -> None:
    assert xml_text(f"a{character}b") == "a\ufffdb"
    assert str(inline(f"a{character}b")) == "a\ufffdb"


@pytest.mark.parametrize(
    "text", ["\t\n\r", "\x7f\x85", "\ud7ff\ue000\ufffd", "\U00010000\U0010ffff", "𡍼𪹚𠮷", "שלום", "]]>", "「」　，。"]
)
def test_what_xml_can_hold_stays(text: str) -> None:
    assert xml_text(text) == text
    ElementTree.fromstring(f"<p>{inline(text)}</p>".replace("text:", ""))


def test_a_template_escapes_and_cleans_every_value() -> None:
    template = templates().from_string('<a b="{{ value }}">{{ value }}</a>')
    assert template.render(value="<\"&\x00'") == '<a b="&lt;&#34;&amp;\ufffd&#39;">&lt;&#34;&amp;\ufffd&#39;</a>'


def test_a_template_that_asks_for_what_is_not_there_is_an_error() -> None:
    with pytest.raises(Exception, match="missing"):
        documents_environment(settings()).from_string("{{ missing }}").render()


def test_locales() -> None:
    assert [(locale(tag).language, locale(tag).country) for tag in ("zh-Hant", "zh-Hans", "en", "vi", "ja-JP")] == [
        ("zh", "TW"), ("zh", "CN"), ("en", "GB"), ("vi", "none"), ("ja", "none"),
    ]  # fmt: skip
    assert asian_locale("zh-Hans") == locale("zh-Hans")
    assert asian_locale("en") == asian_locale("vi") == locale("zh-Hant")
    assert asian_locale("ja").language == "ja"


def test_page_numbers_are_fields_in_the_words_of_the_language() -> None:
    english = Edition(EN, Memory(messages={"第{page}頁，共{pages}頁": ("Page {page} of <{pages}>",)}))
    chinese = str(page_numbers(Edition(AUTHORITATIVE)))
    assert chinese.startswith("第<text:page-number ") and "頁，共<text:page-count>" in chinese
    assert str(page_numbers(english)).endswith(" of &lt;<text:page-count>1</text:page-count>&gt;")


# Metadata


OFFICE = Office(id="sample", name="示範處", en="Sample Office", organisation=SAMPLE)
URL = "https://plans.example/en/sample/114/"
VOICE = Voice(
    Edition(EN), Text("Plans", "en"), Text("Sample Company", "en"), is_transcription=False, rights="As the law says."
)
ODT = "application/vnd.oasis.opendocument.text"
SHORT = """
    adopted: {adopted}
    sections:
      - heading: 壹、作法
        rows:
          - h1: 一、基礎服務
          - do: 1. 設置座椅。
    """


def about(adopted: str = "114-01-14") -> About:
    return about_plan(plan(SHORT.format(adopted=adopted)), OFFICE, VOICE, URL)


def meta(data: About) -> ElementTree.Element:
    return ElementTree.fromstring(rendered(templates(), ODT, (), data)["meta.xml"])


def values(root: ElementTree.Element, name: str) -> list[str | None]:
    return [element.text for element in root.iter(q(name))]


def test_the_fields_that_the_format_has() -> None:
    root = meta(about())
    assert values(root, "dc:title") == ["示範處114年度服務計畫"]
    assert values(root, "dc:subject") == ["服務計畫"]
    assert values(root, "dc:creator") == values(root, "meta:initial-creator") == ["Sample Office"]
    assert values(root, "dc:language") == ["en"]
    assert values(root, "dc:date") == values(root, "meta:creation-date") == ["2025-01-14T00:00:00"]
    assert values(root, "meta:keyword") == ["服務計畫", "Sample Company", "Sample Office", "114年度（2025）"]
    [description] = values(root, "dc:description")
    assert description and description.startswith("示範處114年度服務計畫。") and "1項" in description


def test_all_fifteen_elements_are_named_as_on_the_page() -> None:
    data = about()
    description = data.description
    expected = {
        "DC.Title": "示範處114年度服務計畫",
        "DC.Creator": "Sample Office",
        "DC.Subject": "服務計畫",
        "DC.Description": description,
        "DC.Publisher": "Sample Company",
        "DC.Contributor": "Sample Company",
        "DC.Date": "2025-01-14",
        "DC.Type": "Text",
        "DC.Format": ODT,
        "DC.Identifier": URL,
        "DC.Source": "示範處114年度服務計畫",
        "DC.Language": "en",
        "DC.Relation": URL,
        "DC.Coverage.t.min": "2025-01-01",
        "DC.Coverage.t.max": "2025-12-31",
        "DC.Rights": "As the law says.",
    }
    assert dict(data.dublin_core(ODT)) == expected
    assert tuple(expected) == dublin_core.NAMES
    found = {element.get(q("meta:name")): element.text for element in meta(data).iter(q("meta:user-defined"))}
    assert found == expected


def test_a_sheet_is_a_dataset_and_an_office_with_classes_says_them() -> None:
    classes = Classification(themes=(GovernmentClass(code="170"),), services=(GovernmentClass(code="I00"),))
    office = OFFICE.model_copy(update={"classification": classes})
    pairs = about_plan(plan(SHORT.format(adopted="114-01-14")), office, VOICE, URL).dublin_core(
        "application/vnd.oasis.opendocument.spreadsheet"
    )
    assert ("DC.Type", "Dataset") in pairs
    assert pairs[-2:] == (("Category.Theme", "170"), ("Category.Service", "I00"))


def test_the_classes_are_read_in_the_documents_themselves() -> None:
    classes = Classification(
        themes=(GovernmentClass(code="170", name="<公用>"),), services=(GovernmentClass(code="E41"),)
    )
    office = OFFICE.model_copy(update={"classification": classes})
    shown = plan(SHORT.format(adopted="114-01-14"))
    data = made(shown, office, "zh-Hant")
    assert "政府資訊分類檢索：主題分類：170 <公用>；服務分類：E41。" in words(part(data.odt, "content.xml"))
    assert sheet(data.ods, 2) == [["分類", "代碼與名稱"], ["主題分類", "170 <公用>"], ["服務分類", "E41"]]
    assert "政府資訊分類檢索" not in words(part(made(shown, OFFICE, "zh-Hant").odt, "content.xml"))


def test_a_transcription_says_so_and_names_who_made_it() -> None:
    voice = replace(VOICE, publisher=Text("Sample Society", "en"), is_transcription=True)
    data = about_plan(plan(SHORT.format(adopted="114-01-14")), OFFICE, voice, URL)
    assert values(meta(data), "dc:creator") == ["Sample Society"]
    assert ("DC.Publisher", "Sample Society") in data.dublin_core(ODT)
    assert ("DC.Contributor", "Sample Office") in data.dublin_core(ODT)
    assert data.description.startswith("非官方轉錄：")


def test_a_month_is_no_day() -> None:
    data = about("105-02")
    assert (data.date, data.day) == ("2016-02", None)
    root = meta(data)
    assert values(root, "dc:date") == values(root, "meta:creation-date") == []
    assert ("DC.Date", "2016-02") in data.dublin_core(ODT)


def test_a_plan_without_a_date_has_its_year_alone() -> None:
    data = about_plan(plan(SHORT.replace("adopted: {adopted}", "")), OFFICE, VOICE, URL)
    assert (data.date, data.day) == (None, None)
    assert ("DC.Date", "2025") in data.dublin_core(ODT)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("office_id", "roc_year"), PLANS)
def test_real_plans(office_id: str, roc_year: int, tag: str) -> None:
    real = case(office_id, roc_year, tag)
    for data in (real.odt, real.ods):
        root = part(data, "meta.xml")
        assert values(root, "dc:title") == [real.say(real.plan.title)]
        assert values(root, "dc:language") == [tag] == [editions()[tag].language.tag]
        found = {element.get(q("meta:name")): element.text for element in root.iter(q("meta:user-defined"))}
        assert found["DC.Identifier"] == real.url
        assert found["DC.Coverage.t.min"] == f"{roc_year + 1911}-01-01"
