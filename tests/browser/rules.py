"""What holds of every page in every window: axe-core finds nothing, nothing sticks out, everything can be hit."""

from collections.abc import Mapping

from playwright.sync_api import Page

from planpress.accessibility.in_page import AXE_RUNS, LARGE_TEXT, WIDTHS
from planpress.accessibility.looking import Look, by_axe, by_measuring
from tests.browser.conftest import npm_file

__all__ = ["AXE_RUNS", "HEADER_HEIGHT", "LARGE_TEXT", "WIDTHS", "misfits", "violations"]

HEADER_HEIGHT = "document.querySelector('.site-header').getBoundingClientRect().height"


def violations(page: Page) -> Mapping[str, list[str]]:
    """What axe-core finds in a page, by width and colour scheme; in the dark, of colours alone."""
    look = Look()
    by_axe(page, npm_file("axe-core/axe.min.js").read_text("utf-8"), look)
    return look.by_window()


def misfits(page: Page) -> Mapping[str, list[str]]:
    """What sticks out, is cut off or is too small to hit, by width, with text spacing, with large text and with neither."""
    look = Look()
    by_measuring(page, look)
    return look.by_window()
