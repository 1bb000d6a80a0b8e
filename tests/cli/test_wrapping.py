import pytest
from rich.cells import cell_len

from planpress.cli.call import Call
from planpress.cli.commands import commands
from planpress.cli.words.texts import TEXTS
from planpress.cli.wrapping import first_sentence, wrapped
from tests.projects import ROOT


def test_no_line_is_wider_than_asked_nor_begins_with_what_closes() -> None:
    text = "整理資料檔的寫法（冒號、縮排），不改任何一個字；mkdocs.<名稱>.yml 也是。"
    for columns in range(20, 80):
        lines = wrapped(text, columns)
        assert max(map(cell_len, lines)) <= columns
        assert not [line for line in lines if line[:1] in "，。、；）"]
        assert not [line for line in lines if line[-1:] == "（"]
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_word_that_is_too_long_has_a_line_of_its_own_and_blanks_end_none() -> None:
    assert wrapped("見 https://plans.example.tw/ 一頁", 10) == ["見", "https://plans.example.tw/", "一頁"]
    assert wrapped("", 10) == [""]


def test_a_list_says_the_first_sentence_of_a_help() -> None:
    assert first_sentence("依 site_url 印出設定。KIND：nginx。") == "依 site_url 印出設定。"
    assert first_sentence("Write mkdocs.yml. KIND: nginx.") == "Write mkdocs.yml."
    assert first_sentence("No stop") == "No stop"


@pytest.mark.parametrize("language", list(TEXTS))
def test_every_help_fits_a_terminal_of_eighty_columns_and_says_whole_sentences(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    group = commands(Call(ROOT, language, TEXTS[language]))
    for name, command in {"": group, **group.commands}.items():
        with command.make_context(
            f"build.py {name}".strip(), ["check"] if command is group else [], resilient_parsing=True
        ) as context:
            said = command.get_help(context)
        assert [line for line in said.splitlines() if cell_len(line) > 80] == [], name
        assert "..." not in said
