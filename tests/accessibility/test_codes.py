"""The table of check codes says nothing that its own names contradict, and every problem that it names is one."""

import pytest

from planpress import site_checks
from planpress.accessibility.codes import ADDED, FORM, CheckCode, Standard, check_codes, has_criterion, totals
from planpress.accessibility.selecting import Selector
from planpress.problems.catalogue import codes

CODES = check_codes().values()


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_a_code_says_what_it_is(code: CheckCode) -> None:
    assert FORM.fullmatch(code.id)
    assert code.is_for_machines == code.id.endswith("C")
    assert not code.text.endswith("。") and code.en.endswith(".")
    assert bool(code.how) == bool(code.how_en) == (not code.is_for_machines)
    assert not code.how or code.how.endswith("。")
    assert set(code.problems) <= set(codes())
    assert [Selector.of(text) for text in code.elements] or not code.problems
    for standard in code.standards:
        assert has_criterion(standard, code.success_criterion)


def test_levels_and_criteria_are_read_off_the_names() -> None:
    known = {code.id: (code.level, code.success_criterion) for code in CODES}
    assert known["HM1240401C"] == ("A", "2.4.4")
    assert known["CS2140401C"] == ("AA", "1.4.4")
    assert known["GN2141009E"] == ("AA", "1.4.10")
    assert known["CS3140801C"] == ("AAA", "1.4.8")


def test_every_machine_code_of_level_aa_in_the_newer_edition_is_there_and_tested() -> None:
    wanted = [
        code for code in CODES if code.is_for_machines and code.level != "AAA" and Standard.NEWER in code.standards
    ]
    assert len(wanted) == totals().machine["AA"] == 23
    assert [code.id for code in wanted if not code.is_tested] == []


def test_the_editions_differ_as_wcag_does() -> None:
    assert not has_criterion(Standard.OLDER, "2.5.8") and has_criterion(Standard.NEWER, "2.5.8")
    assert has_criterion(Standard.OLDER, "4.1.1") and not has_criterion(Standard.NEWER, "4.1.1")
    assert {code.id for code in CODES if code.success_criterion in ADDED} == {"GN1320600E", "FA2241100E"}


def test_every_rule_names_its_code_as_the_table_does() -> None:
    """A rule's docstring and the table agree on the code."""
    table = {problem for code in CODES for problem in code.problems}
    for rule in site_checks.RULES:
        for match in FORM.finditer(rule.__doc__ or ""):
            assert match[0].endswith("E") or match[0] in check_codes(), rule.__name__
    assert {"E701", "E712", "E731", "W701"} <= table
