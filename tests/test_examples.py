"""The fictional offices of ``examples/``: a site of their own, in which everything that a plan can hold occurs."""

import csv
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from planpress import addresses
from planpress.cli.commands import main
from planpress.documents.press import Press
from planpress.model.document_files import DocumentKind
from planpress.settings import Settings
from planpress.source.folders import office_ids, plan_files
from planpress.source.repository import read_office, read_organisations, read_plan
from planpress.source.row_addresses.address_file import read_addresses
from tests.documents.test_validity import faults
from tests.markup import links, on_one_line, one, page
from tests.projects import ROOT, tree
from tests.site.test_results import held

EXAMPLES = ROOT / "examples"
MARCH_2026 = "1772323200"

FEATURES = {
    # what an office is
    "an office's site speaks in its own name": ("water-first/115/index.html", "本處這一年的具體作法"),
    "contact of the publisher": ("about/index.html", "service@example.tw"),
    "contact of an office": ("water-first/index.html", "客服專線 02-0000-0001"),
    "a class of services": ("browse/services/e41/index.html", "示範自來水公司第一服務處"),
    "a class of themes": ("browse/themes/170/index.html", "公用事業"),
    "a class of policies": ("browse/policies/j00/index.html", "公用事業管理"),
    "a topic": ("topics/outages/index.html", "停電、停水的通知與處理。"),
    "a service beside a topic": ("topics/outages/index.html", "停電查詢 示範電力公司，中華民國114年11月25日查看"),
    "a year of a topic": ("topics/e-billing/114/index.html", "電子帳單：114年度（2025）"),
    "plans to compare": ("compare/index.html", "要比較的計畫"),
    "a department that was renamed": ("water-first/index.html", "服務課・原名營業課，115年度（2026）起"),
    "the plan keeps the former name": ("water-first/114/index.html", "承辦部門 營業課"),
    "an old address": ("en/water-1/115/index.html", "The address now has the whole name of the office."),
    "a department's old address": ("browse/departments/d-d613b3d6/index.html", "營業課改為服務課。"),
    "a department that is no longer there": ("water-first/index.html", "資訊課・至114年度（2025）"),
    "a department that stands for all": ("water-first/115/index.html", "選一個部門，也會列出各課共同辦理的具體作法。"),
    "a department that stands for some": (
        "city-first/115/browse/index.html",
        "第二組 3項 第三組 3項 第一組至第三組 1項",
    ),
    "what an office publishes": ("city-first/disclosure/index.html", "87%（7／8）"),
    "where to take part": ("city-first/index.html", "留言版 市民留言版 來源：示範市第一服務處網站導覽"),
    # what a plan is
    "two years": ("browse/years/115/index.html", "114-115年度（2025-2026）"),
    "a plan whose year is over": ("water-first/114/index.html", "該年度已經結束"),
    "approvals": ("city-first/115/index.html", "備查 示範市議會，中華民國115年1月8日"),
    "a letter": ("power-south/114/index.html", "審定 業務處，中華民國114年1月20日，示範業字第1140000001號"),
    "a revision": ("power-south/114/index.html", "第1次修正：配合里民意見"),
    "what it changed": ("power-south/114/revisions/1/changes/index.html", "修正規定 現行規定 說明"),
    "what it replaced": ("power-south/114/revisions/1/index.html", "60分鐘內"),
    "a correction": ("city-first/115/index.html", "原登載「每週日上午」，更正為「每週六上午」。"),
    "a record of changes": ("water-first/115/index.html", "中華民國115年2月10日：2項作法改了承辦部門"),
    "a supplement": ("power-south/114/index.html", "一、停靠地點以里活動中心為原則"),
    "a supplement that is a file": ("power-south/114/index.html", "停電通知作業補充規定（PDF，"),
    "shortcuts": ("water-first/115/index.html", "本計畫選讀項目"),
    "what it asks of the website": ("city-first/115/clauses/index.html", "辦理方式 不適用"),
    # what a plan holds
    "a section's own columns": ("power-south/114/index.html", "辦理時間 每季"),
    "a further column": ("power-south/114/index.html", "預算 20萬元"),
    "another further column": ("power-south/114/index.html", "執行方法 於櫃檯示範操作"),
    "a target": ("power-south/114/index.html", "目標值 12,000戶（中華民國115年12月31日前）"),
    "an introduction": ("city-first/115/index.html", "各櫃檯之服務，以市民一次辦妥為原則："),
    "an item": ("water-first/115/index.html", "乙. 清單內容每半年檢視一次。"),
    "a supporting department": ("water-first/115/index.html", "協辦 服務課"),
    "a department of a heading": ("city-first/115/index.html", "2. 每月第一個週三於山區各里巡迴服務。 主辦單位 第三組"),
    "a table": ("water-first/115/index.html", "濱海區 濱海活動中心 6"),
    "a figure": ("water-first/115/index.html", "圖1 到府服務流程"),
    "a note": ("water-first/115/index.html", "註1 遇連續假日"),
    # what comes of two years
    "a plan and the one that it follows": ("power-south/114/changes/parent/index.html", "所依據的計畫另有 3處"),
    "changes": ("water-first/115/changes/index.html", "改寫4處、新增2處、刪除1處，其餘26處不變"),
    "four years of an office": ("water-first/113/changes/index.html", "改寫10處、新增2處"),
    # what became of the plans
    "an own assessment": ("water-first/114/results-2/index.html", "執行情形：完成3項、依計畫辦理2項。"),
    "a trend of own assessments": ("water-first/114/results-2/index.html", "112下為79、113上為84、113下為88"),
    "why points were lost": ("water-first/113/results-1/index.html", "一次因搶修併同辦理，於2日前通知。"),
    "an assessment in prose": ("water-first/112/results-1/index.html", "由12分鐘縮短為9分鐘"),
    "an assessment by ranks alone": ("water-first/112/results-head-office/index.html", "第4名（共8個單位）"),
    "ranks over the years": ("water-first/results/index.html", "113年度（2024）全年度上級考核 — — 第3名（共8個單位）"),
    "an assessment by head office": ("water-first/114/results-head-office/index.html", "優等"),
    "a test by telephone": ("water-first/113/results-telephone-2/index.html", "91（滿分100）"),
    "a visit": ("water-first/113/results-visit/index.html", "建議於櫃檯增設低檯面"),
    "weights and a review": ("power-south/114/results-1/index.html", "86 × 40% = 34.4"),
    "statuses of parts": ("power-south/114/results-1/index.html", "執行情形：完成1項、辦理中2項、依計畫辦理4項。"),
    "a plan that was revised after an assessment": (
        "power-south/114/results-1/index.html",
        "計畫於中華民國114年7月1日修正，在本次考核的期間之後",
    ),
    "a visit in a month": ("water-first/results/index.html", "中華民國113年9月實地考核"),
    "a status beside a measure": ("power-south/114/index.html", "變更"),
    "a survey over the years": ("water-first/satisfaction/index.html", "112年為86.1、113年為89.4、114年為92.6"),
    "a second survey": ("water-first/satisfaction/index.html", "112年為82.3、113年為80.4、114年為87.4"),
    "cells of few people": ("water-first/satisfaction/index.html", "不列"),
    "what was done about a survey": ("water-first/satisfaction/index.html", "櫃檯增設低檯面與候位座椅。（營業課）"),
    "an indicator": ("water-first/results/index.html", "線上服務比率"),
    "a growth": ("water-first/results/index.html", "成長率（百分比）"),
    "a publication with its day": ("calendar/index.html", "中華民國113年7月17日"),
    "nothing supplied": ("city-first/115/index.html", "本站未收錄考核結果（不表示機關未公布）"),
    "results in English": ("en/water-first/112/results-1/index.html", "the average wait fell from 12 minutes to 9"),
    "English": ("en/power-south/114/index.html", "Promote electronic bills."),
    "Simplified Chinese": ("zh-hans/city-first/115/index.html", "为独居长者办理到宅申请"),
}
"""What occurs, by the page that shows it and its words there."""

INTERNAL = (
    "第三櫃檯", "71.35", "輪值紀錄", "39.5", "同仁意見調查", "78.25", "輪值班表", "overtime-share", "加班時數", "6.17",
    "示範字第1號函", "內部作業分工表", "114/results-telephone-1", "114/results-visit",
)  # fmt: skip
"""What only internal results and deadlines of the example say."""


def copied(folder: Path) -> Path:
    """The example beside the theme and the interface, as the project has them, so that no test touches its cache."""
    shutil.copytree(EXAMPLES, folder / "examples", ignore=shutil.ignore_patterns("site", ".cache"))
    for name in ("theme", "content/locales"):
        shutil.copytree(ROOT / name, folder / name)
    return folder / "examples"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The example's folder, with its site in March 2026."""
    root = copied(tmp_path_factory.mktemp("house"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", MARCH_2026)
        assert main(["--config", str(root / "mkdocs.yml"), "--no-documents", "--jobs", "1"], ROOT) == 0
        yield root


@pytest.fixture(scope="module")
def pages(example: Path) -> dict[str, str]:
    """What stands on every page, without elements, in one line."""
    html = {path: data.decode() for path, data in tree(example / "site").items() if path.endswith(".html")}
    return {path: " ".join(re.sub(r"<[^>]+>", " ", on_one_line(text)).split()) for path, text in html.items()}


@pytest.mark.parametrize("feature", FEATURES)
def test_everything_that_a_plan_can_hold_occurs(pages: dict[str, str], feature: str) -> None:
    path, words = FEATURES[feature]
    assert words in pages[path]


def test_what_came_later_accuses_nobody(pages: dict[str, str]) -> None:
    assert "修正，在本次考核的期間之後" not in pages["power-south/114/results-2/index.html"]
    assert "計畫修正前" not in pages["power-south/114/index.html"]  # the second half has told of every measure
    surveys = pages["water-first/satisfaction/index.html"]
    assert "92.6；目標" not in surveys and "87.4；目標85" in surveys  # the first had another target in 112


def test_assessments_of_one_kind_by_one_unit_are_one_series(pages: dict[str, str]) -> None:
    said = pages["water-first/results/index.html"]
    assert (said.count("自行考核（考核小組）"), said.count("上級考核（總處）")) == (1, 1)


def test_nothing_internal_is_in_its_site_or_its_cache(example: Path) -> None:
    sources = held(example / "offices")
    for folder in ("site", ".cache"):
        everything = held(example / folder)
        assert "water-first" in everything  # it could be read
        assert [word for word in INTERNAL if word in everything] == []
    assert [word for word in INTERNAL if word not in sources and "/" not in word] == []


def test_a_plan_without_a_column_of_periods_shows_none(example: Path, pages: dict[str, str]) -> None:
    assert "執行期間" in pages["water-first/115/index.html"]
    assert [path for path in pages if path.startswith("city-first/115/") and "執行期間" in pages[path]] == []
    data = json.loads((example / "site/city-first/115/plan.json").read_text("utf-8"))
    assert "when" not in data["columns"]


def test_a_figure_says_in_words_what_it_shows(example: Path) -> None:
    page = (example / "site/city-first/115/index.html").read_text("utf-8")
    [alt] = re.findall(r'<img src="files/counter\.png" [^>]*alt="([^"]*)"', page)
    assert alt.startswith("線上申請分三步：")


def test_the_second_year_carries_the_addresses_of_the_first(example: Path) -> None:
    after, _ = read_addresses(example, "offices/water-first/115")
    before, _ = read_addresses(example, "offices/water-first/114")
    assert after and before
    carried = {row.id for row in after.addresses if row.carried == 114}
    assert carried == {row.id for row in before.addresses} - {"m-3-1-3"}  # which is gone
    assert {row.id for row in after.addresses if row.carried is None} == {"m-2-1-3", "m-3-1-4"}


@pytest.mark.slow
def test_nothing_is_wrong_with_it(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", "--format", "json", "--config", str(example / "mkdocs.yml")], ROOT) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in told] == ["W746"], "nothing but that nobody has asked other sites"


def test_all_of_it_is_in_english(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", "--status", "--format", "json", "--config", str(example / "mkdocs.yml")], ROOT) == 0
    told = json.loads(capsys.readouterr().out)
    assert told
    assert {(each["missing"], each["stale"]) for each in told} == {(0, 0)}


def test_every_text_of_its_results_is_in_english(example: Path) -> None:
    catalogue = (example / "content/locales/en/LC_MESSAGES/plans.po").read_text("utf-8")
    assert main(["translate", "--config", str(example / "mkdocs.yml")], ROOT) == 0
    assert (example / "content/locales/en/LC_MESSAGES/plans.po").read_text("utf-8") == catalogue
    assert re.findall(r'^msgid (".+")\nmsgstr ""\n$|fuzzy', catalogue, re.MULTILINE) == []


def test_nobody_takes_it_for_real() -> None:
    organisations, _ = read_organisations(EXAMPLES)
    assert organisations
    assert all(each.name.startswith("示範") for each in organisations.values())
    assert len(office_ids(EXAMPLES)) == 4
    for office_id in office_ids(EXAMPLES):
        office, _ = read_office(EXAMPLES, office_id, organisations)
        assert office
        assert office.name.startswith("示範")
        contact = {name: fact.value for name, fact in office.contact.known()}
        assert contact["telephone"].startswith("02-0000-")
        assert contact["email"].endswith("@example.tw")
        assert contact["website"].endswith(".example.tw/")
    texts = "".join(path.read_text("utf-8") for path in EXAMPLES.glob("offices/**/*.yml"))
    assert set(re.findall(r"https?://[\w.-]*?([\w-]+\.\w+)/", texts)) == {"example.tw"}
    assert re.findall("台電|台灣電力|台水|台灣自來水|市政府(?<!示範市政府)", texts) == []


def test_one_command_builds_it_and_the_readmes_name_it() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "make example " in listed
    told = subprocess.run(["make", "-n", "example"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "build.py --config examples/mkdocs.yml" in told
    for readme in ("README.md", "README.en.md"):
        assert "make example" in (ROOT / readme).read_text("utf-8")


@pytest.mark.slow
def test_its_documents_conform_to_the_oasis_schema(tmp_path: Path) -> None:
    root = copied(tmp_path)
    press = Press(Settings.load(root))
    organisations, _ = read_organisations(root)
    checked = 0
    for found in plan_files(root)[0]:
        office, _ = read_office(root, found.office_id, organisations)
        assert office
        plan, problems = read_plan(root, office, found.roc_year)
        assert plan, problems
        for file, data in press.documents(plan, office):
            if file.kind in (DocumentKind.ODT, DocumentKind.ODS):
                assert faults(data) == [], file
                checked += 1
            elif file.kind not in (DocumentKind.CSV, DocumentKind.JSON_LINES):
                assert data.startswith(b"%PDF-")
    assert checked == 7 * 5


class Inspector:
    """Somebody who has the address of ``/quality/`` and nothing else: reads pages, and follows their links."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.url = "https://plans.example.tw/"

    def file(self, url: str) -> str:
        """The file that an address of the site gets; it must be there, and what the address means within it."""
        address, _, anchor = url.partition("#")
        path = self.site / addresses.file_of(unquote(address.removeprefix(self.url)))
        text = path.read_text("utf-8-sig")
        assert not anchor or f'id="{anchor}"' in text, url
        return text

    def links(self, url: str, **within: str) -> list[tuple[str, str]]:
        """Text and address of the links of a page, or of a part of it."""
        root = page(self.file(url))
        return [(text, urljoin(url, href)) for text, href in links(one(root, **within) if within else root)]


def test_an_inspector_verifies_each_claim_by_links(example: Path) -> None:
    inspector = Inspector(example / "site")
    quality = f"{inspector.url}quality/"
    data = json.loads(inspector.file(f"{quality}quality.json"))
    shown = " ".join(re.sub(r"<[^>]+>", " ", on_one_line(inspector.file(quality))).split())
    followed = {url for _, url in inspector.links(quality, tag="main")}
    for proof in data["proofs"]:
        assert f"{proof['percent']}%（{proof['passed']:,}／{proof['total']:,}）" in shown
        assert proof["url"] in followed, "each figure leads to its proof"
        assert proof["percent"] == 100 * proof["passed"] // proof["total"]
        for url in (proof["url"], *proof["places"]):
            inspector.file(url)
    by_page = list(csv.DictReader(inspector.file(f"{quality}pages.csv").splitlines()))
    for key in ("metadata", "search-help"):
        short = {row["url"] for row in by_page if key in row["short_of"].split(";")}
        assert short == {url for each in data["proofs"] if each["key"] == key for url in each["places"]}
    claims = [url for url in followed if url.endswith(("/clauses/", "/disclosure/"))]
    assert len(claims) >= 2
    for claim in claims:
        dated = re.sub(r"<[^>]+>", " ", on_one_line(inspector.file(claim)))
        for _, url in inspector.links(claim, tag="main"):
            if url.startswith(inspector.url):
                inspector.file(url)
            else:
                assert re.search(re.escape(url) + r"\s*（\s*中華民國\d+年\d+月\d+日查閱\s*）", dated), url
    [of_city] = [url for url in claims if url.endswith("city-first/115/clauses/")]
    assert "87%" in inspector.file(of_city), "the figure is the check's own"


@pytest.mark.parametrize(
    ("file", "before", "after", "place"),
    [
        ("offices/city-first/115/clauses.yml", "page: search/help/", "page: search/halp/", "clauses.yml:15"),
        ("offices/city-first/disclosure.yml", "page: city-first/115/,", "page: city-first/114/,", "disclosure.yml:15"),
        ("offices/city-first/115/clauses.yml", "詮釋資料維持完整", "詮釋資料完整", "clauses.yml:6"),
        ("offices/city-first/115/clauses.yml", "{proof: links}", "{proof: external-links}", "clauses.yml:21"),
        ("mkdocs.yml", "search-help: 100", "disclosure: 100", "mkdocs.yml:"),
    ],
)
def test_what_is_claimed_and_not_so_keeps_the_site_from_being_written(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, before: str, after: str, place: str
) -> None:
    root = copied(tmp_path)
    shutil.copytree(example / ".cache", root / ".cache")
    text = (root / file).read_text("utf-8")
    assert before in text
    (root / file).write_text(text.replace(before, after, 1), "utf-8")
    assert main(["--config", str(root / "mkdocs.yml"), "--no-documents", "--jobs", "1"], ROOT) == 1
    assert place in capsys.readouterr().err and not (root / "site").exists()


def test_the_site_of_one_office_shows_nothing_of_the_others(tmp_path: Path) -> None:
    examples = copied(tmp_path)
    config = str(examples / "mkdocs.water-first.yml")
    assert main(["--jobs", "1", "--no-documents", "--config", config], tmp_path) == 0
    said = {path: content.decode("utf-8", "replace") for path, content in tree(examples / "site-water-first").items()}
    assert "water-first/115/index.html" in said and "water-1/115/index.html" in said
    others = ("示範電力", "示范电力", "示範市第一", "Demonstration Power", "power-head", "power-south", "city-first")
    assert {path: word for path, text in said.items() for word in others if word in text or word in path} == {}
