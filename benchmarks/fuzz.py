"""Damages a small project in ten ways, one input at a time, and judges what the program makes of it.

``python -m benchmarks.fuzz`` prints a table in Markdown and every fault with what repeats it; it exits with 1 if there
is one. The same seed gives the same inputs, whatever kinds are chosen.
"""

import argparse
import contextlib
import faulthandler
import multiprocessing
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks import fuzz_project
from benchmarks.damage import (
    Kind,
    caches,
    links,
    pages,
    personal,
    raw,
    requests,
    settings,
    structure,
    templates,
    translations,
)
from benchmarks.judging import ENVIRONMENT, PATIENCE, Fault, Judge, Verdict, ask

KINDS: Final[dict[str, Kind]] = {
    "yaml": raw.damage,
    "structure": structure.damage,
    "translations": translations.damage,
    "pages": pages.damage,
    "settings": settings.damage,
    "links": links.damage,
    "personal": personal.damage,
    "caches": caches.damage,
    "templates": templates.damage,
    "requests": requests.damage,
}
COLUMNS: Final = ("traceback", "hang", "silent", "mixed")
MEMORY: Final = 4_000_000_000
"""Bytes that a worker may take: what asks for more fails at once, instead of the machine."""


def kind_of(number: int) -> str:
    """The kind of an input: each in its turn."""
    return tuple(KINDS)[number % len(KINDS)]


@dataclass(frozen=True, slots=True)
class Order:
    """One input to be tried."""

    seed: int
    number: int


def work(folder: Path, orders: "Connection[Any, Any]", place: Path) -> None:
    """What a worker does: try what it is told, until it is told no more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with place.open("w") as log:
        judge = Judge(folder)
        orders.send(None)
        while True:
            order = orders.recv()
            log.seek(0)
            log.truncate()
            damage = KINDS[kind_of(order.number)](Random(f"{order.seed}:{order.number}"), judge.files)
            print(ascii(damage.what), file=log, flush=True)
            faulthandler.dump_traceback_later(PATIENCE - 1, file=log)
            if damage.request:
                verdict = ask(int((folder / "port").read_text()), folder / "errors", order.number, damage)
            else:
                verdict = judge.judge(order.number, damage)
            faulthandler.cancel_dump_traceback_later()
            orders.send(verdict)


class Worker:
    """A process with a project of its own, started anew when it hangs or dies."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder.parent / f"{folder.name}.log"
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.orders, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(self.folder, theirs, self.log), daemon=True)
        self.process.start()
        theirs.close()
        self.orders.recv()

    def try_(self, order: Order) -> Verdict:
        """Try one input."""
        self.orders.send(order)
        try:
            if self.orders.poll(PATIENCE):
                return self.orders.recv()  # type: ignore[no-any-return]
            fault = Fault("hang", f"killed after {PATIENCE:.0f} s at {self._log()[1]}")
        except EOFError:
            self.process.join()
            fault = Fault("traceback", f"the process died with {self.process.exitcode}")
        self.close()
        what, _ = self._log()
        self._start()
        return Verdict(order.number, what, True, (fault,))

    def _log(self) -> tuple[str, str]:
        """What it was trying, and the innermost line of ours that it stood at."""
        what, *lines = self.log.read_text("utf-8", "replace").splitlines() or [""]
        ours = [each.rpartition("/planpress/")[2].replace('"', "") for each in lines if "/planpress/" in each]
        return what, ours[0] if ours else "?"

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.join()
        self.orders.close()


@contextlib.contextmanager
def previews(folders: Sequence[Path]) -> Iterator[None]:
    """A running preview for each worker, whose errors are kept in a file."""
    processes = []
    try:
        for folder in folders:
            root = folder / "preview"
            fuzz_project.make(root)
            command = [sys.executable, "-u", "build.py", "serve", "--port", "0", "--jobs", "1"]
            with (folder / "errors").open("wb") as errors:
                process = subprocess.Popen(
                    command, cwd=root, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=errors, text=True
                )
            processes.append(process)
            assert process.stdout is not None
            while "http://" not in (said := process.stdout.readline()):
                assert process.poll() is None, (folder / "errors").read_text()
            (folder / "port").write_text(said.rpartition("127.0.0.1:")[2].partition("/")[0])
        yield
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def tried(orders: Sequence[Order], jobs: int, tell: Callable[[int], None] = lambda done: None) -> list[Verdict]:
    """Try inputs, several at a time.

    Args:
        orders: which.
        jobs: how many at a time.
        tell: is told how many are done.

    Returns:
        What came of each, in their order.
    """
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        folders = [Path(scratch) / f"worker-{number}" for number in range(min(jobs, len(orders)))]
        for folder in folders:
            folder.mkdir()
        needs_previews = any(kind_of(order.number) == "requests" for order in orders)
        with previews(folders if needs_previews else ()), ThreadPoolExecutor(len(folders)) as threads:
            workers = list(threads.map(Worker, folders))
            free, verdicts = list(workers), []

            def one(order: Order) -> Verdict:
                worker = free.pop()
                try:
                    return worker.try_(order)
                finally:
                    free.append(worker)

            for done, verdict in enumerate(threads.map(one, orders), start=1):
                verdicts.append(verdict)
                tell(done)
            for worker in workers:
                worker.close()
    return verdicts


def table(verdicts: Sequence[Verdict]) -> str:
    """How many inputs of each kind came to what."""
    lines = [
        "| kind | inputs | refused | accepted | tracebacks | hangs | silent | mixed |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name in (*KINDS, "all"):
        chosen = [each for each in verdicts if name in (kind_of(each.number), "all")]
        refused = sum(each.is_refused for each in chosen)
        faults = [sum(any(fault.column == column for fault in each.faults) for each in chosen) for column in COLUMNS]
        cells = (len(chosen), refused, len(chosen) - refused, *faults)
        if chosen:
            lines.append(f"| {name} | {' | '.join(f'{cell:,}' for cell in cells)} |")
    return "\n".join(lines)


def faults(verdicts: Sequence[Verdict], seed: int) -> str:
    """Every distinct fault: how often, the first input that shows it, and what repeats that."""
    found: dict[tuple[str, Fault], list[Verdict]] = {}
    for verdict in verdicts:
        for fault in verdict.faults:
            found.setdefault((kind_of(verdict.number), fault), []).append(verdict)
    return "\n".join(
        f"- {kind}, {fault.column}, {len(shown)} x: {fault.what}\n"
        f"  first: {shown[0].what} (`python -m benchmarks.fuzz --only {seed}:{shown[0].number}`)"
        for (kind, fault), shown in sorted(
            found.items(), key=lambda each: (each[0][0], each[0][1].column, each[0][1].what)
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Try inputs and print what came of them; 1 if there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, help="how many, of all kinds together")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other inputs")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind; may be given again")
    parser.add_argument("--only", metavar="SEED:NUMBER", help="one input again")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    options = parser.parse_args(arguments)
    seed, numbers = options.seed, list(range(options.inputs))
    if options.only:
        seed, number = map(int, options.only.split(":"))
        numbers = [number]
    if options.kind:
        numbers = [number for number in numbers if kind_of(number) in options.kind]
    bar = sys.stderr if sys.stderr.isatty() else None
    verdicts = tried(
        [Order(seed, number) for number in numbers],
        options.jobs,
        lambda done: print(f"\r{done:,} of {len(numbers):,}", end="", file=bar, flush=True) if bar else None,
    )
    found = faults(verdicts, seed)
    print(table(verdicts), found, sep="\n\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
