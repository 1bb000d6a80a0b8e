"""The download block as assistive technology finds it: what each link is, how large, in which language."""

import re
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from playwright.sync_api import Locator

from planpress.model.document_files import MEDIA_TYPES
from tests.browser.conftest import Site, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TYPES = {**{str(kind): media_type for kind, media_type in MEDIA_TYPES.items()}, "json": "application/json"}
SIZE = re.compile(r"(\d+)\sKB|(\d+\.\d)\sMB")


def file_of(link: Locator, site: Site) -> Path:
    return site.folder / unquote(urlparse(link.evaluate("link => link.href")).path).lstrip("/")


def name_of(link: Locator) -> str:
    """What is read aloud: all of it where little is shown."""
    return " ".join(link.inner_text().split())


def faults(links: list[Locator], site: Site) -> list[str]:
    """Links whose name, type, size or language is not that of their file."""
    found = []
    for link in links:
        name = link.inner_text()
        file = file_of(link, site)
        ending = ".".join(file.name.split(".")[2:]) or "json"
        size = -(-file.stat().st_size // 1024)
        if link.get_attribute("type") != TYPES[ending]:
            found.append(f"{name}: type")
        if ending != "json" and link.get_attribute("hreflang") != file.name.split(".")[1]:
            found.append(f"{name}: language")
        if ending.rpartition(".")[2].upper() not in name.replace("JSON Lines", "JSONL"):
            found.append(f"{name}: kind")
        if not (said := SIZE.search(name)) or (said[1] and int(said[1]) != size):
            found.append(f"{name}: size {size}")
    return found


@pytest.mark.parametrize(
    ("path", "block", "more", "tag", "first"),
    [
        ("kinmen/114/", "下載", "其他格式與語言", "zh-Hant", "金門區營業處114年度提升服務效能執行計畫 PDF "),
        (
            "en/kinmen/114/",
            "Downloads",
            "Other formats and languages",
            "en",
            "Kinmen District Office 2025 (ROC year 114) Service Improvement Implementation Plan PDF ",
        ),
    ],
)
def test_the_block_on_a_plans_page(
    path: str, block: str, more: str, tag: str, first: str, site: Site, visitor: Visitor
) -> None:
    page = visitor.look(site.url + path)
    region = page.get_by_role("region", name=block, exact=True)
    assert region.get_by_role("heading", name=block, exact=True).count() == 1
    shown = [link for link in region.get_by_role("link").all() if link.is_visible()]
    assert shown[0].evaluate("link => link.lastChild.data.trim()").startswith("PDF "), "all that is seen"
    assert name_of(shown[0]).startswith(first)
    assert [(link.get_attribute("hreflang"), file_of(link, site).suffix) for link in shown] == [
        (tag, ".pdf"),
        (tag, ".odt"),
    ]
    details = region.get_by_role("group")
    assert details.get_attribute("open") is None
    assert details.locator("summary").get_attribute("aria-label") == more, "named by what it holds"
    details.locator("summary").click()
    links = region.get_by_role("link").all()
    assert len(links) == 15
    names = [name_of(link) for link in links]
    assert len(set(names)) == len(names)
    assert [name for name in names if f'- link "{name}"' not in region.aria_snapshot()] == []
    assert faults(links, site) == []


@pytest.mark.parametrize("path", ["kinmen/", "en/kinmen/", "zh-hans/kinmen/"])
def test_an_offices_page_offers_each_plan_to_read_and_to_edit(path: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + path)
    links = page.locator(".briefs a").all()
    assert [file_of(link, site).suffix for link in links] == [".pdf", ".odt"]
    assert faults(links, site) == []


@pytest.mark.parametrize("path", ["data/", "en/data/"])
def test_the_data_page_lists_every_file_of_every_plan(path: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + path)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    links = page.locator(".downloads :is(.briefs, .files) a").all()
    files = {file_of(link, site) for link in links}
    # A topic's have a list of their own, clauses and the report on accessibility a page.
    every = {
        each
        for each in site.folder.rglob("files/*")
        if not {"topics", "accessibility"} & {*each.parts[-4:-2]} and "-clauses." not in each.name
    }
    assert every == {each for each in files if each.name != "plan.json"}
    # Those of the sets of data stand below headings of their own, which their titles repeat.
    names = [name_of(link) for link in page.locator(":is(.downloads, .fields) :is(.briefs, .files) a").all()]
    assert len(set(names)) == len(names) > 60, "no two links read alike"
    titles = [link.get_attribute("title") for link in page.locator("#datasets ~ .files a, #datasets ~ details a").all()]
    assert len(set(titles)) == len(titles) > 5
    assert faults(links, site) == []
