"""Reasons to look twice at a link: they lower no score and hide nothing."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from corpus.actors.drift import agree
from corpus.links.claims import Claims, differences, find_claims
from corpus.links.model import Caution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.actors.model import Actor
    from corpus.links.vocabulary import Side, Vocabulary
    from corpus.text import Document

ALIKE = 80.0
"""rapidfuzz ratio from which two names are said to be alike: Gagloev and Gagloyeva reach 88."""

Present = dict[str, "Actor"]
"""Who is mentioned in a passage, by id."""


class Cautioner:
    """Compares two passages by what they must not differ in to mean the same."""

    def __init__(
        self, a: Document, b: Document, vocabulary: Vocabulary, cast: Sequence[Actor]
    ) -> None:
        self.a, self.b = a, b
        self._vocabulary = vocabulary
        self._in_a, self._in_b = present(a, cast), present(b, cast)
        self._claims: dict[tuple[str, int], Claims] = {}

    def cautions(self, row: int, column: int) -> tuple[Caution, ...]:
        """The cautions on passages ``row`` of a and ``column`` of b (from 0)."""
        here, there = self._in_a.get(row, {}), self._in_b.get(column, {})
        said_a = self._of("a", self._vocabulary.a, row)
        said_b = self._of("b", self._vocabulary.b, column)
        found = [*on_actors(here, there, self.a.id, self.b.id)]
        if bool(said_a.negations) != bool(said_b.negations):
            word = (said_a.negations or said_b.negations)[0]
            found.append(Caution("negation", f"“{word}” stands on one side only"))
        found += [Caution(d.kind, f"“{d.a}” against “{d.b}”") for d in differences(said_a, said_b)]
        return tuple(found)

    def _of(self, name: str, side: Side, index: int) -> Claims:
        known = self._claims.get((name, index))
        if known is None:
            known = find_claims(side.passages[index], side.words[index], side.hits[index])
            self._claims[name, index] = known
        return known


def present(document: Document, cast: Sequence[Actor]) -> Mapping[int, Present]:
    """Who is mentioned in which passage (from 0)."""
    present: defaultdict[int, Present] = defaultdict(dict)
    for actor in cast:
        for mention in actor.mentions_in(document.id):
            number = document.number_at(mention.start)
            if number:
                present[number - 1][actor.id] = actor
    return present


def on_actors(here: Present, there: Present, a: str, b: str) -> Iterator[Caution]:
    """The cautions that depend on who is who, for passages of the documents a and b."""
    yield from _roles(here, there, a, b)
    yield from _similar(here, there)


def _roles(here: Present, there: Present, a: str, b: str) -> Iterator[Caution]:
    for actor in here.values():
        if actor.id not in there:
            continue
        roles_a, roles_b = actor.roles_in(a), actor.roles_in(b)
        if roles_a and roles_b and not any(agree(*pair) for pair in product(roles_a, roles_b)):
            words = f"{actor.name} is “{roles_a[0].text}” in {a}, “{roles_b[0].text}” in {b}"
            yield Caution("role-differs", words)


def _similar(here: Present, there: Present) -> Iterator[Caution]:
    """Two actors of one type whose names are alike, one on each side only."""
    for one, other in product(here.values(), there.values()):
        apart = one.id not in there and other.id not in here and one.type == other.type
        if apart and _alike(one.name, other.name):
            yield Caution("similar-names", f"{one.name} and {other.name} are kept apart")


def _alike(one: str, other: str) -> bool:
    last, other_last = one.split()[-1:], other.split()[-1:]
    return last == other_last or fuzz.ratio(one, other) >= ALIKE
