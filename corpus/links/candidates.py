"""Pairs of passages worth scoring in texts too large to score them all.

Passages that share a rare word are candidates; every score is then computed
in full. Where no term is too common to follow, that finds what the whole
matrix finds, for a passage that shares nothing scores nought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.links.index import ranges
from corpus.links.score import Best
from corpus.links.sieve import Cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.links.index import Index, Ints
    from corpus.links.score import Matrix

Flags = NDArray[np.bool_]

PAIRS = 2_000_000
"""How many meetings of passages in one term are followed in all: about ten seconds' work."""

_ROWS_AT_ONCE = 500


def candidate_cells(
    matrix: Matrix, tick: Callable[[float], None] = lambda _: None, pairs: int = PAIRS
) -> Iterator[Cells]:
    """The scores of all candidates, some rows of text a at a time, in reading order.

    ``tick`` is told, until the first of them, which share of what comes
    before is done.
    """
    index = matrix.index
    rare = _rare_terms(index, pairs)
    best = Best(np.zeros(len(index.a)), np.zeros(len(index.b)))
    for last, rows, columns in _all_meetings(index, rare):
        likeness = index.pairs(rows, columns)
        np.maximum.at(best.a, rows, likeness)
        np.maximum.at(best.b, columns, likeness)
        tick(last / len(index.a))
    for _, rows, columns in _all_meetings(index, rare):
        yield Cells(rows, columns, matrix.score_cells(rows, columns, best))


def _all_meetings(index: Index, rare: Flags) -> Iterator[tuple[int, Ints, Ints]]:
    """Each pair of passages that shares a rare term, some rows at a time, and where these end."""
    for first in range(0, len(index.a), _ROWS_AT_ONCE):
        last = min(first + _ROWS_AT_ONCE, len(index.a))
        yield last, *_meetings(index, rare, first, last)


def _rare_terms(index: Index, pairs: int) -> Flags:
    """The terms with the fewest meetings, as many as the budget allows."""
    in_a = np.bincount(index.a.ids, minlength=len(index.weight))
    meetings = in_a * np.diff(index.post_start)
    order = np.argsort(meetings, kind="stable")
    rare = np.zeros(len(index.weight), dtype=np.bool_)
    rare[order[np.cumsum(meetings[order]) <= pairs]] = True
    return rare


def _meetings(index: Index, rare: Flags, first: int, last: int) -> tuple[Ints, Ints]:
    """Each pair of passages that shares a rare term, once."""
    ids = index.a.ids[index.a.start[first] : index.a.start[last]]
    rows = np.repeat(np.arange(first, last), np.diff(index.a.start[first : last + 1]))
    rows, ids = rows[rare[ids]], ids[rare[ids]]
    counts = index.post_start[ids + 1] - index.post_start[ids]
    columns = index.post_row[ranges(index.post_start[ids], counts)]
    cells = np.unique(np.repeat(rows, counts) * len(index.b) + columns)
    return cells // len(index.b), cells % len(index.b)
