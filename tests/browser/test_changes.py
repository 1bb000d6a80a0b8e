"""Pages that only a plan with a revision or an earlier year has: those of the example, by axe and by their width."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planpress.cli.commands import main
from tests.browser.conftest import Site, Visitor, serve
from tests.browser.rules import WIDTHS, violations
from tests.projects import ROOT
from tests.test_examples import copied

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("power-south/114/revisions/1/changes/", "water-first/115/changes/")


@pytest.fixture(scope="module")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The example, on a server of its own."""
    root = copied(tmp_path_factory.mktemp("house"))

    def built(_url: str) -> Path:
        assert main(["--config", str(root / "mkdocs.yml"), "--no-documents", "--jobs", "1"], ROOT) == 0
        return root / "site"

    with serve(root, "/", built) as site:
        yield site


@pytest.mark.parametrize("path", [f"{prefix}{path}" for path in PAGES for prefix in ("", "en/")])
def test_axe_finds_nothing_and_only_the_table_scrolls(path: str, example_site: Site, visitor: Visitor) -> None:
    page = visitor.look(example_site.url + path)
    assert violations(page) == {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
