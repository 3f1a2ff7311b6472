"""How sure a link is: from its score, from the rivals of its passages, and from its own words.

Strong: the score is at least ``STRONG``; each passage is the other's best
counterpart; the likeness alone, without its surroundings, would score
``MEDIUM``; and ``OF_ITS_OWN`` names, places, numbers or words are shared, not
places alone, for these tell one event from another of its kind.
Medium: the score is at least ``MEDIUM``. Weak: any other that is drawn.

So a link that is not strong may score higher than one that is. It then says
which of these it lacks, in a phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.links import weights

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from corpus.links.index import Index, Ints
    from corpus.links.model import Grade
    from corpus.links.score import Matrix
    from corpus.links.sieve import Cells, Sieve

_SPECIFIC = frozenset({"actor", "wording", "framed", "general", "number"})
"""Kinds of term that tell one event from another of its kind."""

_BY_PLACE = "where it stands speaks more for it than its own words"
_BY_KIND = "too little is shared that tells this event from another of its kind"


class Graded(NamedTuple):
    """A grade, and what a cell lacks that has the score of a strong one and is not strong."""

    grade: Grade
    not_strong: str


class Grader:
    """Grades cells of the matrix between two documents, given by their ids."""

    def __init__(self, a: str, b: str, sieve: Sieve, matrix: Matrix) -> None:
        self._a, self._b = a, b
        self._sieve = sieve
        self._matrix = matrix

    def grades(self, cells: Cells) -> Iterator[Graded]:
        """The grade of each cell, in their order."""
        high = np.nonzero(cells.scores >= weights.STRONG)[0]
        lacks = dict(zip(high.tolist(), self._lacks(cells.at(high)), strict=True))
        for at, score in enumerate(cells.scores.tolist()):
            if at in lacks:
                yield Graded("medium" if lacks[at] else "strong", lacks[at])
            else:
                yield Graded("medium" if score >= weights.MEDIUM else "weak", "")

    def _lacks(self, cells: Cells) -> Iterator[str]:
        """What each of some cells of high score lacks; empty for a strong one."""
        index = self._matrix.index
        alone = self._matrix.score_likeness(cells.rows, cells.columns) >= weights.MEDIUM
        enough = _share_enough(index, cells)
        parts = (part.tolist() for part in (*cells, alone, enough))
        for row, column, score, is_alone, is_enough in zip(*parts, strict=True):
            better = "; ".join(self._better(row, column, score))
            yield better or ("" if is_alone else _BY_PLACE) or ("" if is_enough else _BY_KIND)

    def _better(self, row: int, column: int, score: float) -> Iterator[str]:
        """The counterparts that come before this one, from either side."""
        a, b, sieve = self._a, self._b, self._sieve
        best_b, best_a = int(sieve.best_a[row]), int(sieve.best_b[column])
        if best_b != column:
            yield _before(f"{a}·{row + 1}", f"{b}·{best_b + 1}", sieve.best_a_score[row] > score)
        if best_a != row:
            yield _before(
                f"{b}·{column + 1}", f"{a}·{best_a + 1}", sieve.best_b_score[column] > score
            )


def _before(here: str, there: str, better: bool) -> str:
    return f"{here}’s best counterpart is {there}" if better else f"{here} is as near to {there}"


def _share_enough(index: Index, cells: Cells) -> NDArray[np.bool_]:
    """Which cells share enough that is their own, each word counted once."""
    specific = _share(index, cells, _SPECIFIC)
    enough: NDArray[np.bool_] = specific + _share(index, cells, {"place"}) >= weights.OF_ITS_OWN
    return enough & (specific > 0)


def _share(index: Index, cells: Cells, kinds: AbstractSet[str]) -> Ints:
    """How many terms of these kinds each cell shares; a stem and its family are one."""
    wanted = [term.kind in kinds and at == index.family[at] for at, term in enumerate(index.terms)]
    owner, terms = index.shared(cells.rows, cells.columns)
    held = np.array(wanted, dtype=np.bool_)[terms]
    return np.bincount(owner[held], minlength=len(cells.rows))
