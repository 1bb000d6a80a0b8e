from datetime import date

import pytest

from planpress.accessibility.codes import Standard, check_codes
from planpress.accessibility.record import BrowserRecord, CodeCount, CriterionCount, MachineRecord
from planpress.accessibility.report import AccessibilityReport, ReportedCode, score, standing
from planpress.model.conformance import Conformance, ReviewedCode
from planpress.model.dates import RocDate

PASSED, FAILED, NONE, UNTESTED = Conformance


def machine(*codes: CodeCount, criteria: tuple[CriterionCount, ...] | None = None) -> MachineRecord:
    browser = None
    if criteria is not None:
        browser = BrowserRecord(axe="4", browser="Chromium", pages=2, kinds=1, windows=(), criteria=criteria)
    return MachineRecord(
        day=date(2026, 11, 26),
        site_url="https://plans.example/",
        program="0",
        pages=9,
        by_language={"zh-Hant": 9},
        codes=codes,
        browser=browser,
    )


def counted(code: str, elements: int, wrong: int = 0) -> CodeCount:
    return CodeCount(code=code, elements=elements, pages=min(elements, 9), wrong=wrong)


def criterion(number: str, wrong: int = 0) -> CriterionCount:
    return CriterionCount(criterion=number, rules=(), wrong=wrong, unsure=0)


def human(code: str, result: Conformance) -> ReviewedCode:
    return ReviewedCode(code=code, result=result, date=RocDate.parse("115-11-20"), unit="資訊組")


def of(code: str, record: MachineRecord | None = None, *reviewed: ReviewedCode) -> ReportedCode:
    report = AccessibilityReport(machine=record, reviewed=reviewed)
    return next(each for each in report.codes() if each.code.id == code)


@pytest.mark.parametrize(
    ("code", "record", "result"),
    [
        ("HM1240401C", None, UNTESTED),
        ("HM1240401C", machine(), UNTESTED),
        ("HM1240401C", machine(counted("HM1240401C", 40)), PASSED),
        ("HM1240401C", machine(counted("HM1240401C", 40, 1)), FAILED),
        ("HM1410201C", machine(counted("HM1410201C", 0)), NONE),
        ("HM1410100C", machine(counted("HM1410100C", 9)), UNTESTED),
        ("HM1410200C", machine(), UNTESTED),
        ("HM1410200C", machine(criteria=(criterion("4.1.2"),)), PASSED),
        ("HM1410200C", machine(criteria=(criterion("4.1.2", 3),)), FAILED),
        ("CS2140401C", machine(counted("CS2140401C", 0, 1)), FAILED),
    ],
)
def test_a_code_of_machines_is_what_machines_found(code: str, record: MachineRecord, result: Conformance) -> None:
    assert of(code, record).result is result


def test_a_code_of_people_is_what_people_found() -> None:
    assert of("GN1240100E").result is UNTESTED
    assert of("GN1240100E", None, human("GN1240100E", PASSED)).result is PASSED


def test_what_a_browser_found_against_a_code_of_people_counts_and_what_it_did_not_find_proves_nothing() -> None:
    record = machine(criteria=(criterion("1.4.12", 2),))
    assert of("FA2141205E", record, human("FA2141205E", PASSED)).result is FAILED
    assert of("FA2141205E", machine(criteria=(criterion("1.4.12"),))).result is UNTESTED


def test_codes_that_the_table_does_not_list_are_untested() -> None:
    report = AccessibilityReport(reviewed=(human("GN1240100E", PASSED), human("GN3310300E", PASSED)))
    found = score(report.codes(), machine=False)
    assert found.total == 161
    assert found.by_result[PASSED] == 1, "a code of level AAA is beyond the aim"
    assert found.untested == 160


def test_the_codes_of_machines_all_count() -> None:
    found = score(AccessibilityReport().codes(), machine=True)
    assert (found.total, found.unlisted, found.untested) == (23, 0, 23)


def test_what_each_edition_has() -> None:
    codes = check_codes()
    assert standing(codes["HM1410100C"], Standard.NEWER) is False
    assert standing(codes["HM1110102C"], Standard.NEWER) is False
    assert standing(codes["FA2241100E"], Standard.OLDER) is False
    assert standing(codes["GN1240100E"], Standard.OLDER) is None
    assert standing(codes["HM1240401C"], Standard.OLDER) is True


def test_the_day_is_the_last_one() -> None:
    assert AccessibilityReport().day is None
    assert AccessibilityReport(reviewed=(human("GN1240100E", PASSED),)).day == date(2026, 11, 20)
    assert AccessibilityReport(machine=machine(), reviewed=(human("GN1240100E", PASSED),)).day == date(2026, 11, 26)
