"""The search of a site: its files of the index before they are made, and the scripts that read them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from functools import partial
from itertools import accumulate
from typing import Final

from markupsafe import Markup

from planpress import addresses
from planpress.artifacts.pages import Artifact
from planpress.artifacts.workshop import CompiledPlan, Workshop
from planpress.cache import digest, key
from planpress.editions.edition import Edition, Text
from planpress.editions.folding import composed, table
from planpress.editions.hans import HansConverter
from planpress.model import Office
from planpress.model.document_files import PlanFiles
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary
from planpress.overview.trees import OFFICES, Tree
from planpress.pages.browse import leaf_path, leaf_title, tree_name
from planpress.pages.downloads import downloads
from planpress.pages.editorial_page import EditorialPage
from planpress.pages.frame import Assets
from planpress.pages.maker import PageMaker
from planpress.pages.scripts import compact, joined
from planpress.pages.search import SearchFiles, search_page
from planpress.search.entries import Found, PageEntries, TextKind, entry
from planpress.search.html_entries import html_entries
from planpress.search.index import IndexedOffice, IndexedPage, index_json
from planpress.settings import Settings
from planpress.source import files as project_files
from planpress.source.theme import ASSETS, read_text

FIRST_MEASURES: Final = 7_000
"""The first answer waits for the newest years until they hold so many measures: at most 170 kB compressed where the
plans of 36 offices have a hundred each. It waits at least for one year."""


def search_scripts(settings: Settings) -> dict[str, bytes]:
    """The scripts of the search page, the one to start with first, in a folder named by what they hold.

    Raises:
        SettingsError: one cannot be read, or another imports one that is not there.
    """
    folder = f"{ASSETS}/search"
    scripts = project_files.tree(settings.root, folder).ending(".js")
    modules = {script.removeprefix(f"{folder}/"): read_text(settings.root, script) for script in scripts}
    try:
        made = {name: compact(text).encode() for name, text in joined(modules, "page.js").items()}
    except KeyError as error:
        read_text(settings.root, f"{folder}/{error.args[0]}")  # says that it is not there
        raise
    name = digest(json.dumps({name: digest(data) for name, data in made.items()}).encode())[:8]
    return {f"assets/search-{name}/{file}": data for file, data in made.items()}


def search_artifacts(
    settings: Settings,
    assets: Assets,
    held: Sequence[OfficePlans],
    plans: Mapping[tuple[str, int], CompiledPlan],
    editorial: Sequence[EditorialPage],
    trees: Sequence[Tree],
) -> Iterator[Artifact]:
    """The search page in each language, and the files of the index that it reads: one for each year.

    Pages that have no year are in one of their own, which is read first. An edit makes one file anew.
    """
    offices = [each.office for each in held]
    years: dict[int, list[tuple[PlanSummary, CompiledPlan, PlanFiles]]] = {}
    for each in held:
        for plan in each.plans:
            shown = (plan, plans[plan.office, plan.roc_year], each.files[plan.roc_year])
            years.setdefault(plan.roc_year, []).append(shown)
    newest_first = sorted(years, reverse=True)
    everywhere = {
        year: key([[plan.title, offered.plain()] for plan, _, offered in listed]) for year, listed in years.items()
    }
    lists = [
        Tree(tree.slug, tuple(leaf._replace(plans=leaf.plans[:1], leaves=()) for leaf in tree.all_leaves()))
        for tree in trees
    ]
    ways = [tree.slug for tree in trees]
    counts = [sum(plan.measures for plan, _, _ in years[year]) for year in newest_first]

    for language in settings.languages:
        tag = language.tag
        files = SearchFiles(tuple(index_file(tag, part) for part in ("pages", *newest_first)), 1 + first_years(counts))
        yield Artifact(
            addresses.file_of(addresses.localised(language, addresses.SEARCH)),
            [key(astuple(files), ways)],
            partial(_search, assets=assets, tag=tag, files=files, ways=ways),
        )
        pages = [page for page in editorial if page.tag == (language.derived_from or tag)]
        yield Artifact(
            files.index[0],
            [key(list(map(astuple, pages)), [office.model_dump(mode="json") for office in offices], lists)],
            partial(_pages, tag=tag, pages=pages, offices=offices, trees=lists),
        )
        for year, file in zip(newest_first, files.index[1:], strict=True):
            of_year = [
                (plan, compiled.entries[language.derived_from or tag], offered)
                for plan, compiled, offered in years[year]
            ]
            yield Artifact(
                file,
                [everywhere[year], *(entries for _, entries, _ in of_year)],
                partial(year_file, tag=tag, plans=of_year),
            )


def index_file(tag: str, part: object) -> str:
    """Path of a file of the index."""
    return f"{addresses.SEARCH}{tag}-{part}.json"


def first_years(measures: Sequence[int]) -> int:
    """How many years the first answer waits for, given how many measures each has, the newest first."""
    before = accumulate(measures, initial=0)
    return sum(found < FIRST_MEASURES for found, _ in zip(before, measures, strict=False))


def _search(shop: Workshop, *, assets: Assets, tag: str, files: SearchFiles, ways: Sequence[str]) -> str:
    return search_page(shop.maker(tag, assets), files, ways)


def year_file(shop: Workshop, *, tag: str, plans: Sequence[tuple[PlanSummary, str, PlanFiles]]) -> str:
    """The file of a year: its plans with their documents."""
    edition = shop.editions[tag]
    contributed = [PageEntries.from_record(json.loads(shop.store.get(entries))) for _, entries, _ in plans]
    if edition.hans:
        contributed = simplified(contributed, edition.hans)
    pages = []
    for (plan, _, files), found in zip(plans, contributed, strict=True):
        path = addresses.plan(plan.office, plan.roc_year)
        title = Markup.escape(edition.text(plan.title, plan.office).value)
        offered = downloads(edition, "", plan.office, plan.roc_year, title, files)
        listed = tuple(
            Found(composed(each.text.unescape()), each.href, TextKind.FILE, size=each.kilobytes)
            for each in (*offered.first, *offered.rest)
        )
        pages.append(IndexedPage(path, found.with_entries(listed), plan.office, plan.roc_year))
    return index_json(pages)


def simplified(contributed: Sequence[PageEntries], hans: HansConverter) -> list[PageEntries]:
    """What plans contribute, in Simplified characters: each distinct text converted once, all in one call."""
    words = list({word for found in contributed for word in found.words()})
    converted = dict(zip(words, map(composed, hans.convert(words)), strict=True))
    return [found.worded(converted) for found in contributed]


def _pages(
    shop: Workshop, *, tag: str, pages: Sequence[EditorialPage], offices: Sequence[Office], trees: Sequence[Tree]
) -> str:
    """Offices, editorial pages and those that the site makes itself; and what the offices are called."""
    edition = shop.editions[tag]
    listed = [IndexedPage(addresses.office(office.id), _office(edition, office), office.id) for office in offices]
    for path, *texts in _own_pages(shop.maker(tag, Assets("", "", "")), {each.id: each for each in offices}, trees):
        kinds = (TextKind.PAGE, *(TextKind.TEXT for _ in texts[1:]))
        entries = tuple(entry(text, "", kind, edition) for text, kind in zip(texts, kinds, strict=True))
        listed.append(IndexedPage(path, PageEntries(entries)))
    for page in pages:
        title, html = page.title, page.html
        if edition.hans:
            title, html = edition.hans.text(title), edition.hans.html(html)
        listed.append(IndexedPage(page.path, PageEntries(html_entries(title, html))))
    return index_json(listed, [_indexed_office(edition, office) for office in offices], table())


def _own_pages(
    maker: PageMaker, offices: Mapping[str, Office], trees: Sequence[Tree]
) -> Iterator[tuple[str, *tuple[Text, ...]]]:
    """Pages that tell of many plans: path without language, title, what else is said there."""
    edition = maker.edition
    _ = edition.gettext

    def said(text: str) -> Text:
        return Text(text, edition.language.tag)

    yield addresses.HOME, edition.site_name(maker.settings.site_name)
    yield addresses.SITEMAP, said(_("網站導覽"))
    yield addresses.DATA, said(_("文件與開放資料"))
    yield addresses.QUALITY, said(_("資料品質")), said(_("各計畫轉錄、翻譯與公開的情形，以及這些數字如何計算。"))
    yield addresses.BROWSE, said(_("分類檢索"))
    for tree in trees:
        yield addresses.browse(tree.slug), said(tree_name(maker, tree.slug))
        for leaf in tree.leaves if tree.slug != OFFICES else ():
            path = leaf_path(tree, leaf)
            if leaf.topic:
                yield path, edition.topic_name(leaf.topic), edition.topic_text(leaf.topic)
            else:
                yield path, said(leaf_title(maker, tree, leaf, offices).striptags())


def _office(edition: Edition, office: Office) -> PageEntries:
    contact = office.contact
    contacts = (contact.hotline, contact.telephone, contact.address, contact.email, contact.website)
    return PageEntries(
        (
            entry(edition.office_name(office), "", TextKind.OFFICE, edition),
            *(
                entry(edition.department(office, department.name), "departments", TextKind.TEXT, edition)
                for department in office.departments
            ),
            *(Found(composed(each), "contact", TextKind.TEXT) for each in contacts if each),
        )
    )


def _indexed_office(edition: Edition, office: Office) -> IndexedOffice:
    organisation = office.organisation
    other = (
        office.name, office.en, organisation.name, organisation.short_name, organisation.en, organisation.short_en,
    )  # fmt: skip
    return IndexedOffice(office.id, edition.office_name(office).value, tuple(each for each in other if each))
