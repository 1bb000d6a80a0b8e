"""A plan within a page of somebody else: axe finds nothing in it, and it needs no more width than its tables."""

import json

import pytest

from planpress.cli.commands import main
from tests.browser.conftest import Site, Visitor
from tests.browser.rules import violations
from tests.projects import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOST = """<!doctype html><html lang="zh-TW"><head><meta charset="utf-8"><title>機關網頁</title>
<meta name="color-scheme" content="light"><meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body><main><h1>服務計畫</h1>{fragment}</main></body></html>"""


@pytest.mark.parametrize(
    "words", [("kinmen", "114"), ("kinmen", "114", "--language", "en")], ids=["Chinese", "English"]
)
def test_axe_finds_nothing_in_a_page_that_holds_one(
    words: tuple[str, ...], site: Site, visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["embed", *words], ROOT) == 0
    page = visitor.look(site.url)
    page.set_content(HOST.format(fragment=capsys.readouterr().out))
    found = violations(page)
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)
