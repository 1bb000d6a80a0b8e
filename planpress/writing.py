"""Files put in place whole, whatever happens meanwhile: a process that is killed, a full disk, a folder in the way."""

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE_FOR_ALL: Final = 0o444
FOLDER_FOR_ALL: Final = 0o555


def write_atomically(path: Path, data: bytes, *, work: Path | None = None, for_all: bool = False) -> None:
    """Put a file in place whole: a reader sees the old one or the new one, nothing between.

    A link that stands there is replaced, never followed.

    Args:
        path: of the file; its folder is made when it is not there.
        data: what the file shall hold.
        work: folder on the same disk in which the new file is written first; the file's own by default.
        for_all: everybody may read the file, whatever the caller's umask says.

    Raises:
        OSError: it cannot be done; names the file that was wanted.
    """
    folder = work or path.parent
    new = folder / f".new-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        try:
            _put(new, path, data, for_all)
        except FileNotFoundError:
            _forget(new)
            for each in (folder, path.parent):
                each.mkdir(parents=True, exist_ok=True)
            _put(new, path, data, for_all)
    except OSError as error:
        _forget(new)
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
    except BaseException:
        _forget(new)
        raise


def _put(new: Path, path: Path, data: bytes, for_all: bool) -> None:
    with new.open("xb") as stream:  # never one that is there already, nor through a link
        stream.write(data)
    if for_all:
        new.chmod(new.stat().st_mode | FILE_FOR_ALL)
    new.replace(path)


def _forget(new: Path) -> None:
    with suppress(OSError):
        new.unlink()


def write_clearing(path: Path, data: bytes, root: Path, *, work: Path | None = None) -> None:
    """Write a file of a folder that is all our own: what stands in the way is removed.

    Args:
        path: of the file.
        data: what it shall hold.
        root: the folder; neither it nor anything outside of it is touched.
        work: as in :func:`write_atomically`.
    """
    if path.parent != root and path.parent.is_symlink():
        clear_way(path, root)
    try:
        write_atomically(path, data, work=work)
    except OSError:
        clear_way(path, root)
        write_atomically(path, data, work=work)


def clear_way(path: Path, root: Path) -> None:
    """Remove what keeps a file from its place below a folder: a file or a link for a folder, a folder for the file."""
    for folder in reversed([each for each in path.parents if root in each.parents]):
        clear_for_folder(folder)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)


def clear_for_folder(path: Path) -> None:
    """Remove what stands where a folder belongs, unless it is one."""
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        path.unlink()
