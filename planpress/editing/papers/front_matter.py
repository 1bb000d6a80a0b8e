"""What stands before the first chapter of a document: its title, its date, and what is neither."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planpress.editing.papers.paper import Ledger, PaperBlock, PaperLine, Reason
from planpress.editing.papers.tables import MeasureTable
from planpress.model.dates import RocDate
from planpress.model.numbering import split_number

_TITLE: Final = re.compile(r".*計畫(?:書)?(?:[（(].{0,20}[)）])?")
_OFFICE: Final = re.compile(r".*(?:處|所|局|段|公司|中心|分處|分局|署|會|場|廠)")
_DATE: Final = re.compile(
    r"(?:中華民國|民國)?(?P<year>\d{2,3})[年.](?P<month>\d{1,2})(?:月(?:(?P<day>\d{1,2})日)?|\.(?P<other>\d{1,2}))(?:訂定|修正|編訂|擬訂|核定|公告)?"
)
OURS: Final = re.compile(
    r"非官方轉錄：.*|本文件(?:依機關計畫轉錄|由).*|https?://\S+/|草案，尚未核定。|.*非官方轉錄.*以機關核定之文件為準。"
)


def front_matter(lines: Sequence[PaperLine], ledger: Ledger) -> tuple[str, str]:
    """Title and 民國 date of the lines before the first chapter; empty where they have none.

    Args:
        lines: before the first chapter.
        ledger: where what is neither goes.
    """
    title, adopted = "", ""
    lines = [line for line in lines if line.text]
    titles = [line.text for line in lines if line.is_title]
    used: set[int] = set()
    if titles:
        title = "".join(titles)
        used |= {place for place, line in enumerate(lines) if line.is_title}
    else:
        for place, line in enumerate(lines):
            if _TITLE.fullmatch(line.text) and split_number(line.text)[0] is None:
                title, used = line.text, used | {place}
                above = lines[place - 1].text if place else ""
                has_office = re.search(r"[處所局段]\d{2,3}年", line.text) or _OFFICE.match(line.text)
                if above and _OFFICE.fullmatch(above) and not has_office:
                    title, used = above + line.text, used | {place - 1}
                break
    for place, line in enumerate(lines):
        if place in used:
            continue
        match = _DATE.fullmatch(line.text.replace(" ", "").strip("()（）"))
        if match and not adopted and (date := _roc_date(match)):
            adopted = date
            ledger.turned.append(line.text)
        else:
            ledger.leave_out(_front_reason(line.text), [line.text])
    return title, adopted


def with_title(blocks: Sequence[PaperBlock | MeasureTable]) -> list[PaperBlock | MeasureTable]:
    """The blocks; the first of all headings, where it alone is of its level and is called a plan, is the title."""
    headings = [each for each in blocks if isinstance(each, PaperLine) and each.level and each.text]
    first = headings[0] if headings else None
    is_known = any(isinstance(each, PaperLine) and each.is_title and each.text for each in blocks)
    if first is None or is_known or any(each.level <= first.level for each in headings[1:]):
        return [*blocks]
    is_title = _TITLE.fullmatch(first.text) is not None and split_number(first.text)[0] is None
    return [replace(first, level=0, is_title=True) if each is first and is_title else each for each in blocks]


def _roc_date(match: re.Match[str]) -> str:
    given = match["day"] or match["other"]
    day = f"-{int(given):02}" if given else ""
    text = f"{int(match['year'])}-{int(match['month']):02}{day}"
    try:
        return RocDate.parse(text).text
    except ValueError:
        return ""


def _front_reason(text: str) -> Reason:
    return Reason.OURS if OURS.fullmatch(text) else Reason.FRONT
