"""連結檢查: every address elsewhere that pages lead to, and whether it was there when last asked."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.model.checked_link import CheckedLink, CheckedLinks, LinkState
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.menu import message
from planpress.pages.frame.templates import marked
from planpress.problems import report
from planpress.problems.problem import Place, Problem

STATES: Final[Mapping[LinkState, tuple[str, str]]] = MappingProxyType(
    {
        LinkState.BROKEN: (message("失效"), message("頁面不存在，或伺服器沒有回應。")),
        LinkState.REFUSED: (message("須由人查看"), message("伺服器不回應程式的查詢，須由人開啟確認。")),
        LinkState.UNASKED: (
            message("未檢查"),
            message("對方的 robots.txt 不許程式查詢，或網址在內部網路；沒有檢查過。"),
        ),
        LinkState.MOVED: (message("已遷移"), message("頁面還在，對方表示已永久遷移到新網址。")),
        LinkState.ACCEPTED: (message("經人確認"), message("程式無法判斷，由人開啟確認可用。")),
        LinkState.SOUND: (message("有效"), message("頁面存在。")),
    }
)
"""What each state is called, and what it means; in the order of the page: what is wrong comes first."""


def links_page(maker: PageMaker, checked: CheckedLinks | None, there: Sequence[str] = ()) -> str:
    """The page; where nobody has checked yet, it says so.

    Args:
        maker: of this language.
        checked: what the last check found.
        there: paths of pages with links that are still there.
    """
    _ = maker.edition.gettext
    title = _("連到其他網站的連結")
    days = checked.days if checked else ()
    view = maker.frame(
        addresses.LINKS,
        title=title,
        description=_("本站連到其他網站的連結，最近一次檢查的日期與結果。"),
        breadcrumbs=(*maker.way_through(_("品質與查核"), addresses.QUALITY), (title, addresses.LINKS)),
    )
    links = checked.links if checked else ()
    return maker.render(
        "links.html",
        view=view,
        is_checked=checked is not None,
        first=maker.day(min(days, default=None)),
        last=maker.day(max(days, default=None)),
        total=len(links),
        states=[
            {
                "id": state.value,
                "name": _(name),
                "meaning": _(meaning),
                "links": [_told(maker, each, there) for each in of_state],
            }
            for state, (name, meaning) in STATES.items()
            if (of_state := [each for each in links if each.state is state])
        ],
    )


def _told(maker: PageMaker, link: CheckedLink, there: Sequence[str]) -> dict[str, object]:
    place = link.place(maker.tag)
    here = addresses.localised(maker.edition.language, addresses.LINKS)
    return {
        "address": link.address,
        "is_sound": link.is_sound,
        "text": place.text if place else None,
        "lang": place.language if place and place.language != maker.tag else None,
        "page": f"/{place.page}" if place else None,
        "href": addresses.relative(here, place.page) if place and place.page in there else None,
        "pages": place.pages if place else 0,
        "status": link.status,
        "reason": _reason(link, maker.edition),
        "leads_to": link.leads_to,
        "why": marked(maker.edition.text(link.why), maker.tag) if link.why else None,
        "checked": maker.day(link.checked),
    }


def _reason(link: CheckedLink, edition: Edition) -> str | None:
    """Why there is no answer, in words."""
    if link.reason is None:
        return None
    said = report.what(Problem(link.reason, Place(link.address), link.details), edition.language.tag)
    return edition.hans.text(said) if edition.hans else said
