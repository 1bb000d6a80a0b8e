import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.memory import read_catalogue
from planpress.translating.catalogue import Catalogue, Entry, Reference, new_catalogue, parse_catalogue, written

PO = r"""# Translators of the sample
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=UTF-8\n"

# keep it short
#. a note
#: offices/sample/114/plan.yml:2 offices/sample/115/plan.yml
#: offices/other/114/plan.yml:9
#, fuzzy, no-wrap
#| msgctxt "other"
#| msgid ""
#| "推廣紙本"
#| "帳單。"
msgctxt "sample"
msgid "推廣電子帳單。"
msgstr ""
"Promote \"paper\" bills,\n"
"and nothing else."

msgid "到府服務"
msgstr ""

msgid "項"
msgid_plural "項"
msgstr[0] "one"
msgstr[1] "many"

# long gone
#, fuzzy
#~| msgid "先前"
#~ msgctxt "sample"
#~ msgid "後來"
#~ msgstr ""
#~ "later "
#~ "on"
"""


def test_everything_in_a_file_is_read() -> None:
    catalogue = parse_catalogue(PO)
    assert catalogue.header.comments == ("Translators of the sample",)
    assert catalogue.header.string == "Language: en\nContent-Type: text/plain; charset=UTF-8\n"
    assert catalogue.entries == (
        Entry(
            "推廣電子帳單。",
            ('Promote "paper" bills,\nand nothing else.',),
            context="sample",
            references=(
                Reference("offices/sample/114/plan.yml", 2),
                Reference("offices/sample/115/plan.yml", 0),
                Reference("offices/other/114/plan.yml", 9),
            ),
            flags=("fuzzy", "no-wrap"),
            comments=("keep it short",),
            notes=("a note",),
            previous="推廣紙本帳單。",
            previous_context="other",
        ),
        Entry("到府服務"),
        Entry("項", ("one", "many"), plural="項"),
    )
    assert catalogue.obsolete == (
        Entry(
            "後來", ("later on",), context="sample", flags=("fuzzy",), comments=("long gone",), previous="先前"
        ),
    )  # fmt: skip


def test_what_is_written_is_what_gettext_writes() -> None:
    assert written(parse_catalogue(PO)) == PO.replace(
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
    assert parse_catalogue(written(catalogue)) == catalogue


TEXT = st.text(st.sampled_from('甲乙 a"\\n\n\t#~|:,fmsgid'), max_size=12)
LINE = (
    st.text(st.sampled_from("甲a #~|:,"), max_size=6)
    .map(str.strip)
    .filter(lambda text: text[:1] not in tuple("#~|:,."))
)
ENTRY = st.builds(
    Entry,
    msgid=TEXT.filter(bool),
    strings=TEXT.map(lambda text: (text,)),
    context=st.none() | TEXT,
    references=st.lists(
        st.builds(Reference, st.sampled_from(["offices/a/1/plan.yml", "b"]), st.integers(0, 99)), max_size=3
    ).map(tuple),
    flags=st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")]),
    comments=st.lists(LINE, max_size=2).map(tuple),
    previous=st.none() | TEXT,
)


@given(st.lists(ENTRY, max_size=4), st.lists(ENTRY, max_size=3))
def test_a_catalogue_comes_back_as_it_was(entries: list[Entry], obsolete: list[Entry]) -> None:
    gone = tuple(
        Entry(each.msgid, each.strings, each.context, flags=each.flags, previous=each.previous) for each in obsolete
    )
    catalogue = Catalogue(Entry("", ("Language: en\n",)), tuple(entries), gone)
    assert parse_catalogue(written(catalogue)) == catalogue


@given(st.text())
def test_no_text_at_all_raises(content: str) -> None:
    parse_catalogue(content)


def test_a_byte_order_mark_and_windows_lines_are_harmless() -> None:
    [entry] = parse_catalogue('\ufeffmsgid "甲"\r\nmsgstr "A"\r\n').entries
    assert (entry.msgid, entry.string, entry.pieces[0][0].line) == ("甲", "A", 2)


def test_a_translation_has_its_place_also_behind_escapes_and_on_later_lines() -> None:
    content = 'msgid "甲"\nmsgstr ""\n"a \\"b\\" \\n"\n  "cd 3 e"\n'
    [entry] = parse_catalogue(content).entries
    lines = content.split("\n")

    def marked(*span: int) -> tuple[int, str]:
        place = entry.place("x.po", lines, (span[0], span[1]) if span else None)
        return place.line, place.excerpt[place.column - 1 : place.column - 1 + place.length]

    assert entry.string[7:11] == "cd 3"
    assert marked(7, 9) == (4, "cd")
    assert marked(2, 5) == (3, '\\"b\\"')
    assert marked(12, 13) == (4, "e")
    assert marked(0, len(entry.string)) == (3, 'a \\"b\\" \\n')
    assert marked(99, 100)[0] == 4
    assert entry.place("x.po", lines, (10, 11)).file == "x.po"


def test_the_first_line_stands_for_the_whole() -> None:
    content = 'msgid "甲"\nmsgstr "A B"\n'
    place = parse_catalogue(content).entries[0].place("x.po", content.split("\n"))
    assert (place.line, place.column, place.length, place.excerpt) == (2, 9, 3, 'msgstr "A B"')


def test_every_plural_form_has_its_place() -> None:
    content = 'msgid "項"\nmsgid_plural "項"\nmsgstr[0] "one"\nmsgstr[1] ""\n"many of them"\n'
    place = parse_catalogue(content).entries[0].place("x.po", content.split("\n"), (5, 7), form=1)
    assert (place.line, place.column, place.length) == (5, 7, 2)


def test_a_line_number_that_is_none_is_part_of_the_name() -> None:
    [entry] = parse_catalogue(f'#: x:{"9" * 5000} y:1\nmsgid "甲"\nmsgstr "A"\n').entries
    assert [reference.line for reference in entry.references] == [0, 1]


def test_plural_forms_are_told_by_their_numbers() -> None:
    content = 'msgid "項"\nmsgid_plural "項"\nmsgstr[1] "many"\nmsgstr[0] "one"\n'
    assert parse_catalogue(content).entries[0].strings == ("one", "many")


def test_an_offices_own_entry_goes_first() -> None:
    common, own = Entry("各 所", ("all",)), Entry("各 所", ("ours",), context="water-1")
    catalogue = Catalogue(Entry(""), (common, own), (Entry("乙", ("B",)),))
    assert catalogue.find("各\n所") == catalogue.find("各 所", "kinmen") == common
    assert catalogue.find("各 所", "water-1") == own
    assert catalogue.find("乙") is None
    assert [catalogue.knows(text, "kinmen") for text in ("各 所", "乙", "丙")] == [True, True, False]


def test_what_is_current_and_what_is_stale() -> None:
    states = {
        "current": Entry("甲", ("A",)),
        "doubtful": Entry("甲", ("A",), flags=("fuzzy",)),
        "empty": Entry("甲"),
        "emptied": Entry("甲", flags=("fuzzy",)),
        "half": Entry("甲", ("A", ""), plural="甲"),
    }
    assert [name for name, entry in states.items() if entry.is_current] == ["current"]
    assert [name for name, entry in states.items() if entry.is_stale] == ["doubtful"]


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
    parsed = parse_catalogue(PO)
    return written(Catalogue(new_catalogue("en").header, parsed.entries, parsed.obsolete)).encode()


def test_babel_reads_what_is_written() -> None:
    catalogue, problems = read_catalogue("plans.po", gettext_file())
    assert catalogue is not None, problems
    assert {message.id for message in catalogue if message.id} == {"推廣電子帳單。", "到府服務", ("項", "項")}


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")
def test_gettext_reads_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "plans.po"
    path.write_bytes(gettext_file())
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True, capture_output=True)
