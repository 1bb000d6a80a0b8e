from datetime import date
from pathlib import Path

import pytest

from planpress.language import EN, ZH_HANS, ZH_HANT
from planpress.settings import Settings, SettingsError, today


def load(root: Path, text: str) -> Settings:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return Settings.load(root)


def test_the_settings_are_those_of_mkdocs_yml(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
site_name: 示範網站
site_url: https://plans.example/sub/path
site_dir: public
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


def test_little_has_to_be_said(tmp_path: Path) -> None:
    settings = load(tmp_path, "site_url: https://plans.example/")
    assert settings.site_url == "https://plans.example/"
    assert settings.languages == (ZH_HANT, EN, ZH_HANS)
    assert settings.site_dir == tmp_path / "site"


def test_what_mkdocs_reads_from_the_environment_is_read_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://real.example/")
    monkeypatch.delenv("SITE_DIR", raising=False)
    settings = load(
        tmp_path, "site_url: !ENV [SITE_URL, 'https://plans.example/']\nsite_dir: !ENV [SITE_DIR, public]\n"
    )
    assert (settings.site_url, settings.site_dir) == ("https://real.example/", tmp_path / "public")


def test_tags_for_extensions_of_mkdocs_are_passed_over(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
        site_url: https://plans.example/
        markdown_extensions:
          - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
          - emoji:
              index: !!python/name:material.extensions.emoji.twemoji
          - snippets: {base_path: !relative $config_dir}
        """,
    )
    assert settings.site_url == "https://plans.example/"


def test_the_caller_may_name_another_site_folder(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: https://plans.example/\nsite_dir: public", "utf-8")
    assert Settings.load(tmp_path, site_dir=tmp_path / "elsewhere").site_dir == tmp_path / "elsewhere"


def test_a_preview_has_a_cache_of_its_own(tmp_path: Path) -> None:
    built = load(tmp_path, "site_url: https://plans.example/")
    assert Settings.load(tmp_path, preview=True).cache_dir != built.cache_dir


def test_a_language_that_the_program_does_not_know_may_be_added(tmp_path: Path) -> None:
    settings = load(tmp_path, "site_url: https://plans.example/\nextra: {languages: [zh-Hant, id]}")
    assert [(language.tag, language.prefix) for language in settings.languages] == [("zh-Hant", ""), ("id", "id/")]


@pytest.mark.parametrize(
    "text",
    [
        "site_url: [",
        "- site_url",
        "just text",
        "",
        "site_name: 示範網站",
        "site_url: ftp://plans.example/",
        "site_url: plans.example",
        "site_url: https://plans.example/\nextra: {languages: [en, zh-Hant]}",
        "site_url: https://plans.example/\nextra: {languages: zh-Hant}",
        "site_url: https://plans.example/\nextra: {languages: [zh-Hant, 3]}",
        "site_url: https://plans.example/\nextra: [languages]",
        "site_url: https://plans.example/\nextra: {site_name: Sample Site}",
        "site_url: https://plans.example/\nextra: {description: 說明}",
        "site_url: https://plans.example/\nextra: {description: {en: only English}}",
    ],
)
def test_settings_that_cannot_be_used_say_why_in_two_languages(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"^[^/]*[一-龥][^/]*。 ?/ [^一-龥]*"):
        load(tmp_path, text)


def test_a_file_that_is_missing_or_no_utf_8_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"讀不到 mkdocs\.yml.*Cannot read mkdocs\.yml"):
        Settings.load(tmp_path)
    (tmp_path / "mkdocs.yml").write_bytes("site_name: 示範".encode("big5"))
    with pytest.raises(SettingsError, match=r"mkdocs\.yml is not valid YAML"):
        Settings.load(tmp_path)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1735660799", date(2024, 12, 31)),  # 2024-12-31 15:59:59 UTC, the last second of the year in Taiwan
        ("1735660800", date(2025, 1, 1)),
        ("0", date(1970, 1, 1)),
    ],
)
def test_today_is_the_day_in_taiwan_at_the_epoch(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == day


def test_without_an_epoch_today_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs((today() - date.today()).days) <= 1


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "99999999999999999999"])
def test_an_epoch_that_is_none_is_wrong_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        load(tmp_path, "site_url: https://plans.example/")
