"""``content/services.yml``: services on the web beside topics."""

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from planpress.model.service import Service
from planpress.problems.problem import Problem
from planpress.source.checks.links import is_website
from planpress.source.content.content_files import read_content
from planpress.source.shapes.content_shapes import ServicesFile
from planpress.source.values.finding import Finding
from planpress.source.values.nearest import nearest

SERVICES_FILE: Final = "content/services.yml"


def read_services(
    root: Path, topics: Collection[str] | None, organisations: Collection[str] | None
) -> tuple[tuple[Service, ...], list[Problem]]:
    """Read the services. A site without the file has none.

    Args:
        root: the project's folder.
        topics: ids of the topics of the site; None where the file that lists them has errors.
        organisations: ids of its organisations, likewise.

    Returns:
        The services in their order, none at all when the file has errors; and its problems.
    """
    check = partial(check_services, topics=topics, organisations=organisations)
    _, file, problems = read_content(root, SERVICES_FILE, ServicesFile, check)
    return tuple(Service(**entry.model_dump()) for entry in file.services) if file else (), problems


def check_services(
    file: ServicesFile, topics: Collection[str] | None, organisations: Collection[str] | None
) -> Iterator[Finding]:
    """Services of what is not there, addresses that are none, and services that no page shows yet."""
    seen: set[tuple[str, str]] = set()
    for position, service in enumerate(file.services):
        at = ("services", position)
        if topics is not None and service.topic not in topics:
            yield Finding("E640", (*at, "topic"), {"id": service.topic, **nearest(service.topic, topics)})
        if organisations is not None and service.organisation not in organisations:
            known = nearest(service.organisation, organisations)
            yield Finding("E641", (*at, "organisation"), {"id": service.organisation, **known})
        if not is_website(service.url):
            yield Finding("E642", (*at, "url"), {"value": service.url})
        if (service.topic, service.url) in seen:
            yield Finding("E643", (*at, "url"), {"value": service.url})
        seen.add((service.topic, service.url))
        if service.seen is None:
            yield Finding("W640", at, {"name": service.name})
