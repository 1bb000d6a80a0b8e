import shutil
from pathlib import Path

import pytest

from planpress.model.classification import SERVICE_CLASSES, above, class_metadata, parent
from planpress.model.document_files import PlanFiles
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import summarise
from planpress.overview.trees import Leaf, Tree, trees
from planpress.settings import Settings
from planpress.site.build import build
from tests.markup import every, links, one, page, text, texts
from tests.projects import OFFICE, project, tree, write
from tests.written import office, plan

ROWS = """
    sections:
      - rows:
          - h1: 一、基礎服務
          - {do: 1. 甲。}
"""


def outline(leaves: tuple[Leaf, ...]) -> list[object]:
    return [(leaf.slug, leaf.of_class and leaf.of_class.name, leaf.measures, outline(leaf.leaves)) for leaf in leaves]


def found(*classifications: str) -> dict[str, Tree]:
    """The trees of offices with these classes, each with one plan of one measure."""
    held = []
    for position, classification in enumerate(classifications):
        name = f"o{position}"
        given = office(f"name: 示範處\ndepartments: [{{name: 業務組}}]\nclassification: {{{classification}}}")
        summary = summarise(plan(ROWS, office=name), {})
        held.append(OfficePlans(given.model_copy(update={"id": name}), (summary,), {114: PlanFiles({}, 1)}))
    return {tree.slug: tree for tree in trees(held)}


def test_the_outermost_classes_of_services_are_known() -> None:
    assert len(SERVICE_CLASSES) == 18
    assert all(above(code) == () and each.code == code for code, each in SERVICE_CLASSES.items())
    assert (SERVICE_CLASSES["E00"].name, SERVICE_CLASSES["I00"].name) == ("生活安全及品質", "公共資訊")


def test_a_class_stands_under_the_nearest_known_one_above_it() -> None:
    assert (above("E41"), above("E40"), above("E00")) == (("E40", "E00"), ("E00",), ())
    assert parent("E41", {"E00", "E41"}) == "E00"
    assert parent("E41", {"E00", "E40", "E41"}) == "E40"
    assert parent("E41", {"E41", "E42", "F00"}) is None


def test_a_tree_is_there_only_if_an_office_has_one_of_its_classes() -> None:
    assert {"themes", "policies", "services"}.isdisjoint(found(""))
    assert {"themes", "policies", "services"} & found("policies: [{code: J00}]").keys() == {"policies"}


def test_a_service_stands_under_its_outermost_class_with_the_plans_of_both() -> None:
    services = found("services: [{code: E41}]", "services: [{code: I00}, {code: E00}]")["services"]
    assert outline(services.leaves) == [
        ("e00", "生活安全及品質", 2, [("e41", None, 1, [])]),
        ("i00", "公共資訊", 1, []),
    ]
    assert [[leaf.slug for leaf in branch] for branch in services.branches()] == [["e00"], ["e00", "e41"], ["i00"]]


def test_themes_and_policies_have_no_class_that_no_office_has() -> None:
    both = found("themes: [{code: 170}], policies: [{code: C21}, {code: C20}]", "themes: [{code: 100}]")
    assert outline(both["themes"].leaves) == [("100", None, 2, [("170", None, 1, [])])]
    assert outline(both["policies"].leaves) == [("c20", None, 1, [("c21", None, 1, [])])]


def test_the_first_office_that_names_a_class_names_it_for_all() -> None:
    themes = found("themes: [{code: 100}]", "themes: [{code: 100, name: 甲類}]", "themes: [{code: 100, name: 乙類}]")[
        "themes"
    ]
    assert outline(themes.leaves) == [("100", "甲類", 3, [])]


def test_the_metadata_name_every_class_of_an_office() -> None:
    given = office(
        "name: 示範處\ndepartments: [{name: 業務組}]\n"
        "classification: {services: [{code: I00}, {code: E41}], policies: [{code: J00}], themes: [{code: 100}]}"
    )
    assert class_metadata(given.classification) == (
        ("Category.Theme", "100"),
        ("Category.Cake", "J00"),
        ("Category.Service", "I00"),
        ("Category.Service", "E41"),
    )


CLASSIFIED = f"""{OFFICE}\
classification:
  themes:
    - code: 170
      name: 虛構<類
  services:
    - code: E41
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("classified"), {"offices/sample/office.yml": CLASSIFIED})
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
        assert build(Settings.load(root), lambda *_: ()).problems == ()
    return root


def test_classes_have_pages_that_lead_to_offices_and_plans_and_back(built: Path) -> None:
    services = page((built / "site/browse/services/index.html").read_text("utf-8"))
    (outer,) = one(services, "ul", class_="browse")
    assert list(links(outer)) == [("E00 生活安全及品質 2項", "e00/"), ("E41 2項", "e41/")]
    inner = page((built / "site/browse/services/e41/index.html").read_text("utf-8"))
    assert texts(inner, "h1") == ["服務分類：E41"]
    assert list(links(one(inner, "nav", class_="breadcrumbs")))[-2:] == [
        ("服務分類", "../"),
        ("E00 生活安全及品質", "../e00/"),
    ]
    assert [link for link in links(one(inner, "main")) if "sample/" in link[1]] == [
        ("示範公司示範處", "../../../sample/"),
        ("114年度（2025） 2項", "../../../sample/114/"),
    ]
    everything = page((built / "site/browse/index.html").read_text("utf-8"))
    assert {
        ("政府資訊分類檢索：主題分類", "themes/"),
        ("政府資訊分類檢索：服務分類", "services/"),
        ("E00 生活安全及品質 2項", "services/e00/"),
    } <= set(links(everything))
    listed = set(links(page((built / "site/sitemap/index.html").read_text("utf-8"))))
    assert {("E41", "../browse/services/e41/"), ("170 虛構<類", "../browse/themes/170/")} <= listed


@pytest.mark.parametrize("path", ["sample/", "sample/114/", "sample/114/browse/"])
@pytest.mark.parametrize("prefix", ["", "en/", "zh-hans/"])
def test_the_metadata_of_an_offices_pages_agree_with_the_trees(built: Path, path: str, prefix: str) -> None:
    root = page((built / "site" / prefix / path / "index.html").read_text("utf-8"))
    said = [(each.get("name"), each.get("content")) for each in every(root, "meta")]
    assert [pair for pair in said if str(pair[0]).startswith("Category.")] == [
        ("Category.Theme", "170"),
        ("Category.Service", "E41"),
    ]


def test_a_page_of_a_class_is_of_that_class(built: Path) -> None:
    root = page((built / "site/en/browse/services/e00/index.html").read_text("utf-8"))
    assert [each.get("content") for each in every(root, "meta", name="Category.Service")] == ["E00"]
    assert texts(root, "h1") == ["Service classification: E00 Safety and quality of life"]
    theme = page((built / "site/en/browse/themes/170/index.html").read_text("utf-8"))
    assert texts(one(theme, "h1"), "span", lang="zh-Hant") == ["虛構<類"]


def test_an_offices_page_leads_to_its_classes(built: Path) -> None:
    root = page((built / "site/sample/index.html").read_text("utf-8"))
    lists = {text(one(each, "dt")): list(links(each)) for each in one(root, "section", aria_labelledby="classes")[1]}
    assert lists == {
        "主題分類": [("170 虛構<類", "../browse/themes/170/")],
        "服務分類": [("E41", "../browse/services/e41/")],
    }


def test_a_class_that_is_taken_away_takes_its_pages_and_metadata_along(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "project")
    write(root, "offices/sample/office.yml", OFFICE)
    build(Settings.load(root), lambda *_: ())
    assert not any(path.startswith(("browse/themes", "browse/services")) for path in tree(root / "site"))
    assert not any(b"Category." in content for content in tree(root / "site").values())
    assert b'id="classes"' not in (root / "site/sample/index.html").read_bytes()
