"""A plan as the tables that offices make of it: DOCX files of several layouts, written as Word writes them."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from planpress.model import Group, Measure, Plan, Section
from planpress.model.numbering import Number, NumberStyle

Path = tuple[str, ...]

WIDTH = 24
"""Characters of a line in a cell of measures, for layouts that stand departments beside them by empty lines."""


@dataclass(frozen=True)
class Line:
    """A measure or an item as a table shows it."""

    path: Path
    number: Number | None
    text: str
    who: tuple[str, ...]
    when: str
    says: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """Its words with their number."""
        return f"{self.number.printed} {self.text}" if self.number else self.text


def named(number: Number | None, name: str) -> str:
    """A heading with its number."""
    return f"{number.printed} {name}" if number else name


def lines(plan: Plan, section: Section) -> Iterator[Line]:
    """The measures and items of a section."""
    says: dict[Path, list[str]] = {}
    for path, row in plan.rows():
        if not path or path[0] is not section:
            continue
        names = tuple(named(each.number, each.name) for each in path[1:] if isinstance(each, Group))
        if isinstance(row, Group):
            own = (*names, named(row.number, row.name))
            says[own] = list(row.intro)
        elif isinstance(row, Measure):
            for each in row.everyone:
                who = (*each.departments, *(f"（{name}）" for name in each.supporting_departments))
                period = each.period.text if each.period else ""
                yield Line(names, each.number, each.text, who, period, tuple(says.pop(names, ())))


def groups(found: Sequence[Line]) -> Iterator[tuple[Path, list[Line]]]:
    """Lines of one heading that follow one another."""
    start = 0
    for end in range(1, len(found) + 1):
        if end == len(found) or found[end].path != found[start].path:
            yield found[start].path, list(found[start:end])
            start = end


def document(plan: Plan, layout: Callable[[Any, Plan, list[Line]], None]) -> bytes:
    """A whole plan as a DOCX file whose tables have a layout."""
    file = docx.Document()
    file.add_paragraph(plan.title)
    if plan.adopted and plan.adopted.day:
        file.add_paragraph(f"中華民國{plan.adopted.roc_year}年{plan.adopted.month}月{plan.adopted.day}日")
    for section in plan.sections:
        if section.heading:
            file.add_paragraph(named(section.number, section.heading))
        for level, paragraph in paragraphs(section.paragraphs):
            text = named(paragraph.number, paragraph.text)
            if level == 0 and not section.heading and section.number:
                text = f"{section.number.printed}{text}"
            file.add_paragraph(text)
        found = list(lines(plan, section))
        if found:
            layout(file, plan, found)
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def paragraphs(found: Sequence[Any], level: int = 0) -> Iterator[tuple[int, Any]]:
    """Paragraphs of a section with how deep they are."""
    for each in found:
        yield level, each
        yield from paragraphs(each.paragraphs, level + 1)


def depth(found: Sequence[Line]) -> int:
    """Levels of headings."""
    return max(len(line.path) for line in found)


def table(file: Any, plan: Plan, levels: int, more: Sequence[str] = ()) -> Any:
    """A table with its head: a column for each level of headings, measures, departments, periods."""
    names = [plan.columns.groups[min(level, len(plan.columns.groups) - 1)] for level in range(levels)]
    heads = [*names, plan.columns.measure, plan.columns.who or "", plan.columns.when or "", *more]
    made = file.add_table(rows=1, cols=len(heads))
    made.style = "Table Grid"
    for cell, text in zip(made.rows[0].cells, heads, strict=True):
        cell.text = text
    properties = made.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    return made


def fill(cell: Any, texts: Sequence[str]) -> None:
    """Give a cell its paragraphs."""
    cell.paragraphs[0].text = texts[0] if texts else ""
    for text in texts[1:]:
        cell.add_paragraph(text)


def merge(made: Any, column: int, start: int, end: int) -> None:
    """Make one cell of those of a column, from the first row to the last."""
    if end > start:
        texts = [made.cell(row, column).text for row in range(start, end + 1)]
        cell = made.cell(start, column).merge(made.cell(end, column))
        for paragraph in cell.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        cell.paragraphs[0].text = texts[0]


def wide(file: Any, plan: Plan, found: list[Line]) -> None:
    """A row a measure; headings in merged cells at the left."""
    levels = depth(found)
    made = table(file, plan, levels)
    for line in found:
        cells = made.add_row().cells
        fill(cells[levels], [*line.says, line.printed])
        fill(cells[levels + 1], ["、".join(line.who)])
        fill(cells[levels + 2], [line.when])
    for level in range(levels):
        start = 0
        for end in range(1, len(found) + 1):
            if end == len(found) or found[end].path[: level + 1] != found[start].path[: level + 1]:
                if len(found[start].path) > level:
                    made.cell(start + 1, level).text = found[start].path[level]
                merge(made, level, start + 1, end)
                start = end


def cells(file: Any, plan: Plan, found: list[Line]) -> None:
    """A row a heading; its measures in one cell, departments and periods paragraph by paragraph beside them."""
    levels = depth(found)
    made = table(file, plan, levels)
    shown: Path = ()
    for path, rows in groups(found):
        row = made.add_row().cells
        for level, name in enumerate(path):
            if shown[: level + 1] != path[: level + 1]:
                row[level].text = name
        shown = path
        fill(row[levels], [text for line in rows for text in (*line.says, line.printed)])
        fill(row[levels + 1], ["、".join(line.who) for line in rows])
        fill(row[levels + 2], [line.when for line in rows])


def padded(file: Any, plan: Plan, found: list[Line]) -> None:
    """As :func:`cells`, a department a line, with empty lines so that they stand beside their measures."""
    levels = depth(found)
    made = table(file, plan, levels)
    for path, rows in groups(found):
        row = made.add_row().cells
        for level, name in enumerate(path):
            row[level].text = name
        measures: list[str] = []
        who: list[str] = []
        when: list[str] = []
        for line in rows:
            texts = [*line.says, line.printed]
            room = max(sum(-(-len(text) // WIDTH) for text in texts), len(line.who)) + 1
            measures += [*texts, ""]
            who += [*line.who, *[""] * (room - len(line.who))]
            when += [line.when, *[""] * (room - 1)]
        fill(row[levels], measures)
        fill(row[levels + 1], who)
        fill(row[levels + 2], when)


def pages(file: Any, plan: Plan, found: list[Line]) -> None:
    """As :func:`wide` without merged cells, a table a page with its head again, and a sentence cut by the page."""
    levels = depth(found)
    shown: Path = ()
    carried = ""
    for start in range(0, len(found), 5):
        made = table(file, plan, levels)
        made.rows[0]._tr.trPr.remove(made.rows[0]._tr.trPr[-1])
        if carried:
            fill(made.add_row().cells[levels], [carried])
            carried = ""
        rows = found[start : start + 5]
        for line in rows:
            row = made.add_row().cells
            for level, name in enumerate(line.path):
                if shown[: level + 1] != line.path[: level + 1]:
                    row[level].text = name
            shown = line.path
            text = line.printed
            is_cut = line is rows[-1] and start + 5 < len(found) and len(text) > 30
            if is_cut and text[len(text) // 2 - 1] not in "。；：)）":
                text, carried = text[: len(text) // 2], text[len(text) // 2 :]
            fill(row[levels], [*line.says, text])
            fill(row[levels + 1], ["、".join(line.who)])
            fill(row[levels + 2], [line.when])
        file.add_paragraph("")


def headed(file: Any, plan: Plan, found: list[Line]) -> None:
    """Headings as lines above tables of their own; blanks of the layout within words; two columns of text."""
    shown: Path = ()
    for path, rows in groups(found):
        for level, name in enumerate(path):
            if shown[: level + 1] != path[: level + 1]:
                file.add_paragraph(name)
        shown = path
        for say in rows[0].says:
            file.add_paragraph(say)
        made = table(file, plan, 0, ["備註"])
        for line in rows:
            row = made.add_row().cells
            middle = len(line.text) // 2
            blank = " " if _is_han(line.text[middle - 1 : middle + 1]) else ""
            fill(row[0], [named(line.number, line.text[:middle] + blank + line.text[middle:])])
            fill(row[1], ["、".join(line.who)])
            fill(row[2], [line.when])
            fill(row[3], ["依規定辦理"])


def numbered(file: Any, plan: Plan, found: list[Line]) -> None:
    """As :func:`cells`, the numbers of the measures written by Word and nowhere in the text."""
    levels = depth(found)
    made = table(file, plan, levels)
    for path, rows in groups(found):
        row = made.add_row().cells
        for level, name in enumerate(path):
            row[level].text = name
        texts = [(None, say) for say in rows[0].says] + [(line.number, line.text) for line in rows]
        list_ids: dict[NumberStyle, int] = {}
        for position, (number, text) in enumerate(texts):
            paragraph = row[levels].paragraphs[0] if position == 0 else row[levels].add_paragraph()
            if number is not None and number.ordinal is not None:
                if number.style not in list_ids or number.ordinal == 1:
                    list_ids[number.style] = new_list(file, number)
                add_number(paragraph, list_ids[number.style])
                paragraph.add_run(text)
            else:
                paragraph.add_run(named(number, text))
        fill(row[levels + 1], ["、".join(line.who) for line in rows])
        fill(row[levels + 2], [line.when for line in rows])


FORMS = {
    "digit": "decimal",
    "stem": "ideographTraditional",
    "han": "taiwaneseCountingThousand",
    "formal": "ideographLegalTraditional",
    "letter": "upperLetter",
    "roman": "upperRoman",
}


def new_list(file: Any, number: Number) -> int:
    """A list that begins with a number and writes the others in its form."""
    root = file.part.numbering_part.element
    list_id = 900 + len(root.findall(qn("w:num")))
    abstract = _made("w:abstractNum", {"w:abstractNumId": str(list_id)})
    level = _made("w:lvl", {"w:ilvl": "0"})
    pattern = number.printed.replace(_numeral(number), "%1")
    for name, value in (
        ("w:start", str(number.ordinal)),
        ("w:numFmt", FORMS.get(number.style.numerals, "decimal")),
        ("w:lvlText", pattern),
    ):
        level.append(_made(name, {"w:val": value}))
    abstract.append(level)
    root.insert(0, abstract)
    num = _made("w:num", {"w:numId": str(list_id)})
    num.append(_made("w:abstractNumId", {"w:val": str(list_id)}))
    root.append(num)
    return list_id


def _numeral(number: Number) -> str:
    return number.printed.strip("()（）.、．")


def _made(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element


def add_number(paragraph: Any, list_id: int) -> None:
    """Put a paragraph into a list."""
    properties = _made("w:numPr", {})
    properties.append(_made("w:ilvl", {"w:val": "0"}))
    properties.append(_made("w:numId", {"w:val": str(list_id)}))
    paragraph._p.get_or_add_pPr().append(properties)


def _is_han(text: str) -> bool:
    return len(text) == 2 and all("\u4e00" <= character <= "\u9fff" for character in text)


LAYOUTS = (wide, cells, padded, pages, headed, numbered)
