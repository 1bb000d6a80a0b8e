"""Numbers and their nouns in what is said in English."""

import re

import pytest

from planpress.problems import report
from planpress.problems.filling import filled
from planpress.problems.problem import Place, Problem
from tests.projects import ROOT

NUMBERS = (
    "addresses|carried|cells|changed|copied|count|days|documents|events|files|kinds|languages|measures|number|"
    "offices|pages|plans|rows|sections|texts|times|warnings"
)
"""What numbers are called in texts."""


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 rows are new"), (1, "1 row is new"), ("1", "1 row is new"), (21, "21 rows are new")]
)
def test_a_number_brings_its_noun_along(number: object, said: str) -> None:
    assert filled("{rows:row is|rows are} new", {"rows": number}) == said


def test_other_values_are_put_in_as_ever() -> None:
    assert filled("{total:,} 字、{name}", {"total": 1200, "name": "業務組"}) == "1,200 字、業務組"
    with pytest.raises(KeyError):
        filled("{nothing}", {})


def test_problems_count_so_too() -> None:
    def told(files: str) -> str:
        return report.what(Problem("E750", Place("site"), {"value": "A123456789", "files": files}), "en")

    assert told("1").endswith("(1 file)") and told("2").endswith("(2 files)")


def test_no_text_says_one_offices() -> None:
    wrong = re.compile(rf"\{{(?:{NUMBERS})\}} (?!is\b|was\b|has\b)[a-z]+s\b")
    files = [*ROOT.glob("planpress/**/*texts.py"), *ROOT.glob("planpress/problems/catalogue/*.yml")]
    assert len(files) > 30
    found = {f"{file.name}: {match[0]}" for file in files for match in wrong.finditer(file.read_text("utf-8"))}
    assert found - {"metadata.yml: {pages} pages"} == set()
