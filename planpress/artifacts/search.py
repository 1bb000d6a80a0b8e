"""The search of a site: its files of the index before they are made, and the scripts that read them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Final

from markupsafe import Markup

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.compiled_plan import CompiledPlan
from planpress.artifacts.site import Site
from planpress.artifacts.topics import offered_topics
from planpress.artifacts.workshop import Workshop
from planpress.cache import Cache, digest, key
from planpress.editions.edition import Edition, Text
from planpress.editions.folding import composed
from planpress.editions.hans import HansConverter
from planpress.model import GovernmentClass, Office, Topic
from planpress.model.assessment import Assessment
from planpress.model.classification import SERVICE_CLASSES, SERVICES, above, named, of_scheme
from planpress.model.document_files import PlanFiles
from planpress.model.explained_word import ExplainedWord
from planpress.model.language import EN
from planpress.model.survey import Survey
from planpress.model.vocabulary import Vocabulary
from planpress.overview.holdings import ListedPlan
from planpress.overview.trees import OFFICES, Tree
from planpress.pages.browse.browse import leaf_path, leaf_title, tree_name
from planpress.pages.editorial.editorial_page import EditorialPage
from planpress.pages.frame.downloads import Download, downloads, topic_downloads
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.scripts import ANSWER, FIRST, LATER, MODULES, served
from planpress.pages.ways.home import purpose
from planpress.pages.ways.search import CLASS_FACETS, SearchFiles, search_help_page, search_page
from planpress.search.asking import asked, in_english
from planpress.search.entries import Found, PageEntries, TextKind, entry
from planpress.search.html_entries import html_entries
from planpress.search.index import Asked, IndexedOffice, IndexedPage, index_json
from planpress.search.result_entries import result_entries, survey_entries
from planpress.settings import Settings
from planpress.source.content.theme import ASSETS, read_text

FIRST_MEASURES: Final = 7_000
"""The first answer waits for the newest years until they hold so many measures: at most 170 kB compressed where the
plans of 36 offices have a hundred each. It waits at least for one year."""


def search_scripts(settings: Settings, cache: Cache, program: str) -> dict[str, str]:
    """Digests of the scripts of the search page, the one to start with first, in a folder named by what they hold.

    Args:
        settings: of the site.
        cache: remembers what was made of them: telling their words apart takes longer than the pages of an edit.
        program: digest of the program.

    Raises:
        SettingsError: one cannot be read.
    """
    modules = {name: read_text(settings.house, f"{ASSETS}/search/{name}") for name in MODULES}
    name = key("scripts", program, modules)

    def read(record: dict[str, str]) -> dict[str, str] | None:
        made = {file: record[file] for file in (FIRST[-1], ANSWER[-1], *LATER)}
        return made if cache.present.issuperset(made.values()) else None

    made = cache.recalled(name, read)
    if made is None:
        made = {file: cache.store.put(text.encode()) for file, text in served(modules).items()}
        cache.index.put(name, made)
    folder = f"assets/search-{digest(json.dumps(made).encode())[:8]}"
    return {f"{folder}/{file}": content for file, content in made.items()}


def search_part(site: Site) -> Iterator[Artifact]:
    """The search page in each language, and the page that explains it."""
    offices = {each.office.id: each.office for each in site.offices}
    measures: dict[int, int] = {}
    for listed in site.listed:
        for plan in listed.plans:
            year = plan.years[-1]
            measures[year] = measures.get(year, 0) + plan.measures
    newest_first = sorted(measures, reverse=True)
    first = 1 + first_years([measures[year] for year in newest_first])
    for language in site.facts.languages:
        files = [site.named[index_file(language.tag, part)] for part in ("pages", *newest_first)]
        foreign = "" if language == EN else site.named[index_file(language.tag, "en")]
        read = SearchFiles(tuple(files), first, foreign)
        yield page(language, addresses.SEARCH, site.vintage, search_page, read, _trees(site), offices)
        yield page(language, addresses.SEARCH_HELP, site.vintage, search_help_page)


def search_index(site: Site) -> Iterator[Artifact]:
    """The files of the index that the search page reads in each language: one for each year.

    Pages that have no year are in one of their own, which is read first; what people call things in English is in one
    that the Chinese pages need for a question in letters. An edit makes one file anew. A plan of several
    years is in the file of the last.
    """
    offices = tuple(each.office for each in site.offices)
    offices_by_id = {each.id: each for each in offices}
    surveyed = tuple((each.office, each.results.surveys) for each in site.offices if each.results.surveys)
    years: dict[int, list[tuple[ListedPlan, CompiledPlan, PlanFiles]]] = {}
    for held, listed in zip(site.offices, site.listed, strict=True):
        for plan in listed.plans:
            shown = (plan, site.plans[plan.office, plan.roc_year], held.files[plan.roc_year])
            years.setdefault(plan.years[-1], []).append(shown)
    lists = _trees(site)
    offered = tuple(offered_topics(site))
    for language in site.facts.languages:
        tag = language.tag
        written = tuple(each for each in site.editorial if each.tag == (language.derived_from or tag))
        yield Artifact(
            index_file(tag, "pages"),
            _pages,
            (tag, written, offices, lists, offered, site.vocabulary, site.explained, surveyed),
        )
        if language != EN:
            yield Artifact(index_file(tag, "en"), _foreign, (tag, site.vocabulary))
        for year, plans in years.items():
            of_year = tuple(
                (plan, compiled.entries[language.derived_from or tag], offered) for plan, compiled, offered in plans
            )
            assessed = tuple(
                (offices_by_id[plan.office], plan.roc_year, tuple(compiled.assessments.values()))
                for plan, compiled, _ in plans
                if compiled.assessments
            )
            yield Artifact(index_file(tag, year), year_file, (tag, of_year, assessed))


def _trees(site: Site) -> tuple[Tree, ...]:
    """The trees of 分類瀏覽 as far as they are named, every leaf at the top."""
    return tuple(
        Tree(tree.slug, tuple(leaf._replace(leaves=()) for leaf in tree.all_leaves())).named() for tree in site.trees
    )


def index_file(tag: str, part: object) -> str:
    """Path of a file of the index, before it carries a digest of what it holds."""
    return f"{addresses.SEARCH}{tag}-{part}.json"


def first_years(measures: Sequence[int]) -> int:
    """How many years the first answer waits for, given how many measures each has, the newest first."""
    before = accumulate(measures, initial=0)
    return sum(found < FIRST_MEASURES for found, _ in zip(before, measures, strict=False))


def year_file(
    shop: Workshop,
    tag: str,
    plans: Sequence[tuple[ListedPlan, str, PlanFiles]],
    assessed: Sequence[tuple[Office, int, tuple[str, ...]]] = (),
) -> str:
    """The file of a year: its plans with their documents, and the assessments of these."""
    edition = shop.editions[tag]
    contributed = [PageEntries.from_record(json.loads(shop.store.get(entries))) for _, entries, _ in plans]
    if edition.hans:
        contributed = simplified(contributed, edition.hans)
    pages = []
    for (plan, _, files), found in zip(plans, contributed, strict=True):
        path = addresses.plan(plan.office, plan.roc_year)
        title = Markup.escape(edition.text(plan.title, plan.office).value)
        offered = downloads(edition, "", plan.office, plan.roc_year, title, files)
        listed = _listed((*offered.first, *offered.rest, *offered.supplements))
        pages.append(IndexedPage(path, found.with_entries(listed), plan.office, plan.roc_year, plan.until))
    for office, year, assessments in assessed:
        for name in assessments:
            assessment = Assessment.model_validate_json(shop.store.get(name))
            path = addresses.results(office.id, year, assessment.name)
            pages.append(IndexedPage(path, result_entries(assessment, office, edition), office.id, year))
    return index_json(pages, suggested=edition.language != EN)


def _listed(files: Iterable[Download]) -> tuple[Found, ...]:
    """Files as the search finds them; their links begin at the site's root."""
    return tuple(
        Found(composed(each.text.striptags()), each.href, TextKind.FILE, size=each.kilobytes) for each in files
    )


def simplified(contributed: Sequence[PageEntries], hans: HansConverter) -> list[PageEntries]:
    """What plans contribute, in Simplified characters: each distinct text converted once, all in one call."""
    words = list({word for found in contributed for word in found.words()})
    converted = dict(zip(words, map(composed, hans.convert(words)), strict=True))
    return [found.worded(converted) for found in contributed]


def _pages(
    shop: Workshop,
    tag: str,
    pages: Sequence[EditorialPage],
    offices: Sequence[Office],
    trees: Sequence[Tree],
    offered: Sequence[tuple[Topic, Sequence[str]]],
    vocabulary: Vocabulary,
    explained: Sequence[ExplainedWord],
    surveyed: Sequence[tuple[Office, tuple[Survey, ...]]] = (),
) -> str:
    """Offices, editorial pages and those that the site makes itself; and what the offices are called."""
    edition = shop.editions[tag]
    listed = [IndexedPage(addresses.office(office.id), _office(edition, office), office.id) for office in offices]
    listed += [
        IndexedPage(addresses.satisfaction(office.id), survey_entries(surveys, office, edition), office.id)
        for office, surveys in surveyed
    ]
    files = {
        addresses.topic_page(topic.id): _listed(topic_downloads(edition, "", topic, tags)) for topic, tags in offered
    }
    for path, *texts in _own_pages(shop.maker(tag), {each.id: each for each in offices}, trees):
        kinds = (TextKind.PAGE, *(TextKind.TEXT for _ in texts[1:]))
        entries = tuple(entry(text, "", kind, edition) for text, kind in zip(texts, kinds, strict=True))
        if path == addresses.GLOSSARY:
            entries += tuple(chain.from_iterable(_explained(edition, word) for word in explained))
        listed.append(IndexedPage(path, PageEntries((*entries, *files.get(path, ())))))
    for written in pages:
        title, html = written.title, written.html
        if edition.hans:
            title, html = edition.hans.text(title), edition.hans.html(html)
        listed.append(IndexedPage(written.path, PageEntries(html_entries(title, html))))
    topics = [leaf.topic for tree in trees for leaf in tree.leaves if leaf.topic]
    hans = [each.hans.exceptions for each in shop.editions.values() if each.hans]
    asking = asked(edition, vocabulary, topics, hans[0] if hans else {})
    return index_json(listed, [_indexed_office(edition, office) for office in offices], asking)


def _foreign(shop: Workshop, tag: str, vocabulary: Vocabulary) -> str:
    """What people who ask the Chinese pages call things in English."""
    return index_json((), asked=Asked(synonyms=in_english(shop.editions[tag], vocabulary)))


def _explained(edition: Edition, word: ExplainedWord) -> Iterator[Found]:
    """A word of the page of words, what its letters stand for, and what it means."""
    full = [Text(word.full, edition.language.tag)] if word.full else []
    for text in (edition.word_name(word), *full, edition.word_text(word)):
        yield entry(text, word.id, TextKind.TEXT, edition)


def _own_pages(
    maker: PageMaker, offices: Mapping[str, Office], trees: Sequence[Tree]
) -> Iterator[tuple[str, *tuple[Text, ...]]]:
    """Pages that tell of many plans: path without language, title, what else is said there."""
    edition = maker.edition
    _ = edition.gettext

    def said(text: str) -> Text:
        return Text(text, edition.language.tag)

    yield addresses.HOME, maker.voice.site, said(purpose(edition))
    own = [
        each
        for each in maker.menu
        if each.path not in (addresses.SEARCH, addresses.FEED) and each.path[:-1] not in addresses.EDITORIAL
    ]
    for listed in sorted(own, key=lambda each: each.path == addresses.BROWSE):
        yield listed.path, *(said(_(text)) for text in (listed.name, listed.text) if text)
    for tree in trees:
        yield addresses.browse(tree.slug), said(tree_name(maker, tree.slug))
        for leaf in tree.leaves if tree.slug != OFFICES else ():
            path = leaf_path(tree, leaf)
            if leaf.topic:
                yield path, edition.topic_name(leaf.topic), edition.topic_text(leaf.topic)
            else:
                yield path, said(leaf_title(maker, tree, leaf, offices).striptags())


def _office(edition: Edition, office: Office) -> PageEntries:
    ways = [fact.value for _, fact in office.contact.known()]
    ways += [each.telephone.value for each in office.departments if each.telephone and not each.telephone.unverified]
    return PageEntries(
        (
            entry(edition.office_name(office), "", TextKind.OFFICE, edition),
            *(
                entry(edition.department(office, department.name), "departments", TextKind.TEXT, edition)
                for department in office.departments
            ),
            *(
                entry(edition.text(name, office.id), "departments", TextKind.TEXT, edition)
                for department in office.departments
                for name in department.formerly
            ),
            *(Found(composed(each), "ask", TextKind.TEXT) for each in ways),
        )
    )


def _indexed_office(edition: Edition, office: Office) -> IndexedOffice:
    organisation = office.organisation
    other = (
        office.name, office.en, organisation.name, organisation.short_name, organisation.en, organisation.short_en,
    )  # fmt: skip
    return IndexedOffice(
        office.id,
        edition.office_name(office).value,
        tuple(each for each in other if each),
        tuple(_classes(edition, office)),
    )


def _classes(edition: Edition, office: Office) -> Iterator[tuple[str, str, str]]:
    """The classes of an office, and of services the outermost ones that they are part of: facet, code, name."""
    for scheme, facet in CLASS_FACETS.items():
        given = {each.code: each for each in of_scheme(office.classification, scheme)}
        outer = {code for each in given for code in above(each) if code in SERVICE_CLASSES and scheme == SERVICES}
        for code in sorted({*given, *outer}):
            each = named(scheme, given.get(code, GovernmentClass(code=code)))
            name = edition.class_name(each)
            yield facet, code, f"{code} {name.value}" if name else code
