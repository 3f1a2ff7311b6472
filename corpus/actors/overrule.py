"""Actors as the reader has them: what was found, and what was decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.actors.again import Company, Places, find_again, mentions_again
from corpus.actors.edit import free_id, merged, moved, parted, renamed, retyped
from corpus.actors.model import Actor
from corpus.actors.rulings import called, spelled
from corpus.notes.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from corpus.actors.again import Find
    from corpus.actors.model import ActorType, Mention
    from corpus.actors.rulings import ActorRuling
    from corpus.text import Document

Outcome = Literal["held", "idle", "lost"]

BY_READER = "you"


@dataclass(frozen=True, slots=True)
class Decided:
    """A ruling on actors of the story at hand, and what became of it.

    ``held``: it made ``actors``, by their ids, what they are. ``idle``: what
    was found says the same without it. ``lost``: ``missing`` are the names
    of those whom it does not find any more.
    """

    subject: str
    ruling: ActorRuling
    outcome: Outcome
    actors: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def overrule(
    actors: tuple[Actor, ...],
    rulings: Mapping[str, ActorRuling],
    documents: Sequence[Document],
    find: Find | None = None,
) -> tuple[tuple[Actor, ...], tuple[Decided, ...]]:
    """The actors with the rulings carried out, the earliest first, and what became of each.

    Each ruling is carried out on what the earlier ones made, so that of two
    that clash the later holds. Those on other texts are left aside. ``find``
    looks for their words; one that remembers them spares looking twice.
    """
    places = Places(documents, find or Finder())
    ours = [
        (subject, ruling)
        for subject, ruling in sorted(rulings.items(), key=lambda one: one[1].number)
        if all(places.concern(selector.targets) for selector in ruling.selectors)
    ]
    if not ours:
        return actors, ()
    company = Company(actors)
    decided = tuple(_carried_out(*one, company, places) for one in ours)
    held = any(one.outcome == "held" for one in decided)
    return in_order(company) if held else actors, decided


def in_order(company: Company) -> tuple[Actor, ...]:
    """The actors, the most mentioned first."""
    return tuple(sorted(company.actors.values(), key=lambda one: -len(one.mentions)))


def _carried_out(subject: str, ruling: ActorRuling, company: Company, places: Places) -> Decided:
    found = [(one.name, find_again(one, company, places)) for one in ruling.selectors]
    actors = [one.actor for _, one in found if one]
    if ruling.verb == "merge" and len({actor.id for actor in actors}) < len(actors):
        return Decided(subject, ruling, "idle")
    missing = tuple(name for name, one in found if one is None or not one.firm)
    made = None if missing else _made(ruling, actors, company, places)
    if made is None:
        return Decided(subject, ruling, "lost", missing=missing or called(ruling))
    return Decided(subject, ruling, "held" if made else "idle", tuple(one.id for one in made))


def _made(
    ruling: ActorRuling, actors: Sequence[Actor], company: Company, places: Places
) -> Sequence[Actor] | None:
    """The actors that a ruling makes; none when it changes nothing, None when it is lost."""
    actor, other = actors[0], actors[-1]
    if ruling.verb == "split":
        return _split(ruling, actors, company, places)
    if ruling.verb == "merge":
        return merge_in(company, actor, other, BY_READER)
    if ruling.verb == "rename":
        return rename_in(company, actor, ruling.name, BY_READER)
    return retype_in(company, actor, ruling.type or actor.type, BY_READER)


def merge_in(company: Company, into: Actor, other: Actor, by: str) -> Sequence[Actor]:
    """Make both one actor; what was made."""
    company.drop(other)
    return _put(company, merged(into, other, by))


def rename_in(company: Company, actor: Actor, name: str, by: str) -> Sequence[Actor]:
    """Give an actor another name; what was made."""
    return () if actor.name == name else _put(company, renamed(actor, name, by))


def retype_in(company: Company, actor: Actor, type_: ActorType, by: str) -> Sequence[Actor]:
    """Give an actor another type; what was made."""
    return () if actor.type == type_ else _put(company, retyped(actor, type_, by))


def split_in(
    company: Company, actor: Actor, going: Collection[Mention], new: Actor, by: str
) -> Sequence[Actor]:
    """Make an actor of its own of some mentions; what was made, that one last."""
    return _left(company, *parted(actor, going, new, by))


def new_actor(company: Company, name: str, type_: ActorType) -> Actor:
    """An actor of this name without a mention yet, under an id that is free."""
    return Actor(free_id(name, company.actors), name, type_, (), ())


def _split(
    ruling: ActorRuling, actors: Sequence[Actor], company: Company, places: Places
) -> Sequence[Actor] | None:
    actor, to = actors[0], actors[1] if ruling.other else None
    going = _going(ruling, actor, places)
    if not going:
        return () if _stand_elsewhere(ruling, company, places) else None
    if to is None:
        new = new_actor(company, ruling.name, ruling.type or actor.type)
        return split_in(company, actor, going, new, BY_READER)
    return () if to is actor else _move_in(company, actor, going, to)


def _move_in(
    company: Company, actor: Actor, going: Collection[Mention], to: Actor
) -> Sequence[Actor]:
    rest, other = moved(actor, going, to, BY_READER)
    return _left(company, rest, other)


def _going(ruling: ActorRuling, actor: Actor, places: Places) -> Sequence[Mention]:
    if ruling.words:
        words = frozenset(map(spelled, ruling.words))
        return [mention for mention in actor.mentions if spelled(mention.text) in words]
    return mentions_again(ruling.targets, actor, places)


def _stand_elsewhere(ruling: ActorRuling, company: Company, places: Places) -> bool:
    """Whether somebody else has the mentions already."""
    return any(_going(ruling, actor, places) for actor in company.actors.values())


def _left(company: Company, rest: Actor, other: Actor) -> Sequence[Actor]:
    """Take in both, the first only if anything is left of it."""
    if rest.mentions:
        return _put(company, rest, other)
    company.drop(rest)
    return _put(company, other)


def _put(company: Company, *actors: Actor) -> Sequence[Actor]:
    for actor in actors:
        company.put(actor)
    return actors
