"""Publishing over a real ssh: what the stand-in of the other tests takes for granted."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from planpress.publishing.releasing import bring_back
from planpress.publishing.remote import RemoteTarget
from tests.programs import missing
from tests.publishing import sshd
from tests.publishing.sites import NEW, NOW, OLD
from tests.publishing.test_remote import published, shown

pytestmark = pytest.mark.slow

HOST = "www.plans.example"


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    if shutil.which("rrsync") is None:
        missing("rrsync", "apt-get install rsync")
    with sshd.running(tmp_path / "ssh", tmp_path / "plans") as programs:
        monkeypatch.setenv("PATH", str(programs), prepend=":")
        yield tmp_path / "plans"


def test_releases_are_sent_corrected_and_brought_back(base: Path, tmp_path: Path) -> None:
    target = RemoteTarget(HOST, 2, tmp_path / "cache" / "lock")
    hidden = {**OLD, ".well-known/security.txt": "Contact: mailto:a@plans.example"}
    published(target, tmp_path / "site", hidden)
    assert shown(base) == hidden
    published(target, tmp_path / "site", NEW)
    assert shown(base) == {**NEW, "assets/site-00000001.css": "a{}"}
    with target.alone(lambda holder: None):
        target.put(bring_back(target.releases(), None, NOW).release, None)
    assert shown(base) == {**hidden, "assets/site-00000002.css": "b{}"}
    for command in (["cat", "/etc/passwd"], ["sh"], []):
        done = subprocess.run(["ssh", HOST, *command], capture_output=True, check=False, input=b"cat /etc/passwd\n")
        assert done.returncode == 2 and done.stdout == b"" and b"refused" in done.stderr
