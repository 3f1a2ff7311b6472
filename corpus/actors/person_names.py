"""Names of persons, and of whatever no list knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import (
    ACRONYM,
    BODY,
    CALENDAR,
    CAPITAL,
    COMMON,
    FUNCTION,
    GIVEN,
    INITIAL,
    KNOWN,
    OFFICE,
    PARTICLE,
    SURNAME,
    THING,
    TITLE,
    TITLE_PART,
)
from corpus.actors.lexicon import lexicon
from corpus.actors.single_names import single_name, told_before

if TYPE_CHECKING:
    from corpus.actors.line import Line
    from corpus.actors.sightings import Guess, Sighting

_NICKNAME_MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "("})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V"})
_PATRONYMICS = (
    "вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "ич", "ична",
)  # fmt: skip
# More words than this are no person's name but a line of capitals.
LONGEST_PERSON = 5


def name_end(line: Line, at: int, end: int) -> int:
    """Where a name without a known word ends."""
    stop = at + 1
    while stop < end and not _ends_name(line, at, stop):
        stop += 1
    while stop > at + 1 and not line.flags[stop - 1] & CAPITAL:
        stop -= 1
    return stop


def _ends_name(line: Line, at: int, stop: int) -> bool:
    bits = line.flags[stop]
    if bits & CALENDAR and line.is_date(stop):
        return True
    person = bool(line.flags[at] & (GIVEN | INITIAL) or _titled(line, at)) and stop == at + 1
    if bits & TITLE and not person:
        return stop > at + 1 or not line.flags[stop - 1] & (GIVEN | INITIAL)
    if person and bits & SURNAME:
        return False
    if not line.sentence.capitals and bits & (COMMON | FUNCTION):
        return not (person and not bits & FUNCTION and stop + 1 == line.sentence.last)
    known = line.known_length(stop)
    if not known or bits & (GIVEN | SURNAME) or not line.flags[stop - 1] & CAPITAL:
        return False
    return not person or line.entry(stop, known).sort in ("country", "region", "republic")


def _titled(line: Line, at: int) -> bool:
    """Whether a title with a capital stands right before a name."""
    before = line.flags[at - 1] if at > line.sentence.first else 0
    plain = not line.flags[at] & (TITLE | TITLE_PART | COMMON | BODY)
    return bool(plain and before & TITLE and before & CAPITAL and not before & (GIVEN | BODY))


def classified(line: Line, first: int, last: int, gender: str) -> list[Sighting]:
    """The sightings of these words, typed by the words themselves."""
    if last - first == 1:
        return [single_name(line, first, gender)]
    bits = [line.flags[i] for i in range(first, last)]
    if all(b & INITIAL for b in bits):
        return _letters_apart(line, first, last)
    owner = _owner_first(line, first, bits)
    if owner:
        place = line.sighting(first, first + 1, "place")
        return [place, *classified(line, first + 1, last, gender)]
    told = told_before(line, first)
    if told == "thing" and not bits[0] & GIVEN:
        return [line.maybe(i) for i in range(first, last) if line.flags[i] & CAPITAL]
    if told in ("organisation", "place") and not bits[0] & (GIVEN | INITIAL):
        return [line.sighting(first, last, told, firm=True)]
    if _opens_with_no_name(line, first, bits):
        return [line.maybe(first), *classified(line, first + 1, last, gender)]
    split = _person_at_end(last, bits)
    if split:
        person = line.sighting(split, last, "person", gender)
        return [*classified(line, first, split, gender), person]
    opens_thing = line.name[first].lower() in lexicon().group("thing_opener")
    if opens_thing or bits[-1] & THING or (bits[-2] & THING and line.name[last - 1] in _NUMERALS):
        return [line.maybe(i) for i in range(first, last) if line.flags[i] & CAPITAL]
    guess, firm = _many(line, first, last, bits, gender)
    return [line.sighting(first, last, guess, gender, firm=firm)]


def _letters_apart(line: Line, first: int, last: int) -> list[Sighting]:
    """A known name whose letters a text sets apart: F. B. I.; nothing for N. J. and P. S."""
    letters = "".join(line.name[first:last])
    entry = lexicon().known.get((letters,)) or lexicon().known.get((letters.replace(".", ""),))
    return [line.known(first, last, entry)] if entry else []


def _owner_first(line: Line, first: int, bits: list[int]) -> bool:
    """Whether a place stands between a Russian title and a name: президент России Иван Петров."""
    if line.words.language != "ru" or len(bits) != 3 or first == line.sentence.first:
        return False
    patronymic = line.name[first + 1].lower().endswith(_PATRONYMICS)
    return bool(line.flags[first - 1] & OFFICE) and not patronymic


def _opens_with_no_name(line: Line, first: int, bits: list[int]) -> bool:
    """Whether the first word of a sentence only stands before a name: "Gaffer Joao dos Santos"."""
    plain = not bits[0] & (GIVEN | SURNAME | INITIAL | PARTICLE | KNOWN)
    opens = line.sentence.capitals and first == line.sentence.first
    named = len(bits) > 2 and bits[1] & GIVEN and not bits[1] & (COMMON | SURNAME)
    return bool(plain and opens and named and line.name[first] not in line.seen)


def _person_at_end(last: int, bits: list[int]) -> int:
    """Where a person's name begins after other words: "Panthers QB Cam Newton"; 0 if nowhere."""
    letters = [i for i, b in enumerate(bits[:-2]) if b & ACRONYM]
    rest = bits[letters[-1] + 1 :] if letters else []
    if rest and (rest[0] & GIVEN or (len(rest) == 2 and rest[1] & SURNAME)):
        return last - len(rest)
    if len(bits) < 3 or not bits[-2] & GIVEN or (bits[-2] & (COMMON | SURNAME) and len(bits) > 3):
        return 0
    if bits[-1] & COMMON and not bits[-1] & SURNAME:
        return 0
    before = bits[:-2]
    plain = any(b & (GIVEN | INITIAL | PARTICLE) for b in before)
    told = any(b & (COMMON | ACRONYM | THING | OFFICE) for b in before) or len(before) > 1
    return last - 2 if told and not plain else 0


def _many(line: Line, first: int, last: int, bits: list[int], gender: str) -> tuple[Guess, bool]:
    """The type of a name of several words, and whether its words make it sure."""
    if last - first > LONGEST_PERSON:
        return "organisation", False
    if gender or _surely_person(line, first, last, bits):
        return "person", True
    opens_place = line.name[first].lower() in lexicon().group("place_opener")
    if opens_place and not bits[1] & COMMON and not line.is_family_first(first):
        return "place", True
    before = line.name[first - 1].lower() if first > line.sentence.first else ""
    if _likely_person(line, first, bits, before):
        return "person", bool(bits[0] & GIVEN) and not bits[0] & COMMON
    words = any(b & COMMON and not b & (PARTICLE | GIVEN) for b in bits)
    if words or before == "the" or any(b & ACRONYM for b in bits):
        return "organisation", False
    place = before in ("in", "near", "at") and not bits[-1] & SURNAME
    return ("place" if place else "person"), False


def _surely_person(line: Line, first: int, last: int, bits: list[int]) -> bool:
    """A title in front, an initial, a particle inside, Jr. at the end."""
    titled = first > line.sentence.first and bool(line.flags[first - 1] & TITLE)
    inside = any(b & PARTICLE and not b & CAPITAL for b in bits)
    suffixed = line.name[last - 1].lower() in lexicon().group("suffix")
    return titled or inside or suffixed or bool(bits[0] & INITIAL)


def _likely_person(line: Line, first: int, bits: list[int], before: str) -> bool:
    """A given name in front, a family name at the end, and no sign of a thing."""
    if line.is_family_first(first) and not bits[1] & COMMON:
        return True
    if "." in line.name[first] and bits[0] & ACRONYM and not line.known_length(first):
        return True  # O.J. Simpson
    plain = bits[-1] & COMMON and not bits[-1] & SURNAME
    if plain and bits[0] & SURNAME and line.name[first].lower() not in lexicon().short:
        return False  # Palmer Fire
    if bits[0] & GIVEN and not (before == "the" and bits[-1] & COMMON):
        return True
    family = bits[-1] & SURNAME and not bits[0] & (COMMON | ACRONYM)
    return bool(family) and before != "the"


def nickname_end(line: Line, at: int) -> int:
    """Where the family name stands after a nickname: Vincent "The Chin" Gigante; 0 if nowhere."""
    last = line.sentence.last
    if not line.flags[at] & GIVEN or at + 3 >= last or line.name[at + 1] not in _NICKNAME_MARKS:
        return 0
    for i in range(at + 3, min(at + 6, last - 1)):
        if line.name[i] in _NICKNAME_MARKS | {")"}:
            return i + 1 if line.is_capital(i + 1) else 0
    return 0
