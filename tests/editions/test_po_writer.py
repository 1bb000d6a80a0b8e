import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.catalogue import Catalogue, Entry, Reference
from planpress.editions.po_writer import new_catalogue, written
from tests.catalogues import SAMPLE, catalogue_of


def test_what_is_written_is_what_gettext_writes() -> None:
    assert written(catalogue_of(SAMPLE)) == SAMPLE.replace(
        "plan.yml:2 offices/sample/115", "plan.yml:2\n#: offices/sample/115"
    ).replace('msgid ""\n#| "推廣紙本"\n#| "帳單。"', 'msgid "推廣紙本帳單。"').replace(
        '""\n#~ "later "\n#~ "on"', '"later on"'
    )


def test_long_texts_are_wrapped_at_blanks_and_short_ones_are_not() -> None:
    catalogue = Catalogue(Entry(""), (Entry("甲" * 200, (f"{'word ' * 19}and then some more words",)),))
    lines = written(catalogue).splitlines()
    assert lines[3:] == [
        f'msgid "{"甲" * 200}"',
        'msgstr ""',
        f'"{"word " * 19}"',
        '"and then some more words"',
    ]
    assert catalogue_of(written(catalogue)) == catalogue


TEXT = st.text(st.sampled_from('甲乙 a"\\n\n\t#~|:,fmsgid'), max_size=12)
LINE = (
    st.text(st.sampled_from("甲a #~|:,"), max_size=6)
    .map(str.strip)
    .filter(lambda text: text[:1] not in tuple("#~|:,."))
)
ENTRY = st.builds(
    Entry,
    msgid=TEXT.filter(str.strip),
    strings=TEXT.map(lambda text: (text,)),
    context=st.none() | TEXT,
    references=st.lists(
        st.builds(Reference, st.sampled_from(["offices/a/1/plan.yml", "b"]), st.integers(0, 99)), max_size=3
    ).map(tuple),
    flags=st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")]),
    comments=st.lists(LINE, max_size=2).map(tuple),
    previous=st.none() | TEXT,
)


@given(st.lists(ENTRY, max_size=4, unique_by=lambda entry: entry.key), st.lists(ENTRY, max_size=3))
def test_a_catalogue_comes_back_as_it_was(entries: list[Entry], obsolete: list[Entry]) -> None:
    gone = tuple(
        Entry(each.msgid, each.strings, each.context, flags=each.flags, previous=each.previous) for each in obsolete
    )
    catalogue = Catalogue(Entry("", ("Language: en\n",)), tuple(entries), gone)
    assert catalogue_of(written(catalogue)) == catalogue


@pytest.mark.parametrize(
    ("tag", "plural"),
    [("ja", "nplurals=1; plural=0;"), ("id", "nplurals=2; plural=(n != 1);"), ("x-klingon", "nplurals=1; plural=0;")],
)
def test_a_new_catalogue_knows_its_language(tag: str, plural: str) -> None:
    header = new_catalogue(tag, "A comment").header
    assert f"Plural-Forms: {plural}\n" in header.string
    assert f"Language: {tag.replace('-', '_')}\n" in header.string
    assert header.comments == ("A comment",)


def gettext_file() -> bytes:
    parsed = catalogue_of(SAMPLE)
    return written(Catalogue(new_catalogue("en").header, parsed.entries, parsed.obsolete)).encode()


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")
def test_gettext_reads_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "plans.po"
    path.write_bytes(gettext_file())
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True, capture_output=True)
