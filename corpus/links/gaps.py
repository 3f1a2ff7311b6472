"""What one account says and no other does: a result, not a failure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from corpus.links.briefs import briefs_of
from corpus.links.model import Gap, Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.links.briefs import Brief
    from corpus.links.model import Link, Linked
    from corpus.text import Document


def find_gaps(documents: Sequence[Document], linked: Iterable[Linked]) -> tuple[Gap, ...]:
    """The runs of passages without a link above weak, document by document.

    Each gap names the passage of another document that comes nearest to any
    of its passages, and how near; None when nothing is shared with any.
    """
    found = tuple(linked)
    answered = _answered(brief for one in found for brief in briefs_of(one.links))
    return tuple(
        Gap(document.id, run, _best(_nearest(found, document.id, run)))
        for document in documents
        for run in _runs(document, answered)
    )


def coverage(documents: Sequence[Document], links: Iterable[Link]) -> dict[str, float]:
    """For each document the share of its passages with a link above weak, in [0, 1]."""
    answered = _answered(briefs_of(links))
    return {
        document.id: sum((document.id, number) in answered for number in document.passages.numbers)
        / max(1, len(document.passages))
        for document in documents
    }


def _answered(links: Iterable[Brief]) -> frozenset[tuple[str, int]]:
    return frozenset(
        (document, number)
        for link in links
        if link.grade != "weak"
        for document, passages in zip(link.documents, link.passages, strict=True)
        for number in passages
    )


def _runs(document: Document, answered: frozenset[tuple[str, int]]) -> Iterator[tuple[int, ...]]:
    numbers = document.passages.numbers
    for has_answer, run in groupby(numbers, lambda number: (document.id, number) in answered):
        if not has_answer:
            yield tuple(run)


def _nearest(
    linked: Sequence[Linked], document: str, run: Sequence[int]
) -> Iterator[Nearest | None]:
    """The nearest passage to each of a run of passages, in each other document."""
    for number in run:
        for one in linked:
            if one.a == document:
                yield one.nearest_a[number - 1]
            elif one.b == document:
                yield one.nearest_b[number - 1]


def _best(candidates: Iterable[Nearest | None]) -> Nearest | None:
    """The nearest of them, the first among equals."""
    return max((near for near in candidates if near), key=lambda near: near.score, default=None)
