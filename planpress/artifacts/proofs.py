"""What a site proves of itself, from all that is known before its pages are made; a new proof is a line here.

What only the finished pages tell is proven in :mod:`planpress.site.proving`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from planpress import addresses
from planpress.artifacts.links import pages_there
from planpress.artifacts.reviews import reviewed_offices
from planpress.artifacts.site import Site
from planpress.model.dates import RocDate
from planpress.model.document_files import DocumentFile, DocumentKind
from planpress.model.language import AUTHORITATIVE, of_tag
from planpress.model.proof import Proof, ProofKey
from planpress.model.review import rhythm
from planpress.overview.coverage import Coverage
from planpress.overview.reviews import kept

_BOTH: Final = tuple(DocumentFile(kind, AUTHORITATIVE.tag) for kind in (DocumentKind.PDF, DocumentKind.ODT))
"""What cannot be edited, and what can."""


def translation(site: Site) -> Iterator[Proof]:
    """How far the languages that people translate into are with all plans."""
    plans = [plan for held in site.offices for plan in held.plans]
    found = [each for plan in plans for each in plan.coverage.values()]
    if found:
        whole = Coverage.sum(found)
        behind = [(tag, plan) for plan in plans for tag, each in plan.coverage.items() if not each.is_complete]
        yield Proof(
            key=ProofKey.TRANSLATION,
            passed=whole.translated,
            total=whole.total,
            path=f"{addresses.QUALITY}#plans",
            places=tuple(
                addresses.localised(of_tag(tag), addresses.plan(plan.office, plan.roc_year)) for tag, plan in behind
            ),
        )


def formats(site: Site) -> Iterator[Proof]:
    """Which plans are there as PDF and as ODF, where the site makes documents."""
    if site.papers is None:
        return
    plans = [
        (addresses.plan(held.office.id, year), files) for held in site.offices for year, files in held.files.items()
    ]
    lacking = tuple(path for path, files in plans if not all(each in files.sizes for each in _BOTH))
    yield Proof(
        key=ProofKey.FORMATS,
        passed=len(plans) - len(lacking),
        total=len(plans),
        path=addresses.DATA,
        places=lacking,
    )


def own_links(site: Site) -> Iterator[Proof]:
    """Which links of the site to itself led somewhere when they were last looked at."""
    if check := site.site_check:
        yield Proof(
            key=ProofKey.LINKS,
            passed=check.links - check.broken,
            total=check.links,
            date=RocDate.on(check.day),
            path=addresses.SITEMAP,
            places=tuple(place for place in check.places if addresses.file_of(place) in site.proven),
        )


def external_links(site: Site) -> Iterator[Proof]:
    """Which addresses elsewhere led somewhere when they were last asked; what nobody could ask led nowhere."""
    if site.checked_links is None:
        return
    links = site.checked_links.links
    short = [each for each in links if not each.is_sound]
    first = min(site.checked_links.days, default=None)
    there = pages_there(site)
    yield Proof(
        key=ProofKey.EXTERNAL_LINKS,
        passed=len(links) - len(short),
        total=len(links),
        date=RocDate.on(first) if first else None,
        path=addresses.LINKS,
        places=tuple(sorted({place.page for each in short for place in each.places if place.page in there})),
    )


def accessibility(site: Site) -> Iterator[Proof]:
    """In which pages machines found no fault, when the site was last looked at."""
    found = site.accessibility.machine
    if found is None:
        return
    there = pages_there(site)
    yield Proof(
        key=ProofKey.ACCESSIBILITY,
        passed=found.pages - len(found.wrong_pages),
        total=found.pages,
        date=RocDate.on(found.day),
        path=addresses.ACCESSIBILITY_REPORT,
        places=tuple(path for path in found.wrong_pages if path in there),
    )


def disclosure(site: Site) -> Iterator[Proof]:
    """How much of what offices should publish is published, by the formula of the plans."""
    if found := site.disclosures:
        short = [office for office, each in found.items() if each.published < each.expected]
        first = min(found.values(), key=lambda each: each.date)
        yield Proof(
            key=ProofKey.DISCLOSURE,
            passed=sum(each.published for each in found.values()),
            total=sum(each.expected for each in found.values()),
            date=first.date,
            path=addresses.disclosure(next(iter(found))) if len(found) == 1 else f"{addresses.QUALITY}#plans",
            places=tuple(map(addresses.disclosure, short)),
        )


def reviews(site: Site) -> Iterator[Proof]:
    """How offices kept the rhythm of their reviews, office by office."""
    held = [each for each in reviewed_offices(site) if each.office.review and each.reviews]
    found = {each.office.id: kept(each.reviews, rhythm(each.office.review or "") or "", site.today) for each in held}
    if held:
        yield Proof(
            key=ProofKey.REVIEWS,
            passed=sum(each.done for each in found.values()),
            total=sum(each.due for each in found.values()),
            date=max(each.reviews[-1].date for each in held),
            path=addresses.reviews(held[0].office.id) if len(held) == 1 else f"{addresses.QUALITY}#plans",
            places=tuple(addresses.reviews(office) for office, each in found.items() if each.done < each.due),
        )


_BY_OFFICE: Final = {ProofKey.DISCLOSURE: disclosure, ProofKey.REVIEWS: reviews}
"""What the site adds up, and each office answers for by itself."""


def proofs_for(site: Site, office: str) -> Mapping[ProofKey, Proof]:
    """What is proven as far as it concerns an office: no office's claim rests on, or falls by, what others did."""
    held = tuple(each for each in site.offices if each.office.id == office)
    published = {name: each for name, each in site.disclosures.items() if name == office}
    own = replace(site, offices=held, disclosures=published)
    of_all = {proof.key: proof for proof in site.proofs if proof.key not in _BY_OFFICE}
    return of_all | {proof.key: proof for prove in _BY_OFFICE.values() for proof in prove(own)}


PROOFS: Final[tuple[Callable[[Site], Iterator[Proof]], ...]] = (
    own_links,
    external_links,
    accessibility,
    reviews,
    translation,
    formats,
    disclosure,
)
"""Every proof, in the order of the page."""
