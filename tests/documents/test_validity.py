"""Validators that nobody here wrote: the OASIS schema, the ODF Toolkit's validator, LibreOffice."""

import csv
import io
import os
import re
import shutil
import subprocess
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from planpress.documents.odt import LONG_CELL
from planpress.documents.press import Press
from planpress.documents.records import FIELDS, department_names
from planpress.settings import Settings
from tests.documents import hostile
from tests.documents.reader import parts
from tests.documents.real import PLANS, TAGS, Case, case, made, measures, plans_of, results_of, surveys_of
from tests.programs import java, missing
from tests.projects import ROOT

CASES = [
    *(pytest.param(office_id, roc_year, tag, id=f"{office_id}-{roc_year}.{tag}") for office_id, roc_year in PLANS for tag in TAGS),
    *(pytest.param("hostile", 114, tag, id=f"hostile.{tag}") for tag in TAGS),
]  # fmt: skip


def any_case(office_id: str, roc_year: int, tag: str) -> Case:
    return hostile_case(tag) if office_id == hostile.OFFICE.id else case(office_id, roc_year, tag)


@cache
def hostile_case(tag: str) -> Case:
    return made(hostile.plan(), hostile.OFFICE, tag)


# The OASIS schema


@cache
def schema(name: str) -> etree.RelaxNG:
    """A Relax NG schema of OpenDocument 1.3, as OASIS publishes it (in the package openxml-audit)."""
    package = find_spec("openxml_audit")
    assert package and package.origin
    folder = Path(package.origin).parent / "odf" / "schemas" / "odf-1.3"
    return etree.RelaxNG(etree.parse(str(folder / name)))


def faults(data: bytes) -> list[str]:
    """What the schemas find wrong in a file."""
    found = []
    for name, content in parts(data).items():
        if not name.endswith(".xml"):
            continue
        manifest = name == "META-INF/manifest.xml"
        grammar = schema(f"OpenDocument-v1.3-{'manifest-' if manifest else ''}schema.rng")
        if not grammar.validate(etree.fromstring(content)):
            found += [f"{name}:{error.line}: {error.message}" for error in grammar.error_log]
    return found


@pytest.mark.parametrize(("office_id", "roc_year", "tag"), CASES)
def test_the_oasis_schema_finds_nothing(office_id: str, roc_year: int, tag: str) -> None:
    each = any_case(office_id, roc_year, tag)
    assert faults(each.odt) == []
    assert faults(each.ods) == []


def test_the_oasis_schema_would_find_something() -> None:
    document = etree.fromstring(parts(case("kinmen", 114, "en").odt)["content.xml"])
    document[-1].set("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}strange", "1")
    assert not schema("OpenDocument-v1.3-schema.rng").validate(document)


def results() -> Iterator[tuple[Path, bytes]]:
    """Every document of every assessment and survey of the example, by its path."""
    settings = Settings.load(ROOT / "examples")
    press = Press(settings)
    for plan, office in plans_of(settings):
        yield from results_of(press, plan, office)
    offices = {office.id: office for _, office in plans_of(settings)}
    for office in offices.values():
        yield from surveys_of(press, office)


@pytest.mark.slow
def test_the_oasis_schema_finds_nothing_in_results_either() -> None:
    found = {path.name: faults(content) for path, content in results() if path.suffix in (".odt", ".ods")}
    assert len(found) >= 20
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


# All files on disk, for programs


def write(folder: Path, extension: str, tags: tuple[str, ...] = TAGS) -> Iterator[tuple[Path, Case]]:
    """Every document of one kind as a file."""
    for office_id, roc_year in (*PLANS, (hostile.OFFICE.id, 114)):
        for tag in tags:
            each = any_case(office_id, roc_year, tag)
            path = folder / f"{office_id}-{roc_year}-{tag}.{extension}"
            path.write_bytes(each.odt if extension == "odt" else each.ods)
            yield path, each


@pytest.mark.slow
@pytest.mark.java
def test_the_odf_toolkit_validator_finds_nothing(tmp_path: Path) -> None:
    jar = os.environ.get("PLANPRESS_ODFVALIDATOR")
    if not jar or not Path(jar).is_file():
        missing(
            "the ODF Toolkit's validator",
            "fetch org.odftoolkit:odfvalidator (jar-with-dependencies) from Maven Central and give its path:"
            " PLANPRESS_ODFVALIDATOR=/path/to/odfvalidator.jar make test",
        )
    files = [str(path) for extension in ("odt", "ods") for path, _ in write(tmp_path, extension)]
    for path, content in results():
        if path.suffix in (".odt", ".ods"):
            files.append(str(tmp_path / path.name))
            (tmp_path / path.name).write_bytes(content)
    # -c: strictly, as conforming OpenDocument without extensions.
    result = subprocess.run([*java(), "-jar", jar, "-c", *files], capture_output=True, text=True, check=False)
    output = result.stdout + result.stderr
    assert not re.search(r":\s+(Error|Warning|Fatal)", output), output
    assert result.returncode == 0, output


# LibreOffice


def convert(folder: Path, target: str, files: list[Path]) -> Path:
    """Have LibreOffice convert files, all in one go, and return the folder of what it made."""
    program = shutil.which("soffice")
    if program is None:
        missing("LibreOffice", "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui")
    made_in = folder / "converted"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            *(program, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
            *("--convert-to", target, "--outdir", str(made_in), *map(str, files)),
        ],
        capture_output=True,
        check=True,
        timeout=240,
    )
    return made_in


def squeezed(text: str) -> str:
    """A text without blanks, which a page breaks at will, and without what no font shows."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufffd]", "", text)


@pytest.mark.slow
@pytest.mark.libreoffice
def test_libreoffice_shows_every_measure_of_every_text_document(tmp_path: Path) -> None:
    reader = shutil.which("pdftotext") or missing("pdftotext", "apt-get install poppler-utils")
    cases = [
        (path, each) for path, each in write(tmp_path, "odt", ("zh-Hant", "en")) if each.office is not hostile.OFFICE
    ]
    folder = convert(tmp_path, "pdf", [path for path, _ in cases])
    for path, each in cases:
        result = subprocess.run(
            [reader, "-raw", str(folder / f"{path.stem}.pdf"), "-"], capture_output=True, text=True, check=True
        )
        first, *rest, _ = result.stdout.split("\f")
        rest = [_without_furniture(page, each) for page in rest]
        shown = each.bare(squeezed("".join(rest)))
        texts = {measure.id: each.bare(squeezed(each.say(measure.text))) for measure in measures(each.plan)}
        lost = [id for id, text in texts.items() if not stands_in(text, shown)]
        assert lost == [], path.name
        assert squeezed(each.say(each.plan.title)) in squeezed(first)
        assert re.search(r"\.\s*[2-9]\s", first), "the table of contents has the numbers of pages"
        assert each.plan.transcription_notes
        assert stands_in(each.bare(squeezed(each.say(each.plan.transcription_notes[-1]))), shown)


def stands_in(text: str, shown: str) -> bool:
    """Whether a text is there, in one piece or, where it is so long that it may break, on two pages."""
    if text in shown or len(text) <= LONG_CELL:
        return text in shown
    begun = bisect_left(range(len(text)), True, key=lambda length: text[:length] not in shown) - 1
    return begun > 0 and text[begun:] in shown


def _without_furniture(page: str, each: Case) -> str:
    """A page without its header and footer, which may stand inside a text that goes on from page to page."""
    lines = [line for line in page.splitlines() if not line.startswith("https://plans.example/")]
    header = squeezed(f"{each.say(each.plan.title)}·{each.edition.gettext('非官方轉錄')}")
    while lines and header.startswith(squeezed(lines[0])):
        header = header.removeprefix(squeezed(lines.pop(0)))
    return "\n".join(lines)


@pytest.mark.slow
@pytest.mark.libreoffice
def test_libreoffice_reads_every_value_of_every_sheet(tmp_path: Path) -> None:
    cases = list(write(tmp_path, "ods", ("zh-Hant", "en")))
    # Comma, quotation mark, UTF-8, from line 1, cells as shown, all sheets.
    target = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    folder = convert(tmp_path, target, [path for path, _ in cases])
    for path, each in cases:
        sheets = sorted(
            (read_csv(file) for file in folder.glob(f"{path.stem}-*.csv")), key=lambda sheet: -len(sheet[0])
        )
        measure_sheet, meaning_sheet, *name_sheets = sheets
        assert len(measure_sheet[0]) == len(FIELDS)
        assert len(meaning_sheet) == 1 + len(FIELDS)
        names = department_names(each.plan, each.office, each.edition)
        assert [tuple(row) for name_sheet in name_sheets for row in name_sheet[1:]] == list(names)
        expected = [[hostile.readable(value) for value in row] for row in each.records()]
        assert [[comparable(value) for value in row] for row in measure_sheet[1:]] == [
            [comparable(value) for value in row] for row in expected
        ], path.name


def read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def comparable(value: str) -> str:
    """LibreOffice's sheets keep no tab, and show no control character."""
    return re.sub(r"[\t\x7f-\x9f]", "", value)
