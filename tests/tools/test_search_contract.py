import json

import pytest

from planpress.tools.search_contract import CONTRACT, generate


def test_the_module_is_current(pytestconfig: pytest.Config) -> None:
    written = (pytestconfig.rootpath / CONTRACT).read_text("utf-8")
    assert written == generate(), "run python -m planpress.tools.search_contract"


def test_the_kinds_stand_in_the_order_of_results_with_their_names() -> None:
    values = dict(
        line.removeprefix("export const ").removesuffix(";").split(" = ")
        for line in generate().splitlines()
        if line.startswith("export ")
    )
    letters, names = json.loads(values["KINDS"]), json.loads(values["KIND_NAMES"])
    assert dict(zip(letters, names, strict=True)) == {
        **{"p": "plan", "o": "office", "h": "heading", "m": "measure"},
        **{"w": "page", "r": "result", "t": "text", "f": "file", "n": "note"},
    }
    assert names[json.loads(values["FILE"])] == "file"
    assert letters == letters.lower(), "capitals are for what is not translated"


@pytest.mark.parametrize(
    "line",
    [
        " * @property {string} path Without language: `kinmen/114/`.",
        " * @property {number[]} groups",
        " * @property {number[][][]} together Departments: who is named, and where that is 各部門 or 第一組至第七組, who has a part.",
        " * @property {[string, string][]} periods The kind of each, and the plan's own words.",
        " * @property {PageRecord[]} pages",
    ],
)
def test_the_form_of_the_index_is_told_to_the_checker_of_types(line: str) -> None:
    assert line in generate().splitlines()
