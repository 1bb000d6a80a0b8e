"""The page at an old address: it says where what was there is now, and leads on at once, on any host.

The refresh takes no time (WCAG technique H76), so nobody is interrupted; without it there is a link.
"""

from dataclasses import replace

from planpress import addresses
from planpress.editions.edition import Text
from planpress.model.language import AUTHORITATIVE
from planpress.model.redirect import Redirect
from planpress.pages.frame.frame import alternates
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked


def moved_page(maker: PageMaker, redirect: Redirect, old: str, new: str) -> str:
    """The page at an old address.

    Args:
        maker: of this language.
        redirect: that says why.
        old: path of the page, without language.
        new: path of what it leads to, likewise.
    """
    _ = maker.edition.gettext
    address = maker.address(new)
    title = _("網址已變更：/%(old)s") % {"old": old}
    frame = maker.frame(
        old,
        title=title,
        description=_("/%(old)s 的新網址是 %(address)s。") % {"old": old, "address": address},
        findable=False,
    )
    view = replace(frame, canonical=address, alternates=alternates(maker.site, new))
    here, there = (addresses.localised(maker.edition.language, path) for path in (old, new))
    return maker.render(
        "moved.html",
        view=view,
        moved={
            "title": title,
            "date": maker.edition.date(redirect.date),
            "reason": marked(_reason(maker, redirect), maker.tag),
            "href": addresses.relative(here, there),
            "address": address,
        },
    )


def _reason(maker: PageMaker, redirect: Redirect) -> Text:
    """Why, in the page's language if it was said in that."""
    if maker.edition.hans:
        return Text(maker.edition.hans.text(redirect.reason), maker.tag)
    if maker.translates and redirect.reason_en:
        return Text(redirect.reason_en, "en")
    return Text(redirect.reason, AUTHORITATIVE.tag)
