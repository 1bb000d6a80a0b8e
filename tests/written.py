"""What a test writes as YAML, as model."""

import textwrap
from collections.abc import Sequence

from planpress.model import Department, Office, Organisation, Plan
from planpress.problems.problem import has_errors
from planpress.source.plans.modelling import office_of, plan_of
from planpress.source.plans.shaping import as_shape
from planpress.source.row_addresses.ids import addressed
from planpress.source.shapes.office_shapes import OfficeFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.yaml_text import parse

SAMPLE = Organisation(id="sample", name="示範公司", en="Sample Company")


def plan(text: str, office: str = "sample", roc_year: int = 114, departments: Sequence[Department] = ()) -> Plan:
    """The plan that a plan.yml holds. A key that every plan needs and the text lacks is added."""
    text = textwrap.dedent(text)
    head = {
        "title:": f"title: 示範處{roc_year}年度服務計畫\n",
        "columns:": "columns: {groups: [面向, 執行策略], measure: 具體作法, who: 承辦部門, when: 執行期間}\n",
    }
    added = "".join(line for key, line in head.items() if not text.startswith(key) and f"\n{key}" not in text)
    document, problems = parse("plan.yml", (added + text).encode())
    assert document, problems
    file, problems = as_shape(document, PlanFile)
    assert file and not has_errors(problems), problems
    return plan_of(office, roc_year, file, addressed(file), departments)


def office(text: str, organisation: Organisation = SAMPLE) -> Office:
    """The office that an office.yml holds; its id is ``sample``."""
    document, problems = parse("office.yml", textwrap.dedent(f"organisation: sample\n{textwrap.dedent(text)}").encode())
    assert document, problems
    file, problems = as_shape(document, OfficeFile)
    assert file and not has_errors(problems), problems
    return office_of("sample", file, organisation)
