import json
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from planpress.data.quality import quality_json
from planpress.editions.edition import Edition
from planpress.editions.memory import Memory
from planpress.model.dates import RocDate
from planpress.model.document_files import DocumentFile, DocumentKind, PlanFiles
from planpress.model.language import EN
from planpress.model.proof import Proof, ProofKey
from planpress.overview.coverage import Coverage
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import summarise
from planpress.tools.schema import data_schema
from tests.written import office, plan

ROOT = Path(__file__).parents[2]
SITE = "https://plans.example/sub/"
ENGLISH = Edition(EN, Memory({(None, "示範處114年度服務計畫"): "Sample plan"}))
OFFICE = office("name: 示範處\nen: Sample Office\ndepartments: [{name: 業務組}]")
PLAN = plan(
    """
    transcription_notes: [照錄。, 已併列。]
    sections:
      - heading: 壹、作法
        rows:
          - {do: 1. 設置座椅。, who: 業務組, when: 隨時辦理, unsure: 部門或有誤}
          - {do: 2. 到府服務。, when: 隨時辦理}
          - {item: 甲. 送件。, unsure: 期間或有誤}
          - do: 3. 試辦。
          - {item: 甲. 先行。, who: 業務組}
    """
)
PDF = DocumentFile(DocumentKind.PDF, "en")
COVERAGE = {"en": Coverage(translated=3, stale=2, missing=1, characters=17)}
PROOFS = [
    Proof(
        key=ProofKey.LINKS, passed=9, total=10, date=RocDate(115, 11, 26), path="quality/links/", places=("en/about/",)
    )
]
HELD = OfficePlans(OFFICE, (summarise(PLAN, COVERAGE),), {114: PlanFiles({PDF: 1000}, 1234)}, {114: date(2025, 2, 3)})


def data(*held: OfficePlans) -> Any:
    return json.loads(quality_json(held, PROOFS, ENGLISH, SITE))


def test_everything_that_is_counted_is_there() -> None:
    assert data(HELD) == {
        "schema": "planpress/quality/1",
        "offices": [
            {
                "office": "sample",
                "office_name": {"zh-Hant": "示範處", "en": "Sample Office"},
                "url": "https://plans.example/sub/sample/",
                "plans": [
                    {
                        "year": 114,
                        "gregorian_year": 2025,
                        "title": {"zh-Hant": "示範處114年度服務計畫", "en": "Sample plan"},
                        "url": "https://plans.example/sub/sample/114/",
                        "changed": "2025-02-03",
                        "measures": 3,
                        "measures_with_department": 2,
                        "measures_with_period": 2,
                        "unsure": 2,
                        "transcription_notes": 2,
                        "translations": {
                            "en": {"translated": 3, "stale": 2, "missing": 1, "characters_left": 17, "percent": 50}
                        },
                        "documents": [
                            {
                                "kind": "pdf",
                                "language": "en",
                                "url": "https://plans.example/sub/sample/114/files/sample-114-plan.en.pdf",
                            }
                        ],
                    }
                ],
            }
        ],
        "proofs": [
            {
                "key": "links",
                "passed": 9,
                "total": 10,
                "percent": 90,
                "date": "2026-11-26",
                "url": "https://plans.example/sub/quality/links/",
                "places": ["https://plans.example/sub/en/about/"],
            }
        ],
    }


def test_what_is_unknown_is_left_out() -> None:
    bare = OfficePlans(OFFICE.model_copy(update={"en": None}), HELD.plans, {114: PlanFiles({}, 1234)})
    [found] = data(bare)["offices"]
    assert found["office_name"] == {"zh-Hant": "示範處"}
    assert "changed" not in found["plans"][0]
    assert found["plans"][0]["documents"] == []


def test_it_is_valid_by_its_schema_and_the_schema_is_written() -> None:
    schema = json.loads(data_schema("quality-data.json"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(data(HELD))) == []
    written = (ROOT / "schema" / "quality-data.json").read_text("utf-8")
    assert written == data_schema("quality-data.json"), "run python -m planpress.tools.schema"
