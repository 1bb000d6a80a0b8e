from dataclasses import replace
from pathlib import Path

from planpress.editions.edition import Edition, load_editions, plan_texts
from planpress.editions.memory import Memory, read_memory
from planpress.model.language import EN
from planpress.overview.coverage import Coverage
from planpress.settings import Settings
from planpress.source.repository import read_office, read_organisations, read_plan
from planpress.translating.progress import plan_coverage, text_coverage
from planpress.translating.workspace import open_workspace
from tests.catalogues import catalogue_of
from tests.snippets import plan_units

ROOT = Path(__file__).parents[2]

PLAN = """\
title: 計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、作法
    rows: [{do: 甲}, {do: 甲}, {do: 乙乙}, {do: 丙丙丙}, {do: AMI}]
"""


def test_distinct_texts_are_counted_by_their_state() -> None:
    po = 'msgid "甲"\nmsgstr "A"\n\n#, fuzzy\nmsgid "乙乙"\nmsgstr "B"\n'
    memory, _ = read_memory({"plans.po": po.encode(), "terms.po": 'msgid "計畫"\nmsgstr "Plan"\n'.encode()})
    found = plan_coverage(plan_units(PLAN), Edition(EN, memory), catalogue_of(po))
    assert (found.office, found.roc_year, found.language) == ("sample", 114, "en")
    assert found.coverage == Coverage(translated=3, stale=1, missing=2, characters=7)


def test_an_offices_own_translation_counts_for_it_alone() -> None:
    memory = Memory({(None, "依據"): "Basis", ("sample", "段落"): "Paragraph", ("other", "標題"): "Title"})
    found = text_coverage(["標題", "依據", "段  落", "依據", "QR"], "sample", memory)
    assert found == Coverage(translated=3, stale=0, missing=1, characters=2)


def test_a_hundred_per_cent_means_all() -> None:
    assert Coverage(999, 1, 0, 5).percent == 99
    assert Coverage(1000, 0, 0, 0).percent == Coverage(0, 0, 0, 0).percent == 100
    assert Coverage.sum([Coverage(1, 2, 3, 4), Coverage(10, 20, 30, 40)]) == Coverage(11, 22, 33, 44)
    assert Coverage(1, 2, 3, 4).total == 6
    assert [Coverage(9, *left).is_complete for left in ((0, 0, 0), (1, 0, 2), (0, 1, 2))] == [True, False, False]


def test_it_is_what_the_pages_say() -> None:
    settings = Settings.load(ROOT)
    english = load_editions(settings)[0]["en"]
    organisations, _ = read_organisations(ROOT)
    workspace = replace(open_workspace(settings), results=())
    for found in workspace.coverage():
        office, _ = read_office(ROOT, found.office, organisations)
        assert office is not None
        plan, _ = read_plan(ROOT, office, found.roc_year)
        assert plan is not None
        shown = text_coverage(plan_texts(plan), plan.office, english.memory)
        assert (found.coverage.translated, found.coverage.total) == (shown.translated, shown.total)


def test_the_real_plans_are_english_whole() -> None:
    left = {
        f"{each.office}/{each.roc_year}": (each.coverage.stale, each.coverage.missing)
        for each in open_workspace(Settings.load(ROOT)).coverage()
        if each.language == "en" and each.coverage.percent < 100
    }
    assert left == {}, "build.py translate --status, then --suggest"
