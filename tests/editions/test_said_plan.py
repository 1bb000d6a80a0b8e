from planpress.editions.edition import Edition, Text
from planpress.editions.memory import Memory
from planpress.editions.said_plan import SaidPlan
from planpress.model.language import EN
from tests.written import office, plan

PLAN = plan(
    """
    sections:
      - rows:
          - {do: 1. 推廣電子帳單。, who: 業務組, when: 105年5月及10月}
          - {do: 2. 推廣電子帳單。, who: 業務組}
    """
)
OFFICE = office("name: 示範處\ndepartments: [{name: 業務組, en: Customer Division}]")
EDITION = Edition(
    EN, Memory({(None, "推廣電子帳單。"): "Promote e-bills.", ("sample", "推廣電子帳單。"): "Promote bills."})
)


def test_a_plan_is_said_as_its_edition_says_it_for_its_office() -> None:
    said = SaidPlan(PLAN, OFFICE, EDITION)
    first, second = PLAN.measures()
    assert PLAN.office == "sample"
    assert said.text(first.text) == Text("Promote bills.", "en")
    assert said.department("業務組") == Text("Customer Division", "en")
    assert first.period
    assert said.period(first.period) == Text("May and October 2016", "en")
    assert [said.names[each.id] for each in (first, second)] == ["1", "2"]


def test_what_is_asked_again_is_not_worked_out_again() -> None:
    said = SaidPlan(PLAN, OFFICE, EDITION)
    first, second = PLAN.measures()
    assert said.text(first.text) is said.text(second.text)
    assert said.names is said.names
    assert SaidPlan(PLAN, OFFICE, EDITION).text(first.text) is not said.text(first.text)
