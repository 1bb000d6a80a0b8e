"""分類瀏覽: its pages and the index of each plan, as artifacts."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.artifacts.topics import topic_artifacts
from planpress.artifacts.workshop import Workshop
from planpress.model import Office
from planpress.model.vintage import Vintage
from planpress.overview.holdings import ListedPlan
from planpress.overview.trees import DEPARTMENTS, OFFICES, TOPICS, Leaf, Tree
from planpress.pages.browse.browse import browse_page, leaf_page, tree_page
from planpress.pages.browse.plan_index import IndexKind, index_kinds, plan_index_page


def plan_index_part(site: Site) -> Iterator[Artifact]:
    """The 分類索引 of each plan."""
    for held, listed in zip(site.offices, site.listed, strict=True):
        for summary, plan in zip(held.plans, listed.plans, strict=True):
            indexes = site.plans[summary.office, summary.roc_year].indexes
            path = addresses.plan_index(summary.office, summary.roc_year)
            for language in site.facts.languages:
                file = addresses.file_of(addresses.localised(language, path))
                kinds = tuple(index_kinds(summary))
                arguments = (language.tag, held.vintage(summary), plan, held.office, indexes[language.tag], kinds)
                yield Artifact(file, _plan_index, arguments)


def _plan_index(
    shop: Workshop,
    tag: str,
    vintage: Vintage,
    plan: ListedPlan,
    office: Office,
    body: str,
    kinds: tuple[IndexKind, ...],
) -> str:
    return plan_index_page(shop.maker(tag, vintage), plan, office, shop.store.get(body).decode(), kinds)


def browse_part(site: Site) -> Iterator[Artifact]:
    """The trees with their leaves in every language. A page takes what it shows, names and counts, and no more."""
    offices = {each.office.id: each.office for each in site.offices}
    outlined = tuple(tree.counted() for tree in site.trees)

    def pages(path: str, vintage: Vintage | None, make: Callable[..., str], *arguments: object) -> Iterator[Artifact]:
        for language in site.facts.languages:
            yield page(language, path, vintage, make, *arguments)

    yield from pages(addresses.BROWSE, site.vintage, browse_page, outlined, offices)
    for tree, counted in zip(site.trees, outlined, strict=True):
        yield from pages(addresses.browse(tree.slug), site.vintage, tree_page, counted, offices)
        if tree.slug == OFFICES:
            continue
        if tree.slug == TOPICS:
            for leaf in tree.leaves:
                yield from topic_artifacts(site, leaf)
            continue
        bare = Tree(tree.slug, ())
        for *stem, leaf in tree.branches():
            also = tuple(other.counted() for other in _for_all(tree, leaf, offices))
            around = _of([leaf, *also], offices)
            within = tuple(each._replace(plans=(), leaves=()) for each in stem)
            path = addresses.browse(tree.slug, leaf.slug)
            yield from pages(path, site.vintage_of(leaf.plans), leaf_page, bare, leaf, around, also, within)


def _for_all(tree: Tree, leaf: Leaf, offices: Mapping[str, Office]) -> list[Leaf]:
    """The departments that stand for all units of an office that the leaf names; none beside one of their own."""
    if tree.slug != DEPARTMENTS or _collective(leaf, offices):
        return []
    here = {plan.office for plan in leaf.plans}
    return [
        other
        for other in tree.leaves
        if _collective(other, offices) and not here.isdisjoint(plan.office for plan in other.plans)
    ]


def _collective(leaf: Leaf, offices: Mapping[str, Office]) -> bool:
    department = offices[leaf.plans[0].office].department(leaf.name)
    return department is not None and department.collective


def _of(leaves: Sequence[Leaf], offices: Mapping[str, Office]) -> dict[str, Office]:
    return {plan.office: offices[plan.office] for leaf in leaves for plan in leaf.plans}
