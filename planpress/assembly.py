"""The site as it comes together: from compiled plans to a mapping of paths to digests.

Every page is an :class:`Artifact`: where it goes, what it depends on, how to render it. One that depends on nothing
new is not rendered again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import astuple, dataclass
from datetime import date
from functools import partial
from itertools import chain

from planpress import addresses
from planpress.batches import in_batches
from planpress.cache import Index, ObjectStore, digest, key
from planpress.compiling import CompiledPlan, Workshop, render_pages
from planpress.documents.files import DocumentFile, document_files
from planpress.documents.making import MadeDocuments
from planpress.downloads import PlanFiles
from planpress.frame import Assets
from planpress.history import last_changes, revision
from planpress.holdings import OfficePlans
from planpress.language import SOURCE, Language
from planpress.model import Office, Organisation, PlanStatus
from planpress.pages.data import data_page
from planpress.pages.editorial import editorial_page, not_found_page
from planpress.pages.home import home_page
from planpress.pages.office import office_page
from planpress.pages.plan import plan_page
from planpress.pages.site_map import site_map_page
from planpress.settings import Settings
from planpress.sitemap import robots_txt, sitemap_xml
from planpress.source.repository import plan_file_name
from planpress.stylesheet import stylesheet
from planpress.summary import PlanSummary


@dataclass(frozen=True, slots=True)
class EditorialPage:
    """A page that editors write in Markdown, as HTML without its frame.

    Attributes:
        tag: its language.
        path: its path without language: ``about/``.
        title: its title.
        description: one or two sentences for search engines.
        html: what the Markdown became.
        source: path of its file from the project's root.
    """

    tag: str
    path: str
    title: str
    description: str
    html: str
    source: str


PlanName = tuple[str, int]
"""Id of an office, and a 民國 year."""

RenderEditorial = Callable[[Settings], Sequence[EditorialPage]]
"""Renders the Markdown pages; the engine has one."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of what every page depends on."""

    program: str
    templates: str
    documents: str
    editorial: str
    locales: str

    @property
    def pages(self) -> str:
        """One digest for what the layout of a plan depends on."""
        return key(self.program, self.templates, self.locales)

    @property
    def papers(self) -> str:
        """One digest for what the documents of a plan depend on."""
        return key(self.program, self.documents, self.locales)


@dataclass(frozen=True, slots=True)
class Artifact:
    """A page of the site, before it is rendered."""

    path: str
    depends_on: Sequence[object]
    render: Callable[[Workshop], str]


def published(settings: Settings, compiled: Sequence[CompiledPlan]) -> list[PlanSummary]:
    """The plans that this site shows: drafts only in the preview."""
    return [
        plan.summary
        for plan in compiled
        if plan.summary and (settings.preview or plan.summary.status is PlanStatus.PUBLISHED)
    ]


def assemble(
    settings: Settings,
    organisations: Mapping[str, Organisation],
    offices: Mapping[str, Office],
    inputs: Inputs,
    index: Index,
    compiled: Sequence[CompiledPlan],
    documents: Mapping[PlanName, MadeDocuments],
    render_editorial: RenderEditorial,
    executor: Executor | None = None,
) -> Mapping[str, str]:
    """Make every page and file of the site.

    Args:
        settings: of the site.
        organisations: for their accent colours.
        offices: by id.
        inputs: digests of what every page depends on.
        index: remembers pages.
        compiled: every plan.
        documents: of the plans that are shown; empty when none are made.
        render_editorial: renders the Markdown pages.
        executor: renders the pages; None does it here.

    Returns:
        The digest of each file, by its path.
    """
    store = ObjectStore(settings.cache_dir / "objects")
    shown = published(settings, compiled)
    plans = {(plan.summary.office, plan.summary.roc_year): plan for plan in compiled if plan.summary}
    files_of = {
        (summary.office, summary.roc_year): plan_files_of(store, plans[summary.office, summary.roc_year], documents)
        for summary in shown
    }
    held = offices_with_plans(offices, shown, files_of)
    changes = remembered_changes(settings, index)
    site: dict[str, str] = {}

    files = asset_files(settings, organisations)
    assets = Assets(*files)
    for path, data in files.items():
        site[path] = store.put(data)

    everything = key(
        inputs.pages, settings.site_url, dict(settings.site_name), dict(settings.description),
        [language.tag for language in settings.languages], settings.preview,
        astuple(assets),
    )  # fmt: skip
    for plan_name in files_of:
        site[addresses.plan_data(*plan_name)] = plans[plan_name].data
        if plan_name in documents:
            site |= {path: document for path, (document, _) in documents[plan_name].files.items()}

    def artifacts() -> Iterator[Artifact]:
        for summary in shown:
            plan = plans[summary.office, summary.roc_year]
            yield from plan_artifacts(settings, assets, plan, summary, held[summary.office], changes)
        yield from spanning_artifacts(settings, assets, tuple(held.values()))
        editorial = remembered_editorial(
            settings, index, key("editorial", everything, inputs.editorial), render_editorial
        )
        yield from editorial_artifacts(settings, assets, editorial, changes)

    present = store.names()
    stale: dict[str, Artifact] = {}
    for artifact in artifacts():
        name = key("page", artifact.path, everything, artifact.depends_on)
        page = index.get(name)
        if isinstance(page, str) and page in present:
            site[artifact.path] = page
        else:
            stale[name] = artifact
    renders = [artifact.render for artifact in stale.values()]
    rendered = in_batches(executor, partial(render_pages, settings, inputs.pages), renders, size=64)
    for (name, artifact), page in zip(stale.items(), chain.from_iterable(rendered), strict=True):
        index.put(name, page)
        site[artifact.path] = page

    modified = {
        addresses.plan(*plan): changes[source] for plan in plans if (source := plan_file_name(*plan)) in changes
    }
    site["sitemap.xml"] = store.put(sitemap_xml(settings, sorted(pages_of(site, settings)), modified))
    site["robots.txt"] = store.put(robots_txt(settings))
    return site


def plan_files_of(store: ObjectStore, plan: CompiledPlan, documents: Mapping[PlanName, MadeDocuments]) -> PlanFiles:
    """What a plan offers for download, with sizes."""
    assert plan.summary is not None  # only plans without errors come here
    name = (plan.summary.office, plan.summary.roc_year)
    sizes: dict[DocumentFile, int] = {}
    if name in documents:
        by_path = {path: size for path, (_, size) in documents[name].files.items()}
        known = document_files(tuple(plan.bodies))
        sizes = {file: by_path[file.path(*name)] for file in known if file.path(*name) in by_path}
    return PlanFiles(sizes, store.path(plan.data).stat().st_size)


def offices_with_plans(
    offices: Mapping[str, Office], shown: Sequence[PlanSummary], files: Mapping[PlanName, PlanFiles]
) -> dict[str, OfficePlans]:
    """Each office that has a plan to show, with its plans from the newest to the oldest."""
    plans: dict[str, list[PlanSummary]] = {}
    for summary in sorted(shown, key=lambda summary: -summary.roc_year):
        plans.setdefault(summary.office, []).append(summary)
    return {
        office_id: OfficePlans(
            office,
            tuple(plans[office_id]),
            {plan.roc_year: files[office_id, plan.roc_year] for plan in plans[office_id]},
        )
        for office_id, office in offices.items()
        if office_id in plans
    }


def remembered_changes(settings: Settings, index: Index) -> Mapping[str, date]:
    """When each source last changed; asked of git once a commit."""
    commit = revision(settings.root)
    name = key("changes", commit)
    record = index.get(name) if commit else None
    if record is None:
        record = {path: day.isoformat() for path, day in last_changes(settings.root).items()}
        if commit:
            index.put(name, record)
    return {path: date.fromisoformat(day) for path, day in record.items()}


def asset_files(settings: Settings, organisations: Mapping[str, Organisation]) -> dict[str, bytes]:
    """Stylesheet, script and icon, in this order, by paths that change with what they hold."""
    folder = settings.theme_dir / "assets"
    texts = {
        "planpress.css": stylesheet((folder / "planpress.css").read_text("utf-8"), organisations),
        "planpress.js": (folder / "planpress.js").read_text("utf-8"),
        "icon.svg": (folder / "icon.svg").read_text("utf-8"),
    }
    files = {}
    for name, text in texts.items():
        stem, _, suffix = name.rpartition(".")
        data = text.encode()
        files[f"assets/{stem}-{digest(data)[:8]}.{suffix}"] = data
    return files


def plan_artifacts(
    settings: Settings,
    assets: Assets,
    plan: CompiledPlan,
    summary: PlanSummary,
    held: OfficePlans,
    changes: Mapping[str, date],
) -> Iterator[Artifact]:
    """A plan's page in every language."""
    path = addresses.plan(summary.office, summary.roc_year)
    changed = changes.get(plan_file_name(summary.office, summary.roc_year))
    years = [(other.roc_year, other.title) for other in held.plans]
    files = held.files[summary.roc_year].plain()
    around = key(years, summary.is_over(settings.today), str(changed), files)

    for language in settings.languages:
        body = plan.bodies[language.tag]
        yield Artifact(
            addresses.file_of(addresses.localised(language, path)),
            [plan.key, body, around],
            partial(_plan, assets=assets, tag=language.tag, summary=summary, held=held, body=body, changed=changed),
        )


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


def spanning_artifacts(settings: Settings, assets: Assets, held: Sequence[OfficePlans]) -> Iterator[Artifact]:
    """Home, offices, site map, 404: what tells of many plans, or of none."""
    plain = {each.office.id: _plain(each) for each in held}
    everyone = [key(list(plain.values())), settings.today.year]
    files = {each.office.id: [offered.plain() for offered in each.files.values()] for each in held}

    for language in settings.languages:
        yield Artifact(
            _file(language, addresses.HOME), everyone, partial(_home, assets=assets, tag=language.tag, held=held)
        )
        yield Artifact(
            _file(language, addresses.SITEMAP), everyone, partial(_sitemap, assets=assets, tag=language.tag, held=held)
        )
        yield Artifact(
            _file(language, addresses.DATA),
            [*everyone, key(files)],
            partial(_data, assets=assets, tag=language.tag, held=held),
        )
        for each in held:
            yield Artifact(
                _file(language, addresses.office(each.office.id)),
                [plain[each.office.id], files[each.office.id], settings.today.year],
                partial(_office, assets=assets, tag=language.tag, held=each),
            )
    yield Artifact("404.html", [], partial(_not_found, assets=assets))


def _file(language: Language, path: str) -> str:
    return addresses.file_of(addresses.localised(language, path))


def _plain(held: OfficePlans) -> list[object]:
    return [held.office.model_dump(mode="json"), *(plan.model_dump(mode="json") for plan in held.plans)]


def _home(shop: Workshop, *, assets: Assets, tag: str, held: Sequence[OfficePlans]) -> str:
    return home_page(shop.maker(tag, assets), held)


def _sitemap(shop: Workshop, *, assets: Assets, tag: str, held: Sequence[OfficePlans]) -> str:
    return site_map_page(shop.maker(tag, assets), held)


def _data(shop: Workshop, *, assets: Assets, tag: str, held: Sequence[OfficePlans]) -> str:
    return data_page(shop.maker(tag, assets), held)


def _office(shop: Workshop, *, assets: Assets, tag: str, held: OfficePlans) -> str:
    return office_page(shop.maker(tag, assets), held)


def _not_found(shop: Workshop, *, assets: Assets) -> str:
    return not_found_page(shop.maker(SOURCE.tag, assets))


def remembered_editorial(
    settings: Settings, index: Index, name: str, render_editorial: RenderEditorial
) -> list[EditorialPage]:
    """The Markdown pages; the engine is asked only when one of them, or the program, has changed."""
    record = index.get(name)
    if record is None:
        record = [list(astuple(page)) for page in render_editorial(settings)]
        index.put(name, record)
    return [EditorialPage(*fields) for fields in record]


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
                    [astuple(page), str(changed)],
                    partial(_editorial, assets=assets, tag=language.tag, page=page, changed=changed),
                )


def _editorial(shop: Workshop, *, assets: Assets, tag: str, page: EditorialPage, changed: date | None) -> str:
    title, description, html = page.title, page.description, page.html
    if hans := shop.editions[tag].hans:
        title, description, html = hans.text(title), hans.text(description), hans.html(html)
    return editorial_page(shop.maker(tag, assets), page.path, title, description, html, changed)


def pages_of(site: Mapping[str, str], settings: Settings) -> Iterator[str]:
    """Paths, without language, of the pages that the authoritative edition has."""
    prefixes = tuple(language.prefix for language in settings.languages if language.prefix)
    for path in site:
        if path.endswith("index.html") and not path.startswith(prefixes):
            yield path.removesuffix("index.html")
