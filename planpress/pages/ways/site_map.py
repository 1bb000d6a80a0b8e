"""網站導覽: every page of the site, and what the block marks and access keys are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planpress import addresses
from planpress.overview.holdings import ListedOffice, ListedPlan, RelatedPlan, relations
from planpress.overview.trees import OFFICES, Leaf, Tree
from planpress.pages.browse.browse import leaf_name, leaf_path, tree_name
from planpress.pages.browse.plan_index import index_title
from planpress.pages.changes.changes import changes_title, parent_changes_title
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked
from planpress.pages.proofs.clauses import clauses_title


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A line of the site map."""

    name: str
    href: str
    entries: tuple["SiteEntry", ...] = ()


def site_map_page(maker: PageMaker, held: Sequence[ListedOffice], trees: Sequence[Tree]) -> str:
    """網站導覽: every page, and what the block marks and access keys are."""
    _ = maker.edition.gettext
    offices = {each.office.id: each.office for each in held}

    def link(path: str) -> str:
        return addresses.relative(addresses.SITEMAP, path)

    related = relations(held)

    def parent_of(plan: ListedPlan) -> RelatedPlan | None:
        found = related.get((plan.office, plan.roc_year))
        return found.parent if found else None

    def leaves(tree: Tree, leaf: Leaf) -> SiteEntry:
        below = tuple(leaves(tree, each) for each in leaf.leaves)
        return SiteEntry(leaf_name(maker, tree, leaf, offices), link(leaf_path(tree, leaf)), below)

    def branches() -> Iterator[SiteEntry]:
        for tree in trees:
            below = tuple(leaves(tree, leaf) for leaf in tree.leaves) if tree.slug != OFFICES else ()
            yield SiteEntry(tree_name(maker, tree.slug), link(addresses.browse(tree.slug)), below)

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
                            *(
                                [
                                    SiteEntry(
                                        clauses_title(maker, maker.title(plan).value),
                                        link(addresses.clauses(plan.office, plan.roc_year)),
                                    )
                                ]
                                if plan.has_clauses
                                else []
                            ),
                            *(
                                SiteEntry(
                                    changes_title(maker, each.office, plan, before),
                                    link(addresses.changes(plan.office, plan.roc_year)),
                                )
                                for before in each.plans[position + 1 : position + 2]
                            ),
                            *(
                                SiteEntry(
                                    parent_changes_title(maker, each.office, plan, parent.office),
                                    link(addresses.parent_changes(plan.office, plan.roc_year)),
                                )
                                for parent in (parent_of(plan),)
                                if parent
                            ),
                        ),
                    )
                    for position, plan in enumerate(each.plans)
                ),
            )
            for each in held
        ),
        *(
            SiteEntry(_(entry.name), link(entry.path), tuple(branches()) if entry.path == addresses.BROWSE else ())
            for entry in maker.menu
            if entry.path != addresses.SITEMAP
        ),
    ]
    title = _("網站導覽")
    view = maker.frame(
        addresses.SITEMAP,
        title=title,
        description=_("本站所有網頁的清單，以及導盲磚與快速鍵的說明。"),
        breadcrumbs=((title, addresses.SITEMAP),),
    )
    return maker.render("sitemap.html", view=view, entries=entries)
