"""Adding a language is a folder, a line in mkdocs.yml and the translation: shown with Japanese."""

import shutil
from pathlib import Path

from planpress.cli.commands import main
from planpress.settings import Settings
from planpress.site.build import build
from tests.projects import MKDOCS, project, tree

LOCALES = "content/locales"


def test_a_third_language_is_a_site_of_its_own_with_its_fallback_marked(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {
            "mkdocs.yml": MKDOCS.replace("extra:", "extra:\n  languages: [zh-Hant, en, ja, zh-Hans]"),
            f"{LOCALES}/ja/LC_MESSAGES/terms.po": 'msgid "承辦部門"\nmsgstr "担当部署"\n',
            f"{LOCALES}/ja/LC_MESSAGES/interface.po": 'msgid "首頁"\nmsgstr "ホーム"\n',
        },
    )
    assert main(["translate"], root) == 0
    catalogue = root / LOCALES / "ja" / "LC_MESSAGES" / "plans.po"
    text = catalogue.read_text("utf-8")
    catalogue.write_text(text.replace('"到府服務。"\nmsgstr ""', '"到府服務。"\nmsgstr "訪問サービス。"'), "utf-8")

    outcome = build(Settings.load(root), lambda *_: ())
    assert outcome.built is not None
    assert (outcome.problems, outcome.built.languages) == ((), 4)

    pages = tree(root / "site")
    found = {path.removeprefix("ja/") for path in pages if path.startswith("ja/") and path.endswith(".html")}
    assert found == {path.removeprefix("en/") for path in pages if path.startswith("en/") and path.endswith(".html")}
    page = pages["ja/sample/114/index.html"].decode()
    assert '<html lang="ja">' in page
    assert "訪問サービス。" in page
    assert "担当部署" in page
    assert 'lang="zh-Hant" class="untranslated">推廣電子帳單。<' in page
    assert "ホーム" in page
    for other in ("sample/114/index.html", "en/sample/114/index.html"):
        assert 'hreflang="ja" lang="ja">日本語</a>' in pages[other].decode()
        assert (
            '<link rel="alternate" hreflang="ja" href="https://plans.example/sub/ja/sample/114/">'
            in pages[other].decode()
        )


def test_a_language_without_any_folder_is_all_fallback(tmp_path: Path) -> None:
    root = project(tmp_path, {"mkdocs.yml": MKDOCS.replace("extra:", "extra:\n  languages: [zh-Hant, ja]")})
    shutil.rmtree(root / LOCALES)
    outcome = build(Settings.load(root), lambda *_: ())
    assert outcome.built is not None
    assert "訪問" not in (root / "site" / "ja" / "sample" / "114" / "index.html").read_text("utf-8")
