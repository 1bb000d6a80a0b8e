"""Pages that tell of no plan: what editors write in Markdown, and 404."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from planpress import addresses
from planpress.accessibility.report import AccessibilityReport
from planpress.model import Office
from planpress.model.language import EN
from planpress.pages.editorial.scroll_boxes import with_scroll_boxes
from planpress.pages.frame.ask import contacts
from planpress.pages.frame.maker import PageMaker
from planpress.pages.proofs.accessibility import statement_view

CONTACT: Final = 'id="contact"'
"""A page's own section on how to reach whom, which the foot of every page leads to."""


MOST_WORDS: Final = 160
"""Characters of a description that is taken from the page itself."""
_PARAGRAPH: Final = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)


def editorial_page(
    maker: PageMaker,
    path: str,
    title: str,
    description: str,
    html: str,
    changed: date | None,
    offices: Sequence[Office] = (),
    report: AccessibilityReport | None = None,
) -> str:
    """An editorial page around its HTML; the page about the site ends with how to reach whom, unless it says so itself.

    The accessibility statement ends with what was tested, what is known to fail and what nobody has tested.

    Args:
        maker: of this language.
        path: without language.
        title: of the page.
        description: one or two sentences for search engines; where it is empty the page's first words are.
        html: what the Markdown became.
        changed: the day of the last commit that touched it.
        offices: those that can be reached, for the page about the site.
        report: what was found about accessibility, for the statement.
    """
    view = maker.frame(
        path,
        title=title,
        description=description or first_words(html) or title,
        breadcrumbs=((title, path),),
    )
    boxed = with_scroll_boxes(html, maker.edition.gettext("表格"))
    contact = None
    if path == addresses.ABOUT and CONTACT not in html:
        contact = {
            "publisher": contacts(maker, maker.site.publisher.contact),
            "offices": [
                {
                    "name": maker.office_name(office),
                    "href": addresses.relative(path, addresses.office(office.id)),
                    "contacts": contacts(maker, office.contact, office.id),
                }
                for office in offices
            ],
        }
    return maker.render(
        "main.html",
        view=view,
        editorial=Markup(boxed),
        changed=maker.day(changed),
        contact=contact,
        statement=statement_view(maker, report) if report else None,
    )


def first_words(html: str) -> str:
    """What the first paragraph of a page says, as far as a description goes.

    >>> first_words("<h1>關於</h1><p>本站<em>收錄</em>計畫。</p><p>其他。</p>")
    '本站收錄計畫。'
    """
    paragraph = _PARAGRAPH.search(html)
    return str(Markup(paragraph[1]).striptags())[:MOST_WORDS] if paragraph else ""


def not_found_page(maker: PageMaker) -> str:
    """One page for every address that has none, in Chinese with an English block."""
    _ = maker.edition.gettext
    view = maker.frame(
        addresses.HOME,
        title=_("找不到這一頁"),
        description=_("這個網址沒有網頁，可能是網址有誤，或網頁已移動。"),
        everywhere=True,
    )
    site = maker.site.site_url
    return maker.render(
        "404.html",
        view=view,
        sitemap=addresses.from_root(site, addresses.SITEMAP),
        english=[
            (name, addresses.from_root(site, addresses.localised(EN, path)))
            for name, path in (("English home page", addresses.HOME), ("English site map", addresses.SITEMAP))
            if EN in maker.site.languages
        ],
    )
