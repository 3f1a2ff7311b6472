"""How much one passage says what another says: one function for every caller.

The likeness of two passages (shared terms over both lengths) is raised by
two things of their surroundings, each in proportion to the likeness itself:
both open their texts, and the passages before and after them answer each
other too. Without a shared term there is no score.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.links import weights
from corpus.links.index import Floats, Index, Ints, build_index
from corpus.links.vocabulary import read_both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

_CELLS_AT_ONCE = 1 << 18
"""Blocks of rows are cut so that a matrix of one block stays in the processor's cache."""


class Surroundings(NamedTuple):
    """What raises a likeness, each as a factor to be added to 1; arrays of one shape."""

    opening: Floats
    neighbours: Floats


def score_passages(
    a: Sequence[str], b: Sequence[str], *, with_meaning: bool = True
) -> NDArray[np.float32]:
    """How much each passage of one text says what each of the other says.

    Args:
        a: the passages of one text, in reading order.
        b: the passages of the other.
        with_meaning: use the extra of that name where it is installed.

    Returns:
        float32 of shape (len(a), len(b)), in [0, 1]; 0 where nothing is
        shared. Deterministic.
    """
    if not a or not b:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    matrix = Matrix(build_index(read_both(a, b), with_meaning=with_meaning))
    return np.concatenate([block.score for block in matrix.blocks()])


class Best(NamedTuple):
    """The highest likeness of each passage of both texts."""

    a: Floats
    b: Floats


class Block(NamedTuple):
    """Some consecutive rows of the matrix of scores."""

    first: int
    score: NDArray[np.float32]


class Matrix:
    """The scores of all passages of one text against all of another, never held whole."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def blocks(self, tick: Callable[[float], None] = lambda _: None) -> Iterator[Block]:
        """All scores from top to bottom.

        ``tick`` is told, until the first block, which share of what comes
        before is done.
        """
        best = self._best(tick)
        for first, last in row_blocks(self.index):
            likeness, around = self._parts(first, last)
            evidence = raised(likeness, around)
            evidence *= rivalled(likeness, best.a[first:last, None], best.b[None, :])
            yield Block(first, self._to_score(evidence).astype(np.float32))

    def score_cells(self, rows: Ints, columns: Ints, best: Best) -> NDArray[np.float32]:
        """The scores of single cells."""
        likeness, around = self.cells(rows, columns)
        evidence = raised(likeness, around) * rivalled(likeness, best.a[rows], best.b[columns])
        return self._to_score(evidence).astype(np.float32)

    def score_likeness(self, rows: Ints, columns: Ints) -> Floats:
        """What single cells would score without their surroundings."""
        return self._to_score(self.index.pairs(rows, columns))

    def cells(self, rows: Ints, columns: Ints) -> tuple[Floats, Surroundings]:
        """Likeness and surroundings of single cells, the same to the last bit as in blocks."""
        before = self.index.pairs(rows - 1, columns - 1)
        after = self.index.pairs(rows + 1, columns + 1)
        return self.index.pairs(rows, columns), Surroundings(
            opening=opening(rows, columns),
            neighbours=weights.NEIGHBOURS * ((before + after) / 2),
        )

    def _best(self, tick: Callable[[float], None]) -> Best:
        """Of all cells; the matrix is gone through once more, for it is never held whole."""
        best = Best(np.zeros(len(self.index.a)), np.zeros(len(self.index.b)))
        for first, last in row_blocks(self.index):
            likeness = self.index.likeness(first, last)
            best.a[first:last] = likeness.max(axis=1)
            np.maximum(best.b, likeness.max(axis=0), out=best.b)
            tick(last / len(self.index.a))
        return best

    def _to_score(self, evidence: Floats) -> Floats:
        return to_score(evidence, len(self.index.a), len(self.index.b))

    def _parts(self, first: int, last: int) -> tuple[Floats, Surroundings]:
        """Likeness and surroundings of some rows; one row more on each side lends its support."""
        above, below = max(0, first - 1), min(len(self.index.a), last + 1)
        wide = self.index.likeness(above, below)
        rows = slice(first - above, last - above)
        return wide[rows], Surroundings(
            opening=opening(np.arange(first, last)[:, None], np.arange(len(self.index.b))[None, :]),
            neighbours=weights.NEIGHBOURS * diagonal_support(wide)[rows],
        )


def row_blocks(index: Index) -> list[tuple[int, int]]:
    """Consecutive ranges of rows of text a, each of a bounded number of cells."""
    step = max(1, _CELLS_AT_ONCE // max(1, len(index.b)))
    return [(s, min(s + step, len(index.a))) for s in range(0, len(index.a), step)]


def diagonal_support(likeness: Floats) -> Floats:
    """The mean likeness of the cells before and after each on its diagonal."""
    support = np.zeros_like(likeness)
    support[1:, 1:] += likeness[:-1, :-1]
    support[:-1, :-1] += likeness[1:, 1:]
    return support / 2


def opening(rows: Ints, columns: Ints) -> Floats:
    """How near the head of both texts the cells stand; arrays broadcast together."""
    reach, fall = weights.OPENING_REACH, weights.OPENING_FALL
    row, column = (np.exp(-((at / reach) ** fall)) for at in (rows, columns))
    return weights.OPENING * np.minimum(row, column)


def raised(likeness: Floats, around: Surroundings) -> Floats:
    """The sum of all evidence: likeness, and its shares for the surroundings."""
    return likeness * (1.0 + around.opening + around.neighbours)


def rivalled(likeness: Floats, best_a: Floats, best_b: Floats) -> Floats:
    """What is left of the evidence where others are likelier partners, in [0, 1].

    The fourth root of the likeness over the mean (geometric) of the best of
    both passages: 1 for two that are each other's likeliest.
    """
    part = likeness * _inverse_root(best_a)
    part *= _inverse_root(best_b)
    np.minimum(part, 1.0, out=part)
    np.sqrt(part, out=part)
    return np.sqrt(part, out=part)


def _inverse_root(best: Floats) -> Floats:
    """0 for a passage that shares nothing with any."""
    return np.divide(1.0, np.sqrt(best), out=np.zeros_like(best), where=best > 0)


def to_score(evidence: Floats, passages_a: int, passages_b: int) -> Floats:
    """A sum of evidence as a score in [0, 1): rising, never full."""
    half = weights.HALF * (1.0 + weights.CROWD * math.log(min(passages_a, passages_b)))
    proof = (evidence / half) ** weights.STEEPNESS
    return np.divide(proof, 1.0 + proof, out=proof)
