from urllib.parse import urljoin

from planpress import addresses
from planpress.overview.trees import trees
from tests.markup import links, one, page, text
from tests.pages.making import SITE, held, pages, site_map_of, summary


def test_the_site_map_leads_to_every_page() -> None:
    both = [held(summary(), summary(roc_year=113))]
    root = page(site_map_of(pages("en"), both, trees(both)))
    here = f"{SITE}en/{addresses.SITEMAP}"
    listed = [urljoin(here, href).removeprefix(SITE) for _, href in links(one(root, "ul", class_="tree"))]
    assert listed == [
        *("en/", "en/sample/"),
        *("en/sample/114/", "en/sample/114/browse/", "en/sample/114/changes/"),
        *("en/sample/113/", "en/sample/113/browse/"),
        *(
            "en/search/",
            "en/browse/",
            "en/browse/offices/",
            "en/browse/years/",
            "en/browse/years/114/",
            "en/browse/years/113/",
        ),
        "en/browse/departments/",
        *(f"en/browse/departments/{addresses.department(name)}/" for name in ("業務組", "電務組")),
        "en/browse/groups/",
        *(f"en/browse/groups/{addresses.group(name)}/" for name in ("基礎服務", "創新")),
        *("en/browse/periods/", "en/browse/periods/as-needed/", "en/browse/periods/continuous/"),
        *("en/compare/", "en/data/", "en/quality/", "en/glossary/", "en/calendar/", "en/feed.xml", "en/about/"),
        *("en/accessibility/", "en/privacy/"),
    ]
    assert [text(key) for key in root.iter("kbd")] == ["U", "C", "Z", "S"]
