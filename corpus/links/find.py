"""The links between two documents: cells of the matrix of scores that clear the bar."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.links import weights
from corpus.links.cautions import Cautioner
from corpus.links.evidence import Explainer
from corpus.links.index import build_index
from corpus.links.model import End, Grade, Link, Linked, Nearest
from corpus.links.score import Matrix
from corpus.links.vocabulary import read_both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpus.actors.model import Actor
    from corpus.links.score import Block
    from corpus.text import Document

Ints = NDArray[np.int64]
Scores = NDArray[np.float32]


class Cancelled(Exception):  # noqa: N818 - what happened, not what went wrong
    """The caller asked to stop."""


class Survivors(NamedTuple):
    """The cells above the bar, and the best cell of every row and column."""

    rows: Ints
    columns: Ints
    scores: Scores
    best_a: Ints
    best_a_score: Scores
    best_b: Ints
    best_b_score: Scores

    def best_first(self) -> Ints:
        """The order of the cells by score, the highest first, else in reading order.

        No passage keeps more than ``LINKS_OF_ONE``.
        """
        used: Counter[tuple[str, int]] = Counter()
        order: list[int] = []
        for at in np.lexsort((self.columns, self.rows, -self.scores)).tolist():
            ends = ("a", int(self.rows[at])), ("b", int(self.columns[at]))
            if all(used[end] < weights.LINKS_OF_ONE for end in ends):
                used.update(ends)
                order.append(at)
        return np.array(order, dtype=np.int64)

    def cells(self, order: Ints) -> Iterator[tuple[int, int, float]]:
        """Row, column and score of some cells."""
        parts = (part[order].tolist() for part in (self.rows, self.columns, self.scores))
        return zip(*parts, strict=True)


def find_links(
    a: Document,
    b: Document,
    *,
    cast: Sequence[Actor] = (),
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Linked:
    """See ``corpus.links.find_links``."""
    if not a.passages or not b.passages:
        return Linked(a.id, b.id, (), (None,) * len(a.passages), (None,) * len(b.passages))

    def tick(done: float) -> None:
        if cancelled and cancelled():
            raise Cancelled
        if progress:
            progress(done)

    vocabulary = read_both(a.wording, b.wording)
    matrix = Matrix(build_index(vocabulary))
    kept = survivors(matrix.blocks(), len(a.passages), len(b.passages), tick)
    order = kept.best_first()
    explained = Explainer(a, b, vocabulary, matrix).evidence(
        kept.rows[order], kept.columns[order], kept.scores[order].astype(np.float64)
    )
    cautioner = Cautioner(a, b, cast)
    links = tuple(
        Link(
            End(a.id, (row + 1,)),
            End(b.id, (column + 1,)),
            score,
            _grade(kept, row, column, score),
            evidence,
            cautioner.cautions(row + 1, column + 1),
        )
        for (row, column, score), evidence in zip(kept.cells(order), explained, strict=True)
    )
    return Linked(
        a.id,
        b.id,
        links,
        _nearest(b.id, kept.best_a, kept.best_a_score),
        _nearest(a.id, kept.best_b, kept.best_b_score),
    )


def survivors(
    blocks: Iterable[Block], rows: int, columns: int, tick: Callable[[float], None]
) -> Survivors:
    """What is worth keeping of a matrix of scores that comes in blocks."""
    kept: list[tuple[Ints, Ints, Scores]] = []
    best_a, best_a_score = np.zeros(rows, np.int64), np.zeros(rows, np.float32)
    best_b, best_b_score = np.zeros(columns, np.int64), np.zeros(columns, np.float32)
    for first, score in blocks:
        here = slice(first, first + len(score))
        best_a[here], best_a_score[here] = score.argmax(axis=1), score.max(axis=1)
        highest = score.max(axis=0)
        better = highest > best_b_score
        best_b[better] = score.argmax(axis=0)[better] + first
        best_b_score[better] = highest[better]
        row, column = np.nonzero(score >= weights.WEAK)
        kept.append((row + first, column, score[row, column]))
        tick(here.stop / rows)
    row, column, score = (np.concatenate(part) for part in zip(*kept, strict=True))
    return Survivors(row, column, score, best_a, best_a_score, best_b, best_b_score)


def _grade(kept: Survivors, row: int, column: int, score: float) -> Grade:
    """Strong needs to be each other's best as well."""
    mutual = kept.best_a[row] == column and kept.best_b[column] == row
    if mutual and score >= weights.STRONG:
        return "strong"
    return "medium" if score >= weights.MEDIUM else "weak"


def _nearest(document: str, best: Ints, scores: Scores) -> tuple[Nearest | None, ...]:
    return tuple(
        Nearest(document, int(index) + 1, float(score)) if score > 0 else None
        for index, score in zip(best, scores, strict=True)
    )
