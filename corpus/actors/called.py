"""Who of a story's actors is called by a name: matched as the finder matches names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.actors.bodies import initials
from corpus.actors.lexicon import lexicon
from corpus.actors.person_parts import parse_person
from corpus.actors.rulings import spelled
from corpus.actors.same import same_name
from corpus.actors.spelling import fold, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.again import Company
    from corpus.actors.model import Actor, ActorType


class Callers:
    """The actors of a company by the names they have in the texts."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._by_name: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._by_key: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.note(tuple(company.actors.values()))

    def note(self, actors: Sequence[Actor]) -> None:
        """Take in actors that are new or have changed."""
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                self._by_name[folded(name)][actor.id] = None
                for key in _keys(name):
                    self._by_key[key][actor.id] = None

    def called(self, name: str) -> Sequence[Actor]:
        """Who has this name; where nobody has, who has another spelling or form of it.

        A word for a people, a capital for its country, and a bare family name
        beside a full one, are not the actor's own name.
        """
        key = folded(name)
        exactly = [a for a in self._of([self._by_name.get(key, {})]) if key in map(folded, own(a))]
        if exactly:
            return exactly
        near = self._of([self._by_key.get(one, {}) for one in _keys(name)])
        return [a for a in near if any(are_one(a.type, name, mine) for mine in own(a))]

    def spoken_of(self, name: str) -> Sequence[Actor]:
        """Who is called so in any way, a capital for its country too, or has the name."""
        somehow = self._of([self._by_name.get(folded(name), {})])
        return list({one.id: one for one in (*somehow, *self.called(name))}.values())

    def _of(self, found: Sequence[dict[str, None]]) -> Sequence[Actor]:
        ids = dict.fromkeys(id_ for some in found for id_ in some)
        return [self._company.actors[id_] for id_ in ids if id_ in self._company.actors]


def folded(name: str) -> str:
    """A name as it is compared: capitals, accents and white space make no difference."""
    return " ".join(map(fold, name.split()))


def own(actor: Actor) -> Sequence[str]:
    """The names that are an actor's own, its chief one first."""
    named = {spelled(one.text) for one in actor.mentions if one.kind == "name"}
    return [
        actor.name,
        *(
            alias
            for alias in actor.aliases
            if spelled(alias) in named and (actor.type != "person" or parse_person(alias).is_full)
        ),
    ]


def are_one(type_: ActorType, one: str, other: str) -> bool:
    """Whether the finder would take ``one``, an actor's own name, for another name of it.

    Never a bare family name for a full one, nor a people or a capital for their country.
    """
    if type_ == "person" and parse_person(one).is_full != parse_person(other).is_full:
        return False
    known = lexicon().entry(one)
    if known is not None and known.form != "name":
        return False
    return same_name(type_, one, other) is not None


def _keys(name: str) -> Iterator[str]:
    """Under what other forms of a name are looked for."""
    words = name.split()
    yield from map(skeleton, words)
    yield from initials(name)
    if len(words) == 1:
        yield fold(name)
    known = lexicon().entry(name)
    if known is not None:
        yield f"@{known.name}"
