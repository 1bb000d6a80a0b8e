"""OpenSSH's server as Debian has it, started for a test on this machine, with a key that may do one thing."""

import getpass
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planpress.publishing import remote
from tests.programs import missing
from tests.publishing.servers import free_port

# With another home, for bash reads ~/.bashrc when sshd starts it, whatever stands there.
SERVER = """\
Port {port}
ListenAddress 127.0.0.1
HostKey "{folder}/host"
AuthorizedKeysFile "{folder}/authorized_keys"
StrictModes no
UsePAM no
PasswordAuthentication no
PidFile "{folder}/sshd.pid"
SetEnv HOME={folder}
"""
CLIENT = """\
Host www.plans.example
    HostName 127.0.0.1
    Port {port}
    User {user}
    IdentityFile "{folder}/key"
    IdentitiesOnly yes
    BatchMode yes
    UserKnownHostsFile "{folder}/known_hosts"
    StrictHostKeyChecking accept-new
"""


def program() -> str:
    """Path of the server, or a skip."""
    found = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin")
    return found or missing("sshd", "apt-get install openssh-server")


@contextmanager
def running(folder: Path, base: Path) -> Iterator[Path]:
    """A server whose key publishes into one folder; what is given is a folder with an ``ssh`` that goes there."""
    server, port = program(), free_port()
    folder.mkdir()
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    script = Path(remote.__file__).with_name("remote.sh")
    key = (folder / "key.pub").read_text()
    (folder / "authorized_keys").write_text(f'restrict,command="sh {script} {base}" {key}')
    (folder / "server").write_text(SERVER.format(port=port, folder=folder))
    (folder / "client").write_text(CLIENT.format(port=port, folder=folder, user=getpass.getuser()))
    (folder / "bin").mkdir()
    (folder / "bin/ssh").write_text(f'#!/bin/sh\nexec {shutil.which("ssh")} -F "{folder}/client" "$@"\n')
    (folder / "bin/ssh").chmod(0o755)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where it locks itself up; Debian's service makes it
    words = [server, "-D", "-f", str(folder / "server"), "-E", str(folder / "log")]
    with subprocess.Popen(words, stdin=subprocess.DEVNULL) as process:
        try:
            _wait(folder / "sshd.pid", process)
            yield folder / "bin"
        finally:
            process.terminate()
            process.wait(20)


def _wait(file: Path, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        assert process.poll() is None, "sshd has ended"
        if file.exists():
            return
        time.sleep(0.05)
    raise AssertionError("sshd does not listen")
