"""Small documents for tests: a DOCX by python-docx, an ODT and an HTML page by hand, and the plan that becomes of them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import docx

from planpress.editing.papers.accounting import Account, account_of
from planpress.editing.papers.drafting import DraftPlan, drafted
from planpress.editing.papers.measures import DraftRow
from planpress.editing.papers.paper import Paper
from planpress.editing.papers.reading import read_paper
from planpress.model.column_role import ColumnRole

DEPARTMENTS = {"業務組", "電務組", "總務組", "工務段", "各部門"}
HEAD = ("服務面向", "具體作法", "承辦部門", "執行期間")

OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
TEXT = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
TABLE = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
STYLE = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'


def word(write: Callable[[Any], None]) -> bytes:
    """A DOCX file that a function has written."""
    file = docx.Document()
    write(file)
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def grid(file: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table; line breaks in a text are paragraphs of its cell."""
    table = file.add_table(rows=len(rows), cols=len(rows[0]))
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            first, *others = text.split("\n")
            table.cell(y, x).paragraphs[0].text = first
            for other in others:
                table.cell(y, x).add_paragraph(other)
    return table


def table_of(*rows: Sequence[str], head: Sequence[str] = HEAD) -> bytes:
    """A DOCX file that is a table."""
    return word(lambda file: grid(file, [head, *rows]))


def odt(body: str, styles: str = "") -> bytes:
    """An ODT file with what stands in its text."""
    content = (
        f"<office:document-content {OFFICE} {TEXT} {TABLE} {STYLE}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def package(parts: Mapping[str, str]) -> bytes:
    """A ZIP file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def read(content: bytes) -> Paper:
    """A file as a document."""
    paper, problems = read_paper("計畫", content)
    assert paper is not None, problems
    return paper


def draft(content: bytes, named: Mapping[str, ColumnRole] | None = None) -> DraftPlan:
    """A file as a plan; every word of it has a place."""
    paper = read(content)
    plan = drafted(paper, DEPARTMENTS, named or {})
    assert account_of(paper, plan).lost == ()
    return plan


def account(content: bytes) -> Account:
    """Where the words of a file have gone."""
    paper = read(content)
    return account_of(paper, drafted(paper, DEPARTMENTS, {}))


def rows(plan: DraftPlan) -> list[str]:
    """The rows of a plan, a line each: kind, words, departments, period, and a sign where it is uncertain."""
    return [shown(row) for section in plan.sections for row in section.rows]


def shown(row: DraftRow) -> str:
    """A row on a line."""
    beside = [str(row.values[key]) for key in ("who", "when") if key in row.values]
    return " | ".join([f"{row.kind} {row.text}", *beside]) + (" ?" if row.doubts else "")
