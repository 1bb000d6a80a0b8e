"""A site speaks in the name of its own offices alone: one with plans of others is not written."""

from pathlib import Path

import pytest

from planpress.problems.report import terminal
from tests.projects import MKDOCS, project
from tests.site.test_build import build

OFFICE = "name: {name}\norganisation: {organisation}\ndepartments: [{{name: 業務組}}]\n"
PLAN = """\
title: 114年度服務計畫
columns: {groups: [面向], measure: 具體作法}
sections:
  - heading: 壹、具體作法
    rows:
      - do: 1. 到府服務。
"""
NAME = "name: {zh-Hant: 示範處}"


def site(root: Path, publisher: str, extra: str = "", *, sister: str = "sample") -> Path:
    """A project of two offices, the second one of an organisation."""
    return project(
        root,
        {
            "mkdocs.yml": MKDOCS.replace("extra:\n", f"extra:\n  publisher: {publisher}\n{extra}"),
            "offices/organisations.yml": "sample: {name: 示範公司}\nother: {name: 另一公司}\n",
            "offices/sister/office.yml": OFFICE.format(name="姊妹處", organisation=sister),
            "offices/sister/114/plan.yml": PLAN,
        },
    )


@pytest.mark.parametrize(
    ("publisher", "extra", "sister", "others"),
    [
        (f"{{kind: office, {NAME}}}", "", "sample", "sample、sister"),
        (f"{{kind: office, speaks_for: [sample], {NAME}}}", "", "sample", "sister"),
        (f"{{kind: office, speaks_for: [sample, sister], {NAME}}}", "", "sample", None),
        (f"{{kind: office, {NAME}}}", "  offices: [sample]\n", "sample", None),
        (f"{{kind: office, speaks_for: [sample], {NAME}}}", "  offices: [sister]\n", "sample", "sister"),
        (f"{{kind: company, {NAME}}}", "", "sample", None),
        (f"{{kind: company, {NAME}}}", "", "other", "sample、sister"),
        (f"{{kind: company, speaks_for: [other], {NAME}}}", "", "other", "sample"),
        (f"{{kind: company, speaks_for: [sample, other], {NAME}}}", "", "other", None),
        (f"{{kind: transcription, {NAME}}}", "", "other", None),
    ],
)
def test_plans_of_others_keep_it_from_being_written(
    tmp_path: Path, publisher: str, extra: str, sister: str, others: str | None
) -> None:
    outcome = build(site(tmp_path, publisher, extra, sister=sister))
    told = terminal(outcome.problems, "zh-Hant")
    assert (outcome.built is None) == (others is not None), told
    found = [each for each in outcome.problems if each.code == "E479"]
    assert [each.values["offices"] for each in found] == ([others] if others else []), told
    assert [each.place.file for each in found] == ["mkdocs.yml"] * len(found)
    assert [each.place.excerpt.strip()[:9] for each in found] == ["publisher"] * len(found)


def test_who_is_named_is_there(tmp_path: Path) -> None:
    outcome = build(site(tmp_path, f"{{kind: office, speaks_for: [smaple, sister], {NAME}}}"))
    assert [(each.code, each.values["value"]) for each in outcome.problems if each.code == "E467"] == [
        ("E467", "smaple")
    ]
    assert outcome.built is None
