from planpress.editing.sheet.book import Book, Cell, Sheet
from planpress.editing.sheet.columns import PLAN, ROWS, SECTIONS, Table
from planpress.editing.sheet.understanding import understood
from planpress.editing.sheet.units import PlanUnits, Unit

TABLE = Unit("other", {"text": '{"table": "附表一"}'})
BEFORE = PlanUnits({"title": "甲"}, (Unit("section", {"heading": "壹、作法"}), TABLE, Unit("do", {"text": "1. 乙"})))


def sheet(table: Table, *rows: dict[str, str]) -> Sheet:
    found = Sheet(table.name)
    for column, each in enumerate(table.columns):
        found.cells[0, column] = Cell(each.label)
        for number, row in enumerate(rows, start=1):
            if each.key in row:
                found.cells[number, column] = Cell(row[each.key])
    return found


def read(*rows: dict[str, str]) -> tuple[list[tuple[str, Unit]], list[str]]:
    """The rows below the only section, each with its address; and the codes of what is wrong."""
    sections = sheet(SECTIONS, {"heading": "壹、作法", "address": "s1"})
    book = Book("a.ods", (sheet(ROWS, *rows), sections, sheet(PLAN, {"key": "計畫名稱", "value": "甲"})))
    found, problems = understood(book, BEFORE)
    assert found is not None
    return [(each.address, each.unit) for each in found.units[1:]], [problem.code for problem in problems]


MEASURE = {"kind": "作法", "number": "1.", "text": "乙", "address": "s1r2"}


def test_a_row_of_another_kind_is_kept_whatever_its_cells_say() -> None:
    kept = {"kind": "其他（勿改）", "text": TABLE.values["text"], "address": "s1r1"}
    assert read(kept, MEASURE) == ([("s1r1", TABLE), ("s1r2", BEFORE.units[2])], [])
    assert read({**kept, "text": "改過"}, MEASURE) == ([("s1r1", TABLE), ("s1r2", BEFORE.units[2])], ["W396"])
    assert read(MEASURE) == ([("s1r2", BEFORE.units[2])], [])


def test_a_row_whose_address_is_no_longer_known_is_new() -> None:
    assert read({**MEASURE, "address": "s9r9"}) == ([("", BEFORE.units[2])], [])


def test_a_section_that_only_the_rows_name_is_new() -> None:
    found, problems = read({"kind": "章節", "text": "貳、附則"}, {"kind": "作法", "text": "丙"})
    assert found == [("", Unit("section", {"heading": "貳、附則"})), ("", Unit("do", {"text": "丙"}))]
    assert problems == []


def test_a_section_is_renamed_in_either_sheet() -> None:
    sections = sheet(SECTIONS, {"heading": "壹、作法", "address": "s1"})
    book = Book("a", (sheet(ROWS, {"kind": "章節", "text": "壹、辦法", "address": "s1"}), sections, sheet(PLAN)))
    found, problems = understood(book, BEFORE)
    assert found is not None and problems == []
    assert [each.unit.values for each in found.units] == [{"heading": "壹、辦法"}]
