"""``quality/quality.json``: how completely the plans were transcribed, translated and published, for programs.

The models below are the format, as in :mod:`planpress.data.plan_records`; ``schema/quality-data.json`` derives from
them. The pages below ``/quality/`` show the same numbers.
"""

from collections.abc import Sequence
from typing import Final, Literal

from pydantic import Field

from planpress import addresses
from planpress.data.open_data import in_both
from planpress.data.plan_records import Id, IsoDate, Localised
from planpress.editions.edition import Edition
from planpress.model.base import Frozen
from planpress.model.dates import gregorian_year
from planpress.model.document_files import DocumentFile
from planpress.model.proof import Proof, ProofKey
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary

VERSION: Final = "planpress/quality/1"
"""Name and version of the format."""


class TranslationRecord(Frozen):
    """How far a language is with a plan. Texts that are the same count once."""

    translated: int
    """Texts that the pages show in the language."""
    stale: int
    """Texts whose translation is of an earlier wording; the pages show the Chinese."""
    missing: int
    """Texts that have no translation."""
    characters_left: int
    """Length of what is stale or missing."""
    percent: int
    """Translated texts in a hundred, rounded down."""


class DocumentRecord(Frozen):
    """A document that a plan offers for download."""

    kind: str
    """The end of its file name: ``pdf``, ``odt``, ``ods``, ``csv``, ``large.pdf``."""
    language: str
    url: str


class PlanQualityRecord(Frozen):
    """One office's plan for one year."""

    year: int
    """Year of the Republic of China."""
    gregorian_year: int
    title: Localised
    url: str
    """Address of the plan's page."""
    changed: IsoDate | None = None
    """The day on which its data last changed."""
    measures: int
    """Measures; their items are not counted."""
    measures_with_department: int
    """Those that name a responsible department, themselves or in their items."""
    measures_with_period: int
    """Those that name a period, themselves or in their items."""
    unsure: int
    """Measures and items whose reading of the source is marked as uncertain."""
    transcription_notes: int
    """Notes on what was mended or decided when the plan was transcribed."""
    translations: dict[str, TranslationRecord]
    """By language."""
    documents: tuple[DocumentRecord, ...]
    until: int | None = None
    """The last year of a plan of several years."""
    gregorian_until: int | None = None


class OfficeQualityRecord(Frozen):
    """An office with its plans, the newest first."""

    office: Id
    office_name: Localised
    url: str
    plans: tuple[PlanQualityRecord, ...]


class ProofRecord(Frozen):
    """What a check of the site has come to."""

    key: ProofKey
    passed: int
    """How many are as they should be."""
    total: int
    """Of how many that were looked at."""
    percent: int
    """Of a hundred, rounded down."""
    date: IsoDate | None = None
    """The day on which they were looked at; left out where every build looks at all of them."""
    url: str
    """Where each of them can be seen."""
    places: tuple[str, ...]
    """Addresses of the pages that fall short."""


class QualityRecord(Frozen):
    """Every plan of the site."""

    version: Literal["planpress/quality/1"] = Field(serialization_alias="schema")
    offices: tuple[OfficeQualityRecord, ...]
    proofs: tuple[ProofRecord, ...]


def quality_json(held: Sequence[OfficePlans], proofs: Sequence[Proof], english: Edition, site_url: str) -> str:
    """The quality of all plans as open data.

    Args:
        held: every office with its plans.
        proofs: what the site proves of itself.
        english: gives the English that there is.
        site_url: where addresses begin.
    """
    record = QualityRecord(
        version=VERSION,
        offices=tuple(_office(each, english, site_url) for each in held),
        proofs=tuple(_proof(each, site_url) for each in proofs),
    )
    return record.model_dump_json(by_alias=True, exclude_none=True, indent=1)


def _proof(proof: Proof, site_url: str) -> ProofRecord:
    return ProofRecord(
        key=proof.key,
        passed=proof.passed,
        total=proof.total,
        percent=proof.percent,
        date=proof.date.iso if proof.date else None,
        url=addresses.absolute(site_url, proof.path),
        places=tuple(addresses.absolute(site_url, each) for each in proof.places),
    )


def _office(held: OfficePlans, english: Edition, site_url: str) -> OfficeQualityRecord:
    office = held.office
    return OfficeQualityRecord(
        office=office.id,
        office_name=in_both(office.name, english.office_name(office)),
        url=addresses.absolute(site_url, addresses.office(office.id)),
        plans=tuple(_plan(held, plan, english, site_url) for plan in held.plans),
    )


def _plan(held: OfficePlans, plan: PlanSummary, english: Edition, site_url: str) -> PlanQualityRecord:
    changed = held.changed.get(plan.roc_year)
    return PlanQualityRecord(
        year=plan.roc_year,
        gregorian_year=gregorian_year(plan.roc_year),
        title=in_both(plan.title, english.text(plan.title, plan.office)),
        url=addresses.absolute(site_url, addresses.plan(plan.office, plan.roc_year)),
        changed=changed.isoformat() if changed else None,
        measures=plan.measures,
        measures_with_department=plan.with_who,
        measures_with_period=plan.with_when,
        unsure=plan.unsure,
        transcription_notes=plan.notes,
        translations={tag: TranslationRecord(**coverage.record()) for tag, coverage in plan.coverage.items()},
        documents=tuple(_document(plan, file, site_url) for file in held.files[plan.roc_year].sizes),
        until=plan.until,
        gregorian_until=gregorian_year(plan.until) if plan.until else None,
    )


def _document(plan: PlanSummary, file: DocumentFile, site_url: str) -> DocumentRecord:
    url = addresses.absolute(site_url, file.path(plan.office, plan.roc_year))
    return DocumentRecord(kind=file.kind, language=file.tag, url=url)
