"""What one account says and no other does: a result, not a failure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from corpus.links.model import Gap, Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.links.model import Link, Linked
    from corpus.text import Document


def find_gaps(documents: Sequence[Document], linked: Iterable[Linked]) -> tuple[Gap, ...]:
    """The runs of passages without a link above weak, document by document.

    Each gap names the passage of another document that comes nearest to any
    of its passages, and how near; None when nothing is shared with any.
    """
    found = tuple(linked)
    answered = _answered(link for one in found for link in one.links)
    nearest = _nearest(found)
    return tuple(
        Gap(document.id, run, _best(nearest.get((document.id, number)) for number in run))
        for document in documents
        for run in _runs(document, answered)
    )


def coverage(documents: Sequence[Document], links: Iterable[Link]) -> dict[str, float]:
    """For each document the share of its passages with a link above weak, in [0, 1]."""
    answered = _answered(links)
    return {
        document.id: sum((document.id, number) in answered for number in document.passages.numbers)
        / max(1, len(document.passages))
        for document in documents
    }


def _answered(links: Iterable[Link]) -> frozenset[tuple[str, int]]:
    return frozenset(
        (end.document, number)
        for link in links
        if link.grade != "weak"
        for end in (link.a, link.b)
        for number in end.passages
    )


def _runs(document: Document, answered: frozenset[tuple[str, int]]) -> Iterator[tuple[int, ...]]:
    numbers = document.passages.numbers
    for has_answer, run in groupby(numbers, lambda number: (document.id, number) in answered):
        if not has_answer:
            yield tuple(run)


def _nearest(linked: Sequence[Linked]) -> Mapping[tuple[str, int], Nearest]:
    """The nearest passage to each passage, over all other documents."""
    best: dict[tuple[str, int], Nearest] = {}
    for one in linked:
        for document, nearest in ((one.a, one.nearest_a), (one.b, one.nearest_b)):
            for number, near in enumerate(nearest, start=1):
                nearer = _best((best.get((document, number)), near))
                if nearer is not None:
                    best[document, number] = nearer
    return best


def _best(candidates: Iterable[Nearest | None]) -> Nearest | None:
    """The nearest of them, the first among equals."""
    return max((near for near in candidates if near), key=lambda near: near.score, default=None)
