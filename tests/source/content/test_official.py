from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from planpress.engine import editorial
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site.checking import problems_of
from planpress.source.content.official import official_numbers
from tests.projects import ABOUT, OFFICE, PLAN, project, write

NUMBERS = "手機０９１２－３４５－６７８、duty(at)ms1.hinet.net、A123-456-789"
LIST = f"""{OFFICE}public_numbers:
  - text: 0912345678
    why: 值班公務手機
  - text: duty@ms1.hinet.net
    why: 值班公務信箱
  - text: A123456789
    why: 表單編號，不是證號
"""
EVERYWHERE: Mapping[str, str] = {
    "offices/sample/114/plan.yml": PLAN.replace("到府服務。", f"到府服務，{NUMBERS}。"),
    "content/zh-Hant/about.md": f"{ABOUT.replace('關於示範網站。', NUMBERS)}\n{NUMBERS}\n",
    "content/topics.yml": f"""\
        topics:
          - {{id: home, name: 到府, en: Home, text: "{NUMBERS}", text_en: At home, words: [到府]}}
        """,
    "content/synonyms.yml": f"""\
        synonyms:
          - {{words: ["{NUMBERS}"], finds: [到府]}}
        """,
    "content/locales/en/LC_MESSAGES/terms.po": f'msgid "手機"\nmsgstr "{NUMBERS.replace("、", ", ")}"\n',
}


def told(problems: tuple[Problem, ...] | list[Problem]) -> list[str]:
    return sorted(f"{each.code} {each.place.file}" for each in problems if each.code in ("E505", "W502", "W503"))


@pytest.mark.parametrize("file", EVERYWHERE)
def test_what_is_personal_is_told_of_every_file(tmp_path: Path, file: str) -> None:
    root = project(tmp_path, {file: EVERYWHERE[file]})
    found = told(problems_of(Settings.load(root), editorial))
    assert set(found) == {f"E505 {file}", f"W502 {file}", f"W503 {file}"}


def test_what_an_office_lists_is_told_nowhere(tmp_path: Path) -> None:
    root = project(tmp_path, {**EVERYWHERE, "offices/sample/office.yml": LIST})
    settings = replace(Settings.load(root), documents=False)
    assert told(problems_of(settings, editorial)) == []
    for _ in ("cold", "warm"):
        outcome = build(settings, editorial)
        assert told(outcome.problems) == []
        assert outcome.built is not None
    assert NUMBERS in (settings.site_dir / "about/index.html").read_text("utf-8")
    assert NUMBERS in (settings.site_dir / "sample/114/index.html").read_text("utf-8")
    write(root, "offices/sample/office.yml", OFFICE)
    outcome = build(replace(Settings.load(root), documents=False), editorial)
    assert outcome.built is None
    assert {line.split()[1] for line in told(outcome.problems)} == set(EVERYWHERE)


def test_exactly_what_is_listed_is_official(tmp_path: Path) -> None:
    plan = PLAN.replace("到府服務。", f"到府服務，{NUMBERS}、0912345679。")
    root = project(tmp_path, {"offices/sample/office.yml": LIST, "offices/sample/114/plan.yml": plan})
    (found,) = problems_of(Settings.load(root), editorial)
    assert (found.code, dict(found.values)) == ("W502", {"value": "0912345679"})


def test_another_offices_list_does_not_count(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {
            "offices/other/office.yml": LIST.replace("示範處", "另一處"),
            "offices/sample/114/plan.yml": EVERYWHERE["offices/sample/114/plan.yml"],
        },
    )
    found = told(problems_of(Settings.load(root), editorial))
    assert found == [f"{code} offices/sample/114/plan.yml" for code in ("E505", "W502", "W503")]


def test_a_row_marked_sic_is_meant_to_say_so_also_where_it_is_translated(tmp_path: Path) -> None:
    sic = EVERYWHERE["offices/sample/114/plan.yml"].replace("when: 持續辦理", "when: 持續辦理\n        sic: true")
    plans = f'msgid "到府服務，{NUMBERS}。"\nmsgstr "At home: {NUMBERS.replace("、", ", ")}."\n'
    root = project(
        tmp_path,
        {
            "offices/sample/114/plan.yml": sic,
            "content/locales/en/LC_MESSAGES/plans.po": plans,
        },
    )
    assert told(problems_of(Settings.load(root), editorial)) == []
    assert official_numbers(root) == {"0912345678", "duty@ms1.hinet.net", "A123456789"}
    write(root, "offices/sample/114/plan.yml", sic.replace("、A123-456-789", ""))
    file = "content/locales/en/LC_MESSAGES/plans.po"
    assert told(problems_of(Settings.load(root), editorial)) == [f"E505 {file}", f"E505 {file}"]


def test_sic_hides_no_other_error(tmp_path: Path) -> None:
    plan = PLAN.replace("到府服務。", "到府\u200b服務 A123456789。").replace("持續辦理", "持續辦理\n        sic: true")
    root = project(tmp_path, {"offices/sample/114/plan.yml": plan})
    assert [each.code for each in problems_of(Settings.load(root), editorial)] == ["E501"]


@pytest.mark.parametrize(
    "listed", ["public_numbers: 0912345678", "public_numbers: [0912345678]", "public_numbers:\n  - text: 0912345678"]
)
def test_a_list_without_reasons_is_told_as_wrong(tmp_path: Path, listed: str) -> None:
    root = project(tmp_path, {"offices/sample/office.yml": f"{OFFICE}{listed}\n"})
    found = problems_of(Settings.load(root), editorial)
    assert found
    assert {each.place.file for each in found} == {"offices/sample/office.yml"}
    assert any(each.code.startswith("E2") for each in found)
