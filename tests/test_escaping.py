"""Translations are text, whatever they hold: no page has an element or an attribute more because of them."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import html5lib
import pytest
from markupsafe import Markup

from planpress.documents.odf import page_numbers
from planpress.editions.catalogue import Entry
from planpress.editions.edition import Edition
from planpress.editions.hans import HansConverter
from planpress.editions.memory import Memory, placeholders
from planpress.editions.po_writer import written
from planpress.model.document_files import DocumentFile, DocumentKind
from planpress.model.language import EN
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.pages.frame.downloads import link_text
from planpress.settings import Settings
from planpress.site.build import build
from tests.cases import few
from tests.catalogues import catalogue_of
from tests.documents.reader import part
from tests.documents.real import case
from tests.projects import OFFICE, PLAN, ROOT, project, tree

INTERFACE = (ROOT / "content/locales/en/LC_MESSAGES/interface.po").read_text("utf-8")
FOLDER = "content/locales/en/LC_MESSAGES"

MESSAGES = catalogue_of(INTERFACE).entries

HARMLESS = "xyz"
HOSTILE = (
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)" x="',
    "</title></head><img src=x onerror=alert(1)>",
    "<!-- <a href=//evil.example>",
    "</template><svg/onload=alert(1)>",
    "&quot;&lt;b&#62;]]></textarea>",
)

FIELDS = ["<text:page-number", "</text:page-number", "<text:page-count", "</text:page-count"]

ABOUT = EditorialPage("zh-Hant", "about/", "關於", "說明", "<h1>關於</h1><p>後續</p>", "content/zh-Hant/about.md")

PLANS = """\
title: 示範處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
shortcuts: [{text: 找停電, to: power}]
sections:
  - heading: 壹、計畫依據
    text: 依規定辦理。
  - heading: 貳、具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 推廣電子帳單。
        id: power
        who: 業務組
        when: 每月辦理
        unsure: 看不清楚
        source: 網站公告
      - do: 2. 到府服務。
        who: 電務組、業務組
        when: 114年6月
transcription_notes: [原件無頁碼。]
"""


def interface(say: Callable[[str], str]) -> str:
    """The interface with the same words in every message, which keep what is filled in."""
    catalogue = catalogue_of(INTERFACE)
    entries = [
        replace(entry, strings=tuple(said(entry, say) for _ in entry.strings), flags=()) for entry in catalogue.entries
    ]
    return written(replace(catalogue, entries=tuple(entries)))


def said(entry: Entry, say: Callable[[str], str]) -> str:
    filled_in = "".join(sorted(placeholders(entry.msgid)))
    return say(filled_in)


def translations(words: str) -> str:
    """Every Chinese text of the project that may be translated, translated alike."""
    texts = sorted({*re.findall("[\u4e00-\u9fff][\u4e00-\u9fff0-9。、]*", PLANS + OFFICE), "每月辦理", "114年6月"})
    body = "".join(f'\nmsgid "{text}"\nmsgstr "{escaped(words)}"\n' for text in texts)
    return f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n{body}'


def escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


def built(root: Path, words: str) -> dict[str, bytes]:
    found = project(
        root,
        {
            "offices/sample/114/plan.yml": PLANS,
            "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度"),
            f"{FOLDER}/interface.po": interface(lambda filled_in: f"{words} {filled_in}"),
            f"{FOLDER}/plans.po": translations(words),
            f"{FOLDER}/terms.po": translations(words),
        },
    )
    outcome = build(Settings.load(found), lambda *_: (ABOUT,))
    assert outcome.built is not None, outcome.problems
    return {name: content for name, content in tree(root / "site").items() if name.endswith(".html")}


@cache
def markup(page: bytes) -> Counter[str]:
    """How many elements of each name a page has, with which attributes."""
    root = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    return Counter(f"{element.tag} {sorted(element.attrib)}" for element in root.iter() if isinstance(element.tag, str))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    pages = built(tmp_path_factory.mktemp("harmless"), HARMLESS)
    assert all(HARMLESS in page.decode() for name, page in pages.items() if name.startswith("en/"))
    return pages


@pytest.mark.parametrize("words", few([" ".join(HOSTILE), " ".join(reversed(HOSTILE))], " ".join(HOSTILE)))
def test_no_translation_adds_an_element_or_an_attribute(tmp_path: Path, harmless: dict[str, bytes], words: str) -> None:
    pages = built(tmp_path, words)
    assert pages.keys() == harmless.keys()
    changed = [name for name in pages if pages[name] != harmless[name]]  # others need not be read
    assert {name: markup(pages[name]) for name in changed} == {name: markup(harmless[name]) for name in changed}


def test_the_number_of_the_page_is_text_in_a_document_too() -> None:
    message = "第{page}頁，共{pages}頁"
    for words in HOSTILE:
        memory = Memory(messages={message: (f"{words}{{page}} {{pages}} {{page.__class__}}",)})
        found = page_numbers(Edition(EN, memory))
        assert re.findall("</?[a-z:-]+", found) == FIELDS
        assert found.unescape().startswith(words)
        assert "{page.__class__}" in found


def everything(words: str) -> Edition:
    """An edition in which the interface says the same everywhere."""
    said = {entry.msgid: (f"{words} {''.join(sorted(placeholders(entry.msgid)))}",) for entry in MESSAGES}
    return Edition(EN, Memory(messages=said))


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_download_says_is_text(words: str) -> None:
    for tag in ("en", "zh-Hant"):
        said = link_text(everything(words), Markup("<i>title</i>"), DocumentFile(DocumentKind.PDF, tag), 1024)
        assert re.findall("<[^>]*>?", said) == ["<i>", "</i>"]


def test_no_translation_adds_an_element_to_a_document() -> None:
    def elements(words: str) -> dict[str, list[tuple[str, list[str]]]]:
        real = replace(case("kinmen", 114, "en"), edition=everything(words))
        return {
            f"{kind} {name}": [(each.tag, sorted(each.attrib)) for each in part(data, name).iter()]
            for kind, data in (("odt", real.odt), ("ods", real.ods))
            for name in ("content.xml", "styles.xml", "meta.xml")
        }

    harmless = elements(HARMLESS)
    for words in HOSTILE:
        assert elements(words) == harmless


@pytest.mark.parametrize("words", few(HOSTILE, HOSTILE[0]))
def test_no_exception_adds_an_element_or_an_attribute_to_a_page(harmless: dict[str, bytes], words: str) -> None:
    pages = {page: markup(page) for name, page in harmless.items() if name.startswith("zh-hans/")}
    converter = HansConverter({"計畫": words, "首頁": f"{words}計畫", "示範": HARMLESS})
    for page, expected in pages.items():
        assert markup(converter.html(page.decode()).encode()) == expected
