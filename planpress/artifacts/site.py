"""All that the parts of a site are made from, put in order once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from planpress.accessibility.report import AccessibilityReport
from planpress.artifacts.compiled_plan import CompiledPlan
from planpress.model import Office, Topic, WithdrawnPlan
from planpress.model.checked_link import CheckedLinks
from planpress.model.disclosure import Disclosure
from planpress.model.explained_word import ExplainedWord
from planpress.model.plan import Lasting
from planpress.model.proof import Proof, ProofKey
from planpress.model.record import RecordedChange
from planpress.model.service import Service
from planpress.model.site_check import SiteCheck
from planpress.model.vintage import Vintage
from planpress.model.vocabulary import Vocabulary
from planpress.overview.holdings import ListedOffice, OfficePlans, Relations, relations
from planpress.overview.news import News, news
from planpress.overview.trees import Tree, trees
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.settings import SiteFacts


@dataclass(frozen=True)
class Site:
    """What a site is made from.

    Attributes:
        facts: what pages know of the settings.
        today: the day that the pages take for today.
        offices: each with the summaries of its plans.
        plans: what compiling gave, by office and 民國 year.
        topics: of the site.
        vocabulary: how people ask.
        editorial: the Markdown pages.
        changes: the day of the last commit that touched each source.
        services: on the web, beside topics.
        papers: digest of the templates of documents; None where none are made.
        documents: of each plan by office and 民國 year, digests by path.
        explained: the words that it explains.
        records: what git tells of the changes of plans, by office and 民國 year.
        accessibility: what machines and people found of it.
        disclosures: what offices publish without being asked, by office; none in a transcription.
        site_check: what the last check of its links to itself found, if there was one.
        checked_links: what the last check of links to elsewhere found, if there was one.
        proofs: what it proves of itself; only parts that are made last (:class:`~planpress.artifacts.parts.Part`) have
            all of them.
        proven: by the path of each file that has to prove anything, what it does not; for parts that are made last.
        withdrawn: the plans that were withdrawn, each with its office.
        named: paths of files that carry a digest of what they hold, by their paths without it.
    """

    facts: SiteFacts
    today: date
    offices: tuple[OfficePlans, ...]
    plans: Mapping[tuple[str, int], CompiledPlan]
    topics: tuple[Topic, ...]
    vocabulary: Vocabulary
    editorial: tuple[EditorialPage, ...]
    changes: Mapping[str, date]
    services: tuple[Service, ...] = ()
    papers: str | None = None
    explained: tuple[ExplainedWord, ...] = ()
    records: Mapping[tuple[str, int], tuple[RecordedChange, ...]] = field(default_factory=dict)
    disclosures: Mapping[str, Disclosure] = field(default_factory=dict)
    checked_links: CheckedLinks | None = None
    accessibility: AccessibilityReport = field(default_factory=AccessibilityReport)
    site_check: SiteCheck | None = None
    proofs: tuple[Proof, ...] = ()
    proven: Mapping[str, tuple[ProofKey, ...]] = field(default_factory=dict)
    withdrawn: tuple[tuple[WithdrawnPlan, Office], ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[tuple[str, int], Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def listed(self) -> tuple[ListedOffice, ...]:
        """The offices as lists show them."""
        return tuple(each.listed(self.today) for each in self.offices)

    @cached_property
    def relations(self) -> Mapping[tuple[str, int], Relations]:
        """What follows what, by office and 民國 year; plans that have to do with no other are left out."""
        return relations(self.listed)

    @cached_property
    def vintages(self) -> Mapping[tuple[str, int], Vintage]:
        """Of what time each plan is, by office and 民國 year."""
        return {(plan.office, plan.roc_year): held.vintage(plan) for held in self.offices for plan in held.plans}

    @cached_property
    def vintage(self) -> Vintage:
        """Of what time all of it is together; of a site without a plan of what its own files are, or of this year."""
        known = Vintage.spanning(self.vintages.values())
        newest = max(self.changes.values(), default=None)
        return known or Vintage.as_of(newest.isoformat() if newest else str(self.today.year))

    def vintage_of(self, plans: Iterable[Lasting]) -> Vintage | None:
        """Of what time some plans are together."""
        return Vintage.spanning(self.vintages[plan.office, plan.roc_year] for plan in plans)

    def day(self, file: str, otherwise: str) -> str:
        """ISO date of the last commit that touched a source; of one that is in none what else is known."""
        changed = self.changes.get(file)
        return changed.isoformat() if changed else otherwise

    def noted(self, file: str) -> Vintage:
        """Of what time a page is that shows a file of the site's own: without a day of its own that of all."""
        return Vintage.as_of(self.day(file, self.vintage.date))

    @cached_property
    def news(self) -> tuple[News, ...]:
        """What is new."""
        return news(self.offices)

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """The trees of 分類瀏覽."""
        return trees(self.offices, self.topics)
