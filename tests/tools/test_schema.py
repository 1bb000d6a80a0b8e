import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from planpress.problems.catalogue import Context, codes
from planpress.tools import schema


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor's extension reads it: numbers and booleans, but no dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(name: str, text: str) -> list[str]:
    validator = Draft202012Validator(json.loads(schema.schema_text(name)))
    return [error.json_path for error in validator.iter_errors(yaml.load(text, EditorLoader))]


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_the_files_are_current(name: str, pytestconfig: pytest.Config) -> None:
    written = (pytestconfig.rootpath / "schema" / name).read_text("utf-8")
    assert written == schema.schema_text(name), "run python -m planpress.tools.schema"


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_they_are_schemas_and_every_key_is_described(name: str) -> None:
    generated = json.loads(schema.schema_text(name))
    Draft202012Validator.check_schema(generated)
    for definition in [generated, *generated["$defs"].values()]:
        if definition["type"] == "object":
            assert definition["description"] and definition["additionalProperties"] is False
        for key, value in definition.get("properties", {}).items():
            assert value.get("description"), key


@pytest.mark.parametrize("folder", [".", "tests/fixtures"])
def test_every_file_that_is_there_is_valid_and_names_its_schema(folder: str, pytestconfig: pytest.Config) -> None:
    root = pytestconfig.rootpath / folder / "offices"
    files = [*root.glob("*/*/plan.yml"), *root.glob("*/office.yml"), *root.glob("organisations.yml")]
    files += root.parent.glob("content/topics.yml")
    assert len(files) >= 3
    for file in files:
        text = file.read_text("utf-8")
        assert (file, errors(f"{file.stem}.json", text)) == (file, [])
        target = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / target).resolve() == pytestconfig.rootpath / "schema" / f"{file.stem}.json"


def test_results_of_the_example_are_valid_and_name_their_schemas(pytestconfig: pytest.Config) -> None:
    root = pytestconfig.rootpath / "examples" / "offices"
    kinds = {"assessment.json": "*/*/assessments/*.yml", "satisfaction.json": "*/satisfaction.yml"}
    kinds |= {"indicators.json": "*/indicators.yml", "redirects.json": "../content/redirects.yml"}
    for name, pattern in kinds.items():
        found = list(root.glob(pattern))
        assert found
        for file in found:
            text = file.read_text("utf-8")
            assert (file, errors(name, text)) == (file, [])
            target = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
            assert (file.parent / target).resolve() == pytestconfig.rootpath / "schema" / name


PLAN = """
title: 2025
columns: {groups: [1, 面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
adopted: 114-01-14
sections:
  - rows:
      - do: 1
        when: 2
        sic: true
        target: {figure: 95.5}
"""


def test_texts_may_be_written_bare() -> None:
    assert errors("plan.json", PLAN) == []
    assert errors("office.json", "name: 甲\norganisation: a\ndepartments: [{name: 乙}]\ncontact: {hotline: 1910}") == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title: 2025", "titel: 2025", ["$", "$"]),
        ("sic: true", "sic: 是", ["$.sections[0].rows[0].sic"]),
        ("adopted: 114-01-14", "adopted: 114年1月14日", ["$.adopted"]),
        ("- do: 1", "- who: 1", ["$.sections[0].rows[0]"]),
        ("- do: 1", "- do: 1\n        h1: 二", ["$.sections[0].rows[0]"]),
        ("when: 2", "when:", ["$.sections[0].rows[0].when"]),
        ("when: 2", "id: 2", ["$.sections[0].rows[0].id"]),
        ("rows:", "rows: {}\n  - rows:", ["$.sections[0].rows"]),
        ("when: 2", "status: 3", ["$.sections[0].rows[0]"]),
    ],
)
def test_what_is_wrong_is_underlined(old: str, new: str, where: list[str]) -> None:
    assert sorted(errors("plan.json", PLAN.replace(old, new, 1))) == where


def test_organisations_have_keys_of_the_right_form() -> None:
    assert errors("organisations.json", "a-1: {name: 甲}") == []
    assert errors("organisations.json", "甲: {name: 甲}") == ["$"]


@pytest.mark.parametrize(
    "code", [code for code, entry in codes().items() if entry.example.context is Context.ORGANISATIONS]
)
def test_right_examples_are_valid_in_an_editor(code: str) -> None:
    example: dict[str, Any] = yaml.load(codes()[code].example.right, EditorLoader)
    assert errors("organisations.json", yaml.dump(example, allow_unicode=True)) == []
