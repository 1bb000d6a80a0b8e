"""What sticks out and may: a table that scrolls where the keyboard reaches it, and nothing else."""

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.rules import misfits

pytestmark = [pytest.mark.browser, pytest.mark.slow]


TABLE = """([attributes, cell]) => {
    const box = document.createElement("div");
    for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
    box.style.overflowX = "auto";
    box.innerHTML = `<table><tr>${cell.repeat(12)}</tr></table>`;
    for (const each of box.querySelectorAll("td, p")) Object.assign(each.style, {minWidth: "6rem", whiteSpace: "nowrap"});
    document.querySelector("main").append(box);
}"""
REACHED = {"role": "group", "aria-label": "停電次數", "tabindex": "0"}


@pytest.mark.parametrize(
    ("attributes", "cell", "is_sound"),
    [
        (REACHED, "<td>12</td>", True),
        (REACHED | {"tabindex": "-1"}, "<td>12</td>", False),
        ({name: value for name, value in REACHED.items() if name != "aria-label"}, "<td>12</td>", False),
    ],
)
def test_a_table_scrolls_where_the_keyboard_reaches_it_and_nowhere_else(
    attributes: dict[str, str], cell: str, is_sound: bool, site: Site, visitor: Visitor
) -> None:
    page = visitor.look(site.url, width=390)
    page.evaluate(TABLE, [attributes, cell])
    assert (misfits(page) == {}) == is_sound


def test_words_that_are_no_table_may_not_scroll(site: Site, visitor: Visitor) -> None:
    page = visitor.look(site.url, width=390)
    page.evaluate(TABLE, [REACHED, f"</table><p>{'停電' * 40}</p><table>"])
    assert misfits(page)
