"""站內搜尋: the search page. Its scripts answer in the reader's browser; without them it leads to lists."""

from dataclasses import dataclass

from planpress import addresses
from planpress.pages.maker import PageMaker


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """What the search page of one language loads.

    Attributes:
        index: paths of the files of the index, in the order in which they are read.
        first: how many of them the first answer waits for.
    """

    index: tuple[str, ...]
    first: int


def search_page(maker: PageMaker, files: SearchFiles) -> str:
    """The search page."""
    _ = maker.edition.gettext
    here = addresses.localised(maker.edition.language, addresses.SEARCH)
    title = _("站內搜尋")
    view = maker.frame(
        addresses.SEARCH,
        title=title,
        description=_("搜尋本站所有計畫的作法、標題與說明，可依機關、年度、部門與期間篩選。"),
        breadcrumbs=((_("首頁"), addresses.HOME), (title, addresses.SEARCH)),
    )
    return maker.render(
        "search.html",
        view=view,
        scripts=[addresses.relative(here, path) for path in maker.assets.search],
        index=" ".join(addresses.relative(here, path) for path in files.index),
        first=files.first,
        root=addresses.relative(here, ""),
        browse=addresses.relative(addresses.SEARCH, addresses.BROWSE),
        sitemap=addresses.relative(addresses.SEARCH, addresses.SITEMAP),
    )
