"""What no eye sees is found in every file whose words become public."""

from pathlib import Path

from planpress.editions.hans_exceptions import read_exceptions
from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.checking import problems_of
from tests.projects import ABOUT, OFFICE, ORGANISATIONS, PLAN, project

TOPICS = """\
topics:
  - id: e-billing
    name: 電子帳單
    en: E-bills
    text: 電子帳單的推廣。
    text_en: How e-bills spread.
    words: [電子帳單]
"""
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "推廣電子帳單。"\nmsgstr "Promote e-bills."\n'

FILES = {
    "offices/sample/114/plan.yml": (PLAN, "電子帳單"),
    "offices/sample/office.yml": (OFFICE, "業務組"),
    "offices/organisations.yml": (ORGANISATIONS, "示範公司"),
    "content/topics.yml": (TOPICS, "推廣。"),
    "content/zh-Hant/about.md": (ABOUT, "的說明"),
    "content/en/about.md": ("# About\n\nWhat the sample site is.\n", "sample"),
    "content/locales/en/LC_MESSAGES/plans.po": (PO, "e-bills"),
}


ODD = "\u3164\u200b\ufe0f\U000e0101\xad\u202e\U0002f804"


def test_odd_characters_are_told_of_every_file(tmp_path: Path) -> None:
    root = project(tmp_path, {file: text.replace(at, at[0] + ODD + at[1:]) for file, (text, at) in FILES.items()})
    found: dict[str, list[str]] = {}
    for each in problems_of(Settings.load(root), editorial):
        found.setdefault(each.place.file, []).append(each.values.get("character", ""))
    assert {file: "".join(found.get(file, [])) for file in FILES} == dict.fromkeys(FILES, ODD)


def test_they_are_told_of_the_simplified_words() -> None:
    _, problems = read_exceptions("zh-Hans.txt", f"帳號\t账{ODD}号\n".encode())
    assert "".join(problem.values.get("character", "") for problem in problems) == ODD
