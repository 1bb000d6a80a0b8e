from planpress.editions.edition import Edition
from planpress.editions.memory import read_memory
from planpress.model.language import EN
from planpress.problems.report import what
from planpress.translating.staleness import stale, stale_problems, unknown, untranslated
from tests.catalogues import catalogue_of
from tests.snippets import plan_units

HEAD = "title: QR\ncolumns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}\nsections:\n  - rows:\n"


def check(*rows: str, po: str = "", terms: str = "") -> tuple[dict[str, str], list[str]]:
    """The stale texts with the Chinese that they were; and the places of the warnings, lines counted from the first row."""
    plan = plan_units(HEAD + "".join(f"      - do: {row}\n" for row in rows), "plan.yml")
    memory, problems = read_memory({"plans.po": po.encode(), "terms.po": terms.encode()})
    assert problems == ()
    catalogue = catalogue_of(po)
    found = {key: entry.msgid for key, entry in stale(plan, memory, catalogue).items()}
    warnings = [
        f"{int(line) - 4} {problem.code}"
        for problem in stale_problems(plan, Edition(EN, memory), catalogue)
        for line in problem.values["lines"].split(", ")
    ]
    return found, warnings


def entry(chinese: str, *rows: int, english: str = "English", more: str = "") -> str:
    references = "".join(f"#: plan.yml:{row + 4}\n" for row in rows)
    return f'{references}{more}msgid "{chinese}"\nmsgstr "{english}"\n\n'


def test_nothing_is_stale_that_is_translated_or_was_never() -> None:
    assert check(
        "推廣電子帳單。", "到府服務。", po=entry("推廣電子帳單。", 1) + entry("到府服務。", 2, english="")
    ) == ({}, [])
    assert check("推廣電子帳單。") == ({}, [])


def test_a_fuzzy_entry_is_stale_at_every_place_of_its_text() -> None:
    po = entry("推廣電子帳單。", 1, 3, more="#, fuzzy\n")
    assert check("推廣電子帳單。", "到府服務。", "推廣電子帳單。", po=po) == (
        {"推廣電子帳單。": "推廣電子帳單。"},
        ["1 W601", "3 W601"],
    )


def test_a_changed_text_is_stale_before_anyone_has_updated_the_catalogue() -> None:
    po = entry("推廣電子帳單。", 1) + entry("到府服務。", 2)
    assert check("推廣電子帳單及簡訊。", "到府服務。", po=po) == (
        {"推廣電子帳單及簡訊。": "推廣電子帳單。"},
        ["1 W601"],
    )


def test_a_changed_text_that_has_moved_is_found_by_its_likeness() -> None:
    po = entry("推廣電子帳單。", 1) + entry("到府服務。", 2)
    rows = ("全新的作法甲乙丙。", "到府服務。", "推廣電子帳單及簡訊。")
    assert check(*rows, po=po) == ({"推廣電子帳單及簡訊。": "推廣電子帳單。"}, ["3 W601"])


def test_a_text_quite_different_is_stale_only_where_the_old_one_stood() -> None:
    po = entry("推廣電子帳單。", 1) + entry("到府服務。", 2)
    assert check("全新的作法甲乙丙", "到府服務。", po=po) == ({"全新的作法甲乙丙": "推廣電子帳單。"}, ["1 W601"])
    assert check("到府服務。", "全新的作法甲乙丙", po=entry("推廣電子帳單。", 1) + entry("到府服務。", 1)) == ({}, [])


def test_one_old_text_gives_way_to_one_new_one_the_most_alike() -> None:
    rows = ("推廣電子帳單與其他。", "推廣電子帳單了。")
    assert check(*rows, po=entry("推廣電子帳單。", 1))[0] == {"推廣電子帳單了。": "推廣電子帳單。"}


def test_a_text_that_stays_elsewhere_in_the_plan_is_replaced_where_it_has_gone() -> None:
    po = entry("推廣電子帳單。", 1, 2)
    assert check("推廣電子帳單。", "推廣電子帳單及簡訊。", po=po)[1] == ["2 W601"]
    assert check("推廣電子帳單。", "推廣電子帳單。", "推廣電子帳單及簡訊。", po=po)[1] == []


def test_other_plans_texts_are_no_business_of_this_one() -> None:
    po = '#: other.yml:5\nmsgid "推廣電子帳單。"\nmsgstr "Promote e-bills."\n'
    assert check("推廣電子帳單及簡訊。", po=po) == ({}, [])


def test_an_entry_of_another_office_gives_nothing() -> None:
    po = entry("推廣電子帳單。", 1, more='msgctxt "other"\n')
    assert check("推廣電子帳單及簡訊。", po=po) == ({}, [])
    assert check("推廣電子帳單及簡訊。", po=po.replace("other", "sample"))[1] == ["1 W601"]


def test_what_the_glossary_translates_or_an_obsolete_entry_keeps_is_not_stale() -> None:
    po = entry("推廣電子帳單。", 1)
    assert check("推廣電子帳單了。", po=po, terms='msgid "推廣電子帳單了。"\nmsgstr "Term"\n') == ({}, [])
    assert check("推廣電子帳單了。", po=po + '#~ msgid "推廣電子帳單了。"\n#~ msgstr "Kept"\n') == ({}, [])


def test_the_warning_names_language_and_first_wording() -> None:
    po = entry("推廣電子帳單。", 1, more='#, fuzzy\n#| msgid "推廣紙本帳單。"\n')
    plan = plan_units(f"{HEAD}      - do: 1. 推廣電子帳單。\n", "plan.yml")
    memory, _ = read_memory({"plans.po": po.encode()})
    [problem] = stale_problems(plan, Edition(EN, memory), catalogue_of(po))
    assert what(problem, "en") == (
        "the English translation is of an earlier wording in 1 place (line 5), such as “推廣紙本帳單。”"
    )
    assert (problem.place.line, problem.place.column, problem.place.length) == (5, 16, 7)


def test_one_warning_of_a_plan_names_all_lines() -> None:
    po = entry("推廣電子帳單。", 1, 3, more="#, fuzzy\n")
    plan = plan_units(HEAD + "      - do: 推廣電子帳單。\n" * 3, "plan.yml")
    memory, _ = read_memory({"plans.po": po.encode()})
    [problem] = stale_problems(plan, Edition(EN, memory), catalogue_of(po))
    assert (problem.place.line, problem.values["count"], problem.values["lines"]) == (5, "3", "5, 6, 7")


def test_only_chinese_is_to_be_translated() -> None:
    plan = plan_units(f"{HEAD}      - do: AMI\n      - do: 推廣\n      - do: 推廣\n")
    memory, _ = read_memory({})
    assert untranslated(plan.keys, plan.office, memory) == list(unknown(plan, memory, catalogue_of(""))) == ["推廣"]
