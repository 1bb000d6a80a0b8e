import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from planpress.site import lock
from planpress.site.lock import locked, this_process, this_user

HOLDER = """\
import sys, time
from pathlib import Path
from planpress.site.lock import locked, this_process

with locked(Path(sys.argv[1]), this_process(), lambda holder: None):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_whoever_comes_second_waits_and_is_told_once_for_whom(tmp_path: Path) -> None:
    process = holder(tmp_path / "lock")
    told: list[str] = []
    threading.Timer(0.5, process.kill).start()
    started = time.monotonic()
    with locked(tmp_path / "lock", "me", told.append):
        assert time.monotonic() - started > 0.4
        assert (tmp_path / "lock").read_text() == "me"
    process.communicate()
    assert len(told) == 1
    assert told[0].startswith(f"PID {process.pid}, 2")
    assert not (tmp_path / "lock").exists()


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_holder_that_was_killed_holds_nobody_up(tmp_path: Path, end: signal.Signals) -> None:
    process = holder(tmp_path / "lock")
    process.send_signal(end)
    process.communicate()
    assert (tmp_path / "lock").exists()
    with locked(tmp_path / "lock", "me", pytest.fail):
        pass


def test_many_take_turns(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        for _ in range(3):
            with locked(tmp_path / "lock", str(number), lambda holder: None):
                inside.append(number)
                most.append(len(inside))
                time.sleep(0.01)
                inside.remove(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 12


def test_a_file_that_its_holder_has_just_removed_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = lock._opened
    found: list[int | None] = []

    def late(path: Path) -> int | None:
        found.append(opened(path))
        if len(found) == 1:
            path.unlink()
        return found[-1]

    monkeypatch.setattr(lock, "_opened", late)
    with locked(tmp_path / "lock", "me", pytest.fail):
        assert (tmp_path / "lock").read_text() == "me"
    assert len(found) == 2


def test_a_failure_gives_the_lock_back(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "lock", "me", pytest.fail):
        _ = 1 / 0
    with locked(tmp_path / "lock", "me", pytest.fail):
        pass


@pytest.mark.parametrize("what", ["a link", "an empty folder", "a full folder", "no folder for it"])
def test_a_lock_is_no_hindrance_where_none_can_be_had(tmp_path: Path, what: str) -> None:
    path = tmp_path / "lock"
    (tmp_path / "theirs").write_text("theirs")
    if what == "a link":
        path.symlink_to(tmp_path / "theirs")
    elif what == "no folder for it":
        path = tmp_path / "nothing" / "lock"
    else:
        path.mkdir()
        if what == "a full folder":
            (path / "file").write_text("")
    with locked(path, "me", pytest.fail):
        pass
    assert (tmp_path / "theirs").read_text() == "theirs"


@pytest.mark.parametrize("said", [b"", b"\xff\x1b[31mred\n" * 100])
def test_what_a_holder_says_is_shown_as_far_as_it_can_be(tmp_path: Path, said: bytes) -> None:
    process = holder(tmp_path / "lock")
    (tmp_path / "lock").write_bytes(said)
    told: list[str] = []
    threading.Timer(1.5, process.kill).start()
    with locked(tmp_path / "lock", "me", told.append):
        pass
    process.communicate()
    assert len(told) == 1
    assert told[0].isprintable()
    assert 0 < len(told[0]) <= 200


def test_colleagues_learn_who_it_is_and_the_public_does_not() -> None:
    assert str(os.getpid()) in this_process()
    assert "@" not in this_process()
    assert "@" in this_user()
