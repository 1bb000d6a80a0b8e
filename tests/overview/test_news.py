from dataclasses import replace
from datetime import date

from planpress.model import Correction, Revision
from planpress.model.dates import RocDate
from planpress.overview.news import NewsKind, news
from tests.pages.making import held, summary


def test_plans_are_new_on_the_day_of_their_last_commit_or_of_the_day_that_they_give() -> None:
    plans = held(
        summary(roc_year=115, adopted=RocDate(115, 1, 14)), summary(roc_year=114), summary(roc_year=113, adopted=None)
    )
    found = news([replace(plans, changed={114: date(2026, 3, 1)})])
    assert [(each.kind, each.plan.roc_year, each.day) for each in found] == [
        (NewsKind.PLAN, 114, date(2026, 3, 1)),
        (NewsKind.CHANGES, 114, date(2026, 3, 1)),
        (NewsKind.PLAN, 115, date(2026, 1, 14)),
        (NewsKind.CHANGES, 115, date(2026, 1, 14)),
        (NewsKind.PLAN, 113, date(2024, 1, 1)),
    ]


def test_a_revision_is_new_on_its_own_day() -> None:
    revised = summary(revision=Revision(number=1, date=RocDate(114, 7, 1)))
    revision, plan = news([held(revised)])
    assert (revision.kind, revision.revision) == (NewsKind.REVISION, 1)
    assert (revision.day, plan.kind) == (date(2025, 7, 1), NewsKind.PLAN)


def test_only_so_many_are_told_the_newest_first() -> None:
    plans = held(*(summary(roc_year=year, adopted=RocDate(year, 1, 2)) for year in range(114, 90, -1)))
    found = news([plans, plans], most=5)
    assert [each.plan.roc_year for each in found] == [114, 114, 114, 114, 113]


def test_no_more_is_known_of_a_day_than_was_given() -> None:
    made = Correction(date=RocDate(114, 3), wrong="甲", right="乙")
    dated = summary(roc_year=114, adopted=RocDate(114, 1), corrections=(made,))
    plans = replace(held(dated, summary(roc_year=113, adopted=None)), changed={})
    assert {(each.kind, each.plan.roc_year): each.known_day for each in news([plans])} == {
        (NewsKind.CORRECTION, 114): RocDate(114, 3),
        (NewsKind.PLAN, 114): RocDate(114, 1),
        (NewsKind.CHANGES, 114): RocDate(114, 1),
        (NewsKind.PLAN, 113): None,
    }
    (committed, *_) = news([replace(plans, changed={113: date(2026, 3, 1)})])
    assert (committed.plan.roc_year, committed.known_day) == (113, RocDate(115, 3, 1))


def test_corrections_of_one_day_are_one_piece_of_news_and_no_revision() -> None:
    made = [Correction(date=RocDate(114, *day), wrong="甲", right="乙") for day in ((3, 2), (3, 2), (4, 1))]
    told = [each for each in news([held(summary(corrections=tuple(made)))]) if each.kind is not NewsKind.PLAN]
    assert [(each.kind, each.day, each.corrections) for each in told] == [
        (NewsKind.CORRECTION, date(2025, 4, 1), 1),
        (NewsKind.CORRECTION, date(2025, 3, 2), 2),
    ]
