"""What is promised for the real plans: a change is stale where it was made, and nowhere else."""

import re
import shutil
from functools import partial
from pathlib import Path

import pytest

from planpress.editions.po_reader import load_catalogue
from planpress.settings import Settings
from planpress.translating import command
from planpress.translating.workspace import open_workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    for name in ("offices", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    settings = Settings.load(tmp_path)
    command.update(settings, "en")
    return settings


def places(settings: Settings) -> list[str]:
    return [
        f"{each.place.file}:{line}"
        for each in open_workspace(settings).stale_problems()
        for line in each.values["lines"].split(", ")
    ]


slow = partial(pytest.param, marks=pytest.mark.slow)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("offices/kinmen/114/plan.yml", "以日常業務直接、高頻率接觸用戶提供服務之本處各部門為實施對象。"),
        slow("offices/xinying/111/plan.yml", "明確的區營業處方向導引標示及銜牌。"),  # other offices have it too
        slow("offices/taipei-city/112/plan.yml", "原表本項部門及期間列於前頁，依先後對應"),  # three times
    ],
)
def test_changing_one_sentence_turns_exactly_its_places_stale(settings: Settings, file: str, sentence: str) -> None:
    path = settings.root / file
    original = path.read_text("utf-8")
    catalogue = settings.locales_dir / "en" / "LC_MESSAGES" / "plans.po"
    before = catalogue.read_bytes()
    [plan] = [each for each in open_workspace(settings).plans if each.file == file]
    expected = [f"{file}:{line}" for line in plan.lines[sentence]]
    path.write_text(original.replace(sentence, f"{sentence[:-1]}等{sentence[-1]}"), "utf-8")
    assert places(settings) == expected
    assert command.update(settings, "en")[1]
    assert places(settings) == expected
    path.write_text(original, "utf-8")
    assert command.update(settings, "en")[1]
    assert places(settings) == []
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize("name", ["interface", "plans", "terms"])
def test_no_translation_says_a_sentence_twice(name: str) -> None:
    catalogue, _ = load_catalogue(ROOT, ROOT / "content" / "locales" / "en" / "LC_MESSAGES" / f"{name}.po")
    assert catalogue is not None
    said = {text: re.findall(r"[^.!?;:]{20,}", text) for entry in catalogue.entries for text in entry.strings}
    assert len(said) > 100
    assert [
        text for text, sentences in said.items() if len(sentences) > len({each.strip() for each in sentences})
    ] == []
