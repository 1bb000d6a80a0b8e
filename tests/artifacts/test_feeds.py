import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from tests.projects import PLAN, project, tree

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = PLAN.replace("114", "115") + "adopted: 115-01-14\n"
TAGS = {"": "zh-Hant", "en/": "en", "zh-hans/": "zh-Hans"}


def built(root: Path) -> dict[str, bytes]:
    settings = Settings.load(root)
    outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    return tree(settings.site_dir)


def said(feed: Element, name: str) -> list[str]:
    """What the entries of a feed say."""
    return [each.findtext(f"{ATOM}{name}") or "" for each in feed.findall(f"{ATOM}entry")]


def test_site_and_office_have_a_feed_in_every_language_that_their_pages_offer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    root = project(tmp_path, {"offices/sample/115/plan.yml": LATER})
    site = built(root)
    assert {path for path in site if path.endswith("feed.xml")} == {
        f"{prefix}{path}" for prefix in TAGS for path in ("feed.xml", "sample/feed.xml")
    }
    for prefix, tag in TAGS.items():
        base = f"https://plans.example/sub/{prefix}"
        for path in ("feed.xml", "sample/feed.xml"):
            feed = fromstring(site[f"{prefix}{path}"])
            assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == tag
            assert feed.findtext(f"{ATOM}id") == f"{base}{path}"
            assert said(feed, "id") == [f"{base}sample/{year}" for year in ("115/", "115/changes/", "114/")]
            assert said(feed, "updated") == [
                f"{day}T00:00:00+08:00" for day in ("2026-01-14", "2026-01-14", "2025-01-01")
            ]
    assert offered(site["index.html"]) == ["feed.xml"]
    assert offered(site["en/sample/114/index.html"]) == ["../feed.xml", "../../feed.xml"]
    assert offered(site["404.html"]) == []
    assert "最新消息" in site["sample/index.html"].decode()
    feeds = {path: content for path, content in site.items() if path.endswith(".xml")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798736000")
    later = built(root)
    assert {path: later[path] for path in feeds} == feeds  # the day of the build is none of theirs


def offered(html: bytes) -> list[str]:
    """The feeds that a page offers to whatever reads feeds."""
    return re.findall(r'type="application/atom\+xml" title="[^"]+" href="([^"]+)"', html.decode())
