"""The real plans as offices lay them out: what a benchmark counts (benchmarks/imports), held for one of them."""

import pytest

from benchmarks.imports import judged, plans, rows_of
from benchmarks.layouts import LAYOUTS, document
from planpress.editing.papers.drafting import drafted
from planpress.editing.papers.plan_yaml import plan_yaml
from planpress.editing.papers.reading import read_paper
from planpress.source.folders import plan_file_name
from planpress.source.plans.shaping import as_shape
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.yaml_text import parse
from tests.documents.real import PLANS, ROOT, case

KINMEN = next((office, plan) for office, plan in plans() if office.id == "kinmen")


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_real_plan_in_the_layouts_of_offices(layout: object) -> None:
    office, plan = KINMEN
    figures = judged(office, plan, "plan.docx", document(plan, layout))  # type: ignore[arg-type]
    assert figures.words == 100
    assert figures.rows >= 98
    assert figures.beside == 100


@pytest.mark.slow
@pytest.mark.parametrize(("office_id", "year"), PLANS)
def test_our_own_odt_comes_back_as_the_plan_that_it_was_made_of(office_id: str, year: int) -> None:
    real = case(office_id, year, "zh-Hant")
    paper, problems = read_paper("plan.odt", real.odt)
    assert paper is not None, problems
    names = {name for department in real.office.departments for name in department.names}
    expected = (ROOT / plan_file_name(office_id, year)).read_text("utf-8")
    text = plan_yaml(drafted(paper, names, {}), "")
    assert rows_of(text) == rows_of(expected)
    assert columns_of(text) == columns_of(expected)


def columns_of(text: str) -> object:
    """What a plan.yml calls its columns."""
    document, _ = parse("plan.yml", text.encode(), shape=PlanFile)
    assert document is not None
    file, _ = as_shape(document, PlanFile)
    assert file is not None
    return file.columns
