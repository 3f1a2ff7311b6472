"""Which sightings are the same person: full names first, then what is left of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.actors.groups import Group
from corpus.actors.lexicon import lexicon
from corpus.actors.person_parts import first_is_family, parse_person
from corpus.actors.persons import same_person
from corpus.actors.spelling import fold, guttural, scripts, skeleton, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.actors.person_parts import PersonName
    from corpus.actors.sightings import Sighting

# Names under one key that are looked at, newest first: keeps a list of names in bounds.
MOST_COMPARED = 24
# The same for keys under which mostly strangers meet.
MOST_ALIKE = 6


class People:
    """The persons of a story.

    Full names are added first, in reading order; then a bare name is the latest
    full name before it in its text, else one later in it, else in another text.
    """

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_name: dict[tuple[str, str], Group] = {}
        self._by_key: dict[str, list[Group]] = defaultdict(list)
        # Where full names stand, in reading order: (document, word) and whose they are.
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._owners: dict[str, list[Group]] = defaultdict(list)

    def add_full(self, sighting: Sighting) -> Group:
        """Take in a name of more than one part."""
        parsed = parse_person(sighting.name)
        key = (sighting.name, sighting.gender)
        group = self._by_name.get(key)
        why = ""
        if group is None:
            group, why = self._alike(sighting, parsed)
            self._by_name[key] = group
            for mark in _keys(parsed):
                if group not in self._by_key[mark][-1:]:
                    self._by_key[mark].append(group)
        group.add(sighting, why=why)
        group.gender = group.gender or parsed.gender
        self._note(sighting, parsed, group)
        return group

    def _note(self, sighting: Sighting, parsed: PersonName, group: Group) -> None:
        for mark in _bare_keys(parsed):
            self._places[mark].append((sighting.document, sighting.first))
            self._owners[mark].append(group)

    def _alike(self, sighting: Sighting, parsed: PersonName) -> tuple[Group, str]:
        seen: set[int] = set()
        for mark in _keys(parsed):
            if mark.startswith("given "):
                continue
            most = MOST_ALIKE if " " in mark else MOST_COMPARED
            for group in reversed(self._by_key[mark][-most:]):
                if id(group) in seen:
                    continue
                seen.add(id(group))
                reason = self._all_agree(group, sighting)
                if reason:
                    return group, f"{sighting.name} is taken for {group.name}: {reason}."
        group = Group("person", sighting.name)
        self.groups.append(group)
        return group, ""

    def _all_agree(self, group: Group, sighting: Sighting) -> str | None:
        """Why a name joins a group: it must agree with every full name there."""
        if sighting.gender and group.gender and sighting.gender != group.gender:
            return None
        reason = None
        for name in _whole(group.names):
            reason = same_person(name, sighting.name)
            if reason is None:
                return None
        return reason

    def find_bare(self, sighting: Sighting, *, exactly: bool) -> tuple[Group, str] | None:
        """Whose bare name this is, and why; with ``exactly`` only in the same spelling."""
        word = parse_person(sighting.name).family
        marks = [fold(word)] if exactly else list(_family_marks(word))
        for mark in marks:
            for group in self._nearest(mark, sighting):
                reason = self._bare_reason(group, sighting)
                if reason:
                    return group, reason
        return None

    def find_given(self, sighting: Sighting) -> tuple[Group, str] | None:
        """Whose given name alone this is: only if one person of the story has it."""
        owners = {
            id(g): g for g in self._by_key.get("given " + fold(sighting.name), []) if g.sightings
        }
        if len(owners) != 1:
            return None
        group = next(iter(owners.values()))
        if sighting.gender and group.gender and sighting.gender != group.gender:
            return None
        return group, f"{sighting.name} is taken for {group.name}: nobody else has this given name."

    def _bare_reason(self, group: Group, sighting: Sighting) -> str | None:
        if sighting.gender and group.gender and sighting.gender != group.gender:
            return None
        names = (group.name, *group.names[:MOST_COMPARED])
        reason = next(filter(None, (same_person(n, sighting.name) for n in names)), None)
        return (
            reason
            and f"{sighting.name} is taken for {group.name}, the nearest full name: {reason}."
        )

    def _nearest(self, mark: str, sighting: Sighting) -> Iterator[Group]:
        """Owners of a bare name: before it in its text, after it there, then elsewhere."""
        places, owners = self._places.get(mark, []), self._owners.get(mark, [])
        at = bisect_left(places, (sighting.document, sighting.first))
        start = bisect_left(places, (sighting.document, 0))
        stop = bisect_left(places, (sighting.document + 1, 0))
        before = range(at - 1, max(start, at - MOST_COMPARED) - 1, -1)
        after = range(at, min(stop, at + MOST_COMPARED))
        elsewhere = [*range(start - 1, max(0, start - MOST_COMPARED) - 1, -1)]
        elsewhere += range(stop, min(len(places), stop + MOST_COMPARED))
        for i in (*before, *after, *elsewhere):
            yield owners[i]

    def add_bare(self, sighting: Sighting) -> Group:
        """A person known by one name only: joined with whoever has just this name."""
        mark = "bare " + sound(sighting.name) + sighting.gender
        group = next(iter(self._by_key[mark]), None)
        if group is None:
            group = Group("person", sighting.name)
            self.groups.append(group)
            self._by_key[mark].append(group)
            self._note(sighting, parse_person(sighting.name), group)
        group.add(sighting)
        return group


def _whole(names: Sequence[str]) -> Sequence[str]:
    """The names of one person without those that are the end of a longer one: Ortega Rivas."""
    if len(names) < 2:
        return names
    return [n for n in names if not any(m.endswith(" " + n) for m in names)]


def _keys(name: PersonName) -> Iterator[str]:
    """Under what a full name is looked for: its family name, and each part that may be one."""
    yield skeleton(name.family)
    for part in dict.fromkeys(map(sound, name.parts)):
        if part != sound(name.family):
            yield "part " + part
    yield "given " + fold(name.parts[0])
    yield "joined " + name.joined
    if name.family.lower() in lexicon().group("family_first"):
        yield "joined " + name.turned
    yield "sorted " + " ".join(sorted(map(sound, name.parts)))
    whole = sound(name.joined)
    yield "ends " + whole[:4] + whole[-3:]
    if "h" in sound(name.family):
        yield skeleton(guttural(name.family))
    yield "near " + sound(name.family)[:3] + skeleton(name.parts[0])


def _family_marks(family: str) -> Iterator[str]:
    yield fold(family)
    yield "~" + sound(family)
    yield "~~" + skeleton(family)
    if "h" in sound(family):
        yield "~~" + skeleton(guttural(family))


def _bare_keys(name: PersonName) -> Iterable[str]:
    family = name.family
    marks = list(_family_marks(family))
    if first_is_family(name):
        marks.append(fold(name.parts[0]))
    if len(name.parts) > 2:
        marks += [fold(part) for part in name.parts[1:-1]]
    return dict.fromkeys(marks)


def is_mixed(name: str) -> bool:
    """Whether one word of a name mixes alphabets, as a disguise does."""
    return any(len(scripts(word)) > 1 for word in name.split())
