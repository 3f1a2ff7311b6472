"""Whom each sighting names: persons first, then bodies and places, then what is left."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.actors.flags import VERB
from corpus.actors.institutions import Bodies, Places
from corpus.actors.lexicon import lexicon
from corpus.actors.people import People
from corpus.actors.person_parts import parse_person
from corpus.actors.told import told_by_story
from corpus.actors.votes import voted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.groups import Group
    from corpus.actors.model import ActorType
    from corpus.actors.sightings import Sighting
    from corpus.actors.words import Words


@dataclass
class Cast:
    """The groups of a story, and whose name stands at which word.

    ``at`` maps (document, first word) to the sighting there and its group; a
    name inside a longer one is in ``inside`` alone.
    """

    words: Sequence[Words]
    people: People = field(default_factory=People)
    bodies: Bodies = field(default_factory=Bodies)
    places: Places = field(default_factory=Places)
    unnamed: list[Group] = field(default_factory=list)
    unnamed_by_words: dict[str, Group] = field(default_factory=dict)
    at: dict[tuple[int, int], tuple[Sighting, Group]] = field(default_factory=dict)
    ends: dict[tuple[int, int], tuple[Sighting, Group]] = field(default_factory=dict)
    inside: dict[tuple[int, int], tuple[Sighting, Group]] = field(default_factory=dict)

    @property
    def groups(self) -> list[Group]:
        """All groups that stand somewhere in the text."""
        every = self.people.groups + self.bodies.groups + self.places.groups + self.unnamed
        return [g for g in every if g.sightings]

    def join(self, into: Group, other: Group, why: str) -> None:
        """Make two groups one, wherever the other stands."""
        for sighting, _ in other.sightings:
            for spots in (self.at, self.inside):
                there = spots.get((sighting.document, sighting.first))
                if there is not None and there[1] is other:
                    spots[sighting.document, sighting.first] = (there[0], into)
            end = (sighting.document, sighting.last)
            if end in self.ends and self.ends[end][1] is other:
                self.ends[end] = (sighting, into)
        into.take_over(other, why)

    def place(self, sighting: Sighting, group: Group) -> None:
        """Remember whose name a sighting is."""
        there = self.at.get((sighting.document, sighting.first))
        if there is not None and there[0].last > sighting.last:
            self.inside[sighting.document, sighting.first] = (sighting, group)
            return
        self.at[sighting.document, sighting.first] = (sighting, group)
        ending = self.ends.get((sighting.document, sighting.last))
        if ending is None or ending[0].first >= sighting.first:
            self.ends[sighting.document, sighting.last] = (sighting, group)


def settle(words: Sequence[Words], sightings: Sequence[Sighting]) -> Cast:
    """The cast of the sightings, which come in reading order, document by document."""
    cast = Cast(words)
    sightings = told_by_story(words, sightings)
    for sighting in sightings:
        if sighting.guess == "person" and parse_person(sighting.name).is_full:
            cast.place(sighting, cast.people.add_full(sighting))
    seats = _countries_named(sightings)
    for sighting in sightings:
        if sighting.guess == "organisation":
            _settle_body(cast, sighting)
        elif sighting.guess == "place" and _speaks(words[sighting.document], sighting):
            _settle_town(cast, sighting, seats)
        elif sighting.guess == "place":
            cast.place(sighting, _settled_place(cast, sighting, seats))
    bare = [s for s in sightings if s.guess == "person" and not parse_person(s.name).is_full]
    for sighting in bare:
        _settle_bare(cast, sighting)
    _settle_unknown(cast, [s for s in sightings if s.guess in ("unknown", "maybe")])
    return cast


def _speaks(words: Words, sighting: Sighting) -> bool:
    """Whether a town's name does what persons do: Takamatsu said."""
    town = sighting.known is not None and sighting.known.sort == "city"
    return town and sighting.last < len(words.flags) and bool(words.flags[sighting.last] & VERB)


def _settle_town(cast: Cast, sighting: Sighting, seats: frozenset[str]) -> None:
    if not _within_another(cast, sighting):
        cast.place(sighting, _settled_place(cast, sighting, seats))


def _settle_body(cast: Cast, sighting: Sighting) -> None:
    if not sighting.firm and _within_another(cast, sighting):
        return
    again = cast.bodies.headed(sighting.name) if _is_head_alone(sighting) else None
    if again is not None:
        again.add(sighting, "nominal")
    cast.place(sighting, again or cast.bodies.add(sighting))


def _is_head_alone(sighting: Sighting) -> bool:
    """Whether only the word for a body stands here: the Council."""
    return not sighting.known and sighting.name.lower() in lexicon().group("body")


def _within_another(cast: Cast, sighting: Sighting) -> bool:
    found = (
        cast.people.find_bare(sighting, exactly=True)
        if sighting.last - sighting.first == 1
        else None
    )
    if found:
        found[0].add(sighting, why=found[1])
        cast.place(sighting, found[0])
    return found is not None


def _countries_named(sightings: Sequence[Sighting]) -> frozenset[str]:
    known = [s.known for s in sightings if s.known and s.known.type == "place"]
    return frozenset(k.name for k in known if k.form != "seat")


def _settled_place(cast: Cast, sighting: Sighting, named: frozenset[str]) -> Group:
    known = sighting.known
    if known is None or known.form != "seat":
        return cast.places.add(sighting)
    if known.name in named and _acts(cast.words[sighting.document], sighting):
        group = cast.places.add(sighting)
        last, _ = group.sightings[-1]
        group.sightings[-1] = (last, "metonym")
        return group
    return cast.places.add(sighting, name=known.own)


def _acts(words: Words, sighting: Sighting) -> bool:
    """Whether a capital's name stands for its government: it does what no town can."""
    groups = lexicon().groups
    before = words.low[sighting.first - 1] if sighting.first else ""
    earlier = words.low[sighting.first - 2] if sighting.first > 1 else ""
    after = words.low[sighting.last] if sighting.last < len(words.text) else ""
    if before == "of":
        return earlier not in groups["city_noun"]
    if before in groups["partner"]:
        return True
    if before in groups["locative"] or after in (",", "police", "court", "airport", "street"):
        return False
    verb = sighting.last < len(words.flags) and words.flags[sighting.last] & VERB
    return bool(verb) or after in ("has", "had", "is", "was", "will", "would", "could", "'s", "’s")


def _settle_bare(cast: Cast, sighting: Sighting) -> None:
    found = cast.people.find_bare(sighting, exactly=False) or cast.people.find_given(sighting)
    if found:
        found[0].add(sighting, why=found[1])
        cast.place(sighting, found[0])
    else:
        cast.place(sighting, cast.people.add_bare(sighting))


def _settle_unknown(cast: Cast, sightings: Sequence[Sighting]) -> None:
    left: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        found = cast.people.find_bare(sighting, exactly=sighting.guess == "maybe")
        if found is None and sighting.guess == "unknown":
            found = cast.people.find_given(sighting)
        if found:
            found[0].add(sighting, why=found[1])
            cast.place(sighting, found[0])
        elif sighting.guess == "unknown":
            left[sighting.name].append(sighting)
    for name, alike in left.items():
        _settle_left(cast, name, alike)


def _settle_left(cast: Cast, name: str, alike: Sequence[Sighting]) -> None:
    """One-word names that nothing longer explains: typed by what stands around them all."""
    body = cast.bodies.named(name) or cast.bodies.beginning_with(name)
    guess: ActorType | None = "organisation" if body else voted(cast, alike)
    for sighting in alike:
        if body:
            why = f"{name} is taken for {body.name}: the first word of its name."
            body.add(sighting, why=why)
            cast.place(sighting, body)
        elif guess == "person":
            cast.place(sighting, cast.people.add_bare(sighting))
        elif guess == "organisation":
            cast.place(sighting, cast.bodies.add(sighting))
        elif guess == "place":
            cast.place(sighting, cast.places.add(sighting))
