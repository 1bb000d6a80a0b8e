"""Sites that have next to nothing pass the site's own checks too."""

from pathlib import Path

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site_checks import check_site
from tests.projects import MKDOCS, ROOT, project, tree

PLAN = """\
title: 示範處{year}年度服務計畫
columns: {{groups: [面向], measure: 具體作法}}
sections:
  - heading: 壹、具體作法
    rows:
      - do: 1. 到府服務。
"""
OFFICE = "name: 示範處\norganisation: sample\ndepartments: [{name: 業務組}]\n"
CHINESE_ALONE = MKDOCS.replace("extra:\n  site_name: {en: Sample Site}\n", "extra:\n  languages: [zh-Hant]\n")


def test_an_assessment_that_gives_no_status_says_the_same_to_everybody(tmp_path: Path) -> None:
    assessment = "kind: 上級考核\nvisibility: public\ndate: 114-02-12\ntotal: 91\nmaximum: 100\n"
    names = ("about", "accessibility", "privacy")
    pages = {f"content/{tag}/{name}.md": example(name, tag) for tag in ("zh-Hant", "en") for name in names}
    root = project(tmp_path, {**pages, "offices/sample/114/assessments/head-office.yml": assessment})
    settings = Settings.load(root)
    outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    assert check_site(settings.site_dir, settings.site_url) == []


def test_one_language_one_measure_no_topic_no_group_and_no_day(tmp_path: Path) -> None:
    pages = ("about", "accessibility", "privacy")
    root = project(
        tmp_path,
        {
            "mkdocs.yml": CHINESE_ALONE,
            "offices/organisations.yml": "sample: {name: 示範公司}\n",
            "offices/sample/office.yml": OFFICE,
            **{f"offices/sample/{year}/plan.yml": PLAN.format(year=year) for year in (113, 114)},
            **{f"content/zh-Hant/{name}.md": example(name) for name in pages},
            "content/en/about.md": None,
        },
    )
    settings = Settings.load(root)
    outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    assert check_site(settings.site_dir, settings.site_url) == []
    site = {path: content.decode() for path, content in tree(settings.site_dir).items() if path.endswith(".html")}
    assert not [path for path, html in site.items() if 'class="languages"' in html]
    assert "刊登或更新</p>" in site["index.html"]  # nobody gave a day, and none is made up
    assert "1月1日" not in "".join(site.values())


def example(name: str, tag: str = "zh-Hant") -> str:
    """An editorial page of the example."""
    return (ROOT / f"examples/content/{tag}/{name}.md").read_text("utf-8")
