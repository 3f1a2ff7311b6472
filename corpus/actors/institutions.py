"""Which sightings are the same body, and which the same place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.actors.bodies import (
    body_words,
    initials,
    is_acronym,
    places_in,
    same_body,
    same_place,
)
from corpus.actors.groups import Group
from corpus.actors.sightings import Sighting
from corpus.actors.spelling import fold, sound

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names under one key that are looked at, newest first: keeps a list of names in bounds.
MOST_COMPARED = 24


class Bodies:
    """The organisations of a story."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_name: dict[str, Group] = {}
        self._by_key: dict[str, list[Group]] = defaultdict(list)

    def add(self, sighting: Sighting) -> Group:
        """Take in a body's name: known, alike, initials, or a part of a longer one."""
        group = self._by_name.get(sighting.name)
        why = ""
        if group is None:
            group, why = self._alike(sighting)
            self._by_name[sighting.name] = group
            for key in _keys(sighting):
                self._by_key[key].append(group)
        group.add(sighting, why=why)
        return group

    def _alike(self, sighting: Sighting) -> tuple[Group, str]:
        for key in _keys(sighting):
            for group in reversed(self._by_key[key][-MOST_COMPARED:]):
                reason = _agrees(group, sighting)
                if reason:
                    return group, f"{sighting.name} is taken for {group.name}: {reason}."
        group = Group("organisation", sighting.name)
        self.groups.append(group)
        return group, ""

    def spell_out(self, group: Group, name: str) -> tuple[Group, str] | None:
        """Say in full what a body's name means; another body of that name, and why, if any."""
        probe = Sighting(0, 0, 0, 0, "organisation", name)
        group.compared = name
        for key in _keys(probe):
            found = next(
                (g for g in self._by_key[key] if g is not group and _agrees(g, probe)), None
            )
            if found is not None:
                return found, f"{group.name} is taken for {found.name}: it means {name}."
        for key in _keys(probe):
            self._by_key[key].append(group)
        return None

    def named(self, name: str) -> Group | None:
        """The body with exactly this name."""
        return self._by_name.get(name)

    def headed(self, word: str) -> Group | None:
        """The latest body whose name ends with this word: the Council."""
        found = self._by_key.get("head " + fold(word), [])
        return found[-1] if found else None

    def beginning_with(self, word: str) -> Group | None:
        """The one body of several words whose name begins with this word."""
        found = {id(g): g for g in self._by_key.get("first " + fold(word), [])}
        return next(iter(found.values())) if len(found) == 1 else None


def _keys(sighting: Sighting) -> Iterator[str]:
    words = body_words(sighting.name)
    if sighting.known:
        yield "known " + sighting.known.name
    yield "words " + " ".join(sorted(map(sound, words)))
    yield "head " + words[-1]
    if is_acronym(sighting.name):
        yield "initials " + sighting.name.replace(".", "").lower()
    else:
        for short in sorted(initials(sighting.name)):
            yield "initials " + short
    if " " in sighting.name:
        yield "first " + words[0]


def _agrees(group: Group, sighting: Sighting) -> str | None:
    reason = None
    names = [group.compared] if group.compared else group.names[:MOST_COMPARED]
    for name in names:
        reason = same_body(name, sighting.name)
        if reason is None and not sighting.known:
            reason = _shorter(name, sighting.name)
        if reason is None and not _same_known(group, sighting):
            return None
    return reason or ("a known name of it" if _same_known(group, sighting) else None)


def _same_known(group: Group, sighting: Sighting) -> bool:
    return sighting.known is not None and sighting.known.name == group.known


def _shorter(one: str, other: str) -> str | None:
    """Why one name may be the other's shorter form: it lacks only a place, or only the end."""
    short, long = sorted((body_words(one), body_words(other)), key=len)
    if len(short) < 2 or len(short) == len(long) or _goes_on(one, other) or _goes_on(other, one):
        return None
    if places_in(one) and places_in(other) and places_in(one) != places_in(other):
        return None
    lacking = [w for w in long if w not in short]
    only_places = set(short) <= set(long) and all(w[0] == "@" for w in lacking)
    if only_places or (long[: len(short)] == short and short[-1][0] != "@"):
        return "a shorter form of its name"
    return None


def _goes_on(one: str, other: str) -> bool:
    """Whether a name goes on with "and" where another ends: Ministry of Education and Science."""
    return other.lower().startswith(one.lower() + " and ")


class Places:
    """The places of a story."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_key: dict[str, Group] = {}
        self._by_sound: dict[str, list[Group]] = defaultdict(list)

    def add(self, sighting: Sighting, name: str | None = None) -> Group:
        """Take in a place's name; ``name`` overrules what the gazetteer says it stands for."""
        canonical = name or (sighting.known.name if sighting.known else sighting.name)
        key = fold(canonical)
        group = self._by_key.get(key) or self._alike(canonical)
        why = ""
        if group is None:
            group = Group("place", canonical)
            self.groups.append(group)
            self._by_sound[sound(canonical)].append(group)
        elif sighting.name not in group.names:
            why = _place_reason(sighting, group)
        self._by_key[key] = group
        group.add(sighting, why=why)
        return group

    def _alike(self, name: str) -> Group | None:
        return next((g for g in self._by_sound[sound(name)] if same_place(g.name, name)), None)

    def named(self, name: str) -> Group | None:
        """The place with this name."""
        return self._by_key.get(fold(name))


def _place_reason(sighting: Sighting, group: Group) -> str:
    words = {"demonym": "a word for its people", "seat": "the seat of its government"}
    form = sighting.known.form if sighting.known else "name"
    return f"{sighting.name} is taken for {group.name}: {words.get(form, 'a name of it')}."
