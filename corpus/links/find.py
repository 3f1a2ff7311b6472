"""The links between two documents: cells of the matrix of scores that clear the bar."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from corpus.links import weights
from corpus.links.candidates import candidate_cells
from corpus.links.cautions import Cautioner
from corpus.links.evidence import Explainer
from corpus.links.index import build_index
from corpus.links.model import Cancelled, End, Evidence, Grade, Link, Linked, Nearest
from corpus.links.score import Matrix
from corpus.links.sieve import Sieve
from corpus.links.vocabulary import read_both

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from corpus.actors.model import Actor
    from corpus.links.sieve import Ints, Scores
    from corpus.text import Document

DENSE_CELLS = 200_000_000
"""Matrices up to this size are scored whole, in blocks; larger ones by candidates."""

_SIFTED = 0.3
"""The share of the work that is done once all scores are known; evidence takes the rest."""

_SPECIFIC = frozenset({"actor", "wording", "number"})
"""Evidence that tells one event from another of its kind."""


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
    tick(0.0)
    vocabulary = read_both(a.wording, b.wording)
    tick(0.0)
    matrix = Matrix(build_index(vocabulary))
    tick(0.0)
    sieve = sift(matrix, lambda done: tick(_SIFTED * done))
    explainer = Explainer(a, b, vocabulary, matrix)
    cautioner = Cautioner(a, b, vocabulary, cast)
    links = tuple(_links(sieve, matrix, explainer, cautioner, tick))
    tick(1.0)
    return Linked(
        a.id,
        b.id,
        links,
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
    if rows * columns <= whole:
        for first, score in matrix.blocks():
            sieve.add_block(first, score)
            tick((first + len(score)) / rows)
        return sieve
    for cells in candidate_cells(matrix):
        sieve.add_cells(cells)
        tick((int(cells.rows[-1]) + 1) / rows if len(cells.rows) else 0.0)
    return sieve


def _links(
    sieve: Sieve,
    matrix: Matrix,
    explainer: Explainer,
    cautioner: Cautioner,
    tick: Callable[[float], None],
) -> Iterator[Link]:
    cells = sieve.kept()
    evidence = explainer.evidence(cells.rows, cells.columns, cells.scores.astype(np.float64))
    alone = matrix.score_likeness(cells.rows, cells.columns)
    firm = sieve.are_best(cells) & (cells.scores >= weights.STRONG) & (alone >= weights.MEDIUM)
    parts = (part.tolist() for part in (*cells, firm))
    rows = zip(zip(*parts, strict=True), evidence, strict=True)
    for at, ((row, column, score, is_firm), why) in enumerate(rows):
        tick(_SIFTED + (1 - _SIFTED) * at / len(cells.rows))
        yield Link(
            End(cautioner.a.id, (row + 1,)),
            End(cautioner.b.id, (column + 1,)),
            score,
            _grade(score, why, firm=is_firm),
            why,
            cautioner.cautions(row, column),
        )


def _grade(score: float, evidence: Iterable[Evidence], *, firm: bool) -> Grade:
    """Strong is best of row and column, by words in common and not by its place alone."""
    if firm and any(piece.kind in _SPECIFIC for piece in evidence):
        return "strong"
    return "medium" if score >= weights.MEDIUM else "weak"


def _nearest(document: str, best: Ints, scores: Scores) -> tuple[Nearest | None, ...]:
    return tuple(
        Nearest(document, index + 1, score) if score > 0 else None
        for index, score in zip(best.tolist(), scores.tolist(), strict=True)
    )
