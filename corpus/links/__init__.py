"""Links: which passages of two accounts speak of the same thing.

The heavy modules (numpy, rapidfuzz) are imported by the first call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.links.gaps import coverage, find_gaps
from corpus.links.model import Cancelled, Linked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from corpus.actors.model import Actor
    from corpus.text import Document

__all__ = [
    "Cancelled",
    "Linked",
    "coverage",
    "find_gaps",
    "find_links",
    "score_passages",
    "scorer_version",
]


def score_passages(a: Sequence[str], b: Sequence[str]) -> NDArray[np.float32]:
    """How much each passage of one text says what each of the other says.

    Args:
        a: the passages of one text, in reading order.
        b: the passages of the other.

    Returns:
        float32 of shape (len(a), len(b)), in [0, 1]; 0 where nothing is
        shared. Deterministic.
    """
    from corpus.links.score import score_passages as score

    return score(a, b)


def find_links(
    a: Document,
    b: Document,
    *,
    cast: Sequence[Actor] | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Linked:
    """The links between two documents, best first, with evidence and cautions.

    Args:
        a: one document.
        b: the other.
        cast: the actors of both, for cautions: a role that differs, names
            that are alike. They change no score.
        progress: is told the share of the work done, in [0, 1].
        cancelled: is asked between steps of a fraction of a second.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    from corpus.links.find import find_links as find

    return find(a, b, cast=cast or (), progress=progress, cancelled=cancelled)


def scorer_version() -> str:
    """A name that changes with the code, the weights or the word lists of the links."""
    from corpus.links.version import scorer_version as version

    return version()
