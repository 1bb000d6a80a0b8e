"""What a build does again, and what it leaves alone, after each kind of change."""

import json
import multiprocessing
import os
import shutil
import signal
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from planpress import addresses
from planpress.cache import sealed, unsealed
from planpress.model.vocabulary import Vocabulary
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.problems.problem import Place, Problem
from planpress.settings import Settings
from planpress.site import build as site_build
from planpress.site import inputs, loading
from planpress.source.content.editorial import EditorialSource
from planpress.source.content.synonyms import read_vocabulary
from tests.cases import few
from tests.projects import MKDOCS, OFFICE, PLAN, project, tree, undigested, write

JUNE_2025 = "1748736000"
ABOUT = EditorialPage("zh-Hant", "about/", "關於", "說明", "<h1>關於</h1>", "content/zh-Hant/about.md")


@pytest.fixture(autouse=True)
def in_june_2025(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2025)


PAGES_OF_A_PLAN = ("index.html", "browse/index.html")
SAMPLE_114 = ("sample/114/index.html", "sample/114/browse/index.html", "sample/114/plan.json")
CHANGES_114 = "sample/114/changes/index.html"
"""Beside the plan of 114 there is that of 113."""


def year(roc_year: int) -> str:
    return PLAN.replace("114年度", f"{roc_year}年度")


def two_offices(root: Path, files: Mapping[str, str | None] | None = None) -> Path:
    return project(
        root,
        {
            "offices/sample/113/plan.yml": year(113),
            "offices/other/office.yml": OFFICE.replace("示範處", "另一處"),
            "offices/other/113/plan.yml": year(113),
            **(files or {}),
        },
    )


def build(root: Path, pages: Sequence[EditorialPage] = (ABOUT,)) -> site_build.Outcome:
    return site_build.build(Settings.load(root), lambda *_: pages)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2025)
        root = two_offices(tmp_path_factory.mktemp("two-offices"))
        compiled(root)
    return root


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """Two offices with their site and cache, each test's own."""
    return Path(shutil.copytree(built_once, tmp_path / "built"))


def compiled(root: Path) -> int:
    made = build(root).built
    assert made is not None
    return made.compiled


def index(roc_year: int) -> set[str]:
    """What the search page reads of a year; and the page itself, which names it by what it holds."""
    return {"search/index.html", *(f"search/{tag}-{roc_year}.json" for tag in ("zh-Hant", "en", "zh-Hans"))}


def plain(path: str) -> str:
    """A path without its language, and without the digest of a file of the index."""
    return undigested(path.removeprefix("en/").removeprefix("zh-hans/"))


def changes(root: Path) -> tuple[int, set[str]]:
    """Build; return how many plans were compiled, and the files whose bytes differ now, languages aside."""
    before = tree(root / "site")
    times = {path: (root / "site" / path).stat().st_mtime_ns for path in before}
    count = compiled(root)
    after = tree(root / "site")
    different = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    for path in (before.keys() & after.keys()) - different:
        assert (root / "site" / path).stat().st_mtime_ns == times[path], f"{path} was written again"
    return count, {plain(path) for path in different}


def test_a_word_in_a_plan_changes_its_pages_and_its_data(built: Path) -> None:
    write(built, "offices/sample/114/plan.yml", PLAN.replace("推廣電子帳單", "推廣網路繳費"))
    assert changes(built) == (1, {*SAMPLE_114, CHANGES_114, *index(114)})
    assert changes(built) == (0, set())


def test_a_measure_more_is_counted_wherever_measures_are_counted(built: Path) -> None:
    write(built, "offices/sample/114/plan.yml", f"{PLAN}      - do: 3. 新作法。\n        who: 業務組\n")
    spanning = {
        "index.html",
        "sample/index.html",
        "quality/index.html",
        "quality/sample/index.html",
        "quality/quality.json",
    }
    leaves = ["years/114", f"departments/{addresses.department('業務組')}", f"groups/{addresses.group('基礎服務')}"]
    browsing = ["", "offices/", "years/", "departments/", "groups/", *(f"{leaf}/" for leaf in leaves)]
    count, files = changes(built)
    assert count == 1
    assert files - {"data/index.html"} == {
        *SAMPLE_114,
        CHANGES_114,
        "sample/114/bulletin/index.html",
        *index(114),
        *spanning,
        *(f"browse/{path}index.html" for path in browsing),
    }


def test_a_newer_year_changes_the_older_years_of_its_office(built: Path) -> None:
    write(built, "offices/sample/115/plan.yml", year(115))
    count, files = changes(built)
    assert count == 1
    assert {path for path in files if path.startswith("sample/11")} == {
        f"sample/{other}/index.html" for other in (113, 114, 115)
    } | {"sample/115/plan.json"} | {f"sample/115/{page}/index.html" for page in ("browse", "changes", "bulletin")}
    assert {"index.html", "sample/index.html", "sitemap/index.html", "sitemap.xml"} <= files
    assert not {path for path in files if path.startswith(("other/", "assets/"))}
    assert "about/index.html" in files, "in no commit: of the newest day of all"
    assert "../115/" in (built / "site/sample/113/index.html").read_text("utf-8")


def test_an_office_that_changes_takes_its_plans_along(built: Path) -> None:
    write(built, "offices/sample/office.yml", OFFICE.replace("Sample Office", "Model Office"))
    count, files = changes(built)
    assert count == 2
    assert {"index.html", "sample/index.html", "sample/113/index.html", "sample/114/index.html"} <= files
    assert not {path for path in files if path.startswith(("other/", "about/"))}


def test_a_template_is_rendered_again(built: Path) -> None:
    template = built / "theme/site/base.html"
    template.write_text(template.read_text("utf-8").replace("</body>", "<!-- new --></body>"), "utf-8")
    count, files = changes(built)
    assert count == 3
    assert {path for path in tree(built / "site") if path.endswith(".html")} == {
        prefix + path
        for path in files
        for prefix in ("", "en/", "zh-hans/")
        if (built / "site" / prefix / path).exists()
    }


def test_a_colour_changes_the_stylesheet_and_the_pages_that_name_it(built: Path) -> None:
    write(built, "offices/organisations.yml", 'sample: {name: 示範公司, en: Sample Company, accent: "#7a1020"}\n')
    _, files = changes(built)
    assert len([path for path in files if path.startswith("assets/")]) == 2
    assert "other/113/index.html" in files


def test_a_translation_changes_the_pages_in_its_language(built: Path) -> None:
    before = tree(built / "site")
    write(built, "content/locales/en/LC_MESSAGES/plans.po", 'msgid "推廣電子帳單。"\nmsgstr "Electronic bills."\n')
    assert compiled(built) == 3
    after = tree(built / "site")
    assert {path for path in after if after[path] != before.get(path) and not path.endswith(".json")} == {
        "en/search/index.html",
        *(f"en/{plan}/{page}" for plan in ("sample/113", "sample/114", "other/113") for page in PAGES_OF_A_PLAN),
        f"en/{CHANGES_114}",
        *(f"{tag}quality/{page}index.html" for tag in ("", "en/", "zh-hans/") for page in ("", "sample/")),
    }
    assert "Electronic bills." in after["en/sample/114/index.html"].decode()


def test_an_editorial_page_changes_alone(built: Path) -> None:
    before = tree(built / "site")
    write(built, "content/zh-Hant/about.md", "# 關於\n\n新的說明。\n")
    outcome = build(built, [replace(ABOUT, html="<h1>關於</h1><p>新的說明。</p>")])
    assert outcome.built is not None
    after = tree(built / "site")
    assert outcome.built.compiled == 0
    different = {path for path in after if after[path] != before.get(path)}
    assert {path for path in different if not path.endswith(".json")} == {
        *("about/index.html", "zh-hans/about/index.html"),
        *("search/index.html", "zh-hans/search/index.html"),
    }
    assert {plain(path) for path in different if path.endswith(".json")} == {
        *("search/zh-Hant-pages.json", "search/zh-Hans-pages.json")
    }


def test_the_engine_is_asked_only_for_what_is_new(tmp_path: Path) -> None:
    asked: list[str] = []

    def render(settings: Settings, sources: Sequence[EditorialSource]) -> list[EditorialPage | Problem]:
        asked.extend(source.file for source in sources)
        return [ABOUT, Problem("W502", Place("content/zh-Hant/about.md", 1))]

    settings = Settings.load(two_offices(tmp_path))
    first, again = (site_build.build(settings, render).problems for _ in range(2))
    assert asked == ["content/zh-Hant/about.md", "content/en/about.md"]
    assert [problem.code for problem in first] == ["W502"]
    assert again == first
    for change in ({"mkdocs.yml": f"{MKDOCS}use_directory_urls: true\n"}, {"offices/third/office.yml": OFFICE}):
        asked.clear()
        for path, content in change.items():
            write(tmp_path, path, content)
        site_build.build(Settings.load(tmp_path), render)
        assert asked != [], change


def test_synonyms_are_read_only_when_they_are_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def counted(root: Path) -> tuple[Vocabulary, list[Problem]]:
        read.append(root)
        return read_vocabulary(root)

    monkeypatch.setattr(loading, "read_vocabulary", counted)
    two_offices(tmp_path)
    for words, times in (("[到府, 到家]", 1), ("[到府, 到家]", 1), ("[電子帳單, 帳單]", 2)):
        write(tmp_path, "content/synonyms.yml", f"synonyms:\n  - words: {words}\n")
        assert build(tmp_path).problems == ()
        assert len(read) == times


def test_a_page_that_takes_an_address_is_refused_before_anything_is_written(built: Path) -> None:
    before = tree(built / "site")
    write(built, "content/zh-Hant/other.md", "# 另一處\n")
    for _ in range(2):
        assert [(problem.code, problem.values["other"]) for problem in build(built).problems] == [
            ("E421", "offices/other/office.yml")
        ]
    assert tree(built / "site") == before


def test_another_version_of_the_program_does_everything_again(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_inputs = inputs.read_inputs
    monkeypatch.setattr(site_build, "read_inputs", lambda settings: replace(read_inputs(settings), program="another"))
    assert compiled(built) == 3


def test_a_plan_with_an_error_keeps_the_site_and_the_work_that_was_done(built: Path) -> None:
    before = tree(built / "site")
    write(built, "offices/sample/114/plan.yml", PLAN.replace("業務組", "業物組"))
    write(built, "offices/sample/113/plan.yml", year(113).replace("推廣", "推動"))
    assert build(built).built is None
    assert tree(built / "site") == before
    write(built, "offices/sample/114/plan.yml", PLAN)
    # The plan of 113 was compiled before; the one of 114 is compared with it.
    own = {path.replace("114", "113") for path in {*SAMPLE_114, *index(114)}}
    assert changes(built) == (1, {*own, CHANGES_114})


def test_a_plan_is_compiled_again_with_the_one_of_the_year_before(built: Path) -> None:
    write(built, "offices/sample/113/plan.yml", year(113).replace("推廣", "推動"))
    assert compiled(built) == 2


def test_a_plan_without_its_file_is_a_problem_like_any_other(tmp_path: Path) -> None:
    root = two_offices(tmp_path)
    (root / "offices/sample/112").mkdir()
    assert [problem.code for problem in build(root).problems] == ["E404"]


def test_what_is_undone_is_as_it_was(built: Path) -> None:
    before = tree(built / "site")
    write(built, "offices/sample/115/plan.yml", year(115))
    compiled(built)
    (built / "offices/sample/115/plan.yml").unlink()
    (built / "offices/sample/115").rmdir()
    compiled(built)
    assert tree(built / "site") == before


@pytest.mark.parametrize(
    "damage",
    few(
        [
            "objects emptied",
            "objects cut",
            "objects gone",
            "objects folders",
            "objects files",
            "no index",
            "index cut",
            "index shapes 0",
            "index shapes 2",
            "index shapes 5",
            "no manifest",
            "templates",
            "nothing left",
        ],
        *("objects cut", "index shapes 0", "nothing left"),
    ),
)
def test_a_damaged_cache_heals(built: Path, damage: str) -> None:
    before = tree(built / "site")
    folder = built / ".cache/site"
    objects = [path for path in (folder / "objects").rglob("*") if path.is_file()]
    for path in objects if damage.startswith("objects") else ():
        if damage == "objects gone":
            path.unlink()
        elif damage == "objects folders":
            path.unlink()
            path.mkdir()
        elif damage == "objects files":
            if path.parent.is_dir():
                shutil.rmtree(path.parent)
                path.parent.write_text("a file")
        else:
            path.write_bytes(path.read_bytes()[:100] if damage == "objects cut" else b"")
    for name in {"no index": ["index.json"], "no manifest": ["published.json"]}.get(damage, []):
        (folder / name).unlink()
    if damage == "index cut":
        (folder / "index.json").write_bytes((folder / "index.json").read_bytes()[:-100])
    if damage.startswith("index shapes"):
        index = json.loads(unsealed((folder / "index.json").read_bytes()) or b"")
        shapes = ["text", 7, [], {}, [[1]], {"summary": 1}, [None, [[1]]]]
        index["records"] = {
            name: shapes[(number + int(damage[-1])) % 7] for number, name in enumerate(index["records"])
        }
        (folder / "index.json").write_bytes(sealed(json.dumps(index).encode()))
    if damage == "templates":
        shutil.rmtree(folder / "templates")
        (folder / "templates").write_text("a file")
    if damage == "nothing left":
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    write(built, "offices/sample/115/plan.yml", year(115))  # whose pages need those of the other years
    (built / "site/sample/114/index.html").unlink()
    build(built)
    (built / "offices/sample/115/plan.yml").unlink()
    (built / "offices/sample/115").rmdir()
    build(built)
    assert tree(built / "site") == before


@pytest.mark.parametrize("writes", few([0, 1, 5, 12, 30, 45, 60, 75], 1, 30))
def test_a_build_that_is_killed_heals(built: Path, tmp_path: Path, writes: int) -> None:
    """After so many files: while plans are compiled, while pages are rendered, while the site is written."""
    root = two_offices(tmp_path / "killed")
    process = multiprocessing.get_context("fork").Process(target=_build_and_die, args=(root, writes))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    compiled(root)
    assert tree(root / "site") == tree(built / "site")
    assert changes(root) == (0, set())


def _build_and_die(root: Path, writes: int) -> None:
    left = writes

    def replace_or_die(path: Path, target: Path) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        os.replace(path, target)  # noqa: PTH105 - Path.replace is what this stands for

    Path.replace = replace_or_die  # type: ignore[assignment, method-assign]
    build(root)
