"""Pictures of the documentation are those that :mod:`tests.pictures` takes, each small and with words for it."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.conftest import chromium
from tests.pictures import FOLDER, LANGUAGES, LIMIT, pictures, take
from tests.projects import ROOT

SHOWN = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^)\s]+)\)")


def shown() -> Iterator[tuple[Path, str, Path]]:
    """Every picture that a page of the documentation shows: the page, its words, the file."""
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        text = re.sub(r"(?ms)^ *```.*?^ *```$|`[^`\n]+`", "", page.read_text("utf-8"))
        for match in SHOWN.finditer(text):
            yield page, match["alt"], (page.parent / match["file"]).resolve()


def test_the_documentation_shows_what_is_taken_and_nothing_else() -> None:
    assert {file for _, _, file in shown()} == {FOLDER / name for name in pictures()}
    assert {file.name for file in FOLDER.iterdir()} == pictures()


def test_each_page_shows_its_own_language_and_says_what_is_seen() -> None:
    for page, alt, file in shown():
        is_english = page.parent.name == "en" or page.name == "README.en.md"
        assert file.stem.endswith(LANGUAGES["en"]) == is_english, f"{page}: {file.name}"
        assert len(alt) > 10, f"{page}: {file.name}"


def test_each_is_small() -> None:
    assert {file.name: size for file in FOLDER.iterdir() if (size := file.stat().st_size) > LIMIT} == {}


@pytest.mark.slow
@pytest.mark.browser
def test_they_can_be_taken_anew(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    # In a thread of its own: playwright runs but once in a thread, and other tests of browsers may have begun with this.
    with ThreadPoolExecutor(1) as executor:
        executor.submit(take, tmp_path / "taken", tmp_path, chromium()).result()
    assert {file.name for file in (tmp_path / "taken").iterdir()} == pictures()
    for name in pictures():
        with Image.open(tmp_path / "taken" / name) as taken, Image.open(FOLDER / name) as kept:
            assert taken.size == kept.size, name
            assert len(taken.getcolors() or ()) > 8, f"{name} shows nothing"
