import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site.checking import problems_of
from planpress.translating.consistency import MOST_OF_FILE, catalogue_problems, translation_problems
from tests.catalogues import catalogue_of
from tests.projects import project
from tests.snippets import shown

ROOT = Path(__file__).parents[2]

PLANS = """\
#: offices/sample/114/plan.yml:9
msgid "推廣電子帳單，114年達95%。"
msgstr ""
"Promote digital invoices, to reach 95% "
"by 2026"

#, fuzzy
msgid "到府服務。"
msgstr "TODO"

#~ msgid "到點服務。"
#~ msgstr "TODO"
"""
TERMS = '# agreed\nmsgid "電子帳單"\nmsgstr "e-bill"\n\nmsgid "過戶、復用"\nmsgstr "transfer、resumption"\n'


def problems(files: Mapping[str, str], *, is_english: bool = True) -> list[str]:
    return shown(said_of(files, is_english=is_english))


def said_of(files: Mapping[str, str], *, is_english: bool = True) -> list[Problem]:
    catalogues = [catalogue_of(content, file) for file, content in files.items()]
    return list(catalogue_problems(catalogues, is_english=is_english))


def test_each_problem_has_its_place_in_the_translation() -> None:
    assert problems({"terms.po": TERMS, "plans.po": PLANS}) == [
        "4:2 W602 Promote digital invoices, to reach 95% ",
        "4:2 W603 Promote digital invoices, to reach 95% ",
        "5:5 W604 2026",
        "5:8 W605 6",
        "6:17 W606 、",
    ]


def test_the_glossary_holds_for_sentences_not_for_other_terms_and_only_in_english() -> None:
    sentence = 'msgid "推廣電子帳單"\nmsgstr "Promote invoices"\n'
    assert problems({"terms.po": TERMS, "x/terms.po": sentence}) == ["6:17 W606 、"]
    assert problems({"terms.po": TERMS, "plans.po": sentence}, is_english=False) == []


def test_every_language_of_a_site_is_looked_at(tmp_path: Path) -> None:
    folder = "content/locales/{}/LC_MESSAGES/plans.po"
    root = project(
        tmp_path,
        {
            folder.format("en"): 'msgid "共15項。"\nmsgstr "In all"\n',
            folder.format("ja"): 'msgid "共15項。"\nmsgstr "全項目"\n',
            folder.format("ko"): 'msgid "共15項。"\nmsgstr "?"\n',
        },
    )
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("extra:", "extra:\n  languages: [zh-Hant, en, zh-Hans, ja]")
    )
    found = [(problem.place.file.split("/")[2], problem.code) for problem in translation_problems(Settings.load(root))]
    assert found == [("ko", "W401"), ("en", "W603"), ("en", "W605"), ("ja", "W603")]


def test_nothing_is_said_of_translations_while_a_catalogue_cannot_be_read(tmp_path: Path) -> None:
    folder = "content/locales/en/LC_MESSAGES"
    root = project(tmp_path, {f"{folder}/plans.po": PLANS, f"{folder}/terms.po": 'msgid "x'})
    assert [problem.code for problem in translation_problems(Settings.load(root))] == ["E601"]


def test_the_sites_own_translations_have_no_problem() -> None:
    assert translation_problems(Settings.load(ROOT)) == []


def test_the_sites_own_glossary_binds() -> None:
    path = "content/locales/en/LC_MESSAGES/terms.po"
    sentence = 'msgid "與台電公司用戶"\nmsgstr "with the company"\n'
    terms = (ROOT / path).read_text("utf-8")
    assert problems({path: terms, "plans.po": sentence}) == ["2:9 W602 with the company"] * 2


ODD = {
    "A123456789": "E505",
    "call 0912-345-678": "W502",
    "write to someone@gmail.com": "W503",
    "zero\u200bwidth": "E501",
    "turned \u202eround": "E501",
    "a\ue000b": "E503",
    "see javascript:alert(1)": "E506",
    "see ftp://example.org/": "E506",
}


@pytest.mark.parametrize("name", ["interface", "terms", "plans"])
@pytest.mark.parametrize("text", ODD)
def test_what_no_public_text_may_hold_is_found_in_every_catalogue_and_form(name: str, text: str) -> None:
    header = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    content = f'{header}#, fuzzy\nmsgid "項"\nmsgid_plural "項"\nmsgstr[0] "one"\nmsgstr[1] ""\n"many\\n"\n"{text}"\n'
    found = said_of({f"x/{name}.po": content})
    assert [(problem.code, problem.place.line) for problem in found] == [(ODD[text], 10)]
    place = found[0].place
    marked = place.excerpt[place.column - 1 : place.column - 1 + place.length]
    assert marked in text
    assert place.excerpt == f'"{text}"'


@pytest.mark.parametrize("character", ["\u200b", "\u200d", "\u2060", "\u00ad"])
def test_what_nobody_sees_is_told_in_the_chinese_too(character: str) -> None:
    content = f'msgid "到府服務"\nmsgstr "home visits"\n\nmsgid "電子{character}帳單"\nmsgstr "e-bill"\n'
    [problem] = said_of({"plans.po": content})
    assert (problem.code, problem.place.line) == ("E501", 4)
    assert problem.values["code_point"] == f"U+{ord(character):04X}"


def test_a_catalogue_in_big5_is_one_problem_of_a_whole_project(tmp_path: Path) -> None:
    root = project(tmp_path)
    folder = root / "content/locales/en/LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("interface", "plans", "terms"):
        content = "".join(f'msgid "示範區營業處{number}"\nmsgstr "Office"\n\n' for number in range(300))
        (folder / f"{name}.po").write_bytes(content.encode("big5"))
        [problem] = problems_of(Settings.load(root), lambda *_: ())
        assert (problem.code, problem.place.file.rpartition("/")[2]) == ("E303", f"{name}.po")
        assert problem.place.excerpt == 'msgid "示範區營業處0"'
        (folder / f"{name}.po").unlink()


def test_simplified_characters_are_a_question_to_chinese_alone() -> None:
    assert said_of({"plans.po": 'msgid "到府服務"\nmsgstr "在宅サービス 个"\n'}, is_english=False) == []


def test_no_error_is_cut_off_by_warnings() -> None:
    mobiles = "0912-345-678, " * 30
    many = "".join(f'msgid "{number}"\nmsgstr "{mobiles}"\n\n' for number in range(100))
    content = f'{many}msgid "x"\nmsgstr "{mobiles}A123456789"\n'
    found = said_of({"interface.po": content})
    assert (found[0].code, found[0].place.line) == ("E505", 302)
    assert len(found) == MOST_OF_FILE


@pytest.mark.parametrize("text", ["\u200b" * 9_000, "a  " * 3_000, "114-" * 2_000, "114~" * 2_000 + "年", "一" * 9_000])
def test_a_text_that_is_wrong_throughout_takes_no_time(text: str) -> None:
    start = time.process_time()
    said_of({"plans.po": f'msgid "{text}"\nmsgstr "{text}"\n'})
    assert time.process_time() - start < 2


def test_files_that_nothing_reads_are_told(tmp_path: Path) -> None:
    folder = "content/locales/en/LC_MESSAGES"
    root = project(
        tmp_path,
        {
            f"{folder}/plan.po": "",
            f"{folder}/plans.po.txt": "",
            f"{folder}/plans.mo": "",
            "content/locales/fr/LC_MESSAGES/plans.po": "",
            "content/locales/zh-Hant.txt": "",
            "content/locales/zh-Hans.txt": "",
        },
    )
    assert [(problem.code, problem.place.file) for problem in translation_problems(Settings.load(root))] == [
        ("W401", f"{folder}/plan.po"),
        ("W401", f"{folder}/plans.po.txt"),
        ("W401", "content/locales/fr/LC_MESSAGES/plans.po"),
        ("W401", "content/locales/zh-Hant.txt"),
    ]


def test_a_link_is_told_once_and_nothing_behind_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("root:x:0:0\n", "utf-8")
    root = project(tmp_path / "project", {"content/locales/zh-Hans.txt": None})
    for file in ("content/locales/zh-Hans.txt", "content/locales/en/LC_MESSAGES/plans.po"):
        (root / file).symlink_to(secret)
    found = problems_of(Settings.load(root), lambda *_: ())
    assert sorted((problem.code, problem.place.file) for problem in found) == [
        ("E405", "content/locales/en/LC_MESSAGES/plans.po"),
        ("E405", "content/locales/zh-Hans.txt"),
    ]
    assert "root:x" not in repr(found)
