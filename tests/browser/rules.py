"""What holds of every page in every window: axe-core finds nothing, nothing sticks out, everything can be hit."""

from playwright.sync_api import Page

from tests.browser.conftest import Scheme, npm_file

WIDTHS = (1280, 390, 320)

OPTIONS: dict[str, object] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = OPTIONS | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUNS: tuple[tuple[Scheme, int, dict[str, object]], ...] = (
    *(("light", width, OPTIONS) for width in WIDTHS),
    *(("dark", width, COLOURS) for width in (1280, 320)),
)
"""Colour scheme, width, rules. In the dark only colours are others (tests/pages/test_stylesheet.py holds that)."""

RUN = """async options => {
    const result = await axe.run(document, options);
    return result.violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
        `${id} ${target} ${failureSummary}`));
}"""

# WCAG 1.4.12; .14em between letters is Taiwan's note for Chinese.
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .14em !important; word-spacing: .16em !important }
        p, li, dd, dt { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# Text at 200 %, as a reader sets it in the browser; the site's own base is 112.5 %.
LARGE_TEXT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 225% !important }");
    document.adoptedStyleSheets = [sheet];
}"""

OPEN_DETAILS = "() => document.querySelectorAll('details').forEach(details => { details.open = true })"

# Text that leaves the window or, by more than its glyphs' height over the line, the box that it stands in.
STICKING_OUT = """() => {
    const found = [];
    const width = document.documentElement.clientWidth;
    const whole = document.scrollingElement.scrollWidth;
    if (whole > width) found.push(`the page is ${whole - width} too wide`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
        const text = texts.currentNode;
        const parent = text.parentElement;
        if (!text.data.trim() || !parent.checkVisibility() || parent.closest("select, .skip, .spoken")) continue;
        let box = parent;
        while (getComputedStyle(box).display === "inline") box = box.parentElement;
        const room = box.getBoundingClientRect();
        const glyph = parseFloat(getComputedStyle(parent).fontSize) * .35;
        range.selectNodeContents(text);
        for (const rect of range.getClientRects()) {
            const out = rect.left < -1 || rect.right > width + 1 || rect.left < room.left - 1
                || rect.right > room.right + 1 || rect.top < room.top - glyph || rect.bottom > room.bottom + glyph;
            if (out) { found.push(`${box.tagName}.${box.className} ${text.data.trim().slice(0, 40)}`); break }
        }
    }
    for (const element of document.body.querySelectorAll("*")) {
        if (!element.checkVisibility() || element.closest("select, input, .spoken")) continue;
        const {overflowX, overflowY} = getComputedStyle(element);
        const wide = element.scrollWidth > element.clientWidth + 1;
        const high = element.scrollHeight > element.clientHeight + 1;
        if (wide && overflowX !== "visible" || high && ["hidden", "clip"].includes(overflowY))
            found.push(`${element.tagName}.${element.className} cuts off what is in it`);
    }
    return found;
}"""

# WCAG 2.5.8 without its exception for spacing: 24 by 24, but for links within a sentence.
TOO_SMALL = """() => [...document.querySelectorAll("a[href], button, select, input, summary")]
    .filter(target => target.checkVisibility() && !target.matches(".skip"))
    .map(target => [target, target.getBoundingClientRect()])
    .filter(([target, {width, height}]) => {
        const inSentence = getComputedStyle(target).display === "inline"
            && target.parentElement.innerText.trim().length > target.innerText.trim().length;
        return !inSentence && Math.min(width, height) < 24;
    })
    .map(([target, {width, height}]) => `${target.innerText.trim()} ${width.toFixed(1)} x ${height.toFixed(1)}`)"""


def violations(page: Page) -> dict[str, list[str]]:
    """What axe-core finds in a page, by width and colour scheme; in the dark, of colours alone."""
    page.evaluate(npm_file("axe-core/axe.min.js").read_text("utf-8"))  # by the debugger: the policy stays as it is
    found: dict[str, list[str]] = {}
    for scheme, width, options in RUNS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        if broken := page.evaluate(RUN, options):
            found[f"{width} {scheme}"] = broken
    return found


def misfits(page: Page) -> dict[str, list[str]]:
    """What sticks out, is cut off or is too small to hit, by width, with text spacing, with large text and with neither."""
    page.evaluate(OPEN_DETAILS)
    found: dict[str, list[str]] = {}
    for spacing in ("", " with text spacing"):
        if spacing:
            page.evaluate(SPACING)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found[f"sticks out at {width}{spacing}"] = page.evaluate(STICKING_OUT)
            found[f"too small at {width}{spacing}"] = page.evaluate(TOO_SMALL)
    page.evaluate(LARGE_TEXT)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found[f"sticks out at {width} with text at 200 %"] = page.evaluate(STICKING_OUT)
    return {where: what for where, what in found.items() if what}
