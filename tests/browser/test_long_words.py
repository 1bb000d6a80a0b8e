"""A page is never wider than the window, whatever stands in its texts: addresses and words that are longer than a line."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from tests.browser.conftest import Site, Visitor, serve
from tests.browser.kinds import NOT_FOUND
from tests.projects import MKDOCS, project

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = f"https://www.example.org/{WORD}/{'0123456789' * 8}?query={WORD}&other=1#part"
NAME = WORD[:60]

PLAN = f"""\
title: 示範處{WORD}114年度服務計畫
columns: {{groups: [面向{NAME}], measure: 具體作法, who: 承辦部門{NAME}, when: 執行期間{NAME}}}
shortcuts: [{{text: 見{ADDRESS}, to: power}}]
sections:
  - heading: 壹、依據{ADDRESS}
    text: |
      依{ADDRESS}辦理。
      一、{WORD}
      (一) {ADDRESS}
  - heading: 貳、{WORD}
    rows:
      - h1: 一、基礎服務{ADDRESS}
      - say: 說明{ADDRESS}
      - h2: （一）{WORD}
      - h3: 1. {WORD}
      - h4: (1) {WORD}
      - h5: 甲、{WORD}
      - h6: 子、{WORD}
      - do: 1. 推廣{ADDRESS}。
        id: power
        who: {NAME}組、業務組（電務組）
        when: 隨時{ADDRESS}
        source: 見{ADDRESS}
        unsure: 見{ADDRESS}
        target: {{figure: "1", unit: "次{ADDRESS}"}}
      - item: (1) {ADDRESS}
      - do: 2. {WORD}{WORD}
        who: {NAME}組
        when: 每月（{WORD}）
transcription_notes: [見{ADDRESS}, '{WORD}']
"""
OFFICE = f"""\
name: 示範處{NAME}
en: {WORD}
organisation: sample
departments:
  - {{name: {NAME}組, en: {WORD}}}
  - {{name: 業務組, en: Business {WORD}}}
  - name: 電務組
contact:
  address: {WORD}路1號
  website: {ADDRESS}
  email: {"a" * 60}@{"b" * 60}.example
classification: {{themes: [{{code: "450", name: {WORD}}}]}}
"""
TOPICS = f"""\
topics:
  - id: e-billing
    name: 電子帳單{WORD}
    en: {WORD}
    text: 見{ADDRESS}。
    text_en: See {ADDRESS}.
    words: [推廣]
"""
PAGE = f"""\
# {{title}}

{WORD} [{ADDRESS}]({ADDRESS} "{WORD}") `{ADDRESS}`

## {ADDRESS}

- {WORD}

| {{title}} | {WORD} | {{title}} | {{title}} |
|---|---|---|---|
| {ADDRESS} | {WORD} | `{WORD}` | {WORD} |

```
{ADDRESS} {ADDRESS}
```

<dl><dt>{WORD}</dt><dd>{ADDRESS}</dd></dl>
<blockquote><p>{WORD}</p></blockquote>
<p><kbd>{WORD}</kbd></p>
"""
HANT = "---\ntitle: {0}\ndescription: 關於示範網站。\n---\n\n"
QUERIES = ["推廣", WORD, ADDRESS, f"{WORD[:-1]}x", f"部門:{NAME}組", f'"{WORD}" OR {ADDRESS}', "x" * 200]

OVERFLOWING = """() => {
    const width = document.scrollingElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll("body, body *")].filter((element) => element.getBoundingClientRect().right > width + 1);
    return out.map((element) => `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 30)}`);
}"""
SIZES = {"320": (320, 1), "390": (390, 1), "text at 200 %": (390, 2)}


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site whose every text has words and addresses that are longer than a line."""
    root = tmp_path_factory.mktemp("long")
    files = {
        "offices/organisations.yml": f"sample:\n  name: 示範公司{NAME}\n  en: {WORD}\n",
        "offices/sample/office.yml": OFFICE,
        "offices/sample/114/plan.yml": PLAN,
        "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度"),
        "content/topics.yml": TOPICS,
    }
    for name in ("about", "accessibility", "privacy"):
        files[f"content/zh-Hant/{name}.md"] = HANT.format(f"關於{WORD}") + PAGE.format(title="關於")
        files[f"content/en/{name}.md"] = PAGE.format(title=f"About {WORD}")

    files["mkdocs.yml"] = (
        MKDOCS.replace("/sub/", "/").replace("示範網站", f"示範網站{WORD}").replace("Sample Site", WORD)
    )
    outcome = build(Settings.load(project(root, files)), editorial)
    assert outcome.built is not None, outcome.problems
    with serve(root / "site") as site:
        yield site


def too_wide(site: Site, visitor: Visitor, path: str) -> dict[str, list[str]]:
    page = visitor.look(site.url + path)
    if "?q=" in path:
        page.wait_for_load_state("networkidle")
        assert page.locator(".search-status").inner_text()
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    found = {}
    for name, (width, factor) in SIZES.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(f"document.documentElement.style.fontSize = '{112.5 * factor}%'")
        found[f"{path} {name}"] = page.evaluate(OVERFLOWING)
    return {where: what for where, what in found.items() if what}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_page_is_wider_than_the_window(prefix: str, long_words: Site, visitor: Visitor) -> None:
    files = (long_words.folder / prefix).rglob("index.html")
    found = {file.relative_to(long_words.folder).as_posix().removesuffix("index.html") for file in files}
    paths = sorted(path for path in found if prefix or not path.startswith(("en/", "zh-hans/")))
    assert len(paths) > 20
    wide = [too_wide(long_words, visitor, path) for path in [*paths, f"{prefix}{NOT_FOUND}"]]
    assert [each for each in wide if each] == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_answer_of_the_search_is(prefix: str, long_words: Site, visitor: Visitor) -> None:
    wide = [too_wide(long_words, visitor, f"{prefix}search/?q={quote(query)}") for query in QUERIES]
    assert [each for each in wide if each] == []


def test_a_table_scrolls_in_a_box_that_the_keyboard_reaches(long_words: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{long_words.url}about/", width=320)
    box = page.get_by_role("group", name="表格")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.scroll').scrollLeft > 0")
