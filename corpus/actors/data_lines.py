"""The finder's data files, line by line."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DATA = Path(__file__).with_name("data")


def lines(path: Path) -> Iterator[str]:
    """The lines of a data file, without those that explain it."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def items(cell: str) -> list[str]:
    """What stands between semicolons."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def _groups(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines(path):
        key, _, rest = line.partition(":")
        found.setdefault(key, []).extend(items(rest))
    return found


@cache
def grouped_lines(file: str, language: str = "en") -> Mapping[str, list[str]]:
    """The groups of a list of words, as they stand there."""
    return _groups(DATA / language / file)
