"""What is kept of a matrix of scores that is never held whole."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.links import weights

Ints = NDArray[np.int64]
Scores = NDArray[np.float32]


class Cells(NamedTuple):
    """Single cells of the matrix: arrays of one length."""

    rows: Ints
    columns: Ints
    scores: Scores

    def at(self, order: NDArray[np.int64] | NDArray[np.bool_]) -> Cells:
        """Some of the cells, in some order."""
        return Cells(self.rows[order], self.columns[order], self.scores[order])

    def best_first(self) -> Cells:
        """By score, the highest first, else in reading order."""
        return self.at(np.lexsort((self.columns, self.rows, -self.scores)))


class Sieve:
    """Takes the matrix in parts; keeps the cells that clear the bar and the best of each line.

    No row and no column keeps more than ``LINKS_OF_ONE`` cells, so that equal
    passages by the thousand stay within bounds.
    """

    def __init__(self, rows: int, columns: int) -> None:
        self.best_a, self.best_a_score = np.zeros(rows, np.int64), np.zeros(rows, np.float32)
        self.best_b, self.best_b_score = np.zeros(columns, np.int64), np.zeros(columns, np.float32)
        self._kept: list[Cells] = []

    def add_block(self, first: int, score: Scores) -> None:
        """Take whole rows, from row ``first`` on."""
        here = slice(first, first + len(score))
        self.best_a[here], self.best_a_score[here] = score.argmax(axis=1), score.max(axis=1)
        columns = np.arange(len(self.best_b))
        self._better(columns, score.argmax(axis=0) + first, score.max(axis=0))
        above = np.nonzero(score >= weights.WEAK)
        self._keep(Cells(above[0] + first, above[1], score[above]))

    def add_cells(self, cells: Cells) -> None:
        """Take all cells that matter of some whole rows; the rest count as 0."""
        by_row = cells.at(_of_each(cells.rows, cells.columns, cells.scores, 1))
        self.best_a[by_row.rows], self.best_a_score[by_row.rows] = by_row.columns, by_row.scores
        by_column = cells.at(_of_each(cells.columns, cells.rows, cells.scores, 1))
        self._better(by_column.columns, by_column.rows, by_column.scores)
        self._keep(cells.at(cells.scores >= weights.WEAK))

    def kept(self) -> Cells:
        """All that was kept, best first."""
        if not self._kept:
            return Cells(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
        cells = Cells(*(np.concatenate(part) for part in zip(*self._kept, strict=True)))
        most = _of_each(cells.columns, cells.rows, cells.scores, weights.LINKS_OF_ONE)
        return cells.at(most).best_first()

    def _better(self, columns: Ints, rows: Ints, scores: Scores) -> None:
        better = scores > self.best_b_score[columns]
        self.best_b[columns[better]] = rows[better]
        self.best_b_score[columns[better]] = scores[better]

    def _keep(self, cells: Cells) -> None:
        most = _of_each(cells.rows, cells.columns, cells.scores, weights.LINKS_OF_ONE)
        self._kept.append(cells.at(most))


def _of_each(group: Ints, other: Ints, scores: Scores, limit: int) -> Ints:
    """Where the ``limit`` best of each group stand; among equals the first in reading order."""
    order: Ints = np.lexsort((other, -scores, group))
    sorted_group = group[order]
    first = np.searchsorted(sorted_group, sorted_group, side="left")
    return order[np.arange(len(order)) - first < limit]
