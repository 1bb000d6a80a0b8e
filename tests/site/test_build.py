import json
import re
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from planpress import addresses
from planpress.addresses import file_of
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.settings import Settings
from planpress.site import build as site_build
from tests.cases import few
from tests.markup import links, page
from tests.projects import MKDOCS, PLAN, project, tree, undigested, write

PUBLISHED = [
    r"((en|zh-hans)/)?(|about/|accessibility/|data/|privacy/|quality/|quality/links/|quality/accessibility/|search/|search/help/|sitemap/)index\.html",
    r"((en|zh-hans)/)?[a-z][a-z0-9-]*/index\.html",  # an office
    r"((en|zh-hans)/)?[a-z][a-z0-9-]*/[1-9][0-9]{0,2}/index\.html",  # a plan
    r"((en|zh-hans)/)?[a-z][a-z0-9-]*/[1-9][0-9]{0,2}/(browse|bulletin|clauses)/index\.html",
    r"((en|zh-hans)/)?[a-z][a-z0-9-]*/[1-9][0-9]{0,2}/revisions/[1-9][0-9]?/index\.html",
    r"[a-z][a-z0-9-]*/[1-9][0-9]{0,2}/files/[A-Za-z0-9][A-Za-z0-9._-]*\.(pdf|odt|ods|docx|doc)",  # a supplement
    r"((en|zh-hans)/)?[a-z][a-z0-9-]*/(([1-9][0-9]{0,2}/results-[a-z0-9-]+)|results|satisfaction)/index\.html",
    r"[a-z][a-z0-9-]*/[1-9][0-9]{0,2}/(results\.json|results/[A-Za-z0-9._-]+)",  # results as data, what shows them
    r"((en|zh-hans)/)?browse/((offices|years|departments|groups|periods)/)?index\.html",
    r"((en|zh-hans)/)?browse/(years/[1-9][0-9]{0,2}|(departments/d|groups/g)-[0-9a-f]{8}|periods/[a-z0-9-]+)/index\.html",
    r"((en|zh-hans)/)?browse/(themes|policies|services)/([0-9a-z]{3}/)?index\.html",
    r"[a-z][a-z0-9-]*/[1-9][0-9]{0,2}/plan\.json",
    r"search/(zh-Hant|en|zh-Hans)-(pages|[1-9][0-9]{0,2})-[0-9a-f]{8}\.json",
    r"search/zh-Han[st]-en-[0-9a-f]{8}\.json",
    r"assets/search-[0-9a-f]{8}/[a-z]+\.js",
    r"assets/(planpress-[0-9a-f]{8}\.(css|js)|compare-[0-9a-f]{8}\.js|icon-[0-9a-f]{8}\.svg|picture-[0-9a-f]{8}\.png)",
    r"((en|zh-hans)/)?([a-z][a-z0-9-]*/)?feed\.xml",
    r"404\.html|sitemap\.xml|robots\.txt|quality/(quality\.json|pages\.csv)",
]
"""What may be published; anything else is a leak."""

ABOUT = EditorialPage("zh-Hant", "about/", "關於", "說明", "<h1>關於</h1><p>後續</p>", "content/zh-Hant/about.md")

DRAFT = PLAN.replace("114年度", "115年度") + "status: draft\n"
OTHER_OFFICE = "organisation: sample\ndepartments: [{name: 業務組}, {name: 電務組}]\n"
JUNE_2025, NEW_YEAR_2026 = 1748736000, 1767196800


@pytest.fixture(autouse=True)
def in_june_2025(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(JUNE_2025))


def build(root: Path, preview: bool = False) -> site_build.Outcome:
    return site_build.build(replace(Settings.load(root), preview=preview), lambda *_: (ABOUT,))


def built(root: Path, files: Mapping[str, str | None] | None = None, preview: bool = False) -> dict[str, bytes]:
    outcome = build(project(root, files), preview)
    assert outcome.built is not None, outcome.problems
    return tree(root / "site")


def test_the_whole_site_is_made_and_nothing_else(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        {
            "offices/sample/114/original.pdf": "%PDF-1.7",
            "offices/sample/README.md": "notes of the editors",
            "content/zh-Hant/notes.txt": "notes",
            "theme/site/assets/notes.css": "a {}",
        },
    )
    leaves = ["years/114/", "periods/as-needed/", "periods/continuous/"]
    leaves += [f"departments/{addresses.department(name)}/" for name in ("業務組", "電務組")]
    leaves += [f"groups/{addresses.group('基礎服務')}/"]
    trees = ["", "offices/", "years/", "departments/", "groups/", "periods/"]
    pages = [
        "",
        "sample/",
        "sample/114/",
        "sample/114/browse/",
        "sample/114/bulletin/",
        "calendar/",
        "compare/",
        "data/",
        "quality/",
        "quality/accessibility/",
        "quality/links/",
        "glossary/",
        "search/",
        "search/help/",
        "sitemap/",
    ]
    pages += [f"browse/{page}" for page in (*trees, *leaves)]
    assert {undigested(path) for path in found if not path.startswith("assets/")} == {
        *(f"{language}{page}index.html" for language in ("", "en/", "zh-hans/") for page in pages),
        *("about/index.html", "zh-hans/about/index.html"),
        *(f"{language}{path}feed.xml" for language in ("", "en/", "zh-hans/") for path in ("", "sample/")),
        *(f"search/{tag}-{part}.json" for tag in ("zh-Hant", "en", "zh-Hans") for part in ("pages", 114)),
        *(f"search/{tag}-en.json" for tag in ("zh-Hant", "zh-Hans")),
        *("sample/114/plan.json", "quality/quality.json", "quality/pages.csv", "404.html", "robots.txt", "sitemap.xml"),
    }
    assert [path for path in found if not any(re.fullmatch(pattern, path) for pattern in PUBLISHED)] == []


def test_the_report_counts_what_was_made(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {
            "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度"),
            "offices/other/office.yml": f"name: 另一處\n{OTHER_OFFICE}",
            "offices/other/114/plan.yml": PLAN,
            "offices/idle/office.yml": f"name: 沒有計畫的處\n{OTHER_OFFICE}",
        },
    )
    made = build(root).built
    assert made is not None
    assert (made.offices, made.plans, made.measures, made.languages, made.compiled) == (2, 3, 6, 3, 3)
    found = tree(root / "site")
    assert made.pages == sum(path.endswith(".html") for path in found)
    assert (made.written.changed, made.written.unchanged, made.written.removed) == (len(found), 0, 0)
    again = build(root).built
    assert again is not None
    assert (again.plans, again.compiled) == (3, 0)
    assert (again.written.changed, again.written.unchanged) == (0, len(found))


def test_pages_name_their_assets_by_what_these_hold(tmp_path: Path) -> None:
    found = built(tmp_path)
    html = found["en/sample/114/index.html"].decode()
    assets = [path for path in found if path.startswith("assets/")]
    for_search = [path for path in assets if path.startswith("assets/search-")]
    elsewhere = [path for path in assets if path.startswith("assets/compare-")]
    picture = [path for path in assets if path.startswith("assets/picture-")]
    assert len(assets) == 3 + len(for_search) + len(elsewhere) + len(picture)
    assert f'content="https://plans.example/sub/{picture[0]}"' in html
    assert {path for path in assets if f'"../../../{path}"' not in html} == {*for_search, *elsewhere, *picture}
    started = [path for path in for_search if f'"../../{path}"' in found["en/search/index.html"].decode()]
    assert [path.rpartition("/")[2] for path in started] == ["page.js"]


WRONG = [
    ("offices/sample/114/plan.yml", PLAN.replace("業務組", "業物組"), "E104"),
    ("offices/sample/office.yml", "name: 示範處\n", "E202"),
    ("offices/organisations.yml", "sample: [", "E"),
    ("content/locales/en/LC_MESSAGES/plans.po", 'msgid "依據', "E601"),
]


@pytest.mark.parametrize(("path", "content", "code"), few(WRONG, WRONG[0]))
def test_an_error_leaves_the_site_that_was_there(tmp_path: Path, path: str, content: str, code: str) -> None:
    before = built(tmp_path)
    times = {file: (tmp_path / "site" / file).stat().st_mtime_ns for file in before}
    write(tmp_path, path, content)
    write(tmp_path, "theme/site/css/plan.css", "a { top: 0 }")
    outcome = build(tmp_path)
    assert outcome.built is None
    assert {problem.place.file for problem in outcome.problems if problem.code.startswith(code)} == {path}
    assert tree(tmp_path / "site") == before
    assert {file: (tmp_path / "site" / file).stat().st_mtime_ns for file in before} == times


def test_nothing_is_written_when_the_first_build_finds_errors(tmp_path: Path) -> None:
    root = project(tmp_path, {"offices/sample/114/plan.yml": PLAN.replace("業務組", "業物組")})
    assert build(root).built is None
    assert not (root / "site").exists()


def test_nothing_takes_the_place_of_another_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    thief = replace(ABOUT, path="sample/114/")
    outcome = site_build.build(Settings.load(root), lambda *_: (thief,))
    (problem,) = outcome.problems
    assert (problem.code, problem.place.file) == ("E423", "content/zh-Hant/about.md")
    assert problem.values == {"address": "/sample/114/index.html", "other": "offices/sample/114/plan.yml"}
    assert not (root / "site").exists()


def test_the_problems_of_every_file_are_told_at_once(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {
            "offices/organisations.yml": "sample: {name: 示範公司, colour: red}\n",
            "offices/sample/114/plan.yml": PLAN.replace("who: 業務組", "whom: 業務組"),
        },
    )
    files = {problem.place.file for problem in build(root).problems}
    assert {"offices/organisations.yml", "offices/sample/114/plan.yml"} <= files


def test_a_warning_does_not_stop_the_build_and_is_told_every_time(tmp_path: Path) -> None:
    root = project(tmp_path, {"offices/sample/114/plan.yml": PLAN.replace("2. 到府", "3. 到府")})
    for _ in range(2):
        outcome = build(root)
        assert outcome.built is not None
        assert [problem.severity.value for problem in outcome.problems] == ["warning"]


def test_the_public_never_sees_a_draft(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        {
            "offices/sample/115/plan.yml": DRAFT.replace("推廣電子帳單", "尚未公開的作法"),
            "offices/secret/office.yml": f"name: 籌備處\n{OTHER_OFFICE}",
            "offices/secret/115/plan.yml": DRAFT,
        },
    )
    for path, data in found.items():
        assert not {"115", "secret"} & set(path.split("/"))
        for word in ("115年度", "115/", "尚未公開", "籌備處", "secret/"):
            assert word.encode() not in data, path


def test_a_preview_shows_drafts_and_tells_search_engines_to_keep_out(tmp_path: Path) -> None:
    found = built(tmp_path, {"offices/sample/115/plan.yml": DRAFT}, preview=True)
    assert "sample/115/index.html" in found
    assert b"Disallow: /\n" in found["robots.txt"]
    assert b'name="robots" content="noindex"' in found["sample/114/index.html"]


def test_a_draft_that_is_published_appears_and_a_plan_that_goes_disappears(tmp_path: Path) -> None:
    built(tmp_path, {"offices/sample/115/plan.yml": DRAFT})
    write(tmp_path, "offices/sample/115/plan.yml", DRAFT.replace("draft", "published"))
    build(tmp_path)
    assert "115/" in [href for _, href in links(page((tmp_path / "site/sample/index.html").read_text("utf-8")))]
    (tmp_path / "offices/sample/115/plan.yml").unlink()
    (tmp_path / "offices/sample/115").rmdir()
    build(tmp_path)
    assert not (tmp_path / "site/sample/115").exists()
    assert not (tmp_path / "site/en/sample/115").exists()
    assert b"115" not in (tmp_path / "site/sample/index.html").read_bytes()


def test_every_link_within_the_site_leads_to_a_file_of_it(tmp_path: Path) -> None:
    pages = [
        replace(ABOUT, path=path, tag=tag)
        for path in ("about/", "accessibility/", "privacy/")
        for tag in ("zh-Hant", "en")
    ]
    root = project(tmp_path, {"offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度")})
    assert site_build.build(Settings.load(root), lambda *_: pages).built is not None
    found = tree(root / "site")
    base = "https://plans.example/sub/"
    for path in found:
        if path.endswith(".html"):
            for element in page(found[path].decode()).iter():
                address = element.get("href") or element.get("src") or ""
                target, _ = urldefrag(urljoin(base + path.removesuffix("index.html"), address))
                if target.startswith(base):
                    assert file_of(target.removeprefix(base).partition("?")[0]) in found, (path, address)


@pytest.mark.slow
def test_two_builds_anywhere_give_the_same_bytes(tmp_path: Path) -> None:
    files = {f"offices/sample/{year}/plan.yml": PLAN.replace("114年度", f"{year}年度") for year in range(104, 113)}
    here, there = tmp_path / "here", tmp_path / "there" / "deeper"
    first = built(here, files)
    with ProcessPoolExecutor(2) as executor:
        outcome = site_build.build(Settings.load(project(there, files)), lambda *_: (ABOUT,), executor)
    assert outcome.built is not None
    assert outcome.built.compiled == 10
    assert tree(there / "site") == first


def test_progress_is_told_from_none_to_all(tmp_path: Path) -> None:
    files = {f"offices/sample/{year}/plan.yml": PLAN.replace("114年度", f"{year}年度") for year in range(104, 113)}
    told: list[tuple[int, int]] = []
    settings = Settings.load(project(tmp_path, files))
    site_build.build(settings, lambda *_: (), progress=lambda done, total: told.append((done, total)))
    assert (told[0], told[-1]) == ((0, 10), (10, 10))
    assert told == sorted(told)


def test_the_day_decides_what_is_over_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = built(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(JUNE_2025 + 86400))
    build(tmp_path)
    assert tree(tmp_path / "site") == before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NEW_YEAR_2026))
    build(tmp_path)
    after = tree(tmp_path / "site")
    changed = {path.removeprefix("en/").removeprefix("zh-hans/") for path in after if after[path] != before[path]}
    assert changed == {"index.html", "calendar/index.html", "sample/index.html", "sample/114/index.html"}
    assert "該年度已經結束" in after["sample/index.html"].decode()


def test_open_data_names_the_plans_address(tmp_path: Path) -> None:
    data = json.loads(built(tmp_path)["sample/114/plan.json"])
    assert data["url"] == "https://plans.example/sub/sample/114/"
    assert len(data["measures"]) == 2


def test_a_site_may_have_one_language(tmp_path: Path) -> None:
    settings = MKDOCS.replace("site_name: {en: Sample Site}", "languages: [zh-Hant]")
    found = built(tmp_path, {"mkdocs.yml": settings})
    assert not [path for path in found if path.startswith(("en/", "zh-hans/"))]
    assert b'href="/en/' not in found["404.html"]
    assert json.loads(found["sample/114/plan.json"])["departments"]["業務組"]["en"] == "Business Department"
