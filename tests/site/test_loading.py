from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from planpress.engine import editorial
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site.build import Only, build
from planpress.site.checking import problems_of
from tests.cases import few
from tests.projects import ABOUT, MKDOCS, OFFICE, PLAN, project

TOPICS = """\
topics:
  - {id: rare, name: 稀有, en: Rare, text: 沒有作法的主題。, text_en: A topic without measures., words: [沒有人說]}
"""
CASES: Mapping[str, Mapping[str, str]] = {
    "nothing": {},
    "a warning in a plan": {"offices/sample/114/plan.yml": PLAN.replace("2. 到府", "3. 到府")},
    "a stray file": {"offices/sample/114/notes.txt": "x"},
    "a topic without measures": {"content/topics.yml": TOPICS},
    "a figure lost in translation": {
        "offices/sample/114/plan.yml": PLAN.replace("推廣電子帳單。", "推廣3種電子帳單。"),
        "content/locales/en/LC_MESSAGES/plans.po": 'msgid "推廣3種電子帳單。"\nmsgstr "Promote bills."\n',
    },
    "a mobile number on a page": {"content/zh-Hant/about.md": f"{ABOUT}\n電話 0912-345-678\n"},
    "a hook": {"mkdocs.yml": f"{MKDOCS}hooks: [hook.py]\n", "hook.py": ""},
    "a character that no font has": {"offices/sample/114/plan.yml": PLAN.replace("到府服務", "到府ก服務")},
    "an error in a plan": {"offices/sample/114/plan.yml": PLAN.replace("who: 業務組", "who: 業物組")},
    "an error in an office": {"offices/sample/office.yml": OFFICE.replace("organisation: sample", "organisation: x")},
    "no organisation": {"offices/organisations.yml": "{}\n"},
    "an error in topics": {"content/topics.yml": "topics: [1]\n"},
    "an error in a catalogue": {"content/locales/en/LC_MESSAGES/plans.po": 'msgid "電子\n'},
    "an error on a page": {"content/zh-Hant/about.md": f"{ABOUT}\n<script>x</script>\n"},
    "an address that is taken": {"content/zh-Hant/sample.md": ABOUT},
    "errors everywhere": {
        "offices/sample/114/plan.yml": PLAN.replace("who: 業務組", "who: 業物組"),
        "content/topics.yml": "topics: [1]\n",
        "content/zh-Hant/about.md": f"{ABOUT}\n<script>x</script>\n",
    },
}


QUICK = ("nothing", "a character that no font has", "errors everywhere")


def listed(problems: tuple[Problem, ...] | list[Problem]) -> list[tuple[str, object]]:
    return sorted((problem.code, problem.place) for problem in problems)


@pytest.mark.parametrize("case", few(CASES, *QUICK))
def test_build_documents_and_check_tell_of_the_same(tmp_path: Path, case: str) -> None:
    root = project(tmp_path, CASES[case])
    settings = replace(Settings.load(root), documents="font" in case)
    expected = listed(problems_of(settings, editorial))
    assert (expected == []) == (case == "nothing")
    cold, warm = (build(settings, editorial) for _ in range(2))
    assert listed(cold.problems) == listed(warm.problems) == expected
    assert listed(build(settings, editorial, only=Only()).problems) == expected
    refused = any(code.startswith("E") for code, _ in expected)
    assert (cold.built is None, warm.built is None) == (refused, refused)
