"""The sheets of an Excel file (Office Open XML)."""

import posixpath
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from planpress.editing.sheet.book import Cell, CellKind, Filling, Sheet, number_text
from planpress.editing.sheet.parts import Attributes, Parts, UnreadableError, parse

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_FORMATS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in formats of dates and times, those of East Asian editions included."""
_PERCENT_FORMATS: Final = frozenset({9, 10})
_EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}


def read_xlsx(parts: Parts, filling: Filling) -> None:
    """Read every sheet of an XLSX file."""
    sheets: list[tuple[str, str]] = []
    is_1904 = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal is_1904
        if name == "sheet":
            sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif name == "workbookPr":
            is_1904 = attributes.get("date1904") in ("1", "true")

    parse(parts.read("xl/workbook.xml"), start)
    targets = _targets(parts.read("xl/_rels/workbook.xml.rels"))
    strings = _strings(parts.read("xl/sharedStrings.xml"))
    formats = _formats(parts.read("xl/styles.xml"))
    for name, relation in sheets:
        if "/worksheets/" not in targets.get(relation, ""):
            continue  # a sheet that is a chart
        filling.sheets.append(Sheet(name))
        reader = _Reader(filling, strings, formats, _EPOCHS[is_1904])
        parse(parts.read(targets[relation]), reader.start, reader.end, reader.text)


def _targets(content: bytes) -> dict[str, str]:
    """Names of the parts that relations of the workbook lead to."""
    found: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            path = posixpath.join("/xl", attributes.get("Target", ""))
            found[attributes.get("Id", "")] = posixpath.normpath(path).lstrip("/")

    parse(content, start)
    return found


class _Strings:
    """The texts of a part: those of its elements ``t``, without readings (``rPh``)."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.readings = 0
        self.is_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self.found.append("")
        elif name == "rPh":
            self.readings += 1
        self.is_text = name == "t" and not self.readings

    def end(self, name: str) -> None:
        self.readings -= name == "rPh"
        self.is_text = False

    def text(self, data: str) -> None:
        if self.is_text and self.found:
            self.found[-1] += data


def _strings(content: bytes) -> list[str]:
    reader = _Strings()
    parse(content, reader.start, reader.end, reader.text)
    return reader.found


def _formats(content: bytes) -> list[str]:
    """Of each style of cells, ``date``, ``percent`` or nothing."""
    codes: dict[int, str] = {}
    found: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "xf" and inside[-1:] == ["cellXfs"]:
            found.append(_format(int(attributes.get("numFmtId", "0")), codes))
        inside.append(name)

    parse(content, start, lambda name: inside.__delitem__(-1))
    return found


def _format(number: int, codes: Mapping[int, str]) -> str:
    code = _QUOTED.sub("", codes.get(number, ""))
    if number in _DATE_FORMATS or re.search("[ymdh]", code, re.IGNORECASE):
        return "date"
    return "percent" if number in _PERCENT_FORMATS or "%" in code else ""


class _Reader:
    def __init__(self, filling: Filling, strings: list[str], formats: list[str], epoch: datetime) -> None:
        self.filling, self.strings, self.formats, self.epoch = filling, strings, formats, epoch
        self.row = self.column = -1
        self.attributes: Attributes = {}
        self.value = ""
        self.inline = _Strings()
        self.inside: list[str] = []
        self.is_formula = False

    def start(self, name: str, attributes: Attributes) -> None:
        self.inside.append(name)
        match name:
            case "row":
                self.row = int(attributes.get("r", self.row + 2)) - 1
                self.column = -1
                if self.row < 0:
                    raise UnreadableError
            case "c":
                self.column = _position(attributes["r"])[1] if "r" in attributes else self.column + 1
                self.attributes, self.value, self.is_formula = attributes, "", False
                self.inline = _Strings()
                self.inline.start("si", {})
            case "f":
                self.is_formula = True
            case "mergeCell":
                first, _, last = attributes.get("ref", "").partition(":")
                if _position(first)[0] != _position(last or first)[0]:
                    self.filling.sheets[-1].merged.add(_position(first))
            case "t" | "rPh":
                self.inline.start(name, attributes)

    def text(self, data: str) -> None:
        if self.inside[-1] == "v":
            self.value += data
        self.inline.text(data)

    def end(self, name: str) -> None:
        self.inside.pop()
        if name in ("t", "rPh"):
            self.inline.end(name)
        if name == "c" and (cell := self.cell()):
            self.filling.add(self.row, self.column, cell)

    def cell(self) -> Cell | None:
        """The cell that ends here."""
        kind = self.attributes.get("t", "n")
        if self.is_formula:
            return Cell(self.value, CellKind.FORMULA)
        if kind == "e":
            return Cell(self.value, CellKind.ERROR)
        if kind == "d":
            return Cell(self.value, CellKind.DATE)
        if kind == "b":
            return Cell("TRUE" if self.value == "1" else "FALSE")
        if kind == "n":
            return self.number() if self.value.strip() else None
        shown = self.strings[int(self.value)] if kind == "s" else self.value or self.inline.found[0]
        shown = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), shown).replace("\r\n", "\n").replace("\r", "\n")
        return Cell(shown) if shown.strip() else None

    def number(self) -> Cell:
        value = float(self.value)
        style = int(self.attributes.get("s", "0"))
        form = self.formats[style] if style < len(self.formats) else ""
        if form == "date" and 0 < value < 2_000_000:
            return Cell((self.epoch + timedelta(days=value)).date().isoformat(), CellKind.DATE)
        return Cell(f"{number_text(value * 100)}%" if form == "percent" else number_text(value), CellKind.NUMBER)


def _position(reference: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise UnreadableError
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
