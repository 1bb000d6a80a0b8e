"""The links of a finished site to itself, counted as they are checked."""

from collections.abc import Collection
from datetime import date

from planpress.model.site_check import SiteCheck
from planpress.site_checks.page import Page
from planpress.site_checks.whole_site import Facts, facts_of, own_links


class LinkCounter:
    """Is shown every page by :func:`planpress.site_checks.check_site`, and then says what its links came to."""

    def __init__(self) -> None:
        self._pages: list[Facts] = []

    def see(self, page: Page) -> None:
        """Take note of a page."""
        self._pages.append(facts_of(page.path, page))

    @property
    def pages(self) -> int:
        """How many pages it was shown."""
        return len(self._pages)

    def check(self, files: Collection[str], site_url: str, day: date) -> SiteCheck:
        """What the links of the pages came to.

        Args:
            files: paths of all files of the site.
            site_url: address of the home page, ending with a slash.
            day: on which they were looked at.
        """
        found = [(page.path, wrong) for page, wrong in own_links(self._pages, files, site_url)]
        short = sorted({path.removesuffix("index.html") for path, wrong in found if wrong})
        broken = sum(wrong is not None for _, wrong in found)
        return SiteCheck(day=day, links=len(found), broken=broken, places=tuple(short))
