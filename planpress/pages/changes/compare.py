"""The page that compares any two plans: a form that its script shows, and the ways that need no script."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from planpress import addresses
from planpress.editions.edition import Text
from planpress.model import Office, Topic
from planpress.overview.trees import OFFICES
from planpress.pages.frame.maker import PageMaker


class Comparable(NamedTuple):
    """A plan that can be chosen."""

    office: str
    roc_year: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """An option: its value in the address, its name, and the language of that where it is not the page's."""

    value: str
    name: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeChoices:
    """The plans of an office."""

    name: str
    lang: str | None
    plans: tuple[Choice, ...]


def compare_page(
    maker: PageMaker,
    plans: Sequence[Comparable],
    topics: Sequence[Topic],
    script: str,
    offices: Mapping[str, Office],
) -> str:
    """The page.

    Args:
        maker: of this language.
        plans: of the site, those of an office together.
        topics: by which they can be compared.
        script: path of its script.
        offices: whose plans they are, by id.
    """
    _ = maker.edition.gettext
    title = _("比較兩份計畫")
    here = addresses.localised(maker.edition.language, addresses.COMPARE)
    view = maker.frame(
        addresses.COMPARE,
        title=title,
        description=_("選兩份計畫，依服務類別或一個主題，並列各項具體作法。"),
        breadcrumbs=((title, addresses.COMPARE),),
    )
    root = addresses.relative(here, "")
    return maker.render(
        "compare.html",
        view=view,
        title=title,
        script=addresses.relative(here, script),
        root=root,
        pages=addresses.relative(addresses.COMPARE, ""),
        offices=[*_offices(maker, plans, offices)],
        topics=[_choice(maker, each.id, maker.edition.topic_name(each)) for each in topics],
        topic_list=addresses.relative(addresses.COMPARE, addresses.TOPICS) if topics else None,
        office_list=addresses.relative(addresses.COMPARE, addresses.browse(OFFICES)),
    )


def _offices(maker: PageMaker, plans: Sequence[Comparable], offices: Mapping[str, Office]) -> Iterator[OfficeChoices]:
    """What can be chosen. An option says its office too: that alone stands in the closed list."""
    _ = maker.edition.gettext
    for office_id, of_office in groupby(plans, lambda plan: plan.office):
        name = maker.edition.office_name(offices[office_id])
        choices = (
            Choice(
                f"{office_id}/{plan.roc_year}",
                _("%(office)s%(year)s") % {"office": name.value, "year": maker.edition.year(plan.roc_year, plan.until)},
            )
            for plan in of_office
        )
        yield OfficeChoices(name.value, _language(maker, name), tuple(choices))


def _choice(maker: PageMaker, value: str, name: Text) -> Choice:
    return Choice(value, name.value, _language(maker, name))


def _language(maker: PageMaker, text: Text) -> str | None:
    return None if text.lang == maker.tag else text.lang
