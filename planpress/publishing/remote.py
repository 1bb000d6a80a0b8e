"""A folder of another machine as a target: sent by rsync, put in place there by ``remote.sh``, all that a key may do.

What earlier releases have is linked over there and not sent; every byte is compared with its digest before it is shown.
"""

import json
import os
import secrets
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from planpress.cache import digest
from planpress.problems.problem import Place, Problem
from planpress.problems.settings_error import SettingsError
from planpress.publishing.folder import Put
from planpress.publishing.manifest import Manifest, Sources, sources
from planpress.publishing.targets import TARGETS_FILE
from planpress.site.lock import Waiting, locked, this_user
from planpress.site.published import shown

WORK: Final = ".planpress.new"
NOT_OURS: Final = 3
"""Exit code of ``remote.sh`` for a folder of somebody else."""
DIFFERS: Final = 5
"""Its exit code for files that are not what their digests say."""
DAMAGED: Final = b"damaged"


@dataclass(frozen=True, slots=True)
class RemoteTarget:
    """Releases at another machine.

    Attributes:
        host: ``user@machine`` or a name of ``~/.ssh/config``; the folder is the key's.
        keep: how many releases stay.
        lock: of those on this machine who publish there.
    """

    host: str
    keep: int
    lock: Path

    @property
    def name(self) -> str:
        """Where it is, for messages."""
        return self.host

    @contextmanager
    def alone(self, waiting: Waiting, *, dry_run: bool = False) -> Iterator[None]:
        """Keep others on this machine from publishing here meanwhile; over there what comes second is refused."""
        self.lock.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.lock, this_user(), waiting):
            yield

    def releases(self) -> list[Manifest]:
        """What is there, the oldest first; the last is what readers see.

        Raises:
            SettingsError: the folder is not ours, or the machine cannot be reached.
        """
        answer = self._run("ssh", "--", self.host, "manifests").decode("utf-8", "replace")
        head, _, rest = answer.partition("\n")
        try:
            current = int(json.loads(head)["current"])
        except (ValueError, TypeError, LookupError):
            _refuse("E493", target=self.name, reason=shown(head[:200]))
        found = [each for each in map(Manifest.read, _objects(rest)) if each and each.number <= current]
        if current and (not found or found[-1].number != current):
            _refuse("E487", folder=self.name, number=str(current))
        return found

    def put(self, release: Manifest, site: Path | None) -> Put:
        """Send a release, and let it be shown.

        Raises:
            SettingsError: a file is not what the release says, or something failed over there.
        """
        found = sources(release, self.releases())
        if not self._sent(release, found, site):
            here = frozenset(release.files if site else ())
            there = {path: held for path, held in found.held.items() if path not in here}
            found = Sources(there, (*found.new, *(path for path in found.held if path in here)))
            if not here or not self._sent(release, found, site):
                _refuse("E488", path=f"{self.name} releases/")
        return Put(len(found.new), len(found.held))

    def _sent(self, release: Manifest, found: Sources, site: Path | None) -> bool:
        """Send a release and let it be shown; False when what is there already is no longer what it was."""
        for path in found.new:
            file = site / path if site else None
            if file is None or not file.is_file() or digest(file.read_bytes()) != release.digests[path]:
                _refuse("E486" if site else "E488", path=shown(path))
        token = secrets.token_hex(8)
        with tempfile.TemporaryDirectory() as scratch:
            beside = Path(scratch)
            (beside / "manifest.json").write_bytes(release.as_json())
            held = "".join(f"{number}\t{old}\t{path}\n" for path, (number, old) in found.held.items())
            (beside / "held").write_text(held, "utf-8")
            sums = "".join(f"{name}  {path}\n" for path, name in release.digests.items())
            (beside / "sums").write_text(sums, "utf-8")
            self._run("ssh", "--", self.host, f"begin {token}")
            self._send(beside, token, ["manifest.json", "held", "sums"])
            if site and found.new:
                self._send(site, f"{token}/site", found.new)
            return self._run("ssh", "--", self.host, f"finish {token} {release.number} {self.keep}") != DAMAGED

    def _send(self, folder: Path, to: str, files: "tuple[str, ...] | list[str]") -> None:
        names = "\0".join(files).encode()
        self._run(
            "rsync", "-r", "--checksum", "--from0", "--files-from=-", f"{folder}/", f"{self.host}:{to}/", said=names
        )

    def _run(self, *words: str, said: bytes = b"") -> bytes:
        environment = {"LC_ALL": "C", "RSYNC_RSH": "ssh"}
        try:
            done = subprocess.run(words, capture_output=True, check=False, env=os.environ | environment, input=said)
        except FileNotFoundError:
            _refuse("E493", target=self.name, reason=f"{words[0]}: command not found")
        reason = " ".join(done.stderr.decode("utf-8", "replace").split())
        if done.returncode == NOT_OURS and words[0] == "ssh":
            _refuse("E483", folder=self.name, name=reason.removeprefix("not ours: "))
        if done.returncode == DIFFERS and words[0] == "ssh":
            return DAMAGED
        if done.returncode:
            _refuse("E493", target=self.name, reason=reason)
        return done.stdout


def _objects(text: str) -> Iterator[bytes]:
    """The JSON objects that stand one after another."""
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        try:
            _, end = decoder.raw_decode(text)
        except (ValueError, RecursionError):
            return
        yield text[:end].encode()
        text = text[end:]


def _refuse(code: str, **values: str) -> NoReturn:
    raise SettingsError(problems=(Problem(code, Place(TARGETS_FILE), values),))
