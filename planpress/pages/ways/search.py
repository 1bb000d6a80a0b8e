"""站內搜尋: the search page, whose scripts answer in the reader's browser, and the page that explains it.

Without scripts the search page leads to lists.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planpress import addresses
from planpress.model import Office
from planpress.model.classification import POLICIES, SERVICES, THEMES
from planpress.overview.trees import DEPARTMENTS, GROUPS, OFFICES, TOPICS, YEARS, Tree
from planpress.pages.browse.browse import leaf_name, tree_name
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import language_of

CLASS_FACETS: Final = {THEMES: "theme", POLICIES: "policy", SERVICES: "service"}
"""What the schemes of 政府資訊分類檢索 are called in the address of a search."""
FACETS: Final = {OFFICES: "office", YEARS: "year", DEPARTMENTS: "department", GROUPS: "group", **CLASS_FACETS}
"""What the trees whose leaves a search can be narrowed down to are called there."""


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """What the search page of one language loads.

    Attributes:
        index: paths of the files of the index, in the order in which they are read.
        first: how many of them the first answer waits for.
        foreign: path of a further one, for who asks in letters on a page in Han characters; empty where there is none.
    """

    index: tuple[str, ...]
    first: int
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A part of the form by which a search is narrowed down.

    Attributes:
        field: what it is called in the address.
        name: what readers call it.
        options: values, what they are called, and the language of that, where it is not the page's.
    """

    field: str
    name: str
    options: tuple[tuple[str, str, str | None], ...]


def search_page(maker: PageMaker, files: SearchFiles, trees: Sequence[Tree], offices: Mapping[str, Office]) -> str:
    """The search page.

    Args:
        maker: of this language.
        files: what it loads.
        trees: the ways to go without searching, and what a search can be narrowed down to.
        offices: of the site, by id.
    """
    _ = maker.edition.gettext
    here = addresses.localised(maker.edition.language, addresses.SEARCH)
    title = _("站內搜尋")
    view = maker.frame(
        addresses.SEARCH,
        title=title,
        description=_("搜尋本站所有計畫的具體作法、標題與說明，可依機關、年度、部門與期間篩選。"),
        breadcrumbs=((title, addresses.SEARCH),),
    )
    slugs = [tree.slug for tree in trees]
    return maker.render(
        "search.html",
        view=view,
        script=addresses.relative(here, maker.assets.search),
        index=" ".join(addresses.relative(here, path) for path in files.index),
        first=files.first,
        foreign=files.foreign and addresses.relative(here, files.foreign),
        choices=[*choices(maker, trees, offices)],
        root=addresses.relative(here, ""),
        topics=addresses.relative(addresses.SEARCH, addresses.browse(TOPICS) if TOPICS in slugs else addresses.BROWSE),
        explained=addresses.relative(addresses.SEARCH, addresses.SEARCH_HELP),
        ways=[{"href": addresses.relative(addresses.SEARCH, path), "name": name} for path, name in ways(maker, slugs)],
    )


def choices(maker: PageMaker, trees: Sequence[Tree], offices: Mapping[str, Office]) -> Iterator[Choice]:
    """What a search can be narrowed down to, as far as it is known before there is an answer."""
    _ = maker.edition.gettext
    names = {
        OFFICES: _("機關"),
        YEARS: _("年度"),
        DEPARTMENTS: _("部門"),
        GROUPS: _("服務類別"),
        THEMES: _("主題分類"),
        POLICIES: _("施政分類"),
        SERVICES: _("服務分類"),
    }
    for tree in trees:
        if tree.slug in FACETS:
            named = ((leaf, leaf_name(maker, tree, leaf, offices)) for leaf in tree.all_leaves())
            options = [
                (leaf.slug if tree.slug == OFFICES else leaf.name, name.striptags(), language_of(name))
                for leaf, name in named
            ]
            yield Choice(FACETS[tree.slug], names[tree.slug], tuple(options))


def search_help_page(maker: PageMaker) -> str:
    """檢索說明: how to search, with examples that are links, and what to do when nothing is found."""
    _ = maker.edition.gettext
    title = _("檢索說明")
    view = maker.frame(
        addresses.SEARCH_HELP,
        title=title,
        description=_("站內搜尋的說明、使用範例，以及找不到資訊時的建議。"),
        breadcrumbs=((_("站內搜尋"), addresses.SEARCH), (title, addresses.SEARCH_HELP)),
    )
    browse = addresses.relative(addresses.SEARCH_HELP, addresses.BROWSE)
    return maker.render("search_help.html", view=view, examples=examples(maker), browse=browse)


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
        {"query": _("停電 通知"), "meaning": _("兩個詞須全部出現，不限順序。")},
        {"query": _("怎麼繳電費"), "meaning": _("可直接輸入問題；「怎麼」「可以」「嗎」等字不列入檢索。")},
        {"query": _("斷電"), "meaning": _("先列出有「斷電」的，其下再列出同義詞「停電」的結果。")},
        {"query": _('"單一窗口"'), "meaning": _("引號內的文字連在一起，且不找同義詞。")},
        {"query": _("繳費 -超商"), "meaning": _("須有前一個詞，且不含減號後的詞。")},
        {
            "query": _("電子帳單 OR 無紙化"),
            "meaning": _("有其中一個即可，各自也找同義詞；OR 用大寫，只連接前後兩個詞或條件。"),
        },
        {
            "query": _("停電 NOT 報修 OR 繳費"),
            "meaning": _(
                "須有「停電」；不含「報修」或有「繳費」，有其一即可。NOT 與減號只排除緊接其後的一個詞或條件。"
            ),
        },
        {"query": _("部門:業務組 電子帳單"), "meaning": _("限部門；也可用 機關:、年度:、期間:、服務類別:。")},
        {"query": "PDF", "meaning": _("文件也找得到，並可依檔案大小排列。")},
    ]
