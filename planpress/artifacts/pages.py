"""Every page of the site before it is rendered: where it goes, what it depends on, how to render it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from functools import partial
from typing import Final

from planpress import addresses
from planpress.artifacts.workshop import CompiledPlan, Workshop
from planpress.cache import key
from planpress.data.quality import quality_json
from planpress.editions.edition import Edition
from planpress.model.language import AUTHORITATIVE, EN, Language
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary
from planpress.overview.trees import Tree
from planpress.pages.data import data_page
from planpress.pages.editorial import editorial_page, not_found_page
from planpress.pages.editorial_page import EditorialPage
from planpress.pages.frame import Assets
from planpress.pages.home import home_page
from planpress.pages.office import office_page
from planpress.pages.plan import plan_page
from planpress.pages.quality import office_quality_page, quality_page
from planpress.pages.site_map import site_map_page
from planpress.settings import Settings
from planpress.source.repository import plan_file_name

PROGRAM: Final = "planpress"
"""Stands for the source of what the site makes itself."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A page of the site, before it is rendered; ``source`` is the file that it is made from, if it is a single one."""

    path: str
    depends_on: Sequence[str]
    render: Callable[[Workshop], str]
    source: str = PROGRAM


def plan_artifacts(
    settings: Settings,
    assets: Assets,
    plan: CompiledPlan,
    summary: PlanSummary,
    held: OfficePlans,
) -> Iterator[Artifact]:
    """A plan's page in every language."""
    path = addresses.plan(summary.office, summary.roc_year)
    changed = held.changed.get(summary.roc_year)
    years = [(other.roc_year, other.title) for other in held.plans]
    around = key([years, summary.is_over(settings.today), str(changed), held.files[summary.roc_year].plain()])

    for language in settings.languages:
        body = plan.bodies[language.tag]
        yield Artifact(
            addresses.file_of(addresses.localised(language, path)),
            [plan.key, body, around],
            partial(_plan, assets=assets, tag=language.tag, summary=summary, held=held, body=body, changed=changed),
            plan_file_name(summary.office, summary.roc_year),
        )


def _page(shop: Workshop, *, make: Callable[..., str], assets: Assets, tag: str, of: Sequence[object] = ()) -> str:
    return make(shop.maker(tag, assets), *of)


def _plan(
    shop: Workshop,
    *,
    assets: Assets,
    tag: str,
    summary: PlanSummary,
    held: OfficePlans,
    body: str,
    changed: date | None,
) -> str:
    return plan_page(shop.maker(tag, assets), summary, held, shop.store.get(body).decode(), changed)


def spanning_artifacts(
    settings: Settings, assets: Assets, held: Sequence[OfficePlans], trees: Sequence[Tree]
) -> Iterator[Artifact]:
    """Home, offices, site map, 404: what tells of many plans, or of none."""
    year = str(settings.today.year)
    listed = {each.office.id: _listed(each) for each in held}
    everyone = key(*listed.values())
    leaves = key([(tree.slug, [leaf.name for leaf in tree.all_leaves()]) for tree in trees])
    files = {each.office.id: key([offered.plain() for offered in each.files.values()]) for each in held}
    every_file = key(*files.values())
    counted = {each.office.id: _counted(each) for each in held}
    quality = [everyone, every_file, key(*counted.values())]

    for language in settings.languages:
        made = partial(partial, _page, assets=assets, tag=language.tag)
        yield Artifact(_file(language, addresses.HOME), [everyone, year], made(make=home_page, of=[held]))
        yield Artifact(
            _file(language, addresses.SITEMAP), [everyone, leaves], made(make=site_map_page, of=[held, trees])
        )
        yield Artifact(_file(language, addresses.DATA), [everyone, every_file], made(make=data_page, of=[held]))
        yield Artifact(_file(language, addresses.QUALITY), quality, made(make=quality_page, of=[held]))
        for each in held:
            yield Artifact(
                _file(language, addresses.office(each.office.id)),
                [listed[each.office.id], files[each.office.id], key(each.newest.departments), year],
                made(make=office_page, of=[each]),
            )
            if len(each.plans) > 1:
                yield Artifact(
                    _file(language, addresses.quality(each.office.id)),
                    [listed[each.office.id], files[each.office.id], counted[each.office.id]],
                    made(make=office_quality_page, of=[each]),
                )
    yield Artifact(addresses.QUALITY_DATA, quality, partial(_quality_data, held=held))
    yield Artifact("404.html", [], partial(_page, make=not_found_page, assets=assets, tag=AUTHORITATIVE.tag))


def _quality_data(shop: Workshop, *, held: Sequence[OfficePlans]) -> str:
    return quality_json(held, shop.editions.get(EN.tag) or Edition(EN), shop.settings.site_url)


def _file(language: Language, path: str) -> str:
    return addresses.file_of(addresses.localised(language, path))


def _listed(held: OfficePlans) -> str:
    """What the pages that list plans show of an office's; not all that is known, lest every edit change them all."""
    plans = [[plan.roc_year, plan.title, plan.groups, plan.measures] for plan in held.plans]
    return key(held.office.model_dump(mode="json"), plans)


def _counted(held: OfficePlans) -> str:
    """What the pages on quality tell of an office's plans beyond that."""
    numbers = [
        [plan.with_who, plan.with_when, plan.unsure, plan.notes, [*map(astuple, plan.coverage.values())]]
        for plan in held.plans
    ]
    return key([numbers, {year: str(day) for year, day in held.changed.items()}])


def editorial_artifacts(
    settings: Settings, assets: Assets, pages: Sequence[EditorialPage], changes: Mapping[str, date]
) -> Iterator[Artifact]:
    """The Markdown pages in every language that has them; a derived edition converts those of its source."""
    for language in settings.languages:
        for page in pages:
            if page.tag == (language.derived_from or language.tag):
                changed = changes.get(page.source)
                yield Artifact(
                    addresses.file_of(addresses.localised(language, page.path)),
                    [key(astuple(page)), str(changed)],
                    partial(_editorial, assets=assets, tag=language.tag, page=page, changed=changed),
                    page.source,
                )


def _editorial(shop: Workshop, *, assets: Assets, tag: str, page: EditorialPage, changed: date | None) -> str:
    title, description, html = page.title, page.description, page.html
    if hans := shop.editions[tag].hans:
        title, description, html = hans.text(title), hans.text(description), hans.html(html)
    return editorial_page(shop.maker(tag, assets), page.path, title, description, html, changed)
