"""veraPDF, the reference validator, on every PDF of the real and the fictional plans: PDF/UA-1 and PDF/A-3a."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from planpress.documents.press import Press
from planpress.model.document_files import DocumentKind, document_files
from planpress.settings import Settings
from tests.blocks import blocks_project
from tests.documents.real import plans_of, results_of, surveys_of
from tests.programs import java, missing
from tests.projects import ROOT

pytestmark = [pytest.mark.java, pytest.mark.slow]


def written_by(settings: Settings, folder: Path) -> list[Path]:
    """Every PDF of a project's plans and of their results."""
    press = Press(settings)
    written: list[Path] = []
    for plan, office in plans_of(settings):
        for file in document_files(tuple(press.editions)):
            if file.kind in (DocumentKind.PDF, DocumentKind.LARGE_PDF):
                written.append(folder / file.name(office.id, plan.roc_year))
                written[-1].write_bytes(press.document(file, plan, office, press.editions[file.tag]))
        for path, content in (*results_of(press, plan, office), *surveys_of(press, office)):
            if path.suffix == ".pdf" and folder / path.name not in written:
                written.append(folder / path.name)
                written[-1].write_bytes(content)
    return written


@pytest.fixture(scope="module")
def pdfs(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Those of the real plans, of a plan with everything in it, and of the example."""
    folder = tmp_path_factory.mktemp("pdfs")
    real = [path for path in real_site.rglob("*.pdf") if "-plan." in path.name]  # not an office's own original
    return [
        *real,
        *written_by(blocks_project(folder / "project", documents=True), folder),
        *written_by(Settings.load(ROOT / "examples"), folder),
    ]


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_pdf_conforms(pdfs: list[Path], profile: str) -> None:
    jar = os.environ.get("PLANPRESS_VERAPDF") or missing(
        "veraPDF",
        "set PLANPRESS_VERAPDF to the jar of org.verapdf.apps:greenfield-apps (Maven Central); .ci/run fetches it",
    )
    program = [*java(), "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper"]
    command = [*program, "-f", profile, "--format", "json", *map(str, pdfs)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    jobs = json.loads(output)["report"]["jobs"]
    results = {Path(job["itemDetails"]["name"]).name: job.get("validationResult", "not validated") for job in jobs}
    assert set(results) == {path.name for path in pdfs}
    assert len(results) >= 30
    failed = {name: details for name, result in results.items() if (details := failures(result))}
    assert failed == {}


def failures(result: object) -> object:
    """The rules that a file breaks; nothing when it conforms."""
    each = result if isinstance(result, list) else [result]
    return [
        one if not isinstance(one, dict) else one["details"].get("ruleSummaries", "not compliant")
        for one in each
        if not isinstance(one, dict) or not one["compliant"]
    ]
