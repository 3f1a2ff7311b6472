"""Columns that very many values are kept in, and what holds them together."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Sized

Row = list[Any]
Piece = tuple[str, Row]
"""A bounded part of what is packed, and what it is of."""

T = TypeVar("T")
_AT_ONCE = 1000


def pieces(values: Sequence[T], most: int = _AT_ONCE) -> Iterator[Sequence[T]]:
    """So many values at a time: some milliseconds' work to read, and little memory."""
    for first in range(0, len(values), most):
        yield values[first : first + most]


def check(holds: bool) -> None:
    """ValueError unless it holds of what came in: it is not ours."""
    if not holds:
        raise ValueError("no such columns")


def fits(numbers: Sequence[int], names: Sized) -> bool:
    """Whether each number has a name."""
    return not numbers or max(numbers) < len(names)


class Words:
    """Words that are a few, again and again: each is kept once, and its number."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._words: list[str] = []
        self._numbers = array("I")

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, at: int) -> str:
        return self._words[self._numbers[at]]

    def extend(self, words: Iterable[str]) -> None:
        """More of them."""
        for one in words:
            number = self._known.setdefault(one, len(self._known))
            if number == len(self._words):
                self._words.append(one)
            self._numbers.append(number)


class Runs:
    """Lists of numbers, one after another; ``_stops`` tells where each ends."""

    def __init__(self) -> None:
        self._numbers, self._stops = array("I"), array("I", [0])

    def __len__(self) -> int:
        return len(self._stops) - 1

    def __getitem__(self, at: int) -> tuple[int, ...]:
        return tuple(self._numbers[self._stops[at] : self._stops[at + 1]])

    def extend(self, runs: Iterable[Sequence[int]]) -> None:
        """More of them."""
        for run in runs:
            self._numbers.extend(run)
            self._stops.append(len(self._numbers))


class Lines:
    """Lines of text that are seldom looked at: some at a time, compressed to a third."""

    def __init__(self) -> None:
        self._firsts, self._pieces = array("I"), list[bytes]()
        self._size = 0
        self._opened = lru_cache(maxsize=4)(self._open)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, at: int) -> str:
        piece = bisect_right(self._firsts, at) - 1
        return self._opened(piece)[at - self._firsts[piece]]

    def extend(self, lines: Sequence[str]) -> None:
        """More of them: a piece, of which all are opened together."""
        text = "\n".join(lines).encode("utf-8", "surrogatepass")
        self._firsts.append(self._size)
        self._pieces.append(zlib.compress(text))
        self._size += len(lines)

    def _open(self, piece: int) -> list[str]:
        text = zlib.decompress(self._pieces[piece])
        return text.decode("utf-8", "surrogatepass").split("\n")
