"""What runs within a page in a browser: axe-core, and what nobody but a browser can measure.

A finding is ``{said, html}``: what is wrong, and the start tag of the element, by which its line is found. Those of
axe-core also have ``rule``, ``help`` and ``tags``.
"""

from typing import Final, Literal

WIDTHS: Final = (1280, 390, 320)
"""Of windows, in CSS pixels: a desk, a phone, and the least of criterion 1.4.10."""

AXE_RULES: Final[dict[str, object]] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations", "incomplete"],
}
COLOUR_RULES: Final = AXE_RULES | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""In the dark only colours are others."""

AXE_RUNS: Final[tuple[tuple[Literal["light", "dark"], int, dict[str, object]], ...]] = (
    *(("light", width, AXE_RULES) for width in WIDTHS),
    *(("dark", width, COLOUR_RULES) for width in (1280, 320)),
)
"""Colour scheme, width of the window, rules."""

RUN_AXE: Final = """async options => {
    const {violations, incomplete, passes} = await axe.run(document, options);
    const found = ({id, help, tags, nodes}) => nodes.map(({html, target, failureSummary}) =>
        ({rule: id, help, tags, html, said: `${target} ${failureSummary ?? ""}`}));
    return {
        violations: violations.flatMap(found),
        incomplete: incomplete.flatMap(({id, tags, nodes}) => nodes.map(() => ({rule: id, tags}))),
        looked: [...violations, ...incomplete, ...passes].map(({id, tags}) => ({rule: id, tags})),
    };
}"""

# WCAG 1.4.12; .14em between letters is Taiwan's note for Chinese.
TEXT_SPACING: Final = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .14em !important; word-spacing: .16em !important }
        p, li, dd, dt { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# Text at 200 %, as a reader sets it in the browser; the site's own base is 112.5 %.
LARGE_TEXT: Final = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 225% !important }");
    document.adoptedStyleSheets = [sheet];
}"""

OPEN_DETAILS: Final = "() => document.querySelectorAll('details').forEach(details => { details.open = true })"

# Text that leaves the window or, by more than its glyphs' height over the line, the box that it stands in. A table
# needs its two dimensions (WCAG 1.4.10 leaves it out): it may scroll, in a box that fits, has a name, and is reached
# by keyboard.
STICKING_OUT: Final = """() => {
    const found = [];
    const add = (element, said) => found.push({said, html: element.cloneNode(false).outerHTML});
    const width = document.documentElement.clientWidth;
    const whole = document.scrollingElement.scrollWidth;
    if (whole > width) add(document.body, `the page is ${whole - width} too wide`);
    const scrollBox = element => {
        const box = element.closest("[role][aria-labelledby][tabindex='0'], [role][aria-label][tabindex='0']");
        if (!box?.querySelector("table") || !["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return null;
        const {left, right} = box.getBoundingClientRect();
        return left >= -1 && right <= width + 1 ? box : null;
    };
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
        const mayScroll = parent.closest("table") !== null && scrollBox(parent) !== null;
        range.selectNodeContents(text);
        for (const rect of range.getClientRects()) {
            const out = !mayScroll && (rect.left < -1 || rect.right > width + 1) || rect.left < room.left - 1
                || rect.right > room.right + 1 || rect.top < room.top - glyph || rect.bottom > room.bottom + glyph;
            if (out) { add(box, `${box.tagName}.${box.className} ${text.data.trim().slice(0, 40)}`); break }
        }
    }
    for (const element of document.body.querySelectorAll("*")) {
        if (!element.checkVisibility() || element.closest("select, input, .spoken")) continue;
        const {overflowX, overflowY} = getComputedStyle(element);
        const wide = element.scrollWidth > element.clientWidth + 1 && scrollBox(element) !== element;
        const high = element.scrollHeight > element.clientHeight + 1;
        if (wide && overflowX !== "visible" || high && ["hidden", "clip"].includes(overflowY))
            add(element, `${element.tagName}.${element.className} cuts off what is in it`);
    }
    return found;
}"""

# WCAG 2.5.8 without its exception for spacing: 24 by 24, but for links within a sentence.
TOO_SMALL: Final = """() => [...document.querySelectorAll("a[href], button, select, input, summary")]
    .filter(target => target.checkVisibility() && !target.matches(".skip"))
    .map(target => [target, target.getBoundingClientRect()])
    .filter(([target, {width, height}]) => {
        const inSentence = getComputedStyle(target).display === "inline"
            && target.parentElement.innerText.trim().length > target.innerText.trim().length;
        return !inSentence && Math.min(width, height) < 24;
    })
    .map(([target, {width, height}]) => ({
        said: `${target.innerText.trim().slice(0, 40)} ${width.toFixed(1)} × ${height.toFixed(1)}`,
        html: target.cloneNode(false).outerHTML,
    }))"""
