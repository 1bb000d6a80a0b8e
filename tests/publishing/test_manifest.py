import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.publishing.manifest import Manifest, Origin, following, is_digested, sources
from tests.publishing.sites import NOW, URL

PATHS = st.sampled_from(["a.html", "b/index.html", "assets/x-0123abcd.css", "search/en-0123abcd.json", "robots.txt"])
FILES = st.dictionaries(PATHS, st.sampled_from(["a" * 64, "b" * 64, "c" * 64]))


def release(files: dict[str, str], *earlier: Manifest) -> Manifest:
    return following(files, URL, Origin(made=NOW, commit="abcdef0", is_changed=True), earlier)


@given(st.lists(FILES, max_size=4))
def test_a_manifest_is_read_as_it_was_written_and_every_file_has_one_source(versions: list[dict[str, str]]) -> None:
    earlier: list[Manifest] = []
    for files in versions:
        made = release(files, *earlier)
        assert Manifest.read(made.as_json()) == made
        found = sources(made, earlier)
        assert {*found.held, *found.new} == set(made.digests) and not {*found.held} & {*found.new}
        held = {each.number: each.digests for each in earlier}
        assert all(held[number][old] == made.digests[path] for path, (number, old) in found.held.items())
        assert files.items() <= made.digests.items()
        earlier.append(made)


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a/../../x", "", ".", "a//b", "C:/x", "a\\b", "a\nb", "a\tb", "x" * 2000, ".planpress.json"]
)
def test_a_manifest_that_leads_out_of_its_folder_is_none(path: str) -> None:
    good = json.loads(release({"index.html": "a" * 64}).as_json())
    assert Manifest.read(json.dumps(good).encode())
    for key in ("files", "carried"):
        entry = "a" * 64 if key == "files" else {"digest": "a" * 64, "until": "2025-06-01T00:00:00Z"}
        assert Manifest.read(json.dumps(good | {key: {path: entry}}).encode()) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"number": 1}', b"\xff", b"[" * 100_000])
def test_what_is_no_manifest_is_none(content: bytes) -> None:
    assert Manifest.read(content) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("assets/planpress-3998a271.css", True),
        ("assets/search-5e78dc7d/hits.js", True),
        ("search/en-105-cf1671a6.json", True),
        ("search/index.html", False),
        ("assets/search/hits.js", False),
        ("index.html", False),
    ],
)
def test_what_carries_a_digest_in_its_name(path: str, expected: bool) -> None:
    assert is_digested(path) is expected


def test_search_files_with_the_words_of_a_withdrawn_plan_do_not_stay() -> None:
    before = {"a/114/index.html": "a" * 64, "a/114/plan.json": "b" * 64, "search/en-0123abcd.json": "c" * 64}
    style = {"assets/x-0123abcd.css": "d" * 64}
    first = release(before | style)
    assert {*release({}, first).carried} == {"search/en-0123abcd.json", *style}
    second = release({"a/114/index.html": "e" * 64}, first)
    assert {*second.carried} == {*style}
    assert {*release({"a/114/index.html": "e" * 64}, first, second).carried} == {*style}
