"""The pages of 分類檢索 before they are rendered.

Each depends on what it shows, names and counts, so that most edits leave all of them alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from planpress import addresses
from planpress.artifacts.pages import Artifact
from planpress.artifacts.workshop import CompiledPlan, Workshop
from planpress.cache import key
from planpress.model import Office
from planpress.model.classification import class_metadata
from planpress.model.language import Language
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary
from planpress.overview.trees import DEPARTMENTS, OFFICES, Leaf, Tree
from planpress.pages.browse import browse_page, leaf_page, tree_page
from planpress.pages.frame import Assets
from planpress.pages.plan_index import plan_index_page
from planpress.settings import Settings


def plan_index_artifacts(
    settings: Settings, assets: Assets, plan: CompiledPlan, summary: PlanSummary, office: Office
) -> Iterator[Artifact]:
    """A plan's 分類索引 in every language."""
    path = addresses.plan_index(summary.office, summary.roc_year)
    around = key(summary.measures, bool(summary.topics), _called(office), class_metadata(office.classification))
    for language in settings.languages:
        body = plan.indexes[language.tag]
        yield Artifact(
            _file(language, path),
            [body, around],
            partial(_plan_index, assets=assets, tag=language.tag, summary=summary, office=office, body=body),
        )


def _plan_index(shop: Workshop, *, assets: Assets, tag: str, summary: PlanSummary, office: Office, body: str) -> str:
    return plan_index_page(shop.maker(tag, assets), summary, office, shop.store.get(body).decode())


def browse_artifacts(
    settings: Settings, assets: Assets, held: Sequence[OfficePlans], found: Sequence[Tree]
) -> Iterator[Artifact]:
    """The trees with their leaves in every language."""
    offices = {each.office.id: each.office for each in held}
    called = key([_called(office) for office in offices.values()])

    def pages(path: str, shown: object, page: partial[str]) -> Iterator[Artifact]:
        depends_on = key(called, shown)
        for language in settings.languages:
            render = partial(_page, page=page, tag=language.tag, assets=assets)
            yield Artifact(_file(language, path), [depends_on], render)

    outlines = {tree.slug: [*map(_outline, tree.leaves)] for tree in found}
    yield from pages(addresses.BROWSE, outlines, partial(browse_page, trees=found, offices=offices))
    for tree in found:
        outline = outlines[tree.slug]
        yield from pages(addresses.browse(tree.slug), outline, partial(tree_page, tree=tree, offices=offices))
        if tree.slug == OFFICES:
            continue
        bare = Tree(tree.slug, ())
        for *stem, leaf in tree.branches():
            also = _for_all(tree, leaf, offices)
            around = _of([leaf, *also], offices)
            within = [each._replace(plans=(), leaves=()) for each in stem]
            page = partial(leaf_page, tree=bare, leaf=leaf, offices=around, also=also, within=within)
            yield from pages(addresses.browse(tree.slug, leaf.slug), [leaf, within, [*map(_outline, also)]], page)


def _page(shop: Workshop, *, page: partial[str], tag: str, assets: Assets) -> str:
    return page(shop.maker(tag, assets))


def _outline(leaf: Leaf) -> list[object]:
    """What the pages above a leaf show of it."""
    measures = Counter[str]()
    for plan in leaf.plans:
        measures[plan.office] += plan.measures
    return [leaf.slug, leaf.name, measures, leaf.of_class, [*map(_outline, leaf.leaves)]]


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


def _called(office: Office) -> list[object]:
    """What these pages show of an office."""
    organisation = office.organisation
    return [
        *(office.id, office.name, office.en),
        *(organisation.id, organisation.name, organisation.en),
        [[department.name, department.en] for department in office.departments],
    ]


def _file(language: Language, path: str) -> str:
    return addresses.file_of(addresses.localised(language, path))
