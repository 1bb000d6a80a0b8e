"""What came of a damaged project: what was said, what was written, and whether that is as it should be."""

import contextlib
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from benchmarks import fuzz_project as project
from benchmarks.damage import Damage, Files

SECONDS: Final = 5.0
"""More than this, of CPU or of waiting for an answer, is a hang."""
PATIENCE: Final = 60.0
"""Seconds after which whatever still runs is killed; the machine may be busy with something else."""
BUILD: Final = ("--jobs", "1", "--no-documents")
DOCUMENTS: Final = ("--jobs", "1", "--only", "documents", "--office", "demo-01")
ENVIRONMENT: Final = os.environ | {
    "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
    "SOURCE_DATE_EPOCH": project.EPOCH,
    "NO_MKDOCS_2_WARNING": "1",
}
"""Of a process of its own: this program, not another one that is installed."""

_ELEMENTS: Final = frozenset((
    "script", "iframe", "object", "embed", "applet", "base", "frame", "frameset", "portal", "style", "svg", "math",
    "form", "input", "button", "link", "template",
))  # fmt: skip
_ADDRESSES: Final = frozenset(
    ("href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster", "ping", "background", "cite")
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be.

    Attributes:
        column: traceback, hang, silent or mixed.
        what: in a line; equal for inputs that show the same fault, as far as that can be told.
    """

    column: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one input."""

    number: int
    what: str
    is_refused: bool
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A command that has run: its exit code, what it printed, and the traceback if it ended in one."""

    code: int
    text: str
    fault: Fault | None
    out: str


class _Census(HTMLParser):
    """Counts what may run a program or lead elsewhere by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _ELEMENTS or (tag == "meta" and "http-equiv" in values):
            named = values.get("src") or values.get("href") or values.get("http-equiv") or values.get("name") or ""
            self.found[f"<{tag} {named.rpartition('/')[2] if tag in ('script', 'link') else named[:40]}>"] += 1
        for name, value in values.items():
            plain = "".join(each for each in value if each > " ").lower()
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found[f"{name}="] += 1
            if name in _ADDRESSES and plain.startswith(("javascript:", "vbscript:", "data:")):
                self.found[plain.partition(":")[0] + ":"] += 1


def census(page: bytes) -> Counter[str]:
    """What of a page may run a program or lead elsewhere by itself, counted."""
    parser = _Census()
    parser.feed(page.decode("utf-8", "replace"))
    parser.close()
    return parser.found


class Judge:
    """A sound project of its own, into which one damage after another is laid."""

    def __init__(self, folder: Path) -> None:
        self.live, self.clean, self.outside = folder / "project", folder / "clean", folder / "outside"
        os.environ.update(ENVIRONMENT)
        if not self.clean.exists():
            folder.mkdir(parents=True, exist_ok=True)
            project.make(self.live)
            project.make_outside(self.outside)
            made = self.run(*BUILD)
            checked = self.run("check", "--format", "json")
            if made.code or checked.code or json.loads(checked.out):
                raise AssertionError(f"the sound project is not sound: {made.text}{checked.text}")
            shutil.copytree(self.live, self.clean, symlinks=True)
        self.stamps = project.stamps(self.clean)
        self.files: Files = project.contents(self.clean)
        self.around = project.stamps(self.outside)
        self.pages = {path: content for path, content in self.files.items() if path.startswith("site/")}
        self.allowed: Counter[str] = Counter()
        for path, content in self.pages.items():
            if path.endswith(".html"):
                self.allowed |= census(content)
        project.restore(self.live, self.clean, self.stamps)

    def run(self, *arguments: str) -> Said:
        """A command as on a terminal that speaks UTF-8."""
        from planpress.cli.commands import main

        written = io.BytesIO(), io.BytesIO()
        out = io.TextIOWrapper(written[0], "utf-8", write_through=True)
        errors = io.TextIOWrapper(written[1], "utf-8", "backslashreplace", write_through=True)
        started = time.process_time()
        code, fault = -1, None
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            try:
                code = main(arguments, root=self.live)
            except BaseException as error:
                # A SystemExit, or a panic of a library in Rust, is no answer either.
                fault = Fault("traceback", f"{described(error)}, {'check' if 'check' in arguments else 'build'}")
        said, also = (each.getvalue().decode("utf-8", "replace").replace(f"{self.live}/", "") for each in written)
        if time.process_time() - started > SECONDS:
            fault = fault or Fault("hang", f"more than {SECONDS:.0f} s of CPU")
        if fault is None and code not in (0, 1, 2):
            fault = Fault("traceback", f"exit code {code}")
        return Said(code, said + also, fault, said)

    def judge(self, number: int, damage: Damage) -> Verdict:
        """Lay a damage, run what a user would, judge it, and mend the project."""
        try:
            project.lay(damage, self.live, self.outside)
            is_refused, faults = self._healed() if damage.healed else self._tried(number, damage)
            if project.stamps(self.outside) != self.around:
                faults.append(Fault("mixed", "something outside of the project was changed"))
        finally:
            project.restore(self.live, self.clean, self.stamps)
            if project.stamps(self.outside) != self.around:
                shutil.rmtree(self.outside)
                project.make_outside(self.outside)
                self.around = project.stamps(self.outside)
        return Verdict(number, damage.what, is_refused, tuple(dict.fromkeys(faults)))

    def _healed(self) -> tuple[bool, list[Fault]]:
        made = self.run(*BUILD)
        if made.fault:
            return False, [made.fault]
        if made.code:
            return True, [Fault("silent", f"the next build ends with {made.code}: {line(made.text)}")]
        return False, [*self._leaks(made), *self._differences()]

    def _differences(self) -> Iterator[Fault]:
        """Where the site is not what it was, byte for byte."""
        found = project.below(project.stamps(self.live), "site/")
        wanted = project.below(self.stamps, "site/")
        if {path: stamp[0] for path, stamp in found.items()} != {path: stamp[0] for path, stamp in wanted.items()}:
            kinds = sorted(path for path in found.keys() ^ wanted.keys()) or ["a link or a folder in a file's place"]
            yield Fault("mixed", f"the site after the next build has or lacks {kinds[0].rpartition('/')[2]}")
            return
        for path, content in self.pages.items():
            if (self.live / path).read_bytes() != content:
                yield Fault("mixed", "the site after the next build has other bytes than before, exit 0")
                return

    def _tried(self, number: int, damage: Damage) -> tuple[bool, list[Fault]]:
        checked = self.run("check", "--format", "json")
        faults = [checked.fault] if checked.fault else []
        faults += self._leaks(checked)
        if number % 1000 < 10 and not faults:
            faults += self._by_hand(checked)
        if not checked.fault:
            faults += self._unnamed(damage, checked)
        if checked.code == 0 or number % 3 == 0:
            faults += self._built(damage, checked, BUILD)
        if checked.code == 0 and (
            number % 50 == 1 or any(path.startswith("theme/documents") for path in damage.entries)
        ):
            project.restore(self.live / "site", self.clean / "site", project.stamps(self.clean / "site"))
            faults += self._built(damage, checked, DOCUMENTS)
        return checked.code != 0, faults

    def _unnamed(self, damage: Damage, checked: Said) -> Iterator[Fault]:
        """Whether ``check`` says nothing, or nothing of the file, where it must."""
        if not damage.refused:
            return
        if checked.out.startswith("["):
            problems = json.loads(checked.out)
            wanted = {plain(path) for path in damage.refused}
            folders = tuple(path for path in wanted if path.endswith("/"))
            named = [each for each in problems if (file := plain(each["file"])) in wanted or file.startswith(folders)]
            if any(not damage.codes or each["code"] in damage.codes for each in named):
                if checked.code == 0 and not damage.codes:
                    yield Fault("silent", f"only warned of: {subject(damage)}")
                return
        elif any(file in checked.text for file in damage.refused):
            return
        yield Fault("silent", f"check does not {'name' if checked.code else 'refuse'}: {subject(damage)}")

    def _built(self, damage: Damage, checked: Said, command: Sequence[str]) -> Iterator[Fault]:
        """What a build writes, or does not."""
        made = self.run(*command)
        if made.fault:
            yield made.fault
        yield from self._leaks(made)
        found = project.below(project.stamps(self.live), "site/")
        changed = {path: stamp for path, stamp in found.items() if stamp != self.stamps.get(path)}
        if made.code != 0:
            if found != project.below(self.stamps, "site/"):
                yield Fault("mixed", "the site changed though the build was refused")
            if checked.code == 0 and not made.fault and not damage.trusted:
                yield Fault("silent", f"check accepts, build refuses: {line(made.text)}")
            if damage.trusted and not made.fault and "theme/" not in made.text:
                yield Fault("silent", f"a broken template without its place: {line(made.text)}")
            return
        if checked.code > 0:
            yield Fault("silent", f"check refuses, build accepts: {subject(damage)}")
        for path in sorted(changed):
            yield from self._injected(path, damage)

    def _injected(self, path: str, damage: Damage) -> Iterator[Fault]:
        """What a page has that no page of the sound site has."""
        file = self.live / path
        if file.is_symlink() or not file.is_file():
            if file.is_symlink():
                yield Fault("mixed", "a link in the site")
            return
        content = file.read_bytes()
        if project.MARKER.encode() in content:
            yield Fault("silent", f"a file outside of the project is published: {subject(damage)}")
        if path.endswith(".html") and not damage.trusted:
            for name in census(content) - self.allowed:
                yield Fault("silent", f"a page has {name}: {subject(damage)}")

    def _leaks(self, said: Said) -> list[Fault]:
        is_shown = project.MARKER in said.text
        return [Fault("silent", "a file outside of the project is shown on the terminal")] if is_shown else []

    def _by_hand(self, checked: Said) -> Iterator[Fault]:
        """The same by a process of its own."""
        command = [sys.executable, "build.py", "check", "--format", "json"]
        run = subprocess.run(command, cwd=self.live, env=ENVIRONMENT, capture_output=True, timeout=PATIENCE)
        if b"Traceback (most recent" in run.stderr:
            yield Fault("traceback", f"python build.py check: {last_line(run.stderr)}")
        elif run.returncode != checked.code:
            yield Fault("silent", f"python build.py check ends with {run.returncode}, in process with {checked.code}")


def ask(port: int, errors: Path, number: int, damage: Damage) -> Verdict:
    """Send a request to a preview.

    Args:
        port: of the preview.
        errors: the file that its errors go to.
        number: of the input.
        damage: holds the request. One of eight keeps the connection open, as a client that forgot about it.
    """
    before = errors.stat().st_size
    faults = []
    try:
        connection = socket.create_connection(("127.0.0.1", port), SECONDS)
    except OSError as error:
        return Verdict(number, damage.what, False, (Fault("hang", f"no preview any more: {type(error).__name__}"),))
    try:
        with connection:
            if project.MARKER.encode() in _answer(connection, damage.request):
                faults.append(Fault("silent", "the preview sends a file from outside"))
    except TimeoutError:
        faults.append(Fault("hang", f"the preview neither answers nor closes within {SECONDS:.0f} s"))
    except OSError:
        pass  # closed, as it may be
    time.sleep(0.005)
    said = errors.read_bytes()[before:]
    if b"Traceback (most recent" in said:
        faults.append(Fault("traceback", f"preview: {last_line(said)}"))
    return Verdict(number, damage.what, False, tuple(faults))


def _answer(connection: socket.socket, request: bytes) -> bytes:
    """All that comes back until the connection is closed."""
    connection.sendall(request)
    if len(request) % 8:
        connection.shutdown(socket.SHUT_WR)
    until, received = time.monotonic() + SECONDS, b""
    while data := connection.recv(65536):
        received += data
        connection.settimeout(max(0.01, until - time.monotonic()))
    return received


def described(error: BaseException) -> str:
    """An exception by its type and the last line of ours that it came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/planpress/" in frame.filename]
    last = frames[-1] if frames else None
    place = f"{last.filename.rpartition('planpress/')[2]}:{last.lineno} {last.name}" if last else "?"
    return f"{type(error).__name__} at {place}"


def subject(damage: Damage) -> str:
    """What kind of thing was damaged, for a reader."""
    return damage.about or damage.what[:70]


def plain(path: str) -> str:
    """A path without what a terminal does not show, however it is spelt instead."""
    return re.sub(r"<U\+[0-9A-F]+>|\\x[0-9a-f]{2}|[^ -~]", "", path)


def last_line(errors: bytes) -> str:
    """The last line of a traceback, shortened."""
    lines = [each for each in errors.decode("utf-8", "replace").splitlines() if each.strip("- ")]
    return lines[-1][:110]


def line(text: str) -> str:
    """The first line of what was said, shortened."""
    return (text.strip().splitlines() or [""])[0][:110]
