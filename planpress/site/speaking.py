"""In whose name a site speaks: an office's or a company's own site has the plans of its own offices, and no others."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from planpress.configuration.reading import place_in
from planpress.model import Office
from planpress.model.publisher import Publisher, PublisherKind
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.source.values.nearest import nearest

_PUBLISHER: Final = ("extra", "publisher")


def others_of(publisher: Publisher, offices: Mapping[str, Office]) -> list[str]:
    """Offices of a site in whose name its publisher does not speak.

    Who publishes in the name of several says of which; the only one that a site has is meant without a word.

    Args:
        publisher: of the site.
        offices: that it has plans of.
    """
    if publisher.is_transcription:
        return []
    owners = {name: _owner(publisher, office) for name, office in offices.items()}
    only = set(owners.values()) if len(set(owners.values())) == 1 else set()
    meant = set(publisher.speaks_for) or only
    return [name for name, owner in owners.items() if owner not in meant]


def _owner(publisher: Publisher, office: Office) -> str:
    return office.organisation.id if publisher.kind is PublisherKind.COMPANY else office.id


def publisher_problems(
    settings: Settings, offices: Mapping[str, Office], known: Collection[str], organisations: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with the name in which a site speaks.

    Args:
        settings: of the site.
        offices: that it has plans of.
        known: ids of all offices of the project.
        organisations: likewise.
    """
    publisher = settings.publisher
    ids = organisations if publisher.kind is PublisherKind.COMPANY else known
    for position, name in enumerate(publisher.speaks_for):
        if name not in ids:
            place = place_in(settings.root, settings.file, (*_PUBLISHER, "speaks_for", position))
            yield Problem("E467", place, {"value": name, "known": "、".join(sorted(ids)), **nearest(name, ids)})
    if others := others_of(publisher, offices):
        place = place_in(settings.root, settings.file, (*_PUBLISHER, "kind"))
        yield Problem("E479", place, {"kind": publisher.kind, "offices": "、".join(others)})
