"""What the site consists of. A new capability is files of its own, a line here, and a command where it has one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from planpress import addresses
from planpress.artifacts.accessibility import accessibility_part
from planpress.artifacts.artifact import Artifact
from planpress.artifacts.browse import browse_part, plan_index_part
from planpress.artifacts.calendar import calendar_part
from planpress.artifacts.changes import changes_part, revision_changes_part
from planpress.artifacts.clauses import clauses_part
from planpress.artifacts.compare import compare_part, compare_script
from planpress.artifacts.datasets import datasets_part
from planpress.artifacts.disclosure import disclosure_part
from planpress.artifacts.feeds import feeds_part
from planpress.artifacts.links import links_part
from planpress.artifacts.pages import (
    bulletins_part,
    data_part,
    editorial_part,
    glossary_part,
    home_part,
    offices_part,
    plans_part,
    quality_part,
    site_map_part,
    superseded_part,
)
from planpress.artifacts.results import office_results_part, results_data_part, results_part, satisfaction_part
from planpress.artifacts.reviews import reviews_part
from planpress.artifacts.search import search_index, search_part
from planpress.artifacts.site import Site
from planpress.pages.frame.menu import MenuEntry, message


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site: what it is made of, and what menus and site map say of it."""

    artifacts: Callable[[Site], Iterator[Artifact]]
    entries: tuple[MenuEntry, ...] = ()
    named: Callable[[Site], Iterator[Artifact]] | None = None
    """Files that are made before all others, since pages name them by what they hold."""
    is_last: bool = False
    """They tell what is proven of all other files, and so are made after them."""


PARTS: Final = (
    Part(home_part),
    Part(offices_part),
    Part(plans_part),
    Part(bulletins_part),
    Part(superseded_part),
    Part(results_part),
    Part(results_data_part),
    Part(office_results_part),
    Part(satisfaction_part),
    Part(plan_index_part),
    Part(changes_part),
    Part(revision_changes_part),
    Part(search_part, (MenuEntry(addresses.SEARCH, message("站內搜尋")),), named=search_index),
    Part(browse_part, (MenuEntry(addresses.BROWSE, message("分類瀏覽"), navigation=True),)),
    Part(compare_part, (MenuEntry(addresses.COMPARE, message("比較兩份計畫")),), named=compare_script),
    Part(site_map_part, (MenuEntry(addresses.SITEMAP, message("網站導覽"), navigation=True, footer=True),)),
    Part(clauses_part, is_last=True),
    Part(disclosure_part),
    Part(datasets_part),
    Part(data_part, (MenuEntry(addresses.DATA, message("文件與開放資料"), navigation=True),)),
    Part(
        quality_part,
        (
            MenuEntry(
                addresses.QUALITY,
                message("品質與查核"),
                footer=True,
                text=message("本站的品質，每一項都有數字、分母、日期與證明，供民眾與查核人員查證。"),
            ),
        ),
        is_last=True,
    ),
    Part(reviews_part),
    Part(links_part),
    Part(accessibility_part),
    Part(
        glossary_part,
        (
            MenuEntry(
                addresses.GLOSSARY,
                message("詞彙"),
                footer=True,
                text=message("計畫中不易懂的詞語與英文縮寫，以一般的意思說明；並非計畫的一部分。"),
            ),
        ),
    ),
    Part(
        calendar_part,
        (
            MenuEntry(
                addresses.CALENDAR,
                message("行事曆"),
                footer=True,
                text=message("各計畫寫明的期限、有日期的具體作法與定期辦理的具體作法，逐年逐月列出，可訂閱。"),
            ),
        ),
    ),
    Part(feeds_part, (MenuEntry(addresses.FEED, message("訂閱最新消息（Atom）"), footer=True),)),
    Part(
        editorial_part,
        (
            MenuEntry(addresses.ABOUT, message("關於本站"), navigation=True),
            MenuEntry(addresses.ACCESSIBILITY, message("無障礙聲明"), footer=True),
            MenuEntry(addresses.PRIVACY, message("隱私權及安全政策"), footer=True),
        ),
    ),
)
"""Every part, in the order of the menus and the site map."""


def menu_of(parts: tuple[Part, ...]) -> tuple[MenuEntry, ...]:
    """What menus and site map list."""
    return tuple(entry for part in parts for entry in part.entries)
