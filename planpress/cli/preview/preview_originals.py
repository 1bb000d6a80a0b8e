"""The documents that drafts were imported from, as the preview shows them beside the drafts; never part of a site."""

import json
import re
from collections.abc import Callable
from typing import Final

from planpress.cli import extras
from planpress.settings import Settings

_ADDRESS: Final = re.compile(r"(?P<office>[a-z0-9-]{1,60})/(?P<year>\d{1,3})/(?:(?P<page>\d{1,3})\.png|index\.json)")


def originals(settings: Callable[[], Settings]) -> Callable[[str], tuple[str, bytes] | None]:
    """What is sent for the end of an address: ``kinmen/115/index.json`` or ``kinmen/115/3.png``, the third page.

    Args:
        settings: of the site.
    """
    if not extras.is_there(extras.IMPORT):
        return lambda _: None  # nothing was ever imported here
    from planpress.editing.papers.original_pages import OriginalPages

    root = settings().root
    pages = OriginalPages(root, root / ".cache" / "originals")

    def sent(address: str) -> tuple[str, bytes] | None:
        match = _ADDRESS.fullmatch(address)
        if match is None:
            return None
        where = match["office"], int(match["year"])
        if match["page"]:
            picture = pages.picture(*where, int(match["page"]))
            return ("image/png", picture) if picture is not None else None
        view = pages.view(*where)
        if view is None:
            return None
        record = {"name": view.name, "pages": view.pages, "needsOffice": view.needs_office}
        return "application/json", json.dumps(record, ensure_ascii=False).encode()

    return sent
