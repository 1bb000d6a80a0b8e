"""The home page: what this site is, the offices, their newest plans."""

from collections.abc import Sequence

from planpress import addresses
from planpress.overview.holdings import ListedOffice
from planpress.pages.maker import PageMaker
from planpress.pages.templates import phrased


def home_page(maker: PageMaker, held: Sequence[ListedOffice]) -> str:
    """The home page: what this site is, the offices, their newest plans."""
    _ = maker.edition.gettext
    organisations: dict[str, list[ListedOffice]] = {}
    for each in held:
        organisations.setdefault(each.office.organisation.id, []).append(each)
    plans = [plan for each in held for plan in each.plans]
    totals = _("目前收錄%(offices)s個機關、%(plans)s份計畫、%(measures)s項具體作法。") % {
        "offices": len(held),
        "plans": len(plans),
        "measures": sum(plan.measures for plan in plans),
    }
    name = maker.voice.site.value
    description = maker.edition.site_name(maker.site.description).value if maker.site.description else totals
    return maker.render(
        "home.html",
        view=maker.frame(addresses.HOME, title=name, description=description),
        home={
            "totals": totals,
            "about": addresses.ABOUT,
            "organisations": [
                {
                    "id": organisation_id,
                    "name": maker.organisation_name(group[0].office),
                    "offices": [
                        {
                            "href": addresses.office(each.office.id),
                            "name": maker.office_name(each.office),
                            "newest": maker.of_newest(
                                each, _("最新收錄：%(year)s"), _("最新收錄：%(year)s（年度已結束）")
                            ),
                            "plan_href": addresses.plan(each.office.id, each.newest.roc_year),
                            "plan_title": phrased(maker.title(each.newest), maker.tag),
                        }
                        for each in group
                    ],
                }
                for organisation_id, group in organisations.items()
            ],
        },
    )
