"""A page on paper, as Chromium prints it: what belongs together stays together, and nothing asks to be touched."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pytest
from playwright.sync_api import Page
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDFPath_CountSegments

from tests.browser.conftest import Site, Visitor
from tests.real_site import SITE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLANS = ["kinmen/114/", "taipei-city/112/", "water-1/105/", "en/kinmen/114/"]
CENTIMETRE = 72 / 2.54
TOUCHED = (
    "複製引用文字",
    "相同作法",
    "回頁首",
    "本頁目錄",
    "篩選具體作法",
    "回報本頁內容錯誤",
    "公告單",
    "選單",
    "下載",
)

# Headings and labels: what may not stand alone at the foot of a sheet.
HEADINGS = """() => [...document.querySelectorAll("main :is(h2, h3, h4, h5, h6, [role=heading], dt)")]
    .filter(each => each.checkVisibility()).map(each => each.innerText)"""
MEASURES = "() => [...document.querySelectorAll('.measures .text p')].map(each => each.innerText)"


@dataclass(frozen=True)
class Sheet:
    """A printed page.

    Attributes:
        lines: from top to bottom, without blanks.
        margin: how near its words come to the left or right edge, in points.
        strokes: of the shape that has most of them.
    """

    lines: tuple[str, ...]
    margin: float
    strokes: int


def packed(text: str) -> str:
    return "".join(text.split())


def printed(page: Page) -> Iterator[Sheet]:
    with pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True)) as paper:
        for sheet in paper:
            text = sheet.get_textpage()
            boxes = [text.get_rect(number) for number in range(text.count_rects())]
            lines = tuple(filter(None, map(packed, text.get_text_range().splitlines())))
            margin = min(min(box[0] for box in boxes), sheet.get_width() - max(box[2] for box in boxes))
            shapes = sheet.get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=4)
            yield Sheet(lines, margin, max((FPDFPath_CountSegments(shape) for shape in shapes), default=0))


def whole(sheets: list[Sheet]) -> str:
    return "".join(line for sheet in sheets for line in sheet.lines)


@pytest.mark.parametrize("path", PLANS)
def test_a_plan_on_paper_is_whole_and_has_its_address(path: str, site: Site, visitor: Visitor) -> None:
    page = visitor.open(site.url + path)
    sheets = [*printed(page)]
    page.emulate_media(media="print")
    headings = {packed(each) for each in page.evaluate(HEADINGS)}
    measures = [packed(each) for each in page.evaluate(MEASURES)]
    last = [sheet.lines[-1] for sheet in sheets]
    assert [line for line in last if any(heading.endswith(line) for heading in headings)] == []
    assert [measure for measure in measures if measure not in whole(sheets)] == []
    assert len(measures) > 20
    assert min(sheet.margin for sheet in sheets) >= 1.9 * CENTIMETRE, "nothing is cut off at the edge"
    assert packed(SITE + path) in whole(sheets)
    assert sheets[-1].strokes > 200, "the QR code"


def test_nothing_on_paper_asks_to_be_touched(site: Site, visitor: Visitor) -> None:
    lines = [line for sheet in printed(visitor.open(f"{site.url}kinmen/114/")) for line in sheet.lines]
    assert [line for line in lines if line.startswith(TOUCHED)] == []


@pytest.mark.parametrize("path", ["kinmen/114/", "en/water-1/105/"])
def test_the_sheet_for_the_wall_is_one(path: str, site: Site, visitor: Visitor) -> None:
    (sheet,) = printed(visitor.open(f"{site.url}{path}bulletin/"))
    assert packed(SITE + path) in whole([sheet])
    assert sheet.strokes > 200


def test_a_topic_on_paper_has_measures_and_no_lists_of_links(site: Site, visitor: Visitor) -> None:
    text = whole([*printed(visitor.open(f"{site.url}topics/e-billing/"))])
    assert "承辦部門" in text
    assert [words for words in ("本主題的檔案", "計畫中的", "任選兩份計畫", "其他年度") if words in text] == []
