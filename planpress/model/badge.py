"""The accessibility badge (無障礙標章) that a site has been given, as its certificate says."""

import datetime
from typing import Final, Literal

from planpress.model.base import Frozen
from planpress.model.dates import RocDate

YEARS: Final = 3
"""How long a badge holds: 各級機關機構學校網站無障礙檢測及認證標章核發辦法, article 5."""
NOTICE_DAYS: Final = 180
"""How long before its end a web team is told: an application takes some weeks."""
SIZE: Final = (88, 31)
"""Pixels of its picture, which must not be scaled: article 6."""
HOST: Final = "accessibility.moda.gov.tw"
"""Where the page lies that a badge leads to."""


class Badge(Frozen):
    """A badge. Only the office itself can apply for one; nothing of it is shown without its number."""

    number: str
    """Of the certificate."""
    level: Literal["A", "AA", "AAA"]
    """By which the site was tested."""
    date: RocDate
    """The day on which it last passed."""
    url: str
    """Address of the certificate's page."""
    image: str
    """Name of the picture in ``content/static/``."""

    @property
    def ends(self) -> datetime.date:
        """The last day on which it holds."""
        day = self.date.first_day
        try:
            after = day.replace(year=day.year + YEARS)
        except ValueError:  # 29 February
            after = datetime.date(day.year + YEARS, 3, 1)
        return after - datetime.timedelta(days=1)

    def holds(self, today: datetime.date) -> bool:
        """Whether it may be shown on a day."""
        return self.date.first_day <= today <= self.ends

    def ends_soon(self, today: datetime.date) -> bool:
        """Whether it is time to apply anew."""
        return self.holds(today) and (self.ends - today).days < NOTICE_DAYS
