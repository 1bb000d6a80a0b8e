"""Reviews of contents: when the next one is due, and how many were done when they were."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from planpress.model import Office
from planpress.model.review import Review, after, rhythm


class Kept(NamedTuple):
    """How a rhythm was kept.

    Attributes:
        done: reviews that were there when they were due.
        due: how many were due.
    """

    done: int
    due: int


def next_review(office: Office, reviews: Sequence[Review], today: date) -> date | None:
    """The day on which the next review is due: today, where there was none yet; None where the office has no rhythm.

    Args:
        office: whose contents they are of.
        reviews: the earliest first.
        today: for an office that has not begun.
    """
    every = rhythm(office.review) if office.review else None
    if every is None:
        return None
    return after(reviews[-1].date.first_day, every) if reviews else today


def kept(reviews: Sequence[Review], every: str, today: date) -> Kept:
    """How a rhythm was kept from the first review on: each of its days is met by a review up to then, or missed.

    Args:
        reviews: the earliest first.
        every: ISO 8601, as :func:`planpress.model.review.rhythm` gives it.
        today: whether what is due now is missed is not known before tomorrow.
    """
    if not reviews:
        return Kept(0, 0)
    days = [each.date.first_day for each in reviews]
    missed = sum(_missed(day, until, every) for day, until in pairwise((*days, today)))
    return Kept(len(days), len(days) + missed)


def _missed(day: date, until: date, every: str) -> int:
    """How many times something was due after a day and before another."""
    count = 0
    while (day := after(day, every)) < until:
        count += 1
    return count
