"""nginx and Apache as Debian has them, started for a test on this machine with a configuration of ours."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.programs import missing

NGINX = """\
daemon off;
{user}
pid "{folder}/nginx.pid";
error_log "{folder}/error.log";
events {{}}
http {{
    access_log off;
    client_body_temp_path "{folder}/body";
    include "{folder}/site.conf";
}}
"""

MODULES = ("mpm_event", "authz_core", "alias", "deflate", "dir", "filter", "headers", "mime", "ssl", "socache_shmcb")
APACHE = """\
ServerRoot "{folder}"
PidFile "{folder}/apache.pid"
DefaultRuntimeDir "{folder}"
{modules}
Listen 127.0.0.1:{port}
{user}
ServerName localhost
TypesConfig /dev/null
ErrorLog "{folder}/error.log"
Include "{folder}/site.conf"
"""


def program(kind: str) -> str:
    """Path of a server, or a skip."""
    name = {"nginx": "nginx", "apache": "apache2"}[kind]
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    return found or missing(name, f"apt-get install {'nginx-light' if name == 'nginx' else name}")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def running(kind: str, folder: Path, config: str, port: int) -> Iterator[None]:
    """A server with a configuration, until the test is over."""
    binary = program(kind)
    folder.mkdir(exist_ok=True)
    (folder / "site.conf").write_text(config, "utf-8")
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
    as_root = "user www-data;" if kind == "nginx" else "User www-data\nGroup www-data"
    user = as_root if os.geteuid() == 0 else ""
    whole = (NGINX if kind == "nginx" else APACHE).format(folder=folder, port=port, modules=modules, user=user)
    file = folder / f"{kind}.conf"
    file.write_text(whole, "utf-8")
    words = ["-p", str(folder), "-c", str(file)] if kind == "nginx" else ["-f", str(file)]
    told = subprocess.run([binary, *words, "-t"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "warn" not in told.stderr, told.stderr
    foreground = [] if kind == "nginx" else ["-D", "FOREGROUND"]
    with subprocess.Popen([binary, *words, *foreground], stdin=subprocess.DEVNULL) as process:
        try:
            _wait(port, process)
            yield
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        assert process.poll() is None, "the server has ended"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server does not listen")
