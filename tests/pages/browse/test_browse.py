from datetime import date
from xml.etree.ElementTree import Element

import pytest

from planpress.editions.edition import load_editions
from planpress.model import Organisation
from planpress.model.document_files import PlanFiles
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import summarise
from planpress.overview.trees import trees
from planpress.pages.browse.browse import browse_page, leaf_page, tree_page
from planpress.pages.frame.frame import Assets
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import environment
from planpress.settings import Settings
from tests.markup import every, links, meta, one, page, text, texts
from tests.projects import ROOT
from tests.written import office, plan

SETTINGS = Settings(
    ROOT,
    "https://plans.example/",
    {"zh-Hant": "示範網站"},
    (ZH_HANT, EN, ZH_HANS),
    ROOT / "site",
    date(2025, 6, 1),
)
EDITIONS, _ = load_editions(SETTINGS)
ENVIRONMENT = environment(SETTINGS)

POWER = Organisation(id="power", name="示範電力公司", en="Sample Power")
WATER = Organisation(id="water", name="示範自來水公司")
OFFICE = "name: {name}\nen: {en}\ndepartments: [{{name: 業務組, en: business section}}, {{name: 總務室}}]"
ROWS = """
    sections:
      - rows:
          - h1: 一、基礎服務
          - {do: 1. 甲。, who: 業務組}
          - {do: 2. 乙。, who: WHO}
"""


def held(name: str, organisation: Organisation, other: str, *years: int, en: str = "Sample Office") -> OfficePlans:
    """An office of two measures a year: one of 業務組, one of another department."""
    given = office(OFFICE.format(name=name, en=en), organisation).model_copy(update={"id": name})
    plans = [plan(ROWS.replace("WHO", other), office=name, roc_year=year) for year in years]
    return OfficePlans(given, tuple(summarise(each, {}) for each in plans), {year: PlanFiles({}, 1) for year in years})


EAST = held("東區處", POWER, "業務組", 114, 113, en="East Office")
WEST = held("西區處", WATER, "總務室", 114, en="West Office")
BOTH = (EAST, WEST)


def made(kind: str, which: str = "", offices: tuple[OfficePlans, ...] = BOTH, tag: str = "zh-Hant") -> Element:
    """The page of all trees, of one, or of a leaf that is given by the name of its tree and its own."""
    maker = PageMaker(SETTINGS.facts, (), Assets("a.css", "a.js", "a.svg"), ENVIRONMENT, EDITIONS[tag])
    found = trees(offices)
    known = {each.office.id: each.office for each in offices}
    if kind == "all":
        return page(browse_page(maker, found, known))
    tree = next(each for each in found if each.slug == kind)
    if not which:
        return page(tree_page(maker, tree, known))
    return page(leaf_page(maker, tree, next(leaf for leaf in tree.leaves if leaf.name == which), known))


def sections(root: Element) -> list[tuple[str, list[tuple[str, str]]]]:
    """The headings of a page's sections with the links under them."""
    return [(text(one(each, "h2")), list(links(one(each, "ul")))) for each in every(one(root, "main"), "section")]


@pytest.mark.parametrize("kind", ["offices", "departments", "groups"])
def test_what_is_an_organisations_own_stands_under_it(kind: str) -> None:
    assert [name for name, _ in sections(made(kind))] == ["示範電力公司", "示範自來水公司"]
    assert sections(made(kind, offices=(EAST,))) == []


def test_a_leaf_of_several_organisations_stands_under_each_with_its_own_measures() -> None:
    (_, power), (_, water) = sections(made("departments"))
    assert [name for name, _ in power] == ["業務組 4項"]
    assert [name for name, _ in water] == ["業務組 1項", "總務室 1項"]
    assert power[0][1].endswith("#of-power")
    assert not water[1][1].endswith("#of-water")  # nobody else's
    leaf = made("departments", "業務組")
    assert [each.get("id") for each in every(leaf, "h2")] == ["of-power", "of-water"]


def test_what_all_organisations_share_is_one_list() -> None:
    assert sections(made("years")) == []
    assert [name for name, _ in links(one(made("years"), "ul", class_="browse"))] == [
        "114年度（2025） 4項",
        "113年度（2024） 2項",
    ]


def test_the_page_of_all_trees_says_whose_an_office_is_where_there_are_several_organisations() -> None:
    def offices(root: Element) -> list[str]:
        return next(
            [name for name, _ in links_] for heading, links_ in sections(root) if heading in ("依機關", "By office")
        )

    assert offices(made("all")) == ["示範電力公司東區處 4項", "示範自來水公司西區處 2項"]
    assert offices(made("all", offices=(EAST,))) == ["東區處 4項"]
    assert offices(made("all", tag="en"))[0] == "East Office, Sample Power 4 measures"


def test_a_leaf_counts_what_it_leads_to() -> None:
    assert texts(made("departments", "業務組"), "p", class_="lead") == ["2個機關、3份計畫，共5項具體作法。"]
    assert texts(made("departments", "業務組", tag="en"), "p", class_="lead") == [
        "5 measures in 3 plans from 2 offices."
    ]
    assert texts(made("departments", "總務室", tag="en"), "p", class_="lead") == ["1 measure in 1 plan from 1 office."]


def test_a_title_says_what_the_page_is_for_and_is_marked_where_it_stayed_chinese() -> None:
    assert texts(made("departments"), "h1") == ["依承辦部門瀏覽"]
    assert texts(made("departments", "業務組", tag="en"), "h1") == ["Measures assigned to business section"]
    chinese = made("departments", "總務室", tag="en")
    assert texts(one(chinese, "h1"), "span", lang="zh-Hant") == ["總務室"]
    assert texts(one(chinese, "nav", class_="breadcrumbs"), "span", lang="zh-Hant") == ["總務室"]
    assert meta(chinese, "DC.Title") == "Measures assigned to 總務室"


def test_a_year_is_never_broken() -> None:
    leaf = made("departments", "業務組", tag="en")
    assert texts(leaf, "span", class_="unbroken") == [
        "2025 (ROC year 114)",
        "2024 (ROC year 113)",
        "2025 (ROC year 114)",
    ]
