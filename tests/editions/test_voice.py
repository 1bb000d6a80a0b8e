from dataclasses import replace

import pytest

from planpress.editions.voice import voice_of
from planpress.model.publisher import Publisher, PublisherKind
from tests.pages.making import EDITIONS, SETTINGS, every_language
from tests.written import office

NAME = {"zh-Hant": "示範協會", "en": "Sample Society"}


def voice(kind: str, tag: str = "zh-Hant", **more: object):  # type: ignore[no-untyped-def]
    publisher = Publisher.model_validate({"kind": kind, **more})
    return voice_of(replace(SETTINGS, publisher=publisher).facts, EDITIONS[tag])


@every_language
def test_a_transcription_is_named_as_one(tag: str) -> None:
    said = voice("transcription", tag, name=NAME)
    assert (said.site.value, said.publisher.value) == {
        "zh-Hant": ("示範網站（非官方轉錄）", "示範協會"),
        "en": ("Sample Site (unofficial transcription)", "Sample Society"),
        "zh-Hans": ("示范网站（非官方转录）", "示范协会"),
    }[tag]
    assert said.creator("示範處") == said.publisher.value


@pytest.mark.parametrize("kind", ["office", "company"])
def test_an_office_or_a_company_has_its_own_name(kind: str) -> None:
    said = voice(kind, name=NAME)
    assert (said.site.value, said.publisher.value, said.creator("示範處")) == ("示範網站", "示範協會", "示範處")


def test_whoever_does_not_say_who_publishes_is_no_office() -> None:
    said = voice_of(SETTINGS.facts, EDITIONS["zh-Hant"])
    assert said.is_transcription
    assert said.publisher == said.site


def test_a_site_that_is_named_as_a_transcription_does_not_say_so_twice() -> None:
    settings = replace(SETTINGS, site_name={"zh-Hant": "服務計畫非官方轉錄", "en": "Plans, unofficially"})
    assert voice_of(settings.facts, EDITIONS["en"]).site.value == "Plans, unofficially"


def test_a_name_that_is_not_translated_stays_chinese_and_says_so() -> None:
    settings = replace(SETTINGS, site_name={"zh-Hant": "示範網站"})
    site = voice_of(settings.facts, EDITIONS["en"]).site
    assert (site.value, site.lang) == ("示範網站（非官方轉錄）", "zh-Hant")


@pytest.mark.parametrize(
    ("name", "own", "other"),
    [
        ("金門區營業處", "本處", "該處"),
        ("示範分局", "本局", "該局"),
        ("示範服務所", "本所", "該所"),
        ("示範分公司", "本公司", "該公司"),
        ("示範服務中心", "本中心", "該中心"),
        ("局外人", "本機關", "該機關"),
    ],
)
def test_an_office_is_spoken_of_by_what_it_is(name: str, own: str, other: str) -> None:
    spoken_of = office(f"name: {name}\ndepartments: [{{name: 業務組}}]")
    assert (voice("office").office(spoken_of), voice("company").office(spoken_of)) == (own, own)
    assert voice("transcription").office(spoken_of) == other


def test_other_languages_speak_of_any_office_alike() -> None:
    spoken_of = office("name: 示範處\ndepartments: [{name: 業務組}]")
    assert voice("office", "en").office(spoken_of) == "this office"
    assert voice("transcription", "en").office(spoken_of) == "the office"
    assert voice("transcription", "zh-Hans").office(spoken_of) == "该处"


def test_every_kind_has_its_words() -> None:
    assert set(PublisherKind) == {"office", "company", "transcription"}
