"""The report on the accessibility of the site: a page, and the same as a spreadsheet."""

from collections.abc import Iterator

from planpress import addresses
from planpress.accessibility.report import AccessibilityReport
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.artifacts.workshop import Workshop
from planpress.documents.about import about_site
from planpress.documents.environment import documents_environment
from planpress.documents.ods import list_ods
from planpress.model.document_files import LANGUAGES, DocumentKind
from planpress.model.language import AUTHORITATIVE
from planpress.model.vintage import Vintage
from planpress.pages.proofs.accessibility import REPORT_WIDTHS, accessibility_page, report_table, report_title


def accessibility_part(site: Site) -> Iterator[Artifact]:
    """The report in every language; its spreadsheet where anybody has looked."""
    report = site.accessibility
    vintage = Vintage.as_of(report.day.isoformat()) if report.day else site.vintage
    for language in site.facts.languages:
        of_table = language.tag if language.tag in LANGUAGES[DocumentKind.ODS] else AUTHORITATIVE.tag
        table = addresses.accessibility_table(of_table) if site.papers and report.day else None
        if table and of_table == language.tag:
            yield Artifact(table, _table, (language.tag, vintage, report, site.papers))
        yield page(language, addresses.ACCESSIBILITY_REPORT, vintage, accessibility_page, report, table)


def _table(shop: Workshop, tag: str, vintage: Vintage | None, report: AccessibilityReport, papers: str) -> bytes:
    """``papers`` is the digest of its templates."""
    maker = shop.maker(tag, vintage)
    title, day = report_title(maker), report.day
    assert day is not None  # asked before
    about = about_site(title, title, maker.voice, maker.address(addresses.ACCESSIBILITY_REPORT), day)
    header, *rows = report_table(maker, report)
    environment = documents_environment(shop.settings)
    return list_ods("accessibility", title, REPORT_WIDTHS, header, rows, about, maker.edition, environment)
