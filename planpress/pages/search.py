"""站內搜尋: the search page. Its scripts answer in the reader's browser; without them it leads to lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from planpress import addresses
from planpress.pages.browse import tree_name
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


def search_page(maker: PageMaker, files: SearchFiles, trees: Sequence[str]) -> str:
    """The search page.

    Args:
        maker: of this language.
        files: what it loads.
        trees: the ways to go without searching.
    """
    _ = maker.edition.gettext
    here = addresses.localised(maker.edition.language, addresses.SEARCH)
    title = _("站內搜尋")
    view = maker.frame(
        addresses.SEARCH,
        title=title,
        description=_("搜尋本站所有計畫的作法、標題與說明，可依機關、年度、部門與期間篩選。"),
        breadcrumbs=((title, addresses.SEARCH),),
    )
    return maker.render(
        "search.html",
        view=view,
        script=addresses.relative(here, maker.assets.search),
        index=" ".join(addresses.relative(here, path) for path in files.index),
        first=files.first,
        examples=examples(maker),
        root=addresses.relative(here, ""),
        ways=[{"href": addresses.relative(addresses.SEARCH, path), "name": name} for path, name in ways(maker, trees)],
    )


def ways(maker: PageMaker, trees: Sequence[str]) -> list[tuple[str, str]]:
    """Where to look without searching: paths without language, and what they are called."""
    _ = maker.edition.gettext
    entries = {entry.path: _(entry.name) for entry in maker.menu}
    return [
        *((path, entries[path]) for path in (addresses.BROWSE,) if path in entries),
        *((addresses.browse(tree), tree_name(maker, tree)) for tree in trees),
        *((path, entries[path]) for path in (addresses.SITEMAP,) if path in entries),
    ]


def examples(maker: PageMaker) -> list[dict[str, str]]:
    """The query language, a query and what it means each."""
    _ = maker.edition.gettext
    return [
        {"query": _("停電 通知"), "meaning": _("兩個詞都有，順序不拘。")},
        {"query": _('"單一窗口"'), "meaning": _("引號內的文字連在一起。")},
        {"query": _("繳費 -超商"), "meaning": _("有前者，沒有減號後的詞。")},
        {"query": _("電子帳單 OR 無紙化"), "meaning": _("有其中一個即可；OR 用大寫。")},
        {"query": _("部門:業務組 電子帳單"), "meaning": _("限部門；也可用 機關:、年度:、期間:、面向:。")},
        {"query": "PDF", "meaning": _("文件也找得到，並可依檔案大小排列。")},
    ]
