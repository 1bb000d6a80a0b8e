"""A build that remembers gives what one gives that has nothing to remember, whatever has changed in between."""

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from planpress.engine import editorial
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site.build import build
from tests.projects import ABOUT, MKDOCS, ORGANISATIONS, PLAN, ROOT, project, write

ORIGINAL = "%PDF-1.7 sample\n"
WITH_ORIGINAL = f"{PLAN}adopted: 113-03\noriginal: {{file: original.pdf, sha256: {hashlib.sha256(ORIGINAL.encode()).hexdigest()}}}\n"

BEFORE: Mapping[str, str | None] = {
    "mkdocs.yml": MKDOCS.replace("site_name: 示範網站", "site_name: !ENV [SAMPLE_NAME, 示範網站]")
    + "hooks: [hook.py]\nvalidation: {links: {anchors: ignore}}\n",
    "hook.py": "def on_page_markdown(markdown, **_):\n    return f'{markdown}\\n\\nOne.'\n",
    "content/zh-Hant/about.md": ABOUT + "\n## 說明 { #explained }\n",
    "content/locales/en/LC_MESSAGES/plans.po": 'msgid "推廣電子帳單。"\nmsgstr "Electronic bills."\n',
    "offices/sample/114/plan.yml": f"{PLAN}transcription_notes: [照錄。]\n",
    "offices/sample/113/plan.yml": WITH_ORIGINAL.replace("114年度", "113年度"),
    "offices/sample/113/original.pdf": ORIGINAL,
}
INTERFACE = (ROOT / "content/locales/en/LC_MESSAGES/interface.po").read_text("utf-8")
THEME = ROOT / "theme/site"


def theme(path: str, old: str, new: str) -> str:
    text = (THEME / path).read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


EDITS: Mapping[str, Mapping[str, str | None]] = {
    "markdown extensions": {"mkdocs.yml": str(BEFORE["mkdocs.yml"]).replace("[attr_list]", "[]")},
    "name": {"mkdocs.yml": str(BEFORE["mkdocs.yml"]).replace("示範網站", "另一網站")},
    "English name": {"mkdocs.yml": str(BEFORE["mkdocs.yml"]).replace("Sample Site", "Another Site")},
    "address": {"mkdocs.yml": str(BEFORE["mkdocs.yml"]).replace("/sub/", "/other/")},
    "languages": {"mkdocs.yml": str(BEFORE["mkdocs.yml"]).replace("extra:", "extra:\n  languages: [zh-Hant, zh-Hans]")},
    "description": {"mkdocs.yml": str(BEFORE["mkdocs.yml"]).replace("extra:", "extra:\n  description: {zh-Hant: 新}")},
    "hook": {"hook.py": "def on_page_markdown(markdown, **_):\n    return f'{markdown}\\n\\nAnother.'\n"},
    "page": {"content/zh-Hant/about.md": ABOUT.replace("示範網站的說明", "新的說明")},
    "page gone": {"content/en/about.md": None},
    "page new": {"content/zh-Hant/privacy.md": ABOUT},
    "interface": {"content/locales/en/LC_MESSAGES/interface.po": INTERFACE.replace('msgstr "Browse"', 'msgstr "Look"')},
    "translation": {"content/locales/en/LC_MESSAGES/plans.po": 'msgid "到府服務。"\nmsgstr "Home visits."\n'},
    "translation gone": {"content/locales/en/LC_MESSAGES/plans.po": None},
    "translation wrong": {"content/locales/en/LC_MESSAGES/plans.po": 'msgid "到府服務。"\nmsgstr "Visits 3。"\n'},
    "plan": {"offices/sample/114/plan.yml": PLAN.replace("推廣", "推動")},
    "plan gone": {"offices/sample/113/plan.yml": None, "offices/sample/113/original.pdf": None},
    "plan with a warning": {"offices/sample/114/plan.yml": PLAN.replace("2. 到府", "3. 到府")},
    "plan as last year's": {"offices/sample/114/plan.yml": f"{PLAN}adopted: 113-03\n"},
    "last year's plan as this year's": {
        "offices/sample/113/plan.yml": WITH_ORIGINAL.replace("114年度", "113年度") + "transcription_notes: [照錄。]\n"
    },
    "original changed": {"offices/sample/113/original.pdf": "%PDF-1.7 another\n"},
    "original gone": {"offices/sample/113/original.pdf": None},
    "organisation": {"offices/organisations.yml": ORGANISATIONS.replace("示範公司", "另一公司")},
    "accent": {"offices/organisations.yml": ORGANISATIONS + '  accent: "#7a1020"\n'},
    "template": {"theme/site/plan.html": theme("plan.html", "<article", "<article data-new")},
    "style": {"theme/site/css/plan.css": "a { top: 0 }\n"},
    "script": {"theme/site/assets/planpress.js": "export const a = 1;\n"},
    "icon": {"theme/site/assets/icon.svg": "<svg/>\n"},
}


@pytest.fixture(autouse=True, scope="module")
def in_june_2025() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "1748736000")
        yield


def everything(folder: Path) -> dict[str, bytes]:
    """The site to the last byte, with the list of what it holds."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def made(root: Path) -> tuple[dict[str, bytes] | None, list[Problem]]:
    outcome = build(Settings.load(root), editorial)
    return everything(root / "site") if outcome.built else None, sorted(outcome.problems, key=lambda each: each.place)


def edit(root: Path, files: Mapping[str, str | None]) -> None:
    for path, content in files.items():
        if content is None:
            (root / path).unlink()
        else:
            write(root, path, content)
    for folder in root.glob("offices/*/*"):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def compare(root: Path, files: Mapping[str, str | None]) -> None:
    """Edit a project that was built; build it warm, and a copy of it cold."""
    first = everything(root / "site")
    edit(root, files)
    cold = root.with_name("cold")
    shutil.copytree(root, cold)
    for name in ("site", ".cache"):
        shutil.rmtree(cold / name)
    expected, problems = made(cold)
    found, told = made(root)
    assert told == problems
    assert found == expected
    assert first != expected or told, "the edit says nothing"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("warm") / "project", BEFORE)
    found, problems = made(root)
    assert found is not None, problems
    return root


@pytest.fixture
def root(tmp_path: Path, once: Path) -> Path:
    """A project that was built."""
    return Path(shutil.copytree(once, tmp_path / "warm"))


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_gives_the_same_warm_and_cold(root: Path, name: str) -> None:
    compare(root, EDITS[name])


def test_any_file_of_the_theme_counts(root: Path) -> None:
    plan = theme("plan.html", "<article", "{% include 'part.txt' %}<article")
    edit(root, {"theme/site/plan.html": plan, "theme/site/part.txt": "1"})
    made(root)
    compare(root, {"theme/site/part.txt": "2"})


@pytest.mark.parametrize(("variable", "value"), [("SAMPLE_NAME", "環境網站"), ("SOURCE_DATE_EPOCH", "1767196800")])
def test_another_environment_gives_the_same_warm_and_cold(
    root: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    compare(root, {})


DOCUMENTS: Mapping[str, Mapping[str, str | None]] = {
    "address": {"mkdocs.yml": str(BEFORE["mkdocs.yml"]).replace("/sub/", "/other/")},
    "template": {"theme/documents/meta.xml": "<!-- new -->"},
    "original": {
        "offices/sample/113/original.pdf": "new",
        "offices/sample/113/plan.yml": str(BEFORE["offices/sample/113/plan.yml"]).replace(
            hashlib.sha256(ORIGINAL.encode()).hexdigest(), hashlib.sha256(b"new").hexdigest()
        ),
    },
    "translation": {"content/locales/en/LC_MESSAGES/plans.po": 'msgid "到府服務。"\nmsgstr "Home visits."\n'},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_the_same_warm_and_cold(root: Path, name: str) -> None:
    files = {path: str(content).replace("documents: false", "") for path, content in DOCUMENTS[name].items()}
    if name == "template":
        files = {path: (ROOT / path).read_text("utf-8") + text for path, text in files.items()}
    write(root, "mkdocs.yml", str(BEFORE["mkdocs.yml"]).replace("documents: false", ""))
    made(root)
    compare(root, files)
    assert list((root / "site/sample/113/files").glob("*.zh-Hant.pdf"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_any_edits_after_one_another_give_the_same_warm_and_cold(
    root: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(seed)
    for name in random.sample(sorted(EDITS), 5):
        edit(root, {path: content for path, content in EDITS[name].items() if content or (root / path).exists()})
        if random.random() < 0.3:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(random.randrange(1_700_000_000, 1_800_000_000)))
        made(root)
    cold = root.with_name("cold")
    shutil.copytree(root, cold)
    for name in ("site", ".cache"):
        shutil.rmtree(cold / name)
    expected, problems = made(cold)
    found, told = made(root)
    assert told == problems
    if expected is not None:
        assert found == expected
