"""CONTRIBUTING.md is true: what it names exists, and who takes its steps gets a check, a page, a format and a problem."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.projects import MKDOCS, PLAN, ROOT, project, write

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CHINESE, ENGLISH = CONTRIBUTING.split("\n## English\n")
LANGUAGES = pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh-Hant", "en"])
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#]+)\)")
NAME = re.compile(r"[A-Z]\w+\.\w+|[A-Z]\w{2,}|[a-z]+_\w+")
"""Of a class, a function or a constant."""
PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:md|toml|py)")


def steps(text: str) -> dict[str, list[str]]:
    """The numbered steps under each heading of one language."""
    sections = [section.split("\n", 1) for section in text.split("\n### ")[1:]]
    return {heading: re.findall(r"(?m)^\d+\. (.+)$", body) for heading, body in sections}


def commands(text: str) -> list[list[str]]:
    """The words of every command that a text names."""
    return [code.split() for code in CODE.findall(text) if code.startswith(("python ", "make "))]


def paths(text: str) -> set[str]:
    """Every path that a text names, in code, in a link or as an argument of a command."""
    words = [word for code in CODE.findall(text) for word in code.split()]
    return {word for word in words if PATH.fullmatch(word)} - {".venv/bin/python", "office.yml"} | set(
        LINK.findall(text)
    )


@LANGUAGES
def test_every_path_that_it_names_is_there(text: str) -> None:
    assert len(paths(text)) > 30
    assert [path for path in sorted(paths(text)) if not (ROOT / path).exists()] == []


@LANGUAGES
def test_every_command_that_it_names_is_there(text: str) -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
    assert len(commands(text)) > 10
    for command in commands(text):
        match command:
            case ["make", target]:
                assert target in targets, command
            case ["python", "-m", module, *_]:
                assert find_spec(module) is not None, command
            case ["python", script, *_]:
                assert (ROOT / script).is_file(), command


@LANGUAGES
def test_every_name_in_code_is_found_where_its_step_leads(text: str) -> None:
    lacking = []
    for step in [step for section in steps(text).values() for step in section]:
        named = [ROOT / path for path in paths(step)]
        files = [file for path in named for file in (path.glob("*.py") if path.is_dir() else [path])]
        said = "\n".join(file.read_text("utf-8") for file in files)
        names = [code.rpartition(".")[2] for code in CODE.findall(step) if NAME.fullmatch(code)]
        lacking += [f"{name}: {step}" for name in names if not re.search(rf"\b{name}\b", said)]
    assert lacking == []


def test_both_languages_have_the_same_steps() -> None:
    chinese, english = steps(CHINESE), steps(ENGLISH)
    assert [len(each) for each in chinese.values()] == [len(each) for each in english.values()]
    for ours, theirs in zip(chinese.values(), english.values(), strict=True):
        for one, other in zip(ours, theirs, strict=True):
            assert (paths(one), commands(one)) == (paths(other), commands(other))


CHECK_CODE = """\

W198:
  zh-Hant:
    what: 標題以句號結尾
    mend: 刪去句號。
    why: 標題不是句子。
  en:
    what: the title ends with a full stop
    mend: Take the full stop away.
    why: A title is no sentence.
  example:
    context: plan
    wrong: 'title: 示範處114年度服務計畫。'
    right: 'title: 示範處114年度服務計畫'
"""

CHECK = '''\
"""The title of a plan as a title."""

from collections.abc import Iterator

from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.values.finding import Finding


def check_title(file: PlanFile) -> Iterator[Finding]:
    """A full stop at the end."""
    if file.title.endswith("。"):
        yield Finding("W198", ("title",), span=(len(file.title) - 1, len(file.title)))
'''

CHECK_TEST = """\
from tests.snippets import of_plan


def test_a_title_has_no_full_stop() -> None:
    assert of_plan("title: 示範處114年度計畫。") == ["1:18 W198 。"]
"""

PAGE = '''\
"""機關聯絡方式: every office, and where it is reached."""

from collections.abc import Sequence

from planpress import addresses
from planpress.overview.holdings import ListedOffice
from planpress.pages.frame.maker import PageMaker


def contacts_page(maker: PageMaker, held: Sequence[ListedOffice]) -> str:
    """Every office, with a link to its page.

    Args:
        maker: of this language.
        held: every office with its plans.
    """
    _ = maker.edition.gettext
    title = _("機關聯絡方式")
    view = maker.frame(
        addresses.CONTACTS,
        title=title,
        description=_("各機關的聯絡方式。"),
        breadcrumbs=((title, addresses.CONTACTS),),
    )
    offices = [
        (maker.office_name(each.office), addresses.relative(addresses.CONTACTS, addresses.office(each.office.id)))
        for each in held
    ]
    return maker.render("contacts.html", view=view, title=title, offices=offices)
'''

TEMPLATE = """\
{% extends "base.html" %}
{% block main %}
<h1>{{ title }}</h1>
<ul>
{% for name, href in offices %}
<li><a href="{{ href }}">{{ name }}</a></li>
{% endfor %}
</ul>
{% endblock %}
"""

PART = '''\


def contacts_part(site: Site) -> Iterator[Artifact]:
    """The page on how offices are reached."""
    for language in site.facts.languages:
        yield page(language, addresses.CONTACTS, site.vintage, contacts_page, site.listed)
'''

FORMAT = '''\
"""A plan as plain text, a paragraph a line."""

from collections.abc import Iterator

from planpress.documents.document import Document, DocumentLine, Heading, plain


def plain_text(document: Document) -> bytes:
    """The title, the headings, the paragraphs and the measures."""
    return "\\n".join(_lines(document)).encode()


def _lines(document: Document) -> Iterator[str]:
    yield document.title.value
    for part in document.parts:
        match part:
            case Heading():
                yield f"{part.number or ''}{part.text.value}"
            case DocumentLine():
                yield f"{part.number or ''}{plain(part.text)}"
            case _:
                yield from (f"{row.number or ''}{plain(row.text)}" for row in part.rows)
'''

PROBLEM = """\

W998:
  zh-Hant:
    what: 主題「{id}」的字詞「{word}」只有一個字
    mend: 改用兩個字以上的字詞。
    why: 一個字幾乎在每項作法裡都找得到。
  en:
    what: the topic “{id}” asks for a single character, “{word}”
    mend: Ask for a word of two characters or more.
    why: Nearly every measure has any one character.
  example:
    context: topics
    wrong: |-
      topics:
        - {id: bills, name: 帳單, en: Bills, text: 帳單。, text_en: Bills., words: [帳]}
    right: |-
      topics:
        - {id: bills, name: 帳單, en: Bills, text: 帳單。, text_en: Bills., words: [帳單]}
"""

FOUND = """\
        for index, word in enumerate(topic.words):
            if len(word) == 1:
                yield Finding("W998", ("topics", position, "words", index), {"id": topic.id, "word": word})
"""

ENGLISH_TEXTS = {
    "機關聯絡方式": "Contacts",
    "各機關的聯絡方式。": "How to reach each office.",
    "純文字 TXT": "Plain text TXT",
}

TOPICS = """\
topics:
  - {id: bills, name: 帳單, en: Bills, text: 各種帳單。, text_en: Bills., words: [帳]}
"""


EDITORIAL = {
    f"content/{tag}/{name}.md": f"# {name}\n\n## Contact {{ #contact }}\n"
    for tag in ("zh-Hant", "en")
    for name in ("about", "accessibility", "privacy")
}
"""The pages that every page leads to."""


class Contributor:
    """Changes a copy of the project, which holds a small site instead of the real one, as CONTRIBUTING.md says."""

    def __init__(self, root: Path) -> None:
        self.root = root
        files = {
            "mkdocs.yml": MKDOCS.replace("documents: false", "documents: true"),
            "offices/sample/114/plan.yml": PLAN.replace("服務計畫", "服務計畫。", 1),
            "content/topics.yml": TOPICS,
            **EDITORIAL,
        }
        project(root, files)
        for folder in ("planpress", "tests", "docs", "schema"):
            skipped = shutil.ignore_patterns("__pycache__", "node_modules", "golden")
            shutil.copytree(ROOT / folder, root / folder, ignore=skipped)
        for file in ("build.py", "pyproject.toml"):
            shutil.copy(ROOT / file, root)

    def add(self, path: str, text: str) -> None:
        """A file of its own, in a folder that CONTRIBUTING.md names."""
        assert f"{path.rpartition('/')[0]}/" in paths(ENGLISH) and not (self.root / path).exists(), path
        write(self.root, path, text)

    def amend(self, path: str, *changes: tuple[str, str]) -> None:
        """Lines put behind lines of a file that CONTRIBUTING.md names, itself or by a folder that it lies in."""
        assert {path, *(f"{folder}/" for folder in Path(path).parents)} & paths(ENGLISH), path
        text = (self.root / path).read_text("utf-8")
        for behind, lines in changes:
            assert text.count(behind) == 1, f"{path}: {behind!r}"
            text = text.replace(behind, behind + lines)
        write(self.root, path, text)

    def append(self, path: str, text: str) -> None:
        """Lines at the end of such a file."""
        whole = (self.root / path).read_text("utf-8")
        self.amend(path, (whole, text))

    def run(self, *words: str, code: int = 0, named: bool = True) -> str:
        """Run ``python`` in the copy, with the copy's planpress; by default a command that CONTRIBUTING.md names."""
        assert not named or ["python", *words] in commands(ENGLISH), words
        environment = {**os.environ, "PYTHONPATH": str(self.root), "SOURCE_DATE_EPOCH": "1748736000"}
        done = subprocess.run(
            [sys.executable, *words], cwd=self.root, env=environment, capture_output=True, text=True, encoding="utf-8"
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def page(self, path: str) -> str:
        """A file of the site that was built."""
        return (self.root / "site" / path).read_text("utf-8")


def add_a_check(copy: Contributor) -> None:
    copy.append("planpress/problems/catalogue/plans.yml", CHECK_CODE)
    copy.add("planpress/source/checks/title.py", CHECK)
    copy.amend(
        "planpress/source/checks/__init__.py",
        (
            "from planpress.source.checks.structure import check_structure\n",
            "from planpress.source.checks.title import check_title\n",
        ),
        ("    yield from check_years(file, roc_year)\n", "    yield from check_title(file)\n"),
    )
    copy.add("tests/source/checks/test_title.py", CHECK_TEST)


def add_a_page(copy: Contributor) -> None:
    copy.amend("planpress/addresses.py", ('        "browse",\n', '        "contacts",\n'))
    copy.amend("planpress/addresses.py", ('BROWSE: Final = "browse/"\n', 'CONTACTS: Final = "contacts/"\n'))
    copy.add("planpress/pages/ways/contacts.py", PAGE)
    copy.add("theme/site/contacts.html", TEMPLATE)
    copy.append("planpress/artifacts/pages.py", PART)
    copy.amend(
        "planpress/artifacts/pages.py",
        (
            "from planpress.pages.proofs.quality import office_quality_page, quality_page\n",
            "from planpress.pages.ways.contacts import contacts_page\n",
        ),
    )
    copy.amend(
        "planpress/artifacts/parts.py",
        ("from planpress.artifacts.pages import (\n    bulletins_part,\n", "    contacts_part,\n"),
        (
            "    Part(offices_part),\n",
            '    Part(contacts_part, (MenuEntry(addresses.CONTACTS, message("機關聯絡方式")),)),\n',
        ),
    )


def add_a_format(copy: Contributor) -> None:
    copy.amend(
        "planpress/model/document_files.py",
        (
            '    """The measures as open data."""\n',
            '    TEXT = "txt"\n    """The plan without any markup."""\n',
        ),
        ('    DocumentKind.CSV: "text/csv",\n', '    DocumentKind.TEXT: "text/plain",\n'),
        (
            "    DocumentKind.CSV: (AUTHORITATIVE.tag, EN.tag),\n",
            "    DocumentKind.TEXT: (AUTHORITATIVE.tag, EN.tag),\n",
        ),
    )
    copy.add("planpress/documents/plain_text.py", FORMAT)
    copy.amend(
        "planpress/documents/press.py",
        (
            "from planpress.documents.pdf_metadata import with_dublin_core\n",
            "from planpress.documents.plain_text import plain_text\n",
        ),
        (
            "            return as_draft(document) if is_draft else document\n\n        match file.kind:\n",
            "            case DocumentKind.TEXT:\n"
            "                return plain_text(document_of(plan, office, voice, url))\n",
        ),
    )
    copy.amend(
        "planpress/pages/frame/downloads.py",
        (
            "    match kind:\n",
            '        case DocumentKind.TEXT:\n            return _("純文字 TXT")\n',
        ),
    )


def add_a_problem(copy: Contributor) -> None:
    copy.append("planpress/problems/catalogue/topics.yml", PROBLEM)
    copy.amend("planpress/source/content/topics.py", ("        seen[topic.id] += 1\n", FOUND))


def translate(copy: Contributor) -> None:
    copy.run("-m", "planpress.tools.interface")
    entries = [(f'msgid "{chinese}"\nmsgstr "', english) for chinese, english in ENGLISH_TEXTS.items()]
    copy.amend("content/locales/en/LC_MESSAGES/interface.po", *entries)


@pytest.mark.slow
def test_its_steps_add_a_check_a_page_a_format_and_a_problem(tmp_path: Path) -> None:
    copy = Contributor(tmp_path / "copy")
    add_a_check(copy)
    add_a_page(copy)
    add_a_format(copy)
    add_a_problem(copy)
    translate(copy)
    copy.run("-m", "planpress.tools.problem_docs")

    copy.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_architecture.py", named=False)
    copy.run("-m", "pytest", "tests/source/checks", "tests/problems")
    copy.run("-m", "ruff", "check", "planpress", named=False)
    copy.run("-m", "ruff", "format", "--check", "planpress", named=False)
    assert "### W198" in (copy.root / "docs/zh-Hant/problems.md").read_text("utf-8")

    said = copy.run("build.py", "--jobs", "1", named=False)
    assert "offices/sample/114/plan.yml:1:20  W198  標題以句號結尾" in said
    assert "content/topics.yml:2:76  W998  主題「bills」的字詞「帳」只有一個字" in said
    assert "<h1>機關<wbr>聯絡<wbr>方式</h1>" in copy.page("contacts/index.html")
    assert "<h1>Contacts</h1>" in copy.page("en/contacts/index.html")
    assert '<a href="../contacts/">機關聯絡方式</a>' in copy.page("sitemap/index.html")
    assert "1.推廣電子帳單。" in copy.page("sample/114/files/sample-114-plan.zh-Hant.txt").splitlines()
    assert "sample-114-plan.en.txt" in copy.page("en/sample/114/index.html")
    assert "（純文字 TXT，1\N{NO-BREAK SPACE}KB）" in copy.page("data/index.html")
    copy.run("build.py", "check", "--site", named=False)
