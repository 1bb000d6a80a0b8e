"""The work that one plan asks for, alone: read, check, lay out in every language, export. Runs in any executor.

A worker gets paths and the frozen settings, builds its own templates, puts what it made into the object store and
returns digests: what travels between processes stays small however long a plan is.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planpress import addresses
from planpress.artifacts.artifact import Artifact
from planpress.artifacts.compiled_plan import CompiledPlan, CompiledRevision
from planpress.artifacts.topic_share import topic_shares
from planpress.cache import objects
from planpress.data.open_data import plan_json
from planpress.editions.edition import Edition, load_editions, plan_texts
from planpress.editions.said_plan import SaidPlan
from planpress.model import Office, Plan
from planpress.model.assessment import Assessment
from planpress.model.clauses import CLAUSES_AS_JSON
from planpress.model.language import AUTHORITATIVE, EN
from planpress.model.plan_task import PlanTask
from planpress.model.proof import ProofKey
from planpress.model.vintage import Vintage
from planpress.overview.alterations import revision_record
from planpress.overview.coverage import Coverage
from planpress.overview.explained_words import first_uses, used_words
from planpress.overview.summary import summarise
from planpress.overview.topics import TopicMeasures, by_topic
from planpress.pages.browse.plan_index import plan_index_html
from planpress.pages.frame.frame import Assets
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.frame.menu import MenuEntry
from planpress.pages.frame.templates import environment
from planpress.pages.plan.plan_page import plan_body_html
from planpress.problems.problem import Problem, has_errors
from planpress.search.entries import plan_entries
from planpress.settings import Settings
from planpress.site_checks.proven import shortfalls
from planpress.source import files
from planpress.source.attachments.beside import ORIGINAL_LIMIT, public_content
from planpress.source.attachments.evidence import published_evidence
from planpress.source.attachments.figures import figure_files
from planpress.source.content.explained_words import read_explained_words
from planpress.source.content.theme import explained
from planpress.source.content.topics import read_topics
from planpress.source.folders import assessments_folder, original_file_name, plan_file_name, plan_folder
from planpress.source.records.record_file import read_record
from planpress.source.repository import (
    Superseded,
    read_plan,
    read_plan_clauses,
    read_results,
    read_superseded,
)
from planpress.translating.progress import plan_coverage, text_coverage
from planpress.translating.staleness import may_be_stale
from planpress.translating.units import read_units
from planpress.translating.workspace import Translation, read_translations, stale_in


@dataclass(frozen=True, slots=True)
class Shared:
    """What all pages of a site share beside templates, translations and settings."""

    assets: Assets
    menu: tuple[MenuEntry, ...]


class Workshop:
    """Templates and translations of one site, as one process needs them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.facts = settings.facts
        self.shared: Shared | None = None
        self.store = objects(settings.cache_dir)
        self.editions, self.problems = load_editions(settings)
        self.environment = environment(settings)
        self.topics, _ = read_topics(settings.root)
        self.explained, _ = read_explained_words(settings.root)
        self.translated = tuple(
            each for each in self.editions.values() if each.language != AUTHORITATIVE and not each.hans
        )

    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """The languages that people translate into, with their catalogues."""
        return read_translations(self.settings, self.editions.values())

    def sharing(self, shared: Shared) -> "Workshop":
        """The same, for pages that have this in common."""
        other = copy(self)
        other.shared = shared
        return other

    def writer(self, tag: str) -> Writer:
        """Writes in one language."""
        return Writer(self.environment, self.editions[tag])

    def maker(self, tag: str, vintage: Vintage | None = None) -> PageMaker:
        """Makes the pages of one language that are of one time."""
        assert self.shared is not None  # known once every plan is compiled
        shared = self.shared
        return PageMaker(self.facts, shared.menu, shared.assets, self.environment, self.editions[tag], vintage)

    def compile(self, task: PlanTask) -> CompiledPlan:
        """Do all the work of one plan."""
        plan, problems = read_plan(self.settings.root, task.office, task.roc_year)
        replaced, of_replaced = read_superseded(self.settings.root, task.office, task.roc_year)
        problems += of_replaced
        results = read_results(self.settings.root, task.office, task.roc_year)
        problems += results.kept
        clauses, of_clauses = read_plan_clauses(self.settings.root, task.office, task.roc_year)
        problems += of_clauses
        if plan and plan.based_on and not self.settings.has(plan.based_on.office):
            plan = plan.model_copy(update={"based_on": None})
        if plan is None or has_errors(problems):
            return CompiledPlan(task.key, None, tuple(problems), {}, {}, "", 0, {})
        topics = by_topic(self.topics, plan)
        uses = first_uses(self.explained, plan)
        said = self.said(plan, task.office)
        bodies = self.kept(lambda writer: plan_body_html(writer, said[writer.tag], topics, uses, results.public))
        indexes = self.kept(lambda writer: plan_index_html(writer, said[writer.tag], topics))
        url = addresses.absolute(self.settings.site_url, addresses.plan(plan.office, plan.roc_year))
        numbers = tuple(each.number for each in replaced)
        data = plan_json(plan, task.office, self.editions.get(EN.tag) or Edition(EN), url, numbers, topics)
        entries = {tag: self.store.put(entries_json(each)) for tag, each in said.items()}
        coverage, stale = self.translation(plan)
        problems += stale
        recorded, _ = read_record(self.settings.root, plan_folder(task.office.id, task.roc_year))
        revised = tuple(revision_record(plan, {each.number: each.plan for each in replaced}))
        summary = summarise(
            plan, coverage, topics, numbers, used_words(uses), results.public, recorded, revised, len(clauses)
        )
        stored, model = self.store.put(data), self.store.put(plan.model_dump_json().encode())
        superseded = tuple(self.superseded(each, task.office) for each in replaced)
        supplements = self.supplements(plan)
        return CompiledPlan(
            key=task.key,
            summary=summary,
            problems=tuple(problems),
            bodies=bodies,
            indexes=indexes,
            data=stored,
            data_size=len(data),
            entries=entries,
            superseded=superseded,
            supplements=supplements,
            figures=self.figures([plan, *(each.plan for each in replaced)]),
            model=model,
            evidence=self.evidence(plan, results.public),
            assessments={each.name: self.store.put(each.model_dump_json().encode()) for each in results.public},
            topics={tag: self.shares(each, topics) for tag, each in said.items()},
            clauses=self.store.put(CLAUSES_AS_JSON.dump_json(clauses)) if clauses else "",
        )

    def superseded(self, replaced: Superseded, office: Office) -> CompiledRevision:
        """What a revision replaced, laid out in every language."""
        said = self.said(replaced.plan, office)
        stored = self.kept(lambda writer: plan_body_html(writer, said[writer.tag]))
        model = self.store.put(replaced.plan.model_dump_json().encode())
        return CompiledRevision(replaced.number, summarise(replaced.plan, {}), stored, model)

    def supplements(self, plan: Plan) -> dict[str, tuple[str, int]]:
        """The files that were added to a plan."""
        found: dict[str, tuple[str, int]] = {}
        for name in (each.file for each in plan.supplements if each.file):
            path = original_file_name(plan.office, plan.roc_year, name)
            content, _ = files.read(self.settings.root, path, ORIGINAL_LIMIT)
            if content is not None:
                content = public_content(content, is_exact=False)
                found[name] = (self.store.put(content), len(content))
        return found

    def evidence(self, plan: Plan, results: Iterable[Assessment]) -> dict[str, str]:
        """The files that show what became of a plan, without what tells of persons."""
        folder = assessments_folder(plan.office, plan.roc_year)
        names = {name for each in results for name in each.files()}
        found = {name: published_evidence(self.settings.root, folder, name) for name in sorted(names)}
        return {name: self.store.put(content) for name, content in found.items() if content is not None}

    def figures(self, plans: Iterable[Plan]) -> dict[str, str]:
        """The pictures of a plan and of what its revisions replaced, by their paths on the site."""
        found: dict[str, str] = {}
        for plan in plans:
            folder = addresses.plan_files(plan.office, plan.roc_year)
            pictures = figure_files(self.settings.root, plan_folder(plan.office, plan.roc_year), plan)
            found |= {f"{folder}{name}": self.store.put(content) for name, content in pictures.items()}
        return found

    def translation(self, plan: Plan) -> tuple[dict[str, Coverage], list[Problem]]:
        """How far each language is with a plan, and where its translations are of an earlier wording.

        Only the file knows the places, so it is read again where something is left that may be stale.
        """
        texts = list(plan_texts(plan))
        coverage = {each.language.tag: text_coverage(texts, plan.office, each.memory) for each in self.translated}
        if all(each.is_complete for each in coverage.values()):
            return coverage, []
        file = plan_file_name(plan.office, plan.roc_year)
        concerned = [each for each in self.translations if may_be_stale(file, each.catalogue)]
        units = read_units(self.settings.root, plan.office, plan.roc_year) if concerned else None
        if units is None:
            return coverage, []
        found = (plan_coverage(units, each.edition, each.catalogue) for each in concerned)
        return coverage | {each.language: each.coverage for each in found}, stale_in(units, concerned)

    def said(self, plan: Plan, office: Office) -> dict[str, SaidPlan]:
        """A plan in each language that people write, by its tag."""
        return {tag: SaidPlan(plan, office, each) for tag, each in self.editions.items() if not each.hans}

    def shares(self, said: SaidPlan, topics: Sequence[TopicMeasures]) -> dict[str, str]:
        """What the plan has of each topic in a language."""
        language, plan = said.edition.language, said.plan
        path = addresses.localised(language, addresses.plan(plan.office, plan.roc_year))
        url = addresses.absolute(self.settings.site_url, path)
        shares = topic_shares(self.writer(language.tag), said, topics, url)
        return {topic: self.store.put(share.content()) for topic, share in shares}

    def kept(self, lay_out: Callable[[Writer], str]) -> dict[str, str]:
        """Digests of :meth:`bodies`, which the object store then holds."""
        return {tag: self.store.put(html.encode()) for tag, html in self.bodies(lay_out)}

    def bodies(self, lay_out: Callable[[Writer], str]) -> Iterable[tuple[str, str]]:
        """The body of a page in each language; Simplified is converted from the finished Traditional one."""
        traditional = lay_out(self.writer(AUTHORITATIVE.tag))
        for tag, edition in self.editions.items():
            if tag == AUTHORITATIVE.tag:
                yield tag, traditional
            elif edition.hans:
                yield tag, edition.hans.html(traditional)
            else:
                yield tag, lay_out(self.writer(tag))


def entries_json(said: SaidPlan) -> bytes:
    """What the search finds of a plan in one language, as JSON."""
    return json.dumps(plan_entries(said).record(), ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=1)
def workshop(settings: Settings, inputs: str) -> Workshop:
    """The workshop of this process.

    Args:
        settings: of the site.
        inputs: digest of templates and translations; when they change, a long-lived process opens a new workshop.
    """
    return Workshop(settings)


def compile_plans(settings: Settings, inputs: str, tasks: Sequence[PlanTask]) -> list[CompiledPlan]:
    """Compile some plans in this process."""
    with explained(settings.house):
        shop = workshop(settings, inputs)
        return [shop.compile(task) for task in tasks]


@dataclass(frozen=True, slots=True)
class Made:
    """What making an artifact gave.

    Attributes:
        digest: of what it holds.
        short: what it does not prove and should.
    """

    digest: str
    short: tuple[ProofKey, ...] = ()

    def record(self) -> str:
        """As JSON, for the index: one text, since there are tens of thousands."""
        return " ".join((self.digest, *self.short))

    @classmethod
    def from_record(cls, record: str) -> "Made":
        """Back from JSON."""
        name, *short = record.split(" ")
        return cls(name, tuple(map(ProofKey, short)))


def render(settings: Settings, inputs: str, shared: Shared, artifacts: Sequence[Artifact]) -> list[Made]:
    """Make some artifacts in this process; the object store then holds them."""
    with explained(settings.house):
        shop = workshop(settings, inputs).sharing(shared)
        made = ((each.path, each.content(shop)) for each in artifacts)
        return [Made(shop.store.put(content), shortfalls(path, content)) for path, content in made]
