"""A branch of a git repository as a target, for hosts of pages: a release is a commit, and one push shows it.

The manifest lies in the branch under a hidden name; what earlier releases were, git keeps.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from planpress.cache import digest
from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError
from planpress.publishing.folder import Put
from planpress.publishing.manifest import Manifest, sources
from planpress.publishing.targets import TARGETS_FILE
from planpress.site.lock import Waiting, locked, this_user
from planpress.site.published import shown

RELEASE_FILE: Final = ".planpress-release.json"
PLAIN: Final = ".nojekyll"
"""Tells GitHub Pages to show files as they are."""

_FETCHED: Final = "refs/planpress/fetched"
_NEXT: Final = "refs/planpress/next"


@dataclass(frozen=True, slots=True)
class BranchTarget:
    """Releases in a branch.

    Attributes:
        repository: its address, or a folder.
        branch: of nothing but releases.
        keep: how many releases can be brought back.
        work: a repository of our own, where releases are made.
    """

    repository: str
    branch: str
    keep: int
    work: Path

    @property
    def name(self) -> str:
        """Where it is, for messages."""
        return f"{self.repository} {self.branch}"

    @contextmanager
    def alone(self, waiting: Waiting, *, dry_run: bool = False) -> Iterator[None]:
        """Keep others on this machine from publishing here meanwhile; a push refuses what others did elsewhere."""
        self.work.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.work.with_suffix(".lock"), this_user(), waiting):
            yield

    def releases(self) -> list[Manifest]:
        """What is there, the oldest first; the last is what readers see.

        Raises:
            SettingsError: the branch is not ours, or git cannot reach it.
        """
        return [manifest for _, manifest in self._commits()]

    def put(self, release: Manifest, site: Path | None) -> Put:
        """Make the commit of a release, and push it.

        Raises:
            SettingsError: a file is not what the release says, or the push is refused.
        """
        commits = self._commits()
        # Of several commits with the manifest of one release, the first is ours.
        blobs = {manifest.number: self._blobs(commit) for commit, manifest in reversed(commits)}
        found = sources(release, [manifest for _, manifest in commits])
        parts = [
            f"commit {_NEXT}\ncommitter planpress <> {int(release.origin.made.timestamp())} +0000\n".encode(),
            _data(f"Release {release.number}\n".encode()),
            f"from {commits[-1][0]}\n".encode() if commits else b"",
            b"deleteall\n",
            _file(PLAIN, b""),
            _file(RELEASE_FILE, release.as_json()),
        ]
        there = {path: blobs[number].get(old, "") for path, (number, old) in found.held.items()}
        held = self._right(there, release.digests)
        for path in held:
            parts.append(f"M 100644 {there[path]} {_quoted(path)}\n".encode())
        new = [path for path in release.digests if path not in held]
        for path in new:
            parts.append(_file(path, _verified(site, path, release.digests[path])))
        self._git("update-ref", "-d", _NEXT)
        self._git("fast-import", "--quiet", "--force", said=b"".join(parts))
        self._git("push", "--quiet", "--", self.repository, f"{_NEXT}:refs/heads/{self.branch}")
        return Put(len(new), len(held))

    def _commits(self) -> list[tuple[str, Manifest]]:
        if not (self.work / "HEAD").exists():
            self.work.parent.mkdir(parents=True, exist_ok=True)
            self._run("init", "--quiet", "--bare", str(self.work), folder=self.work.parent)
        there = self._git("ls-remote", "--heads", "--", self.repository, f"refs/heads/{self.branch}")
        if not there.strip():
            return []
        self._git("fetch", "--quiet", "--no-tags", "--", self.repository, f"+refs/heads/{self.branch}:{_FETCHED}")
        commits = self._git("rev-list", "--first-parent", f"--max-count={self.keep}", _FETCHED).decode().split()
        found = []
        for commit in reversed(commits):
            manifest = Manifest.read(self._run("show", f"{commit}:{RELEASE_FILE}", folder=self.work).stdout)
            if manifest:
                found.append((commit, manifest))
        if not found or found[-1][0] != commits[0]:
            _refuse("E483", folder=self.name, name=commits[0][:8])
        return found

    def _blobs(self, commit: str) -> dict[str, str]:
        listed = self._git("ls-tree", "-r", "-z", commit).decode("utf-8", "surrogateescape")
        entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
        return {path: head.split()[2] for head, _, path in entries}

    def _right(self, blobs: Mapping[str, str], digests: Mapping[str, str]) -> set[str]:
        """The paths whose blobs hold what their digests say: others may have committed to the branch."""
        right: set[str] = set()
        with tempfile.TemporaryFile() as asked:
            asked.write("".join(f"{blob}\n" for blob in blobs.values()).encode())
            asked.seek(0)
            with subprocess.Popen(
                ["git", "cat-file", "--batch"], cwd=self.work, stdin=asked, stdout=subprocess.PIPE
            ) as git:
                assert git.stdout is not None
                for path in blobs:
                    *_, size = git.stdout.readline().split() or [b""]
                    if size.isdigit():  # otherwise it says that there is no such blob
                        right |= {path} if digest(git.stdout.read(int(size))) == digests[path] else set()
                        git.stdout.read(1)
        return right

    def _git(self, *arguments: str, said: bytes = b"") -> bytes:
        done = self._run(*arguments, folder=self.work, said=said)
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            telling = [line for line in lines if line.startswith(("fatal:", " ! "))]
            _refuse("E492", target=self.name, reason=" ".join(telling[:1] or lines))
        return done.stdout

    def _run(self, *arguments: str, folder: Path, said: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        settings = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "file:https:ssh"}
        try:
            return subprocess.run(
                ["git", *arguments], cwd=folder, capture_output=True, check=False, env=os.environ | settings, input=said
            )
        except FileNotFoundError:
            _refuse("E492", target=self.name, reason="git: command not found")


def _verified(site: Path | None, path: str, name: str) -> bytes:
    content = (site / path).read_bytes() if site and (site / path).is_file() else b""
    if digest(content) != name:
        _refuse("E486" if site else "E488", path=shown(path))
    return content


def _quoted(path: str) -> str:
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _file(path: str, content: bytes) -> bytes:
    return f"M 100644 inline {_quoted(path)}\n".encode() + _data(content)


def _refuse(code: str, **values: str) -> NoReturn:
    raise SettingsError(problems=(Problem(code, Place(TARGETS_FILE), values),))
