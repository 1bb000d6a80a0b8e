"""A plan as a fragment of HTML for a page of another system: what strict cleaners keep whole, and nothing else.

No script, class, style or id: such cleaners take them out, and in a page of somebody else they could clash. It is
written as the cleaner nh3 writes HTML, so that what comes back is, byte for byte, what went in.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from planpress import addresses
from planpress.documents.document import (
    Column,
    DataTable,
    Document,
    DocumentLine,
    DocumentRow,
    Heading,
    Name,
    Part,
    Picture,
    Role,
    Table,
    Words,
)
from planpress.editions.edition import Edition, Text
from planpress.model import Plan
from planpress.model.document_files import DocumentKind, document_files
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import sets_itself_off
from planpress.model.web_addresses import pieces
from planpress.pages.frame.downloads import kind_name

LOWEST: Final = 6
"""Headings have no lower level."""

_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"})
_VALUE: Final = str.maketrans({"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"})


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file that goes with the plan."""

    name: str
    url: str


def offered_files(plan: Plan, edition: Edition, site_url: str, *, documents: bool) -> list[OfferedFile]:
    """The files of a plan that are in one language, or in none.

    Args:
        plan: the plan.
        edition: the language.
        site_url: address of the home page.
        documents: whether the site has documents.
    """
    _ = edition.gettext
    where, tag = (plan.office, plan.roc_year), edition.language.tag
    title = edition.text(plan.title, plan.office).value

    def offer(name: str, kind: str, path: str) -> OfferedFile:
        return OfferedFile(
            _("%(title)s（%(kind)s）") % {"title": name, "kind": kind}, addresses.absolute(site_url, path)
        )

    made = [file for file in document_files((tag,)) if documents and file.kind is not DocumentKind.JSON_LINES]
    files = [offer(title, kind_name(edition, file.kind), file.path(*where)) for file in made]
    files.append(offer(title, _("開放資料 JSON"), addresses.plan_data(*where)))
    for each in plan.supplements:
        if each.file:
            name, kind = edition.text(each.title, plan.office).value, each.file.rpartition(".")[2].upper()
            files.append(offer(name, kind, addresses.supplement(*where, each.file)))
    return files


def embed_fragment(
    document: Document,
    results: Sequence[Document],
    files: Sequence[OfferedFile],
    edition: Edition,
    level: int,
    pictures: str,
) -> str:
    """The fragment of a plan.

    Args:
        document: the plan.
        results: its assessments, as documents.
        files: that go with it.
        edition: its language.
        level: of its first heading, from 1; those below follow, down to 6.
        pictures: absolute address of the folder of its figures.
    """
    return _Writer(edition, pictures).fragment(document, results, files, level)


class _Writer:
    def __init__(self, edition: Edition, pictures: str) -> None:
        self.edition = edition
        self.pictures = pictures

    def fragment(
        self, document: Document, results: Sequence[Document], files: Sequence[OfferedFile], level: int
    ) -> str:
        lines = [*self.document(document, level)]
        for each in results:
            lines += self.document(each, level + 1)
        _ = self.edition.gettext
        if files:
            lines.append(self.heading(level + 1, _("文件下載")))
            # As paragraphs, or links would stand too close for a finger where a page does not set its lines apart.
            lines.append(f"<ul>{''.join(f'<li><p>{_link(each.url, each.name)}</p></li>' for each in files)}</ul>")
        first_at = _("本頁內容原載於：")
        lines.append(f"<p>{_text(first_at)}{self.address(document.url)}</p>")
        if self.edition.language != AUTHORITATIVE:
            # In the authoritative language the page around it speaks already, whatever it calls that.
            lines = [f'<div lang="{self.edition.language.tag}">', *lines, "</div>"]
        return "\n".join(lines) + "\n"

    def document(self, document: Document, level: int) -> Iterator[str]:
        yield self.heading(level, self.said(document.title), is_html=True)
        yield from (f"<p>{self.said(note)}</p>" for note in document.notes)
        yield from (f"<p>{self.words(decision)}</p>" for decision in document.decisions)
        yield from self.parts(document.parts, level)
        if document.transcription_notes:
            yield self.heading(level + 1, self.edition.gettext("轉錄說明"))
            yield f"<ul>{''.join(f'<li>{self.words(each)}</li>' for each in document.transcription_notes)}</ul>"

    def parts(self, parts: Sequence[Part], level: int) -> Iterator[str]:
        nested: list[DocumentLine] = []
        for part in (*parts, None):
            if isinstance(part, DocumentLine) and part.level:
                nested.append(part)
                continue
            if nested:
                yield self.list(nested)
                nested = []
            match part:
                case Heading():
                    number = f"{_text(part.number)}{_gap(part.number)}" if part.number else ""
                    yield self.heading(level + part.level, number + self.said(part.text), is_html=True)
                case DocumentLine():
                    yield f"<p>{self.line(part)}</p>"
                case Table():
                    yield self.table(part)
                case DataTable():
                    yield self.data_table(part)
                case Picture():
                    yield self.picture(part)

    def list(self, lines: Sequence[DocumentLine]) -> str:
        """Lines below a paragraph, each level within the one above it."""
        html, depth = "", 0
        for line in lines:
            deeper = line.level - depth
            html += "<ul>" * deeper if deeper > 0 else "</li>" + "</ul></li>" * -deeper
            depth = line.level
            html += f"<li>{self.line(line)}"
        return html + "</li></ul>" * depth

    def line(self, line: DocumentLine) -> str:
        number = f"{_text(line.number)}{_gap(line.number)}" if line.number else ""
        return number + self.words(line.text)

    def table(self, table: Table) -> str:
        heads = "".join(f'<th scope="col">{self.said(column.name)}</th>' for column in table.columns)
        rows = "".join(f"<tr>{''.join(self.cells(row, table.columns))}</tr>" for row in table.rows)
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def cells(self, row: DocumentRow, columns: Sequence[Column]) -> Iterator[str]:
        further = iter(row.more)
        for column in columns:
            match column.role:
                case Role.MEASURE:
                    number = f"{_text(row.number)}{_gap(row.number)}" if row.number else ""
                    remarks = (f"{_text(each.label)}{self.words(each.text)}" for each in row.remarks)
                    yield _cell(number + self.words(row.text), *remarks)
                case Role.WHO:
                    helping = _text(self.edition.gettext("協辦：")) + self.names(row.supporting)
                    yield _cell(self.names(row.who), *([helping] if row.supporting else []))
                case Role.WHEN:
                    yield _cell(self.said(row.when) if row.when else "")
                case Role.TARGET:
                    yield _cell(self.said(row.target) if row.target else "")
                case Role.MORE:
                    yield _cell(self.words(next(further, ())))

    def data_table(self, table: DataTable) -> str:
        heads = "".join(f'<th scope="col">{self.said(head)}</th>' for head in table.head)
        rows = "".join(f"<tr>{''.join(_cell(self.said(cell)) for cell in cells)}</tr>" for cells in table.body)
        caption = f"<caption>{self.words(table.caption)}</caption>"
        return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def picture(self, picture: Picture) -> str:
        size = f'width="{picture.width}" height="{picture.height}"'
        image = f'<img src="{_value(self.pictures + picture.file)}" alt="{_value(picture.alt.value)}" {size}>'
        caption = f"<figcaption>{self.words(picture.caption)}</figcaption>" if picture.caption else ""
        return f"<figure>{image}{caption}</figure>"

    def heading(self, level: int, text: str, *, is_html: bool = False) -> str:
        name = f"h{min(level, LOWEST)}"
        return f"<{name}>{text if is_html else _text(text)}</{name}>"

    def names(self, names: Iterable[Name]) -> str:
        return _text(self.edition.gettext("、")).join(map(self.name, names))

    def name(self, name: Name) -> str:
        return f"{self.said(name.text)} ({self.said(name.original)})" if name.original else self.said(name.text)

    def words(self, words: Words) -> str:
        return "".join(map(self.said, words))

    def said(self, text: Text) -> str:
        """A text with its addresses as links, marked where it is in another language than the fragment."""
        html = "".join(self.address(each.text) if each.is_address else _text(each.text) for each in pieces(text.value))
        return html if text.lang == self.edition.language.tag else f'<span lang="{text.lang}">{html}</span>'

    def address(self, address: str) -> str:
        title = self.edition.gettext("網站：%(host)s") % {"host": urlsplit(address).hostname}
        return _link(address, address, title)


def _cell(*lines: str) -> str:
    return f"<td>{'<br>'.join(lines)}</td>"


def _link(address: str, text: str, title: str = "") -> str:
    said = f' title="{_value(title)}"' if title else ""
    return f'<a href="{_value(address)}"{said} rel="noopener noreferrer">{_text(text)}</a>'


def _gap(number: str) -> str:
    return "" if sets_itself_off(number) else " "


def _text(text: str) -> str:
    return text.translate(_TEXT)


def _value(text: str) -> str:
    return text.translate(_VALUE)
