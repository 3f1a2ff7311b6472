"""Runs of capitalised words taken apart into names of persons, bodies and places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.actors.lexicon import lexicon
from corpus.actors.sightings import Sighting
from corpus.actors.words import (
    ACRONYM,
    BODY,
    CALENDAR,
    CAPITAL,
    COMMON,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    INITIAL,
    KNOWN,
    MARK,
    NUMBER,
    OFFICE,
    PARTICLE,
    SITE,
    SURNAME,
    THING,
    TITLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.lexicon import Known
    from corpus.actors.model import MentionKind
    from corpus.actors.sightings import Guess
    from corpus.actors.words import Sentence, Words

# More words than this are no person's name but a line of capitals.
LONGEST_PERSON = 5
_AMBIGUOUS_MONTHS = frozenset({"May", "April", "June", "August", "March"})
_NICKNAME_MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "("})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V"})
_LINKS_BODY = frozenset({"of", "for"})


@dataclass(frozen=True)
class Chunker:
    """Finds the names in one document's words.

    ``seen`` holds the words the story writes with a capital inside sentences:
    at a sentence's start only they, and words that are no common ones, are names.
    """

    document: int
    words: Words
    seen: frozenset[str]

    def sightings(self) -> Iterator[Sighting]:
        """All names in reading order; a place inside a body's name follows it."""
        for number, sentence in enumerate(self.words.sentences):
            yield from _Line(self, number, sentence).sightings()


def capitals_inside(words: Words) -> Iterator[str]:
    """The words written with a capital where only a name has one."""
    flags, names = words.flags, words.name
    for sentence in words.sentences:
        if not sentence.capitals:
            continue
        for at in range(sentence.first + 1, sentence.last):
            if flags[at] & CAPITAL and not flags[at - 1] & MARK:
                yield names[at]


class _Line:
    """One sentence on its way to sightings."""

    def __init__(self, chunker: Chunker, number: int, sentence: Sentence) -> None:
        self.chunker = chunker
        self.number = number
        self.sentence = sentence
        self.flags = chunker.words.flags
        self.name = chunker.words.name

    def sightings(self) -> Iterator[Sighting]:
        at, last = self.sentence.first, self.sentence.last
        while at < last:
            bits = self.flags[at]
            if bits & CAPITAL:
                end = self._run_end(at)
                found, at = self._pieces(at, end)
                yield from found
            elif bits & KNOWN and not bits & (COMMON | FUNCTION) and (n := self._known_length(at)):
                yield self._known(at, at + n, self._entry(at, n))
                at += n
            else:
                at += 1

    # -- runs

    def _run_end(self, at: int) -> int:
        end, last = at + 1, self.sentence.last
        while end < last:
            if self.flags[end] & CAPITAL:
                end += 1
            elif self._joins(end) and end + 1 < last and self.flags[end + 1] & CAPITAL:
                end += 2
            elif self._joins(end) and self._joins(end + 1) and self._is_capital(end + 2):
                end += 3
            else:
                break
        return end

    def _joins(self, at: int) -> bool:
        if at >= self.sentence.last or self.flags[at - 1] & CALENDAR:
            return False
        if self.name[at] in ("'", "’"):
            ahead = range(at + 1, min(at + 3, self.sentence.last))
            owned = any(self.flags[i] & BODY for i in ahead) and self._is_capital(at + 1)
            return owned and self.name[at - 1].endswith("s")
        return bool(self.flags[at] & PARTICLE) or self.name[at] == "&"

    def _is_capital(self, at: int) -> bool:
        return at < self.sentence.last and bool(self.flags[at] & CAPITAL)

    def _opens(self, at: int) -> bool:
        """Whether a capital here says nothing."""
        if self.sentence.mere:
            return False
        if not self.sentence.capitals or at == self.sentence.first:
            return True
        return bool(self.flags[at - 1] & MARK) and self.name[at - 1] not in (
            ",",
            "-",
            "(",
            "/",
            "&",
        )

    # -- pieces of a run

    def _pieces(self, at: int, end: int) -> tuple[list[Sighting], int]:
        if self.sentence.capitals and self._is_shouted(at, end):
            return _Line(self.chunker, self.number, replace(self.sentence, capitals=False))._pieces(
                at, end
            )
        found: list[Sighting] = []
        gender = ""
        reached = end
        while at < end:
            step = self._skipped(at, end)
            if step:
                gender = _title_gender(self.name[at]) or gender
                if self.flags[at] & (OFFICE | HONORIFIC | COMMON) and not self.flags[at] & FUNCTION:
                    found.append(self._maybe(at))
                at += step
                continue
            pieces, at = self._piece(at, end, gender)
            found += pieces
            gender = ""
            reached = max(reached, at)
        return found, reached

    def _is_shouted(self, at: int, end: int) -> bool:
        """Whether a run is a headline in capitals that stands inside a sentence."""
        common = sum(bool(self.flags[i] & COMMON) for i in range(at, end))
        shouted = sum(self.name[i].isupper() and len(self.name[i]) > 1 for i in range(at, end))
        return common > 1 and shouted > 2 and 3 * shouted >= 2 * (end - at)

    def _skipped(self, at: int, end: int) -> int:
        """How many words at the start of a piece are no part of a name."""
        bits = self.flags[at]
        if bits & PARTICLE and not bits & CAPITAL:
            return 1
        if bits & CALENDAR and self._is_date(at):
            return 1
        if self._known_here(at, end):
            return 0
        if bits & (HONORIFIC | OFFICE) and not (bits & BODY and self._body_end(at, end)):
            return 0 if bits & GIVEN and self._given_before_family(at, end) else 1
        if bits & FUNCTION and (self._opens(at) or not bits & (GIVEN | SURNAME)):
            return 0 if self._known_length(at) else 1
        if bits & COMMON and self._opens(at) and not self._starts_name(at, end):
            return 1
        return 0

    def _known_here(self, at: int, end: int) -> int:
        length = self._known_length(at)
        if not length:
            return 0
        alone = length == 1 and self.flags[at] & COMMON and not self._is_country(at)
        if alone and self._opens(at) and self.name[at] not in self.chunker.seen:
            return 0
        return 0 if alone and self.flags[at] & (GIVEN | HONORIFIC) and at + 1 < end else length

    def _is_country(self, at: int) -> bool:
        entry = self._entry(at, 1)
        return entry.type == "place" and entry.sort not in ("city", "region")

    def _given_before_family(self, at: int, end: int) -> bool:
        return at + 1 < end and not self.flags[at + 1] & (COMMON | TITLE)

    def _starts_name(self, at: int, end: int) -> bool:
        """Whether a common word at a sentence's start begins a name all the same."""
        if self._body_end(at, end) and self.sentence.capitals:
            return True
        following = at + 1 < end
        if following and self._is_family_first(at) and not self.flags[at + 1] & COMMON:
            return True
        if (
            following
            and self.flags[at] & GIVEN
            and not self.flags[at + 1] & (COMMON | TITLE | CALENDAR)
        ):
            return True
        if (
            following
            and self.name[at].lower() in lexicon().group("place_opener")
            and not self.flags[at + 1] & COMMON
        ):
            return True
        return self.sentence.capitals and not following and self.name[at] in self.chunker.seen

    def _is_family_first(self, at: int) -> bool:
        return self.name[at].lower() in lexicon().group("family_first")

    def _is_date(self, at: int) -> bool:
        word = self.name[at]
        if word not in _AMBIGUOUS_MONTHS:
            return True
        before = self.name[at - 1].lower() if at > self.sentence.first else ""
        after = self.flags[at + 1] if at + 1 < self.sentence.last else 0
        return (
            before in lexicon().group("before_month") or bool(after & NUMBER) or not after & CAPITAL
        )

    def _piece(self, at: int, end: int, gender: str) -> tuple[list[Sighting], int]:
        length = self._known_here(at, end)
        if length and not self._person_named_like_place(at, length, end, gender):
            return self._known_piece(at, at + length, end)
        body = self._body_end(at, end)
        if body:
            return self._body_piece(at, body)
        site = self._site_end(at, end)
        if site:
            return [self._sighting(at, site, "place", firm=True)], site
        nickname = self._nickname_end(at) if at + 1 == end else 0
        if nickname:
            name = f"{self.name[at]} {self.chunker.words.say(nickname, nickname + 1)}"
            found = self._sighting(at, nickname + 1, "person", gender, firm=True)
            return [replace(found, name=name)], nickname + 1
        stop = self._name_end(at, end)
        return self._classified(at, stop, gender), stop

    def _nickname_end(self, at: int) -> int:
        """Where the family name stands after a nickname: Vincent "The Chin" Gigante; 0 if nowhere."""
        last = self.sentence.last
        if not self.flags[at] & GIVEN or at + 3 >= last or self.name[at + 1] not in _NICKNAME_MARKS:
            return 0
        for i in range(at + 3, min(at + 6, last - 1)):
            if self.name[i] in _NICKNAME_MARKS | {")"}:
                return i + 1 if self._is_capital(i + 1) else 0
        return 0

    def _person_named_like_place(self, at: int, length: int, end: int, gender: str) -> bool:
        entry = self._entry(at, length)
        if length != 1 or entry.form == "demonym":
            return False
        if gender and at + 1 == end and self.flags[at - 1] & HONORIFIC:
            return True
        after = at + 1
        if after >= end or not self.flags[at] & GIVEN:
            return False
        return not self.flags[after] & (TITLE | BODY | SITE | THING | CALENDAR | COMMON | KNOWN)

    # -- known names

    def _known_length(self, at: int) -> int:
        known = lexicon()
        if not self.flags[at] & KNOWN:
            return 0
        longest = min(known.reach[self.name[at]], self.sentence.last - at)
        for length in range(longest, 0, -1):
            if tuple(self.name[at : at + length]) in known.known:
                return length
        return 0

    def _entry(self, at: int, length: int) -> Known:
        return lexicon().known[tuple(self.name[at : at + length])]

    def _known_piece(self, at: int, after: int, end: int) -> tuple[list[Sighting], int]:
        entry = self._entry(at, after - at)
        body = self._body_end(at, end, after) if after < end else 0
        if body and (entry.type == "place" or not self.flags[after] & (GIVEN | ACRONYM)):
            return self._body_piece(at, body)
        if entry.type == "place" and entry.form != "demonym" and after < end:
            site = self._site_end(after, end)
            if site and site < end and self._is_team(site, end):
                return [self._sighting(at, site + 1, "organisation")], site + 1
            if site:
                return [self._sighting(at, site, "place", firm=True)], site
            if self._is_team(after, end):
                return [self._sighting(at, after + 1, "organisation")], after + 1
        if entry.type == "organisation" and self.flags[after - 1] & BODY and after == end:
            extended = self._extended(after)
            if extended > after:
                return self._body_piece(at, extended)
        return [self._known(at, after, entry)], max(after, at + 1)

    def _is_team(self, at: int, end: int) -> bool:
        """Whether a city is followed by the name of its team: the Chicago Bulls."""
        plain = self.flags[at] & (TITLE | CALENDAR | GIVEN) or not self.sentence.capitals
        return at + 1 == end and self.name[at].endswith("s") and not plain

    def _known(self, first: int, last: int, entry: Known) -> Sighting:
        name = self.chunker.words.say(first, last)
        kind: MentionKind = "demonym" if entry.form == "demonym" else "name"
        guess: Guess = "place" if entry.type == "place" else "organisation"
        return Sighting(
            self.chunker.document, first, last, self.number, guess, name, kind, entry, firm=True
        )

    # -- bodies and sites

    def _segment_end(self, at: int, end: int) -> int:
        """Where the run's words stop to be one name."""
        for i in range(at, end):
            stop = self.flags[i] & (CALENDAR | TITLE) and not self.flags[i] & (BODY | SITE)
            if stop or (not self.sentence.capitals and self._breaks_headline(i)):
                return i
        return end

    def _breaks_headline(self, at: int) -> bool:
        bits = self.flags[at]
        return bool(bits & (COMMON | FUNCTION)) and not bits & (BODY | SITE | GIVEN)

    def _body_end(self, at: int, end: int, least: int = 0) -> int:
        """Where a body's name that starts here ends; 0 when none starts.

        The word for the body does not stand before ``least``.
        """
        stop = self._segment_end(at, end)
        heads = [i for i in range(max(at, least), stop) if self.flags[i] & BODY]
        if not heads or self._is_person_with_body_word(at, heads[-1], stop):
            return 0
        head = heads[-1]
        extended = self._extended(head + 1) if head + 1 == end else head + 1
        if head == at and extended == head + 1:
            return 0
        return extended

    def _is_person_with_body_word(self, at: int, head: int, stop: int) -> bool:
        """Frank Church, Ted Post: two words, the first a given name, no article in front."""
        two = stop - at == 2 and head == at + 1
        if not two or not self.flags[at] & GIVEN or self.flags[at] & (COMMON | KNOWN):
            return False
        before = self.name[at - 1].lower() if at > self.sentence.first else ""
        return before != "the" and self.name[head].lower() in lexicon().group("site_family") | {
            "post",
            "guard",
            "young",
        }

    def _extended(self, at: int) -> int:
        """The end of "… of the X", "… for X and the Y" after the word for the body."""
        end, names = at, self.name
        head = names[at - 1].lower()
        allowed: frozenset[str] = (
            _LINKS_BODY | {"on"} if head in lexicon().group("body_on") else _LINKS_BODY
        )
        while end < self.sentence.last and names[end].lower() in allowed:
            start = end + 1
            if start < self.sentence.last and names[start].lower() == "the":
                start += 1
            if not self._is_capital(start) or self.flags[start] & (CALENDAR | HONORIFIC):
                break
            place = self._known_length(start)
            end = max(start + max(place, 1), self._plain_run(start))
            allowed = frozenset() if place else _LINKS_BODY | {"and"}
        return end

    def _plain_run(self, at: int) -> int:
        end = at
        while self._is_capital(end) and not self.flags[end] & CALENDAR and not self._titles(end):
            end += 1
        return end

    def _titles(self, at: int) -> bool:
        """Whether a title stands before a person's name here."""
        after = self.flags[at + 1] if at + 1 < self.sentence.last else 0
        return bool(
            self.flags[at] & TITLE and after & CAPITAL and (after & GIVEN or not after & COMMON)
        )

    def _body_piece(self, first: int, last: int) -> tuple[list[Sighting], int]:
        found = [self._sighting(first, last, "organisation", firm=True)]
        at = first
        while at < last:
            length = self._known_length(at)
            if length and self._entry(at, length).type == "place" and length < last - first:
                found.append(self._known(at, at + length, self._entry(at, length)))
            at += length or 1
        return found, last

    def _site_end(self, at: int, end: int) -> int:
        stop = self._segment_end(at, end)
        heads = [i for i in range(at, stop) if self.flags[i] & SITE]
        if not heads or heads[-1] == at:
            return 0
        first_given = self.flags[at] & GIVEN and not self.flags[at] & COMMON
        if (
            first_given
            and heads[-1] == at + 1
            and self.name[heads[-1]].lower() in lexicon().group("site_family")
        ):
            return 0
        return heads[-1] + 1

    # -- everything else

    def _name_end(self, at: int, end: int) -> int:
        stop = at + 1
        while stop < end and not self._ends_name(at, stop):
            stop += 1
        while stop > at + 1 and not self.flags[stop - 1] & CAPITAL:
            stop -= 1
        return stop

    def _ends_name(self, at: int, stop: int) -> bool:
        bits = self.flags[stop]
        if bits & CALENDAR and self._is_date(stop):
            return True
        person = self.flags[at] & (GIVEN | INITIAL) and stop == at + 1
        if bits & TITLE and not person:
            return stop > at + 1 or not self.flags[stop - 1] & (GIVEN | INITIAL)
        if person and bits & SURNAME:
            return False
        if not self.sentence.capitals and bits & (COMMON | FUNCTION):
            return not (person and not bits & FUNCTION and stop + 1 == self.sentence.last)
        known = self._known_length(stop)
        return bool(known) and not person and not bits & (GIVEN | SURNAME)

    def _classified(self, first: int, last: int, gender: str) -> list[Sighting]:
        if last - first == 1:
            return [self._single(first, gender)]
        bits = [self.flags[i] for i in range(first, last)]
        split = self._person_at_end(first, last, bits)
        if split:
            return [*self._classified(first, split, gender), *self._classified(split, last, gender)]
        opens_thing = self.name[first].lower() in lexicon().group("thing_opener")
        if (
            opens_thing
            or bits[-1] & THING
            or (bits[-2] & THING and self.name[last - 1] in _NUMERALS)
        ):
            return [self._maybe(i) for i in range(first, last) if self.flags[i] & CAPITAL]
        guess, firm = self._many(first, last, bits, gender)
        return [self._sighting(first, last, guess, gender, firm=firm)]

    def _person_at_end(self, first: int, last: int, bits: list[int]) -> int:
        """Where a person's name begins after other words: "Panthers QB Cam Newton"; 0 if nowhere."""
        if len(bits) < 3 or not bits[-2] & GIVEN or bits[-2] & (COMMON | SURNAME) and len(bits) > 3:
            return 0
        if bits[-1] & COMMON and not bits[-1] & SURNAME:
            return 0
        before = bits[:-2]
        plain = any(b & (GIVEN | INITIAL | PARTICLE) for b in before)
        told = any(b & (COMMON | ACRONYM | THING | OFFICE) for b in before) or len(before) > 1
        return last - 2 if told and not plain else 0

    def _many(self, first: int, last: int, bits: list[int], gender: str) -> tuple[Guess, bool]:
        titled = first > self.sentence.first and bool(self.flags[first - 1] & TITLE)
        before = self.name[first - 1].lower() if first > self.sentence.first else ""
        if last - first > LONGEST_PERSON:
            return "organisation", False
        inside = any(b & PARTICLE and not b & CAPITAL for b in bits)
        if (
            titled
            or gender
            or inside
            or bits[0] & INITIAL
            or self.name[last - 1].lower() in lexicon().group("suffix")
        ):
            return "person", True
        if self._is_family_first(first) and not bits[1] & COMMON:
            return "person", False
        if self.name[first].lower() in lexicon().group("place_opener") and not bits[1] & COMMON:
            return "place", True
        plain = bits[-1] & COMMON and not bits[-1] & SURNAME
        if plain and bits[0] & SURNAME:
            return "organisation", False
        if bits[0] & GIVEN and not (before == "the" and bits[-1] & COMMON):
            return "person", not bits[0] & COMMON
        if bits[-1] & SURNAME and not bits[0] & (COMMON | ACRONYM) and before != "the":
            return "person", False
        if (
            any(b & COMMON and not b & (PARTICLE | GIVEN) for b in bits)
            or before == "the"
            or any(b & ACRONYM for b in bits)
        ):
            return "organisation", False
        if bits[-1] & SURNAME:
            return "person", False
        return ("place" if before in ("in", "near", "at") else "person"), False

    def _single(self, at: int, gender: str) -> Sighting:
        bits = self.flags[at]
        before = self.flags[at - 1] if at > self.sentence.first else 0
        plain = bits & (THING | BODY | SITE) or (bits & COMMON and not before & HONORIFIC)
        if before & TITLE and not plain:
            return self._sighting(at, at + 1, "person", gender, firm=True)
        if bits & THING or self._is_plural_acronym(at):
            return self._maybe(at)
        if bits & ACRONYM and not bits & COMMON:
            return self._sighting(at, at + 1, "organisation", firm=False)
        if bits & (COMMON | THING | FUNCTION | INITIAL | BODY | SITE) or self._is_compound(at):
            return self._maybe(at)
        return self._sighting(self._with_particles(at), at + 1, "unknown", gender)

    def _with_particles(self, at: int) -> int:
        """Where a bare family name begins: von der Leyen, bin Laden."""
        while at > self.sentence.first and self.flags[at - 1] & PARTICLE and self._is_small(at - 1):
            at -= 1
        return at

    def _is_small(self, at: int) -> bool:
        return not self.flags[at] & (CAPITAL | FUNCTION)

    def _is_plural_acronym(self, at: int) -> bool:
        """MPs, CEOs: kinds of people and things, nobody's name."""
        word = self.name[at]
        return word[-1] == "s" and word[:-1].isupper() and 1 < len(word) < 6

    def _is_compound(self, at: int) -> bool:
        """Russian-speaking, London-based: a name only in its first part."""
        head, hyphen, tail = self.name[at].partition("-")
        return bool(hyphen) and tail.islower() and (head in lexicon().reach or len(tail) > 3)

    def _maybe(self, at: int) -> Sighting:
        return self._sighting(at, at + 1, "maybe")

    def _sighting(
        self, first: int, last: int, guess: Guess, gender: str = "", *, firm: bool = False
    ) -> Sighting:
        name = self.chunker.words.say(first, last)
        return Sighting(
            self.chunker.document, first, last, self.number, guess, name, gender=gender, firm=firm
        )


def _title_gender(word: str) -> str:
    groups = lexicon().groups
    low = word.lower()
    return "m" if low in groups["honorific_m"] else "f" if low in groups["honorific_f"] else ""
