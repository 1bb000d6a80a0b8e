from datetime import date
from pathlib import Path

from planpress.source.content.noted import is_noted_later, noted_later
from planpress.source.repository import read_office, read_organisations
from tests.projects import OFFICE, ORGANISATIONS, project

NOTED = "{is: 0912-345-678, source: 某網站, noted: 115-11-25}"


def test_only_the_calendar_tells_that_a_day_is_still_to_come(tmp_path: Path) -> None:
    files = {
        "offices/organisations.yml": f"{ORGANISATIONS}  hotline: {NOTED}\n",
        "offices/sample/office.yml": f"{OFFICE}    telephone: {NOTED}\ncontact:\n  hotline: {NOTED}\n",
    }
    root = project(tmp_path, files)
    organisations, _ = read_organisations(root)
    office, problems = read_office(root, "sample", organisations)
    assert office is not None
    assert problems == []
    assert not is_noted_later(office, date(2026, 11, 25))
    assert is_noted_later(office, date(2026, 11, 24))
    assert noted_later(root, ["sample"], date(2026, 11, 25)) == []
    told = noted_later(root, ["sample"], date(2026, 11, 24))
    assert [(each.code, each.place.file, each.place.line) for each in told] == [
        ("W173", "offices/organisations.yml", 4),
        ("W173", "offices/sample/office.yml", 10),
        ("W173", "offices/sample/office.yml", 8),
    ]


def test_a_number_that_has_a_source_is_public_and_one_without_is_told(tmp_path: Path) -> None:
    for said, codes in ((NOTED, []), ("0912-345-678", ["W502"])):
        root = project(tmp_path / said[:1], {"offices/sample/office.yml": f"{OFFICE}contact:\n  telephone: {said}\n"})
        organisations, _ = read_organisations(root)
        assert [each.code for each in read_office(root, "sample", organisations)[1]] == codes


def test_an_office_without_a_hotline_that_may_be_shown_has_its_organisations(tmp_path: Path) -> None:
    unverified = "{is: 02-0000-0003, source: 某網站, noted: 114-11-25, unverified: true}"
    for number, (own, shown) in enumerate((("", "1911"), ("02-0000-0001", "02-0000-0001"), (unverified, "1911"))):
        contact = f"contact:\n  hotline: {own}\n" if own else ""
        files = {
            "offices/organisations.yml": f"{ORGANISATIONS}  hotline: 1911\n",
            "offices/sample/office.yml": OFFICE + contact,
        }
        root = project(tmp_path / str(number), files)
        office, _ = read_office(root, "sample", read_organisations(root)[0])
        assert office is not None
        assert [(name, fact.value) for name, fact in office.contact.known()] == [("hotline", shown)]
