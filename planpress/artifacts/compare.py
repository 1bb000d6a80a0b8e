"""The page that compares any two plans, with its script, as artifacts."""

from collections.abc import Iterator
from typing import Final

from planpress import addresses
from planpress.artifacts.artifact import Artifact, page
from planpress.artifacts.site import Site
from planpress.artifacts.workshop import Workshop
from planpress.pages.changes.compare import Comparable, compare_page
from planpress.pages.frame.scripts import compact, joined
from planpress.source.content.theme import ASSETS, read_text

SCRIPT: Final = "assets/compare.js"
MODULES: Final = ("search/dom.js", "compare.js")
"""What the script is made of, each after those that it imports."""


def compare_script(site: Site) -> Iterator[Artifact]:
    """The script."""
    yield Artifact(SCRIPT, _script)


def _script(shop: Workshop) -> bytes:
    modules = {name: read_text(shop.settings.house, f"{ASSETS}/{name}") for name in MODULES}
    return compact(joined(modules, MODULES, ())[MODULES[-1]]).encode()


def compare_part(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    plans = tuple(Comparable(plan.office, plan.roc_year, plan.until) for each in site.listed for plan in each.plans)
    shown = {topic for each in site.offices for plan in each.plans for topic in plan.topics}
    topics = tuple(topic for topic in site.topics if topic.id in shown)
    offices = {each.office.id: each.office for each in site.offices}
    for language in site.facts.languages:
        yield page(language, addresses.COMPARE, site.vintage, compare_page, plans, topics, site.named[SCRIPT], offices)
