"""內容檢視: by which rule an office's contents are looked through, by which unit that was done, and when."""

from planpress import addresses
from planpress.model.dates import parse_period
from planpress.overview.holdings import OfficePlans
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.templates import marked


def reviews_page(maker: PageMaker, held: OfficePlans) -> str:
    """The page; only where the site speaks in the office's name.

    Args:
        maker: of this language.
        held: the office with its reviews.
    """
    _ = maker.edition.gettext
    office, path = held.office, addresses.reviews(held.office.id)
    name = maker.edition.office_name(office).value
    title = _("%(office)s內容檢視紀錄") % {"office": name}
    view = maker.frame(
        path,
        title=title,
        description=_("%(office)s網站內容的檢視週期、檢視單位與日期。") % {"office": name},
        breadcrumbs=((maker.office_name(office), addresses.office(office.id)), (_("內容檢視"), path)),
        office=office,
    )
    rule = office.update_rule
    edition = maker.edition
    return maker.render(
        "reviews.html",
        view=view,
        title=title,
        every=marked(edition.period(parse_period(office.review)), maker.tag) if office.review else None,
        rule={
            "name": marked(edition.text(rule.name, office.id), maker.tag),
            "number": marked(edition.text(rule.number, office.id), maker.tag) if rule.number else None,
            "date": edition.date(rule.date) if rule.date else None,
            "address": rule.address,
        }
        if rule
        else None,
        reviews=[
            {
                "date": edition.date(each.date),
                "unit": marked(edition.department(office, each.unit), maker.tag),
                "remark": marked(edition.text(each.remark, office.id), maker.tag) if each.remark else None,
            }
            for each in reversed(held.reviews)
        ],
        links=addresses.relative(path, addresses.LINKS),
    )
