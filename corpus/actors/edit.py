"""Actors made one, parted, called otherwise: what a decision does to them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from corpus.actors.model import ByHand, Excerpt, place_of
from corpus.actors.person_parts import parse_person
from corpus.actors.persons import same_person
from corpus.actors.rulings import spelled
from corpus.actors.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from corpus.actors.model import Actor, ActorType, Mention, Statement

_Place = TypeVar("_Place", bound=Excerpt)

_NAMING = ("name", "demonym", "metonym")
"""The kinds of mentions whose words are a name of the actor."""


def merged(into: Actor, other: Actor, by: str) -> Actor:
    """Both as one actor, under the id and the name of ``into``; ``by`` says whose word it is."""
    words = f"{other.name} is taken for {into.name}: merged by {by}."
    both = _together(into, other)
    hand = (*into.hand, *other.hand, ByHand("merged", words))
    return replace(both, why=(*both.why, words), hand=hand)


def moved(actor: Actor, going: Collection[Mention], to: Actor, by: str) -> tuple[Actor, Actor]:
    """What is left of an actor without these mentions, and ``to`` with them."""
    called = " and ".join(dict.fromkeys(" ".join(one.text.split()) for one in going))
    rest, part = parted(actor, going, replace(to, why=()), by)
    words = f"{called} is taken for {to.name}, not for {actor.name}: moved by {by}."
    hand = ByHand("moved", words)
    both = _together(to, part)
    return (
        replace(rest, hand=(*actor.hand, hand)),
        replace(both, why=(*to.why, words), hand=(*to.hand, hand)),
    )


def _together(into: Actor, other: Actor) -> Actor:
    return replace(
        into,
        aliases=tuple(dict.fromkeys((*into.aliases, *other.aliases))),
        mentions=_each_once((*into.mentions, *other.mentions)),
        roles=_each_once((*into.roles, *other.roles)),
        statements=tuple(sorted((*into.statements, *other.statements), key=_said_at)),
        why=(*into.why, *other.why),
    )


def renamed(actor: Actor, name: str, by: str) -> Actor:
    """The actor under another name; what the texts call it stays as it is."""
    words = f"{actor.name} is called {name}: renamed by {by}."
    return replace(actor, name=name, hand=_again(actor, ByHand("renamed", words)))


def retyped(actor: Actor, type_: ActorType, by: str) -> Actor:
    """The actor as something of another type."""
    words = f"{actor.name} is of the type {type_}: changed by {by}."
    return replace(actor, type=type_, hand=_again(actor, ByHand("retyped", words)))


def parted(actor: Actor, going: Collection[Mention], new: Actor, by: str) -> tuple[Actor, Actor]:
    """What is left of an actor without these mentions, and ``new``, which has them.

    Offices and statements go with the mention they stand next to, a pronoun
    with the name before it, a bare family name with the full one. ``new``
    brings its id, name and type.
    """
    gone = _with_followers(actor, frozenset(going))
    words = f"{new.name} is kept apart from {actor.name}: split off by {by}."
    part = _part(actor, gone, new)
    rest = _rest(actor, gone, part)
    lost = frozenset(map(spelled, part.aliases)) - frozenset(map(spelled, rest.aliases))
    return (
        replace(
            rest,
            why=tuple(why for why in actor.why if not _tells_of(why, lost)),
            hand=(*actor.hand, ByHand("split", words, new.id)),
        ),
        replace(
            part,
            why=tuple(why for why in actor.why if _tells_whose(why, lost)),
            hand=(ByHand("split", words, actor.id),),
        ),
    )


def _part(actor: Actor, gone: Collection[Mention], new: Actor) -> Actor:
    return replace(
        new,
        aliases=_names(one for one in actor.mentions if one in gone),
        mentions=tuple(_as_named(m, new.name) for m in actor.mentions if m in gone),
        roles=tuple(r for r in actor.roles if _next_to(actor, r, "name") in gone),
        statements=tuple(s for s in actor.statements if _next_to(actor, s.verb) in gone),
    )


def _rest(actor: Actor, gone: Collection[Mention], part: Actor) -> Actor:
    stay = tuple(mention for mention in actor.mentions if mention not in gone)
    lost = frozenset(map(spelled, part.aliases)) - frozenset(map(spelled, _names(stay)))
    return replace(
        actor,
        aliases=tuple(alias for alias in actor.aliases if spelled(alias) not in lost),
        mentions=stay,
        roles=tuple(role for role in actor.roles if role not in part.roles),
        statements=tuple(one for one in actor.statements if one not in part.statements),
    )


def _tells_of(why: str, names: Collection[str]) -> bool:
    """Whether a sentence says why one of these names, or another for it, was taken for somebody."""
    said = spelled(why)
    return _tells_whose(why, names) or any(said.startswith(f"{n} is taken for ") for n in names)


def _tells_whose(why: str, names: Collection[str]) -> bool:
    """Whether it says why another name was taken for one of these."""
    whose = spelled(why).partition(" is taken for ")[2]
    return any(whose.startswith((f"{name},", f"{name}:")) for name in names)


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(m.text.split()) for m in mentions if m.kind in _NAMING))


def _as_named(mention: Mention, name: str) -> Mention:
    """What stood for another actor is a name of this one, when it is called so."""
    named = mention.kind == "metonym" and spelled(mention.text) == spelled(name)
    return replace(mention, kind="name") if named else mention


def _with_followers(actor: Actor, going: frozenset[Mention]) -> frozenset[Mention]:
    """The mentions that go, with each that only says again whom the one before it names."""
    gone, latest = set(going), None
    for mention in actor.mentions:
        if mention in going or latest is None or not _follows(actor, mention, latest):
            latest = mention
        elif latest in going:
            gone.add(mention)
    return frozenset(gone)


def _follows(actor: Actor, mention: Mention, latest: Mention) -> bool:
    """Whether it is a pronoun, or a bare name after the full one, in the same text."""
    if mention.document != latest.document:
        return False
    bare = actor.type == "person" and mention.kind == latest.kind == "name"
    return mention.kind == "pronoun" or (
        bare
        and parse_person(latest.text).is_full
        and not parse_person(mention.text).is_full
        and same_person(latest.text, mention.text) is not None
    )


def _next_to(actor: Actor, words: Excerpt, kind: str = "") -> Mention | None:
    """The mention that stands nearest in the same document; with ``kind`` only of that one."""
    near = [m for m in actor.mentions_in(words.document) if kind in ("", m.kind)]
    return min(near, key=lambda one: _gap(one, words), default=None)


def _gap(one: Excerpt, other: Excerpt) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _each_once(places: Iterable[_Place]) -> tuple[_Place, ...]:
    return tuple(dict.fromkeys(sorted(places, key=place_of)))


def _said_at(statement: Statement) -> tuple[int, str, int, int]:
    return place_of(statement.verb)


def _again(actor: Actor, hand: ByHand) -> tuple[ByHand, ...]:
    """What was done by hand, where the last deed of a kind takes the place of an earlier."""
    return (*(one for one in actor.hand if one.kind != hand.kind), hand)


def free_id(name: str, taken: Collection[str]) -> str:
    """A readable id that no other actor has."""
    plain = re.sub(r"[^\w]+", "-", " ".join(map(fold, name.split()))).strip("-") or "actor"
    number, id_ = 1, plain
    while id_ in taken:
        number += 1
        id_ = f"{plain}-{number}"
    return id_
