"""Where a plan first uses the words that a site explains."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from planpress.model import Group, Measure, Plan
from planpress.model.explained_word import ExplainedWord


def first_uses(words: Sequence[ExplainedWord], plan: Plan) -> dict[str, tuple[ExplainedWord, ...]]:
    """The words that a plan uses, by the id of the measure at which each comes first, in the plan's order.

    What headings and the texts below them say belongs to the first measure under them. The official wording stays as
    it is: a page explains the words below the measure.
    """
    if not words:
        return {}
    pattern, by_name = _pattern(tuple(words))
    seen: set[str] = set()
    found: dict[str, tuple[ExplainedWord, ...]] = {}
    waiting: list[str] = []
    for _, row in plan.rows():
        match row:
            case Group():
                waiting += (row.name, *row.intro)
            case Measure():
                said = unicodedata.normalize("NFKC", "\n".join([*waiting, *(each.text for each in row.everyone)]))
                new = dict.fromkeys(by_name[match[0]] for match in pattern.finditer(said))
                if here := tuple(each for each in new if each.id not in seen):
                    found[row.id] = here
                    seen.update(each.id for each in here)
                waiting = []
            case _:
                pass
    return found


def used_words(uses: Mapping[str, Sequence[ExplainedWord]]) -> tuple[str, ...]:
    """The ids of the words that :func:`first_uses` found."""
    return tuple(each.id for words in uses.values() for each in words)


@lru_cache(maxsize=4)  # a site has one list, and many plans
def _pattern(words: tuple[ExplainedWord, ...]) -> tuple[re.Pattern[str], Mapping[str, ExplainedWord]]:
    """What finds any of the words, a longer one before one that is part of it."""
    by_name = {unicodedata.normalize("NFKC", name): word for word in words for name in word.names}
    # Nearly nowhere does a word begin: one look at a character tells, where each alternative would be tried.
    beginnings = "".join(sorted({re.escape(name[0]) for name in by_name}))
    return re.compile(f"(?=[{beginnings}])(?:{'|'.join(_alternatives(by_name))})"), by_name


def _alternatives(names: Mapping[str, ExplainedWord]) -> Iterator[str]:
    """Latin letters are a word only where no letter stands beside them: EMS is not in SYSTEMS."""
    for name in sorted(names, key=lambda each: (-len(each), each)):
        before = "(?<![A-Za-z])" if re.match("[A-Za-z]", name) else ""
        after = "(?![A-Za-z])" if re.search("[A-Za-z]$", name) else ""
        yield f"{before}{re.escape(name)}{after}"
