"""Columns of a plan's own, tables, figures and notes: each stands in every format, and in every language."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from planpress.editing.formatting import formatted
from planpress.editing.row_addresses import record_addresses
from planpress.model import Department
from planpress.model.office import meant_by
from planpress.problems.problem import has_errors
from planpress.settings import Settings
from planpress.site.build import build
from planpress.source.repository import read_all, read_rows
from planpress.source.row_addresses.address_file import read_addresses
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.translating.units import read_units
from tests.blocks import ENGLISH, PLAN, blocks_project, png, png_chunk
from tests.documents.reader import parts
from tests.documents.test_validity import faults
from tests.programs import missing
from tests.projects import tree, undigested, write
from tests.search.indexed import texts_of

TABLE, ROW = "表1 各據點受理件數", ("東區服務所", "120", "含假日")
ALT, CAPTION = "申請之後兩個工作天內派員到府。", "圖1 到府服務流程"
NOTE, FIRST_NOTE = "註1 偏遠地區另行約定。", "註：金額以新臺幣計。"
METHOD = "由櫃台人員逐一說明申辦步驟，並協助用戶當場以手機完成申請。"
FILES = "sample/114/files/sample-114-plan"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return blocks_project(tmp_path_factory.mktemp("blocks"), documents=True)


def files(settings: Settings) -> dict[str, bytes]:
    """The site; the files of the search's index under their names without digests."""
    return {undigested(path): content for path, content in tree(settings.site_dir).items()}


@pytest.fixture(scope="module")
def site(settings: Settings) -> dict[str, bytes]:
    outcome = build(settings, lambda *_: ())
    assert outcome.built is not None, outcome.problems
    assert [problem.code for problem in outcome.problems] == []
    return files(settings)


def in_english(*texts: str) -> list[str]:
    return [ENGLISH.get(text, text) for text in texts]


@pytest.mark.parametrize(("prefix", "alt"), [("", ALT), ("en/", ENGLISH[ALT]), ("zh-hans/", "申请之后")])
def test_the_page_has_them_in_their_order(site: dict[str, bytes], prefix: str, alt: str) -> None:
    page = html.fromstring(site[f"{prefix}sample/114/index.html"].decode())
    (section,) = page.xpath("//section[@aria-labelledby='s-1']")
    order = [
        each.get("id") or each.get("class") or each.tag
        for each in section.xpath(".//li[@class='measure'] | .//div[@class='table'] | .//figure | .//p[@class='note']")
    ]
    assert order == ["note", "m-1-1", "table", "m-1-2", "figure", "note", "m-1-3"]
    (image,) = section.xpath(".//figure/img")
    assert image.get("alt").startswith(alt)
    assert (image.get("width"), image.get("height")) == ("1200", "400")
    address = f"{prefix}sample/114/{image.get('src')}"
    while "/../" in address:
        address = re.sub(r"[^/.]+/\.\./", "", address, count=1)
    assert site[address] == png(1200, 400)


def test_a_table_of_the_page_has_a_caption_and_names_of_columns(site: dict[str, bytes]) -> None:
    page = html.fromstring(site["sample/114/index.html"].decode())
    (table,) = page.xpath("//table")
    assert table.findtext("caption") == TABLE
    assert [(each.get("scope"), each.text) for each in table.xpath("thead//th")] == [
        ("col", "據點"), ("col", "件數"), ("col", "備註")
    ]  # fmt: skip
    assert [[cell.text for cell in row] for row in table.xpath("tbody/tr")] == [[*ROW], ["西區服務所", "80", None]]
    box = table.getparent()
    assert (box.get("tabindex"), box.get("role")) == ("0", "region")
    assert page.get_element_by_id(box.get("aria-labelledby")).text == TABLE


def test_the_page_has_the_columns_of_each_section(site: dict[str, bytes]) -> None:
    page = html.fromstring(site["sample/114/index.html"].decode())
    facts = {
        row.get("id"): [(each.findtext("dt"), each.findtext("dd")) for each in row.xpath("dl/div")]
        for row in page.xpath("//li[@id]")
    }
    assert facts["m-1-1"] == [
        ("承辦部門", "第一組至第二組"), ("目標值", "95%"), ("預算", "5萬"), ("執行方法", METHOD)
    ]  # fmt: skip
    assert facts["m-1-1-i1"] == [("預算", "1萬")]
    assert facts["m-2"] == [("辦理時間", "每季辦理")]


def test_whoever_filters_by_one_of_several_finds_what_they_do_together(site: dict[str, bytes]) -> None:
    page = html.fromstring(site["sample/114/index.html"].decode())
    options = page.xpath("//select[@name='department']//option/@value")
    assert options == ["", "第一組", "第二組", "第一組至第二組", "總務組"]
    (measure,) = page.xpath("//li[@id='m-1-1']")
    assert measure.get("data-who").split("\n") == ["第一組至第二組", "第一組", "第二組"]
    index = html.fromstring(site["sample/114/browse/index.html"].decode())
    second = index.xpath("//section[.//h3[starts-with(normalize-space(), '第二組')]]//a/@href")
    assert "../#m-1-1" in second
    content = json.loads(site["search/zh-Hant-114.json"])
    names = [name for name, *_ in content["departments"]]
    together = [[[names[each] for each in names_] for names_ in sets] for sets in content["together"]]
    assert [["第一組至第二組"], ["第一組至第二組", "第一組", "第二組"]] in together
    assert any(path.startswith("browse/departments/") and "第二組".encode() in site[path] for path in site)


def test_the_open_data_has_them_at_its_end(site: dict[str, bytes]) -> None:
    data = json.loads(site["sample/114/plan.json"])
    assert data["schema"] == "planpress/plan/1"
    assert list(data)[-1] == "blocks"
    note, table, figure, last = data["blocks"]
    assert (note["kind"], note["section"], note["at"], note["text"]["zh-Hant"]) == ("note", "s-1", "s-1", FIRST_NOTE)
    assert (table["kind"], table["group"], table["at"]) == ("table", "g-1", "m-1-1")
    assert table["caption"] == {"zh-Hant": TABLE, "en": ENGLISH[TABLE]}
    assert [cell["zh-Hant"] for cell in table["body"][0]] == [*ROW]
    assert [cell.get("en") for cell in table["body"][0]] == in_english(*ROW)
    assert figure["alt"] == {"zh-Hant": ALT, "en": ENGLISH[ALT]}
    assert figure["url"] == "https://plans.example/sub/sample/114/files/flow.png"
    assert last["text"]["en"] == ENGLISH[NOTE]
    assert "period" not in data["columns"]
    assert [each["zh-Hant"] for each in data["columns"]["more"]] == ["預算", "執行方法"]
    assert data["measures"][0]["more"][0] == {
        "label": {"zh-Hant": "預算", "en": "Budget"},
        "text": {"zh-Hant": "5萬", "en": "50,000"},
    }
    assert data["sections"][1]["columns"]["period"] == {"zh-Hant": "辦理時間"}
    assert "departments" not in data["sections"][1]["columns"]
    assert data["departments"]["第一組至第二組"]["stands_for"] == ["第一組", "第二組"]


@pytest.mark.parametrize("tag", ["zh-Hant", "en"])
def test_the_csv_has_a_row_of_each(site: dict[str, bytes], tag: str) -> None:
    rows = list(csv.DictReader(io.StringIO(site[f"{FILES}.{tag}.csv"].decode("utf-8-sig"), newline="")))
    assert [row["type"] for row in rows] == [
        "note", "measure", "item", "table", "measure", "figure", "note", "measure", "measure"
    ]  # fmt: skip
    said = [*rows[3]["text"].splitlines(), *rows[5]["text"].splitlines(), rows[6]["text"]]
    expected = [TABLE, ALT, CAPTION, NOTE]
    assert set(in_english(*expected) if tag == "en" else expected) <= set(said)
    assert " | ".join(in_english(*ROW) if tag == "en" else ROW) in said
    assert rows[3]["url"].endswith("#m-1-1")
    assert rows[1]["more"] == (f"Budget: 50,000\nMethod: {METHOD}" if tag == "en" else f"預算：5萬\n執行方法：{METHOD}")
    assert {row["id"] for row in rows} >= {"m-1-1", "m-1-2", "m-1-3", "m-2", ""}


@pytest.mark.parametrize("tag", ["zh-Hant", "en"])
def test_the_sheets_have_a_row_of_each_and_a_sheet_of_the_table(site: dict[str, bytes], tag: str) -> None:
    data = site[f"{FILES}.{tag}.ods"]
    assert faults(data) == []
    sheets = etree.fromstring(parts(data)["content.xml"]).xpath("//*[local-name()='table']")
    said = ["\n".join(cell.itertext()) for cell in sheets[0].xpath(".//*[local-name()='table-cell']")]
    assert in_english(NOTE)[0] in said or NOTE in said
    cells = [" ".join(cell.itertext()) for cell in sheets[-1].xpath(".//*[local-name()='table-cell']")]
    expected = ("據點", "件數", "備註", *ROW, "西區服務所", "80", "")
    assert cells == (in_english(*expected) if tag == "en" else [*expected])


@pytest.mark.parametrize("tag", ["zh-Hant", "en", "zh-Hans"])
def test_the_odt_has_them(site: dict[str, bytes], tag: str) -> None:
    data = site[f"{FILES}.{tag}.odt"]
    assert faults(data) == []
    package = parts(data)
    assert package["Pictures/flow.png"] == png(1200, 400)
    assert b'manifest:full-path="Pictures/flow.png" manifest:media-type="image/png"' in package["META-INF/manifest.xml"]
    content = etree.fromstring(package["content.xml"])
    (frame,) = content.xpath("//*[local-name()='frame']")
    (title,), (desc,) = (frame.xpath(f"*[local-name()='{name}']") for name in ("title", "desc"))
    heads = [
        [" ".join(cell.itertext()) for cell in table.xpath("*[local-name()='table-header-rows']//*[local-name()='p']")]
        for table in content.xpath("//*[local-name()='table']")
    ]
    text = "".join(content.itertext())
    if tag == "zh-Hant":
        assert (title.text, desc.text) == (CAPTION, ALT)
        assert heads[:2] == [["具體作法", "承辦部門", "目標值", "預算", "執行方法"], ["據點", "件數", "備註"]]
        assert heads[-1] == ["工作內容", "辦理時間"]
        assert all(said in text for said in (TABLE, *ROW, NOTE, FIRST_NOTE, METHOD, "5萬"))
    elif tag == "en":
        assert (title.text, desc.text) == (ENGLISH[CAPTION], ENGLISH[ALT])
        assert heads[1] == in_english("據點", "件數", "備註")
        assert all(said in text for said in in_english(TABLE, *ROW, NOTE, FIRST_NOTE, "5萬"))
    else:
        assert desc.text is not None
        assert desc.text.startswith("申请之后")


@pytest.mark.parametrize("end", ["zh-Hant.pdf", "en.pdf", "zh-Hans.pdf", "zh-Hant.large.pdf"])
def test_the_pdf_has_them_with_their_structure(site: dict[str, bytes], tmp_path: Path, end: str) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(site[f"{FILES}.{end}"])
    reader = shutil.which("pdfinfo") or missing("pdfinfo", "apt-get install poppler-utils")
    told = subprocess.run([reader, "-struct-text", path], capture_output=True, check=True).stdout.decode(
        "utf-8", "replace"
    )
    squeezed = re.sub(r'[\s"]', "", told)
    assert re.search(r"Table\(block\).*?Caption.*?THead.*?TH<", squeezed, re.DOTALL)
    assert "Figure" in told
    expected = [TABLE, *ROW, NOTE, FIRST_NOTE, CAPTION]
    if end.startswith("en"):
        expected = in_english(*expected)
    if not end.startswith("zh-Hans"):
        assert [said for said in expected if re.sub(r"\s", "", said) not in squeezed] == []
    else:
        assert "注1偏远地区另行约定。" in squeezed.replace("註", "注")


@pytest.mark.parametrize("tag", ["zh-Hant", "en"])
def test_the_search_finds_them(site: dict[str, bytes], tag: str) -> None:
    texts = texts_of(json.loads(site[f"search/{tag}-114.json"]))
    expected = [TABLE, ALT, CAPTION, NOTE, FIRST_NOTE]
    assert set(in_english(*expected) if tag == "en" else expected) <= set(texts)
    assert " ".join(in_english(*ROW) if tag == "en" else ROW) in texts
    assert ("Budget: 50,000" if tag == "en" else "預算：5萬") in texts


def test_everything_about_them_can_be_translated(settings: Settings) -> None:
    units = read_units(settings.root, "sample", 114)
    assert units is not None
    texts = [unit.text for unit in units.units]
    assert set(ENGLISH) <= set(texts)
    assert "120" not in texts
    assert texts.index(TABLE) < texts.index("據點") < texts.index("西區服務所") < texts.index(ALT) < texts.index(NOTE)
    lines = PLAN.splitlines()
    assert [unit.text for unit in units.units if unit.text not in lines[units.place(unit).line - 1]] == []


def test_they_change_no_address(settings: Settings, tmp_path: Path) -> None:
    addressed, _ = read_rows(settings.root, "sample", 114)
    assert addressed is not None
    plain = re.sub(r"(?m)^      - (?:table|figure|note):.*\n(?:        .*\n)*", "", PLAN)
    assert "- table" not in plain
    without = blocks_project(tmp_path)
    write(without.root, "offices/sample/114/plan.yml", plain)
    bare, problems = read_rows(without.root, "sample", 114)
    assert bare is not None
    assert not has_errors(problems)

    def ids(rows: object) -> Iterator[str]:
        for section in rows.sections:  # type: ignore[attr-defined]
            yield from (node.id for node in section.walk())

    assert [*ids(addressed)] == [*ids(bare)] == ["g-1", "m-1-1", "m-1-1-i1", "m-1-2", "m-1-3", "m-2"]
    assert read_addresses(without.root, "offices/sample/114")[0] is None


def test_a_picture_that_no_pdf_can_read_costs_no_document(tmp_path: Path) -> None:
    settings = blocks_project(tmp_path, documents=True)
    whole = png(1200, 400)
    start = whole.index(b"IDAT") - 4
    broken = whole[:start] + png_chunk(b"IDAT", b"no stream of zlib") + whole[-12:]
    (tmp_path / "offices/sample/114/flow.png").write_bytes(broken)
    outcome = build(settings, lambda *_: ())
    assert outcome.built is not None
    assert [(each.code, each.place.file) for each in outcome.problems] == [("W128", "offices/sample/114/flow.png")]
    assert f"{FILES}.zh-Hant.pdf" in tree(settings.site_dir)


def test_a_plan_without_a_column_of_periods_has_none_anywhere(tmp_path: Path) -> None:
    settings = blocks_project(tmp_path, documents=True)
    plan = PLAN[: PLAN.index("  - heading: 貳")]
    write(tmp_path, "offices/sample/114/plan.yml", plan)
    outcome = build(settings, lambda *_: ())
    assert outcome.built is not None, outcome.problems
    site = files(settings)
    for path in ("sample/114/index.html", "sample/114/browse/index.html"):
        assert "期間" not in html.fromstring(site[path].decode()).xpath("string(//main)"), path
    assert not any(path.startswith("browse/periods/") and path != "browse/periods/index.html" for path in site)
    assert json.loads(site["search/zh-Hant-114.json"])["periods"] == []
    assert "period" not in json.loads(site["sample/114/plan.json"])["columns"]
    content = etree.fromstring(parts(site[f"{FILES}.zh-Hant.odt"])["content.xml"])
    assert "期間" not in "".join(content.itertext())


def test_a_plan_without_departments_and_periods_has_a_page_and_an_index(tmp_path: Path) -> None:
    settings = blocks_project(tmp_path, documents=True)
    rows = "sections:\n  - heading: 壹、作法\n    rows:\n      - do: 1. 推廣電子帳單。\n"
    columns = "columns: {groups: [面向], measure: 具體作法}\n"
    write(tmp_path, "offices/sample/114/plan.yml", f"title: 示範處114年度服務計畫\n{columns}{rows}")
    outcome = build(settings, lambda *_: ())
    assert outcome.built is not None, outcome.problems
    page = html.fromstring(tree(settings.site_dir)["sample/114/index.html"].decode())
    assert page.xpath("//form[contains(@class, 'filter')] | //a[@href='browse/']") == []
    assert "由誰辦理" not in page.xpath("string(//main)")


def test_what_a_department_stands_for_is_looked_through() -> None:
    everything = (
        Department(name="各組", stands_for=("第一組至第二組", "第三組")),
        Department(name="第一組至第二組", stands_for=("第一組", "第二組")),
        *(Department(name=f"第{number}組") for number in "一二三"),
    )
    assert meant_by(["各組"], everything) == ("第一組至第二組", "第三組", "第一組", "第二組")
    assert meant_by(["第一組", "第一組至第二組"], everything) == ("第二組",)
    circle = (Department(name="甲", stands_for=("乙",)), Department(name="乙", stands_for=("甲",)))
    assert meant_by(["甲"], circle) == ("乙",)


def test_a_plan_that_was_copied_is_compared_with_its_tables(tmp_path: Path) -> None:
    settings = blocks_project(tmp_path)
    dated = PLAN.replace("表1 各據點受理件數", "表1 113年度各據點受理件數")
    write(tmp_path, "offices/sample/113/plan.yml", dated.replace("114年度", "113年度"))
    (tmp_path / "offices/sample/113/flow.png").write_bytes(png(12, 4))
    write(tmp_path, "offices/sample/114/plan.yml", dated)
    plans, problems = read_all(settings.root)
    assert len(plans) == 2
    line = dated.splitlines().index("      - table: 表1 113年度各據點受理件數") + 1
    assert [(each.code, each.place.line) for each in problems] == [("W161", line)]


def test_addresses_are_recorded_without_them(tmp_path: Path) -> None:
    settings = blocks_project(tmp_path)
    recorded = list(record_addresses(settings.root, "sample", 114))
    assert recorded
    kept = (tmp_path / "offices/sample/114/addresses.txt").read_text("utf-8")
    assert "m-1-3" in kept
    assert TABLE not in kept
    assert NOTE not in kept
    assert read_all(settings.root)[1] == []


def test_the_formatter_leaves_them_as_they_are() -> None:
    content = PLAN.encode()
    put = formatted("plan.yml", content, PlanFile, ("第一組", "第二組", "第一組至第二組", "總務組"))
    assert put.after == content
    assert put.problems == ()


def test_hostile_texts_are_only_text(tmp_path: Path) -> None:
    settings = blocks_project(tmp_path, documents=True)
    nasty = "<script>alert(1)</script>&\"'"
    quoted = f"'{nasty.replace(chr(39), chr(39) * 2)}'"
    plan = PLAN
    for text in (ALT, CAPTION, NOTE, TABLE, "東區服務所", "據點", "5萬"):
        plan = plan.replace(f"note: {text}", f"note: {quoted}").replace(f": {text}\n", f": {quoted}\n")
        plan = plan.replace(f"[{text},", f"[{quoted},").replace(f"預算: {text}", f"預算: {quoted}")
    write(tmp_path, "offices/sample/114/plan.yml", plan)
    outcome = build(settings, lambda *_: ())
    assert outcome.built is not None, outcome.problems
    site = files(settings)
    page = site["sample/114/index.html"].decode()
    assert "<script>alert" not in page
    parsed = html.fromstring(page)
    assert parsed.xpath("//figure/img/@alt") == [nasty]
    assert [each.text for each in parsed.xpath("//figcaption | //caption")] == [nasty, nasty]
    assert parsed.xpath("string(//td)") == parsed.xpath("string(//table//th)") == nasty
    assert faults(site[f"{FILES}.zh-Hant.odt"]) == faults(site[f"{FILES}.zh-Hant.ods"]) == []
    content = etree.fromstring(parts(site[f"{FILES}.zh-Hant.odt"])["content.xml"])
    assert content.xpath("string(//*[local-name()='desc'])") == nasty
