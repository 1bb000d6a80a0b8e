from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planpress.editions.catalogue import Catalogue, Entry
from planpress.editions.memory import read_memory
from planpress.editions.po_writer import written
from planpress.translating.merging import merged
from planpress.translating.units import PlanUnits
from tests.cases import examples
from tests.catalogues import catalogue_of
from tests.snippets import plan_units

HEAD = "title: QR\ncolumns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}\nsections:\n  - rows:\n"
HEADER = 'msgid ""\nmsgstr "Language: en\\n"\n'


def plan(office: str, *rows: str) -> PlanUnits:
    text = HEAD + "".join(f"      - do: {row}\n" for row in rows)
    return replace(plan_units(text, f"offices/{office}/114/plan.yml"), office=office)


def update(po: str, *plans: PlanUnits, terms: str = "") -> str:
    memory, problems = read_memory({"plans.po": po.encode(), "terms.po": terms.encode()})
    assert problems == ()
    return written(merged(catalogue_of(po), plans, memory))


def entries(po: str) -> list[str]:
    """Msgid and translation of each entry, marked ? when fuzzy, ~ when obsolete."""
    catalogue = catalogue_of(po)
    return [
        f"{sign}{'?' * entry.is_fuzzy}{entry.msgid}={entry.string}"
        for sign, part in (("", catalogue.entries), ("~", catalogue.obsolete))
        for entry in part
    ]


def po(*pairs: str) -> str:
    return HEADER + "".join(f'\nmsgid "{pair.split("=")[0]}"\nmsgstr "{pair.split("=")[1]}"\n' for pair in pairs)


def test_every_text_gets_an_entry_with_all_its_places_in_the_plans_order() -> None:
    found = update(po("丙=C", "甲=A"), plan("kinmen", "甲", "乙", "甲"), plan("water-1", "丙", "甲"))
    assert found == HEADER + (
        '\n#: offices/kinmen/114/plan.yml:5\n#: offices/kinmen/114/plan.yml:7\n#: offices/water-1/114/plan.yml:6\nmsgid "甲"\nmsgstr "A"\n'
        '\n#: offices/kinmen/114/plan.yml:6\nmsgid "乙"\nmsgstr ""\n'
        '\n#: offices/water-1/114/plan.yml:5\nmsgid "丙"\nmsgstr "C"\n'
    )


def test_a_second_run_changes_nothing() -> None:
    plans = plan("kinmen", "甲", "推廣電子帳單及簡訊。"), plan("water-1", "丙")
    before = update(
        po("甲=A", "推廣電子帳單。=E", "丁=D"), plan("kinmen", "甲", "推廣電子帳單。"), plan("water-1", "丙")
    )
    once = update(before, *plans)
    assert update(once, *plans) == once


def test_a_changed_text_gets_the_old_translation_marked() -> None:
    before = update(po("推廣紙本帳單。=Promote paper bills."), plan("kinmen", "推廣紙本帳單。"))
    assert update(before, plan("kinmen", "推廣電子帳單。")) == HEADER + (
        '\n#: offices/kinmen/114/plan.yml:5\n#, fuzzy\n#| msgid "推廣紙本帳單。"\n'
        'msgid "推廣電子帳單。"\nmsgstr "Promote paper bills."\n'
        '\n#~ msgid "推廣紙本帳單。"\n#~ msgstr "Promote paper bills."\n'
    )


def test_what_translators_remarked_goes_with_the_old_translation() -> None:
    before = update(
        po("推廣紙本帳單。=P").replace("\nmsgid", "\n# ask the office\nmsgid"), plan("kinmen", "推廣紙本帳單。")
    )
    assert catalogue_of(update(before, plan("kinmen", "推廣電子帳單。"))).entries[0].comments == ("ask the office",)


def test_where_plans_disagree_on_what_a_text_has_replaced_the_first_decides() -> None:
    before = update(
        po("推廣紙本帳單。=P", "推廣電話帳單。=T"), plan("kinmen", "推廣紙本帳單。"), plan("water-1", "推廣電話帳單。")
    )
    after = update(before, plan("kinmen", "推廣電子帳單。"), plan("water-1", "推廣電子帳單。"))
    assert entries(after) == ["?推廣電子帳單。=P", "~推廣紙本帳單。=P", "~推廣電話帳單。=T"]


def test_a_change_taken_back_leaves_no_trace() -> None:
    before = update(po("推廣紙本帳單。=P", "到府服務。=V"), plan("kinmen", "推廣紙本帳單。", "到府服務。"))
    changed = update(before, plan("kinmen", "推廣電子帳單。", "到府服務。"))
    assert update(changed, plan("kinmen", "推廣紙本帳單。", "到府服務。")) == before


def test_a_change_taken_back_keeps_what_somebody_has_written_meanwhile() -> None:
    before = update(po("推廣紙本帳單。=P"), plan("kinmen", "推廣紙本帳單。"))
    changed = update(before, plan("kinmen", "推廣電子帳單。")).replace('msgstr "P"', 'msgstr "E"', 1)
    assert entries(update(changed, plan("kinmen", "推廣紙本帳單。"))) == ["推廣紙本帳單。=P", "~?推廣電子帳單。=E"]


def test_a_text_that_changes_twice_remembers_the_wording_that_was_translated() -> None:
    found = update(po("推廣紙本帳單。=P"), plan("kinmen", "推廣紙本帳單。"))
    for wording in ("推廣電子帳單。", "推廣電子帳單及簡訊。"):
        found = update(found, plan("kinmen", wording))
    [entry] = catalogue_of(found).entries
    assert (entry.previous, entry.string, entry.is_fuzzy) == ("推廣紙本帳單。", "P", True)
    assert entries(found)[1:] == ["~推廣紙本帳單。=P"]


def test_a_shared_text_changes_only_where_it_was_changed() -> None:
    both = "推廣紙本帳單。"
    before = update(po(f"{both}=P"), plan("kinmen", both), plan("water-1", both))
    after = update(before, plan("kinmen", "推廣電子帳單。"), plan("water-1", both))
    assert entries(after) == ["?推廣電子帳單。=P", f"{both}=P"]
    assert [[str(each) for each in entry.references] for entry in catalogue_of(after).entries] == [
        ["offices/kinmen/114/plan.yml:5"],
        ["offices/water-1/114/plan.yml:5"],
    ]


def test_a_confirmed_translation_loses_its_marks() -> None:
    confirmed = (
        HEADER
        + '\n#| msgid "紙本"\nmsgid "電子"\nmsgstr "E"\n\n#, fuzzy, no-wrap\n#| msgid "舊"\nmsgid "新"\nmsgstr ""\n'
    )
    assert update(confirmed, plan("kinmen", "電子", "新")) == HEADER + (
        '\n#: offices/kinmen/114/plan.yml:5\nmsgid "電子"\nmsgstr "E"\n'
        '\n#: offices/kinmen/114/plan.yml:6\n#, no-wrap\nmsgid "新"\nmsgstr ""\n'
    )


def test_what_no_plan_says_is_kept_apart_and_comes_back() -> None:
    gone = update(po("甲=A", "乙=B", "丙="), plan("kinmen", "乙"))
    assert entries(gone) == ["乙=B", "~甲=A"]
    assert entries(update(gone, plan("kinmen", "甲", "乙"))) == ["甲=A", "乙=B"]


def test_what_the_glossary_translates_gets_no_entry_but_keeps_one_that_is_translated() -> None:
    terms = 'msgid "甲"\nmsgstr "term"\n\nmsgid "乙"\nmsgstr "term"\n\nmsgid "丙"\nmsgstr "term"\n'
    assert entries(update(po("乙=B", "丙="), plan("kinmen", "甲", "乙", "丙"), terms=terms)) == ["乙=B"]


def test_only_chinese_gets_entries_but_one_that_is_there_stays() -> None:
    assert entries(update(po(), plan("kinmen", "AMI"))) == []
    assert entries(update(po("AMI=smart meter"), plan("kinmen", "AMI"))) == ["AMI=smart meter"]


def test_an_offices_own_entry_takes_its_places_and_leaves_the_others() -> None:
    own = po("各所=all") + '\nmsgctxt "water-1"\nmsgid "各所"\nmsgstr "stations"\n'
    plans = plan("kinmen", "各所"), plan("water-1", "各所")
    catalogue = catalogue_of(update(own, *plans))
    assert [(entry.context, [each.file for each in entry.references]) for entry in catalogue.entries] == [
        (None, ["offices/kinmen/114/plan.yml"]),
        ("water-1", ["offices/water-1/114/plan.yml"]),
    ]
    assert entries(update(own, plans[1])) == ["各所=stations", "~各所=all"]


def test_comments_and_header_stay() -> None:
    commented = '# ours\nmsgid ""\nmsgstr "Language: en\\n"\n\n# keep\n#. a note\n#, no-wrap\nmsgid "甲"\nmsgstr "A"\n'
    assert update(commented, plan("kinmen", "甲")) == commented.replace(
        "#, no-wrap", "#: offices/kinmen/114/plan.yml:5\n#, no-wrap"
    )


WORDS = st.lists(
    st.sampled_from(["甲", "乙", "推廣紙本帳單。", "推廣電子帳單。", "推廣電子帳單及簡訊。", "到府服務。"]), max_size=4
)


@examples(50)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.data())
def test_no_history_loses_a_translation_and_none_needs_a_second_run(
    history: list[tuple[list[str], list[str]]], data: st.DataObject
) -> None:
    found = HEADER
    for number, (kinmen, water) in enumerate(history):
        plans = plan("kinmen", "甲", *kinmen), plan("water-1", *water, "乙")
        before, found = found, update(found, *plans)
        assert update(found, *plans) == found
        assert strings(before) <= strings(found)
        catalogue = catalogue_of(found)
        assert {entry.key[1] for entry in catalogue.entries} == {"甲", "乙", *kinmen, *water}
        worked = tuple(
            replace(entry, strings=(f"{number}-{position}",), flags=()) if data.draw(st.booleans()) else entry
            for position, entry in enumerate(catalogue.entries)
        )
        found = written(replace(catalogue, entries=worked))


def strings(po: str) -> set[str]:
    catalogue = catalogue_of(po)
    return {entry.string for entry in (*catalogue.entries, *catalogue.obsolete)} - {""}


def test_an_entry_is_found_whatever_its_white_space() -> None:
    found = merged(
        Catalogue(Entry(""), (Entry("甲  乙\n丙", ("A",)),)), [plan("kinmen", "甲 乙 丙")], read_memory({})[0]
    )
    assert [(entry.msgid, entry.string) for entry in found.entries] == [("甲  乙\n丙", "A")]


def test_an_entry_of_before_lines_were_joined_in_chinese_stays_and_a_new_one_says_what_the_plan_says() -> None:
    found = update(
        po("推廣電子 帳單 (含收據)。=E"), plan("kinmen", "推廣電子\n          帳單(含收據)。", "依「1. 推廣  電子」。")
    )
    assert entries(found) == ["推廣電子 帳單 (含收據)。=E", "依「1. 推廣 電子」。="]
