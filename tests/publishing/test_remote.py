"""Another machine, without a network: ``ssh`` is a stand-in that runs what the key of the host may do."""

import shutil
from pathlib import Path

import pytest

from planpress.problems.settings_error import SettingsError
from planpress.publishing import remote
from planpress.publishing.releasing import bring_back
from planpress.publishing.remote import RemoteTarget
from tests.publishing.sites import NEW, NOW, OLD, next_release, site

pytestmark = pytest.mark.skipif(shutil.which("rrsync") is None, reason="needs rsync with rrsync (Debian: rsync)")

SSH = """#!/bin/bash
while [[ $1 == -* ]]; do [[ $1 == -l ]] && shift; shift; done
shift
SSH_ORIGINAL_COMMAND="$*" exec sh {script} {base}
"""


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    programs = tmp_path / "bin"
    programs.mkdir()
    script = Path(remote.__file__).with_name("remote.sh")
    (programs / "ssh").write_text(SSH.format(script=script, base=tmp_path / "plans"))
    (programs / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    return tmp_path / "plans"


@pytest.fixture
def target(base: Path, tmp_path: Path) -> RemoteTarget:
    return RemoteTarget("plans@www.plans.example", 2, tmp_path / "cache" / "lock")


def published(target: RemoteTarget, folder: Path, files: dict[str, str]) -> None:
    site(folder, files)
    with target.alone(lambda holder: None):
        target.put(next_release(target, files), folder)


def shown(base: Path) -> dict[str, str]:
    root = base / "current"
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def code_of(error: pytest.ExceptionInfo[SettingsError]) -> str:
    (problem,) = error.value.problems
    return problem.code


def test_releases_are_sent_shared_shown_and_brought_back(target: RemoteTarget, base: Path, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    assert shown(base) == OLD
    published(target, tmp_path / "site", NEW)
    assert shown(base) == {**NEW, "assets/site-00000001.css": "a{}"}
    plans = [base / f"releases/{number}/site/sample/114/index.html" for number in (1, 2)]
    assert plans[0].samefile(plans[1])
    with target.alone(lambda holder: None):
        target.put(bring_back(target.releases(), None, NOW).release, None)
    assert shown(base) == {**OLD, "assets/site-00000002.css": "b{}"}
    assert [release.number for release in target.releases()] == [2, 3]
    assert sorted(path.name for path in (base / "releases").iterdir()) == ["2", "3"]


def test_a_folder_of_somebody_else_is_left_as_it_is(target: RemoteTarget, base: Path, tmp_path: Path) -> None:
    base.mkdir()
    (base / "index.php").write_text("theirs")
    with pytest.raises(SettingsError) as error:
        published(target, tmp_path / "site", OLD)
    assert code_of(error) == "E483"
    assert (base / "index.php").exists() and not (base / "current").exists()


def test_a_release_that_somebody_else_has_put_there_stays(target: RemoteTarget, base: Path, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    (base / "releases/2").mkdir()
    (base / "releases/2/notes.txt").write_text("theirs")
    with pytest.raises(SettingsError) as error:
        published(target, tmp_path / "site", NEW)
    assert code_of(error) == "E483"
    assert (base / "releases/2/notes.txt").exists() and shown(base) == OLD


def test_a_file_that_was_changed_over_there_is_sent_anew_and_never_brought_back(
    target: RemoteTarget, base: Path, tmp_path: Path
) -> None:
    published(target, tmp_path / "site", OLD)
    (base / "releases/1/site/sample/114/index.html").write_text("defaced")
    published(target, tmp_path / "site", NEW)
    assert shown(base)["sample/114/index.html"] == "plan"
    (base / "releases/1/site/index.html").write_text("defaced")
    with pytest.raises(SettingsError) as error, target.alone(lambda holder: None):
        target.put(bring_back(target.releases(), None, NOW).release, None)
    assert code_of(error) == "E488"
    assert (base / "current").readlink().as_posix() == "releases/2/site"


@pytest.mark.parametrize("command", ["sh", "begin ../x", "finish a;b 1 2", "", "manifests /etc", "cat /etc/passwd"])
def test_a_key_can_do_nothing_else(target: RemoteTarget, base: Path, command: str) -> None:
    with pytest.raises(SettingsError) as error:
        target._run("ssh", "--", target.host, command)
    assert code_of(error) == "E493"


def test_what_a_release_takes_over_lies_in_a_release(target: RemoteTarget, base: Path, tmp_path: Path) -> None:
    published(target, tmp_path / "site", OLD)
    (base / "secret").write_text("secret")
    for line in ("1\t../../../secret\tindex.html", "1\tindex.html\t../../../index.html", "../..\tsecret\tsecret"):
        target._run("ssh", "--", target.host, "begin abc")
        work = base / ".planpress.new/abc"
        (work / "held").write_text(f"{line}\n")
        (work / "sums").write_text("")
        with pytest.raises(SettingsError) as error:
            target._run("ssh", "--", target.host, "finish abc 2 2")
        assert code_of(error) == "E493"
    assert shown(base) == OLD and not (base / "index.html").exists()


def test_a_host_that_cannot_link_copies(
    target: RemoteTarget, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(target, tmp_path / "site", OLD)
    programs = tmp_path / "without-links"
    programs.mkdir()
    (programs / "cp").write_text(f'#!/bin/sh\ncase $1 in -l) exit 1 ;; esac\nexec {shutil.which("cp")} "$@"\n')
    (programs / "cp").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    published(target, tmp_path / "site", NEW)
    assert shown(base) == {**NEW, "assets/site-00000001.css": "a{}"}


def test_without_rsync_and_without_a_connection_it_is_told(
    target: RemoteTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(SettingsError) as error:
        published(target, tmp_path / "site", OLD)
    assert code_of(error) == "E493"
