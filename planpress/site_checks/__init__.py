"""Checks of the finished site: Taiwan's accessibility rules that axe lacks, metadata, links, and what is personal.

Freego (the checker of 網站無障礙規範, 110.07 and 115.11) looks at the HTML and the CSS as they are served. Each rule
here is one of its machine codes, named in the rule's docstring with the standard's own words, and a small pure function
over a parsed page. Rules that axe-core or the Nu checker test as strictly are left to them. Passing here is no
certificate: the standard's 161 manual codes remain for people.
"""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

from planpress.addresses import is_proof_page
from planpress.problems.problem import Problem
from planpress.site_checks import content, css, forms, markup, personal
from planpress.site_checks.files import is_document
from planpress.site_checks.metadata import Metadata, check_metadata, metadata_of, modified_of
from planpress.site_checks.page import Page, parse_page
from planpress.site_checks.rule import Rule, problem
from planpress.site_checks.whole_site import Facts, broken_links, facts_of, unique_titles

SITEMAP: Final = "sitemap.xml"

RULES: Final[tuple[Rule, ...]] = (
    markup.root_language,
    markup.passage_languages,
    markup.chinese_passages,
    markup.titled,
    markup.one_main_heading,
    markup.headings,
    markup.distinct_headings,
    markup.text_direction,
    markup.navigations,
    markup.table_headers,
    markup.named_headers,
    markup.unique_ids,
    content.links_with_text,
    content.links_that_say_something,
    content.links_told_apart,
    content.links_in_text,
    content.images,
    content.linked_images,
    content.image_regions,
    content.embedded_objects,
    content.frames,
    content.downloads_in_open_formats,
    content.symbols,
    forms.labels,
    forms.option_groups,
    forms.field_sets,
    css.in_page,
)
"""Every rule over a single page."""


def check_site(folder: Path, site_url: str, seen: Callable[[Page], None] = lambda page: None) -> list[Problem]:
    """Check a finished site.

    Args:
        folder: of the site; problems name its files with the folder's name before them.
        site_url: address of the home page, ending with a slash.
        seen: is given each page, for those who count.

    Returns:
        All problems, page by page.
    """
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    def read(path: str) -> str:
        return (folder / path).read_text("utf-8", errors="replace")

    def content(path: str) -> bytes:
        return (folder / path).read_bytes()

    return list(check_files(files, read, site_url, f"{folder.name}/", seen, content))


def check_files(
    files: Collection[str],
    read: Callable[[str], str],
    site_url: str,
    before: str = "",
    seen: Callable[[Page], None] = lambda page: None,
    content: Callable[[str], bytes] = lambda path: b"",
) -> Iterator[Problem]:
    """The same, for files wherever they are.

    Args:
        files: paths of all files of the site.
        read: gives the text of a file that is one.
        site_url: address of the home page, ending with a slash.
        before: what problems put before a path.
        seen: is given each page, for those who count.
        content: gives the bytes of a document.
    """
    pages: list[Facts] = []
    sightings: list[personal.Sighting] = []
    described: list[Metadata] = []
    for path in files:
        if path.endswith(".css"):
            yield from css.in_stylesheet(before + path, read(path))
        elif path.endswith(".html") and not is_proof_page(path):
            page = parse_page(path, read(path))
            seen(page)
            yield from check_page(before + path, page)
            pages.append(facts_of(before + path, page))
            if metadata := metadata_of(before + path, page, site_url):
                described.append(metadata)
            sightings += personal.in_page(before + path, page)
        elif personal.is_text(path):
            sightings += personal.in_text(before + path, path, read(path))
        elif is_document(path):
            sightings += personal.in_document(before + path, path, content(path))
    yield from personal.problems(sightings)
    yield from unique_titles(pages)
    yield from check_metadata(described, modified_of(read(SITEMAP)) if SITEMAP in files else {})
    yield from broken_links(pages, frozenset(files), site_url)


def check_page(file: str, page: Page) -> Iterator[Problem]:
    """What is wrong with a page by itself."""
    for rule in RULES:
        for finding in rule(page):
            yield problem(file, page, finding)
