import time

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.catalogue import Entry, Reference
from planpress.editions.memory import read_memory
from planpress.editions.plural import FORMS_LIMIT, Plural
from planpress.editions.po_reader import ENTRIES_LIMIT, SIZE_LIMIT, TERMS_LIMIT, read_catalogue
from tests.cases import few
from tests.catalogues import SAMPLE, catalogue_of

PLAIN = 'msgid "甲"\nmsgstr "A"\n'


def codes(content: str, file: str = "plans.po") -> list[tuple[str, int, int]]:
    """Codes of what is wrong, with line and column; nothing may take longer than a second or two."""
    start = time.process_time()
    _, problems = read_memory({file: content.encode()})
    assert time.process_time() - start < 2
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


def header(plural_forms: str) -> str:
    return f'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Plural-Forms: {plural_forms}\\n"\n\n'


def test_everything_in_a_file_is_read() -> None:
    catalogue = catalogue_of(SAMPLE)
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


def test_a_byte_order_mark_and_windows_lines_are_harmless() -> None:
    catalogue, problems = read_catalogue("plans.po", '\ufeffmsgid "甲"\r\nmsgstr "A"\r\n'.encode())
    assert catalogue is not None
    assert [problem.code for problem in problems] == ["W301"]
    [entry] = catalogue.entries
    assert (entry.msgid, entry.string, entry.pieces[0][0].line) == ("甲", "A", 2)


@pytest.mark.parametrize(
    ("plural_forms", "plural"),
    [
        ("nplurals=1; plural=0;", Plural(1, "0")),
        ("nplurals=2; plural=(n != 1);", Plural(2, "(n != 1)")),
        ("nplurals = 2; plural = n>1", Plural(2, "n>1")),
        (
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
            Plural(3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"),
        ),
        (
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
            Plural(6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
        ),
    ],
)
def test_the_rules_of_languages_are_taken(plural_forms: str, plural: Plural) -> None:
    assert catalogue_of(header(plural_forms)).plural == plural


@pytest.mark.parametrize(
    "plural_forms",
    [
        "nplurals=99999999; plural=0;",
        f"nplurals={'9' * 5000}; plural=0;",
        "nplurals=0; plural=0;",
        f"nplurals={FORMS_LIMIT + 1}; plural=0;",
        "nplurals=-1; plural=0;",
        "nplurals=INTEGER; plural=EXPRESSION;",
        "nplurals=2",
        "nplurals=2; plural=n;",
        "nplurals=2; plural=n-5;",
        "nplurals=2; plural=1/n;",
        "nplurals=2; plural=n%0;",
        "nplurals=2; plural=n%n;",
        "nplurals=2; plural=1%(n!=7);",
        "nplurals=2; plural=n*n*n;",
        "nplurals=2; plural=;",
        "nplurals=2; plural=(n != 1;",
        "nplurals=2; plural=n n;",
        "nplurals=2; plural=__import__('os').getpid();",
        f"nplurals=2; plural={'(' * 200}n{')' * 200};",
        f"nplurals=2; plural={'n?' * 400}0{':0' * 400};",
        f"nplurals=2; plural={'9' * 400};",
        "nplurals=2; plural=0; nplurals=9",
    ],
)
def test_other_rules_are_refused(plural_forms: str) -> None:
    entry = 'msgid "%(n)s項"\nmsgid_plural "%(n)s項"\nmsgstr[0] "a %(n)s"\nmsgstr[1] "b %(n)s"\n'
    assert codes(header(plural_forms) + entry, "interface.po") == [("E605", 2, 1)]


@pytest.mark.parametrize("hidden", ["X: y\\r", "Y: z\\r\\n", "\\n"])
def test_a_second_rule_is_found_wherever_it_hides(hidden: str) -> None:
    content = f'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=0;\\n{hidden}plural-forms : nplurals=99999999\\n"\n'
    assert [code for code, *_ in codes(content)] == ["E605"]


def test_as_many_forms_as_the_language_has() -> None:
    entry = 'msgid "項"\nmsgid_plural "項"\n'
    for count, expected in ((1, [("E608", 7, 1)]), (2, []), (3, [("E608", 7, 1)])):
        forms = "".join(f'msgstr[{form}] "x"\n' for form in range(count))
        assert codes(header("nplurals=2; plural=(n != 1);") + entry + forms) == expected
    assert codes(header("nplurals=1; plural=0;") + entry + 'msgstr[0] "x"\n') == []
    many = "".join(f'msgstr[{form}] "x"\n' for form in range(5_000))
    assert codes(header("nplurals=2; plural=(n != 1);") + entry + many)[0][0] == "E601"
    assert codes(entry + 'msgstr[99999] "x"\n') == [("E601", 3, 1)]
    assert codes(entry + 'msgstr[1] "x"\nmsgstr[0] "y"\n') == [("E601", 3, 1)]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('msgstr "A"\n', 1),
        ('"A"\n', 1),
        (PLAIN + 'msgstr "B"\n', 3),
        ('msgid "甲"\n', 1),
        ('msgid "甲"\n# note\nmsgstr "A"\n', 2),
        ('msgid "甲"\nmsgstr "A"\n# note\n"B"\n', 4),
        ('msgid "甲"\nmsgid_plural "乙"\nmsgstr[0] "A"\n# note\nmsgstr[1] "B"\n', 5),
        ('msgctxt "x"\nmsgstr "A"\n', 2),
        ('msgctxt "x"\nmsgid ""\nmsgstr "A"\n', 1),
        ('#~ msgid "甲"\nmsgstr "A"\n', 2),
        ('msgid "甲"\nmsgstr "A"\n#~ "B"\n', 3),
        ('msgid "甲"\nmsgstr "A\\x"\n', 2),
        ('msgid "甲"\nmsgstr "A" "B"\n', 2),
        ('msgid "甲"\nmsgstr "A\\"\n', 2),
        ('#| garbage\nmsgid "甲"\nmsgstr "A"\n', 1),
        ('#~| msgstr "x"\n' + PLAIN, 1),
        ("垃圾\n", 1),
        ('msgidx "甲"\n', 1),
        ('msgid "甲"\nmsgid_plural "乙"\nmsgstr "A"\n', 3),
    ],
)
def test_what_gettext_would_not_read_is_told_with_its_line(content: str, line: int) -> None:
    assert codes(content) == [("E601", line, 1)]


def test_the_same_text_twice_is_told_each_time_with_the_line_of_the_first() -> None:
    content = f'{PLAIN}\nmsgid "乙"\nmsgstr "B"\n\nmsgctxt "x"\n{PLAIN}\n{PLAIN}\nmsgctxt "x"\nmsgid "甲"\nmsgstr ""\n'
    catalogue, problems = read_catalogue("plans.po", content.encode())
    assert catalogue is None
    assert [(each.code, each.place.line, each.values) for each in problems] == [
        ("E609", 11, {"line": "1"}),
        ("E609", 14, {"line": "7"}),
    ]


def test_the_same_text_is_the_same_whatever_its_white_space() -> None:
    assert codes(PLAIN + "\n" + PLAIN) == [("E609", 4, 1)]
    assert codes('msgid "甲  乙"\nmsgstr "A"\n\nmsgid "甲\\n乙"\nmsgstr "B"\n') == [("E609", 4, 1)]
    assert codes(header("nplurals=2; plural=0;") + header("nplurals=2; plural=0;")) == [("E609", 6, 1)]
    assert codes(f'{PLAIN}\nmsgctxt "x"\n{PLAIN}\n#~ msgid "甲"\n#~ msgstr "C"\n') == []


BOMBS = [
    (f"#: x:{'9' * 5_000}\n{PLAIN}", ("E610", 1, 1)),
    (f"#: x:99999999\n{PLAIN}", ("E610", 1, 1)),
    (f'msgid "甲"\nmsgstr "{"a" * 1_000_000}"\n', ("E321", 2, 1)),
    (f"{' ' * 1_000_000}x\n", ("E321", 1, 1)),
    (f"# {'x' * 9_990}\n" * 800 + "x\n", ("E601", 801, 1)),
    (f"# {'(' * 1_000_000}\n", ("E321", 1, 1)),
    ('msgid "甲"\nmsgstr ""\n' + f'"{"a" * 99}"\n' * 50_000, ("E606", 104, 1)),
    ('msgid "甲"\nmsgstr ""\n' + '""\n' * 500_000, ("E606", 10_003, 1)),
    ('msgid ""\nmsgstr ""\n' + '"X: y\\n"\n' * 500_000, ("E606", 1_669, 1)),
    ("".join(f'msgid "{n}"\nmsgstr ""\n' for n in range(200_000)), ("E607", 2 * ENTRIES_LIMIT + 2, 1)),
    ("".join(f'#~ msgid "{n}"\n#~ msgstr ""\n' for n in range(150_000)), ("E607", 2 * ENTRIES_LIMIT + 2, 1)),
    ('msgid "甲"\nmsgstr "A"\n' * (SIZE_LIMIT // 20), ("E301", 1, 1)),
]


@pytest.mark.parametrize(
    ("content", "expected"),
    few(BOMBS, BOMBS[0], BOMBS[2], BOMBS[7]),
    ids=lambda value: "" if isinstance(value, str) else value[0],
)
def test_a_bomb_is_told_at_once(content: str, expected: tuple[str, int, int]) -> None:
    [found] = codes(content)
    assert found[0] == expected[0]
    assert abs(found[1] - expected[1]) <= 2
    assert found[2] == expected[2]


def test_a_glossary_is_no_longer_than_one() -> None:
    terms = "".join(f'msgid "{n}"\nmsgstr "x"\n' for n in range(TERMS_LIMIT + 1))
    assert [code for code, *_ in codes(terms, "terms.po")] == ["E607"]
    assert codes(terms, "plans.po") == []


def test_an_empty_file_is_an_empty_catalogue() -> None:
    assert codes("") == codes("\n \n") == codes("\ufeff\r\n") == codes("# nothing yet\n") == []


@pytest.mark.parametrize("encoding", ["big5", "gbk", "shift_jis", "utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_a_file_that_is_not_utf_8_is_one_problem_with_a_place(encoding: str) -> None:
    words = "évidence" if encoding == "latin-1" else "申請用電"
    content = "".join(f'msgid "{words}{number}"\nmsgstr "A"\n\n' for number in range(300)).encode(encoding)
    catalogue, [problem] = read_catalogue("plans.po", content)
    assert catalogue is None
    assert problem.code in ("E302", "E303", "E304")
    assert (problem.place.file, problem.place.line) == ("plans.po", 1)
    assert problem.place.column >= 1


def test_a_note_before_an_entry_does_not_make_it_obsolete() -> None:
    catalogue = catalogue_of(f'#~| msgid "乙"\n{PLAIN}')
    assert ([entry.msgid for entry in catalogue.entries], catalogue.obsolete) == (["甲"], ())


LINES = st.lists(
    st.sampled_from(
        [
            'msgid "a"', 'msgid "b"', 'msgid ""', 'msgid_plural "c"', 'msgctxt "k"', 'msgstr "b"', 'msgstr ""',
            'msgstr[0] "%(x)s"', 'msgstr[1] ""', '"d\\n"', '"\\\\"', "#, fuzzy", "#: f:1", "# note", '#| msgid "o"',
            '#~ msgid "o"', '#~ msgstr "p"', '#~| msgid "q"', '"Plural-Forms: nplurals=1; plural=0;\\n"', "", "\t", "#~",
        ]
    ),
    max_size=14,
)  # fmt: skip


@given(LINES)
def test_what_is_let_through_is_what_babel_reads(lines: list[str]) -> None:
    catalogue, problems = read_catalogue("plans.po", "\n".join(lines).encode())
    if catalogue is None:
        assert problems
        return
    # Babel does not know what an obsolete message was before (#~|).
    theirs = read_po(["" if line.startswith("#~|") else line for line in lines], abort_invalid=True)
    assert [
        (each.context, each.id if isinstance(each.id, str) else each.id[0], each.string, each.fuzzy)
        for each in theirs
        if each.id
    ] == [
        (each.context, each.msgid, each.string if each.plural is None else each.strings, each.is_fuzzy)
        for each in catalogue.entries
    ]
