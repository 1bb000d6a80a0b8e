"""``data/datasets.jsonld``: the data sets of a site in DCAT (W3C), from the same records as ``data/datasets.json``.

It keeps to DCAT-AP 3.0.1 (SEMIC), the profile that portals check: what stands for a thing is a thing with its class,
not a word; media types are IANA's, languages and frequencies those of the EU's tables where these have them.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from planpress import addresses
from planpress.documents.dataset_records import Columns, DatasetRecord, ResourceRecord, dataset_records
from planpress.editions.edition import Edition
from planpress.editions.voice import voice_of
from planpress.model.classification import SERVICE_CLASSES
from planpress.model.language import AUTHORITATIVE, EN
from planpress.model.review import rhythm
from planpress.overview.datasets import Dataset
from planpress.settings import SiteFacts

_ADDRESS: Final = {"@type": "@id"}
_DAY: Final = {"@type": "http://www.w3.org/2001/XMLSchema#date"}
_CHINESE: Final = {"@language": AUTHORITATIVE.tag}
_CONTEXT: Final[Mapping[str, str | Mapping[str, str]]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "dct:title": _CHINESE,
    "dct:description": _CHINESE,
    "skos:prefLabel": _CHINESE,
    "dcat:accessURL": _ADDRESS,
    "dcat:downloadURL": _ADDRESS,
    "vcard:hasEmail": _ADDRESS,
    "vcard:hasTelephone": _ADDRESS,
    "dct:modified": _DAY,
    "dcat:startDate": _DAY,
    "dcat:endDate": _DAY,
}
"""What DCAT wants as an address or a day, and would else be read as words."""

_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
_LANGUAGES: Final = {AUTHORITATIVE.tag: f"{_AUTHORITY}language/ZHO", EN.tag: f"{_AUTHORITY}language/ENG"}
_FREQUENCIES: Final = {
    "P1Y": "ANNUAL",
    "P6M": "ANNUAL_2",
    "P3M": "QUARTERLY",
    "P1M": "MONTHLY",
    "P1W": "WEEKLY",
    "P1D": "DAILY",
}
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
_NOT_REGISTERED: Final = "application/jsonl"
"""IANA has no such media type: it is a format that has a name."""

_Node = dict[str, Any]


def datasets_linked(
    offered: Sequence[Dataset], columns: Columns, facts: SiteFacts, editions: Mapping[str, Edition]
) -> str:
    """The descriptions of all data sets.

    Args:
        offered: what the site gives.
        columns: of each.
        facts: in whose name, and where it is.
        editions: by language tag.
    """
    page = addresses.absolute(facts.site_url, addresses.DATA)
    voice = voice_of(facts, editions[AUTHORITATIVE.tag])
    graph = {
        "@context": _CONTEXT,
        "@id": page,
        "@type": "dcat:Catalog",
        "dct:title": voice.site.value,
        "dct:description": facts.description.get(AUTHORITATIVE.tag, voice.site.value),
        "dct:publisher": _agent(voice.publisher.value),
        "foaf:homepage": _document(facts.site_url),
        "dcat:dataset": [_dataset(each, page) for each in dataset_records(offered, columns, facts, editions)],
    }
    return json.dumps(graph, ensure_ascii=False, indent=1)


def _dataset(record: DatasetRecord, page: str) -> _Node:
    return _known(
        {
            "@id": record.landingPage,
            "@type": "dcat:Dataset",
            "dct:identifier": record.identifier,
            "dct:title": record.title,
            "dct:description": record.description,
            "dct:publisher": _agent(record.publisher) if record.publisher else None,
            "dct:accrualPeriodicity": _frequency(record.accrualPeriodicity) if record.accrualPeriodicity else None,
            "dct:license": _licence(record),
            "dct:modified": record.modified,
            "dct:language": [_language(tag) for tag in record.language],
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": record.temporalCoverageFrom,
                "dcat:endDate": record.temporalCoverageTo,
            },
            "dcat:theme": _theme(record.categoryCode, page) if record.categoryCode else None,
            "dcat:landingPage": _document(record.landingPage),
            "dcat:contactPoint": _contact(record),
            "dcat:distribution": [_distribution(each, record) for each in record.distribution],
        }
    )


def _distribution(resource: ResourceRecord, record: DatasetRecord) -> _Node:
    is_registered = resource.mediaType != _NOT_REGISTERED
    return _known(
        {
            "@id": resource.downloadURL,
            "@type": "dcat:Distribution",
            "dct:identifier": resource.resourceID,
            "dct:description": resource.resourceDescription,
            "dct:license": _licence(record),
            "dct:language": _language(resource.language),
            "dcat:accessURL": resource.downloadURL,
            "dcat:downloadURL": resource.downloadURL,
            "dcat:mediaType": _thing(f"{_MEDIA_TYPES}{resource.mediaType}", "dct:MediaType") if is_registered else None,
            "dct:format": None if is_registered else _called("dct:MediaTypeOrExtent", resource.mediaType),
        }
    )


def _contact(record: DatasetRecord) -> _Node | None:
    telephone, email = record.publisherContactPhone, record.publisherContactEmail
    ways = _known(
        {
            "vcard:fn": record.publisherContactName,
            "vcard:hasTelephone": addresses.telephone(telephone) if telephone else None,
            "vcard:hasEmail": f"mailto:{email}" if email else None,
        }
    )
    return {"@type": ["vcard:Kind", "vcard:Organization"], **ways} if ways else None


def _theme(code: str, page: str) -> _Node:
    """A class of 服務分類, which nobody has given an address: it has one below the page that says so."""
    known = SERVICE_CLASSES.get(code)
    scheme = {"@id": f"{page}#services", "@type": "skos:ConceptScheme", "dct:title": "服務分類"}
    return _known(
        {
            "@id": f"{page}#service-{code}",
            "@type": "skos:Concept",
            "skos:notation": code,
            "skos:prefLabel": known.name if known else code,
            "skos:inScheme": scheme,
        }
    )


def _frequency(words: str) -> _Node:
    known = _FREQUENCIES.get(rhythm(words) or "")
    kind = _called("dct:Frequency", words)
    return {"@id": f"{_AUTHORITY}frequency/{known}", **kind} if known else kind


def _language(tag: str) -> _Node:
    known = _LANGUAGES.get(tag)
    return _thing(known, "dct:LinguisticSystem") if known else _called("dct:LinguisticSystem", tag)


def _licence(record: DatasetRecord) -> _Node | None:
    return _thing(record.licenseURL, "dct:LicenseDocument") if record.licenseURL else None


def _agent(name: str) -> _Node:
    return {"@type": "foaf:Agent", "foaf:name": name}


def _document(address: str) -> _Node:
    return _thing(address, "foaf:Document")


def _thing(address: str, kind: str) -> _Node:
    return {"@id": address, "@type": kind}


def _called(kind: str, name: str) -> _Node:
    return {"@type": kind, "rdfs:label": name}


def _known(values: Mapping[str, Any]) -> _Node:
    return {name: value for name, value in values.items() if value is not None}
