"""Makes .venv ready for one of the lock files, on Windows, macOS and Linux alike.

    python scripts/setup.py site|test|benchmark|import|accessibility
    python scripts/setup.py lock DIRECTORY

``python build.py`` calls it by itself. It does nothing when that is done already, and may be interrupted at any time:
the stamp is written last. PYTHON names the Python that makes .venv. Exit code 2: something is missing; the line that
mends it is printed. Only the standard library is used, and only what Python 3.6 understands: this file has to tell
whoever has an old Python that it is old.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
IS_WINDOWS = os.name == "nt"
AGAIN = "PLANPRESS_SET_UP"
"""A variable that says that set-up has been done; a script that still cannot run is not helped by doing it again."""

# What may be set for the work of whoever is at this keyboard would lead Python or pip to other places, or keep pip from
# installing. Settings of index, proxy and certificates stay: offices need them.
IN_THE_WAY = (
    *("PYTHONHOME", "PYTHONPATH", "PYTHONPLATLIBDIR", "PYTHONINSPECT", "PYTHONUSERBASE"),
    *("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_PLATFORM", "PIP_PYTHON_VERSION"),
    *("PIP_ABI", "PIP_IMPLEMENTATION", "PIP_DRY_RUN", "PIP_REQUIRE_HASHES", "PIP_NO_BINARY", "PIP_ONLY_BINARY"),
    *("PIP_CONSTRAINT", "PIP_REQUIREMENT", "PIP_EDITABLE"),
)

PIP_CAUSES = (
    # what pip says; the matter in Chinese and in English; the line that mends it
    (
        r"certificate verify failed|CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError",
        "套件來源的憑證未通過驗證；機關網路若更換憑證，請向資訊單位索取憑證檔後執行：",
        "The certificate of the package index was not accepted; if your network replaces it, ask for its file:",
        "PIP_CERT",
        "/path/to/office-ca.pem",
    ),
    (
        r"Could not find a suitable TLS CA certificate bundle",
        "找不到所設定的憑證檔，請改為正確的路徑：",
        "The file of certificates that is set is not there. Name the right one:",
        "PIP_CERT",
        "/path/to/office-ca.pem",
    ),
    (
        r"SOCKS support|SOCKS proxy|SOCKSHTTP",
        "安裝套件不能經由 SOCKS 代理伺服器，請向資訊單位索取 HTTP 代理伺服器的位址後設定：",
        "Packages cannot be installed through a SOCKS proxy. Ask your IT department for one of HTTP, then set:",
        "HTTPS_PROXY",
        "http://proxy.example:3128",
    ),
    (
        r"407 Proxy Authentication|Cannot connect to proxy|ProxyError|Failed to parse: |[Pp]roxy URL|InvalidProxyURL",
        "代理伺服器無法連線、要求帳號密碼，或位址的寫法有誤，請向資訊單位確認後設定：",
        "The proxy cannot be reached, asks for a password, or its address is wrong. Ask your IT department, then set:",
        "HTTPS_PROXY",
        "http://user:password@proxy.example:3128",
    ),
    (
        r"NewConnectionError|Name or service not known|nodename nor servname|getaddrinfo failed|ConnectTimeoutError"
        r"|Read timed out|Connection refused|Network is unreachable|Temporary failure in name resolution"
        r"|Could not fetch URL|Connection reset",
        "連不上套件來源（pypi.org）。辦公室須經代理伺服器時，請設定：",
        "The package index (pypi.org) cannot be reached. Behind a proxy, set:",
        "HTTPS_PROXY",
        "http://proxy.example:3128",
    ),
    (
        r"seems invalid, please provide a scheme",
        "套件來源的網址要以 https:// 開頭，請改正：",
        "The address of the package index has to begin with https://. Set:",
        "PIP_INDEX_URL",
        "https://pypi.org/simple",
    ),
)
DISK_CAUSES = (
    # what pip or venv says; the matter in Chinese and in English
    (
        r"No space left|Errno 28|not enough space",
        "磁碟空間不足；需要約 700 MB。請清出空間後再執行一次。",
        "The disk is full; about 700 MB are needed. Make room and run it again.",
    ),
    (
        r"Not a directory|Errno 20\b|Unable to create directory",
        ".venv 不是資料夾。請刪除這個檔案後再執行一次。",
        ".venv is no folder. Remove that file and run this again.",
    ),
    (
        r"PATH separator",
        "專案所在的路徑不能有冒號。請把專案移到別的資料夾後再執行一次。",
        "There must be no colon in the path of the project. Move it to another folder and run this again.",
    ),
)
OFFLINE = (
    "完全沒有網路時，在可以上網、系統與 Python 版本（{python}）都相同的電腦，於專案的資料夾執行\n"
    "With no network at all, on a machine that has one and the same system and Python ({python}), run in the project\n"
    "\n"
    "    python -m pip download -d wheels -r {what}\n"
    "\n"
    "把 wheels 資料夾放進這臺電腦的專案資料夾，設定之後再執行一次：\n"
    "and put the folder wheels into the project on this machine. Then set this and run it again:\n"
    "\n"
    "{settings}"
)
DENIED = re.compile(r"Permission denied|Access is denied|Errno 13\b|Read-only file system|Errno 30\b")


class SetupError(Exception):
    """Something is missing: the matter in Chinese, in English, and the line that mends it."""


def main(arguments: "Sequence[str]") -> int:
    """Run the command; return the exit code."""
    try:
        if len(arguments) == 1 and arguments[0] in ("site", "test", "benchmark", "import", "accessibility"):
            set_up(arguments[0])
        elif len(arguments) == 2 and arguments[0] == "lock":
            folder = Path(arguments[1])
            make_venv(folder)
            if not (binaries(folder) / ("uv.exe" if IS_WINDOWS else "uv")).exists():
                install(folder, "uv", ["--only-binary", ":all:", "uv"], 1)
        else:
            say("用法 / usage: python scripts/setup.py site|test|benchmark|import|accessibility, or: lock DIRECTORY")
            return 2
    except SetupError as failure:
        say("", *failure.args, "")
        return 2
    except KeyboardInterrupt:
        say("", "已停止；再執行一次即由中斷處繼續。 / Stopped; run it again to go on.")
        return 130
    return 0


def run_in_venv(script: str, arguments: "Sequence[str]", error: Exception) -> int:
    """Make .venv ready for the site, run a script there, and return its exit code.

    Args:
        script: to run.
        arguments: of the script.
        error: why it could not be run as it was called.
    """
    if AGAIN in os.environ:
        say(
            "", f"虛擬環境 .venv 已損壞（{error}）。請刪除後再執行：", ".venv is damaged. Remove it and run this again:"
        )
        say("", line_to_remove(), "")
        return 2
    code = main(["site"])
    if code:
        return code
    command = [str(python_of(ROOT / ".venv")), str(script), *arguments]
    there = dict(environment(), **{AGAIN: "1"})
    if not IS_WINDOWS:
        sys.stdout.flush()
        os.execve(command[0], command, there)
    try:
        return subprocess.call(command, env=there)
    except KeyboardInterrupt:
        return 130


def say(*lines: str) -> None:
    """Tell whoever is at the terminal."""
    for line in lines:
        try:
            print(line, file=sys.stderr, flush=True)
        except UnicodeEncodeError:  # a console of another code page
            print(line.encode("ascii", "replace").decode(), file=sys.stderr, flush=True)


def set_up(lock: str) -> None:
    """Install what a lock file lists and the project itself, unless that is done."""
    venv = ROOT / ".venv"
    key = digest()
    stamp = venv / f".ready-{key}-{lock}"
    if stamp.exists() and python_of(venv).exists():
        return
    make_venv(venv)
    for old in venv.glob(".ready-*"):
        if not old.name.startswith(f".ready-{key}-"):
            old.unlink()
    requirements = f"locks/{lock}.txt"
    packages = re.findall(r"^[A-Za-z0-9][\w.-]*==", (ROOT / requirements).read_text("utf-8"), re.MULTILINE)
    options = ["--only-binary", ":all:", "--require-hashes", "-r", requirements]
    install(venv, requirements, options, len(packages))
    install(venv, "planpress", ["--no-deps", "--no-build-isolation", "-e", "."], 1)
    stamp.touch()


def digest() -> str:
    """Changes when what is to be installed changes, or the tree has moved."""
    found = hashlib.sha256(str(ROOT).encode("utf-8", "surrogateescape"))
    for path in [ROOT / "pyproject.toml", *sorted((ROOT / "locks").glob("*.txt"))]:
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def binaries(venv: Path) -> Path:
    """The folder of a virtual environment's programs."""
    return venv / ("Scripts" if IS_WINDOWS else "bin")


def python_of(venv: Path) -> Path:
    """The Python of a virtual environment."""
    return binaries(venv) / ("python.exe" if IS_WINDOWS else "python")


def make_venv(folder: Path) -> None:
    """Make a virtual environment; one that works is kept."""
    own = str(python_of(folder))
    if is_new_enough([own]) and runs([own, "-c", "import pip"]):
        return
    python = find_python()
    say(f"建立虛擬環境 {folder.name} / Making the virtual environment {folder.name}")
    made = subprocess.run(
        [*python, "-m", "venv", "--clear", str(folder)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if made.returncode:
        said = made.stdout.decode("utf-8", "replace")
        if DENIED.search(said):
            raise SetupError(
                "這個資料夾不能寫入，無法建立虛擬環境。請把專案放在自己可以寫入的資料夾：",
                "The virtual environment cannot be made, as this folder cannot be written. Put the project elsewhere:",
                f"    {folder.parent}",
            )
        raise disk_cause(said) or SetupError(
            "無法建立虛擬環境：", "The virtual environment could not be made:", last_lines(said)
        )


def find_python() -> "list[str]":
    """The command of a Python that is new enough and can make virtual environments."""
    named = os.environ.get("PYTHON")
    names = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"]
    candidates = [[named]] if named else [[sys.executable], *([name] for name in names)]
    if IS_WINDOWS and not named:
        candidates += [["py", f"-3.{minor}"] for minor in (14, 13, 12, 11)]
    new = [command for command in candidates if is_new_enough(command)]
    for command in new:
        if runs([*command, "-c", "import venv, ensurepip"]):
            return command
    if new:
        shown = " ".join(new[0])
        raise SetupError(
            f"{shown} 缺少 venv（ensurepip）模組，無法建立虛擬環境。請執行：",
            f"{shown} lacks the venv (ensurepip) module that makes virtual environments. Please run:",
            f"    {line_for_venv(new[0])}",
        )
    if named:
        raise SetupError(
            f"PYTHON={named} 無法執行，或版本低於 3.11。請改用 3.11 以上的 Python，或執行：",
            f"PYTHON={named} does not run, or is older than 3.11. Name a Python 3.11 or later, or run:",
            f"    {line_for_python()}",
        )
    raise SetupError(
        "找不到 3.11 以上的 Python。請安裝或執行：",
        "No Python 3.11 or later was found. Install one, or run:",
        f"    {line_for_python()}",
    )


def is_new_enough(command: "Sequence[str]") -> bool:
    """Whether a command runs a Python that planpress runs on."""
    return runs([*command, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST!r})"])


def runs(command: "Sequence[str]") -> bool:
    """Whether a command ends well."""
    try:
        done = subprocess.run(
            command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def line_for_venv(command: "Sequence[str]") -> str:
    """The line that gives a Python, which is new enough, its module venv."""
    told = "import sys; print('%d.%d' % sys.version_info[:2], sys.base_prefix)"
    version, _, prefix = (
        subprocess.run([*command, "-c", told], env=environment(), stdout=subprocess.PIPE, check=False)
        .stdout.decode("utf-8", "replace")
        .strip()
        .partition(" ")
    )
    if shutil.which("apt-get") and prefix == "/usr":
        return as_root(f"apt install python{version}-venv")
    ours = ["/usr/bin/python3"]
    if is_new_enough(ours) and runs([*ours, "-c", "import venv, ensurepip"]):
        return f"PYTHON=/usr/bin/python3 {command[0]} build.py"
    return line_for_python()


def line_for_python() -> str:
    """The line that installs a Python that is new enough on this machine."""
    if IS_WINDOWS:
        return "winget install Python.Python.3.13"
    if shutil.which("apt-get"):
        for minor in (14, 13, 12, 11):
            if runs(["apt-cache", "show", f"python3.{minor}-venv"]):
                return as_root(f"apt install python3.{minor} python3.{minor}-venv")
        return as_root("apt update && {}".format(as_root("apt install python3 python3-venv")))
    lines = {
        "dnf": as_root("dnf install python3.12"),
        "zypper": as_root("zypper install python312"),
        "apk": as_root("apk add python3"),
        "brew": "brew install python@3.13",
    }
    return next((line for tool, line in lines.items() if shutil.which(tool)), "https://www.python.org/downloads/")


def as_root(command: str) -> str:
    """A command as the person at this keyboard would have to type it."""
    return command if getattr(os, "geteuid", lambda: 0)() == 0 else f"sudo {command}"


def environment() -> "dict[str, str]":
    """Of a program that is called: without what leads it astray."""
    kept = {name: value for name, value in os.environ.items() if name not in IN_THE_WAY}
    return dict(kept, PYTHONWARNINGS="ignore", PYTHONUTF8="1")


def install(venv: Path, what: str, options: "Sequence[str]", total: int) -> None:
    """Call pip; never into the user's own folder, whatever its settings say.

    Args:
        venv: to install into.
        what: is installed, for the reader.
        options: of ``pip install``.
        total: how many packages there are, for the progress.
    """
    command = [str(python_of(venv)), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    command += ["install", "--no-user", "--progress-bar", "off", *options]
    said: list[str] = []
    with subprocess.Popen(
        command, cwd=str(ROOT), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as pip:
        progress = Progress(what, total)
        for line in pip.stdout or ():
            said.append(line.decode("utf-8", "replace"))
            progress.tell(said[-1])
        code = pip.wait()
    progress.end()
    if code:
        raise cause("".join(said), what, version_of(venv))


class Progress:
    """Tells how many packages are there: in one line that is written over, or now and then where nobody watches."""

    def __init__(self, what: str, total: int) -> None:
        self.what = what
        self.total = total
        self.done = 0
        self.is_watched = sys.stderr.isatty()
        say(f"安裝 {what} 所列套件 / Installing what {what} lists" if total > 1 else "安裝 / Installing " + what)

    def tell(self, line: str) -> None:
        """Tell what a line of pip's means."""
        found = re.match(r"\s*(?:Collecting|Requirement already satisfied:)\s+([\w.-]+)", line)
        if found:
            self.done += 1
            if self.is_watched:
                text = f"  {min(self.done, self.total)}/{self.total} {found.group(1)}"
                sys.stderr.write(f"\r{text[:60]:<60}")
                sys.stderr.flush()
            elif self.done % 25 == 0 and self.total > 1:
                say(f"  {self.done}/{self.total}")
        elif line.startswith("Installing collected packages") and self.is_watched:
            sys.stderr.write("\r{:<60}".format("  寫入磁碟 / Writing to the disk …"))
            sys.stderr.flush()

    def end(self) -> None:
        """Leave the line empty for what follows."""
        if self.is_watched:
            sys.stderr.write("\r{:<60}\r".format(""))
            sys.stderr.flush()


def version_of(venv: Path) -> str:
    """The version of a virtual environment's Python."""
    told = [str(python_of(venv)), "-c", "import platform; print(platform.python_version())"]
    done = subprocess.run(told, env=environment(), stdout=subprocess.PIPE, check=False)
    return done.stdout.decode("utf-8", "replace").strip()


def cause(said: str, what: str, python: str) -> SetupError:
    """Why pip gave up, as far as it tells, with the line that mends it.

    Args:
        said: by pip.
        what: was to be installed.
        python: version of the Python that it was to be installed for.
    """
    without_index = f"{lines_to_set('PIP_NO_INDEX', '1')}\n{lines_to_set('PIP_FIND_LINKS', 'wheels')}"
    offline = OFFLINE.format(what=what, python=python, settings=without_index)
    for pattern, chinese, english, variable, value in PIP_CAUSES:
        if re.search(pattern, said):
            return SetupError(chinese, english, lines_to_set(variable, value), "", offline)
    if "THESE PACKAGES DO NOT MATCH THE HASHES" in said:
        return SetupError(
            f"下載的套件與 {what} 記載的雜湊值不符，為安全起見未安裝；請改用官方來源後再執行：",
            f"A package is not the one that {what} names, so nothing was installed. Use the official index:",
            lines_to_set("PIP_INDEX_URL", "https://pypi.org/simple"),
        )
    if re.search(r"No matching distribution found|Could not find a version", said):
        if "PIP_NO_INDEX" in os.environ:
            return SetupError(
                "帶來的 wheels 資料夾不在專案裡，或缺少這臺電腦要用的套件，請重新下載。",
                "The folder wheels is not in the project, or lacks a package that this machine needs. Bring it anew.",
                "",
                offline,
                "",
                last_lines(said),
            )
        return SetupError(
            f"這個 Python（{python}）沒有現成的套件可裝，請改用 64 位元的 Python 3.11 至 3.13：",
            "There are no ready packages for this Python. Use a 64-bit Python 3.11 to 3.13:",
            f"    {line_for_python()}",
            "",
            last_lines(said),
        )
    if re.search(r"error occurred during configuration|Configuration file .*(?:contains|could not)", said):
        return SetupError(
            "pip 的設定有誤，請改正 PIP_ 開頭的環境變數或 pip.conf（pip.ini）：",
            "The settings of pip are wrong. Mend the variable PIP_… or pip.conf (pip.ini):",
            last_lines(said),
        )
    if DENIED.search(said):
        return SetupError(
            "無法寫入虛擬環境；請把專案放在自己可以寫入的資料夾，或刪除後重來：",
            "The virtual environment cannot be written. Put the project where you may write, or begin anew:",
            line_to_remove(),
        )
    return disk_cause(said) or SetupError("套件安裝失敗：", "The packages could not be installed:", last_lines(said))


def disk_cause(said: str) -> "SetupError | None":
    """What of the disk keeps pip or venv from writing; None where it is nothing of the kind."""
    for pattern, chinese, english in DISK_CAUSES:
        if re.search(pattern, said):
            return SetupError(chinese, english)
    return None


def lines_to_set(variable: str, value: str) -> str:
    """What sets a variable of the terminal. On Windows the two terminals differ, and nobody knows which one is open."""
    if IS_WINDOWS:
        return f'    PowerShell:  $env:{variable}="{value}"\n    cmd:         set "{variable}={value}"'
    return f'    export {variable}="{value}"'


def line_to_remove() -> str:
    """What removes the virtual environment, in either terminal of Windows too."""
    return '    cmd /c "rmdir /s /q .venv"' if IS_WINDOWS else "    rm -rf .venv"


def last_lines(said: str) -> str:
    """The end of what pip has said."""
    return "\n".join("    " + line for line in said.strip().splitlines()[-6:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
