"""The pages of a site by which one knows it, from what is known before any is made: where a redirect may lead."""

from collections.abc import Iterable
from typing import Final

from planpress import addresses
from planpress.overview.trees import DEPARTMENTS, GROUPS, OFFICES, PERIODS, YEARS

_ALWAYS: Final = frozenset(
    {
        addresses.HOME,
        addresses.SITEMAP,
        addresses.SEARCH,
        addresses.SEARCH_HELP,
        addresses.DATA,
        addresses.QUALITY,
        addresses.GLOSSARY,
        addresses.CALENDAR,
        addresses.COMPARE,
        addresses.BROWSE,
        *(addresses.browse(tree) for tree in (OFFICES, YEARS, DEPARTMENTS, GROUPS, PERIODS)),
    }
)


def places(
    plans: Iterable[tuple[str, int]], departments: Iterable[str], topics: Iterable[str], editorial: Iterable[str]
) -> frozenset[str]:
    """Their paths, without language.

    Args:
        plans: office and 民國 year of each plan that is shown.
        departments: what they call them today.
        topics: ids of those that they have measures of.
        editorial: paths of the Markdown pages.
    """
    shown = set(plans)
    about = [addresses.topic_page(topic) for topic in topics]
    return _ALWAYS.union(
        (addresses.office(office) for office, _ in shown),
        (addresses.plan(*each) for each in shown),
        (addresses.browse(DEPARTMENTS, addresses.department(name)) for name in departments),
        about,
        [addresses.TOPICS] if about else (),
        editorial,
    )
