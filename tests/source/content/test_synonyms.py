from pathlib import Path

import pytest

from planpress.editions.edition import Edition
from planpress.editions.hans import HansConverter
from planpress.model import Topic
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.search.asking import asked, in_english, leading_nowhere, topic_words
from planpress.settings import Settings
from planpress.site.build import build
from planpress.source.content.synonyms import read_vocabulary, unfound
from tests.projects import ROOT, project, write

SYNONYMS = """\
filler: [怎麼]
filler_en: ["on", how do i]
common: [帳單, 服務]
synonyms:
  - words: [紙本帳單]
    finds: [電子帳單]
    words_en: [paperless]
    finds_en: [e-bill]
  - words: [到府, 到家]
"""
TOPIC = Topic(id="x", name="電子帳單", en="E-bills", text="文", text_en="Text", words=("电子帐单", "憑證"))


def test_a_site_without_the_file_has_no_synonyms(tmp_path: Path) -> None:
    vocabulary, problems = read_vocabulary(tmp_path)
    assert (vocabulary.synonyms, vocabulary.filler, problems) == ((), (), [])


def test_synonyms_are_read_with_their_problems(tmp_path: Path) -> None:
    write(tmp_path, "content/synonyms.yml", SYNONYMS)
    vocabulary, problems = read_vocabulary(tmp_path)
    assert problems == []
    assert [each.all_words() for each in vocabulary.synonyms] == [("紙本帳單", "paperless"), ("到府", "到家")]
    write(tmp_path, "content/synonyms.yml", SYNONYMS.replace("finds_en", "find_en"))
    vocabulary, problems = read_vocabulary(tmp_path)
    assert vocabulary.synonyms == ()
    assert [(each.code, each.place.line) for each in problems] == [("E201", 8)]


def test_words_find_what_plans_call_it_or_one_another_in_either_language(tmp_path: Path) -> None:
    write(tmp_path, "content/synonyms.yml", SYNONYMS)
    vocabulary, _ = read_vocabulary(tmp_path)
    chinese = asked(Edition(ZH_HANT), vocabulary, (TOPIC,), {})
    assert chinese.synonyms == ((["紙本帳單"], ["電子帳單"]), (["到府", "到家"], ["到府", "到家"]))
    assert in_english(Edition(ZH_HANT), vocabulary) == ((["paperless"], ["電子帳單"]),)
    assert chinese.filler == ("怎麼", "on", "how do i")
    assert chinese.topics == (("topics/x/", ["電子帳單", "电子帐单", "憑證"]),)
    edition = Edition(ZH_HANS, hans=HansConverter())
    simplified = asked(edition, vocabulary, (TOPIC,), {})
    assert simplified.synonyms[0] == (["纸本账单"], ["电子账单"])
    assert in_english(edition, vocabulary) == ((["paperless"], ["电子账单"]),)
    assert simplified.topics[0][1][0] == "电子账单"
    english = asked(Edition(EN), vocabulary, (TOPIC,), {})
    assert (chinese.words, simplified.words, english.words) == (("帳單", "服務"), ("账单", "服务"), ())
    assert english.synonyms == ((["paperless", "電子帳單"], ["e-bill"]),)
    assert topic_words(TOPIC, vocabulary.synonyms, english=True) == ["E-bills", "e-bill"]


def test_synonyms_that_find_nothing_are_a_warning_at_their_place(tmp_path: Path) -> None:
    write(tmp_path, "content/synonyms.yml", SYNONYMS)
    vocabulary, _ = read_vocabulary(tmp_path)
    assert leading_nowhere(vocabulary, [["推廣电子帐单"], ["到家服務"]]) == []
    assert leading_nowhere(vocabulary, [["推廣電子帳單"]]) == [1]
    assert leading_nowhere(vocabulary, [["An e-bill"], ["到府"]]) == []
    assert leading_nowhere(vocabulary, []) == [0, 1]
    assert [(each.code, each.place.line) for each in unfound(tmp_path, [1])] == [("W621", 9)]
    assert unfound(tmp_path, []) == []


def test_a_build_warns_of_synonyms_that_find_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    root = project(tmp_path, {"content/synonyms.yml": SYNONYMS.replace("[到府, 到家]", "[恐龍, 暴龍]")})
    for _ in range(2):
        outcome = build(Settings.load(root), lambda *_: ())
        assert [(each.code, each.place.line) for each in outcome.problems] == [("W621", 9)]
    write(root, "content/synonyms.yml", SYNONYMS)
    assert build(Settings.load(root), lambda *_: ()).problems == ()


def test_every_synonym_of_ours_finds_something_in_both_languages() -> None:
    vocabulary, problems = read_vocabulary(ROOT)
    assert problems == []
    assert all(each.words and each.words_en for each in vocabulary.synonyms)


def test_every_common_word_of_ours_is_in_a_plan_and_whole() -> None:
    vocabulary, _ = read_vocabulary(ROOT)
    plans = "\n".join(path.read_text("utf-8") for path in sorted(ROOT.glob("offices/*/*/plan.yml")))
    assert len(vocabulary.common) > 200
    assert [word for word in vocabulary.common if len(word) < 2 or word not in plans] == []
