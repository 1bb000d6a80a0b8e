"""Kills publishing at random moments while a reader asks without pause, and looks at every answer.

``python -m benchmarks.release_kills`` prints a table in Markdown, and ends with 1 if anything was wrong: an answer that
is not, byte for byte, that of a release; a page that names what is not there; a run after a kill that does not show
what it should, or leaves anything behind.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from planpress.cache import digest
from planpress.publishing.folder import CURRENT, RELEASES, FolderTarget
from planpress.publishing.manifest import Manifest, Origin, following
from planpress.publishing.releasing import bring_back
from planpress.site.published import folders_of

PAGES: Final = 60
VERSIONS: Final = 4
KEEP: Final = 3
URL: Final = "https://plans.example/plans/"
DAY: Final = datetime(2025, 6, 1, tzinfo=UTC)

Site = Mapping[str, bytes]
_FORK: Final = multiprocessing.get_context("fork")


@dataclass(slots=True)
class Tally:
    """What came of the kills.

    Attributes:
        kills: publishings that were killed.
        ended: those that had ended before, not counted.
        shown: kills after which readers saw the new release already.
        answers: how many the reader got.
        faults: everything that was wrong.
    """

    kills: int = 0
    ended: int = 0
    shown: int = 0
    answers: int = 0
    faults: list[str] = field(default_factory=list)


def site(version: int) -> Site:
    """A site of some pages, half of which differ between versions; each names the one stylesheet of its version."""
    style = f"assets/site-{version:08x}.css"
    pages = {
        f"office/{number}/index.html": f"{style} {number} {version if number % 2 else 0}\n".encode() * 50
        for number in range(PAGES)
    }
    return {**pages, style: f"{version}".encode() * 5000, "index.html": f"{style} home\n".encode() * 50}


def release(target: FolderTarget, version: int, step: int) -> Manifest:
    """The next release, which is this version of the site."""
    digests = {path: digest(content) for path, content in site(version).items()}
    return following(digests, URL, Origin(made=DAY + timedelta(seconds=step)), target.releases())


def publish(target: FolderTarget, built: Path, version: int, step: int) -> None:
    """Publish a version, or bring the release before back in every fifth step."""
    with target.alone(lambda holder: None):
        earlier = target.releases()
        if step % 5 == 4 and len(earlier) > 1:
            target.put(bring_back(earlier, None, DAY + timedelta(seconds=step)).release, None)
        else:
            target.put(release(target, version, step), built / str(version))


def read(root: Path, stop: Path, told: Path, seed: int) -> None:
    """Ask for pages and what they name, until told to stop; write down what was wrong, and how many answers came."""
    random = Random(seed)
    right = {(path, content) for version in range(VERSIONS) for path, content in site(version).items()}
    paths = sorted(path for path in site(0) if path.endswith(".html"))
    answers, faults = 0, []
    while not stop.exists():
        path = random.choice(paths)
        try:
            page = (root / path).read_bytes()
            style = page.split()[0].decode()
            asset = (root / style).read_bytes()
        except OSError as error:
            faults.append(f"no answer: {error}")
            continue
        answers += 2
        faults += [f"mixed: {name}" for name, got in ((path, page), (style, asset)) if (name, got) not in right]
    told.write_text("\n".join([str(answers), *faults]), "utf-8")


def run(runs: int, seed: int) -> Tally:
    """Kill so many publishings."""
    random = Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        built = folder / "built"
        for version in range(VERSIONS):
            for path in folders_of(site(version)):
                (built / str(version) / path).mkdir(parents=True, exist_ok=True)
            for path, content in site(version).items():
                (built / str(version) / path).write_bytes(content)
        target = FolderTarget(folder / "public", KEEP)
        started = time.perf_counter()
        publish(target, built, 0, 0)
        seconds = time.perf_counter() - started
        with reading(target.folder / CURRENT, folder, seed):
            step = 0
            while tally.kills < runs:
                step += 1
                version = step % VERSIONS
                before = shown(target)
                child = _FORK.Process(target=publish, args=(target, built, version, step))
                child.start()
                time.sleep(random.uniform(0, seconds * 1.2))
                was_there = child.is_alive()
                child.kill()
                child.join()
                seconds *= 1.05 if was_there else 0.9
                tally.kills += was_there
                tally.ended += not was_there
                tally.shown += was_there and shown(target) != before
                publish(target, built, version, 0)
                tally.faults += repaired(target, version)
        answers, *faults = (folder / "told").read_text("utf-8").splitlines()
        tally.answers = int(answers)
        tally.faults += faults
    return tally


@contextmanager
def reading(root: Path, folder: Path, seed: int) -> Iterator[None]:
    """A reader asks as long as this lasts, and ends with it, however it ends."""
    reader = _FORK.Process(target=read, args=(root, folder / "stop", folder / "told", seed))
    reader.start()
    try:
        yield
    finally:
        (folder / "stop").touch()
        reader.join()


def shown(target: FolderTarget) -> Path | None:
    """The release that readers see; None while there is none, of which the reader tells."""
    current = target.folder / CURRENT
    return current.readlink() if current.is_symlink() else None


def repaired(target: FolderTarget, version: int) -> list[str]:
    """What is wrong after a run that nobody killed."""
    root = target.folder / CURRENT
    faults = [path for path, content in site(version).items() if (root / path).read_bytes() != content]
    left = {entry.name for entry in os.scandir(target.folder)} - {CURRENT, RELEASES}
    kept = len(list((target.folder / RELEASES).iterdir()))
    return [
        *(f"not repaired: {path}" for path in faults),
        *(f"left behind: {name}" for name in left),
        *([f"kept {kept} releases"] if kept > KEEP else []),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, print the table; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.release_kills", description=__doc__)
    parser.add_argument("--runs", type=int, default=500, help="publishings to kill")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same moments, as far as time can")
    options = parser.parse_args(arguments)
    tally = run(options.runs, options.seed)
    print("| kills | new release shown by then | ended before, not counted | answers read | faults |")
    print("|---:|---:|---:|---:|---:|")
    print(f"| {tally.kills} | {tally.shown} | {tally.ended} | {tally.answers} | {len(tally.faults)} |")
    print("\n".join(tally.faults[:20]), file=sys.stderr)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
