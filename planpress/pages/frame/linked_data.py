"""What a page is, for search engines: schema.org as JSON-LD, of nothing but what the page itself says.

It stands in the page as a block of data, which no browser runs: the policy (``pages/security``) is as strict as ever.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from planpress.model.dublin_core import DublinCore

_IN_HTML: Final = str.maketrans(
    {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}
)
"""What could end the element that the block stands in, or begin another."""


def linked_data(
    said: DublinCore,
    site: tuple[str, str],
    crumbs: Sequence[tuple[str, str]],
    office: tuple[str, str] | None = None,
    licence: str | None = None,
    main: Mapping[str, Any] | None = None,
) -> Markup:
    """The block of a page.

    Args:
        said: its metadata.
        site: name and address of the site.
        crumbs: names and addresses of the pages on the way to it, and of itself last.
        office: name and address of the page of the office that it tells of.
        licence: address of the terms under which it may be used, where they were approved.
        main: what the page is mainly of, as schema.org has it.
    """
    time = said.vintage
    values = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": said.identifier,
        "url": said.identifier,
        "name": said.title,
        "description": said.description,
        "inLanguage": said.language,
        "dateModified": time.date if time else None,
        "temporalCoverage": f"{time.first}/{time.last}" if time else None,
        "isPartOf": {"@type": "WebSite", "@id": site[1], "name": site[0], "url": site[1]},
        "publisher": {"@type": "Organization", "name": said.publisher},
        "about": {"@type": "Organization", "name": office[0], "url": office[1]} if office else None,
        "license": licence,
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "item": address}
                for position, (name, address) in enumerate(crumbs, start=1)
            ],
        }
        if crumbs
        else None,
        "mainEntity": main,
    }
    known = {name: value for name, value in values.items() if value is not None}
    return Markup(json.dumps(known, ensure_ascii=False, separators=(",", ":")).translate(_IN_HTML))
