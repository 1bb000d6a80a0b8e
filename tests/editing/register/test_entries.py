from hypothesis import given
from hypothesis import strategies as st

from planpress.editing.register.entries import entries_of, from_json
from planpress.editing.register.fields import FIELDS, is_same_value, typed

NAMES = st.sampled_from(["m-1-1", "m-1-2", "總機", "總機/接聽", "#2", ""])
PARTS = st.fixed_dictionaries({}, optional={"of": NAMES, "criterion": NAMES, "score": st.just("9"), "note": st.text()})
ROWS = st.builds(lambda row, parts: {**row, "parts": parts}, PARTS, st.lists(PARTS, max_size=3))


@given(st.lists(ROWS, max_size=6))
def test_every_entry_has_an_address_of_its_own_and_survives_the_hidden_sheet(rows: list[dict[str, object]]) -> None:
    entries = entries_of({"kind": "自行考核", "rows": rows})  # type: ignore[dict-item]
    addresses = [row.address for row in entries.rows]
    assert len({*addresses}) == len(addresses) >= len(rows)
    back = from_json(entries.as_json())
    assert back is not None
    assert [(row.address, row.of, row.values) for row in back.rows] == [
        (row.address, row.of, row.values) for row in entries.rows
    ]


@given(st.text())
def test_what_is_no_record_is_none(text: str) -> None:
    assert from_json(text) is None


@given(st.sampled_from(FIELDS), st.text(max_size=30))
def test_what_was_understood_once_is_understood_as_the_same_again(key: str, text: str) -> None:
    once = typed(key, text)
    assert is_same_value(key, typed(key, once), once)
