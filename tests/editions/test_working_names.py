from planpress.editions.working_names import Use, introductions, uses


def said(chinese: str, translation: str, **names: str) -> list[tuple[str, str]]:
    """What a translation says up to each name, and the Chinese that belongs beside it."""
    found = uses([(chinese, translation)], names)
    return [(translation[: use.end], use.chinese) for use in found.get(translation, ())]


def test_a_name_is_found_where_the_translation_says_it() -> None:
    found = said("推廣電力即點，再推廣電力即點。", "Promote Points App, then Points App.", 電力即點="Points App")
    assert found == [("Promote Points App", "電力即點"), ("Promote Points App, then Points App", "電力即點")]


def test_a_text_without_names_is_left_out() -> None:
    assert uses([("設置座椅。", "Provide seats.")], {"電力即點": "Points App"}) == {}
    assert uses([("設置座椅。", "Provide seats.")], {}) == {}


def test_both_sides_must_say_it() -> None:
    assert said("推廣點數。", "Promote Points App.", 電力即點="Points App") == []
    assert said("推廣電力即點。", "Promote it.", 電力即點="Points App") == []


def test_a_translation_that_holds_the_chinese_needs_no_more() -> None:
    assert said("推廣電力即點。", "Promote Points App (電力即點).", 電力即點="Points App") == []


def test_quotation_marks_within_the_chinese_do_not_hide_a_name() -> None:
    assert said("下載「台灣電力」APP。", "Download Taiwan Power App.", 台灣電力APP="Taiwan Power App") == [
        ("Download Taiwan Power App", "台灣電力APP")
    ]


def test_the_chinese_goes_behind_a_plural_and_a_closing_quotation_mark() -> None:
    assert said("導師制度", "'Mentor systems' and more", 導師制度="Mentor system") == [("'Mentor systems'", "導師制度")]


def test_it_goes_before_what_makes_a_name_a_possessive() -> None:
    assert said("業務處之規定", "Head Office's rules", 業務處="Head Office") == [("Head Office", "業務處")]


def test_a_name_within_a_word_is_none() -> None:
    assert said("水管家", "a Stewardess", 水管家="Steward") == []


def test_of_names_that_begin_alike_the_longest_is_meant() -> None:
    found = said(
        "水叮嚀管家與水叮嚀", "Water Care Steward, Water Care", 水叮嚀="Water Care", 水叮嚀管家="Water Care Steward"
    )
    assert found == [("Water Care Steward", "水叮嚀管家"), ("Water Care Steward, Water Care", "水叮嚀")]


def test_signs_in_a_name_mean_themselves() -> None:
    assert said("甲（一）", "The A+ (1) plan", 甲="A+") == []
    assert said("甲一", "The A (1) Plan plan", 甲一="A (1) Plan") == [("The A (1) Plan", "甲一")]


def test_a_text_is_cut_behind_the_names_that_are_new_to_the_reader() -> None:
    text = "A and B and A."
    places = [Use(1, "A", "甲"), Use(7, "B", "乙"), Use(13, "A", "甲")]
    met: set[str] = set()
    assert list(introductions(text, places, met)) == [("A", "甲"), (" and B", "乙"), (" and A.", "")]
    assert met == {"A", "B"}
    assert list(introductions(text, places, met)) == [(text, "")]
    assert list(introductions(text, (), set())) == [(text, "")]
