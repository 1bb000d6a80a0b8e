"""sitemap.xml and robots.txt, for search engines."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from planpress import addresses
from planpress.pages.frame.frame import alternates
from planpress.settings import Settings


def sitemap_xml(settings: Settings, paths: Sequence[str], modified: Mapping[str, date]) -> bytes:
    """Every page in every language, each naming its other languages (sitemaps.org, hreflang).

    Args:
        settings: of the site.
        paths: of pages, without language.
        modified: day of the last change of a page, by its path, where it is known.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path in paths:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{each.tag}" href="{escape(each.url)}"/>'
            for each in alternates(settings.facts, path)
        )
        day = f"<lastmod>{modified[path].isoformat()}</lastmod>" if path in modified else ""
        for language in settings.languages:
            url = addresses.absolute(settings.site_url, addresses.localised(language, path))
            lines.append(f"<url><loc>{escape(url)}</loc>{day}{links}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def robots_txt(settings: Settings, more: str = "") -> bytes:
    """All may read everything, but for what the web team adds; a preview wants to be found by nobody."""
    if settings.preview:
        return b"User-agent: *\nDisallow: /\n"
    added = f"\n{more}\n" if more else ""
    return f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}sitemap.xml\n{added}".encode()
