"""Copies of the notes file beside it: made by SQLite, checked, a few at a time.

A copy is named after the first event of its file and the number of its last
one, so what it holds is known from its name and no clock is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import OutputError
from corpus.notes import database, files
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KEPT = 3
_NAME = re.compile(r"\.([0-9a-f]{8})-(\d{8})\.backup$")


def all_of(path: Path) -> Sequence[Path]:
    """Every backup beside the notes file, the fullest first."""
    found = [p for p in path.parent.glob(f"{path.name}.*.backup") if _NAME.search(p.name)]
    return sorted(found, key=lambda p: (-_number(p), p.name))


def reach(path: Path, lineage: str) -> int:
    """The number of the last event that a backup of this file holds; 0 without any."""
    return max((_number(p) for p in of_lineage(path, lineage)), default=0)


def make(path: Path, lineage: str, seq: int) -> None:
    """Copy the file, check the copy, give it its name, and drop the oldest beyond three.

    No other program may make one at the same time.

    Raises:
        DamagedError: the copy does not check out; no backup was made.
        OutputError: it could not be written.
    """
    target = path.with_name(f"{path.name}.{lineage[:8]}-{seq:08}.backup")
    beside = path.with_name(f"{path.name}.copy")
    try:
        _copy(path, beside)
        beside.replace(target)
        for old in of_lineage(path, lineage)[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        name = one_line(str(target))
        raise OutputError(f"{name}: cannot be written ({error.strerror})") from error


def _copy(path: Path, beside: Path) -> None:
    files.discard(beside)
    try:
        files.create(beside)
        with database.reading(path) as source, database.bare(beside) as copy:
            source.backup(copy)
        with database.reading(beside) as copied:
            database.check(copied)
            database.read_log(copied)
        files.sync(beside)
    except BaseException:
        files.discard(beside)
        raise


def of_lineage(path: Path, lineage: str) -> Sequence[Path]:
    """The backups of the file whose first event has this id, the fullest first."""
    return [p for p in all_of(path) if f".{lineage[:8]}-" in p.name]


def _number(backup: Path) -> int:
    match = _NAME.search(backup.name)
    return int(match.group(2)) if match else 0
