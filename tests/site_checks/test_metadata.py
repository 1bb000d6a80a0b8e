import json
from collections.abc import Mapping

import pytest

from planpress.model.dublin_core import TEXT, DublinCore
from planpress.model.vintage import Vintage
from planpress.site_checks import check_files
from planpress.site_checks.metadata import ENOUGH

SITE = "https://plans.example/"


def core(path: str, date: str = "2025-02-03", lang: str = "zh-Hant") -> dict[str, str]:
    """What a page says of itself when all is well."""
    return dict(
        DublinCore(
            title=f"第 {path} 頁",
            creator="示範處",
            subject="服務計畫",
            description=f"{path} 的說明。",
            publisher="示範公司",
            contributor="示範公司",
            vintage=Vintage.of_years(date, (114,)),
            type=TEXT,
            format="text/html",
            identifier=f"{SITE}{path}",
            source="示範處",
            language=lang,
            relation=SITE,
            rights="依著作權法。",
        ).pairs()
    )


def page(path: str, said: Mapping[str, str], lang: str = "zh-Hant", canonical: str | None = None) -> str:
    metas = "\n".join(f'<meta name="{name}" content="{value}">' for name, value in said.items())
    link = f'<link rel="canonical" href="{SITE}{path if canonical is None else canonical}">'
    return (
        f'<html lang="{lang}"><head><title>{path}-{lang}</title>\n{link}\n{metas}</head><body><h1>1</h1></body></html>'
    )


def found(pages: Mapping[str, str], sitemap: str = "") -> list[str]:
    files = {f"{path}index.html": html for path, html in pages.items()} | {"sitemap.xml": sitemap}
    problems = check_files(files, files.__getitem__, SITE)
    return [f"{each.place.file}:{each.place.line} {each.code} {' '.join(each.values.values())}" for each in problems]


def test_pages_that_say_all_of_themselves_have_no_problem() -> None:
    assert found({path: page(path, core(path)) for path in ("", "a/", "b/")}) == []


@pytest.mark.parametrize("element", ["DC.Title", "DC.Subject", "DC.Rights", "DC.Date", "DC.Relation"])
def test_an_element_that_is_empty_or_lacking_is_told_with_its_page(element: str) -> None:
    empty = core("a/") | {element: " "}
    assert found({"a/": page("a/", empty)}) == [f"a/index.html:0 E755 {element}"]
    del empty[element]
    assert found({"a/": page("a/", empty)}) == [f"a/index.html:0 E755 {element}"]


def test_the_time_that_a_page_tells_of_has_two_ends() -> None:
    said = core("a/")
    del said["DC.Coverage.t.max"]
    assert found({"a/": page("a/", said)}) == ["a/index.html:0 E755 DC.Coverage.t.max"]


def test_a_page_speaks_the_language_that_it_says() -> None:
    said = core("a/") | {"DC.Language": "中文"}
    assert found({"a/": page("a/", said, lang="en")}) == ["a/index.html:14 E756 中文 en"]


def test_no_two_pages_of_a_language_have_the_same_description_or_address() -> None:
    pages = {"a/": page("a/", core("a/")), "b/": page("b/", core("b/") | {"DC.Description": "a/ 的說明。"})}
    assert found(pages) == ["b/index.html:6 E757 DC.Description a/index.html"]
    pages = {"a/": page("a/", core("a/")), "b/": page("b/", core("b/") | {"DC.Identifier": f"{SITE}a/"})}
    assert found(pages) == ["b/index.html:12 E757 DC.Identifier a/index.html"]
    english = page("en/a/", core("en/a/", lang="en") | {"DC.Description": "a/ 的說明。"}, "en")
    assert found({"a/": page("a/", core("a/")), "en/a/": english}) == []


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("DC.Date", "114-01-14"),
        ("DC.Date", "2025/01/14"),
        ("DC.Date", "2009-09-24 00:00"),
        ("DC.Date", "2025-13-01"),
        ("DC.Coverage.t.min", "114"),
        ("DC.Coverage.t.max", "2024-12-31"),
        ("DC.Description", "無標題文件&lt;!-- TITLE --&gt;"),
        ("DC.Title", "{{ title }}"),
    ],
)
def test_a_value_that_cannot_be_right_is_told(element: str, value: str) -> None:
    (problem,) = found({"a/": page("a/", core("a/") | {element: value})})
    assert f" E758 {element} " in problem


@pytest.mark.parametrize("date", ["2025", "2016-02", "2025-02-03"])
def test_what_is_known_of_a_day_is_enough(date: str) -> None:
    assert found({"a/": page("a/", core("a/", date))}) == []


def sitemap(*days: str) -> str:
    return "".join(f"<url><loc>{SITE}{path}/</loc><lastmod>{day}</lastmod></url>" for path, day in enumerate(days))


def test_a_date_is_that_of_the_site_map() -> None:
    pages = {"0/": page("0/", core("0/")), "1/": page("1/", core("1/")), "2/": page("2/", core("2/"))}
    assert found(pages, sitemap("2025-02-03", "2025-02-04")) == ["1/index.html:9 E759 2025-02-03 2025-02-04"]


def test_one_day_on_every_page_of_several_years_is_odd() -> None:
    earlier = {"DC.Coverage.t.min": "2024-01-01"}
    pages = {f"{number}/": page(f"{number}/", core(f"{number}/")) for number in range(ENOUGH)}
    assert found(pages) == []
    pages["0/"] = page("0/", core("0/") | earlier)
    assert found(pages) == [f"0/index.html:9 W755 2025-02-03 {ENOUGH}"]
    assert found(pages, sitemap("2025-02-03")) == []  # the data was published in one day
    assert found(pages | {"1/": page("1/", core("1/", "2025-02-04"))}) == []


def test_a_page_that_leads_elsewhere_or_has_no_address_says_nothing() -> None:
    assert found({"old/": page("old/", {}, canonical="new/"), "new/": page("new/", core("new/"))}) == []
    assert found({"a/": '<html lang="en"><title>a</title><h1>a</h1></html>'}) == []


@pytest.mark.parametrize(
    ("element", "wrong"),
    [
        ("DC.Title", "無標題文件"),
        ("DC.Description", "各機關的服務計畫。"),
        ("DC.Date", "2009-09-09"),
        ("DC.Identifier", SITE),
        ("DC.Coverage.t.min", "2009-01-01"),
        ("DC.Coverage.t.max", "2026-12-31"),
    ],
)
def test_a_page_says_one_thing_of_itself(element: str, wrong: str) -> None:
    said = core("a/")
    told = {
        "name": said["DC.Title"],
        "description": f"{said['DC.Description']} ",
        "url": said["DC.Identifier"],
        "inLanguage": said["DC.Language"],
        "dateModified": said["DC.Date"],
        "temporalCoverage": f"{said['DC.Coverage.t.min']}/{said['DC.Coverage.t.max']}",
    }
    block = f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script></head>'
    assert found({"a/": page("a/", said).replace("</head>", block)}) == []
    html = page("a/", said | {element: wrong}).replace("</head>", block)
    line = next(number for number, text in enumerate(html.split("\n"), start=1) if f'"{element}"' in text)
    assert found({"a/": html}) == [f"a/index.html:{line} E753 {element} {wrong} {said[element]}"]


@pytest.mark.parametrize("block", ["", "{", "[]", '{"name": 3, "temporalCoverage": "2026"}'])
def test_what_a_page_does_not_tell_is_not_missed(block: str) -> None:
    html = page("a/", core("a/")).replace("</head>", f'<script type="application/ld+json">{block}</script></head>')
    assert found({"a/": html}) == []
