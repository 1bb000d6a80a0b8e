"""The site as it comes together: from compiled plans to a mapping of paths to digests.

A page that depends on nothing new is not rendered again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from planpress import addresses
from planpress.artifacts.artifact import PROGRAM, Artifact, Keys, frozen_as_json
from planpress.artifacts.clauses import without_page, without_proof
from planpress.artifacts.compiled_plan import CompiledPlan
from planpress.artifacts.disclosure import without_page_of
from planpress.artifacts.parts import Part, menu_of
from planpress.artifacts.proofs import PROOFS
from planpress.artifacts.redirects import redirect_artifacts
from planpress.artifacts.search import search_scripts
from planpress.artifacts.site import Site
from planpress.artifacts.withdrawn import withdrawn_artifacts
from planpress.artifacts.workshop import Made, Shared, render
from planpress.cache import Cache, digest, key
from planpress.documents.making import MadeDocuments
from planpress.model import Office, Organisation
from planpress.model.document_files import (
    DocumentFile,
    PlanFiles,
    document_files,
    kilobytes,
    result_files,
    revision_table,
)
from planpress.model.review import Review
from planpress.overview.holdings import OfficePlans
from planpress.overview.results import OfficeResults
from planpress.overview.summary import PlanSummary
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.pages.frame.frame import Assets
from planpress.pages.frame.sitemap import robots_txt, sitemap_xml
from planpress.pages.frame.stylesheet import stylesheet
from planpress.problems.problem import Place, Problem
from planpress.settings import Settings
from planpress.site.loading import Data
from planpress.site.proving import below, page_proofs
from planpress.site.recording import recorded_changes
from planpress.site.remaking import Build
from planpress.site.showing import concerns
from planpress.site_checks.proven import proofs_of
from planpress.source import files
from planpress.source.content.static_files import STATIC
from planpress.source.content.theme import ASSETS, read_bytes, read_text
from planpress.source.folders import plan_file_name
from planpress.source.history import last_changes, revision

PlanName = tuple[str, int]
"""Id of an office, and a 民國 year."""


class WriteFirst(NamedTuple):
    """Pages that somebody waits for.

    Attributes:
        paths: of their files.
        write: is given the digest of each of these that the site has.
    """

    paths: frozenset[str]
    write: Callable[[Mapping[str, str]], None]


def summaries(compiled: Sequence[CompiledPlan]) -> list[PlanSummary]:
    """The plans that could be compiled."""
    return [plan.summary for plan in compiled if plan.summary]


def assemble(
    build: Build,
    data: Data,
    compiled: Sequence[CompiledPlan],
    documents: Mapping[PlanName, MadeDocuments],
    editorial: Sequence[EditorialPage],
    parts: tuple[Part, ...],
    write_first: WriteFirst | None = None,
) -> Mapping[str, str]:
    """Make every page and file of the site.

    Args:
        build: what the build works with.
        data: organisations, for their accent colours, offices and topics.
        compiled: every plan.
        documents: of the plans that are shown; empty when none are made.
        editorial: the Markdown pages.
        parts: what the site consists of.
        write_first: is given what somebody waits for, as soon as it is made.

    Returns:
        The digest of each file, by its path.

    Raises:
        RefusedSiteError: two things want the same path, or less is proven than the web team asks.
    """
    settings, cache = build.settings, build.cache
    store = cache.store
    shown = summaries(compiled)
    plans = {(plan.summary.office, plan.summary.roc_year): plan for plan in compiled if plan.summary}
    files_of = {
        (summary.office, summary.roc_year): plan_files_of(plans[summary.office, summary.roc_year], documents)
        for summary in shown
    }
    changes = remembered_changes(settings, cache)
    records = recorded_changes(build, shown)
    held = offices_with_plans(data.offices, shown, files_of, changes, data.results, data.reviews)
    used = {word for plan in shown for word in plan.explained}
    explained = tuple(each for each in data.explained if settings.is_whole or each.id in used)
    made_of = Site(
        settings.facts, settings.today, tuple(held.values()), plans,
        tuple(data.topics), data.vocabulary, tuple(editorial), changes,
        tuple(data.services), build.inputs.document_templates if settings.documents else None, explained,
        records,
        checked_links=data.checked_links,
        accessibility=data.accessibility,
        documents={plan: {path: name for path, (name, _) in made.files.items()} for plan, made in documents.items()},
        site_check=data.site_check,
        disclosures={} if settings.publisher.is_transcription else data.disclosures,
    )  # fmt: skip
    withdrawn = tuple((each, data.offices[each.office]) for each in data.showing.withdrawn)
    made_of = replace(made_of, withdrawn=withdrawn)
    site = _Collected()

    assets = asset_files(settings, data.organisations)
    scripts = search_scripts(settings, cache, build.inputs.program)
    for path, name in ({path: store.put(content) for path, content in assets.items()} | scripts).items():
        site.add(path, name, "theme/site")
    for plan_name in files_of:
        source = plan_file_name(*plan_name)
        site.add(addresses.plan_data(*plan_name), plans[plan_name].data, source)
        for path, figure in plans[plan_name].figures.items():
            site.add(path, figure, source)
        for name, (content, _) in plans[plan_name].supplements.items():
            site.add(addresses.supplement(*plan_name, name), content, source)
        for path, (document, _) in documents[plan_name].files.items() if plan_name in documents else ():
            site.add(path, document, source)

    stylesheet_path, script_path, icon_path, picture_path = assets
    shared = Shared(Assets(stylesheet_path, script_path, icon_path, next(iter(scripts)), picture_path), menu_of(parts))
    keys = Keys(key(build.inputs.pages, frozen_as_json(made_of.facts), frozen_as_json(shared)))

    def read(name: str, record: str) -> Made | None:
        made = Made.from_record(record)
        return made if made.digest in cache.present else None

    work = partial(render, settings, build.inputs.pages, shared)

    def rendered(artifacts: Iterable[Artifact]) -> Iterator[tuple[Artifact, Made]]:
        tasks = {keys.of(artifact): artifact for artifact in artifacts}
        made, _ = build.remake(tasks, work, read, Made.record, size=64)
        return ((artifact, made[name]) for name, artifact in tasks.items())

    if write_first is not None:
        wanted = rendered(_of_paths(write_first.paths, parts, made_of))
        write_first.write({artifact.path: made.digest for artifact, made in wanted})
    named: dict[str, str] = {}
    for artifact, made in rendered(each for part in parts if part.named for each in part.named(made_of)):
        named[artifact.path] = addresses.with_digest(artifact.path, made.digest)
        site.add(named[artifact.path], made.digest, artifact.source)
    made_of = replace(made_of, named=named)
    proven: dict[str, Made] = {}
    for artifact, made in rendered(each for part in parts if not part.is_last for each in part.artifacts(made_of)):
        site.add(artifact.path, made.digest, artifact.source)
        proven[artifact.path] = made

    def last(made_of: Site) -> Iterator[tuple[Artifact, Made]]:
        return rendered(each for part in parts if part.is_last for each in part.artifacts(made_of))

    # What tells of the proofs consists of pages too: made once, it is counted; made again, it has been.
    proven |= {artifact.path: made for artifact, made in last(with_proofs(made_of, proven))}
    made_of = with_proofs(made_of, proven)
    if below_thresholds := [] if settings.preview else below(settings, made_of.proofs):
        raise RefusedSiteError(below_thresholds)
    for artifact, made in last(made_of):
        site.add(artifact.path, made.digest, artifact.source)

    modified = {
        addresses.plan(office_id, year): day for office_id, each in held.items() for year, day in each.changed.items()
    }
    there = frozenset(pages_of(site.files, settings))
    former = chain(redirect_artifacts(data.redirects, settings.languages, there), withdrawn_artifacts(made_of))
    for artifact, made in rendered(former):
        site.add(artifact.path, made.digest, artifact.source)
    paths = sorted(path for path in there if not addresses.is_superseded(path))
    claiming = {name: plans[name] for name in files_of}
    wrong = list(without_page(settings.root, claiming, store, site.files))
    if not settings.publisher.is_transcription:
        wrong += without_proof(settings.root, claiming, made_of)
    wrong += without_page_of(settings.root, made_of.disclosures, store, site.files)
    if wrong:
        raise RefusedSiteError(wrong)
    site.add("sitemap.xml", store.put(sitemap_xml(settings, paths, modified)))
    site.add("robots.txt", store.put(robots_txt(settings, data.static.robots)))
    for path, static in data.static.contents.items():
        site.add(path, store.put(static), STATIC)
    return site.files


def _of_paths(paths: frozenset[str], parts: Sequence[Part], site: Site) -> Iterator[Artifact]:
    """The artifacts of some paths; those behind the last of them are not asked for."""
    left = set(paths)
    for part in parts if left else ():
        for each in part.artifacts(site) if part.named is None else ():
            if each.path in left:
                left.discard(each.path)
                yield each
                if not left:
                    return


class RefusedSiteError(Exception):
    """What only the site as a whole tells keeps it from being written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)


def with_proofs(made_of: Site, made: Mapping[str, Made]) -> Site:
    """The same with all that it proves: what is known before pages are made, and what the pages prove."""
    proven = {path: made[path].short for path in sorted(made) if proofs_of(path)}
    seen = replace(made_of, proven=proven)
    return replace(seen, proofs=(*(proof for prove in PROOFS for proof in prove(seen)), *page_proofs(proven)))


class _Collected:
    """The files of a site as they are collected."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self._sources: dict[str, str] = {}

    def add(self, path: str, name: str, source: str = PROGRAM) -> None:
        """Put a file in its place, which must be free, also where capitals make no difference.

        Args:
            path: of the file.
            name: digest of what it holds.
            source: what it is made from.
        """
        folded = path.casefold()
        if folded in self._sources:
            # One would replace the other without a word.
            values = {"address": f"/{path}", "other": self._sources[folded]}
            raise RefusedSiteError([Problem("E423", Place(source), values)])
        self._sources[folded] = source
        self.files[path] = name


def plan_files_of(plan: CompiledPlan, documents: Mapping[PlanName, MadeDocuments]) -> PlanFiles:
    """What a plan offers for download, with sizes."""
    assert plan.summary is not None  # only plans without errors come here
    name = (plan.summary.office, plan.summary.roc_year)
    made = documents[name].files if name in documents else {}
    by_path = {path: kilobytes(size) for path, (_, size) in made.items()}
    known = document_files(tuple(plan.bodies))
    sizes = {file: by_path[file.path(*name)] for file in known if file.path(*name) in by_path}
    tables = {each.number: revision_table(*name, each.number) for each in plan.superseded}
    supplements = tuple(
        (each, kilobytes(plan.supplements[each.file][1]))
        for each in plan.summary.supplements
        if each.file in plan.supplements
    )
    revision_tables = {number: by_path[path] for number, path in tables.items() if path in by_path}
    results: dict[str, tuple[tuple[DocumentFile, int], ...]] = {}
    for assessment in plan.assessments:
        paths = result_files(*name, assessment, tuple(plan.bodies))
        results[assessment] = tuple((file, by_path[path]) for file, path in paths.items() if path in by_path)
    return PlanFiles(sizes, kilobytes(plan.data_size), supplements, revision_tables, results)


def offices_with_plans(
    offices: Mapping[str, Office],
    shown: Sequence[PlanSummary],
    files: Mapping[PlanName, PlanFiles],
    changes: Mapping[str, date],
    results: Mapping[str, OfficeResults],
    reviews: Mapping[str, tuple[Review, ...]],
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
            {
                plan.roc_year: plan.publication.since(changes[file])
                for plan in plans[office_id]
                if (file := plan_file_name(office_id, plan.roc_year)) in changes
            },
            results[office_id],
            reviews[office_id],
        )
        for office_id, office in offices.items()
        if office_id in plans
    }


def remembered_changes(settings: Settings, cache: Cache) -> Mapping[str, date]:
    """When each source last changed; asked of git once a commit."""

    def ask() -> dict[str, dict[str, str]]:
        changes = last_changes(settings.root)
        return {"days": {path: day.isoformat() for path, day in changes.items() if concerns(settings, path)}}

    def read(record: Mapping[str, Mapping[str, str]]) -> Mapping[str, date]:
        return {path: date.fromisoformat(day) for path, day in record["days"].items()}

    history = revision(settings.root)
    remembered = cache.remembered(key("changes", history, settings.offices), ask, read) if history else {}
    return remembered or read(ask())  # none may mean that git failed on an earlier day


def asset_files(settings: Settings, organisations: Mapping[str, Organisation]) -> dict[str, bytes]:
    """Stylesheet, script, icon and picture, in this order, by paths that change with what they hold."""
    css = [name for name in files.folder(settings.house, "theme/site/css").files if name.endswith(".css")]
    components = {name.rpartition("/")[2].removesuffix(".css"): read_text(settings.house, name) for name in css}
    contents = {
        "planpress.css": stylesheet(components, organisations).encode(),
        "planpress.js": read_text(settings.house, f"{ASSETS}/planpress.js").encode(),
        "icon.svg": read_text(settings.house, f"{ASSETS}/icon.svg").encode(),
        "picture.png": read_bytes(settings.house, f"{ASSETS}/picture.png"),
    }
    made = {}
    for name, data in contents.items():
        made[addresses.with_digest(f"assets/{name}", digest(data))] = data
    return made


def pages_of(site: Mapping[str, str], settings: Settings) -> Iterator[str]:
    """Paths, without language, of the pages that the authoritative edition has."""
    prefixes = tuple(language.prefix for language in settings.languages if language.prefix)
    for path in site:
        if path.endswith("index.html") and not path.startswith(prefixes):
            yield path.removesuffix("index.html")
