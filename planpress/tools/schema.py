"""JSON Schema of the files that editors write, for the YAML extension of their editor, and of the open data.

``python -m planpress.tools.schema`` writes them into ``schema/``; a test holds that they are current.
"""

import ast
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from planpress.data import plan_records, quality, results
from planpress.documents import dataset_records
from planpress.model import checked_link
from planpress.publishing.targets import PlacesFile
from planpress.source.shapes.clause_shapes import ClausesFile
from planpress.source.shapes.content_shapes import (
    AccessibilityFile,
    GlossaryFile,
    RedirectsFile,
    ServicesFile,
    SynonymsFile,
    TopicsFile,
)
from planpress.source.shapes.disclosure_shapes import DisclosureFile
from planpress.source.shapes.form_shapes import FormsFile
from planpress.source.shapes.link_shapes import LinksFile
from planpress.source.shapes.office_shapes import FactEntry, OfficeFile, OrganisationsFile
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.shapes.record_shapes import ChangesFile
from planpress.source.shapes.result_shapes import AssessmentFile, IndicatorsFile, SatisfactionFile
from planpress.source.shapes.review_shapes import ReviewsFile

SCHEMAS: Final[dict[str, type[BaseModel]]] = {
    "plan.json": PlanFile,
    "changes.json": ChangesFile,
    "office.json": OfficeFile,
    "organisations.json": OrganisationsFile,
    "topics.json": TopicsFile,
    "services.json": ServicesFile,
    "synonyms.json": SynonymsFile,
    "glossary.json": GlossaryFile,
    "accessibility.json": AccessibilityFile,
    "redirects.json": RedirectsFile,
    "assessment.json": AssessmentFile,
    "clauses.json": ClausesFile,
    "disclosure.json": DisclosureFile,
    "satisfaction.json": SatisfactionFile,
    "indicators.json": IndicatorsFile,
    "publish.json": PlacesFile,
    "links.json": LinksFile,
    "reviews.json": ReviewsFile,
    "forms.json": FormsFile,
}
"""File names in ``schema/`` and what they describe."""

DATA_SCHEMAS: Final[dict[str, tuple[type[BaseModel], str]]] = {
    "plan-data.json": (plan_records.PlanRecord, plan_records.VERSION),
    "quality-data.json": (quality.QualityRecord, quality.VERSION),
    "links-data.json": (checked_link.CheckedLinks, checked_link.VERSION),
    "results-data.json": (results.ResultsRecord, results.VERSION),
    "datasets-data.json": (dataset_records.DatasetsRecord, dataset_records.VERSION),
}
"""What describes the open data of a site, with the versions of the formats."""


def attribute_docstrings(model: type) -> Iterator[tuple[str, str]]:
    """The text below each attribute of a model, by its name; that of the model itself comes after its parents'.

    pydantic could read them too (``use_attribute_docstrings``), at every start of the program.
    """
    for each in reversed(model.__mro__):
        if each.__module__.startswith("planpress.") and each.__name__.isidentifier():  # no RootModel[…] of pydantic
            (definition,) = ast.parse(dedent(inspect.getsource(each))).body
            assert isinstance(definition, ast.ClassDef)
            for attribute, text in pairwise(definition.body):
                match attribute, text:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                        yield name, inspect.cleandoc(said)


class _Described(GenerateJsonSchema):
    """Schemas whose keys say what their attributes' docstrings say."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        described = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, text in dict(attribute_docstrings(model)).items():
            field = model.model_fields[name]
            for key in {name, field.alias, field.serialization_alias}:
                if key in described.get("properties", {}):
                    described["properties"][key].setdefault("description", text)
        return described


class _OfFiles(_Described):
    """Schemas of YAML as it is typed: ``hotline: 1910`` is a text to us, a number to an editor."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        described = super().str_schema(schema)
        if "pattern" not in described:
            described["type"] = ["string", "number"]
        return described

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        described = super().model_schema(schema)
        if schema["cls"] is FactEntry:  # which may be its value alone
            described |= {"type": ["string", "number", "object"], "minLength": 1}
        return described

    def field_title_should_be_set(self, schema: object) -> bool:
        return False  # "Sha256" says no more than the key itself

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        # A key that is left out is no null, and YAML's null is an empty text to us.
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        described = super().default_schema(schema)
        if described.get("default", ...) in (None, [], {}):
            del described["default"]
        return described


class _OfData(_Described):
    """A field that may be None is one that may be left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def data_schema(name: str) -> str:
    """The text of one schema file of open data."""
    record, version = DATA_SCHEMAS[name]
    schema = record.model_json_schema(by_alias=True, mode="serialization", schema_generator=_OfData)
    schema = {"$schema": _OfData.schema_dialect, "$id": version, **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_text(name: str) -> str:
    """The text of one schema file."""
    schema: dict[str, Any] = SCHEMAS[name].model_json_schema(schema_generator=_OfFiles)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write every schema."""
    folder = Path("schema")
    folder.mkdir(exist_ok=True)
    for name in SCHEMAS:
        (folder / name).write_text(schema_text(name), encoding="utf-8")
    for name in DATA_SCHEMAS:
        (folder / name).write_text(data_schema(name), encoding="utf-8")


if __name__ == "__main__":
    main()
