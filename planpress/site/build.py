"""The build, as a story: load, compile, put together, write.

Nothing is written before the data is clean and everything is rendered, so a mistake leaves the site that was there.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial

from planpress.artifacts.artifact import frozen_as_json
from planpress.artifacts.compiled_plan import CompiledPlan
from planpress.artifacts.parts import PARTS, Part
from planpress.artifacts.workshop import compile_plans
from planpress.cache import Cache, DamagedObjectError, key, make_cache_folder, objects
from planpress.documents.making import MadeDocuments
from planpress.model import PlanState
from planpress.model.assessment import Assessment
from planpress.model.clauses import CLAUSES_AS_JSON
from planpress.model.plan_task import PlanTask
from planpress.model.vocabulary import Vocabulary
from planpress.overview.places import places
from planpress.overview.summary import PlanSummary
from planpress.pages.editorial.editorial_page import RenderEditorial
from planpress.problems.problem import Problem, has_errors
from planpress.search.asking import leading_nowhere, said
from planpress.search.entries import PageEntries
from planpress.settings import Settings, calendar_day
from planpress.site.assembling import PlanName, RefusedSiteError, WriteFirst, assemble, summaries
from planpress.site.checking import problems_of
from planpress.site.inputs import digest_of, read_inputs
from planpress.site.loading import (
    Data,
    PlanDigests,
    read_source,
    remembered_editorial,
    remembered_problems,
    remembered_translation_problems,
)
from planpress.site.lock import Waiting, locked, this_user
from planpress.site.output import Written, check_target, write_site
from planpress.site.remaking import Build, Progress
from planpress.source.content.claimed import claimed_later, is_claimed_later
from planpress.source.content.editorial import editorial_paths
from planpress.source.content.explained_words import unused
from planpress.source.content.noted import is_noted_later, noted_later
from planpress.source.content.official import without_official
from planpress.source.content.redirects import redirect_problems
from planpress.source.content.synonyms import SYNONYMS_FILE, unfound
from planpress.source.content.topics import unmatched
from planpress.source.history import history_problems
from planpress.source.overlaps import overlap_problems
from planpress.source.parents import parent_problems


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, for the reader of the terminal."""

    offices: int = 0
    plans: int = 0
    measures: int = 0
    pages: int = 0
    languages: int = 0
    documents: int = 0
    compiled: int = 0
    unseen: tuple[PlanSummary, ...] = ()
    """Plans that are shown and that the public does not see: only a preview has any."""
    not_shown: tuple[str, ...] = ()
    """The plans of the site that are not shown: kinmen/115."""
    seconds: float = 0.0
    written: Written = field(default_factory=lambda: Written(0, 0, 0))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build led to; ``built`` is None when problems kept it from writing."""

    problems: tuple[Problem, ...]
    built: Built | None


@dataclass(frozen=True, slots=True)
class Only:
    """The documents of some plans alone: those of an office, of a year, or all of them where neither is given."""

    office: str | None = None
    roc_year: int | None = None

    def has(self, plan: PlanSummary) -> bool:
        """Whether a plan is one of them."""
        return self.office in (None, plan.office) and (self.roc_year is None or self.roc_year in plan.years)


@dataclass(frozen=True, slots=True)
class First:
    """Pages that somebody waits for: they are written before the rest of the site is made.

    Attributes:
        paths: of their files.
        written: is told when they are there, with everything that is wrong with the project.
    """

    paths: frozenset[str]
    written: Callable[[Sequence[Problem]], None]


def build(
    settings: Settings,
    render: RenderEditorial,
    executor: Executor | None = None,
    progress: Progress = lambda done, total: None,
    waiting: Waiting = lambda holder: None,
    only: Only | None = None,
    parts: tuple[Part, ...] = PARTS,
    first: First | None = None,
) -> Outcome:
    """Build the site, or put the documents of some plans into the site that is there.

    Args:
        settings: of the site.
        render: renders the Markdown pages (the engine).
        executor: runs the work of single plans; None does it here.
        progress: is told how many of the plans are done.
        waiting: is told of another build of this project, or into its folder, that comes first.
        only: whose documents alone are made; None for the whole site.
        parts: what the site consists of.
        first: pages that somebody waits for.

    Returns:
        Every problem, and what was built if none of them is an error. It counts no plan when ``only``
        has none.
    """
    check_target(settings)
    make_cache_folder(settings.cache_dir)

    def work() -> Outcome:
        run = Build(settings, read_inputs(settings), Cache.open(settings.cache_dir), executor, progress)
        return _build(run, render, waiting, only, parts, first)

    with locked(settings.cache_dir / "lock", this_user(), waiting):
        try:
            return work()
        except DamagedObjectError:
            objects(settings.cache_dir).clear()
            return work()


def _build(
    run: Build,
    render: RenderEditorial,
    waiting: Waiting,
    only: Only | None,
    parts: tuple[Part, ...],
    first: First | None,
) -> Outcome:
    started = time.perf_counter()
    settings, cache = run.settings, run.cache
    data = read_source(settings, run.inputs, cache)
    if has_errors(without_official(settings.root, data.problems)):
        return Outcome(tuple(problems_of(settings, render)), None)
    compiled, fresh = compile_all(run, data)
    shown = summaries(compiled)
    if not settings.is_whole:
        data = replace(data, vocabulary=data.vocabulary.finding(said(data.vocabulary, _texts(run, compiled))))
    pages, wrong = remembered_editorial(settings, run.inputs, cache, render)
    problems = without_official(settings.root, wrong + found_problems(run, data, compiled, shown))
    if has_errors(problems):
        cache.index.save(keep_unused=True)
        return Outcome(tuple(problems_of(settings, render)), None)
    wanted = [plan for plan in shown if only is None or only.has(plan)]
    documents = make_all(run, data, wanted, shown)
    problems += [problem for each in documents.values() for problem in each.problems]
    if has_errors(problems):
        return Outcome(tuple(problems), None)
    site: Mapping[str, str] = {path: name for each in documents.values() for path, (name, _) in each.files.items()}
    if only is None:
        try:
            site = assemble(run, data, compiled, documents, pages, parts, _writing(run, first, problems, waiting))
        except RefusedSiteError as error:
            cache.index.save(keep_unused=True)
            return Outcome((*problems, *error.problems), None)
    # Warnings that take all texts of all plans: a page that somebody waits for comes first.
    if settings.is_whole:
        problems += _unfound(run, data.vocabulary, compiled)
    written = write_site(settings, site, cache.store, run.executor, adding=only is not None, waiting=waiting)
    cache.index.save(keep_unused=only is not None)
    if only is None:
        # What is public no more is nothing to keep: a plan, a result that is internal again, a word that was taken out.
        is_hidden = bool(data.showing.withdrawn or data.showing.unseen)
        is_less = written.removed > 0 and (is_hidden or not settings.preview)
        cache.forget_unused(site.values(), at_once=is_less)
    built = Built(
        offices=len({plan.office for plan in wanted}),
        plans=len(wanted),
        measures=sum(plan.measures for plan in wanted),
        pages=sum(path.endswith(".html") for path in site),
        languages=len(settings.languages),
        documents=sum(len(each.files) for each in documents.values()),
        compiled=fresh,
        unseen=tuple(plan for plan in wanted if plan.publication.state(settings.today) is not PlanState.PUBLIC),
        not_shown=data.showing.not_shown,
        seconds=time.perf_counter() - started,
        written=written,
    )
    return Outcome(tuple(problems), built)


def _writing(run: Build, first: First | None, problems: Sequence[Problem], waiting: Waiting) -> WriteFirst | None:
    """How the pages that somebody waits for are written."""
    if first is None:
        return None

    def write(made: Mapping[str, str]) -> None:
        write_site(run.settings, made, run.cache.store, run.executor, adding=True, waiting=waiting)
        first.written(problems)

    return WriteFirst(first.paths, write)


def found_problems(
    run: Build, data: Data, compiled: Sequence[CompiledPlan], shown: Sequence[PlanSummary]
) -> list[Problem]:
    """What :func:`problems_of` finds but for the Markdown pages and :func:`_unfound`, as earlier builds remember it."""
    return [
        *data.problems,
        *history_problems(run.settings.root),
        *remembered_translation_problems(run.settings, run.inputs, run.cache),
        *(problem for each in compiled for problem in each.problems),
        *overlap_problems(run.settings.root, shown, data.lying),
        *parent_problems(run.settings.root, shown, data.lying),
        *_noted_later(run, data),
        *_claimed_later(run, data, compiled),
        *(_of_the_whole(run, data, shown) if run.settings.is_whole else ()),
    ]


def _of_the_whole(run: Build, data: Data, shown: Sequence[PlanSummary]) -> Iterator[Problem]:
    """What no plan has; where a site is of some offices, the plans of others may have it."""
    root = run.settings.root
    found = {topic for plan in shown for topic in plan.topics}
    yield from unmatched(root, {topic.id for topic in data.topics} - found)
    yield from _unled(run, data, shown, found)
    yield from unused(root, {word.id for word in data.explained}.difference(*(plan.explained for plan in shown)))


def _unled(run: Build, data: Data, shown: Sequence[PlanSummary], topics: Iterable[str]) -> list[Problem]:
    """That redirects lead to what is not there, or away from what is."""
    if not data.redirects:
        return []
    root = run.settings.root
    plans = ((plan.office, plan.roc_year) for plan in shown)
    departments = (name for plan in shown for name in plan.departments)
    return redirect_problems(root, places(plans, departments, topics, editorial_paths(root)))


def _noted_later(run: Build, data: Data) -> list[Problem]:
    """Facts about offices that were noted on a day to come."""
    today = calendar_day()
    return noted_later(
        run.settings.root, [each.id for each in data.offices.values() if is_noted_later(each, today)], today
    )


def _claimed_later(run: Build, data: Data, compiled: Sequence[CompiledPlan]) -> Iterator[Problem]:
    """What offices say of their own sites on days to come."""
    today, store = calendar_day(), run.cache.store
    plans = [
        (plan.summary.office, plan.summary.roc_year)
        for plan in compiled
        if plan.summary and plan.clauses
        if is_claimed_later(CLAUSES_AS_JSON.validate_json(store.get(plan.clauses)), today)
    ]
    offices = [office for office, each in data.disclosures.items() if is_claimed_later(each, today)]
    return claimed_later(run.settings.root, plans, offices, today)


def _unfound(run: Build, vocabulary: Vocabulary, compiled: Sequence[CompiledPlan]) -> list[Problem]:
    """That synonyms find nothing in the plans that are shown."""
    root = run.settings.root
    entries = [name for plan in compiled for name in plan.entries.values()]
    name = key("synonyms", run.inputs.program, digest_of(root, SYNONYMS_FILE), entries)
    return remembered_problems(
        run.cache, name, lambda: unfound(root, leading_nowhere(vocabulary, _texts(run, compiled)))
    )


def _texts(run: Build, compiled: Sequence[CompiledPlan]) -> Iterator[list[str]]:
    """All that the search finds of each plan, in each language that people write."""
    for plan in compiled:
        for name in plan.entries.values():
            yield [each.text for each in PageEntries.from_record(json.loads(run.cache.store.get(name))).entries]


def compile_all(run: Build, data: Data) -> tuple[list[CompiledPlan], int]:
    """Compile every plan that an earlier build has not compiled already.

    Returns:
        All plans, in the order of their files, and how many of them were compiled now.
    """
    names = plan_keys(run, data, run.inputs.pages)
    tasks = {name: PlanTask(name, data.offices[office_id], year) for (office_id, year), name in names.items()}
    work = partial(compile_plans, run.settings, run.inputs.pages)
    made, fresh = run.of_plans(CompiledPlan, tasks, work, size=8)
    return [made[name] for name in tasks], fresh


def make_all(
    run: Build, data: Data, wanted: Sequence[PlanSummary], shown: Sequence[PlanSummary]
) -> dict[PlanName, MadeDocuments]:
    """Make the documents of some of the plans that are shown, as far as an earlier build has not made them already."""
    if not run.settings.documents:
        return {}
    names = plan_keys(run, data, run.inputs.papers)
    voice = frozen_as_json([run.settings.site_name, run.settings.publisher])
    heads = {
        (plan.office, plan.roc_year): assessments_of(plan.office, shown) if plan.results else () for plan in wanted
    }
    keys = {
        plan: key("documents", names[plan], run.settings.fonts, voice, [each.model_dump(mode="json") for each in known])
        for plan, known in heads.items()
    }
    tasks = {name: PlanTask(name, data.offices[plan[0]], plan[1], heads[plan]) for plan, name in keys.items()}
    work = partial(_make_documents, run.settings, run.inputs.papers)
    made, _ = run.of_plans(MadeDocuments, tasks, work, size=1)
    return {plan: made[name] for plan, name in keys.items()}


def assessments_of(office_id: str, plans: Sequence[PlanSummary]) -> tuple[Assessment, ...]:
    """The assessments of all plans of an office, without rows and prose."""
    return tuple(each.head for plan in plans if plan.office == office_id for each in plan.results)


def _make_documents(settings: Settings, inputs: str, tasks: Sequence[PlanTask]) -> list[MadeDocuments]:
    from planpress.documents.press import make_documents  # with fonts and Typst: only where there is one to make

    return make_documents(settings, inputs, tasks)


def plan_keys(run: Build, data: Data, inputs: str) -> dict[PlanName, str]:
    """For each plan the hash of everything that its pages, or its documents, depend on.

    Args:
        run: what the build works with.
        data: offices and plans.
        inputs: hash of what all plans share.
    """
    settings = run.settings
    shared = [inputs, settings.site_url, [language.tag for language in settings.languages], settings.offices]
    offices = {each.id: key(each.model_dump(mode="json"), *shared) for each in data.offices.values()}
    digests = PlanDigests(settings.root, run.cache)
    return {
        (office_id, year): key(offices[office_id], str(year), digests.of(office_id, year))
        for office_id, year, _ in data.showing.plans
    }
