"""The build, as a story: load, compile, put together, write.

Nothing is written before the data is clean and everything is rendered, so a mistake leaves the site that was there.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from planpress.assembly import Inputs, PlanName, assemble, published
from planpress.batches import in_batches
from planpress.cache import Cache, DamagedObjectError, digest, folder_digest, key, make_cache_folder, objects
from planpress.compiling import CompiledPlan, PlanTask, compile_plans
from planpress.documents.making import DocumentsTask, MadeDocuments, make_documents
from planpress.editorial import RenderEditorial
from planpress.inputs import beside, editorial_digest, program_digest
from planpress.lock import Waiting, locked, this_user
from planpress.model import Office, Organisation, Topic
from planpress.output import Written, check_target, write_site
from planpress.problems import Problem, has_errors
from planpress.settings import Settings
from planpress.source.repository import check_all, office_file_name, plan_files, read_office, read_organisations
from planpress.source.source_text import SIZE_LIMIT
from planpress.source.topics import TOPICS_FILE, read_topics, unmatched
from planpress.summary import PlanSummary


@dataclass(frozen=True, slots=True)
class Report:
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
    report: Report | None


@dataclass(frozen=True, slots=True)
class Source:
    """All of the data that is read before any plan."""

    organisations: Mapping[str, Organisation]
    offices: Mapping[str, Office]
    plans: Sequence[tuple[str, int, Path]]
    topics: Sequence[Topic]
    problems: tuple[Problem, ...]


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
        return Outcome((*check_all(settings.root), *read_topics(settings.root)[1]), None)
    compiled, fresh = compile_all(settings, source, inputs, cache, executor, progress)
    problems = (
        *source.problems,
        *translation_problems(settings, inputs, cache),
        *(problem for each in compiled for problem in each.problems),
    )
    if has_errors(problems):
        cache.index.save(keep_unused=True)
        return Outcome(problems, None)
    documents = make_all(settings, source, inputs, cache, published(settings, compiled), executor, progress)
    shown = published(settings, compiled)
    problems = (
        *problems,
        *unmatched(settings.root, {topic.id for topic in source.topics}.difference(*(plan.topics for plan in shown))),
        *(problem for each in documents.values() for problem in each.problems),
    )
    site = assemble(
        settings,
        source.organisations,
        source.offices,
        inputs,
        cache,
        compiled,
        documents,
        source.topics,
        editorial,
        executor,
    )
    written = write_site(settings, site, cache.store, executor, waiting=waiting)
    cache.index.save()
    cache.forget_unused(site.values())
    report = Report(
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
    return Outcome(problems, report)


def build_documents(
    settings: Settings,
    office: str | None = None,
    roc_year: int | None = None,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    waiting: Waiting = lambda holder: None,
) -> Outcome:
    """Make the documents of one office, one year or one plan, and put them into the site that is there.

    Args:
        settings: of the site.
        office: id of an office; None for all.
        roc_year: a year; None for all.
        executor: runs the work of single plans; None does it here.
        progress: is told how many plans are done.
        waiting: is told of another build of this project, or into its folder, that comes first.

    Returns:
        Every problem of these plans, and a report. It counts no plan when there is none of this office and year.
    """
    return _with_sound_cache(
        settings, waiting, lambda: _build_documents(settings, office, roc_year, executor, progress, waiting)
    )


def _build_documents(
    settings: Settings,
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
        return Outcome((*check_all(settings.root), *read_topics(settings.root)[1]), None)
    wanted = [plan for plan in source.plans if office in (None, plan[0]) and roc_year in (None, plan[1])]
    source = replace(source, plans=wanted)
    compiled, fresh = compile_all(settings, source, inputs, cache, executor, progress)
    problems = tuple(problem for each in compiled for problem in each.problems)
    if has_errors(problems):
        cache.index.save(keep_unused=True)
        return Outcome(problems, None)
    shown = published(settings, compiled)
    documents = make_all(settings, source, inputs, cache, shown, executor, progress)
    files = {path: name for each in documents.values() for path, (name, _) in each.files.items()}
    written = write_site(settings, files, cache.store, adding=True, waiting=waiting)
    cache.index.save(keep_unused=True)
    report = Report(
        offices=len({plan.office for plan in shown}),
        plans=len(shown),
        measures=sum(plan.measures for plan in shown),
        languages=len(settings.languages),
        documents=len(files),
        compiled=fresh,
        seconds=time.perf_counter() - started,
        written=written,
    )
    return Outcome((*problems, *(problem for each in documents.values() for problem in each.problems)), report)


# Load


def read_source(settings: Settings, inputs: Inputs, cache: Cache) -> Source:
    """Read organisations, offices and topics, and list the plans."""
    organisations, problems = read_organisations(settings.root)
    known = key(inputs.program, {each.id: each.model_dump(mode="json") for each in organisations.values()})
    files, folder_problems = plan_files(settings.root)
    problems += folder_problems
    offices: dict[str, Office] = {}
    for office_id in dict.fromkeys(office_id for office_id, _, _ in files):
        office, office_problems = _office(settings, office_id, organisations, known, cache)
        problems += office_problems
        if office:
            offices[office_id] = office
    topics, topic_problems = read_topics(settings.root)
    return Source(organisations, offices, files, topics, (*problems, *topic_problems))


def _office(
    settings: Settings, office_id: str, organisations: dict[str, Organisation], known: str, cache: Cache
) -> tuple[Office | None, list[Problem]]:
    """An office; read again only when its file, the organisations or the program (``known``) have changed."""

    def read() -> list[Any]:
        office, problems = read_office(settings.root, office_id, organisations)
        return [office and office.model_dump(mode="json"), [problem.record() for problem in problems]]

    def recall(record: list[Any]) -> tuple[Office | None, list[Problem]]:
        office, problems = record
        return office and Office.model_validate(office), list(map(Problem.from_record, problems))

    name = key("office", office_id, _digest_of(settings.root / office_file_name(office_id)), known)
    return cache.remembered(name, read, recall)


def _digest_of(path: Path) -> str | None:
    """Of as much of a source as is ever read of it; None when it cannot be read."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as stream:
            return digest(stream.read(SIZE_LIMIT + 1))
    except OSError:
        return None


def translation_problems(settings: Settings, inputs: Inputs, cache: Cache) -> list[Problem]:
    """What is wrong in the files that translations come from; read again only when one of them has changed."""

    def check() -> dict[str, list[Any]]:
        from planpress.translating import consistency  # rarely wanted, and slow to import

        return {"problems": [problem.record() for problem in consistency.translation_problems(settings)]}

    name = key("translations", inputs.locales, inputs.program, settings.languages)
    return cache.remembered(name, check, lambda record: list(map(Problem.from_record, record["problems"])))


def read_inputs(settings: Settings) -> Inputs:
    """Hash the program, the templates and the editorial content."""
    return Inputs(
        program=program_digest(),
        templates=folder_digest(settings.theme_dir),
        documents=folder_digest(settings.documents_dir),
        editorial=editorial_digest(settings),
        locales=folder_digest(settings.locales_dir),
        topics=_digest_of(settings.root / TOPICS_FILE) or "",
    )


# Compile


def compile_all(
    settings: Settings,
    source: Source,
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


def plan_keys(settings: Settings, source: Source, inputs: str, cache: Cache) -> dict[PlanName, str]:
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
        (office_id, year): key(offices[office_id], str(year), _digest_of(path) or "", beside(path, cache))
        for office_id, year, path in source.plans
    }


def _remembered(cache: Cache, name: str) -> CompiledPlan | None:
    def read(record: dict[str, Any]) -> CompiledPlan | None:
        plan = CompiledPlan.from_record(name, record)
        return plan if cache.present.issuperset(plan.objects()) else None

    return cache.recalled(name, read)


# Documents


def make_all(
    settings: Settings,
    source: Source,
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
