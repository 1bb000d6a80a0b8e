from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from planpress.artifacts.artifact import Artifact, Keys
from planpress.model import Office
from planpress.model.document_files import DocumentFile, DocumentKind, PlanFiles
from tests.written import office


def make(shop: object, *arguments: object) -> str:
    return repr(arguments)


def other(shop: object, *arguments: object) -> str:
    return repr(arguments)


def key(*arguments: object, of: Callable[..., str] = make, base: str = "base", path: str = "index.html") -> str:
    return Keys(base).of(Artifact(path, of, arguments))


@dataclass(frozen=True)
class Pair:
    first: object
    second: object


OFFICE = office("name: 示範處\ndepartments: [{name: 業務組}]")
FILES = PlanFiles({DocumentFile(DocumentKind.PDF, "en"): 3}, 4)


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("a", "b"),
        ("1", 1),
        (None, "None"),
        (True, "True"),
        (date(2025, 1, 1), date(2025, 1, 2)),
        (("a", "b"), ("b", "a")),
        (Pair("a", ("b",)), Pair("a", ("c",))),
        (OFFICE, OFFICE.model_copy(update={"en": "Sample Office"})),
        (FILES, replace(FILES, data_size=5)),
        (FILES, PlanFiles({DocumentFile(DocumentKind.ODT, "en"): 3}, 4)),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),  # a mapping is shown in its order
        (make, other),
    ],
)
def test_a_key_tells_arguments_apart(one: object, another: object) -> None:
    assert key(one) == key(one)
    assert key(one) != key(another)
    assert key("x", one) != key("x", another)


def test_equal_values_have_one_key_wherever_they_are_made() -> None:
    again = Office.model_validate(OFFICE.model_dump())
    assert again is not OFFICE
    assert key(OFFICE) == key(again)


def test_a_key_goes_by_path_function_and_base_too() -> None:
    assert len({key("a"), key("a", of=other), key("a", base="other"), key("a", path="a.html"), key("a", "a")}) == 5


@pytest.mark.parametrize("value", [{1, 2}, object(), lambda: 1, Pair("a", {1}), ("a", {"b": {1}}), frozenset({1})])
def test_what_is_not_known_to_be_frozen_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        key(value)


def test_a_function_that_knows_more_than_its_arguments_is_refused() -> None:
    hidden = "a"

    def closure(shop: object) -> str:
        return hidden

    with pytest.raises(TypeError):
        key(of=closure)


def test_a_value_is_read_once_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    dump = Office.model_dump

    def counted(self: Office, **options: Any) -> dict[str, Any]:
        read.append(self)
        return dump(self, **options)

    monkeypatch.setattr(Office, "model_dump", counted)
    keys = Keys("base")
    for arguments in ((OFFICE,), ((OFFICE, 1),), ({"a": OFFICE},), (OFFICE,)):
        keys.of(Artifact("a.html", make, arguments))
    assert read == [OFFICE]
