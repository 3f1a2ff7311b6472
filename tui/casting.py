"""Who is lit: a few at once, each in a mark of its own; and what ``n`` walks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpus.sanitise import one_line
from corpus.text import Span
from tui.cells import cut
from tui.paint import Layer, layer
from tui.status import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.actors.drift import Drift, SharedOffice
    from corpus.actors.model import Actor, Excerpt, SimilarNames, Statement
    from corpus.actors.naming import Naming
    from corpus.frames import Frame
    from corpus.text import Document

SLOTS = 6
"""So many can be lit at once: each slot has a colour and a mark of its own."""

_AT_HAND = 128  # actors in texts of which what is said is kept: more than a screen shows
_NAMES = 36  # cells of the names of all who are lit, in the status line


class Stop(NamedTuple):
    """A place to go to: some words of one side, in the mark of a slot, from 1."""

    side: int
    span: Span
    slot: int = 1


class Stops(tuple[Stop, ...]):
    """Places to go to, left text first, in reading order; what they mark is told once."""

    @cached_property
    def layers(self) -> tuple[tuple[Layer, ...], tuple[Layer, ...]]:
        """The words of each side, a layer for each slot."""
        found: tuple[dict[int, list[Span]], dict[int, list[Span]]] = {}, {}
        for stop in self:
            found[stop.side].setdefault(stop.slot, []).append(stop.span)
        left, right = (
            tuple(layer(f"lit-{slot}", spans) for slot, spans in side.items()) for side in found
        )
        return left, right


@dataclass(frozen=True)
class Lit:
    """Who is lit, by key: each keeps its slot until it is put out."""

    slots: tuple[str, ...] = ("",) * SLOTS

    def __bool__(self) -> bool:
        return any(self.slots)

    @property
    def full(self) -> bool:
        """Whether every slot is taken."""
        return all(self.slots)

    def slot(self, key: str) -> int:
        """The slot of one, from 1; 0 when it is not lit."""
        return self.slots.index(key) + 1 if key in self.slots else 0

    def toggled(self, key: str) -> Lit:
        """With one more lit in the first free slot, or put out."""
        old, new = (key, "") if key in self.slots else ("", key)
        at = self.slots.index(old)
        return Lit((*self.slots[:at], new, *self.slots[at + 1 :]))

    def among(self, keys: Iterable[str]) -> Lit:
        """Without those that are not among these any more."""
        known = set(keys)
        return Lit(tuple(one if one in known else "" for one in self.slots))


class Lights(NamedTuple):
    """What ``n`` walks, such as actors' mentions: all stops, and the one the reader is at.

    ``lit``: the words of every stop are marked; ``of``: whose they are, by slot.
    """

    name: str
    stops: Stops
    at: int = -1
    lit: bool = True
    of: Lit = Lit()

    @property
    def current(self) -> Stop | None:
        """The stop the reader is at."""
        return self.stops[self.at] if 0 <= self.at < len(self.stops) else None

    @property
    def target(self) -> Target:
        """The stops as the status line tells them."""
        return Target(self.name, self.at + 1, len(self.stops))

    def moved(self, by: int) -> Lights:
        """At the next stop, or the one before; round again after the last."""
        if not self.stops:
            return self
        first = 0 if by > 0 else len(self.stops) - 1
        return self._replace(at=first if self.at < 0 else (self.at + by) % len(self.stops))

    def mirrored(self) -> Lights:
        """The same after left and right changed sides."""
        turned = [stop._replace(side=1 - stop.side) for stop in self.stops]
        stops = Stops(sorted(turned))
        at = stops.index(turned[self.at]) if self.current else -1
        return self._replace(stops=stops, at=at)

    def before(self, side: int, offset: int) -> Lights:
        """Where the next stop is the first from an offset of one side on."""
        first = bisect_left(self.stops, (side, offset), key=lambda one: (one.side, one.span.start))
        return self._replace(at=first - 1)


class Used(NamedTuple):
    """The words of a frame in one text, whose they are, and the words of each voice."""

    words: Counter[str]
    voices: Counter[str]
    of: Mapping[str, Counter[str]]


def used_of(frame: Frame, text: str, cast: Cast) -> Used:
    """The words of a frame in one text; capitals make no difference."""
    from corpus.actors.excerpts import inside

    found = Counter((one.text, one.voice, one.quoted) for one in inside(frame.uses, text))
    words, voices, of = Counter[str](), Counter[str](), dict[str, Counter[str]]()
    for (said, who, quoted), count in found.items():
        told, voice = one_line(said).lower(), voice_of(cast, who, quoted=quoted)
        words[told] += count
        voices[voice] += count
        of.setdefault(voice, Counter())[told] += count
    return Used(words, voices, of)


def voice_of(cast: Cast, who: str, *, quoted: bool) -> str:
    """Who says it: the narrator, or an actor, in quotation marks or as reported."""
    from corpus.frames import NARRATOR

    if who == NARRATOR:
        return f"{NARRATOR}, in quotation marks" if quoted else NARRATOR
    actor = cast.by_id.get(who)
    return f"{actor.name if actor else who}, {'quoted' if quoted else 'reported'}"


class Said(NamedTuple):
    """What one text says of an actor: its offices, what it calls it, what it has it say."""

    roles: tuple[Excerpt, ...]
    names: tuple[Naming, ...]
    pronouns: int
    statements: tuple[Statement, ...]


def said_of(actor: Actor, text: str) -> Said:
    """What one text says of an actor."""
    from corpus.actors.naming import kinds, naming

    pronouns = kinds(actor, text).get("pronoun", 0)
    roles, statements = actor.roles_in(text), actor.statements_in(text)
    return Said(roles, naming(actor, text), pronouns, statements)


@dataclass(frozen=True, eq=False)
class Cast:
    """Who and what is in a story, with what is looked up of it again and again.

    Actors have their ids as keys, frames their names after a ``#``, offices
    that have several holders their words after an ``@``.
    """

    actors: Sequence[Actor] = ()
    frames: Sequence[Frame] = ()
    similar: Sequence[SimilarNames] = ()
    _used: dict[tuple[str, str], Used] = field(default_factory=dict[tuple[str, str], "Used"])
    _said: dict[tuple[str, str], Said] = field(default_factory=dict[tuple[str, str], "Said"])

    def said(self, actor: Actor, text: str) -> Said:
        """What one text says of an actor; some have many mentions, so the last are kept."""
        key = (actor.id, text)
        if key not in self._said:
            if len(self._said) >= _AT_HAND:
                del self._said[next(iter(self._said))]
            self._said[key] = said_of(actor, text)
        return self._said[key]

    def used(self, frame: Frame, text: str) -> Used:
        """The words of a frame in one text; counted once, for some have many uses."""
        key = (frame.name, text)
        if key not in self._used:
            self._used[key] = used_of(frame, text, self)
        return self._used[key]

    @cached_property
    def by_id(self) -> Mapping[str, Actor]:
        """Each actor by its id."""
        return {actor.id: actor for actor in self.actors}

    def named_in(self, text: str, span: Span) -> list[tuple[str, Span]]:
        """Who is mentioned in these words of a text, by id, and where, in reading order."""
        from corpus.actors.excerpts import overlapping

        found = [
            (Span(one.start, one.end), actor.id)
            for actor in self.actors
            for one in overlapping(actor.mentions, text, span)
        ]
        return [(key, words) for words, key in sorted(found)]

    @cached_property
    def by_key(self) -> Mapping[str, tuple[str, Sequence[Excerpt]]]:
        """The name of each actor and frame, and its words in the texts."""
        found: dict[str, tuple[str, Sequence[Excerpt]]] = {}
        found |= {one.id: (one.name, one.mentions) for one in self.actors}
        found |= {frame_key(one): (one.name, one.uses) for one in self.frames}
        for one in self.offices:
            found[office_key(one)] = one.words, [holder.role for holder in one.holders]
        return found

    @cached_property
    def offices(self) -> Sequence[SharedOffice]:
        """The offices that more than one actor is said to hold."""
        from corpus.actors.drift import shared_offices

        return shared_offices(self.actors)

    @cached_property
    def apart(self) -> frozenset[str]:
        """The keys of offices whose holders two texts do not agree on."""
        return frozenset(office_key(office) for office in self.offices if office.apart)

    @cached_property
    def drifts(self) -> Mapping[str, Sequence[Drift]]:
        """Where the offices of an actor differ between two texts, by its id."""
        from corpus.actors.drift import drift

        return {one.id: found for one in self.actors if one.roles and (found := drift(one))}

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How often each document has words of an actor or frame."""
        from corpus.actors.excerpts import spots_of

        return {
            key: Counter(document for document, _, _ in spots_of(found))
            for key, (_, found) in self.by_key.items()
        }

    @cached_property
    def alike(self) -> Mapping[str, Sequence[str]]:
        """Sentences on the names that are like an actor's and were kept apart, by its id."""
        found: dict[str, list[str]] = {}
        for pair in self.similar:
            for one in (pair.one, pair.other):
                found.setdefault(one, []).append(pair.words)
        return found


def frame_key(frame: Frame) -> str:
    """What a frame is known by beside the ids of actors, which hold no such sign."""
    return f"#{frame.name}"


def office_key(office: SharedOffice) -> str:
    """What an office is known by."""
    return f"@{office.words}"


def light(lit: Lit, cast: Cast, documents: Sequence[Document]) -> Lights | None:
    """All words of those who are lit, left text first, in reading order; None for nobody."""
    from corpus.actors.excerpts import spots_of

    lit = lit.among(cast.by_key)
    found = [(slot, *cast.by_key[key]) for slot, key in enumerate(lit.slots, start=1) if key]
    sides = {document.id: side for side, document in enumerate(documents)}
    stops = sorted(
        Stop(sides[document], Span(start, end), slot)
        for slot, _, words in found
        for document, start, end in spots_of(words)
        if document in sides
    )
    name = cut(" + ".join(name for _, name, _ in found), _NAMES)
    return Lights(name, Stops(stops), of=lit) if found else None


def first_of(lights: Lights, key: str) -> Lights:
    """At the first stop of one of those who are lit, if it has one."""
    slot = lights.of.slot(key)
    at = next((at for at, stop in enumerate(lights.stops) if stop.slot == slot), lights.at)
    return lights._replace(at=at)
