import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from planpress.artifacts.search import FIRST_MEASURES, first_years, search_scripts, simplified
from planpress.cache import Cache
from planpress.editions.edition import load_editions
from planpress.editions.said_plan import SaidPlan
from planpress.pages.frame.scripts import served
from planpress.search.entries import plan_entries
from planpress.settings import Settings
from planpress.site.build import build
from planpress.source.folders import plan_files
from planpress.source.repository import read_office, read_organisations, read_plan
from tests.markup import every, one, page
from tests.projects import ROOT, project
from tests.search.indexed import texts_of

TOPICS = """\
topics:
  - id: bills
    name: 帳單
    en: Bills
    text: 各種帳單。
    text_en: Bills of all kinds.
    words: [電子帳單]
"""

GLOSSARY = """\
words:
  - {id: bill, name: E-Bill, full: Electronic bill, text: 電子帳單。, text_en: A bill by e-mail.}
"""


def test_what_is_converted_is_what_would_have_been_read_in_simplified(tmp_path: Path) -> None:
    editions, _ = load_editions(Settings.load(ROOT, site_dir=tmp_path / "site"))
    hans = editions["zh-Hans"].hans
    assert hans is not None
    organisations, _ = read_organisations(ROOT)
    for office_id, roc_year, _ in plan_files(ROOT)[0]:
        office, _ = read_office(ROOT, office_id, organisations)
        assert office is not None
        plan, _ = read_plan(ROOT, office, roc_year)
        assert plan is not None
        source, expected = (plan_entries(SaidPlan(plan, office, editions[tag])) for tag in ("zh-Hant", "zh-Hans"))
        assert simplified([source], hans) == [expected]
        assert source != expected


@pytest.mark.parametrize(
    ("measures", "years"),
    [([], 0), ([5], 1), ([FIRST_MEASURES, 5], 1), ([FIRST_MEASURES - 1, 5, 5], 2), ([1, 1, 1], 3)],
)
def test_the_first_answer_waits_for_enough_measures(measures: list[int], years: int) -> None:
    assert first_years(measures) == years


def test_topics_and_lists_are_found_by_their_names_and_words_by_what_their_letters_stand_for(tmp_path: Path) -> None:
    root = project(tmp_path, {"content/topics.yml": TOPICS, "content/glossary.yml": GLOSSARY})
    assert build(Settings.load(root, site_dir=tmp_path / "site"), lambda *_: []).built is not None
    for tag, expected in {
        "zh-Hant": {
            "帳單",
            "各種帳單。",
            "業務組負責的事項",
            "示範處",
            "分類瀏覽",
            "品質與查核",
            "E-Bill",
            "Electronic bill",
        },
        "zh-Hans": {"账单", "各种账单。", "业务组负责的事项", "示范处", "分类浏览", "Electronic bill"},
        "en": {
            "Bills",
            "Bills of all kinds.",
            "Electronic bill",
            "Measures assigned to Business Department",
            "Sample Office",
        },
    }.items():
        (file,) = (tmp_path / "site" / "search").glob(f"{tag}-pages-*.json")
        content = json.loads(file.read_text("utf-8"))
        assert expected <= set(texts_of(content)), tag
        assert "topics/bills/" in {page["path"] for page in content["pages"]}


def test_a_class_below_another_is_offered_once(tmp_path: Path) -> None:
    office = (ROOT / "tests/fixtures/offices/sample/office.yml").read_text("utf-8")
    assert "E41" in office
    root = project(tmp_path, {"offices/sample/office.yml": office})
    assert build(Settings.load(root, site_dir=tmp_path / "site"), lambda *_: []).built is not None
    form = one(page((tmp_path / "site/search/index.html").read_text("utf-8")), "select", name="service")
    values = [each.get("value") for each in every(form, "option")]
    assert len(values) == len(set(values)) > 2


def test_scripts_are_made_again_only_when_they_or_the_program_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "project")
    times: list[Mapping[str, str]] = []

    def counted(modules: Mapping[str, str]) -> dict[str, str]:
        times.append(modules)
        return served(modules)

    monkeypatch.setattr("planpress.artifacts.search.served", counted)

    def made(program: str = "a") -> dict[str, str]:
        cache = Cache.open(tmp_path / "cache")
        scripts = search_scripts(Settings.load(root), cache, program)
        cache.index.save()
        assert next(iter(scripts)).endswith("/page.js")
        assert all(cache.store.get(name) for name in scripts.values())
        return scripts

    first = made()
    assert (made(), len(times)) == (first, 1)
    assert (made("b"), len(times)) == (first, 2)
    Cache.open(tmp_path / "cache").store.path(next(iter(first.values()))).unlink()
    assert (made("b"), len(times)) == (first, 3)
    changed = root / "theme" / "site" / "assets" / "search" / "dom.js"
    changed.write_text(changed.read_text("utf-8") + "\nelement();\n", "utf-8")
    assert made("b").keys() != first.keys()
    assert len(times) == 4
