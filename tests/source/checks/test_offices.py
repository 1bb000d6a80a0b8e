import pytest

from planpress.source.checks.offices import check_office, contrast
from planpress.source.shapes.office_shapes import OfficeFile
from tests.snippets import of_office, of_organisations


@pytest.mark.parametrize(
    ("colour", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffff00", 8.0),
    ],
)
def test_contrast_is_that_of_wcag(colour: str, other: str, ratio: float) -> None:
    assert contrast(colour, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('sample:\n  name: 一\n  accent: "#767676"', []),
        ('sample:\n  name: 一\n  accent: "#777777"', ['3:11 E112 "#777777"']),
        ('sample:\n  name: 一\n  accent_dark: "#777777"', ['3:16 E112 "#777777"']),
        ('sample:\n  name: 一\n  accent_dark: "#ffffff"', []),
        ("sample:\n  name: 一", []),
    ],
)
def test_accents_can_be_read_on_their_pages(text: str, expected: list[str]) -> None:
    assert of_organisations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("organisation: sampel", ["1:15 E111 sampel"]),
        ("departments:\n  - name: 甲\n  - name: 乙\n  - name: 甲\n  - name: 甲", ["4:11 E110 甲", "5:11 E110 甲"]),
        ("organisation: 示範公司", ["1:15 E111 示範公司"]),
        ("organisation: Sample", ["1:15 E111 Sample"]),
        ("departments:\n  - name: 台電組\n  - name: 臺電組", ["3:11 E155 臺電組"]),
        ("departments:\n  - name: IT組\n  - name: ＩＴ組\n  - name: it組", ["3:11 E155 ＩＴ組", "4:11 E155 it組"]),
        ("departments:\n  - name: 業務組\n  - name: 業 務 組", ["3:11 E155 業 務 組", "3:12 W120  ", "3:14 W120  "]),
        ("departments:\n  - name: 業務組\n  - name: 業務課", []),
        ("departments:\n  - name: 業務組\n  - name: 電務組、工務組", ["3:11 E162 電務組、工務組"]),
        ("departments:\n  - name: 電務組，工務組", ["2:11 E162 電務組，工務組"]),
        ("departments:\n  - name: 企劃及資訊組", []),
        ("contact: {website: www.example.tw}", ["1:20 E507 www.example.tw"]),
        ("contact: {website: https://www.example.tw/, hotline: 1910}", []),
        ("contact: {website: 'javascript:alert(1)'}", ["1:20 E507 'javascript:alert(1)'", "1:21 E506 javascript:"]),
    ],
)
def test_offices(text: str, expected: list[str]) -> None:
    assert of_office(text) == expected


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        *(
            ("email", value, "E508")
            for value in ("a@b.tw?bcc=c@d.tw", "a@b.tw,c@d.tw", "a@b", "a b@c.tw", "信箱", "<a@b.tw>")
        ),
        *(("telephone", value, "E509") for value in ("總機", "12", "1" * 21)),
        ("hotline", "無", "E509"),
        ("website", "javascript:alert(1)", "E507"),
    ],
)
def test_what_becomes_a_link_leads_somewhere_and_nowhere_else(key: str, value: str, code: str) -> None:
    assert code in {line.split()[1] for line in of_office(f'contact:\n  {key}: "{value}"')}


@pytest.mark.parametrize(
    ("key", "value"),
    [("email", "service.1@ms1.example.gov.tw"), ("telephone", "(082)325-151轉12"), ("hotline", "1910")],
)
def test_what_leads_somewhere_passes(key: str, value: str) -> None:
    assert of_office(f'contact:\n  {key}: "{value}"') == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('contact: {hotline: {is: "1911", source: 某網站, noted: 114-11-25}}', []),
        ("contact: {website: {is: 'https://a.example.tw/', source: 某網站, noted: 114-11-25, unverified: true}}", []),
        ('contact:\n  hotline: {is: "1911"}', []),
        ('contact:\n  hotline: {is: "1911", source: 某網站}', ['2:12 E172 {is: "1911", source: 某網站}']),
        ('contact:\n  hotline: {is: "1911", unverified: true}', ['2:12 E172 {is: "1911", unverified: true}']),
        ("contact:\n  hotline: {source: 某網站, noted: 114-11-25}", ["2:12 E202 {source: 某網站, noted: 114-11-25}"]),
        ("contact:\n  hotline: {is: 客服, source: 某網站, noted: 114-11-25}", ["2:17 E509 客服"]),
        ("contact:\n  telephone: 1911或1910", ["2:14 E170 1911或1910"]),
        ("contact:\n  hours: {is: 上午, source: 甲, noted: 115-01-02}", ["2:37 W173 115-01-02"]),
        ("departments:\n  - {name: 業務組, telephone: 洽總機}", ["2:28 E509 洽總機"]),
        (
            "departments:\n  - {name: 業務組, telephone: {is: 082-325101, source: 甲, noted: 200-01-02}}",
            ["2:63 W173 200-01-02"],
        ),
        ('contact:\n  hotline: {is: "1911", sourse: 甲}', ["2:25 E201 sourse"]),
        ("contact:\n  hotline:", ["2:3 E207 hotline"]),
        ("contact:\n  hotline: ['1911', '1910']", ["2:12 E203 ['1911', '1910']"]),
    ],
)
def test_a_fact_is_a_value_or_a_value_with_its_source_and_day(text: str, expected: list[str]) -> None:
    assert [line.rstrip() for line in of_office(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hotline: 1911", []),
        ("hotline: 洽總機", ["3:12 E509 洽總機"]),
        ("hotline: {is: 1911, source: 甲, noted: 200-01-02}", ["3:41 W173 200-01-02"]),
    ],
)
def test_an_organisations_hotline_is_such_a_fact(text: str, expected: list[str]) -> None:
    assert [line.rstrip() for line in of_organisations(f"sample:\n  name: 一\n  {text}")] == expected


@pytest.mark.parametrize(
    ("name", "known", "nearest"),
    [
        ("watre", "water, power, taipower", "water"),
        ("Taipower", "taipower, power, water", "taipower"),
        ("台電公司", "power, taipower, water", None),
    ],
)
def test_an_unknown_organisation_is_told_those_there_are_nearest_first(
    name: str, known: str, nearest: str | None
) -> None:
    file = OfficeFile.model_validate({"name": "甲", "organisation": name, "departments": [{"name": "乙"}]})
    (finding,) = check_office(file, ["power", "taipower", "water"])
    assert (finding.values["known"], finding.values.get("nearest")) == (known, nearest)
