"""Kills builds at random moments, and looks whether the site is whole after each and as it should be after the next.

``python -m benchmarks.kills`` prints a table in Markdown, and ends with 1 if anything was wrong. Three kinds of builds
are killed: with nothing to start from, after an edit, and after a change of every page. A third of the first two and
all of the last are killed while they write; those that end before they can be killed are not counted.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from benchmarks import corpus
from benchmarks.__main__ import EDITED
from planpress.site.published import LIST, LOCK

KINDS: Final = ("cold", "one plan edited", "every page changed")
WRITING_SHARE: Final = {"cold": 1 / 3, "one plan edited": 1 / 3, "every page changed": 1.0}
TODAY: Final = "1748736000"
_NAMED: Final = re.compile(r'\b(?:href|src)="([^"#?]*\bassets/[^"#?]*)"')


@dataclass(slots=True)
class Project:
    """A small project in one of several states.

    Attributes:
        folder: where it is.
        first: its files as they were made, as far as a state changes them.
    """

    folder: Path
    first: dict[Path, bytes] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def put(self, state: str) -> None:
        """Bring the sources into a state: as made, one plan edited, or another theme and one plan withdrawn."""
        plans = sorted(self.folder.glob("offices/*/*/plan.yml"))
        style = self.folder / "theme" / "site" / "css" / "plan.css"
        if not self.first:
            self.first = {path: path.read_bytes() for path in (*plans, style)}
        for path, content in self.first.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        oldest, *_, newest = (path for path in self.first if path != style)
        if state == "edited":
            text = newest.read_text("utf-8")
            end = text.index("\n", text.index("- do: "))
            newest.write_text(f"{text[:end]}{EDITED}{text[end:]}", "utf-8")
        elif state == "other":
            style.write_bytes(self.first[style] + b"a { color: inherit }\n")
            shutil.rmtree(oldest.parent)

    def start(self, jobs: int) -> "subprocess.Popen[str]":
        """Begin a build."""
        return subprocess.Popen(
            [sys.executable, "build.py", "--no-documents", "--jobs", str(jobs), "--lang", "en"],
            cwd=self.folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": TODAY, "PYTHONPATH": str(corpus.ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def build(self) -> tuple[int, str, float]:
        """Build to the end; exit code, what was said, seconds."""
        started = time.perf_counter()
        with self.start(jobs=1) as process:
            _, said = process.communicate()
        return process.returncode, said, time.perf_counter() - started

    def forget(self) -> None:
        """Remove site and cache."""
        for folder in (self.site, self.folder / ".cache"):
            shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a build takes that nobody kills: until it begins to write, until it has written, and to its end."""

    writing: float
    written: float
    end: float

    def times(self, factor: float) -> "Timing":
        """The same on a machine that has less to do, or more."""
        return Timing(self.writing * factor, self.written * factor, self.end * factor)


@dataclass(slots=True)
class Tally:
    """What came of the kills of one kind."""

    kills: int = 0
    writing: int = 0
    ended: int = 0
    slowest: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)


def files(site: Path) -> dict[str, bytes]:
    """Everything in a site's folder, also what is hidden."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def broken(site: Path) -> Iterator[str]:
    """Each page that names a stylesheet, script or icon that is not there."""
    for page in site.rglob("*.html"):
        for named in _NAMED.findall(page.read_text("utf-8")):
            is_relative = not named.startswith(("http:", "https:", "/"))
            asset = page.parent / named if is_relative else site / "assets" / named.partition("assets/")[2]
            if not asset.is_file():
                yield f"{page.relative_to(site)}: {named}"


def timed(project: Project) -> Timing:
    """Watch a build to its end."""
    started = time.perf_counter()
    seen: list[float] = []
    with project.start(jobs=1) as process:
        while process.poll() is None:
            if (project.site / LOCK).exists():
                seen.append(time.perf_counter() - started)
            time.sleep(0.001)
    end = time.perf_counter() - started
    return Timing(seen[0] if seen else end, seen[-1] if seen else end, end)


def killed(project: Project, kind: str, timing: Timing, random: Random) -> bool:
    """Begin a build and kill it somewhere; whether it was still there to be killed."""
    with project.start(jobs=random.choice((1, 2))) as process:
        if random.random() < WRITING_SHARE[kind]:
            while process.poll() is None and not (project.site / LOCK).exists():
                time.sleep(0.0005)
            time.sleep(random.uniform(0, timing.written - timing.writing))
        else:
            time.sleep(random.uniform(0, timing.end))
        was_there = process.poll() is None
        process.kill()
        process.communicate()
    return was_there


def run(runs: int, seed: int) -> tuple[dict[str, Tally], list[str]]:
    """Kill so many builds; what came of it by kind, and every fault."""
    random = Random(seed)
    tallies = {kind: Tally() for kind in KINDS}
    told: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        project = Project(Path(scratch) / "project")
        make(project.folder, seed)
        clean, timings = measured(project)
        state = "other"
        while (number := sum(tally.kills for tally in tallies.values())) < runs:
            kind = KINDS[number % len(KINDS)]
            state = next_state(kind, state)
            tally = tallies[kind]
            if kind == "cold":
                project.forget()
            project.put(state)
            was_there = killed(project, kind, timings[kind], random)
            timings[kind] = timings[kind].times(1.05 if was_there else 0.8)
            tally.kills += was_there
            tally.ended += not was_there
            tally.writing += (project.site / LOCK).exists()
            faults = {"mixed": list(broken(project.site))}
            code, said, seconds = project.build()
            tally.slowest = max(tally.slowest, seconds)
            faults["failed"] = [f"exit {code}: {said}"] if code else []
            faults["differs"] = list(differences(clean[state], files(project.site)))
            for fault, found in faults.items():
                tally.faults[fault] += bool(found)
                told += [f"kill {number} ({kind}), {fault}: {each}" for each in found[:3]]
    return tallies, told


def make(folder: Path, seed: int) -> None:
    """A project that is built in about a second: two plans, one language."""
    corpus.make(folder, offices=1, years=2, seed=seed)
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("[zh-Hant, en, zh-Hans]", "[zh-Hant]"), "utf-8")
    (folder / "content" / "topics.yml").unlink()


def next_state(kind: str, state: str) -> str:
    """What the sources are to become: an edit changes little, a new theme every page."""
    if kind == "every page changed":
        return "made" if state == "other" else "other"
    return "edited" if state == "made" else "made"


def measured(project: Project) -> tuple[dict[str, dict[str, bytes]], dict[str, Timing]]:
    """What the site should be in each state, and how long each kind of build takes."""
    clean: dict[str, dict[str, bytes]] = {}
    timings: dict[str, Timing] = {}
    for state in ("edited", "other", "made"):
        project.put(state)
        project.forget()
        timings["cold"] = timed(project)
        clean[state] = files(project.site)
        if LIST not in clean[state]:
            raise SystemExit(f"The corpus cannot be built: {project.build()[1]}")
    project.put("edited")
    timings["one plan edited"] = timed(project)
    project.put("other")
    timings["every page changed"] = timed(project)
    return clean, timings


def differences(expected: Mapping[str, bytes], found: Mapping[str, bytes]) -> Iterator[str]:
    """Each file that is not as it should be."""
    for path in sorted(expected.keys() | found.keys()):
        if expected.get(path) != found.get(path):
            yield path


def table(tallies: Mapping[str, Tally]) -> str:
    """The figures in Markdown."""
    lines = [
        "| build | kills | of these while writing | ended before, not counted | mixed sites | next build failed"
        " | next site differs | slowest next build s |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for kind, tally in tallies.items():
        faults = " | ".join(str(tally.faults[fault]) for fault in ("mixed", "failed", "differs"))
        lines.append(f"| {kind} | {tally.kills} | {tally.writing} | {tally.ended} | {faults} | {tally.slowest:.1f} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, print the table; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    parser.add_argument("--runs", type=int, default=500, help="builds to kill")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same moments, as far as time can")
    options = parser.parse_args(arguments)
    tallies, told = run(options.runs, options.seed)
    print(table(tallies))
    print("\n".join(told), file=sys.stderr)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
