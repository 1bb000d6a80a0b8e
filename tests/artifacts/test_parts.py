import re
from pathlib import Path

import pytest

from planpress.artifacts.pages import data_part, quality_part
from planpress.artifacts.parts import PARTS, Part, menu_of
from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site_checks import check_site
from tests.projects import PLAN, ROOT, project, tree, undigested

PAGES = {
    f"content/{tag}/{name}.md": f"# {name}\n\n## Contact {{ #contact }}\n"
    for tag in ("zh-Hant", "en")
    for name in ("about", "accessibility", "privacy")
}
FILES = {
    **PAGES,
    "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度"),
    "content/topics.yml": (ROOT / "content/topics.yml").read_text("utf-8"),
}


def built(root: Path, parts: tuple[Part, ...]) -> Path:
    settings = Settings.load(project(root, FILES))
    outcome = build(settings, editorial, parts=parts)
    assert outcome.built is not None, outcome.problems
    assert [
        problem for problem in check_site(settings.site_dir, settings.site_url) if problem.severity == "error"
    ] == []
    return settings.site_dir


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The paths of the site with all its parts."""
    return {undigested(path) for path in tree(built(tmp_path_factory.mktemp("whole"), PARTS))}


# The reports below /quality/ are parts of their own.
GONE = [(quality_part, r"quality/(?!links/|accessibility/)"), (data_part, "data/")]


@pytest.mark.slow
@pytest.mark.parametrize(("gone", "word"), GONE, ids=["quality", "data"])
def test_a_part_goes_with_its_line_and_no_link_to_it_is_left(
    whole: set[str], tmp_path: Path, gone: object, word: str
) -> None:
    rest = tuple(part for part in PARTS if part.artifacts is not gone)
    assert len(rest) == len(PARTS) - 1
    site = {undigested(path): content for path, content in tree(built(tmp_path, rest)).items()}
    of_part = re.compile(rf"(?:(?:en|zh-hans)/)?{word}")
    assert whole - set(site) == {path for path in whole if of_part.match(path)} != set()
    assert set(site) - {path for path in site if path.startswith("assets/")} <= whole
    links = re.compile(rb'href="(?:\.\./)*(?:en/|zh-hans/)?' + word.encode() + rb'[^"]*"')
    assert [path for path, content in site.items() if path.endswith(".html") and links.search(content)] == []


def test_menus_are_what_the_parts_offer_in_their_order() -> None:
    menu = menu_of(PARTS)
    assert [entry.path for entry in menu if entry.navigation] == ["browse/", "sitemap/", "data/", "about/"]
    assert [entry.path for entry in menu if entry.footer] == [
        "sitemap/",
        "quality/",
        "glossary/",
        "calendar/",
        "feed.xml",
        "accessibility/",
        "privacy/",
    ]
    assert len({entry.path for entry in menu}) == len(menu)
