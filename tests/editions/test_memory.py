import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.memory import Memory, load_memory, placeholders, read_memory

HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def memory(**catalogues: str) -> Memory:
    found, problems = read_memory({f"{name}.po": (HEADER + text).encode() for name, text in catalogues.items()})
    assert problems == ()
    return found


def problems_of(file: str, text: str) -> list[tuple[str, int, str]]:
    _, problems = read_memory({file: text.encode()})
    return [(problem.code, problem.place.line, problem.place.excerpt) for problem in problems]


def test_a_text_is_found_by_its_chinese() -> None:
    found = memory(plans='msgid "計畫依據"\nmsgstr "Basis of the plan"\n')
    assert found.lookup("計畫依據") == "Basis of the plan"
    assert found.lookup("計畫目標") is None


def test_white_space_does_not_matter() -> None:
    found = memory(plans='msgid "台灣電力  App\\n查詢"\nmsgstr "Look it up in the app"\n')
    assert found.lookup(" 台灣電力 App 查詢\n") == "Look it up in the app"
    assert found.lookup("台灣電力App查詢") is None


def test_a_term_with_the_comment_is_a_working_name() -> None:
    terms = """
# agreed
# Chinese at first use
msgid "電力即點"
msgstr "Points App"

# agreed
msgid "座椅"
msgstr "seat"

# Chinese at first use
#, fuzzy
msgid "點數"
msgstr "points"
"""
    found = memory(terms=terms, plans='msgid "推廣電力即點座椅點數。"\nmsgstr "Promote Points App, seat, points."\n')
    names = found.names["Promote Points App, seat, points."]
    assert [(use.end, use.chinese) for use in names] == [(len("Promote Points App"), "電力即點")]


def test_fuzzy_and_empty_entries_do_not_count() -> None:
    found = memory(
        plans='#, fuzzy\nmsgid "甲"\nmsgstr "A"\n\nmsgid "乙"\nmsgstr ""\n',
        interface='#, fuzzy\nmsgid "首頁"\nmsgstr "Home"\n\nmsgid "%(n)s項"\nmsgid_plural "%(n)s項"\nmsgstr[0] "one"\nmsgstr[1] ""\n',
    )
    assert (found.lookup("甲"), found.lookup("乙")) == (None, None)
    assert (found.message("首頁"), found.plural_message("%(n)s項", 1)) == (None, None)


def test_an_offices_own_translation_wins_over_the_common_one() -> None:
    found = memory(
        plans='msgid "各所"\nmsgstr "all stations"\n\nmsgctxt "water-1"\nmsgid "各所"\nmsgstr "all service stations"\n'
    )
    assert found.lookup("各所") == "all stations"
    assert found.lookup("各所", "kinmen") == "all stations"
    assert found.lookup("各所", "water-1") == "all service stations"


def test_plans_win_over_the_glossary_and_an_office_over_both() -> None:
    found = memory(
        plans='msgid "公私協力"\nmsgstr "from plans"\n',
        terms='msgid "公私協力"\nmsgstr "from terms"\n\nmsgid "過戶"\nmsgstr "account transfer"\n\n'
        'msgctxt "kinmen"\nmsgid "公私協力"\nmsgstr "of Kinmen"\n',
    )
    assert found.lookup("公私協力") == "from plans"
    assert found.lookup("過戶") == "account transfer"
    assert found.lookup("公私協力", "kinmen") == "of Kinmen"


def test_interface_messages_are_not_plan_texts() -> None:
    found = memory(interface='msgid "首頁"\nmsgstr "Home"\n', plans='msgid "計畫"\nmsgstr "Plan"\n')
    assert (found.message("首頁"), found.lookup("首頁")) == ("Home", None)
    assert (found.message("計畫"), found.lookup("計畫")) == (None, "Plan")


def test_the_plural_form_follows_the_language() -> None:
    found = memory(
        interface='msgid "%(n)s項"\nmsgid_plural "%(n)s項"\nmsgstr[0] "one measure"\nmsgstr[1] "%(n)s measures"\n'
        '\nmsgid "全部"\nmsgstr "all"\n'
    )
    assert [found.plural_message("%(n)s項", number) for number in (0, 1, 2)] == [
        "%(n)s measures",
        "one measure",
        "%(n)s measures",
    ]
    assert found.plural_message("全部", 5) == "all"
    assert found.plural_message("沒有", 5) is None


def test_a_memory_travels_between_processes() -> None:
    found = memory(
        plans='msgid "甲"\nmsgstr "A"\n',
        interface='msgid "項"\nmsgid_plural "項"\nmsgstr[0] "x"\nmsgstr[1] "y"\n',
    )
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert (copy.lookup("甲"), copy.plural_message("項", 2)) == ("A", "y")


def test_a_folder_lacks_catalogues_without_harm(tmp_path: Path) -> None:
    locales = tmp_path / "content" / "locales"
    folder = locales / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "terms.po").write_text(HEADER + 'msgid "課"\nmsgstr "Section"\n', "utf-8")
    (folder / "plans.po").write_text('msgid "課\n', "utf-8")
    found, problems = load_memory(tmp_path, locales, "en")
    assert found.lookup("課") == "Section"
    assert [(each.code, each.place.file) for each in problems] == [("E601", "content/locales/en/LC_MESSAGES/plans.po")]
    assert load_memory(tmp_path, locales, "ja")[0].texts == {}


def test_a_missing_quotation_mark_is_told_with_its_line() -> None:
    assert problems_of("plans.po", 'msgid "計畫"\nmsgstr "Plan\n') == [("E601", 2, 'msgstr "Plan')]


def test_earlier_wordings_are_passed_over() -> None:
    earlier = (
        '#, fuzzy\n#| msgid "乙"\nmsgid "甲"\nmsgstr "A"\n\n#, fuzzy\n#~| msgid "丙"\n#~ msgid "丁"\n#~ msgstr "D"\n'
    )
    assert memory(plans=earlier + '\nmsgid "戊"\nmsgstr "E"\n').texts == {(None, "戊"): "E"}


def test_a_keyword_out_of_place_is_told() -> None:
    assert problems_of("plans.po", 'msgid "計畫"\n\nmsgid "目標"\nmsgstr "Goal"\n') == [("E601", 3, 'msgid "目標"')]
    assert problems_of("plans.po", '# only a comment\n"Plan"\n') == [("E601", 2, '"Plan"')]


def test_a_plural_rule_that_makes_no_sense_is_told() -> None:
    text = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=n div 0;\\n"\n'
    assert [code for code, *_ in problems_of("interface.po", text)] == ["E605"]


def test_another_encoding_is_told_with_its_line() -> None:
    text = 'msgid "a"\nmsgstr "b"\n# 計畫\n'
    for content, code, line in (
        (text.encode("big5"), "E303", 3),
        (text.encode("utf-16"), "E302", 1),
        (text.encode() * 9 + b'"\xff"', "E304", 28),
    ):
        memory, problems = read_memory({"plans.po": content})
        assert [(problem.code, problem.place.line) for problem in problems] == [(code, line)]
        assert problems[0].place.column >= 1
        assert memory.texts == {}


def test_a_byte_order_mark_is_harmless() -> None:
    found, problems = read_memory({"plans.po": b'\xef\xbb\xbfmsgid "a"\nmsgstr "b"\n'})
    assert found.lookup("a") == "b"
    assert [problem.code for problem in problems] == ["W301"]


def test_placeholders_of_the_interface_must_agree() -> None:
    text = HEADER + 'msgid "更新：%(date)s"\nmsgstr "Updated %(day)s"\n'
    _, problems = read_memory({"interface.po": text.encode()})
    [problem] = problems
    assert (problem.code, problem.place.line) == ("E602", 6)
    assert problem.place.excerpt == 'msgid "更新：%(date)s"'
    assert problem.values == {"expected": "%(date)s", "found": "%(day)s"}
    assert problems_of("plans.po", text) == []
    lacking = HEADER + 'msgid "更新：%(date)s"\nmsgstr "Updated"\n'
    assert [code for code, *_ in problems_of("interface.po", lacking)] == ["E602"]


def test_the_singular_may_leave_the_number_out_and_no_other_form() -> None:
    message = HEADER + 'msgid "%(n)s項"\nmsgid_plural "%(n)s項"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    assert problems_of("interface.po", message.format("one", "%(n)s measures")) == []
    assert [code for code, *_ in problems_of("interface.po", message.format("one", "measures"))] == ["E602"]
    assert [code for code, *_ in problems_of("interface.po", message.format("%(m)s", "%(n)s"))] == ["E602"]


def test_a_stray_percent_sign_counts_and_a_doubled_one_does_not() -> None:
    assert placeholders("100%，%(n)s項") == {"%，", "%(n)s"}
    assert placeholders("100%%") == frozenset()
    assert placeholders("100%") == {"%"}
    assert placeholders("全部{total}項") == {"{total}"}


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("全部%(num)d項", "all %(num)s"),
        ("全部%(num)d項", "all %(num)D"),
        ("全部%(num)d項", "all %(num)05d"),
        ("全部%(num)d項", "all %%(num)d"),
        ("全部%(num)d項", "all %(num)"),
        ("全部%(num)d項", "all %(num)d%"),
        ("全部%(num)d項", "all %(num)d % of"),
        ("全部%(num)d項", "all %(num)d %(num.x)s"),
        ("全部%(num)d項", "all %d"),
        ("全部", "all 100%"),
        ("全部", "all %s"),
        ("全部", "all {total}"),
        ("第{page}頁", "page {page.__class__}"),
        ("第{page}頁", "page {page!r}"),
        ("第{page}頁", "page {page:9999999}"),
        ("第{page}頁", "page {page"),
        ("第{page}頁", "page {page} {"),
        ("第{page}頁", "page {} {page}"),
        ("第{page}頁", "page {0}"),
    ],
)
def test_a_message_that_fills_in_something_else_reaches_no_page(message: str, translation: str) -> None:
    text = f'{HEADER}msgid "{message}"\nmsgstr "{translation}"\n\nmsgid "首頁"\nmsgstr "Home"\n'
    memory, problems = read_memory({"interface.po": text.encode()})
    assert [problem.code for problem in problems] == ["E602"]
    assert (memory.message(message), memory.message("首頁")) == (None, "Home")


@given(st.text(st.sampled_from("%({)}sdnum x!:.0"), max_size=14))
def test_no_translation_that_is_taken_fails_while_it_is_filled_in(translation: str) -> None:
    text = f'{HEADER}msgid "%(num)d項"\nmsgid_plural "%(num)d項"\nmsgstr[0] "%(num)d"\nmsgstr[1] "{translation}"\n'
    memory, problems = read_memory({"interface.po": text.encode()})
    taken = memory.plural_message("%(num)d項", 2)
    assert (taken is None) == bool(problems or not translation)
    if taken is not None:
        assert "7" in taken % {"num": 7}


def test_a_form_that_several_numbers_take_may_not_leave_the_number_out() -> None:
    header = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n > 1;\\n"\n\n'
    message = 'msgid "%(n)s項"\nmsgid_plural "%(n)s項"\nmsgstr[0] "une mesure"\nmsgstr[1] "%(n)s mesures"\n'
    assert [code for code, *_ in problems_of("interface.po", header + message)] == ["E602"]


def test_catalogues_behind_links_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text('msgid "課"\nmsgstr "a secret"\n', "utf-8")
    root = tmp_path / "project"
    locales = root / "content" / "locales"
    (locales / "en" / "LC_MESSAGES").mkdir(parents=True)
    (locales / "en" / "LC_MESSAGES" / "plans.po").symlink_to(secret)
    (locales / "en" / "LC_MESSAGES" / "terms.po").symlink_to(tmp_path / "nowhere")
    (locales / "ja").symlink_to(locales / "en", target_is_directory=True)
    for tag, count in (("en", 2), ("ja", 3)):
        memory, problems = load_memory(root, locales, tag)
        assert memory.texts == {}
        assert [problem.code for problem in problems] == ["E405"] * count
        assert "secret" not in repr(problems)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "locales" / "en" / "LC_MESSAGES"
    (folder / "plans.po").mkdir(parents=True)
    os.mkfifo(folder / "terms.po")
    _, problems = load_memory(tmp_path, tmp_path / "content" / "locales", "en")
    assert [(problem.code, problem.place.file.rpartition("/")[2]) for problem in problems] == [
        ("E409", "terms.po"),
        ("E406", "plans.po"),
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                'msgid "a"',
                'msgstr "b"',
                "msgstr[0]",
                'msgstr[1] "%(x)s"',
                'msgid_plural "c"',
                'msgctxt "k"',
                '"d"',
                "#, fuzzy",
                "#: f:1",
                '#~ msgid "o"',
                '"Plural-Forms: nplurals=x;\\n"',
                'msgid ""',
                'msgstr ""',
                "",
                "\ufeff",
                "垃圾",
            ]
        )
    )
)
def test_whatever_a_catalogue_holds_there_is_a_memory_or_a_problem(lines: list[str]) -> None:
    for name in ("interface.po", "plans.po"):
        found, problems = read_memory({name: "\n".join(lines).encode()})
        assert found.texts or found.messages or problems or found == Memory(plural=found.plural)


@given(st.binary())
def test_no_bytes_raise(content: bytes) -> None:
    read_memory({"interface.po": content})
