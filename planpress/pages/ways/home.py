"""The home page: what offices promise, by a word, by topic, by office."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.model.document_files import PlanFiles
from planpress.overview.holdings import ListedOffice
from planpress.overview.news import News
from planpress.overview.trees import Tree
from planpress.pages.browse.browse import leaf_name, leaf_path
from planpress.pages.changes.news import news_list
from planpress.pages.frame.frame import Frame
from planpress.pages.frame.maker import PageMaker
from planpress.pages.proofs.accessibility import badge_view
from planpress.pages.ways.office import plan_cards


def home_page(
    maker: PageMaker,
    held: Sequence[ListedOffice],
    topics: Tree | None,
    news: Sequence[News] = (),
    files: Sequence[PlanFiles] = (),
) -> str:
    """The home page. That of a single office shows its plans, the newest first, where others list offices.

    Args:
        maker: of this language.
        held: every office with its plans.
        topics: the tree of topics with its counts, where the site has any.
        news: what is new on the site, the newest first.
        files: what each plan offers for download, in their order, where there is a single office.
    """
    _ = maker.edition.gettext
    offices = {each.office.id: each.office for each in held}
    organisations: dict[str, list[ListedOffice]] = {}
    for each in held:
        organisations.setdefault(each.office.organisation.id, []).append(each)
    plans = [plan for each in held for plan in each.plans]
    only = held[0] if len(held) == 1 else None
    text = _("%(plans)s，共%(measures)s具體作法。") if only else _("%(offices)s、%(plans)s，共%(measures)s具體作法。")
    totals = text % {
        "offices": maker.offices(len(held)),
        "plans": maker.plans(len(plans)),
        "measures": maker.measures(sum(plan.measures for plan in plans)),
    }
    name = maker.voice.site.value
    description = maker.edition.site_name(maker.site.description).value if maker.site.description else totals
    return maker.render(
        "home.html",
        view=_with_badge(maker, maker.frame(addresses.HOME, title=name, description=description)),
        badge=badge_view(maker, addresses.HOME),
        news=news_list(maker, news, addresses.HOME),
        feed=addresses.FEED if maker.leads_to(addresses.FEED) else None,
        home={
            "office": {
                "name": maker.office_name(only.office),
                "href": addresses.office(only.office.id),
                "over": maker.of_newest(
                    only, "", _("本站收錄的最新計畫是%(year)s計畫，該年度已經結束；尚未收錄更新年度的計畫。")
                ),
                "plans": plan_cards(maker, addresses.HOME, only, files),
            }
            if only
            else None,
            "totals": totals,
            "purpose": purpose(maker.edition),
            "about": addresses.ABOUT,
            "browse": addresses.BROWSE if maker.leads_to(addresses.BROWSE) else None,
            "topics": [
                {
                    "href": leaf_path(topics, leaf),
                    "name": leaf_name(maker, topics, leaf, offices),
                    "measures": count(maker, leaf.measures),
                }
                for leaf in topics.leaves
            ]
            if topics
            else [],
            "organisations": [
                {
                    "id": organisation_id,
                    "name": maker.organisation_name(group[0].office),
                    "offices": [
                        {
                            "href": addresses.office(each.office.id),
                            "name": maker.office_name(each.office),
                            "plan_href": addresses.plan(each.office.id, each.newest.roc_year),
                            "plan": _("%(year)s計畫")
                            % {"year": maker.edition.year(each.newest.roc_year, each.newest.until)},
                            "measures": maker.measures(each.newest.measures),
                            "is_over": each.newest.is_over,
                        }
                        for each in group
                    ],
                }
                for organisation_id, group in organisations.items()
            ],
        },
    )


def purpose(edition: Edition) -> str:
    """What the site is for."""
    return edition.gettext(
        "公共事業機關每年訂定提升服務效能執行計畫，寫明要做什麼、由誰辦理、何時辦理。"
        "本站將計畫轉為網頁，每一項具體作法都有固定網址。"
    )


def count(maker: PageMaker, measures: int) -> Markup:
    """How many measures a topic has; its unit is only read aloud where it is longer than the number (12 measures)."""
    said = maker.measures(measures)
    if not maker.translates:
        return Markup.escape(said)
    number = str(measures)
    return Markup('{}<span class="spoken">{}</span>').format(number, said.removeprefix(number))


def _with_badge(maker: PageMaker, view: Frame) -> Frame:
    """The head says that the site has passed, where it has the badge."""
    badge = maker.site.badge
    if badge is None:
        return view
    said = f"本網站通過{badge.level}檢測等級無障礙網頁檢測"
    return replace(view, metadata=(*view.metadata, ("Accessible_website", said)))
