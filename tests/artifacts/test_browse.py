from datetime import date

from planpress.artifacts.artifact import Keys
from planpress.artifacts.browse import browse_part
from planpress.artifacts.site import Site
from planpress.model.document_files import PlanFiles
from planpress.model.language import ZH_HANT
from planpress.model.vocabulary import Vocabulary
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import summarise
from planpress.settings import SiteFacts
from tests.written import office, plan

FACTS = SiteFacts("https://plans.example/", {}, {}, (ZH_HANT,), preview=False)
PLAN = plan("sections:\n  - rows:\n      - h1: 一、服務\n      - {do: 1. 甲。, who: 業務組}\n")
TREE = "browse/departments/index.html"


def keys(classification: str = "", **measures: int) -> dict[str, str]:
    """The key of every page, where the 業務組 of these offices has so many measures."""
    held = []
    for name, count in measures.items():
        given = office(f"name: 示範處\ndepartments: [{{name: 業務組}}]\nclassification: {{{classification}}}")
        summary = summarise(PLAN, {}).model_copy(update={"office": name, "departments": {"業務組": count}})
        held.append(OfficePlans(given.model_copy(update={"id": name}), (summary,), {114: PlanFiles({}, 1)}))
    site = Site(FACTS, date(2025, 6, 1), tuple(held), {}, (), Vocabulary(), (), {})
    made = Keys("base")
    return {artifact.path: made.of(artifact) for artifact in browse_part(site)}


def test_a_tree_depends_on_how_its_measures_are_spread_over_offices() -> None:
    assert keys(a=1, b=3)[TREE] == keys(a=1, b=3)[TREE]
    assert keys(a=1, b=3)[TREE] != keys(a=2, b=2)[TREE]


def test_a_class_depends_on_what_it_and_those_above_it_are_called() -> None:
    page = "browse/themes/170/index.html"
    plain = keys("themes: [{code: 170}, {code: 100}]", a=1)
    named = keys("themes: [{code: 170}, {code: 100, name: 虛構}]", a=1)
    assert page in plain
    assert plain[page] != named[page]
    assert page.replace("170", "100") in plain
