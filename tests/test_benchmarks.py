from pathlib import Path

import pytest

from benchmarks.corpus import make
from planpress.editions.edition import plan_texts
from planpress.model import Plan
from planpress.source.folders import plan_files
from planpress.source.repository import read_all, read_office, read_organisations, read_plan
from tests.projects import tree

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("benchmarks") / "corpus"
    make(folder, offices=5, years=2)
    return folder


@pytest.fixture(scope="module")
def plans(corpus: Path) -> list[Plan]:
    organisations, _ = read_organisations(corpus)
    found = []
    for office_id, roc_year, _ in plan_files(corpus)[0]:
        office, _ = read_office(corpus, office_id, organisations)
        assert office is not None
        plan, _ = read_plan(corpus, office, roc_year)
        assert plan is not None
        found.append(plan)
    return found


def test_a_corpus_is_a_project_without_problems(corpus: Path) -> None:
    assert read_all(corpus)[1] == []
    assert sorted(path.name for path in corpus.iterdir()) == ["build.py", "content", "mkdocs.yml", "offices", "theme"]


def test_a_corpus_has_every_year_of_every_office(plans: list[Plan]) -> None:
    assert [(plan.office, plan.roc_year) for plan in plans] == [
        (f"demo-{number:02}", year) for number in range(1, 6) for year in (113, 114)
    ]


def test_the_plans_of_a_corpus_are_about_as_long_as_real_ones(plans: list[Plan]) -> None:
    counts = [sum(1 for _ in plan.measures()) for plan in plans]
    assert min(counts) > 80
    assert 90 < sum(counts) / len(counts) < 120


def test_a_quarter_of_the_texts_are_those_of_one_office_and_year(plans: list[Plan]) -> None:
    for plan in plans:
        texts = list(plan_texts(plan))
        own = [text for text in texts if f"{plan.roc_year}年" in text and f"{int(plan.office[-2:])}區服務處" in text]
        assert len(own) >= len(texts) / 4


def test_the_same_seed_gives_the_same_corpus(corpus: Path, tmp_path: Path) -> None:
    make(tmp_path / "again", offices=5, years=2)
    make(tmp_path / "other", offices=1, years=1, seed=2)
    again, other = tree(tmp_path / "again"), tree(tmp_path / "other")
    plan = "offices/demo-01/114/plan.yml"
    assert again == tree(corpus)
    assert other[plan] != again[plan]
