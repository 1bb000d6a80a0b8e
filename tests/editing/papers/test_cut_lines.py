"""Files that cut all lines, as PDF does, and say where each stands."""

from planpress.editing.papers.drafting import drafted
from planpress.editing.papers.entries import Numbering, entries_of
from planpress.editing.papers.paper import Paper, PaperCell, PaperLine, PaperTable
from tests.editing.papers.papers import DEPARTMENTS, HEAD, shown


def line(text: str, top: float, *, is_full: bool = False) -> PaperLine:
    return PaperLine(text, top=top, is_full=is_full)


def table(*rows: tuple[tuple[PaperLine, ...], ...]) -> PaperTable:
    return PaperTable(
        tuple(PaperCell(lines, y, x) for y, row in enumerate(rows) for x, lines in enumerate(row)),
    )


def head(top: float) -> tuple[tuple[PaperLine, ...], ...]:
    return tuple((line(name, top),) for name in HEAD)


def rows(*tables: PaperTable) -> list[str]:
    plan = drafted(Paper(tables), DEPARTMENTS, {})
    return [shown(row) for section in plan.sections for row in section.rows]


def test_names_that_a_line_has_cut_are_whole_and_go_to_the_measures_in_order() -> None:
    who = (
        line("業務組、電", 100),
        line("務組", 112),
        line("總務組", 124),
        line("業務組（工", 136),
        line("務段）", 148),
    )
    measures = (line("1. 甲案。", 100), line("2. 乙案。", 200), line("3. 丙案。", 300))
    body = ((line("一、服務", 100),), measures, who, (line("隨時", 100),))
    assert rows(table(head(0), body))[1:] == [
        "do 1. 甲案。 | 業務組、電務組 | 隨時 ?",
        "do 2. 乙案。 | 總務組 | 隨時 ?",
        "do 3. 丙案。 | 業務組（工務段） | 隨時 ?",
    ]


def test_a_number_within_a_sentence_opens_nothing() -> None:
    lines = (line("乙、預定本", 100, is_full=True), line("(107)年上半年度開辦。", 112))
    assert [entry.text for entry in entries_of(lines, Numbering(), None)] == ["乙、預定本(107)年上半年度開辦。"]
    lines = (line("(1) 預定開辦", 100, is_full=True), line("(2) 推廣。", 112))
    assert [entry.text for entry in entries_of(lines, Numbering(), None)] == ["(1) 預定開辦", "(2) 推廣。"]


def test_the_head_alone_at_the_end_of_a_page_and_again_on_the_next() -> None:
    first = table(
        head(0), ((line("一、服務", 20),), (line("1. 甲案。", 20),), (line("業務組", 20),), (line("隨時", 20),))
    )
    last = ((), (line("2. 乙案。", 200_020),), (line("總務組", 200_020),), (line("隨時", 200_020),))
    assert rows(first, table(head(100_000)), table(head(200_000), last)) == [
        "h1 一、服務",
        "do 1. 甲案。 | 業務組 | 隨時",
        "do 2. 乙案。 | 總務組 | 隨時",
    ]


def test_a_table_without_cells_is_not_taken_for_paragraphs() -> None:
    texts = ("壹、執行策略及具體作法", "面向執行策略具體作法承辦部門執行期間", "一、基礎", "1.甲案", "業務組", "隨時")
    plan = drafted(Paper(tuple(map(PaperLine, texts))), DEPARTMENTS, {})
    assert not plan.has_measures
