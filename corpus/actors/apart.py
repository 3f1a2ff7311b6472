"""Which actors have names that are alike: those found, and those the reader keeps apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.model import SimilarNames
from corpus.actors.similar import similar_names as found_alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.model import Actor


def similar_names(actors: Sequence[Actor]) -> tuple[SimilarNames, ...]:
    """Pairs of actors, by id, that were kept apart: first those the reader split."""
    found: dict[frozenset[str], SimilarNames] = {}
    for pair in (*_by_hand(actors), *found_alike(actors)):
        found.setdefault(frozenset((pair.one, pair.other)), pair)
    return tuple(found.values())


def _by_hand(actors: Sequence[Actor]) -> Iterator[SimilarNames]:
    here = {actor.id for actor in actors}
    for actor in actors:
        for done in actor.hand:
            if done.kind == "split" and done.other in here and done.other != actor.id:
                yield SimilarNames(done.other, actor.id, done.words)
