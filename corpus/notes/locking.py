"""Who may touch the notes file: all together to use it, one alone to mend it."""

from __future__ import annotations

import errno
import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_UNWRITABLE = {
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.ENOENT,
    errno.ENOTDIR,
}


@contextmanager
def shared(path: Path) -> Generator[None]:
    """Hold the file against being mended by another program."""
    with _held(path, fcntl.LOCK_SH):
        yield


@contextmanager
def alone(path: Path) -> Generator[None]:
    """Hold the file for mending: no other program is inside."""
    with _held(path, fcntl.LOCK_EX):
        yield


@contextmanager
def _held(path: Path, how: int) -> Generator[None]:
    handle = _lock_file(path)
    if handle is None:
        yield
        return
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def _lock_file(path: Path) -> int | None:
    """The lock beside the notes; None where no file can be made, and so nothing mended."""
    try:
        return os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        if error.errno in _UNWRITABLE:
            return None
        raise
