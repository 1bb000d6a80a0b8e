"""Addresses of what was moved or merged: pages that lead on, and what servers are told."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress import addresses
from planpress.cli.commands import main
from planpress.model.dates import RocDate
from planpress.model.language import EN, ZH_HANT, Language
from planpress.model.redirect import Redirect, is_circle, led, moves_in, steps
from planpress.overview.places import places
from planpress.publishing.server_rules import rewritings
from planpress.site_checks import check_site
from planpress.source.content.redirects import REDIRECTS_FILE, lost_plans, path_of, read_redirects, redirect_problems
from tests.markup import on_one_line
from tests.projects import project, write

PAGES = {
    f"content/{tag}/{name}.md": f"# {name}\n\n## Contact {{ #contact }}\n"
    for tag in ("zh-Hant", "en")
    for name in ("about", "accessibility", "privacy")
}


def entry(old: str, new: str, more: str = "") -> str:
    return f"  - from: {old}\n    to: {new}\n    date: 114-07-01\n    reason: 兩處合併。\n{more}"


def redirects(*entries: str) -> dict[str, str]:
    return {**PAGES, REDIRECTS_FILE: "redirects:\n" + "".join(entries)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with addresses of an office, of one of its plans, of an office that moved twice, of a department."""
    root = tmp_path_factory.mktemp("redirects")
    old = entry("old", "sample", "    reason_en: The two were merged.\n")
    others = (
        entry("old/113", "sample"),
        entry("first", "second"),
        entry("second", "sample"),
        entry("服務課", "業務組"),
    )
    assert main(["--jobs", "1"], project(root, redirects(old, *others))) == 0
    return root / "site"


def leads(page: Path) -> tuple[str, str]:
    """Where a page leads by itself, and where its link leads."""
    text = page.read_text("utf-8")
    refresh = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', text)
    link = re.search(r'<dd><a href="([^"]*)">https://', text)
    assert refresh and link
    return refresh[1], link[1]


def test_what_was_an_office_leads_on_with_its_plans_in_every_language(site: Path) -> None:
    assert leads(site / "old/index.html") == ("../sample/",) * 2
    assert leads(site / "en/old/114/index.html") == ("../../sample/114/",) * 2
    assert leads(site / "zh-hans/old/114/bulletin/index.html") == ("../../../sample/114/bulletin/",) * 2
    assert leads(site / "old/113/index.html") == ("../../sample/",) * 2, "there is no such plan any more"
    assert leads(site / "first/114/index.html") == ("../../sample/114/",) * 2, "it moved twice"


def test_the_page_says_why_and_nobody_finds_it(site: Path) -> None:
    text = on_one_line((site / "old/114/index.html").read_text("utf-8"))
    assert '<link rel="canonical" href="https://plans.example/sub/sample/114/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert "兩處合併。" in text and "中華民國114年7月1日" in text
    assert "The two were merged." in (site / "en/old/index.html").read_text("utf-8")
    assert "两处合并。" in (site / "zh-hans/old/index.html").read_text("utf-8")
    assert "/old/" not in (site / "sitemap.xml").read_text("utf-8")
    found = check_site(site, "https://plans.example/sub/")
    assert [each for each in found if each.severity == "error"] == []


def test_a_department_is_called_by_its_name(site: Path) -> None:
    old, new = (addresses.browse("departments", addresses.department(name)) for name in ("服務課", "業務組"))
    assert leads(site / old / "index.html") == (addresses.relative(old, new),) * 2


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("sample", "/", "E463"),
        ("old", "smaple", "E464"),
        ("old", "sample/113", "E464"),
        ("old", "topics/none", "E464"),
        ("服務課", "業物組", "E464"),
        ("../old", "sample", "E460"),
        ("en/old", "sample", "E460"),
        ("https://plans.example/old/", "sample", "E460"),
        ("old?a=b", "sample", "E460"),
        ("old", "/etc/../sample", "E460"),
        ("/", "sample", "E460"),
        ("old", "old/114", "E462"),
    ],
)
def test_what_leads_nowhere_is_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    write(tmp_path, REDIRECTS_FILE, redirects(entry(old, new))[REDIRECTS_FILE])
    problems = read_redirects(tmp_path)[1] or redirect_problems(tmp_path, places([("sample", 114)], ["業務組"], [], []))
    assert [(each.code, each.place.file, each.place.line > 1) for each in problems] == [(code, REDIRECTS_FILE, True)]


@pytest.mark.slow
def test_build_and_check_refuse_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, redirects(entry("old", "smaple"), entry("sample/114/browse", "sample")))
    for command in (["check"], ["--jobs", "1"]):
        assert main(command, root) == 1
        assert "content/redirects.yml:3:9  E464" in capsys.readouterr().err
    write(root, REDIRECTS_FILE, redirects(entry("sample/114/browse", "sample"))[REDIRECTS_FILE])
    assert main(["--jobs", "1"], root) == 1, "the page of the address is there"
    assert "E423" in (told := capsys.readouterr().err) and REDIRECTS_FILE in told
    assert not (root / "site").exists()


def test_a_plan_that_was_public_once_is_missed(tmp_path: Path) -> None:
    git = ["git", "-c", "user.name=Tester", "-c", "user.email=tester@plans.example"]

    def commit() -> None:
        subprocess.run([*git, "add", "-A"], cwd=tmp_path, check=True)
        subprocess.run([*git, "commit", "-qm", "plans"], cwd=tmp_path, check=True)

    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for place, more in (("sample/112", ""), ("sample/113", ""), ("other/114", "status: draft\n"), ("back/114", "")):
        write(tmp_path, f"offices/{place}/plan.yml", f"title: {place}\n{more}")
    commit()
    for place in ("sample/112", "sample/113", "other/114", "back/114"):
        (tmp_path / "offices" / place / "plan.yml").unlink()
    commit()
    write(tmp_path, "offices/back/114/plan.yml", "title: again\n")
    write(tmp_path, REDIRECTS_FILE, redirects(entry("sample/113", "sample"))[REDIRECTS_FILE])
    pages = places([("sample", 114), ("back", 114)], [], [], [])
    problems = lost_plans(tmp_path, pages)
    assert [(each.code, each.values["address"]) for each in problems] == [("W460", "/sample/112/")]


def redirect(old: str, new: str) -> Redirect:
    return Redirect(old=old, new=new, date=RocDate(114, 7, 1), reason="合併。")


@pytest.mark.parametrize(
    ("old", "new", "path", "expected"),
    [
        ("kinmen/", "penghu/", "kinmen/114/plan.json", "penghu/114/plan.json"),
        ("kinmen/", "penghu/", "kinmen/114/files/kinmen-114-plan.en.pdf", "penghu/114/files/penghu-114-plan.en.pdf"),
        ("kinmen/113/", "kinmen/114/", "kinmen/113/files/kinmen-113-plan.en.pdf", "kinmen/114/files/kinmen-114-plan.en.pdf"),
        ("topics/a/", "topics/b/", "topics/a/files/a-topic.en.ods", "topics/b/files/b-topic.en.ods"),
        ("kinmen/113/", "penghu/", "kinmen/113/files/a.pdf", "penghu/"),
        ("kinmen/", "", "kinmen/114/", ""),
        ("kinmen/114/files/a.pdf", "kinmen/114/", "kinmen/114/files/a.pdf", "kinmen/114/"),
        ("kinmen/", "penghu/", "kinmen-2/114/", "kinmen-2/114/"),
    ],
)  # fmt: skip
def test_what_lies_below_goes_along_where_both_are_of_a_kind(old: str, new: str, path: str, expected: str) -> None:
    assert led(moves_in([ZH_HANT], [redirect(old, new)]), path) == expected
    assert led(moves_in([EN], [redirect(old, new)]), f"en/{path}") == f"en/{expected}" or "/files/" in path


WORDS = st.sampled_from(["a", "b", "c", "a/113", "b/113", "topics/a", "about"])


@given(st.dictionaries(WORDS, WORDS, max_size=5))
def test_addresses_lead_somewhere_or_in_a_circle(pairs: dict[str, str]) -> None:
    moves = moves_in([ZH_HANT], (redirect(f"{old}/", f"{new}/") for old, new in pairs.items()))
    for path in ("a/", "a/113/", "a/113/files/a-113-plan.en.pdf", "b/"):
        if not is_circle(moves, path):
            assert all(each.leads(led(moves, path)) is None for each in moves)


PATHS = [
    "a/",
    "a/113/",
    "a/113/plan.json",
    "a/113/files/a-113-plan.en.pdf",
    "a/files/a-x",
    "topics/a/files/a-topic.en.ods",
]


@given(st.dictionaries(WORDS, WORDS, max_size=4), st.sampled_from([ZH_HANT, EN]), st.sampled_from(PATHS))
def test_servers_are_told_the_same(pairs: dict[str, str], language: Language, path: str) -> None:
    moves = moves_in([language], (redirect(f"{old}/", f"{new}/") for old, new in pairs.items()))
    address = language.prefix + path
    found = ((re.fullmatch(rule.pattern, address), rule.new) for rule in rewritings(moves))
    told = next((match.expand(re.sub(r"\$([12])", r"\\g<\1>", new)) for match, new in found if match), None)
    assert told == next(iter(steps(moves, address)), None)


@given(st.text(max_size=20))
def test_no_address_leads_out_of_the_site(text: str) -> None:
    path = path_of(text)
    assert path is None or re.fullmatch(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9][A-Za-z0-9._-]*)?", path)
