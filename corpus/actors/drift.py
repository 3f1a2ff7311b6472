"""Offices that differ: one actor under two, and one office under different holders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from corpus.actors.model import place_of
from corpus.actors.offices import Office, office, same_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.actors.model import Actor, Excerpt


class Drift(NamedTuple):
    """What two texts call one actor's office, where no two of their words for it agree."""

    one: Excerpt
    other: Excerpt


class Holder(NamedTuple):
    """Who is said to hold an office, by id, and where."""

    actor: str
    role: Excerpt


@dataclass(frozen=True, slots=True)
class SharedOffice:
    """One office under different holders; ``former`` and the like make no difference.

    ``holders`` come in the order of the actors given, each with one role for
    each text that gives them the office.
    """

    words: str
    holders: tuple[Holder, ...]

    def holders_in(self, document: str) -> tuple[Holder, ...]:
        """Who holds it by one text."""
        return tuple(holder for holder in self.holders if holder.role.document == document)

    @property
    def apart(self) -> tuple[tuple[Holder, Holder], ...]:
        """Each two texts that name no holder in common, with the first that each names."""
        texts: dict[str, list[Holder]] = {}
        for holder in sorted(self.holders, key=lambda one: place_of(one.role)):
            texts.setdefault(holder.role.document, []).append(holder)
        return tuple(
            (ones[0], others[0])
            for ones, others in combinations(texts.values(), 2)
            if {one.actor for one in ones}.isdisjoint(one.actor for one in others)
        )


def drift(actor: Actor, counts: Callable[[Office], bool] = lambda _: True) -> tuple[Drift, ...]:
    """Each two texts whose offices for an actor do not agree, with the first of each.

    A text that gives none is left out; so are offices that do not count.
    """
    given: dict[str, list[Excerpt]] = {}
    for role in actor.roles:
        if counts(office(role.text)):
            given.setdefault(role.document, []).append(role)
    return tuple(
        Drift(ones[0], others[0])
        for ones, others in combinations(given.values(), 2)
        if not any(agree(one, other) for one, other in product(ones, others))
    )


def agree(one: Excerpt, other: Excerpt) -> bool:
    """Whether two roles may be one office, perhaps said in fewer words."""
    return same_office(office(one.text), office(other.text))


def shared_offices(actors: Sequence[Actor]) -> tuple[SharedOffice, ...]:
    """The offices that more than one actor is said to hold, in the order of the actors."""
    held: dict[Office, dict[tuple[str, str], Holder]] = {}
    for actor, role in _roles(actors):
        told = office(role.text)
        if told.is_one_of_a_kind and told.is_of_something:
            key = replace(told, now=True)
            held.setdefault(key, {}).setdefault((actor.id, role.document), Holder(actor.id, role))
    return tuple(
        SharedOffice(_shortest(holders), tuple(holders.values()))
        for holders in held.values()
        if len({actor for actor, _ in holders}) > 1
    )


def _roles(actors: Sequence[Actor]) -> Iterator[tuple[Actor, Excerpt]]:
    for actor in actors:
        for role in actor.roles:
            yield actor, role


def _shortest(holders: dict[tuple[str, str], Holder]) -> str:
    """The fewest words that were used for it; those without ``former`` are fewer."""
    return min((" ".join(one.role.text.split()) for one in holders.values()), key=len)
