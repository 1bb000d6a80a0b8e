from pathlib import Path

import pytest

from planpress.model import Approval, ApprovalKind, Group, Measure, Plan, PlanStatus
from planpress.model.dates import PeriodKind, RocDate
from planpress.source.repository import read_office, read_organisations, read_plan
from tests import written


@pytest.fixture(scope="module")
def plan(pytestconfig: pytest.Config) -> Plan:
    """The plan of the fictional office, which uses everything that a plan can say."""
    root = Path(pytestconfig.rootpath, "tests/fixtures")
    organisations, problems = read_organisations(root)
    office, more = read_office(root, "sample", organisations)
    assert office is not None
    found, still_more = read_plan(root, office, 114)
    assert [*problems, *more, *still_more] == []
    assert found is not None
    return found


def shape(node: Group | Measure) -> object:
    if isinstance(node, Measure):
        return (node.id, [item.id for item in node.items]) if node.items else node.id
    return node.id, [shape(child) for child in node.children if isinstance(child, Group | Measure)]


def test_the_plan_itself(plan: Plan) -> None:
    assert (plan.office, plan.roc_year, plan.title) == ("sample", 114, "示範區營業處114年度提升服務效能執行計畫")
    assert (plan.adopted, plan.publication.status) == (RocDate(113, 12), PlanStatus.PUBLISHED)
    assert plan.approvals == (Approval(kind=ApprovalKind.APPROVED, date=RocDate(114, 1, 14)),)
    assert plan.columns.groups == ("面向", "執行策略")
    assert (plan.columns.measure, plan.columns.who, plan.columns.when) == (
        "具體作法",
        "主辦部門（協辦部門）",
        "執行期間",
    )
    assert [(shortcut.text, shortcut.to) for shortcut in plan.shortcuts] == [
        ("繳費方式", "m-1-1-2"),
        ("行動支付", "m-1-1-2-i1"),
    ]
    assert plan.transcription_notes == ("本計畫純屬虛構，供測試之用。",)
    assert plan.original is not None
    assert (plan.original.file, plan.original.date) == ("sample-114.pdf", RocDate(114, 1, 14))
    assert plan.original.sha256 is not None and len(plan.original.sha256) == 64


def test_the_tree(plan: Plan) -> None:
    assert [section.id for section in plan.sections] == ["s-1", "s-2", "s-3", "s-4", "s-5"]
    assert [shape(child) for child in plan.sections[2].children if isinstance(child, Group | Measure)] == [
        (
            "g-basic",
            [
                ("g-1-1", ["m-1-1-1", ("m-1-1-2", ["m-1-1-2-i1", "m-1-1-2-i2"])]),
                ("g-1-2", ["m-1-2-1", "m-1-2-2"]),
            ],
        ),
        ("g-2", ["m-2-1", "m-saving"]),
    ]
    assert plan.sections[0].children == ()


def test_sections_and_paragraphs(plan: Plan) -> None:
    first, last = plan.sections[0], plan.sections[-1]
    assert first.number is not None and (first.number.label, first.heading) == ("壹", "計畫依據")
    assert [len(paragraph.paragraphs) for paragraph in first.paragraphs] == [0, 2, 0]
    assert first.paragraphs[1].paragraphs[1].paragraphs[1].text == "考核結果公開。"
    assert last.number is not None and (last.number.label, last.heading) == ("伍", None)
    assert [paragraph.text for paragraph in last.paragraphs] == ["本計畫如有未盡事宜，得依實際需要修正。"]


def test_groups_have_their_introduction(plan: Plan) -> None:
    group = next(plan.top_groups()).groups[0]
    assert group.number is not None and (group.number.label, group.name) == ("(一)", "服務便捷性")
    assert group.intro == ("提供多元化的申辦及繳費管道，具體作法如下：",)


def test_departments_and_periods(plan: Plan) -> None:
    found = [
        (measure.id, measure.departments, measure.supporting_departments, measure.period and measure.period.text)
        for top in plan.measures()
        for measure in (top, *top.items)
    ]
    assert found == [
        ("m-1-1-1", ("業務組",), (), "隨時辦理"),  # the plan's default
        ("m-1-1-2", ("業務組", "電務組"), ("工務段",), "持續辦理"),
        ("m-1-1-2-i1", (), (), None),  # the default is for measures alone
        ("m-1-1-2-i2", ("電務組",), (), "每月檢視"),
        ("m-1-2-1", ("工務段",), (), "114年6月前"),
        ("m-1-2-2", (), (), "114年5月及10月"),
        ("m-2-1", ("各部門",), (), "每兩個月辦理一次"),
        ("m-saving", ("業務組",), (), "配合縣市政府活動辦理"),
    ]


def test_periods_of_every_kind_are_parsed(plan: Plan) -> None:
    kinds = {measure.period.kind for measure in plan.measures() if measure.period}
    assert kinds == set(PeriodKind)


def test_what_else_a_measure_says(plan: Plan) -> None:
    measures = {measure.id: measure for measure in plan.measures()}
    target = measures["m-1-1-2"].target
    assert target is not None and (target.figure, target.unit, target.by) == ("95%", "滿意度", RocDate(114, 12))
    assert measures["m-1-2-1"].source == "示範公司無障礙環境改善計畫"
    assert measures["m-1-2-2"].unsure == "原表未列部門，暫從缺"
    assert measures["m-1-1-1"].number is not None and measures["m-1-1-1"].number.printed == "1."
    assert measures["m-2-1"].number is None


def test_what_is_written_on_several_lines_is_one_line_but_for_the_text_of_a_section() -> None:
    found = written.plan("""
        sections:
          - heading: |
              壹、計畫
              依據
            text: |
              推廣電子
              帳單。
            rows:
              - h1: |
                  一、基礎
                  服務
              - say: |
                  如
                  下：
              - do: |
                  1. 推廣電子
                  帳單，使用 QR
                  Code。
                when: |
                  隨時
                  辦理
    """)
    (section,) = found.sections
    (group,) = section.children
    assert isinstance(group, Group)
    (measure,) = group.children
    assert isinstance(measure, Measure) and measure.period is not None
    assert [paragraph.text for paragraph in section.paragraphs] == ["推廣電子", "帳單。"]
    assert (section.heading, group.name, group.intro) == ("計畫依據", "基礎服務", ("如下：",))
    assert (measure.text, measure.period.text) == ("推廣電子帳單，使用 QR Code。", "隨時辦理")


HEADING_ROWS = """
    when: 隨時辦理
    sections:
      - rows:
          - {h1: 一、甲, who: 業務組（工務段）, when: 持續辦理}
          - say: 如下：
          - do: 1. 子。
          - {do: 2. 丑。, who: 電務組}
          - {do: 3. 寅。, when: 每月辦理}
          - item: 甲. 卯。
          - {item: 乙. 辰。, who: 各部門}
          - {h2: (一) 乙, who: 電務組}
          - do: 巳。
          - {h2: (二) 丙, when: 每季辦理}
          - do: 午。
          - h2: (三) 丁
          - h3: 1. 戊
          - do: 未。
          - h1: 二、己
          - do: 申。
    """


def test_what_a_heading_says_holds_for_the_measures_below_that_say_nothing() -> None:
    found = [
        (measure.text, measure.departments, measure.supporting_departments, measure.period and measure.period.text)
        for top in written.plan(HEADING_ROWS).measures()
        for measure in (top, *top.items)
    ]
    assert found == [
        ("子。", ("業務組",), ("工務段",), "持續辦理"),
        ("丑。", ("電務組",), (), "持續辦理"),
        ("寅。", ("業務組",), ("工務段",), "每月辦理"),
        ("卯。", (), (), None),  # an item shares its measure's
        ("辰。", ("各部門",), (), None),
        ("巳。", ("電務組",), (), "持續辦理"),
        ("午。", ("業務組",), ("工務段",), "每季辦理"),
        ("未。", ("業務組",), ("工務段",), "持續辦理"),
        ("申。", (), (), "隨時辦理"),  # the plan's default comes last
    ]


def test_page_documents_data_and_search_take_a_headings_department_for_the_measures_own() -> None:
    """All of them are made from the plan, which is the same as if every measure said it."""
    merged = "sections: [{rows: [{h1: 一、甲, who: 業務組, when: 持續辦理}, {do: 子。}, {do: 丑。}]}]"
    single = (
        "sections: [{rows: [{h1: 一、甲}, {do: 子。, who: 業務組, when: 持續辦理}, "
        "{do: 丑。, who: 業務組, when: 持續辦理}]}]"
    )
    assert written.plan(merged) == written.plan(single)
