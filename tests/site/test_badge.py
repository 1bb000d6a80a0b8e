"""The accessibility badge: shown only with a certificate that holds, on the office's or company's own site."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from planpress.engine import editorial
from planpress.problems.report import terminal
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site_checks import check_site
from tests.blocks import png
from tests.markup import page, text
from tests.projects import MKDOCS, project, tree
from tests.site.test_accessibility import PAGES

URL = "https://accessibility.moda.gov.tw/Applications/Detail?category=20240601"
BADGE = f'badge: {{number: A1130601, level: AA, date: 113-06-01, url: "{URL}", image: badge.png}}'
IN_2025, IN_2028 = "1735689600", "1830297600"
TRACES = ("accessibility.moda.gov.tw", "Accessible_website", "A1130601", "badge.png", "無障礙網頁檢測")


def settings(kind: str, *lines: str) -> str:
    publisher = f"publisher: {{kind: {kind}, name: {{zh-Hant: 示範處, en: Sample}}}}"
    return MKDOCS.replace("extra:\n", "".join(f"{line}\n" for line in ("extra:", f"  {publisher}", *lines)))


def site(root: Path, mkdocs: str) -> Mapping[str, bytes]:
    project(root, {**PAGES, "mkdocs.yml": mkdocs})
    (root / "content" / "static").mkdir()
    (root / "content" / "static" / "badge.png").write_bytes(png(88, 31))
    outcome = build(Settings.load(root), editorial)
    assert outcome.built is not None, terminal(outcome.problems, "zh-Hant")
    assert check_site(root / "site", "https://plans.example/sub/") == []
    return tree(root / "site")


def shown(made: Mapping[str, bytes]) -> set[str]:
    """Which traces of a badge stand on pages."""
    pages = [content.decode() for path, content in made.items() if path.endswith(".html")]
    return {trace for trace in TRACES if any(trace in page for page in pages)}


def test_a_badge_stands_at_the_bottom_of_the_home_page_with_its_number_and_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2025)
    made = site(tmp_path, settings("office", f"  {BADGE}"))
    home = made["index.html"].decode()
    assert '<meta name="Accessible_website" content="本網站通過AA檢測等級無障礙網頁檢測">' in home
    link = home.index(f'<a href="{URL}" title="無障礙網站">')
    assert home.rindex("<section") < link < home.index("</main>")
    assert '<img src="static/badge.png" alt="通過AA無障礙網頁檢測" width="88" height="31">' in home[link:]
    assert "無障礙標章A1130601（AA等級），最近通過檢測日期：中華民國113年6月1日" in text(page(home))
    assert 'alt="conformance level AA"' in made["en/index.html"].decode()
    assert "無障礙標章A1130601" in made["accessibility/index.html"].decode()
    assert made["static/badge.png"] == png(88, 31)


def test_without_a_certificate_nothing_of_a_badge_is_anywhere(tmp_path: Path) -> None:
    assert shown(site(tmp_path, settings("office"))) == set()


def test_a_badge_that_has_ended_is_not_shown_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2028)
    assert shown(site(tmp_path, settings("office", f"  {BADGE}"))) == set()


def test_a_transcription_has_none(tmp_path: Path) -> None:
    project(tmp_path, {**PAGES, "mkdocs.yml": settings("transcription", f"  {BADGE}")})
    with pytest.raises(SettingsError) as refused:
        Settings.load(tmp_path)
    assert [problem.code for problem in refused.value.problems] == ["E475"]
