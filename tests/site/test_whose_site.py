"""The site of some offices of a project: nothing of the others is in it, nor in its cache, in any language."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import opencc
import pytest

from planpress.cli.commands import main
from planpress.engine import editorial
from planpress.problems import report
from planpress.settings import Settings
from planpress.site.build import build
from planpress.site.checking import problems_of
from tests.markup import page
from tests.projects import MKDOCS, ORGANISATIONS, PLAN, ROOT, project, tree, write
from tests.site.test_showing import everything

OTHER = """\
name: 示範港務處
en: Sample Harbour Office
organisation: harbour
departments: [{name: 業務組, en: Business Department}, {name: 電務組, en: Electrical Department}]
"""
OTHER_PLAN = (
    PLAN.replace("示範處", "示範港務處")
    .replace("電子帳單", "泊位預約")
    .replace("基礎服務", "港區服務")
    .replace("到府", "登船")
)
FILES: Mapping[str, str | None] = {
    "offices/organisations.yml": f"{ORGANISATIONS}harbour: {{name: 示範港務公司, en: Sample Harbour Company, hotline: 0800-191-917}}\n",
    "offices/harbour/office.yml": OTHER,
    "offices/harbour/114/plan.yml": OTHER_PLAN,
    "offices/sample/113/plan.yml": f"{PLAN.replace('114年度', '113年度')}based_on: harbour/114\n",
    "content/topics.yml": """\
        topics:
          - {id: bills, name: 帳單, en: Bills, text: 帳單。, text_en: Bills., words: [帳單]}
          - {id: berths, name: 泊位, en: Berths, text: 泊位。, text_en: Berths., words: [泊位]}
        """,
    "content/synonyms.yml": """\
        synonyms:
          - {words: [船席], finds: [泊位預約]}
          - {words: [電子繳費單, 示範港務的單據, 0800-191-917, 撥0800-191-917], words_en: [sample harbour bill], finds: [電子帳單]}
        """,
    "content/glossary.yml": """\
        words:
          - {id: berth, name: 泊位, text: 船停泊的位置。, text_en: Where a ship lies.}
          - {id: bill, name: 電子帳單, text: 以電子郵件寄送的帳單。, text_en: A bill by e-mail.}
        """,
    "content/redirects.yml": """\
        redirects:
          - {from: port, to: harbour, date: 114-01-01, reason: 港務處改名。}
          - {from: old-sample, to: sample, date: 114-01-01, reason: 機關改名。}
        """,
    "mkdocs.sample.yml": MKDOCS.replace("示範網站", "示範處網站").replace(
        "extra:\n", "site_dir: site-sample\nextra:\n  offices: [sample]\n"
    ),
    "content/locales/en/LC_MESSAGES/plans.po": """\
        msgid "示範港務處114年度服務計畫"
        msgstr "Harbour plan for 2025"

        msgid "推廣泊位預約。"
        msgstr "Promote booking of 3 berths."
        """,
}
WORDS = ("港務", "港务", "harbour", "泊位", "Harbour", "berth", "船席", "登船", "停泊", "191-917")
"""Words of the other office: of its name, its company, its plan, and what explains and finds it."""


def settings_of(root: Path, file: str = "mkdocs.sample.yml") -> Settings:
    return Settings.load(root, file)


def built(root: Path, file: str = "mkdocs.sample.yml") -> Settings:
    settings = settings_of(root, file)
    outcome = build(settings, editorial)
    assert outcome.built is not None, report.terminal(outcome.problems)
    return settings


def telling(settings: Settings, words: tuple[str, ...]) -> dict[str, list[str]]:
    found = {
        path: [word for word in words if word in text or word in path]
        for path, text in everything(settings.root, settings.cache_dir.name, settings.site_dir.name).items()
    }
    return {path: words for path, words in found.items() if words}


def test_the_site_of_one_office_has_no_word_of_another(tmp_path: Path) -> None:
    root = project(tmp_path, FILES)
    settings = built(root)
    assert telling(settings, WORDS) == {}
    site = tree(settings.site_dir)
    assert {"index.html", "sample/index.html", "sample/114/index.html", "old-sample/index.html"} <= site.keys()
    assert {"topics/bills/index.html"} <= site.keys()
    assert not [path for path in site if path.startswith(("harbour", "topics/berths", "port"))]
    assert "電子繳費單".encode() in b"".join(content for path, content in site.items() if path.startswith("search/"))


def test_the_site_of_all_is_the_default_and_keeps_its_own_folder_and_cache(tmp_path: Path) -> None:
    root = project(tmp_path, FILES)
    whole = built(root, "mkdocs.yml")
    before = tree(root / "site")
    assert telling(whole, WORDS)
    settings = built(root)
    assert tree(root / "site") == before
    assert settings.cache_dir != whole.cache_dir
    assert telling(settings, WORDS) == {}
    assert main(["--config", str(root / "mkdocs.sample.yml"), "--jobs", "1"], tmp_path) == 0
    assert telling(settings, WORDS) == {}


def test_what_is_wrong_with_another_office_is_none_of_its_business(tmp_path: Path) -> None:
    wrong = {"offices/harbour/114/plan.yml": OTHER_PLAN.replace("who: 業務組", "who: 業物組"), "offices/harbour/x": ""}
    root = project(tmp_path, {**FILES, **wrong, "content/locales/en/LC_MESSAGES/plans.po": None})
    outcome = build(settings_of(root), editorial)
    assert outcome.built is not None
    assert [each.code for each in outcome.problems] == []
    assert problems_of(settings_of(root), editorial, whole=True) == []
    assert build(settings_of(root, "mkdocs.yml"), editorial).built is None


@pytest.mark.parametrize(
    "command",
    [["embed", "harbour", "114"], ["dossier", "harbour", "114", "--output", "x.zip"], ["due", "--office", "harbour"]],
)
def test_nothing_is_made_of_another_office_in_its_name(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", FILES)
    monkeypatch.chdir(tmp_path)
    assert main([*command, "--config", str(root / "mkdocs.sample.yml")], root) == 2
    out, told = capsys.readouterr()
    assert out == "" and "mkdocs.sample.yml 的網站沒有機關「harbour」" in told
    assert "sample（示範處）" in told and "港務" not in told
    assert not (tmp_path / "x.zip").exists()


def test_its_home_page_shows_its_plans_and_no_list_of_offices(tmp_path: Path) -> None:
    settings = built(project(tmp_path, FILES))
    html = page((settings.site_dir / "index.html").read_text("utf-8"))
    main_ = html.find(".//main")
    assert main_ is not None
    assert ["".join(each.itertext()) for each in main_.iter("h1")] == ["示範處承諾為您做什麼？"]
    cards = [each for each in main_.iter("p") if each.get("class") == "card-title"]
    assert [link.get("href") for each in cards for link in each.iter("a")] == ["sample/114/", "sample/113/"]
    assert not [each for each in main_.iter("ul") if each.get("class") == "offices"]
    canonical = [each.get("href") for each in html.iter("link") if each.get("rel") == "canonical"]
    assert canonical == ["https://plans.example/sub/"]
    assert "Sample Office" in (settings.site_dir / "en/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("offices", "told"),
    [
        ("[smaple]", "mkdocs.sample.yml:6:13  E468  沒有機關「smaple」"),
        ("[sample, 示範處]", "mkdocs.sample.yml:6:21  E468"),
        ("[]", "E215"),
        ("sample", "E205"),
    ],
)
def test_an_office_that_is_not_there_is_told_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], offices: str, told: str
) -> None:
    text = str(FILES["mkdocs.sample.yml"]).replace("[sample]", offices)
    root = project(tmp_path, {**FILES, "mkdocs.sample.yml": text})
    assert main(["check", "--config", str(root / "mkdocs.sample.yml")], root) == 2
    said = capsys.readouterr().err
    assert told in said
    assert "sample" in said


@pytest.mark.parametrize("site_dir", ["", "site_dir: site\n", "site_dir: ./site/\n"])
def test_two_sites_do_not_share_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], site_dir: str) -> None:
    text = str(FILES["mkdocs.sample.yml"]).replace("site_dir: site-sample\n", site_dir)
    root = project(tmp_path, {**FILES, "mkdocs.sample.yml": text})
    assert main(["check", "--config", str(root / "mkdocs.sample.yml")], root) == 2
    assert "E469" in capsys.readouterr().err
    assert main(["check"], root) == 0


@pytest.mark.parametrize("name", ["mkdocs.Kinmen.yml", "mkdocs..yml", "kinmen.yml", "mkdocs.a b.yml"])
def test_settings_have_a_name_that_tells_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    root = project(tmp_path, {name: MKDOCS})
    assert main(["check", "--config", str(root / name)], root) == 2
    assert "--config" in capsys.readouterr().err


def real_project(folder: Path) -> Path:
    for name in ("offices", "content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    write(
        folder,
        "mkdocs.kinmen.yml",
        text.replace("site_dir: site", "site_dir: site-kinmen").replace("extra:\n", "extra:\n  offices: [kinmen]\n"),
    )
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("documents", [False, True])
def test_the_site_of_kinmen_has_no_word_of_the_others(tmp_path: Path, documents: bool) -> None:
    root = real_project(tmp_path)
    names = [
        name
        for office in (root / "offices").glob("*/office.yml")
        if office.parent.name != "kinmen"
        for name in re.findall(r"^(?:name|en): (.+?)(?:  #.*)?$", office.read_text("utf-8"), re.MULTILINE)
    ]
    names += ["屏東區", "台北市區", "新營區", "第一區管理處", "台灣自來水公司", "台水公司", "Taiwan Water"]
    names += [opencc.OpenCC("tw2s").convert(name) for name in names]
    ids = [f"{each.name}/" for each in (root / "offices").iterdir() if each.is_dir() and each.name != "kinmen"]
    settings = replace(settings_of(root, "mkdocs.kinmen.yml"), documents=documents)
    outcome = build(settings, editorial)
    assert outcome.built is not None, report.terminal(outcome.problems)
    assert telling(settings, (*names, *ids)) == {}
