"""axe-core on every kind of page, at three widths, light and dark."""

import json

import pytest

from tests.browser.conftest import Site, Visitor, npm_file
from tests.browser.kinds import EVERY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
RUN = """async options => {
    const result = await axe.run(document, options);
    return result.violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
        `${id} ${target} ${failureSummary}`));
}"""


@pytest.mark.parametrize("path", EVERY)
def test_axe_finds_nothing(path: str, site: Site, visitor: Visitor) -> None:
    axe = npm_file("axe-core/axe.min.js").read_text("utf-8")
    page = visitor.open(site.url + path)
    page.evaluate(axe)  # over the debugger's protocol: the policy of the page stays as it is
    found: dict[str, list[str]] = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            if violations := page.evaluate(RUN, OPTIONS):
                found[f"{width} {scheme}"] = violations
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)
