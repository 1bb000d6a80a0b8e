"""The kinds of pages that the site has, each by an example."""

from planpress import addresses

KINDS = {
    "home": "",
    "office": "kinmen/",
    "deep plan": "water-1/105/",
    "longest plan": "taipei-city/112/",
    "translated plan": "kinmen/114/",
    "sheet for the wall": "kinmen/114/bulletin/",
    "data": "data/",
    "index of a plan": "water-1/105/browse/",
    "browse": "browse/",
    "tree": "browse/departments/",
    "leaf": f"browse/departments/{addresses.department('業務組')}/",
    "search": "search/",
    "topic": "topics/home-visits/",
    "further page of a topic": "topics/paying/page-2/",
    "compare": "compare/",
    "year of a topic": "topics/e-billing/112/",
    "site map": "sitemap/",
    "data quality": "quality/",
    "links to other sites": "quality/links/",
    "clauses on the site": "taipei-city/112/clauses/",
    "glossary": "glossary/",
    "calendar": "calendar/",
    "about": "about/",
    "accessibility": "accessibility/",
    "accessibility report": "quality/accessibility/",
    "privacy": "privacy/",
}
PLAN = KINDS["translated plan"]
NOT_FOUND = "nowhere/at/all/"

EVERY = [*KINDS.values(), *(f"en/{path}" for path in KINDS.values()), NOT_FOUND]
"""Each kind in Chinese and English; the page for addresses that have none is one for all languages."""
