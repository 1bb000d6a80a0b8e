"""What is new, in words: a short list on pages, the entries of feeds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from planpress import addresses
from planpress.editions.results import assessment_title
from planpress.overview.news import News, NewsKind
from planpress.pages.changes.changes import changes_title
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked

MOST: Final = 5
"""How many a page lists."""


@dataclass(frozen=True, slots=True)
class NewsView:
    """Something new as a list shows it."""

    path: str
    """Of the page that tells more, without language."""
    title: Markup
    text: str
    """What happened."""
    day: str
    """Empty where nobody dated it."""


def news_view(maker: PageMaker, news: News) -> NewsView:
    """Something new in the words of a language."""
    return NewsView(
        _path(news),
        _title(maker, news),
        _text(maker, news),
        maker.edition.date(news.known_day) if news.known_day else "",
    )


def news_list(maker: PageMaker, news: Sequence[News], path: str) -> list[dict[str, object]]:
    """The first few, for the page at a path without language."""
    return [
        {"href": addresses.relative(path, each.path), "title": each.title, "text": each.text, "day": each.day}
        for each in (news_view(maker, one) for one in news[:MOST])
    ]


def _path(news: News) -> str:
    """The page that tells more. What a revision replaced is found from the plan alone."""
    where = news.plan.office, news.plan.roc_year
    if news.assessment:
        return addresses.results(*where, news.assessment.name)
    match news.kind:
        case NewsKind.CHANGES:
            return addresses.changes(*where)
        case NewsKind.CORRECTION:
            return f"{addresses.plan(*where)}#corrections"
        case NewsKind.PLAN | NewsKind.REVISION | NewsKind.RESULTS:
            return addresses.plan(*where)


def _title(maker: PageMaker, news: News) -> Markup:
    if news.before:
        return changes_title(maker, news.office, news.plan, news.before)
    if news.assessment:
        values = {
            "office": maker.office_name(news.office),
            "assessment": marked(assessment_title(maker.edition, news.assessment, news.office.id), maker.tag),
        }
        return Markup.escape(maker.edition.gettext("%(office)s%(assessment)s")) % values
    _ = maker.edition.gettext
    title = marked(maker.title(news.plan), maker.tag)
    if news.kind is NewsKind.REVISION:
        return Markup.escape(_("%(title)s第%(number)s次修正")) % {"title": title, "number": news.revision}
    if news.kind is NewsKind.CORRECTION:
        return Markup.escape(_("%(title)s勘誤")) % {"title": title}
    return title


def _text(maker: PageMaker, news: News) -> str:
    _ = maker.edition.gettext
    match news.kind:
        case NewsKind.REVISION:
            return _("機關修正計畫")
        case NewsKind.CORRECTION:
            return _("勘誤：更正本站登載的文字%(count)s處，計畫本身並未因此變動") % {"count": news.corrections}
        case NewsKind.CHANGES:
            return _("與前一份計畫的異同")
        case NewsKind.RESULTS:
            return _("執行成果與考核")
        case NewsKind.PLAN:
            return _("刊登或更新")
