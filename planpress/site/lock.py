"""One build at a time: a lock that vanishes with the process that holds it, and tells who that is."""

import getpass
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

Waiting: TypeAlias = Callable[[str], None]
"""Is told, once, for whom a build waits."""

POLL_SECONDS: Final = 0.1
SILENT_SECONDS: Final = 1.0
"""A holder that has not said who it is by now never will."""
LONGEST: Final = 200
_NO_LINK: Final[int] = getattr(os, "O_NOFOLLOW", 0)

if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 1 << 30
    """Windows keeps others from reading what is locked: a place behind the text is."""

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a disk without locks: as before there were any
        return True

    def _give(descriptor: int) -> None:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)  # by name: worker processes hold the file open too


def this_process() -> str:
    """Who holds a lock, for a public place: the process and the time."""
    return f"PID {os.getpid()}, {datetime.now().astimezone().isoformat(' ', 'seconds')}"


def this_user() -> str:
    """Who holds a lock, for colleagues: also the user and the machine."""
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):
        user = "?"
    return f"{this_process()}, {user}@{socket.gethostname()}"


def waiting_for(holder: str, language: str) -> str:
    """What is said to whoever has to wait."""
    if language == "en":
        return f"Another build is under way ({holder}); this one goes on when that one has ended."
    return f"另一個建置正在進行（{holder}），等它結束後繼續。"


@contextmanager
def locked(path: Path, who: str, waiting: Waiting) -> Iterator[None]:
    """Hold a lock; wait for whoever holds it now.

    Where none can be had, because the folder cannot be written to, the work goes on without.

    Args:
        path: of the file that is locked; it is there only meanwhile, or after its holder was killed.
        who: what others are told about this holder.
        waiting: is told about the present holder, if there is one.
    """
    descriptor = _acquired(path, who, waiting)
    try:
        yield
    finally:
        if descriptor is not None:
            with suppress(OSError):
                path.unlink()
            _give(descriptor)
            os.close(descriptor)


def _acquired(path: Path, who: str, waiting: Waiting) -> int | None:
    began = time.monotonic()
    is_told = False
    while (descriptor := _opened(path)) is not None:
        if _take(descriptor):
            if _is_at(path, descriptor):
                with suppress(OSError):  # it may be another user's, left behind
                    os.ftruncate(descriptor, 0)
                    os.lseek(descriptor, 0, os.SEEK_SET)
                    os.write(descriptor, who.encode("utf-8", "replace"))
                return descriptor
            os.close(descriptor)  # what its holder has just removed holds nobody up
            continue
        holder = _holder(descriptor)
        os.close(descriptor)
        if not is_told and (holder or time.monotonic() - began > SILENT_SECONDS):
            waiting(holder or "?")
            is_told = True
        time.sleep(POLL_SECONDS)
    return None


def _opened(path: Path) -> int | None:
    try:
        if path.is_symlink():
            path.unlink()
        elif path.is_dir():
            path.rmdir()
        return os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
    except PermissionError:
        with suppress(OSError):
            return os.open(path, os.O_RDONLY | _NO_LINK)
    except OSError:
        pass
    return None


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except OSError:
        return False


def _holder(descriptor: int) -> str:
    """What a holder says of itself; as little to be trusted as any file."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    text = os.read(descriptor, LONGEST).decode("utf-8", "replace")
    return "".join(character for character in text if character.isprintable())
