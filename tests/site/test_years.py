"""Plans of several years, revised plans, renamed departments and supplements, in the whole site."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from planpress import addresses
from planpress.settings import Settings
from planpress.site import build as site_build
from tests.markup import on_one_line
from tests.projects import OFFICE, PLAN, project, tree, undigested

PLAN_FILE = "offices/sample/114/plan.yml"
LASTING = PLAN.replace("114年度", "114-115年度") + "until: 115\nadopted: 114-01-14\n"
REVISED = LASTING.replace("到府服務", "到點服務") + (
    "revision: {number: 1, date: 114-06-30, note: 增列到點服務。}\n"
    "approvals: [{kind: 核定, by: 單位主管, date: 114-02-01, letter: 示業字第1號}]\n"
)
FILES = {
    PLAN_FILE: REVISED,
    "offices/sample/114/revisions/1.yml": LASTING,
    "offices/sample/112/plan.yml": PLAN.replace("114年度", "112年度").replace("who: 業務組", "who: 業務課"),
    "offices/sample/office.yml": OFFICE.replace(
        "name: 業務組\n", "name: 業務組\n    formerly: [業務課]\n    from: 113\n"
    ),
}
MARCH_2026, MARCH_2027 = 1772323200, 1803859200


@pytest.fixture(autouse=True)
def in_march_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MARCH_2026))


def built(root: Path, files: dict[str, str] | None = None) -> dict[str, str]:
    """The texts of the site by their paths, without drafts and documents."""
    outcome = site_build.build(replace(Settings.load(project(root, FILES | (files or {})))), lambda *_: ())
    assert outcome.built is not None, outcome.problems
    assert [each.code for each in outcome.problems] == []
    return {undigested(path): content.decode("utf-8", "replace") for path, content in tree(root / "site").items()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site of these files, for tests that only look."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MARCH_2026))
        return built(tmp_path_factory.mktemp("years"))


def main_of(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page.partition("<main")[2].partition("</main>")[0])


def test_a_plan_of_two_years_is_found_under_both_and_counted_once(site: dict[str, str]) -> None:
    for year in (114, 115):
        assert "114-115年度（2025-2026）" in main_of(site[f"browse/years/{year}/index.html"])
        assert 'href="../../../sample/114/"' in site[f"browse/years/{year}/index.html"]
    assert "2份計畫，共4項具體作法" in main_of(site["index.html"])
    page = site["sample/114/index.html"]
    assert "<title>示範處114-115年度服務計畫" in page
    assert 'name="DC.Coverage.t.min" content="2025-01-01"' in page
    assert 'name="DC.Coverage.t.max" content="2026-12-31"' in page
    assert "該年度已經結束" not in page
    assert "2025-2026 (ROC year 114-115)" in main_of(site["en/sample/index.html"])
    assert "114-115年度" in main_of(site["sample/112/index.html"])
    (indexed,) = json.loads(site["search/zh-Hant-115.json"])["pages"]
    assert (indexed["path"], indexed["years"]) == ("sample/114/", [114, 115])
    assert "search/zh-Hant-114.json" not in site
    data = json.loads(site["sample/114/plan.json"])
    assert (data["year"], data["until"], data["gregorian_until"]) == (114, 115, 2026)
    (office,) = json.loads(site["quality/quality.json"])["offices"]
    assert [(plan["year"], plan.get("until")) for plan in office["plans"]] == [(114, 115), (112, None)]


def test_a_plan_of_two_years_is_over_after_the_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MARCH_2027))
    assert "這是114-115年度（2025-2026）的計畫，該年度已經結束" in main_of(built(tmp_path)["sample/114/index.html"])


def test_what_a_revision_replaced_is_there_for_who_asks_and_for_nobody_else(site: dict[str, str]) -> None:
    for prefix, said in (
        ("", "已由修正後的計畫取代"),
        ("en/", "It has been superseded"),
        ("zh-hans/", "已由修正后的计划取代"),
    ):
        page = site[f"{prefix}sample/114/revisions/1/index.html"]
        assert said in main_of(page)
        assert "到府服" in page
        assert '<a href="../../">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert '<a href="revisions/1/">' in site[f"{prefix}sample/114/index.html"]
    plan = main_of(site["sample/114/index.html"])
    assert "第1次修正中華民國114年6月30日" in on_one_line(plan.replace("\n", ""))
    assert "增列到點服務。" in plan
    assert "noindex" not in site["sample/114/index.html"]
    elsewhere = {path: text for path, text in site.items() if "/revisions/" not in path and text.count("到府服務。")}
    assert set(elsewhere) == {path for path in elsewhere if "sample/112/" in path or "-112.json" in path}
    naming = {path for path, text in site.items() if "revisions/1" in text and "/revisions/" not in path}
    assert naming == {*(f"{each}sample/114/index.html" for each in ("", "en/", "zh-hans/")), "sample/114/plan.json"}


def test_approvals_stand_on_the_page_and_in_the_data(site: dict[str, str]) -> None:
    assert "<dt>核定</dt><dd>單位主管，中華民國114年2月1日，示業字第1號</dd>" in on_one_line(
        site["sample/114/index.html"]
    )
    assert '<meta name="DCTERMS.dateAccepted" content="2025-02-01">' in site["en/sample/114/index.html"]
    data = json.loads(site["sample/114/plan.json"])
    letter = {"kind": "核定", "by": {"zh-Hant": "單位主管"}, "date": "2025-02-01", "letter": "示業字第1號"}
    assert data["approvals"] == [letter]
    assert data["revision"] == {
        "number": 1,
        "date": "2025-06-30",
        "note": {"zh-Hant": "增列到點服務。"},
        "approvals": [],
        "superseded": [{"number": 1, "url": "https://plans.example/sub/sample/114/revisions/1/"}],
    }


def test_a_department_is_found_under_its_name_of_today_and_keeps_its_words(site: dict[str, str]) -> None:
    business, former = addresses.department("業務組"), addresses.department("業務課")
    assert 'href="../../../sample/112/browse/#' + business in site[f"browse/departments/{business}/index.html"]
    assert not [path for path in site if former in path or former in site[path]]
    old = site["sample/112/index.html"]
    assert "<dt>承辦部門</dt><dd>業務課</dd>" in old
    assert '<option value="業務組">業務組</option>' in old
    assert 'data-who="業務組"' in old
    assert 'Business Department <span lang="zh-Hant" class="original">業務課</span>' in site["en/sample/112/index.html"]
    indexed = json.loads(site["search/en-112.json"])
    assert indexed["departments"][0][:3] == ["業務組", "Business Department", "業務課"]
    data = json.loads(site["sample/112/plan.json"])
    assert data["measures"][0]["departments"] == ["業務課"]
    assert data["departments"]["業務課"] == {"en": "Business Department", "collective": False, "today": "業務組"}
    assert "業務組・原名業務課，113年度（2024）起" in main_of(site["sample/index.html"])


def test_a_supplement_is_offered_beside_the_plan(tmp_path: Path) -> None:
    supplements = "supplements:\n  - {title: 停電規定, file: rules.pdf, note: 三月起。}\n  - {title: 繳費規定, text: 一、得以刷卡。}\n"
    site = built(tmp_path, {PLAN_FILE: REVISED + supplements, "offices/sample/114/rules.pdf": "%PDF-1.7"})
    assert site["sample/114/files/rules.pdf"] == "%PDF-1.7"
    for path, here in (("sample/114/", "files/rules.pdf"), ("data/", "../sample/114/files/rules.pdf")):
        assert (
            f'<a href="{here}" type="application/pdf" hreflang="zh-Hant">停電規定（PDF，1\N{NO-BREAK SPACE}KB）</a>'
            in site[f"{path}index.html"]
        )
    assert "一、得以刷卡。" in main_of(site["sample/114/index.html"])
    texts = site["search/zh-Hant-115.json"]
    assert "得以刷卡" in texts
    assert "rules.pdf" in texts
    assert json.loads(site["sample/114/plan.json"])["supplements"][0]["url"].endswith("/sample/114/files/rules.pdf")


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ("date: 114-03-01", "<p>中華民國114年3月1日</p>"),
        ("note: 三月起。", "<p>三月起。</p>"),
        ("date: 114-03-01, note: 三月起。", "<p>中華民國114年3月1日：三月起。</p>"),
    ],
)
def test_a_supplement_says_its_date_and_its_note_and_nothing_in_the_place_of_either(
    tmp_path: Path, entry: str, shown: str
) -> None:
    supplements = f"supplements:\n  - {{title: 繳費規定, text: 一、得以刷卡。, {entry}}}\n"
    page = built(tmp_path, {PLAN_FILE: REVISED + supplements})["sample/114/index.html"]
    assert f"<h3>繳費規定</h3>{shown}<p>一、得以刷卡。</p>" in on_one_line(page.replace("\n", ""))


def test_a_plan_that_overlaps_keeps_the_site_from_being_built(tmp_path: Path) -> None:
    files = FILES | {"offices/sample/115/plan.yml": PLAN.replace("114年度", "115年度")}
    outcome = site_build.build(Settings.load(project(tmp_path, files)), lambda *_: ())
    assert outcome.built is None
    assert "E131" in {each.code for each in outcome.problems}


def test_a_change_of_a_replaced_text_or_of_a_supplement_makes_it_anew(tmp_path: Path) -> None:
    supplement = {PLAN_FILE: REVISED + "supplements: [{title: 停電規定, file: rules.pdf}]\n"}
    site = built(tmp_path, supplement | {"offices/sample/114/rules.pdf": "%PDF-1.7 first"})
    assert site["sample/114/files/rules.pdf"] == "%PDF-1.7 first"
    changed = LASTING.replace("到府服務。", "櫃台服務。")
    files = {"offices/sample/114/revisions/1.yml": changed, "offices/sample/114/rules.pdf": "%PDF-1.7 second"}
    site = built(tmp_path, supplement | files)
    assert "櫃台服務。" in site["sample/114/revisions/1/index.html"]
    assert site["sample/114/files/rules.pdf"] == "%PDF-1.7 second"
