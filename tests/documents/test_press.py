from dataclasses import replace
from pathlib import Path

import pytest

from planpress.documents.making import MadeDocuments
from planpress.documents.press import Press, make_documents
from planpress.model import Office, Plan
from planpress.model.document_files import DocumentFile, document_files
from planpress.model.plan_task import PlanTask
from planpress.settings import Settings
from planpress.site.build import Only, build
from planpress.source.repository import read_office, read_organisations, read_plan
from tests.projects import PLAN, project


def task(root: Path) -> tuple[Settings, PlanTask]:
    office, _ = read_office(root, "sample", read_organisations(root)[0])
    assert office is not None
    return Settings.load(root), PlanTask("key", office, 114)


def test_a_plan_without_a_date_has_every_document(tmp_path: Path) -> None:
    settings, wanted = task(project(tmp_path))
    (made,) = make_documents(settings, "inputs", [wanted])
    assert set(made.files) == {
        f"sample/114/files/sample-114-plan.{end}"
        for end in (
            "zh-Hant.pdf", "en.pdf", "zh-Hans.pdf", "zh-Hant.odt", "en.odt", "zh-Hans.odt",
            "zh-Hant.ods", "en.ods", "zh-Hant.csv", "en.csv", "zh-Hant.large.pdf", "en.large.pdf",
            "zh-Hant.jsonl", "en.jsonl",
        )
    }  # fmt: skip
    assert made.problems == ()
    assert MadeDocuments.from_record("key", made.record()) == made


def test_a_character_without_a_glyph_is_reported_where_it_stands_and_costs_no_document(tmp_path: Path) -> None:
    rare = "ก"  # Thai, not in Noto Sans CJK
    settings, wanted = task(
        project(tmp_path, {"offices/sample/114/plan.yml": PLAN.replace("到府服務", f"到府{rare}服務")})
    )
    (made,) = make_documents(settings, "other inputs", [wanted])
    assert len(made.files) == 14
    (problem,) = made.problems
    assert (problem.code, problem.place.file, problem.place.line, problem.place.column, dict(problem.values)) == (
        "W801", "offices/sample/114/plan.yml", 10, 18, {"character": rare, "code": "U+0E01"},
    )  # fmt: skip


def test_the_approved_original_is_offered_as_it_is(tmp_path: Path) -> None:
    sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    plan = PLAN + f"original: {{file: approved.pdf, sha256: {sha256}, date: 114-01-20}}\n"
    root = project(tmp_path, {"offices/sample/114/plan.yml": plan, "offices/sample/114/approved.pdf": "test"})
    settings, wanted = task(root)
    (made,) = make_documents(settings, "more inputs", [wanted])
    assert made.files["sample/114/files/approved.pdf"] == (sha256, 4)


def test_a_second_build_of_everything_has_nothing_to_write(tmp_path: Path) -> None:
    settings = replace(Settings.load(project(tmp_path)), documents=True)
    first = build(settings, lambda *_: ())
    again = build(settings, lambda *_: ())
    assert first.built is not None and again.built is not None
    assert (first.built.documents, again.built.written.changed) == (14, 0)


def test_the_documents_of_one_plan_are_put_into_the_site_that_is_there(tmp_path: Path) -> None:
    settings = Settings.load(project(tmp_path))
    other = "title: 示範處113年度服務計畫\n" + PLAN.split("\n", 1)[1]
    project(tmp_path, {"offices/sample/113/plan.yml": other})
    with_documents = replace(settings, documents=True)
    outcome = build(with_documents, lambda *_: (), only=Only("sample", 114))
    assert outcome.built is not None
    assert (outcome.built.plans, outcome.built.documents) == (1, 14)
    assert sorted(path.name for path in settings.site_dir.iterdir()) == [".planpress.json", "sample"]
    assert sorted(path.name for path in (settings.site_dir / "sample").iterdir()) == ["114"]
    nobody = build(with_documents, lambda *_: (), only=Only("nobody")).built
    assert nobody is not None and nobody.plans == 0


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Office, list[Press]]:
    """The sample plan, and two presses that know nothing of each other."""
    root = project(tmp_path_factory.mktemp("sample"))
    settings, wanted = task(root)
    plan, _ = read_plan(root, wanted.office, 114)
    assert plan is not None
    return plan, wanted.office, [Press(settings) for _ in range(2)]


@pytest.mark.parametrize("file", document_files(("zh-Hant", "en")))
def test_every_document_is_the_same_each_time(file: DocumentFile, sample: tuple[Plan, Office, list[Press]]) -> None:
    plan, office, presses = sample
    first, second = (press.document(file, plan, office, press.editions[file.tag]) for press in presses)
    assert first == second
