"""Without a mouse: everything is reached, in order, and one always sees where one is."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Scheme, Site, Visitor
from tests.browser.kinds import EVERY, NOT_FOUND, PLAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Every control gets a number, which tells it from others of the same text.
CONTROLS = """() => [...document.querySelectorAll("a[href], button, select, input, textarea, summary, [tabindex='0']")]
    .filter(control => control.checkVisibility())
    .map((control, number) => { control.dataset.number = number; return String(number) })"""

# Where the focus is, and why a reader might not see it: no outline, off the window, or something in front of it.
FOCUS = """() => {
    const control = document.activeElement;
    const {outlineStyle, outlineWidth, outlineOffset} = getComputedStyle(control);
    const rect = [...control.getClientRects()].find(rect => rect.width && rect.height) ?? new DOMRect();
    const front = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
    const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const [left, top, right, bottom] = [rect.left - ring, rect.top - ring, rect.right + ring, rect.bottom + ring];
    const room = control.closest(".contents-side")?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const why = [];
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) why.push("no outline");
    if (!front || !(control.contains(front) || front.contains(control))) why.push("off the window, or covered");
    if (left < room.left || top < room.top || right > room.right || bottom > room.bottom) why.push("outline cut off");
    return [control.dataset.number ?? "", why.map(reason => `${control.innerText.trim()}: ${reason}`)];
}"""


def walk(page: Page, key: str, stops: int) -> tuple[list[str], list[str]]:
    """Press a key so many times; where the focus went, and where it could not be seen."""
    reached, unseen = [], []
    for _ in range(stops):
        page.keyboard.press(key)
        number, hidden = page.evaluate(FOCUS)
        reached.append(number)
        unseen += hidden
    return reached, unseen


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [*((path, 1280, "light") for path in EVERY), *((path, 320, "dark") for path in ("en/", "sitemap/", f"en/{PLAN}"))],
)
def test_tab_reaches_every_control_in_order_and_shows_where_it_is(
    path: str, width: int, scheme: Scheme, site: Site, visitor: Visitor
) -> None:
    page = visitor.look(site.url + path, width=width, color_scheme=scheme)
    controls = page.evaluate(CONTROLS)
    reached, unseen = walk(page, "Tab", len(controls))
    assert reached == controls
    assert unseen == []
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)[0] != controls[-1], "there is a way out at the end"


def test_the_way_back_is_the_way_there(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + PLAN)
    controls = page.evaluate(CONTROLS)
    page.locator(f"[data-number='{len(controls) - 1}']").focus()
    assert walk(page, "Shift+Tab", len(controls) - 1)[0] == controls[-2::-1]


def test_focus_changes_what_one_sees(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + PLAN)
    for selector in (".site-name", ".languages a", ".block-key", ".filter select", ".filter button", ".permalink"):
        control = page.locator(selector).first
        control.scroll_into_view_if_needed()
        box = control.bounding_box()
        assert box is not None
        around = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12}
        before = page.screenshot(clip=around)  # type: ignore[arg-type]
        page.keyboard.press("Shift")  # the focus that follows counts as one by keyboard
        control.focus()
        assert page.screenshot(clip=around) != before, selector  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["", f"en/{PLAN}"])
def test_the_first_link_skips_to_the_main_content(path: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("key", "target"), [("u", "#top"), ("c", "#content"), ("z", "#bottom")])
def test_access_keys_lead_where_the_site_map_says(key: str, target: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + PLAN)
    press_access_key(page, key)
    page.wait_for_url(f"{site.url}{PLAN}{target}")


@pytest.mark.parametrize("path", [PLAN, f"en/{PLAN}", "search/", NOT_FOUND])
def test_access_key_s_leads_to_the_search_box(path: str, site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + path)
    press_access_key(page, "s")
    assert page.evaluate("document.activeElement.name") == "q"


def press_access_key(page: Page, key: str) -> None:
    # The keyboard of playwright sends no text with Alt, by which Chromium knows an access key.
    alt = {"type": "keyDown", "modifiers": 1, "key": key, "text": key, "unmodifiedText": key}
    page.context.new_cdp_session(page).send("Input.dispatchKeyEvent", alt)


def test_the_contents_open_and_close_by_key(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + PLAN, width=390)
    contents = page.locator("details.contents-small")
    contents.locator("summary").focus()
    for state in (True, False):
        page.keyboard.press("Enter")
        assert contents.evaluate("details => details.open") is state


def test_escape_changes_nothing(site: Site, visitor: Visitor) -> None:
    page = visitor.look(f"{site.url}{PLAN}?department=業務組#filter")
    page.locator("#filter-who").focus()
    state = "() => [location.href, document.activeElement.id, document.querySelector('[role=status]').textContent]"
    before = page.evaluate(state)
    page.keyboard.press("Escape")
    assert page.evaluate(state) == before


def test_the_filter_works_by_keys_alone(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url + PLAN)
    page.locator("#filter-who").focus()
    for key in ("End", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**department=*")
    assert page.evaluate("document.activeElement.type") == "submit"
