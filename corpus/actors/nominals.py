"""Actors spoken of without their names: "the republic", "our president", "local officials"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.actors.bodies import body_words
from corpus.actors.flags import ANAPHOR, CAPITAL, DETERMINER, MARK, OFFICE, SPEAKER, THING, VERB
from corpus.actors.groups import Group
from corpus.actors.lexicon import lexicon
from corpus.actors.roles import Role, office_words
from corpus.actors.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.lexicon import Known
    from corpus.actors.settle import Cast
    from corpus.actors.sightings import Guess
    from corpus.actors.words import Words

# What the main word of a nominal may be.
_HEAD = ANAPHOR | OFFICE | SPEAKER
# How many words back "the republic" or "the committee" may look for its name.
FARTHEST = 400
# How many words back "the company" may look for whatever company was named.
NEAR = 80


class NominalFinder:
    """Finds the nominal mentions of one document and adds them to the cast."""

    def __init__(self, cast: Cast, document: int, roles: Sequence[Role]) -> None:
        self.cast = cast
        self.document = document
        self.words: Words = cast.words[document]
        self.groups = lexicon().groups
        self.roles = [r for r in roles if r.document == document]
        self.office_spots = {i for r in self.roles for i in range(r.first, r.last)}
        self._holders = holders(self.words, self.roles)

    def add_all(self) -> None:
        """Add every nominal mention, in reading order."""
        flags, low, bodies = self.words.flags, self.words.low, self.groups["public_body"]
        for number, sentence in enumerate(self.words.sentences):
            spots = range(sentence.first, sentence.last)
            for at in [i for i in spots if flags[i] & _HEAD or low[i] in bodies]:
                self._add(at, sentence.first, sentence.last, number)

    def _add(self, at: int, first: int, last: int, number: int) -> None:
        owner = self._owner_before(at)
        low = self.words.low[at]
        if owner is not None and self._add_owned(at, owner, number, last):
            return
        start = self._quantity_start(self._modifiers_start(at, first), first)
        if start > first and self.words.low[start - 1] in lexicon().group("reflexive_owner"):
            self._add_anaphor(start - 1, at, low, number)
        elif low in self.groups["crowd"]:
            self._add_crowd(start, at, number, last)

    # -- what a place owns

    def _owner_before(self, at: int) -> tuple[Sighting, Group] | None:
        found = self.cast.ends.get((self.document, at))
        if found is None and (self.document, at - 1) in self.cast.at:
            found = self.cast.at[self.document, at - 1]
            if found[0].last != at:
                return None
        return found if found and found[1].type == "place" else None

    def _add_owned(self, at: int, owner: tuple[Sighting, Group], number: int, last: int) -> bool:
        """As in "South Ossetian parliament", "South Ossetian officials", "the Russian state"."""
        sighting, place = owner
        end = self._public_body_end(at, last)
        low = self.words.low[at]
        if end:
            name = self.words.say(sighting.first, end)
            self._add_body(sighting.first, end, number, name)
            return True
        if low in self.groups["crowd"]:
            self._add_unnamed(sighting.first, at + 1, number)
            return True
        start = sighting.first - 1
        the = start >= 0 and self.words.low[start] == "the"
        if (
            the
            and sighting.kind == "demonym"
            and low in self.groups["state_words"] | self.groups["anaphor_place"]
        ):
            self._mention(start, at + 1, number, "place", place)
            return True
        return False

    def _public_body_end(self, at: int, last: int) -> int:
        bodies = self.groups["public_body"]
        for length in (2, 1):
            words = " ".join(self.words.text[at : at + length]).lower()
            if words in bodies and at + length <= last and not self.words.text[at][0].isupper():
                return at + length
        return 0

    def _add_body(self, first: int, last: int, number: int, name: str) -> None:
        sighting = Sighting(self.document, first, last, number, "organisation", name, "nominal")
        group = self.cast.bodies.add(sighting)
        nested = self.cast.at.get((self.document, first))
        self.cast.place(sighting, group)
        if nested is not None:
            self.cast.inside[self.document, first] = nested

    # -- the same again

    def _quantity_start(self, start: int, floor: int) -> int:
        """Where "thousands of" begins before those who are many; else ``start``."""
        if start - 2 < floor or self.words.low[start - 1] != "of":
            return start
        many = self.words.low[start - 2] in self.groups["quantity"]
        return start - 2 if many else start

    def _modifiers_start(self, at: int, floor: int) -> int:
        start = at
        while start > floor and self._is_modifier(start - 1):
            start -= 1
        return start

    def _is_modifier(self, at: int) -> bool:
        low = self.words.low[at]
        flags = self.words.flags[at]
        if flags & DETERMINER or low in lexicon().group("reflexive_owner"):
            return False
        listed = low in self.groups["place_part"] or low in self.groups["modifier"]
        return (
            listed
            or low in self.groups["title_part"]
            or self._is_body_word(at)
            or bool(flags & OFFICE)
        )

    def _is_body_word(self, at: int) -> bool:
        known = lexicon()
        low = self.words.text[at]
        return (
            low.islower()
            and known.is_common(low)
            and not self.words.flags[at] & (VERB | MARK)
            and (low in known.group("body") or low in known.group("title_part"))
        )

    def _add_anaphor(self, first: int, at: int, low: str, number: int) -> None:
        if self.words.flags[at + 1] & CAPITAL if at + 1 < len(self.words.flags) else False:
            return
        place = self._place_again(first, low)
        if place is not None:
            self._spell_out(first, at, place)
            self._mention(first, at + 1, number, "place", place)
            return
        if low in self.groups["anaphor_body"] and self.words.low[first] == "the":
            body = self._body_again(first, at, low)
            if body is not None:
                self._mention(first, at + 1, number, "organisation", body)
                return
        if self.words.flags[at] & OFFICE and at not in self.office_spots:
            person = self._holder(first, at)
            if person is not None:
                self._mention(first, at + 1, number, "person", person)

    def _spell_out(self, first: int, at: int, place: Group) -> None:
        """Join "Parliament of the Republic" with the parliament of the place just named."""
        ending = self.cast.ends.get((self.document, at + 1))
        if ending is None or ending[1].type != "organisation" or ending[0].first >= first:
            return
        name = f"{self.words.say(ending[0].first, first)} {place.name}"
        found = self.cast.bodies.spell_out(ending[1], name)
        if found is not None:
            self.cast.join(found[0], ending[1], found[1])

    def _mention(self, first: int, last: int, number: int, guess: Guess, group: Group) -> None:
        words = self.words.say(first, last)
        sighting = Sighting(self.document, first, last, number, guess, words, "nominal")
        group.add(sighting)
        self.cast.place(sighting, group)

    def _place_again(self, first: int, low: str) -> Group | None:
        if low not in self.groups["anaphor_place"] or self.words.low[first] != "the":
            return None
        wanted = {"country": "country", "nation": "country", "state": "", "capital": ""}.get(
            low, low
        )
        return next((g for k, g in self._places_before(first) if wanted and k.sort == wanted), None)

    def _places_before(self, at: int) -> Iterator[tuple[Known, Group]]:
        for spot in range(at - 1, max(at - FARTHEST, 0) - 1, -1):
            found = self.cast.at.get((self.document, spot))
            for sighting, group in filter(
                None, (found, self.cast.inside.get((self.document, spot)))
            ):
                if (
                    sighting.known
                    and sighting.known.type == "place"
                    and sighting.known.form != "seat"
                ):
                    yield sighting.known, group

    def _body_again(self, first: int, at: int, low: str) -> Group | None:
        if low in self.groups["any_company"]:
            return self._latest_body(first)
        said = {self.words.low[i] for i in range(first + 1, at + 1)}
        for spot in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
            found = self.cast.at.get((self.document, spot))
            if found and found[1].type == "organisation":
                name = {w.lower() for w in body_words(found[0].name)}
                if low in name and said <= name:
                    return found[1]
        return None

    def _latest_body(self, first: int) -> Group | None:
        """The organisation named last before "the company", not far away."""
        for spot in range(first - 1, max(first - NEAR, 0) - 1, -1):
            found = self.cast.at.get((self.document, spot))
            if found and found[1].type == "organisation" and not self._is_public(found[1]):
                return found[1]
        return None

    def _is_public(self, group: Group) -> bool:
        public = self.groups["public_body"] | self.groups["anaphor_body"]
        return bool(set(body_words(group.name)) & (public - self.groups["any_company"]))

    def _holder(self, first: int, at: int) -> Group | None:
        """The latest person with this office before, of the place named if one is."""
        held = self._holders.get(self.words.low[at], [])
        index = bisect_left(held, first, key=_first_word) - 1
        return held[index].group if index >= 0 else None

    # -- people without names

    def _add_crowd(self, first: int, at: int, number: int, last: int) -> None:
        after = at + 1
        if after >= last or not self._acts(after) or (self.document, after) in self.cast.ends:
            return
        if first == at or self.words.flags[first] & (CAPITAL | THING):
            self._add_unnamed(first, after, number)

    def _acts(self, at: int) -> bool:
        low = self.words.low[at]
        if self.words.flags[at] & (MARK | CAPITAL) or low in lexicon().group("preposition"):
            return False
        return (
            low in self.groups["auxiliary"]
            or bool(self.words.flags[at] & VERB)
            or low.endswith(("ed", "await"))
            or low in self.groups["past"]
        )

    def _add_unnamed(self, first: int, last: int, number: int) -> None:
        name = self.words.say(first, last)
        group = unnamed_group(self.cast, name, self.document)
        sighting = Sighting(self.document, first, last, number, "unknown", name, "nominal")
        group.add(sighting)
        nested = self.cast.at.get((self.document, first))
        self.cast.place(sighting, group)
        if nested is not None:
            self.cast.inside[self.document, first] = nested


def holders(words: Words, roles: Sequence[Role]) -> dict[str, list[Role]]:
    """The roles of one document by each word for an office in them, in reading order."""
    found: dict[str, list[Role]] = defaultdict(list)
    for role in sorted(roles, key=_first_word):
        for word in office_words(words, role):
            found[word].append(role)
    return found


def _first_word(role: Role) -> int:
    return role.first


def unnamed_group(cast: Cast, name: str, document: int, *, one: bool = False) -> Group:
    """The unnamed actor of these words; one person stays in its own document."""
    key = name.lower() + (f" {document}" if one else "")
    group = cast.unnamed_by_words.get(key)
    if group is None:
        group = Group("unnamed", name)
        cast.unnamed.append(group)
        cast.unnamed_by_words[key] = group
    return group
