"""What the addresses of rows end with (``#m-2-2-1``), plan by plan: once published, each is to stay for ever."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from planpress.addresses import address_of, file_of
from planpress.model.redirect import Move, led

_DATA: Final = "/plan.json"


def plan_anchors(
    site: Path, files: Mapping[str, str], known: Mapping[str, str], held: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The anchors of each plan of a site, by the path of its page; also those of rows that are no longer in it.

    Args:
        site: its folder.
        files: digest of each of its files.
        known: digest of each file of the release before, whose anchors need not be read again.
        held: these anchors.
    """
    found: dict[str, tuple[str, ...]] = {}
    for path, name in files.items():
        if not path.endswith(_DATA):
            continue
        page = file_of(f"{path.removesuffix(_DATA)}/")
        if known.get(path) == name and page in held:
            found[page] = held[page]
        else:
            found[page] = tuple(dict.fromkeys(_ids(json.loads((site / path).read_bytes()))))
    return found


def lost_anchors(
    before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]], moved: Sequence[Move]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The anchors that a plan's page had and no longer has, wherever it is now; what became of the page is no matter.

    Args:
        before: of the release that readers see.
        after: of the next one.
        moved: what leads elsewhere.
    """
    for page, anchors in before.items():
        now = after.get(file_of(led(moved, address_of(page))))
        gone = tuple(each for each in anchors if each not in now) if now is not None else ()
        if gone:
            yield address_of(page), gone


def _ids(data: Any) -> Iterator[str]:
    """The ids of rows at any depth of a plan's data."""
    match data:
        case dict():
            if isinstance(data.get("id"), str):
                yield data["id"]
            for each in data.values():
                yield from _ids(each)
        case list():
            for each in data:
                yield from _ids(each)
