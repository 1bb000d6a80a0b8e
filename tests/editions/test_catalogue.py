from planpress.editions.catalogue import Catalogue, Entry
from tests.catalogues import catalogue_of


def test_a_translation_has_its_place_also_behind_escapes_and_on_later_lines() -> None:
    content = 'msgid "甲"\nmsgstr ""\n"a \\"b\\" \\n"\n  "cd 3 e"\n'
    catalogue = catalogue_of(content)
    [entry] = catalogue.entries

    def marked(*span: int) -> tuple[int, str]:
        place = catalogue.place(entry, (span[0], span[1]) if span else None)
        return place.line, place.excerpt[place.column - 1 : place.column - 1 + place.length]

    assert entry.string[7:11] == "cd 3"
    assert marked(7, 9) == (4, "cd")
    assert marked(2, 5) == (3, '\\"b\\"')
    assert marked(12, 13) == (4, "e")
    assert marked(0, len(entry.string)) == (3, 'a \\"b\\" \\n')
    assert marked(99, 100)[0] == 4
    assert catalogue.place(entry, (10, 11)).file == "plans.po"


def test_the_first_line_stands_for_the_whole() -> None:
    content = 'msgid "甲"\nmsgstr "A B"\n'
    catalogue = catalogue_of(content)
    place = catalogue.place(catalogue.entries[0])
    assert (place.line, place.column, place.length, place.excerpt) == (2, 9, 3, 'msgstr "A B"')


def test_every_plural_form_has_its_place() -> None:
    content = 'msgid "項"\nmsgid_plural "項"\nmsgstr[0] "one"\nmsgstr[1] ""\n"many of them"\n'
    catalogue = catalogue_of(content)
    place = catalogue.place(catalogue.entries[0], (5, 7), form=1)
    assert (place.line, place.column, place.length) == (5, 7, 2)


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
