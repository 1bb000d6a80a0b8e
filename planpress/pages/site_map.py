"""網站導覽: every page of the site, and what the block marks and access keys are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from planpress import addresses
from planpress.overview.holdings import OfficePlans
from planpress.overview.trees import OFFICES, Leaf, Tree
from planpress.pages.browse import leaf_name, leaf_path, tree_name
from planpress.pages.maker import PageMaker
from planpress.pages.plan_index import index_title
from planpress.pages.templates import marked


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A line of the site map."""

    name: str
    href: str
    entries: tuple["SiteEntry", ...] = ()


def site_map_page(maker: PageMaker, held: Sequence[OfficePlans], trees: Sequence[Tree]) -> str:
    """網站導覽: every page, and what the block marks and access keys are."""
    _ = maker.edition.gettext
    offices = {each.office.id: each.office for each in held}

    def link(path: str) -> str:
        return addresses.relative(addresses.SITEMAP, path)

    def leaves(tree: Tree, leaf: Leaf) -> SiteEntry:
        below = tuple(leaves(tree, each) for each in leaf.leaves)
        return SiteEntry(leaf_name(maker, tree, leaf, offices), link(leaf_path(tree, leaf)), below)

    entries = [
        SiteEntry(_("首頁"), link(addresses.HOME)),
        *(
            SiteEntry(
                maker.office_name(each.office),
                link(addresses.office(each.office.id)),
                tuple(
                    SiteEntry(
                        marked(maker.title(plan), maker.tag),
                        link(addresses.plan(plan.office, plan.roc_year)),
                        (
                            SiteEntry(
                                index_title(maker, plan, each.office),
                                link(addresses.plan_index(plan.office, plan.roc_year)),
                            ),
                        ),
                    )
                    for plan in each.plans
                ),
            )
            for each in held
        ),
        SiteEntry(_("站內搜尋"), link(addresses.SEARCH)),
        SiteEntry(
            _("分類檢索"),
            link(addresses.BROWSE),
            tuple(
                SiteEntry(
                    tree_name(maker, tree.slug),
                    link(addresses.browse(tree.slug)),
                    tuple(map(partial(leaves, tree), tree.leaves)) if tree.slug != OFFICES else (),
                )
                for tree in trees
            ),
        ),
        SiteEntry(_("文件與開放資料"), link(addresses.DATA)),
        SiteEntry(_("資料品質"), link(addresses.QUALITY)),
        SiteEntry(_("關於本站"), link(addresses.ABOUT)),
        SiteEntry(_("無障礙聲明"), link(addresses.ACCESSIBILITY)),
        SiteEntry(_("隱私權及安全政策"), link(addresses.PRIVACY)),
    ]
    title = _("網站導覽")
    view = maker.frame(
        addresses.SITEMAP,
        title=title,
        description=_("本站所有網頁的清單，以及導盲磚與快速鍵的說明。"),
        breadcrumbs=((_("首頁"), addresses.HOME), (title, addresses.SITEMAP)),
    )
    return maker.render("sitemap.html", view=view, entries=entries)
