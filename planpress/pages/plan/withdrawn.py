"""The page at the address of a plan that was withdrawn: it says so, and leads to the office."""

from planpress import addresses
from planpress.model import Office, WithdrawnPlan
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked


def withdrawn_page(maker: PageMaker, path: str, plan: WithdrawnPlan, office: Office, has_others: bool) -> str:
    """What is said in place of a plan that was withdrawn. No word of the plan itself is on it.

    Args:
        maker: of this language.
        path: where it stands: the plan's, or that of an office that has no others.
        plan: the plan.
        office: whose plan it was.
        has_others: the site has other plans of the office.
    """
    _ = maker.edition.gettext
    name = maker.edition.office_name(office)
    year = {"year": maker.edition.year(plan.roc_year)}
    title = _("計畫已撤下") if path == addresses.office(office.id) else _("%(year)s計畫已撤下") % year
    day = {"day": maker.edition.date(plan.withdrawal.date)}
    notice = _("本計畫自%(day)s起不再公開。") % day
    office_path = addresses.office(office.id)
    named = {"office": name.value, "title": title, "notice": notice}
    view = maker.frame(
        path,
        title=_("%(office)s%(title)s") % named,
        description=_("%(office)s%(title)s。%(notice)s") % named,
        breadcrumbs=(
            *(((maker.office_name(office), office_path),) if has_others else ()),
            (title, path),
        ),
        office=office if has_others else None,
        findable=False,
    )
    return maker.render(
        "withdrawn.html",
        view=view,
        plan={
            "organisation": maker.organisation_above(office, name.value),
            "office": maker.office_name(office),
            "title": title,
            "notice": notice,
            "reason": marked(maker.edition.text(plan.withdrawal.reason, office.id), maker.tag),
            "href": addresses.relative(path, office_path if has_others else addresses.HOME),
            "leads_to": _("本機關的其他計畫") if has_others else _("回首頁"),
        },
    )
