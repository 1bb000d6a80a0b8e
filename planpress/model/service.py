"""Services on the web that offices offer for what a topic is about: where bills are asked for, outages looked up."""

from planpress.model.base import Frozen
from planpress.model.dates import RocDate


class Service(Frozen):
    """A service, beside a topic."""

    topic: str
    """Id of the topic."""
    organisation: str
    """Id of the organisation that offers it."""
    name: str
    en: str
    url: str
    source: str
    """Where the address stands."""
    seen: RocDate | None = None
    """The day on which somebody last opened the address and found the service. Without it no page shows it."""
