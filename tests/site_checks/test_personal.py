import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import typst

from planpress.engine import editorial
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site_checks import check_files, check_site
from planpress.source.content.official import without_official
from tests.projects import OFFICE, PLAN, project, write

SITE = "https://example.org/plans/"


def page(body: str) -> str:
    return (
        f'<!doctype html><html lang="zh-Hant"><head><title>示範</title></head><body><h1>示範</h1>\n{body}</body></html>'
    )


def problems(files: Mapping[str, str]) -> list[Problem]:
    found = check_files(list(files), files.__getitem__, SITE)
    return [each for each in found if each.code[1:] in ("750", "751", "752")]


def shown(files: Mapping[str, str]) -> list[tuple[str, str, int, str]]:
    return [(each.code, each.place.file, each.place.line, each.values["value"]) for each in problems(files)]


@pytest.mark.parametrize(
    ("body", "code", "value"),
    [
        ("<p>A12345<b>6789</b></p>", "E750", "A123456789"),
        ("<p>A12345<!-- -->6789</p>", "E750", "A123456789"),
        ("<p>&#65;123456789</p>", "E750", "A123456789"),
        ("<p>0912<br>345<wbr>678</p>", "W750", "0912345678"),
        ('<p title="洽 0912-345-678">洽</p>', "W750", "0912-345-678"),
        ('<p aria-label="（0912）345678">洽</p>', "W750", "0912）345678"),
        ('<a href="tel:+886912345678">洽</a>', "W750", "+886912345678"),
        ('<a href="mailto:wang%40gmail.com">洽</a>', "W751", "wang@gmail.com"),
        ("<p>wang(at)gmail(dot)com</p>", "W751", "wang(at)gmail(dot)com"),
        ("<p>護照号码：300123456</p>", "W752", "300123456"),
        ('<script type="application/ld+json">{"telephone": "0912345678"}</script>', "W750", "0912345678"),
    ],
)
def test_pages(body: str, code: str, value: str) -> None:
    found = shown({"index.html": page(body)})
    assert [(each[0], each[2]) for each in found] == [(code, 2)]
    assert found[0][3].lstrip("（") == value


def test_the_description_of_a_page_is_read_by_everybody() -> None:
    meta = page("").replace("<title>", '<meta name="description" content="洽 0912345678"><title>')
    assert shown({"index.html": meta}) == [("W750", "index.html", 1, "0912345678")]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>0912</li><li>345</li><li>678</li></ul>",
        "<table><tr><td>0912</td><td>345678</td></tr></table>",
        '<p id="A123456789">(082)325-101</p>',
        '<p><a href="files/0912345678.pdf" title="說明">核定本</a></p>',
        "<script>const a = '0912345678'</script>",
        '<svg><path d="M0912 345 678"></path></svg>',
    ],
)
def test_what_no_reader_reads_as_one_is_none(body: str) -> None:
    assert shown({"index.html": page(body)}) == []


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        ("plan.json", json.dumps({"a": [1, {"b": "洽 0912-345-678"}]}, ensure_ascii=False, indent=1), 5),
        ("plan.json", json.dumps({"洽0912-345-678": 1}, ensure_ascii=False), 1),
        ("plan.json", '{"洽": "0912-345-678', 1),
        ("plan.csv", "編號,作法\r\n1,洽 0912-345-678\r\n", 2),
        ("plan.ics", "BEGIN:VEVENT\r\nDESCRIPTION:洽\r\n 0912-345-678\r\nEND:VEVENT\r\n", 3),
        ("robots.txt", "# 0912-345-678\n", 1),
        ("sitemap.xml", "<urlset>\n<url>0912-345-678</url></urlset>", 2),
        ("plan.svg", "<svg><text>0912<tspan>-345-678</tspan></text></svg>", 1),
    ],
)
def test_other_texts(file: str, content: str, line: int) -> None:
    assert shown({file: content}) == [("W750", file, line, "0912-345-678")]


def test_lines_of_a_table_and_texts_of_json_are_apart() -> None:
    assert shown({"a.csv": "1,0912\n345678,2\n", "a.json": '["0912", "345678"]'}) == []


def test_a_folded_line_of_a_calendar_is_one() -> None:
    (found,) = problems({"plan.ics": "DESCRIPTION:A12345\r\n 6789\r\n"})
    assert (found.code, found.values["value"], found.place.line) == ("E750", "A123456789", 0)


def test_what_only_names_an_event_of_a_calendar_is_no_number() -> None:
    names = "UID:a-114-m-9-13-202506@b.example\r\nURL:https://b.example/#m-9-13-202506\r\n"
    assert shown({"plan.ics": f"BEGIN:VEVENT\r\n{names}SUMMARY:甲\r\nEND:VEVENT\r\n"}) == []
    assert shown({"plan.ics": "SUMMARY:m-9-13-202506\r\n"}) == [("E750", "plan.ics", 1, "m-9-13-202506")]


def test_a_number_is_told_once_with_the_number_of_its_files() -> None:
    files = {"a.json": '["0912-345-678"]', "b/index.html": page("<p>0912345678</p><p>0912 345 678</p>"), "c.css": "a{}"}
    (found,) = problems(files)
    assert (found.place.file, dict(found.values)) == ("a.json", {"value": "0912-345-678", "files": "2"})


def test_what_is_official_is_silent_on_the_finished_site(tmp_path: Path) -> None:
    plan = PLAN.replace("到府服務。", "到府服務 0912-345-678、A123456789。")
    numbers = "public_numbers:\n  - {text: +886912345678, why: 公務手機}\n  - {text: a123456789, why: 表單}\n"
    root = project(tmp_path)
    write(root, "offices/sample/114/plan.yml", plan.replace("持續辦理", "持續辦理\n        sic: true"))
    settings = replace(Settings.load(root), documents=False)
    assert build(settings, editorial).built is not None

    def codes() -> list[str]:
        found = without_official(root, check_site(settings.site_dir, settings.site_url))
        return sorted(each.code for each in found if each.code[1:3] == "75")

    assert codes() == []  # the row says that it is so in the original
    write(root, "offices/sample/114/plan.yml", plan)
    assert codes() == ["E750", "W750"]
    write(root, "offices/sample/office.yml", OFFICE + numbers)
    assert codes() == []


PHONE = "0912-345-678"


def zipped(name: str, xml: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(name, xml)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.odt", zipped("content.xml", "<text:p>值班 09<text:span>12-345</text:span>-678</text:p>")),
        ("a.ods", zipped("content.xml", f"<table:table-cell><text:p>{PHONE}</text:p></table:table-cell>")),
        ("a.ods", zipped("meta.xml", f"<dc:description>{PHONE}</dc:description>")),
        ("a.docx", zipped("word/document.xml", "<w:p><w:r><w:t>0912-</w:t></w:r><w:r><w:t>345-678</w:t></w:r></w:p>")),
        ("a.xlsx", zipped("xl/sharedStrings.xml", f"<sst><si><t>{PHONE}</t></si></sst>")),
    ],
)
def test_documents_are_read_too(path: str, content: bytes) -> None:
    found = list(check_files([path], lambda _: "", SITE, content=lambda _: content))
    assert [(each.code, each.place.file) for each in found] == [("W750", path)]


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", zipped("content.xml", "<text:p>二、3.5</text:p>")])
def test_a_document_that_cannot_be_read_has_no_words(content: bytes) -> None:
    for path in ("a.odt", "a.pdf"):
        assert list(check_files([path], lambda _: "", SITE, content=lambda _: content)) == []


def test_a_pdf_is_read_where_a_program_is_there_to_read_it() -> None:
    pytest.importorskip("pypdfium2")
    content = typst.compile(f"值班 {PHONE}".encode())
    found = list(check_files(["a.pdf"], lambda _: "", SITE, content=lambda _: content))
    assert [each.code for each in found] == ["W750"]


@pytest.mark.parametrize("path", ["a.jsonl", "a.jsonld", "a.json"])
def test_data_is_read_as_data(path: str) -> None:
    found = list(check_files([path], lambda _: '{"telephone": "\\u0030912345678"}', SITE))
    assert [each.code for each in found] == ["W750"]
