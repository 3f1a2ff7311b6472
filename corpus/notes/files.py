"""Files and folders that are their owner's alone, and known to the disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpus.errors import OutputError
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from pathlib import Path


def create(path: Path) -> None:
    """An empty file for its owner alone, in a folder for its owner alone.

    SQLite gives its journals the mode of the database.
    """
    try:
        make_folder(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise OutputError(f"{one_line(str(path))}: cannot be made ({error.strerror})") from error


def discard(path: Path) -> None:
    """Remove an unfinished file with its journal, which must never meet another file."""
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """The folder with those above it, for its owner alone, known to the disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync(folder.parent)


def sync(path: Path) -> None:
    """Wait until the disk holds the file, or the folder's names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_read_only(path: Path) -> bool:
    """Whether the file, or its folder, cannot be written at all."""
    return mode_of(path) == "ro"


def keep_private(path: Path) -> None:
    """Take the file from everybody but its owner, when it is ours to do so."""
    status = path.stat()
    if status.st_mode & 0o077 and status.st_uid == os.geteuid() and not is_read_only(path):
        path.chmod(0o600)


def mode_of(path: Path) -> str:
    """How SQLite may open the file: ``rw`` or ``ro``."""
    spots = (path, path.parent) if path.exists() else (path.parent,)
    return "rw" if all(os.access(spot, os.W_OK) for spot in spots) else "ro"
