"""The pages and files of a topic, as artifacts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from planpress import addresses
from planpress.artifacts.artifact import Artifact
from planpress.artifacts.site import Site
from planpress.artifacts.topic_share import TopicShare
from planpress.artifacts.workshop import Workshop
from planpress.documents.about import about_topic
from planpress.documents.csv_table import csv_table
from planpress.documents.environment import documents_environment
from planpress.documents.ods import ods
from planpress.editions.voice import voice_of
from planpress.model import Office, Organisation, Topic
from planpress.model.dates import gregorian_year
from planpress.model.document_files import LANGUAGES, DocumentKind
from planpress.model.service import Service
from planpress.model.vintage import Vintage
from planpress.overview.topic_pages import TopicPage, topic_pages
from planpress.overview.trees import TOPICS, Leaf, Listed
from planpress.pages.browse.topic import topic_page


def offered_topics(site: Site) -> Iterator[tuple[Topic, tuple[str, ...]]]:
    """Every topic that is offered as files, with the tags of their languages: where a newest plan has any of it."""
    newest = {each.office.id: each.newest.roc_year for each in site.offices}
    for leaf in next((tree.leaves for tree in site.trees if tree.slug == TOPICS), ()):
        if leaf.topic and (tags := _file_tags(site)) and _newest(leaf, newest):
            yield leaf.topic, tags


def _newest(leaf: Leaf, newest: Mapping[str, int]) -> list[Listed]:
    """The plans of a leaf that are their offices' newest."""
    return [plan for plan in leaf.plans if plan.roc_year == newest[plan.office]]


def _file_tags(site: Site) -> tuple[str, ...]:
    """Tags of the languages in which topics are offered as files; none where the site makes no documents."""
    return tuple(each.tag for each in site.facts.languages if each.tag in LANGUAGES[DocumentKind.ODS] and site.papers)


def topic_artifacts(site: Site, leaf: Leaf) -> Iterator[Artifact]:
    """Every page of a topic in every language, and its files.

    Where a plan is edited, only what shows its measures of the topic is made anew, and what counts them.
    """
    topic = leaf.topic
    assert topic is not None  # a leaf of the tree of topics
    offices = {each.office.id: each.office for each in site.offices}
    newest = {each.office.id: each.newest.roc_year for each in site.offices}
    tags = _file_tags(site)
    organisations = {each.organisation.id: each.organisation for each in offices.values()}
    offered = tuple(
        (each, organisations[each.organisation])
        for each in site.services
        if each.topic == topic.id and each.seen and each.organisation in organisations
    )
    for page in topic_pages(leaf, newest):
        shown = tuple(dict.fromkeys(plan.office for plan in (*page.offices, *page.elsewhere)))
        path = addresses.topic_page(topic.id, page.roc_year, page.number)
        vintage = site.vintage_of(part.plan for part in page.parts) or site.vintage_of(page.elsewhere)
        if vintage and page.roc_year is not None:
            vintage = Vintage.of_years(vintage.date, (page.roc_year,))
        for language in site.facts.languages:
            file = addresses.file_of(addresses.localised(language, path))
            shares = _shares(site, topic, [plan for plan, *_ in page.parts], language.derived_from or language.tag)
            arguments = (language.tag, vintage, topic, page, shares, tags, offered, *(offices[each] for each in shown))
            yield Artifact(file, _page, arguments)
    plans = _newest(leaf, newest)
    for tag in tags if plans else ():
        shares = _shares(site, topic, plans, tag)
        years = [gregorian_year(year) for plan in plans for year in (plan.roc_year, plan.until or plan.roc_year)]
        yield Artifact(addresses.topic_file(topic.id, f"{tag}.{DocumentKind.CSV}"), _csv, (shares,))
        date = max(site.vintages[plan.office, plan.roc_year].date for plan in plans)
        sheet = (tag, topic, shares, (min(years), max(years)), date, site.papers)
        yield Artifact(addresses.topic_file(topic.id, f"{tag}.{DocumentKind.ODS}"), _ods, sheet)


def _shares(site: Site, topic: Topic, plans: Sequence[Listed], tag: str) -> tuple[str, ...]:
    """Digests of what plans have of a topic in a language."""
    return tuple(site.plans[plan.office, plan.roc_year].topics[tag][topic.id] for plan in plans)


def _page(
    shop: Workshop,
    tag: str,
    vintage: Vintage | None,
    topic: Topic,
    page: TopicPage,
    shares: tuple[str, ...],
    files: tuple[str, ...],
    services: tuple[tuple[Service, Organisation], ...],
    *offices: Office,
) -> str:
    written = [TopicShare.of(shop.store.get(each)).measures for each in shares]
    if hans := shop.editions[tag].hans:
        written = [tuple(each.converted(hans) for each in share) for share in written]
    return topic_page(
        shop.maker(tag, vintage), topic, page, written, files, services, {each.id: each for each in offices}
    )


def _csv(shop: Workshop, shares: tuple[str, ...]) -> bytes:
    return csv_table(chain.from_iterable(TopicShare.of(shop.store.get(each)).rows for each in shares))


def _ods(
    shop: Workshop, tag: str, topic: Topic, shares: tuple[str, ...], years: tuple[int, int], date: str, papers: str
) -> bytes:
    """The measures as a sheet; ``papers`` is the digest of its templates."""
    found = [TopicShare.of(shop.store.get(each)) for each in shares]
    edition = shop.editions[tag]
    page = addresses.localised(edition.language, addresses.topic_page(topic.id))
    file = addresses.topic_file(topic.id, f"{tag}.{DocumentKind.ODS}")
    page, file = (addresses.absolute(shop.settings.site_url, path) for path in (page, file))
    about = replace(about_topic(topic, voice_of(shop.facts, edition), page, years, date), identifier=file)
    departments = tuple(dict.fromkeys(chain.from_iterable(share.departments for share in found)))
    rows = chain.from_iterable(share.rows for share in found)
    return ods(rows, departments, about, edition, documents_environment(shop.settings))
