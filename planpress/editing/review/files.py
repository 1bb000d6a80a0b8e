"""The files of the review: ``build.py sheet --accessibility``, and ``build.py import`` of what came back."""

import codecs
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import yaml

from planpress.accessibility.review import REVIEW_FILE, check_review, read_review
from planpress.documents.about import about_site
from planpress.documents.environment import documents_environment
from planpress.editing.edit import Edit, content_end, line_end, line_start
from planpress.editing.register.entries import Entries
from planpress.editing.register.merging import merged
from planpress.editing.review.sheet import FIELDS, entries_of, record_of, returned_review, review_workbook
from planpress.editing.sheet.book import Book
from planpress.editing.sheet.imported import Imported
from planpress.editing.sheet.writing import SheetFormat, written
from planpress.editing.sheet.yaml_values import applied, in_brackets, mapping_edits
from planpress.editing.text_edits import node_at
from planpress.editions.edition import Edition
from planpress.editions.voice import voice_of
from planpress.model.conformance import ReviewedCode
from planpress.model.language import AUTHORITATIVE
from planpress.problems.problem import Problem, has_errors
from planpress.settings import Settings, calendar_day
from planpress.source import files
from planpress.source.content.theme import explained
from planpress.source.plans.shaping import as_shape
from planpress.source.shapes.content_shapes import AccessibilityFile
from planpress.source.text.yaml_text import Plain, YamlDocument, parse
from planpress.writing import write_atomically

TITLE: Final = "網站無障礙規範人工檢測表"
_HEAD: Final = "# yaml-language-server: $schema=../schema/accessibility.json\nreviewed:\n"
_ORDER: Final = ("code", *FIELDS)


def make_review_sheet(settings: Settings, form: SheetFormat) -> tuple[bytes, list[Problem]]:
    """The sheet of the check codes for people; empty where the file has errors, and those."""
    reviewed, problems = read_review(settings.root, calendar_day())
    if has_errors(problems):
        return b"", problems
    voice = voice_of(settings.facts, Edition(AUTHORITATIVE))
    about = about_site(TITLE, TITLE, voice, settings.site_url, calendar_day())
    with explained(settings.house):
        environment = documents_environment(settings)
        return written(review_workbook(entries_of(reviewed)), form, about, environment), []


def import_review(root: Path, book: Book, *, is_written: bool) -> Imported:
    """Bring what was filled in into ``content/accessibility.yml``.

    Args:
        root: the project's folder.
        book: the workbook.
        is_written: whether the file is written, or only looked at.
    """
    today = calendar_day()
    reviewed, problems = read_review(root, today)
    if has_errors(problems):
        return Imported(REVIEW_FILE, "", "", tuple(problems))
    now = entries_of(reviewed)
    before = record_of(book) or now
    sheet, problems = returned_review(book, before)
    if sheet is None:
        return Imported(REVIEW_FILE, "", "", tuple(problems))
    changes, conflicts = merged(before, now, sheet)
    problems += conflicts
    if has_errors(problems):
        return Imported(REVIEW_FILE, "", "", tuple(problems))
    content, _ = files.read_if_there(root, REVIEW_FILE)
    text = (content or b"").decode("utf-8-sig")
    after = _rewritten(text, reviewed, now, changes.rows)
    problems += _wrong(after) if after != text else []
    if has_errors(problems):
        return Imported(REVIEW_FILE, "", "", tuple(problems))
    if is_written and after != text:
        mark = codecs.BOM_UTF8 if (content or b"").startswith(codecs.BOM_UTF8) else b""
        write_atomically(root / REVIEW_FILE, mark + after.encode())
    return Imported(REVIEW_FILE, text, after, tuple(problems))


def _wrong(text: str) -> list[Problem]:
    """What is wrong with the file as it would be."""
    document, problems = parse(REVIEW_FILE, text.encode(), shape=AccessibilityFile)
    if document is None:
        return problems
    file, wrong = as_shape(document, AccessibilityFile)
    return [*problems, *wrong, *document.problems(check_review(file, calendar_day()) if file else ())]


def _rewritten(
    text: str, reviewed: tuple[ReviewedCode, ...], now: Entries, rows: Mapping[str, Mapping[str, str]]
) -> str:
    """The text of the file as it is to be; every other line stays."""
    if not rows:
        return text
    there = {each.code: position for position, each in enumerate(reviewed)}
    wanted = {entry.address: {**entry.values, **rows.get(entry.address, {})} for entry in now.rows}
    added = [_line(code, wanted[code]) for code in rows if code not in there and wanted[code].get("result")]
    gone = [code for code in rows if code in there and not wanted[code].get("result")]
    document, _ = parse(REVIEW_FILE, text.encode()) if text else (None, [])
    node = node_at(document, ("reviewed",)) if document is not None and "reviewed" in document.data else None
    if document is None or not isinstance(node, yaml.SequenceNode) or node.flow_style or len(gone) == len(there):
        kept = [_line(code, values) for code, values in wanted.items() if values.get("result")]
        return _HEAD + "".join(kept) if kept else _HEAD.replace("reviewed:", "reviewed: []")
    text = text if text.endswith("\n") else f"{text}\n"
    changed = {code: values for code, values in rows.items() if code in there and code not in gone}
    return applied(text, [*_edits(document, text, there, changed, gone), *_new(text, node, added)])


def _edits(
    document: YamlDocument,
    text: str,
    there: Mapping[str, int],
    changed: Mapping[str, Mapping[str, str]],
    gone: list[str],
) -> Iterator[Edit]:
    for code, values in changed.items():
        node = node_at(document, ("reviewed", there[code]))
        assert isinstance(node, yaml.MappingNode)  # the shape of the file
        said: dict[str, Plain | None] = {key: value or None for key, value in values.items()}
        yield from mapping_edits(text, node, said, _ORDER, bool(node.flow_style))
    for code in gone:
        node = node_at(document, ("reviewed", there[code]))
        start = text.rfind("-", 0, node.start_mark.index)
        yield Edit(line_start(text, start), line_end(text, content_end(text, node)), "")


def _new(text: str, node: yaml.SequenceNode, lines: list[str]) -> Iterator[Edit]:
    """Entries behind the last one, as far in as that."""
    if lines:
        last = node.value[-1]
        at = line_end(text, content_end(text, last))
        start = text.rfind("-", 0, last.start_mark.index)
        indent = " " * (start - line_start(text, start))
        yield Edit(at, at, "".join(f"{indent}{line.lstrip()}" for line in lines))


def _line(code: str, values: Mapping[str, str]) -> str:
    said: dict[str, Plain] = {"code": code, **{key: values[key] for key in FIELDS if values.get(key)}}
    return f"  - {in_brackets(said)}\n"
