"""What the open pages of a preview are told: what is wrong and where on a page, and which plans are not public."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from planpress import addresses
from planpress.cli.words.texts import TEXTS
from planpress.overview.summary import PlanSummary
from planpress.problems import report
from planpress.problems.problem import Problem, has_errors
from planpress.source.folders import plan_named
from planpress.source.repository import row_lines

MOST: Final = 100
"""How many problems an open page lists."""


@dataclass(frozen=True, slots=True)
class News:
    """What the open pages are told.

    Attributes:
        version: which build they should show.
        built: the site was made all the same: there is nothing wrong, or warnings only.
        text: what is wrong, as on the terminal.
        problems: the same one by one, as JSON.
        drafts: plans that are not public yet, as JSON.
        fresh: addresses of pages that were written before the rest of the site.
        is_first: these alone are there; the rest is still being made. In the news after that they are nothing new.
    """

    version: int
    built: bool
    text: str = ""
    problems: tuple[Mapping[str, Any], ...] = ()
    drafts: tuple[Mapping[str, str], ...] = ()
    fresh: frozenset[str] = field(default_factory=frozenset)
    is_first: bool = False

    def record(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "version": self.version,
            "built": self.built,
            "text": self.text,
            "problems": list(self.problems),
            "drafts": list(self.drafts),
            "only": sorted(self.fresh) if self.is_first else None,
            "fresh": [] if self.is_first else sorted(self.fresh),
        }


def new_among(problems: Iterable[Problem], known: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that were not there before, wherever their lines stand now."""
    left = Counter(map(_sign, known))
    fresh = []
    for problem in problems:
        left[_sign(problem)] -= 1
        if left[_sign(problem)] < 0:
            fresh.append(problem)
    return tuple(fresh)


def _sign(problem: Problem) -> tuple[str, str, str]:
    """What a problem is known by while lines move: its line as it reads, or what is said of the whole file."""
    place = problem.place
    return problem.code, place.file, place.excerpt.strip() or json.dumps(dict(problem.values), sort_keys=True)


def is_among(problem: Problem, others: Iterable[Problem]) -> bool:
    """Whether a problem is one of some, and not only equal to one."""
    return any(problem is each for each in others)


def told(
    root: Path, problems: Iterable[Problem], language: str, saved: Collection[str], fresh: Sequence[Problem] = ()
) -> list[dict[str, Any]]:
    """Problems as the open pages show them: with the page and the row that they are about, and a link to the line.

    Args:
        root: the project's folder.
        problems: in any order.
        language: of the texts.
        saved: the files that somebody has just saved.
        fresh: those of the problems that the last save has brought.
    """
    lines: dict[str, list[tuple[int, str]]] = {}
    found = []
    for problem in report.in_order(problems, saved)[:MOST]:
        place = problem.place
        plan = plan_named(place.file)
        if plan is not None and place.file not in lines:
            lines[place.file] = row_lines(root, *plan)
        found.append(
            {
                "severity": problem.severity.value,
                "isNew": is_among(problem, fresh),
                "code": problem.code,
                "place": f"{place.file}:{place.line}:{place.column}" if place.line else place.file,
                "editor": editor_link(root, place.file, place.line, place.column),
                "what": report.what(problem, language),
                "mend": report.mend(problem, language),
                "page": addresses.plan(*plan) if plan is not None else "",
                "id": id_at(lines.get(place.file, []), place.line),
            }
        )
    return found


def id_at(lines: Sequence[tuple[int, str]], line: int) -> str:
    """The id of the row that a line of plan.yml belongs to; empty before the first.

    >>> id_at([(8, "s-1"), (10, "g-1")], 9)
    's-1'
    """
    position = bisect_right(lines, line, key=lambda each: each[0])
    return lines[position - 1][1] if position else ""


def editor_link(root: Path, file: str, line: int, column: int) -> str:
    """An address that opens a file at a line in Visual Studio Code; other editors are given the path beside it."""
    path = quote((root.resolve() / file).as_posix(), safe="/:", errors="surrogateescape")
    return f"vscode://file/{path.lstrip('/')}:{max(line, 1)}:{max(column, 1)}"


def drafts_of(plans: Iterable[PlanSummary], today: date, language: str) -> tuple[Mapping[str, str], ...]:
    """The plans that only a preview shows, and why the public does not see each.

    Args:
        plans: those plans.
        today: decides whether their day has come.
        language: of what is said.
    """
    texts = TEXTS[language].preview_texts
    found = []
    for plan in plans:
        day = plan.publication.publish_on
        says = texts[plan.publication.state(today)].replace("#", day.text if day else "")
        found.append({"title": plan.title, "page": addresses.plan(plan.office, plan.roc_year), "says": says})
    return tuple(found)


def news(
    version: int,
    root: Path,
    problems: Sequence[Problem],
    language: str,
    saved: Collection[str],
    *,
    built: bool,
    fresh: Sequence[Problem] = (),
) -> News:
    """The news of a build that came to an end, or has its first pages."""
    return News(
        version,
        built and not has_errors(problems),
        report.terminal(problems, language, saved=saved),
        tuple(told(root, problems, language, saved, fresh)),
    )
