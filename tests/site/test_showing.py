"""What the public sees of a plan before its day, on it and after it was withdrawn, in the whole site and its cache."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planpress.cache import objects
from planpress.cli.commands import main
from planpress.engine import editorial
from planpress.problems import report
from planpress.settings import Settings
from planpress.site.build import Only, Outcome, build
from planpress.site.checking import problems_of
from tests.markup import on_one_line, page
from tests.projects import PLAN, project, tree, write
from tests.repositories import commit, git_of_its_own, repository

__all__ = ["git_of_its_own"]
pytestmark = pytest.mark.usefixtures("git_of_its_own")

FILE = "offices/sample/115/plan.yml"
SECRET = (
    PLAN.replace("114年度", "115年度")
    .replace("推廣電子帳單", "開辦夜間電話櫃檯")
    .replace("基礎服務", "夜間服務")
    .replace("到府服務", "電子帳單送到家")
) + "supplements: [{title: 停看聽, text: 夜間停看聽須知。}]\n"
WORDS = ("夜間", "夜间", "電子帳單送到家", "电子账单送到家", "night counter", "115年度服務計畫", "停看聽")
"""Words of the plan in the three languages, of its title, and of a rule that was added."""
FILES: Mapping[str, str | None] = {
    FILE: SECRET,
    "content/locales/en/LC_MESSAGES/plans.po": 'msgid "開辦夜間電話櫃檯。"\nmsgstr "Open a night counter by telephone."\n',
}
DAY_BEFORE, DAY, LONG_AFTER = date(2026, 1, 31), date(2026, 2, 1), date(2026, 9, 9)


def settings_on(root: Path, today: date, *, preview: bool = False, documents: bool = False) -> Settings:
    return replace(Settings.load(root, preview=preview), today=today, documents=documents)


def built(root: Path, today: date, *, preview: bool = False, documents: bool = False) -> Outcome:
    outcome = build(settings_on(root, today, preview=preview, documents=documents), editorial)
    assert outcome.built is not None, report.terminal(outcome.problems)
    return outcome


def everything(root: Path, cache: str = "site", site: str = "site") -> dict[str, str]:
    """All that the site and its public cache hold, as text, whatever it is compressed in."""
    store = objects(root / ".cache" / cache)
    kept = {f"cache/{name}": store.get(name) for name in store.names()}
    there = tree(root / ".cache" / cache)
    kept |= {f"cache/{path}": content for path, content in there.items() if not path.startswith("objects/")}
    kept |= {f"site/{path}": content for path, content in tree(root / site).items()}
    return {path: text for name, content in kept.items() for path, text in _texts(name, content)}


def _texts(name: str, content: bytes) -> list[tuple[str, str]]:
    if not content.startswith(b"PK"):
        return [(name, content.decode("utf-8", "replace"))]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return [(f"{name}/{each}", package.read(each).decode("utf-8", "replace")) for each in package.namelist()]


def telling(root: Path) -> dict[str, list[str]]:
    """The files that have any of the words, with them."""
    found = {path: [word for word in WORDS if word in text or word in path] for path, text in everything(root).items()}
    return {path: words for path, words in found.items() if words}


def rest_of(site: Mapping[str, bytes]) -> set[str]:
    return {path for path in site if path.removeprefix("en/").removeprefix("zh-hans/").startswith("sample/115/")}


@pytest.mark.parametrize(
    "keys",
    [
        "status: draft\n",
        "status: approved\n",
        "publish_on: 115-02-01\n",
        'status: "\\x64raft"\n',
        '"pub\\x6cish_on": 115-02-01\n',
    ],
)
def test_no_word_of_a_plan_is_anywhere_before_it_is_public(tmp_path: Path, keys: str) -> None:
    root = project(tmp_path, {**FILES, FILE: f"{SECRET}{keys}"})
    outcome = built(root, DAY_BEFORE)
    assert telling(root) == {}
    assert rest_of(tree(root / "site")) == set()
    assert (outcome.built and outcome.built.plans) == 1
    assert outcome.problems == ()
    built(root, DAY_BEFORE, preview=True)
    assert "夜間" in (root / "site/sample/115/index.html").read_text("utf-8")


def test_on_its_day_the_next_build_shows_it_though_no_file_has_changed(tmp_path: Path) -> None:
    root = project(tmp_path, {**FILES, FILE: f"{SECRET}publish_on: 115-02-01\n"})
    built(root, DAY_BEFORE)
    before = tree(root / "site")
    assert built(root, DAY_BEFORE).built.written.changed == 0  # type: ignore[union-attr]
    outcome = built(root, DAY)
    assert (outcome.built and (outcome.built.plans, outcome.built.compiled)) == (2, 1)
    site = {path: content.decode("utf-8", "replace") for path, content in tree(root / "site").items()}
    assert "開辦夜間電話櫃檯" in site["sample/115/index.html"]
    assert "Open a night counter" in site["en/sample/115/index.html"]
    assert "开办夜间电话柜台" in site["zh-hans/sample/115/index.html"]
    for path in ("index.html", "sample/index.html", "feed.xml", "sitemap.xml", "data/index.html"):
        assert "115" in site[path], path
    assert "<updated>2026-02-01" in site["feed.xml"]
    fresh = project(tmp_path / "fresh", {**FILES, FILE: f"{SECRET}publish_on: 115-02-01\n"})
    built(fresh, DAY)
    assert tree(fresh / "site") == tree(root / "site")
    assert before != tree(root / "site")
    built(root, DAY_BEFORE)
    assert tree(root / "site") == before, "a clock that goes back shows nothing that is not public"


def test_what_changed_before_the_day_is_not_told_and_the_day_is_that_of_the_news(tmp_path: Path) -> None:
    root = project(repository(tmp_path / "plans"))
    secret = f"{SECRET}publish_on: 115-02-01\n"
    commit(root, "2026-01-01", {FILE: secret})
    commit(root, "2026-01-15", {FILE: secret.replace("夜間電話", "夜間語音電話")})
    built(root, LONG_AFTER)
    html = (root / "site/sample/115/index.html").read_text("utf-8")
    assert "改寫1項作法" not in html
    assert "2026-02-01" in html, "the page is of the day on which it was first shown"
    assert "<updated>2026-02-01" in (root / "site/sample/feed.xml").read_text("utf-8")
    assert "<lastmod>2026-02-01</lastmod>" in (root / "site/sitemap.xml").read_text("utf-8")
    commit(root, "2026-03-03", {FILE: secret.replace("夜間電話", "夜間視訊")})
    built(root, LONG_AFTER)
    assert "115年3月3日：改寫1項作法" in on_one_line((root / "site/sample/115/index.html").read_text("utf-8"))


def test_of_a_withdrawn_plan_only_the_reason_is_left(tmp_path: Path) -> None:
    withdrawn = f"{SECRET}withdrawn: {{date: 115-02-01, reason: 業務已移撥其他機關。}}\n"
    root = project(tmp_path, {**FILES, FILE: withdrawn, "content/zh-Hant/about.md": None, "content/en/about.md": None})
    outcome = built(root, DAY_BEFORE)
    assert [each.code for each in outcome.problems] == ["W168"]
    assert telling(root)
    assert built(root, DAY).problems == ()
    assert telling(root) == {}
    site = {path: content.decode("utf-8", "replace") for path, content in tree(root / "site").items()}
    assert rest_of(tree(root / "site")) == {f"{prefix}sample/115/index.html" for prefix in ("", "en/", "zh-hans/")}
    html = on_one_line(site["sample/115/index.html"])
    for words in ("已撤下", "中華民國115年2月1日", "業務已移撥其他機關。", 'href="../"', 'content="noindex"'):
        assert words in html, words
    assert "业务已移拨其他机关。" in site["zh-hans/sample/115/index.html"]
    for path, text in site.items():
        if path not in rest_of(tree(root / "site")):
            assert "sample/115" not in text, path
            assert "業務已移撥" not in text, path


def test_where_nothing_else_of_the_office_is_left_its_own_page_says_so_too_and_both_lead_home(tmp_path: Path) -> None:
    gone = f"{PLAN}withdrawn: {{date: 114-02-01, reason: 業務已移撥其他機關。}}\n"
    root = project(tmp_path, {"offices/sample/114/plan.yml": gone, "offices/sample/113/plan.yml": None})
    built(root, DAY)
    for path, home in (
        ("sample/114/index.html", "../../"),
        ("sample/index.html", "../"),
        ("en/sample/index.html", "../"),
    ):
        main = page((root / "site" / path).read_text("utf-8")).find(".//main")
        assert main is not None
        assert "業務已移撥其他機關。" in "".join(main.itertext())
        assert [link.get("href") for link in main.iter("a")][-1] == home
    others = {path for path in tree(root / "site") if path.startswith("sample/")}
    assert others == {"sample/114/index.html", "sample/index.html"}


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("status: draft\npublish_on: 115-01-31\n", "W167"),
        ("status: approved\npublish_on: 115-01-31\n", "W167"),
        ("status: draft\npublish_on: 115-02-02\n", None),
        ("publish_on: 115-12-31\n", None),
        ("publish_on: 116-01-02\n", "W169"),
        ("until: 116\npublish_on: 116-01-02\n", None),
        ("withdrawn: {date: 115-02-02, reason: 業務移撥。}\n", "W168"),
        ("withdrawn: {date: 115-02-01, reason: 業務移撥。}\n", None),
    ],
)
def test_the_day_itself_may_be_what_is_odd(tmp_path: Path, keys: str, code: str | None) -> None:
    root = project(tmp_path, {FILE: f"{SECRET}{keys}"})
    found = [each.code for each in built(root, DAY).problems]
    assert found == ([code] if code else [])
    of_file = {each.code for each in problems_of(settings_on(root, DAY), editorial, whole=True)} - {"W142"}
    assert of_file == {*found}


def test_a_plan_may_be_shown_after_its_years(tmp_path: Path) -> None:
    root = project(tmp_path, {FILE: f"{SECRET}publish_on: 116-01-02\n"})
    outcome = built(root, date(2027, 1, 2))
    assert outcome.problems == () and (root / "site/sample/115/index.html").exists()


def test_what_is_wrong_with_a_plan_that_is_not_public_keeps_nothing_else_back_but_check_tells(tmp_path: Path) -> None:
    wrong = SECRET.replace("who: 業務組", "who: 業物組")
    root = project(tmp_path, {FILE: f"{wrong}status: draft\n"})
    assert built(root, DAY).problems == ()
    assert [each.code for each in problems_of(settings_on(root, DAY), editorial, whole=True)] == ["E104"]
    assert build(settings_on(root, DAY, preview=True), editorial).built is None


@pytest.mark.parametrize("keys", ["publish_on: 2026-02-01\n", "withdrawn: {date: 115-01-01}\n", "status: [draft\n"])
def test_where_nobody_can_tell_whether_a_plan_is_public_nothing_is_built_and_no_word_is_kept(
    tmp_path: Path, keys: str
) -> None:
    root = project(tmp_path, {**FILES, FILE: None})
    built(root, DAY)
    site = tree(root / "site")
    write(root, FILE, f"{SECRET}{keys}")
    outcome = build(settings_on(root, DAY), editorial)
    assert outcome.built is None
    assert [each.place.file for each in outcome.problems] == [FILE]
    assert tree(root / "site") == site
    assert telling(root) == {}


def test_a_build_says_which_plans_it_does_not_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = f"{PLAN}withdrawn: {{date: 114-02-01, reason: 業務移撥。}}\n"
    root = project(
        tmp_path, {FILE: f"{SECRET}status: draft\n", "offices/sample/113/plan.yml": gone.replace("114年", "113年")}
    )
    assert main(["--jobs", "1"], root) == 0
    assert "未公開：sample/113、sample/115（" in capsys.readouterr().out
    write(root, FILE, SECRET)
    (root / "offices/sample/113/plan.yml").write_text(PLAN.replace("114年", "113年"), "utf-8")
    assert main(["--jobs", "1", "--lang", "en"], root) == 0
    assert "Not shown" not in capsys.readouterr().out


@pytest.mark.slow
def test_the_documents_of_a_plan_come_on_its_day_and_go_with_it(tmp_path: Path) -> None:
    root = project(tmp_path, {**FILES, FILE: f"{SECRET}publish_on: 115-02-01\n"})
    built(root, DAY_BEFORE, documents=True)
    assert telling(root) == {}
    built(root, DAY, documents=True)
    assert "site/sample/115/files/sample-115-plan.zh-Hant.odt/content.xml" in telling(root)
    write(root, FILE, f"{SECRET}withdrawn: {{date: 115-02-02, reason: 業務移撥。}}\n")
    built(root, LONG_AFTER, documents=True)
    assert telling(root) == {}
    only = build(settings_on(root, LONG_AFTER, documents=True), editorial, only=Only("sample", 115))
    assert (only.built and only.built.plans) == 0
