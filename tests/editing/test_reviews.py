"""A review is added as a line, by unit and day; nothing else in the file changes, and nothing wrong is written."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.editing.reviews import SCHEMA, record_review
from planpress.model.dates import RocDate
from planpress.model.review import Review
from planpress.overview.reviews import Kept, kept, next_review
from planpress.source.content.reviews import read_reviews
from tests.written import office

TODAY = date(2025, 6, 1)
OFFICE = office("name: 示範處\ndepartments: [{name: 業務組}, {name: 各部門, collective: true}]\nreview: 每月\n")
REVIEW = Review(date=RocDate(114, 5, 30), unit="業務組")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "offices" / OFFICE.id
    folder.mkdir(parents=True)
    return folder / "reviews.yml"


def root(file: Path) -> Path:
    return file.parents[2]


def test_the_first_review_makes_the_file_and_others_follow(file: Path) -> None:
    other = REVIEW.model_copy(update={"remark": "改正 2 處: 電話「1911」, #3"})
    for each in (REVIEW, other):
        assert record_review(root(file), OFFICE, each, TODAY).problems == ()
    assert file.read_text("utf-8") == (
        f"{SCHEMA}reviews:\n"
        "  - {date: 114-05-30, unit: 業務組}\n"
        '  - {date: 114-05-30, unit: 業務組, remark: "改正 2 處: 電話「1911」, #3"}\n'
    )
    assert read_reviews(root(file), OFFICE, TODAY) == ((REVIEW, other), [])


@pytest.mark.parametrize(
    "before",
    [
        "# 檢視紀錄\r\nreviews:\r\n  - {date: 114-05-01, unit: 業務組}  # 第一次",
        "reviews:\n  - date: 114-05-01\n    unit: 業務組\n",
    ],
)
def test_what_stands_in_the_file_stays(file: Path, before: str) -> None:
    file.write_bytes(before.encode())
    assert record_review(root(file), OFFICE, REVIEW, TODAY).problems == ()
    assert file.read_bytes().startswith(before.encode())
    assert len(read_reviews(root(file), OFFICE, TODAY)[0]) == 2


@pytest.mark.parametrize(
    ("before", "review", "code"),
    [
        (None, REVIEW.model_copy(update={"unit": "王小明"}), "E174"),
        (None, REVIEW.model_copy(update={"unit": "各部門"}), "E174"),
        (None, REVIEW.model_copy(update={"date": RocDate(114, 6, 2)}), "E175"),
        (None, REVIEW.model_copy(update={"remark": "已通知A123456789"}), "E505"),
        (None, REVIEW.model_copy(update={"remark": "由王小明股長複查"}), "E014"),
        ("reviews: [{date: 114-05-01, unit: 業務組}]\n", REVIEW, "E176"),
        ("reviews:\n- {date: 114-05-01, unit: 業務組}\n", REVIEW, "E176"),
        ("reviews:\n  - {date: 114-05-01, unit: 業務祖}\n", REVIEW, "E174"),
        ("reviews:\n  - {date: 114-05-01, unit: 業務組\n", REVIEW, ""),
        ("\xff", REVIEW, ""),
    ],
)
def test_nothing_wrong_is_written(file: Path, before: str | None, review: Review, code: str) -> None:
    if before is not None:
        file.write_bytes(before.encode("latin-1" if before == "\xff" else "utf-8"))
    content = file.read_bytes() if before is not None else None
    codes = {each.code for each in record_review(root(file), OFFICE, review, TODAY).problems}
    assert codes and code in {*codes, ""}
    assert (file.read_bytes() if file.exists() else None) == content


def reviews(*days: date) -> tuple[Review, ...]:
    return tuple(Review(date=RocDate.on(day), unit="業務組") for day in days)


@pytest.mark.parametrize(
    ("days", "today", "expected"),
    [
        ((), TODAY, Kept(0, 0)),
        ((date(2025, 5, 1),), TODAY, Kept(1, 1)),
        ((date(2025, 5, 1),), date(2025, 6, 2), Kept(1, 2)),
        ((date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1)), TODAY, Kept(3, 3)),
        ((date(2025, 1, 1), date(2025, 5, 1)), TODAY, Kept(2, 5)),
        ((date(2025, 5, 1), date(2025, 5, 2)), TODAY, Kept(2, 2)),
    ],
)
def test_what_was_missed_counts(days: tuple[date, ...], today: date, expected: Kept) -> None:
    assert kept(reviews(*days), "P1M", today) == expected


@given(st.lists(st.dates(date(2024, 1, 1), date(2025, 5, 31)), max_size=12), st.sampled_from(["P1M", "P2W", "P1Y"]))
def test_no_rhythm_is_kept_better_than_it_was(days: list[date], every: str) -> None:
    found = kept(reviews(*sorted(days)), every, TODAY)
    assert 0 <= found.done == len(days) <= found.due


def test_the_next_review_is_due_a_rhythm_later_or_now() -> None:
    assert next_review(OFFICE, reviews(date(2025, 4, 30)), TODAY) == date(2025, 5, 30)
    assert next_review(OFFICE, (), TODAY) == TODAY
    assert next_review(OFFICE.model_copy(update={"review": None}), (), TODAY) is None
