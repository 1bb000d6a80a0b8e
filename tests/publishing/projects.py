"""A project that can be published: small, and without an error on any page."""

from pathlib import Path

from tests.projects import PLAN, project

TARGETS = """\
targets:
  - id: web
    folder: ../public
    keep: 3
"""


def publishable(root: Path, years: tuple[int, ...] = (113, 114)) -> Path:
    """Make it, with a plan of each of these years."""
    pages = {
        f"content/{language}/{name}.md": f"# {title}\n\n{title}\n"
        for name, *titles in (("accessibility", "無障礙", "Accessibility"), ("privacy", "隱私權", "Privacy"))
        for language, title in zip(("zh-Hant", "en"), titles, strict=True)
    }
    plans = {f"offices/sample/{year}/plan.yml": PLAN.replace("114", str(year)) for year in years}
    return project(root, {**pages, **plans, "publish.yml": TARGETS})
