"""詢問: whom to ask about what a page tells, and whom to tell of an error on it."""

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition, Text
from planpress.model import Office
from planpress.model.office import Contact, Fact
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.menu import message
from planpress.pages.frame.templates import marked

NAMES: Final[Mapping[str, str]] = {
    "hotline": message("客服專線"),
    "telephone": message("電話"),
    "hours": message("服務時間"),
    "address": message("地址"),
    "email": message("電子郵件"),
    "website": message("網站"),
}
"""What each way to reach somebody is called."""

_EXTENSION: Final = re.compile(r"\s*(?:轉|分機|#)\s*")


def ask_view(maker: PageMaker, office: Office, path: str, title: str) -> dict[str, object]:
    """Whom a page sends its readers to.

    Args:
        maker: of this language.
        office: that answers for what the page tells.
        path: of the page, without language.
        title: of the page, which letters name.
    """
    _ = maker.edition.gettext
    email = next((fact.value for name, fact in maker.site.publisher.contact.known() if name == "email"), None)
    report = letter(maker, email, _("網頁內容有誤：%(title)s") % {"title": title}, path, title) if email else None
    return {
        "contacts": contacts(maker, office.contact, office.id, (path, title)),
        "departments": [
            {
                "name": marked(maker.edition.department(office, department.name), maker.tag),
                **way(maker, "telephone", department.telephone),
            }
            for department in office.departments
            if department.telephone and not department.telephone.unverified
        ],
        "report": report or ways_to_publisher(maker, path),
        "privacy": addresses.relative(path, addresses.PRIVACY) if maker.leads_to(addresses.PRIVACY) else None,
    }


def ways_to_publisher(maker: PageMaker, path: str) -> str | None:
    """Where a page says how to reach the publisher; None where the publisher says nothing of it."""
    if not any(maker.site.publisher.contact.known()) or not maker.leads_to(addresses.ABOUT):
        return None
    return f"{addresses.relative(path, addresses.ABOUT)}#contact"


def contacts(
    maker: PageMaker, contact: Contact, office: str | None = None, about: tuple[str, str] | None = None
) -> list[dict[str, object]]:
    """What is known of how to reach an office, which may have translations of its own, or the publisher.

    Args:
        maker: of this language.
        contact: of the office or the publisher.
        office: id of the office.
        about: path and title of the page that a letter is about; of none, a letter is about nothing.
    """
    _ = maker.edition.gettext
    return [{"name": _(NAMES[name]), **way(maker, name, fact, office, about)} for name, fact in contact.known()]


def way(
    maker: PageMaker, kind: str, fact: Fact, office: str | None = None, about: tuple[str, str] | None = None
) -> dict[str, object]:
    """One way to reach somebody: what it says, where it leads, who says so."""
    _ = maker.edition.gettext
    value, href = maker.edition.text(fact.value, office), ""
    match kind:
        case "hotline" | "telephone":
            value, href = Text(number(maker.edition, fact.value), maker.tag), addresses.telephone(fact.value)
        case "website":
            href = fact.value
        case "email":
            subject = _("詢問：%(title)s") % {"title": about[1]} if about else ""
            href = letter(maker, fact.value, subject, *about) if about else addresses.letter(fact.value)
    return {"value": marked(value, maker.tag), "href": href, "origin": origin(maker, fact, office)}


def number(edition: Edition, written: str) -> str:
    """A telephone number as a language writes it, whose extension has a word before it."""
    line, *extension = _EXTENSION.split(written, maxsplit=1)
    values = {"number": line, "extension": "".join(extension)}
    return edition.gettext("%(number)s轉%(extension)s") % values if extension else line


def letter(maker: PageMaker, email: str, subject: str, path: str, title: str) -> str:
    """A link that begins a letter which names the page that it is about."""
    url = addresses.absolute(maker.site.site_url, addresses.localised(maker.edition.language, path))
    return addresses.letter(email, subject, f"{title}\r\n{url}\r\n\r\n")


def origin(maker: PageMaker, fact: Fact, office: str | None) -> Markup | None:
    """Who says so, and when that was looked up."""
    if fact.source is None or fact.noted is None:
        return None
    source = marked(maker.edition.text(fact.source, office), maker.tag)
    if fact.source.startswith(("https://", "http://")):
        title = maker.edition.gettext("資料來源")
        source = Markup('<a href="{}" title="{}">{}</a>').format(fact.source, title, source)
    said = escape(maker.edition.gettext("來源：%(source)s（%(date)s查閱）"))
    return said % {"source": source, "date": maker.edition.date(fact.noted)}
