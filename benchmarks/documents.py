"""Times the documents of plans, kind by kind, beside LibreOffice and WeasyPrint on the same plan in one run.

``python -m benchmarks.documents`` prints tables in Markdown. Documents are timed in one process that has made another
plan's before, as a worker's is; each is new to it, for Typst remembers what it has set. Whole builds, LibreOffice and
WeasyPrint are timed from outside, as in :mod:`benchmarks.__main__`.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks import corpus
from benchmarks.__main__ import ROOT, run
from planpress.documents.press import Press
from planpress.engine import editorial
from planpress.model.document_files import document_files
from planpress.settings import Settings
from planpress.site.build import Only, build
from planpress.source.folders import plan_files
from planpress.source.repository import read_office, read_organisations, read_plan

LONGEST: Final = ("water-1", 105)
FIRST: Final = ("kinmen", 114)
"""Made before the longest, so that fonts and templates are loaded."""


def pressed(root: Path, scratch: Path) -> dict[str, tuple[bytes, float, float]]:
    """Every document of the longest plan: its bytes, wall and CPU seconds."""
    press = Press(Settings.load(root, site_dir=scratch / "site"))
    organisations, _ = read_organisations(root)
    taken = {}
    for office_id, roc_year in (FIRST, LONGEST):
        office, _ = read_office(root, office_id, organisations)
        assert office is not None
        plan, _ = read_plan(root, office, roc_year)
        assert plan is not None
        for file in document_files(tuple(press.editions)):
            wall, cpu = time.perf_counter(), time.process_time()
            data = press.document(file, plan, office, press.editions[file.tag])
            taken[f"{file.kind}, {file.tag}"] = (data, time.perf_counter() - wall, time.process_time() - cpu)
    return taken


def by_kind(root: Path, scratch: Path, runs: int) -> str:
    """CPU and wall of each document of the longest plan, the median of several presses; LibreOffice and WeasyPrint."""
    taken: dict[str, list[tuple[float, float]]] = {}
    made: dict[str, bytes] = {}
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as executor:  # a new process each, which remembers nothing
        for documents in executor.map(pressed, [root] * runs, [scratch] * runs):
            for name, (data, wall, cpu) in documents.items():
                taken.setdefault(name, []).append((wall, cpu))
                made[name] = data
    figures = {name: [median(column) for column in zip(*times, strict=True)] for name, times in taken.items()}
    odt = scratch / "plan.odt"
    odt.write_bytes(made["odt, zh-Hant"])
    figures |= {name: list(took) for name, took in others(odt, root, scratch, runs)}
    lines = ["| document | wall ms | CPU ms | kB |", "|---|---:|---:|---:|"]
    for name, (wall, cpu) in figures.items():
        size = f"{len(made[name]) / 1000:.0f}" if name in made else ""
        lines.append(f"| {name} | {wall * 1000:.0f} | {cpu * 1000:.0f} | {size} |")
    return "\n".join(lines)


def others(odt: Path, root: Path, scratch: Path, runs: int) -> Iterator[tuple[str, tuple[float, float]]]:
    """The same plan as PDF by other programs, each run a process of its own."""
    office = shutil.which("soffice")
    if office:
        profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
        command = [
            office,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(scratch),
            str(odt),
        ]
        run(command, scratch)  # makes its profile
        yield "LibreOffice, ODT to PDF", _middle([run(command, scratch) for _ in range(runs)])
    else:
        _absent("LibreOffice", "apt-get install libreoffice-writer-nogui")
    weasyprint = shutil.which("weasyprint")
    if weasyprint:
        site = scratch / "pages"
        run([sys.executable, str(root / "build.py"), "--no-documents", "--site-dir", str(site)], root)
        page = site / LONGEST[0] / str(LONGEST[1]) / "index.html"
        command = [weasyprint, "-q", str(page), str(scratch / "weasyprint.pdf")]
        yield "WeasyPrint, page to PDF", _middle([run(command, scratch) for _ in range(runs)])
    else:
        _absent("WeasyPrint", "make bench BENCH=benchmarks.documents installs it")


def growth(sizes: Sequence[tuple[int, int]], scratch: Path) -> str:
    """Whole builds of all documents, cold and unchanged, at growing size."""
    lines = ["| plans | run | wall s | CPU s | peak MB |", "|---:|---|---:|---:|---:|"]
    for offices, years in sizes:
        folder = scratch / f"{offices}x{years}"
        corpus.make(folder, offices, years)
        command = [sys.executable, "build.py", "--only", "documents"]
        for what in ("cold", "nothing changed"):
            wall, cpu, memory = run(command, folder)
            lines.append(f"| {offices * years} | {what} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |")
    return "\n".join(lines)


def cached(root: Path, scratch: Path, runs: int) -> str:
    """A rebuild of the real plans' documents when none has changed, without the start of Python."""
    folder = scratch / "real"
    for part in ("content", "theme", "offices"):
        shutil.copytree(root / part, folder / part)
    shutil.copy(root / "mkdocs.yml", folder)
    settings = Settings.load(folder, site_dir=folder / "site")
    build(settings, editorial, only=Only())
    taken = []
    for _ in range(runs):
        started = time.perf_counter(), time.process_time()
        build(settings, editorial, only=Only())
        taken.append((time.perf_counter() - started[0], time.process_time() - started[1]))
    wall, cpu = (median(column) for column in zip(*taken, strict=True))
    plans = len(plan_files(folder)[0])
    return f"The documents of the {plans} real plans again, unchanged: {wall * 1000:.0f} ms, {cpu * 1000:.0f} ms CPU."


def _middle(runs: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    wall, cpu, _ = (median(column) for column in zip(*runs, strict=True))
    return wall, cpu


def _absent(program: str, line: str) -> None:
    print(f"NOT MEASURED: {program} is not installed; {line}", file=sys.stderr)


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents", description=__doc__)
    parser.add_argument("--sizes", default="5x1,5x9,5x18", help="offices x years, separated by commas; may be empty")
    parser.add_argument("--runs", type=int, default=3, help="runs of each kind; the median is printed")
    options = parser.parse_args()
    sizes = [
        (int(offices), int(years)) for offices, years in (each.split("x") for each in options.sizes.split(",") if each)
    ]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        print(by_kind(ROOT, scratch, options.runs), "", cached(ROOT, scratch, options.runs), "", sep="\n", flush=True)
        print(growth(sizes, scratch))


if __name__ == "__main__":
    main()
