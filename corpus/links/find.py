"""The links between two documents: cells of the matrix of scores that clear the bar."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from corpus.deferred import Deferred
from corpus.links.candidates import candidate_cells
from corpus.links.cautions import Cautioner
from corpus.links.evidence import Explainer
from corpus.links.grades import Grader
from corpus.links.index import build_index
from corpus.links.model import Cancelled, End, Link, Linked, Nearest
from corpus.links.score import Matrix
from corpus.links.sieve import Sieve
from corpus.links.vocabulary import read_both

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from corpus.actors.model import Actor
    from corpus.links.sieve import Cells, Ints, Scores
    from corpus.text import Document

DENSE_CELLS = 200_000_000
"""Matrices up to this size are scored whole, in blocks; larger ones by candidates."""


_READ = 0.4
"""The share of all work that is done when both texts are read."""

_BEFORE = 0.3
"""The share of the scoring that is done when the best likeness of each passage is known."""


class Reasons(NamedTuple):
    """Where links find their evidence and their cautions."""

    explainer: Explainer
    cautioner: Cautioner


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

    with _collector_paused():
        return _found(a, b, cast, tick)


def _found(
    a: Document, b: Document, cast: Sequence[Actor], tick: Callable[[float], None]
) -> Linked:
    """The links of two documents that are not empty; ``tick`` is told the share done."""
    vocabulary = read_both(a.wording, b.wording, lambda done: tick(_READ * done))
    tick(_READ)
    matrix = Matrix(build_index(vocabulary))
    sieve = sift(matrix, lambda done: tick(_READ + (1 - _READ) * done))
    cells = sieve.kept()
    explainer = Explainer(a, b, vocabulary, matrix, cells)
    cautioner = Cautioner(a, b, vocabulary, cast)
    links = _links(a, b, cells, Grader(a.id, b.id, sieve, matrix), Reasons(explainer, cautioner))
    return Linked(
        a.id,
        b.id,
        tuple(links),
        _nearest(b.id, sieve.best_a, sieve.best_a_score),
        _nearest(a.id, sieve.best_b, sieve.best_b_score),
    )


@contextmanager
def _collector_paused() -> Generator[None]:
    """No search for cycles meanwhile: of the many small values here none is in one.

    Between large texts that search takes as long as the work itself.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def sift(matrix: Matrix, tick: Callable[[float], None], *, whole: int = DENSE_CELLS) -> Sieve:
    """All scores through a sieve; ``tick`` is told the share done."""
    rows, columns = len(matrix.index.a), len(matrix.index.b)
    sieve = Sieve(rows, columns)

    def tick_before(done: float) -> None:
        tick(_BEFORE * done)

    if rows * columns <= whole:
        for first, score in matrix.blocks(tick_before):
            sieve.add_block(first, score)
            tick(_BEFORE + (1 - _BEFORE) * (first + len(score)) / rows)
        return sieve
    for cells in candidate_cells(matrix, tick_before):
        sieve.add_cells(cells)
        done = (int(cells.rows[-1]) + 1) / rows if len(cells.rows) else 0.0
        tick(_BEFORE + (1 - _BEFORE) * done)
    return sieve


def _links(
    a: Document, b: Document, cells: Cells, grader: Grader, reasons: Reasons
) -> Iterator[Link]:
    """The links at these cells. Their reasons are looked for when they are looked at."""
    parts = zip(*(part.tolist() for part in cells), grader.grades(cells), strict=True)
    for at, (row, column, score, graded) in enumerate(parts):
        yield Link(
            End(a.id, (row + 1,)),
            End(b.id, (column + 1,)),
            score,
            graded.grade,
            Deferred(partial(reasons.explainer.evidence, at)),
            Deferred(partial(reasons.cautioner.cautions, row, column)),
            not_strong=graded.not_strong,
        )


def _nearest(document: str, best: Ints, scores: Scores) -> tuple[Nearest | None, ...]:
    return tuple(
        Nearest(document, index + 1, score) if score > 0 else None
        for index, score in zip(best.tolist(), scores.tolist(), strict=True)
    )
