"""Problems as the hosts of repositories show them at their lines: GitHub's workflow commands, GitLab's Code Quality."""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from planpress.problems.problem import Problem, Severity
from planpress.problems.report import advice, encodable, in_order, what

_GITLAB_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def github(problems: Iterable[Problem], language: str = "zh-Hant") -> str:
    """A workflow command a line: ``::error file=…,line=…,col=…,endColumn=…,title=E104::…``.

    GitHub shows ten errors and ten warnings a step, so the gravest come first.
    """
    return "".join(f"{_command(problem, language)}\n" for problem in in_order(problems))


def _command(problem: Problem, language: str) -> str:
    place = problem.place
    properties = {"file": place.file}
    if place.line:
        properties |= {"line": str(place.line), "endLine": str(place.line)}
        properties |= {"col": str(place.column), "endColumn": str(place.column + place.length)}
    properties["title"] = problem.code
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{problem.severity} {said}::{_data(_message(problem, language))}"


def _data(text: str) -> str:
    """What follows ``::`` in a command; only a line break could begin another command."""
    return encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value before ``::``, which a comma or a colon would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(problems: Iterable[Problem], language: str = "zh-Hant") -> str:
    """A Code Quality report. What a problem is known by there depends on neither its line nor the language."""
    seen: Counter[str] = Counter()
    return json.dumps([_issue(problem, language, seen) for problem in in_order(problems)], ensure_ascii=False, indent=2)


def _issue(problem: Problem, language: str, seen: Counter[str]) -> dict[str, object]:
    place = problem.place
    marked = place.excerpt[place.column - 1 :][: place.length] if place.line else ""
    same = json.dumps([problem.code, place.file, place.excerpt.strip(), marked])
    seen[same] += 1
    return {
        "description": encodable(f"{problem.code} {_message(problem, language)}"),
        "check_name": problem.code,
        "fingerprint": sha256(f"{same}{seen[same]}".encode()).hexdigest(),
        "severity": _GITLAB_SEVERITIES[problem.severity],
        "location": {"path": encodable(place.file), "lines": {"begin": max(1, place.line)}},
    }


def _message(problem: Problem, language: str) -> str:
    return f"{what(problem, language)}\n{advice(problem, language)}"
