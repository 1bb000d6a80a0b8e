import json
from pathlib import Path

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from tests.projects import PLAN, ROOT, project, tree, write

LATER = PLAN.replace("114", "115").replace("電子帳單。", "電子帳單及行動支付。")
PAGE = "sample/115/changes/index.html"


def built(root: Path, *, preview: bool = False) -> dict[str, bytes]:
    settings = Settings.load(root, preview=preview)
    outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    return tree(settings.site_dir)


def test_a_plan_with_one_before_it_has_the_page_in_every_language(tmp_path: Path) -> None:
    site = built(project(tmp_path, {"offices/sample/115/plan.yml": LATER}))
    assert {path for path in site if "/changes/" in path} == {PAGE, f"en/{PAGE}", f"zh-hans/{PAGE}"}
    assert "〔新增：" in site[PAGE].decode()
    assert 'href="changes/"' in site["sample/115/index.html"].decode()
    assert "changes/" not in site["sample/114/index.html"].decode()
    assert "sample/115/changes/" in site["sitemap.xml"].decode()


def test_a_plan_is_compared_with_the_one_that_it_follows(tmp_path: Path) -> None:
    office = (ROOT / "tests/fixtures/offices/sample/office.yml").read_text("utf-8").replace("示範區營業處", "示範總處")
    files = {
        "offices/head/office.yml": office,
        "offices/head/114/plan.yml": PLAN.replace("電子帳單。", "電子帳單及行動支付。"),
        "offices/sample/114/plan.yml": f"based_on: head\n{PLAN}",
    }
    site = built(project(tmp_path, files))
    own = "sample/114/changes/parent/index.html"
    assert {path for path in site if "/changes/" in path} == {own, f"en/{own}", f"zh-hans/{own}"}
    assert "〔刪除：" in site[own].decode()
    assert 'href="changes/parent/"' in site["sample/114/index.html"].decode()
    assert 'href="../../sample/114/changes/parent/"' in site["head/114/index.html"].decode()
    assert "sample/114/changes/parent/" in site["sitemap/index.html"].decode()
    assert json.loads(site["sample/114/plan.json"])["based_on"] == {"office": "head", "year": 114}


def test_a_plan_that_follows_a_draft_says_nothing_of_it(tmp_path: Path) -> None:
    files = {
        "offices/sample/113/plan.yml": f"status: draft\n{PLAN.replace('114', '113')}",
        "offices/sample/114/plan.yml": f"based_on: sample/113\n{PLAN}",
    }
    site = built(project(tmp_path, files))
    assert "changes/parent/" not in site["sample/114/index.html"].decode()


def test_a_change_of_the_earlier_plan_makes_the_page_anew(tmp_path: Path) -> None:
    root = project(tmp_path, {"offices/sample/115/plan.yml": LATER})
    built(root)
    write(root, "offices/sample/114/plan.yml", PLAN.replace("電子帳單。", "電子帳單及行動支付。"))
    assert "〔新增：" not in built(root)[PAGE].decode()


def test_years_between_need_not_be_there(tmp_path: Path) -> None:
    site = built(project(tmp_path, {"offices/sample/117/plan.yml": LATER.replace("115", "117")}))
    assert "與114年度（2025）計畫的異同" in site["sample/117/changes/index.html"].decode()


def test_a_draft_is_compared_in_the_preview_alone(tmp_path: Path) -> None:
    root = project(tmp_path, {"offices/sample/115/plan.yml": f"status: draft\n{LATER}"})
    assert PAGE not in built(root)
    assert PAGE in built(root, preview=True)


def test_each_revision_has_a_page_that_only_the_plan_leads_to(tmp_path: Path) -> None:
    once = PLAN.replace("電子帳單。", "電子帳單及行動支付。") + "revision: {number: 1, date: 114-03-01}\n"
    twice = once.replace("到府服務。", "到府、到點服務。").replace("number: 1", "number: 2")
    files = {
        "offices/sample/114/revisions/1.yml": PLAN,
        "offices/sample/114/revisions/2.yml": once,
        "offices/sample/114/plan.yml": twice,
    }
    site = built(project(tmp_path, files))
    first, second = (site[f"sample/114/revisions/{number}/changes/index.html"].decode() for number in (1, 2))
    assert "<ins>" in first
    assert "及行動支付" in first
    assert "到點" not in first
    assert "、到點" in second
    assert 'href="../../2/"' in first
    assert 'href="../../../"' in second
    assert 'name="robots" content="noindex' in first
    assert "changes/" not in site["sitemap.xml"].decode()
    plan = site["sample/114/index.html"].decode()
    assert [f'href="revisions/{number}/changes/"' in plan for number in (1, 2, 3)] == [True, True, False]
    assert "下載" not in first, "this site has no documents"


def test_a_revision_whose_text_is_missing_has_no_page(tmp_path: Path) -> None:
    revised = f"{PLAN}revision: {{number: 2, date: 114-03-01}}\n"
    site = built(
        project(tmp_path, {"offices/sample/114/revisions/1.yml": PLAN, "offices/sample/114/plan.yml": revised})
    )
    assert "sample/114/revisions/1/index.html" in site
    assert "sample/114/revisions/1/changes/index.html" not in site
