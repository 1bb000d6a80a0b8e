"""JSON Schema of the files that editors write, for the YAML extension of their editor.

``python -m planpress.schema`` writes them into ``schema/``; a test holds that they are current.
"""

import json
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from planpress.source.shapes import OfficeFile, OrganisationsFile, PlanFile

SCHEMAS: Final[dict[str, type[BaseModel]]] = {
    "plan.json": PlanFile,
    "office.json": OfficeFile,
    "organisations.json": OrganisationsFile,
}
"""File names in ``schema/`` and what they describe."""


class _Generator(GenerateJsonSchema):
    """Schemas of YAML as it is typed: ``hotline: 1910`` is a text to us, a number to an editor."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        described = super().str_schema(schema)
        if "pattern" not in described:
            described["type"] = ["string", "number"]
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


def generate(name: str) -> str:
    """The text of one schema file."""
    schema: dict[str, Any] = SCHEMAS[name].model_json_schema(schema_generator=_Generator)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write every schema."""
    folder = Path("schema")
    folder.mkdir(exist_ok=True)
    for name in SCHEMAS:
        (folder / name).write_text(generate(name), encoding="utf-8")


if __name__ == "__main__":
    main()
