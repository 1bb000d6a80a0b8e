"""veraPDF, the reference validator, on every PDF of the five real plans: PDF/UA-1 and PDF/A-3a."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.programs import missing

pytestmark = [pytest.mark.java, pytest.mark.slow]


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_pdf_conforms(real_site: Path, profile: str) -> None:
    java = shutil.which("java") or missing("java", "apt-get install default-jre-headless")
    jar = os.environ.get("PLANPRESS_VERAPDF") or missing(
        "veraPDF",
        "set PLANPRESS_VERAPDF to the jar of org.verapdf.apps:greenfield-apps (Maven Central); .ci/run fetches it",
    )
    pdfs = [path for path in real_site.rglob("*.pdf") if "-plan." in path.name]  # not an office's own original
    program = [java, "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper"]
    command = [*program, "-f", profile, "--format", "json", *map(str, pdfs)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    jobs = json.loads(output)["report"]["jobs"]
    results = {Path(job["itemDetails"]["name"]).name: job.get("validationResult", "not validated") for job in jobs}
    assert set(results) == {path.name for path in pdfs}
    assert len(results) >= 25
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
