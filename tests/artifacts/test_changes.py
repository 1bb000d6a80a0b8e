from pathlib import Path

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from tests.projects import PLAN, project, tree, write

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
