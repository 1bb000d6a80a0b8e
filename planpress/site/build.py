"""The build, as a story: load, compile, put together, write.

Nothing is written before the data is clean and everything is rendered, so a mistake leaves the site that was there.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from planpress.artifacts.workshop import CompiledPlan, PlanTask, compile_plans
from planpress.cache import Cache, DamagedObjectError, key, make_cache_folder, objects
from planpress.documents.making import DocumentsTask, MadeDocuments
from planpress.overview.summary import PlanSummary
from planpress.pages.editorial_page import RenderEditorial
from planpress.problems.problem import Problem, has_errors
from planpress.settings import Settings
from planpress.site.assembling import Inputs, PlanName, TakenPathError, assemble, published
from planpress.site.executor import in_batches
from planpress.site.loading import (
    Data,
    plan_digest,
    problems_of,
    read_inputs,
    read_source,
    remembered_editorial,
    remembered_translation_problems,
)
from planpress.site.lock import Waiting, locked, this_user
from planpress.site.output import Written, check_target, write_site
from planpress.source.history import history_problems
from planpress.source.topics import unmatched


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made, for the reader of the terminal."""

    offices: int = 0
    plans: int = 0
    measures: int = 0
    pages: int = 0
    languages: int = 0
    documents: int = 0
    compiled: int = 0
    seconds: float = 0.0
    written: Written = field(default_factory=lambda: Written(0, 0, 0))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build led to; ``report`` is None when problems kept it from writing."""

    problems: tuple[Problem, ...]
    report: BuildReport | None


def build(
    settings: Settings,
    editorial: RenderEditorial,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    waiting: Waiting = lambda holder: None,
) -> Outcome:
    """Build the site.

    Args:
        settings: of the site.
        editorial: renders the Markdown pages (the engine).
        executor: runs the work of single plans; None does it here.
        progress: is told how many of the plans are compiled.
        waiting: is told of another build of this project, or into its folder, that comes first.

    Returns:
        Every problem, and the report of what was written if none of them is an error.
    """
    return _with_sound_cache(settings, waiting, lambda: _build(settings, editorial, executor, progress, waiting))


def _with_sound_cache(settings: Settings, waiting: Waiting, work: Callable[[], Outcome]) -> Outcome:
    """Do the work, alone with the cache; when it meets a damaged object, do it again with an empty one."""
    check_target(settings)
    make_cache_folder(settings.cache_dir)
    with locked(settings.cache_dir / "lock", this_user(), waiting):
        try:
            return work()
        except DamagedObjectError:
            objects(settings.cache_dir).clear()
            return work()


def _build(
    settings: Settings,
    editorial: RenderEditorial,
    executor: Executor | None,
    progress: Callable[[int, int], None],
    waiting: Waiting,
) -> Outcome:
    started = time.perf_counter()
    cache = Cache.open(settings.cache_dir)
    inputs = read_inputs(settings)
    source = read_source(settings, inputs, cache)
    if has_errors(source.problems):
        return Outcome(tuple(problems_of(settings, editorial)), None)
    compiled, fresh = compile_all(settings, source, inputs, cache, executor, progress)
    shown = published(settings, compiled)
    pages, wrong = remembered_editorial(settings, inputs, cache, editorial)
    problems = wrong + found_problems(settings, source, inputs, cache, compiled, shown)
    if has_errors(problems):
        cache.index.save(keep_unused=True)
        return Outcome(tuple(problems_of(settings, editorial)), None)
    documents = make_all(settings, source, inputs, cache, shown, executor, progress)
    problems += [problem for each in documents.values() for problem in each.problems]
    if has_errors(problems):
        return Outcome(tuple(problems), None)
    try:
        site = assemble(
            settings,
            source.organisations,
            source.offices,
            inputs,
            cache,
            compiled,
            documents,
            source.topics,
            pages,
            executor,
        )
    except TakenPathError as error:
        return Outcome((*problems, error.problem), None)
    written = write_site(settings, site, cache.store, executor, waiting=waiting)
    cache.index.save()
    cache.forget_unused(site.values())
    report = BuildReport(
        offices=len({plan.office for plan in shown}),
        plans=len(shown),
        measures=sum(plan.measures for plan in shown),
        pages=sum(path.endswith(".html") for path in site),
        languages=len(settings.languages),
        documents=sum(len(each.files) for each in documents.values()),
        compiled=fresh,
        seconds=time.perf_counter() - started,
        written=written,
    )
    return Outcome(tuple(problems), report)


def build_documents(
    settings: Settings,
    editorial: RenderEditorial,
    office: str | None = None,
    roc_year: int | None = None,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    waiting: Waiting = lambda holder: None,
) -> Outcome:
    """Make the documents of one office, one year or one plan, and put them into the site that is there.

    Args:
        settings: of the site.
        editorial: renders the Markdown pages, of which none may be wrong.
        office: id of an office; None for all.
        roc_year: a year; None for all.
        executor: runs the work of single plans; None does it here.
        progress: is told how many plans are done.
        waiting: is told of another build of this project, or into its folder, that comes first.

    Returns:
        Every problem of these plans, and a report. It counts no plan when there is none of this office and year.
    """
    return _with_sound_cache(
        settings, waiting, lambda: _build_documents(settings, editorial, office, roc_year, executor, progress, waiting)
    )


def _build_documents(
    settings: Settings,
    editorial: RenderEditorial,
    office: str | None,
    roc_year: int | None,
    executor: Executor | None,
    progress: Callable[[int, int], None],
    waiting: Waiting,
) -> Outcome:
    started = time.perf_counter()
    cache = Cache.open(settings.cache_dir)
    inputs = read_inputs(settings)
    source = read_source(settings, inputs, cache)
    if has_errors(source.problems):
        return Outcome(tuple(problems_of(settings, editorial)), None)
    compiled, fresh = compile_all(settings, source, inputs, cache, executor, progress)
    shown = published(settings, compiled)
    _, wrong = remembered_editorial(settings, inputs, cache, editorial)
    problems = wrong + found_problems(settings, source, inputs, cache, compiled, shown)
    if has_errors(problems):
        cache.index.save(keep_unused=True)
        return Outcome(tuple(problems_of(settings, editorial)), None)
    wanted = [plan for plan in shown if office in (None, plan.office) and roc_year in (None, plan.roc_year)]
    documents = make_all(settings, source, inputs, cache, wanted, executor, progress)
    problems += [problem for each in documents.values() for problem in each.problems]
    if has_errors(problems):
        return Outcome(tuple(problems), None)
    files = {path: name for each in documents.values() for path, (name, _) in each.files.items()}
    written = write_site(settings, files, cache.store, adding=True, waiting=waiting)
    cache.index.save(keep_unused=True)
    report = BuildReport(
        offices=len({plan.office for plan in wanted}),
        plans=len(wanted),
        measures=sum(plan.measures for plan in wanted),
        languages=len(settings.languages),
        documents=len(files),
        compiled=fresh,
        seconds=time.perf_counter() - started,
        written=written,
    )
    return Outcome(tuple(problems), report)


def found_problems(
    settings: Settings,
    source: Data,
    inputs: Inputs,
    cache: Cache,
    compiled: Sequence[CompiledPlan],
    shown: Sequence[PlanSummary],
) -> list[Problem]:
    """What :func:`problems_of` finds apart from the Markdown pages, as far as earlier builds remember it."""
    without = {topic.id for topic in source.topics}.difference(*(plan.topics for plan in shown))
    return [
        *source.problems,
        *history_problems(settings.root),
        *remembered_translation_problems(settings, inputs, cache),
        *(problem for each in compiled for problem in each.problems),
        *unmatched(settings.root, without),
    ]


# Compile


def compile_all(
    settings: Settings,
    source: Data,
    inputs: Inputs,
    cache: Cache,
    executor: Executor | None,
    progress: Callable[[int, int], None],
) -> tuple[list[CompiledPlan], int]:
    """Compile every plan that an earlier build has not compiled already.

    Returns:
        All plans, in the order of their files, and how many of them were compiled now.
    """
    tasks = [
        PlanTask(name, source.offices[office_id], year)
        for (office_id, year), name in plan_keys(settings, source, inputs.pages, cache).items()
    ]
    known = {task.key: plan for task in tasks if (plan := _remembered(cache, task.key))}
    stale = [task for task in tasks if task.key not in known]
    progress(0, len(stale))
    done = 0
    for batch in in_batches(executor, partial(compile_plans, settings, inputs.pages), stale, size=8):
        for plan in batch:
            known[plan.key] = plan
            cache.index.put(plan.key, plan.record())
        done += len(batch)
        progress(done, len(stale))
    return [known[task.key] for task in tasks], len(stale)


def plan_keys(settings: Settings, source: Data, inputs: str, cache: Cache) -> dict[PlanName, str]:
    """For each plan the hash of everything that its pages, or its documents, depend on.

    Args:
        settings: of the site.
        source: offices and plans.
        inputs: hash of what all plans share.
        cache: knows the files beside a plan that have not changed.
    """
    shared = [inputs, settings.site_url, [language.tag for language in settings.languages]]
    offices = {each.id: key(each.model_dump(mode="json"), *shared) for each in source.offices.values()}
    return {
        (office_id, year): key(offices[office_id], str(year), plan_digest(settings.root, office_id, year, cache))
        for office_id, year, _ in source.plans
    }


def _remembered(cache: Cache, name: str) -> CompiledPlan | None:
    def read(record: dict[str, Any]) -> CompiledPlan | None:
        plan = CompiledPlan.from_record(name, record)
        return plan if cache.present.issuperset(plan.objects()) else None

    return cache.recalled(name, read)


# Documents


def make_all(
    settings: Settings,
    source: Data,
    inputs: Inputs,
    cache: Cache,
    shown: Sequence[PlanSummary],
    executor: Executor | None,
    progress: Callable[[int, int], None],
) -> dict[PlanName, MadeDocuments]:
    """Make the documents of every plan that is shown and whose documents an earlier build has not made already."""
    if not settings.documents:
        return {}
    keys = plan_keys(settings, source, inputs.papers, cache)
    tasks = [
        DocumentsTask(
            key("documents", keys[plan.office, plan.roc_year], settings.fonts),
            source.offices[plan.office],
            plan.roc_year,
        )
        for plan in shown
    ]
    made = {task.key: known for task in tasks if (known := _remembered_documents(cache, task.key))}
    stale = [task for task in tasks if task.key not in made]
    progress(0, len(stale))
    if stale:
        from planpress.documents.press import make_documents  # with fonts and Typst

        work = partial(make_documents, settings, inputs.papers)
        for done, batch in enumerate(in_batches(executor, work, stale, size=1), start=1):
            for documents in batch:
                made[documents.key] = documents
                cache.index.put(documents.key, documents.record())
            progress(done, len(stale))
    return {(task.office.id, task.roc_year): made[task.key] for task in tasks}


def _remembered_documents(cache: Cache, name: str) -> MadeDocuments | None:
    def read(record: dict[str, Any]) -> MadeDocuments | None:
        documents = MadeDocuments.from_record(name, record)
        return documents if cache.present.issuperset(made for made, _ in documents.files.values()) else None

    return cache.recalled(name, read)
