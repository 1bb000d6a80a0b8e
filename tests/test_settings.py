from datetime import date
from pathlib import Path

import pytest

from planpress.configuration.web_address import in_ascii, wrong_part
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings, day_of
from planpress.site.loading import settings_problems
from tests import snippets
from tests.projects import MKDOCS

NEEDED = """\
site_name: 示範網站
site_url: https://plans.example/
docs_dir: content
plugins: [planpress]
"""


def load(root: Path, text: str) -> Settings:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return Settings.load(root)


def codes(text: str) -> list[str]:
    """Codes and marked characters of the problems of a mkdocs.yml that has, besides this, all that is needed."""
    return [line.split(" ", 1)[1] for line in snippets.of_settings(NEEDED + text)]


def refused(root: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        Settings.load(root)
    return caught.value.told("en")


def test_the_settings_are_those_of_mkdocs_yml(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
site_name: 示範網站
site_url: https://plans.example/sub/path
site_dir: public
docs_dir: content
plugins: [planpress]
extra:
  languages: [zh-Hant, en]
  site_name: {en: Sample Site}
  description: {zh-Hant: 說明}
""",
    )
    assert settings.site_url == "https://plans.example/sub/path/"
    assert settings.site_name == {"zh-Hant": "示範網站", "en": "Sample Site"}
    assert settings.description == {"zh-Hant": "說明"}
    assert settings.languages == (ZH_HANT, EN)
    assert settings.site_dir == tmp_path / "public"
    assert settings.offices_dir == tmp_path / "offices"
    assert settings.theme_dir == tmp_path / "theme" / "site"
    assert settings.locales_dir == tmp_path / "content" / "locales"
    assert not settings.preview


@pytest.mark.parametrize(
    ("custom_dir", "house"),
    [("theme/site", "a/b"), ("./theme/site/", "a/b"), ("../theme/site", "a"), ("../../theme/site", "")],
)
def test_a_site_within_a_project_may_use_the_theme_of_that(tmp_path: Path, custom_dir: str, house: str) -> None:
    root = tmp_path / "a" / "b"
    root.mkdir(parents=True)
    settings = load(root, f"{NEEDED}theme: {{name: material, custom_dir: {custom_dir}}}\n")
    assert settings.house == tmp_path / house
    assert settings.theme_dir == tmp_path / house / "theme" / "site"
    assert settings.documents_dir == tmp_path / house / "theme" / "documents"
    assert settings.content_dir == root / "content"


@pytest.mark.parametrize(
    "custom_dir",
    ["..", "../site", "../other/theme/site", "a/../../theme/other", "/theme/site", "../" * 5 + "theme/site"],
)
def test_no_other_folder_is_a_theme(tmp_path: Path, custom_dir: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{NEEDED}theme: {{name: material, custom_dir: {custom_dir}}}\n", "utf-8")
    assert "E445" in refused(tmp_path)


def test_the_publisher_is_whoever_the_file_names(tmp_path: Path) -> None:
    publisher = """
extra:
  publisher:
    kind: company
    name: {zh-Hant: 示範公司, en: Sample Company}
    contact: {hotline: "1910", website: https://plans.example/}
    copyright: {zh-Hant: 示範公司 版權所有}
"""
    said = load(tmp_path, NEEDED + publisher).publisher
    assert (said.kind, said.name["en"]) == ("company", "Sample Company")
    assert [(name, fact.value) for name, fact in said.contact.known()] == [
        ("hotline", "1910"),
        ("website", "https://plans.example/"),
    ]
    assert not said.is_transcription
    assert load(tmp_path, NEEDED + publisher.replace("company", "transcription")).publisher.is_transcription


def test_little_has_to_be_said(tmp_path: Path) -> None:
    settings = load(tmp_path, NEEDED)
    assert settings.site_url == "https://plans.example/"
    assert settings.languages == (ZH_HANT, EN, ZH_HANS)
    assert settings.site_dir == tmp_path / "site"
    assert settings.publisher.is_transcription


def test_what_mkdocs_reads_from_the_environment_is_read_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://real.example/")
    monkeypatch.delenv("SITE_DIR", raising=False)
    text = NEEDED.replace("https://plans.example/", "!ENV [SITE_URL, 'https://plans.example/']")
    settings = load(tmp_path, f"{text}site_dir: !ENV [SITE_DIR, public]\n")
    assert (settings.site_url, settings.site_dir) == ("https://real.example/", tmp_path / "public")


def test_tags_for_extensions_of_mkdocs_are_never_obeyed_and_those_of_python_are_told(tmp_path: Path) -> None:
    text = """\
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}} }
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - pymdownx.snippets: {base_path: !relative $config_dir}
"""
    assert [code.split()[0] for code in codes(text)] == ["W441", "W441"]
    load(tmp_path, NEEDED + text)


@pytest.mark.parametrize(
    "tag", ["object/apply:os.mkdir", "name:os.system", "module:os", "object/new:pymdownxx.a", "name:material"]
)
def test_no_other_program_is_named_by_a_tag(tmp_path: Path, tag: str) -> None:
    made = tmp_path / "made"
    assert codes(f'edit_uri: !!python/{tag} ["{made}"]\n')[0].startswith("E310")
    assert not made.exists()


def test_the_caller_may_name_another_site_folder(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{NEEDED}site_dir: public", "utf-8")
    assert Settings.load(tmp_path, site_dir=tmp_path / "elsewhere").site_dir == tmp_path / "elsewhere"


def test_a_preview_has_a_cache_of_its_own(tmp_path: Path) -> None:
    built = load(tmp_path, NEEDED)
    assert Settings.load(tmp_path, preview=True).cache_dir != built.cache_dir


def test_a_language_that_the_program_does_not_know_may_be_added(tmp_path: Path) -> None:
    settings = load(tmp_path, NEEDED + "extra: {languages: [zh-Hant, id]}")
    assert [(language.tag, language.prefix) for language in settings.languages] == [("zh-Hant", ""), ("id", "id/")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("extra: {languages: [zh-hant, zh_TW, assets, ../x]}", ["E440 zh-hant", "E440 zh_TW", "E440 assets", "E440 ../x"]),
        ("extra: {languages: [zh-Hant, en/../.., root, und, EN, xx]}", ["E440 en/../..", "E440 root", "E440 und", "E440 EN", "E440 xx"]),
        ("extra: {languages: []}", ["E215 []"]),
        ("extra: {languages: zh-Hant}", ["E205 zh-Hant"]),
        ("extra: {languages: [zh-Hant, ja]}", ["E443 ja"]),
        ("extra: {languages: [zh-Hant, 3, no]}", ["E451 3", "E451 no"]),
        ("extra: {languages: [zh-Hant, {en: English}]}", ["E204 {en: English}"]),
        ("extra:", ["E207 extra"]),
        ("theme:", ["E207 theme"]),
        ("extra: [languages]", ["E206 [languages]"]),
        ("extra: {site_name: Sample Site}", ["E206 Sample Site"]),
        ("extra: {site_name: {en: 2025-01-01}}", ["E451 2025-01-01"]),
        ("extra: {description: {en: only English}}", ["E202 description"]),
        ("extra: {documents: 'yes', fonts: 標楷體}", ["E210 'yes'", "E205 標楷體"]),
        ("site_dir: [a]", ["E203 [a]"]),
        ("site_dir: ~", ["E207 site_dir"]),
        (f"site_dir: {'a' * 300}", [f"E453 {'a' * 300}"]),
        ('site_dir: "a\\0"', ['E453 "a\\0"', "E501 a\\0"]),
        ("theme: {custom_dir: other}", ["E445 other"]),
        ("theme: 3", ["E206 3"]),
        ("markdown_extensions: tables", ["E205 tables"]),
        ("markdown_extensions: [nosuch.thing, 3]", ["E447 nosuch.thing", "E203 3"]),
        ("<<: {use_directory_urls: false}", ["E448 <<"]),
        ("extra: {x: {<<: {a: b}}}", ["W444 x", "E448 <<"]),
        ("copyright: &all [*all]", ["E309 &all [", "E309 *all"]),
        ("copyright: !secret x", ["E310 !secret x"]),
        ("copyright: !!binary aGk=", ["E310 !!binary aGk="]),
        (r'copyright: "\ud800"', ["E319 d8"]),
        (r'copyright: "a\e[2J"', [r"E501 a\e[2J"]),
        ("copyright: 2025-13-45", ["E320 2025-13-45"]),
        ("copyright: =", ["E320 ="]),
        (f"copyright: {'1' * 5000}", [f"E320 {'1' * 5000}"]),
        ("copyright: !!int x", ["E320 !!int x"]),
        (f"nav: {'[' * 30}{']' * 30}", ["E308 ["]),
        ("nav:\n\t- about.md", ["E307 \t"]),
        ("? [a]\n: b", ["E314 ["]),
        ("---\na: b", ["E311 ---"]),
        ("site_name: 另一個", ["E312 site_name"]),
        ("copyright: !ENV []", ["E449 !ENV []"]),
        ("copyright: !ENV {TOKEN: x}", ["E449 !ENV {TOKEN: x}"]),
        ("copyright: !ENV [[TOKEN], x]", ["E449 !ENV [[TOKEN], x]"]),
        ("copyright: !ENV [NOSUCH, TOKEN, x]", ["W443 !ENV [NOSUCH, TOKEN, x]"]),
        ("site_author: 王小明 0912-345-678", ["W502 0912-345-678"]),
        ("extra: {contact: me@gmail.com}", ["W444 contact", "W503 me@gmail.com"]),
        ("extra: {site_name: {zh-Hans: 服务计划, en: file:///etc/passwd}}", ["E506 file://"]),
        ("extra: {description: {zh-Hant: 服务计划}}", ["W501 务", "W501 计"]),
        ("extra: {site_name: {zh-hans: x}}", ["W444 zh-hans"]),
        ("site_nam: x", ["W444 site_nam"]),
        ("languages: [zh-Hant]", ["W445 languages"]),
        ("publisher: {kind: office}", ["W445 publisher"]),
        ("extra: {publisher: }", ["E207 publisher"]),
        ("extra: {publisher: 示範處}", ["E206 示範處"]),
        ("extra: {publisher: {name: {zh-Hant: 示範處}}}", ["E202 {name: {zh-Hant: 示範處}}"]),
        ("extra: {publisher: {kind: ofice, name: {zh-Hant: 示範處}}}", ["E211 ofice"]),
        ("extra: {publisher: {kind: office}}", ["E202 {kind: office}"]),
        ("extra: {publisher: {kind: office, name: 示範處}}", ["E206 示範處"]),
        ("extra: {publisher: {kind: office, name: {}}}", ["E215 {}"]),
        ("extra: {publisher: {kind: office, name: {en: Sample Office}}}", ["E202 name"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 示範處, ja: x}}}", ["W444 ja"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 示範處}, tel: x}}", ["E201 tel"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 甲}, contact: a@b.example}}", ["E206 a@b.example"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 甲}, contact: {hotline: 1910}}}", ["E451 1910"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 甲}, contact: {website: x, email: x, telephone: x}}}",
         ["E507 x", "E508 x", "E509 x"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 甲}, contact: {email: me@gmail.com}}}", ["W503 me@gmail.com"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 甲}, copyright: {en: x}}}", ["E202 copyright"]),
        ("extra: {publisher: {kind: office, name: {zh-Hant: 服务}}}", ["W501 务"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(text: str, expected: list[str]) -> None:
    assert sorted(codes(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text", ["!!python/dict {a: b}", "!ENV {a: b}", "[", "- a", "text", "", "a: [", "\x00", "%", "!!set {a}"]
)
def test_what_is_no_file_of_settings_is_refused_without_a_traceback(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert "mkdocs.yml:1:" in refused(tmp_path)


def test_everything_is_told_at_once_in_the_readers_language(tmp_path: Path) -> None:
    text = NEEDED.replace("https://plans.example/", "https://me:secret@plans.example/")
    (tmp_path / "mkdocs.yml").write_text(
        f"{text}use_directory_urls: false\nextra: {{languages: [zh-Hant, xx], documents: maybe}}\n", "utf-8"
    )
    with pytest.raises(SettingsError) as caught:
        Settings.load(tmp_path)
    assert [(each.code, each.place.line, each.place.column) for each in caught.value.problems] == [
        ("E444", 2, 19),
        ("E445", 5, 21),
        ("E440", 6, 30),
        ("E210", 6, 46),
    ]
    assert "unknown language tag “xx”" in caught.value.told("en")
    assert "不認得的語言代碼「xx」" in caught.value.told("zh-Hant")


def test_the_file_comes_in_by_the_door_of_all_files(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    assert "mkdocs.yml  E404" in refused(tmp_path)
    file.mkdir()
    assert "mkdocs.yml  E406" in refused(tmp_path)
    file.rmdir()
    file.write_bytes(MKDOCS.encode("utf-16"))
    assert "mkdocs.yml:1:1  E302" in refused(tmp_path)
    file.write_bytes(f"site_name: {'服務計畫公開網' * 9}".encode("big5"))
    assert "mkdocs.yml:1:12  E303" in refused(tmp_path)
    file.write_text(f"{NEEDED}#{'x' * 2_000_000}", "utf-8")
    assert "mkdocs.yml  E301" in refused(tmp_path)
    file.rename(tmp_path / "elsewhere.yml")
    file.symlink_to(tmp_path / "elsewhere.yml")
    assert "mkdocs.yml  E405" in refused(tmp_path)


def test_a_language_and_an_office_cannot_have_one_address(tmp_path: Path) -> None:
    (tmp_path / "offices" / "ja").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(NEEDED + "extra: {languages: [zh-Hant, ja]}", "utf-8")
    assert "E443  the address /ja/ of the language “ja” is taken" in refused(tmp_path)


def test_a_variable_that_is_not_utf_8_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_NAME", "\udcaa\udcf7")
    (tmp_path / "mkdocs.yml").write_text(NEEDED.replace("示範網站", "!ENV SITE_NAME"), "utf-8")
    assert "mkdocs.yml:1:12  E450" in refused(tmp_path)


def test_what_deserves_a_second_look_is_among_the_problems_of_a_project(tmp_path: Path) -> None:
    load(tmp_path, NEEDED + "hooks: [hooks.py]\n")
    assert [each.code for each in settings_problems(tmp_path)] == ["W440"]


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://plans.example", None),
        ("http://localhost:8000/", None),
        ("https://[::1]:8000/plans/", None),
        ("https://192.0.2.1/%E8%A8%88/", None),
        ("https://me:secret@plans.example/", "me:secret@"),
        ("https://plans.example/?a", "?a"),
        ("https://plans.example/#a", "#a"),
        ("https://plans.example/a b/", " b/"),
        ("https://計畫.tw/", "計畫.tw"),
        ("https://plans.example/計畫/", "/計畫/"),
        ("https://plans.example/%zz", "/%zz"),
        ("https://plans.example/a/../b", "/a/../b"),
        ("https://plans.example//a", "//a"),
        ("https://plans.example:99999/", ":99999"),
        ("https://plans.example:0/", ":0"),
        ("https://plans.example:８０/", ":８０"),
        ("https://[zz]/", "[zz]"),
        ("https://1.2.3/", "1.2.3"),
        ("https://a..b/", "a..b"),
        (f"https://{'a' * 64}.tw/", f"{'a' * 64}.tw"),
        ("https:///plans", "https:///plans"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("//plans.example/", "//plans.example/"),
        ("plans.example", "plans.example"),
        ("ftp://plans.example/", "ftp://plans.example/"),
    ],
)
def test_the_wrong_part_of_an_address_is_known(address: str, wrong: str | None) -> None:
    span = wrong_part(address)
    assert (span and address[span[0] : span[1]]) == wrong


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://計畫.tw/服務 計畫/", "https://xn--gpyr35b.tw/%E6%9C%8D%E5%8B%99%20%E8%A8%88%E7%95%AB/"),
        ("https://plans.example/", None),
        (f"https://{'計' * 200}.tw/", None),
        ("https://me:secret@計畫.tw/", None),
    ],
)
def test_an_address_in_chinese_is_offered_as_the_web_writes_it(address: str, written: str | None) -> None:
    assert in_ascii(address) == written


def test_a_long_address_is_judged_at_once() -> None:
    assert wrong_part(f"https://plans.example/{'a' * 100_000}\x00") is not None


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1735660799", date(2024, 12, 31)),  # 2024-12-31 15:59:59 UTC, the last second of the year in Taiwan
        ("1735660800", date(2025, 1, 1)),
        ("0", date(1970, 1, 1)),
        ("29695046399", date(2910, 12, 31)),  # 民國 999
    ],
)
def test_today_is_the_day_in_taiwan_at_the_epoch(epoch: str, day: date) -> None:
    assert day_of(epoch) == (day, [])


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_an_epoch_today_is_today(epoch: str | None) -> None:
    day, problems = day_of(epoch)
    assert day is not None and abs((day - date.today()).days) <= 1
    assert problems == []


@pytest.mark.parametrize(
    "epoch", ["yesterday", "1e9", " ", "-1", "1.5", "29695046400", "316537891200", "9" * 5000, "١٧٣٥٦٦٠٨٠٠", "1\n"]
)
def test_an_epoch_that_is_none_is_wrong_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    (tmp_path / "mkdocs.yml").write_text(NEEDED, "utf-8")
    assert refused(tmp_path).startswith("SOURCE_DATE_EPOCH  E454")
