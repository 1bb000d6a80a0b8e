"""The pictures of the documentation: ``python -m tests.pictures`` takes them anew, of the example in the real preview.

They are taken here and not by a program of planpress, since that needs what only the tests have: a browser, Playwright,
and the example as a repository of its own.
"""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from planpress.writing import write_atomically
from tests.practice import OFFICE, PLAN, practice, program
from tests.projects import ROOT

FOLDER: Final = ROOT / "docs/images"
LANGUAGES: Final = {"zh-Hant": "", "en": "-en"}
"""What the name of a picture ends with in a language."""
NAMES: Final = (
    "plan",
    "changes",
    "results",
    "survey",
    "calendar",
    "preview-draft",
    "preview-problem",
    "preview-conflict",
)
LIMIT: Final = 150_000
"""Bytes of the largest picture: whoever opens a page of the documentation loads them all."""
COLOURS: Final = 64
WIDTH: Final = 1100


def pictures() -> frozenset[str]:
    """The names of all of them."""
    return frozenset(f"{name}{end}.png" for name in NAMES for end in LANGUAGES.values())


def take(folder: Path, work: Path, browser: str) -> None:
    """Take every picture.

    Args:
        folder: where they go.
        work: an empty folder, for the example.
        browser: path of Chromium.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for language, end in LANGUAGES.items():
            root = practice(work / language)
            with preview(root, language) as url:
                page = chromium.new_context(
                    viewport={"width": WIDTH, "height": 760}, reduced_motion="reduce"
                ).new_page()
                for name, picture in situations(page, root, url + ("en/" if language == "en" else ""), language):
                    write_atomically(folder / f"{name}{end}.png", small(picture))
        chromium.close()


def situations(page: Page, root: Path, url: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Each situation that the documentation shows, prepared and taken, by its name."""
    plan = root / PLAN
    text = plan.read_text("utf-8")
    pages = {
        "plan": f"{OFFICE}/115/",
        "changes": f"{OFFICE}/115/changes/#reworded",
        "results": f"{OFFICE}/114/results-1/",
        "survey": f"{OFFICE}/satisfaction/",
        "calendar": "calendar/",
    }
    for name, path in pages.items():
        page.goto(url + path)
        page.locator(".preview-bar").evaluate("bar => bar.remove()")
        yield name, page.screenshot()

    run(root, "new", OFFICE, "116", "--lang", language)
    page.goto(f"{url}{OFFICE}/115/")
    page.locator(f".preview-bar a[href$='/{OFFICE}/116/']").wait_for(state="attached")
    page.goto(f"{url}{OFFICE}/116/")
    page.locator(".preview-bar summary").click()
    yield "preview-draft", page.screenshot()

    page.goto(f"{url}{OFFICE}/115/")
    plan.write_text(text.replace("who: 抄表課", "who: 超表課", 1), "utf-8")
    note = page.locator(".preview-note")
    note.wait_for()
    note.evaluate("note => window.scrollTo(0, note.getBoundingClientRect().top + scrollY - 260)")
    yield "preview-problem", page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 520})

    row = re.search(r"(?m)^      - do: 3\. 接獲漏水.*\n", text)
    assert row is not None
    sides = row[0].replace("以簡訊", "以電話或簡訊"), row[0].replace("並以", "並於當日以")
    conflict = f"<<<<<<< HEAD\n{sides[0]}=======\n{sides[1]}>>>>>>> colleague\n"
    plan.write_text(text.replace(row[0], conflict), "utf-8")
    page.locator(".preview-failed li", has_text="E355").wait_for()
    page.evaluate("window.scrollTo(0, 0)")
    yield "preview-conflict", page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 420})


@contextmanager
def preview(root: Path, language: str) -> Iterator[str]:
    """The real preview of a project; its address."""
    with program(root, "serve", "--lang", language, "--port", "0") as process:
        assert process.stdout is not None
        url = next(match[0] for line in process.stdout if (match := re.search(r"http://[^\s（(]+/", line)))
        try:
            yield url
        finally:
            process.terminate()


def run(root: Path, *words: str) -> None:
    """Run a command to its end."""
    with program(root, *words) as process:
        said, _ = process.communicate()
        assert process.returncode == 0, said


def small(picture: bytes) -> bytes:
    """A picture in few colours, which a page of text hardly shows."""
    buffer = io.BytesIO()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main() -> None:
    """Take them, and remove what is none of them."""
    import tempfile

    from tests.browser.conftest import chromium

    with tempfile.TemporaryDirectory() as work:
        take(FOLDER, Path(work), chromium())
    for file in FOLDER.iterdir():
        if file.name not in pictures():
            file.unlink()
        else:
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
