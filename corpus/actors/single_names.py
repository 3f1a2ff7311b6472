"""Names of one word, and what the words around them say that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from corpus.actors.flags import (
    ACRONYM,
    BODY,
    CAPITAL,
    COMMON,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    INITIAL,
    OFFICE,
    PARTICLE,
    SITE,
    SURNAME,
    THING,
    TITLE,
)
from corpus.actors.foreign import is_mere_noun
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from corpus.actors.line import Line
    from corpus.actors.sightings import Guess, Sighting

_OPENING_MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "("})


_CALLS = frozenset({"called", "named", "dubbed", "titled", "entitled", "nicknamed", "codenamed"})


def told_before(line: Line, first: int) -> Guess | Literal["thing"] | None:
    """What the noun before a name says it is: the village Ergneti, the film Amelie."""
    at = first - 1
    if at > line.sentence.first and line.name[at] in _OPENING_MARKS | {"of"}:
        at -= 1
    if at < line.sentence.first:
        return None
    if line.flags[at] & CAPITAL:
        return "thing" if line.name[at].lower() in lexicon().group("thing_opener") else None
    low, groups = line.name[at], lexicon().groups
    if low in _CALLS and at > line.sentence.first:
        low = line.name[at - 1]  # a company called Klondike
    if low.endswith("maker"):
        return "organisation"  # chipmaker, drugmaker
    if low in groups["named_place"]:
        return "place"
    if line.name[first - 1] == "of":
        return None
    if low in groups["named_thing"]:
        return "thing"
    return "organisation" if low in groups["named_body"] else None


def single_name(line: Line, at: int, gender: str) -> Sighting:
    """The sighting of one word that stands alone with its capital."""
    return _by_words_before(line, at, gender) or _by_itself(line, at, gender)


def _by_words_before(line: Line, at: int, gender: str) -> Sighting | None:
    """What a noun or a title in front makes of a word."""
    bits, told = line.flags[at], told_before(line, at)
    before = line.flags[at - 1] if at > line.sentence.first else 0
    if _is_plural_acronym(line, at):
        return None
    if told == "thing" or (_is_noun(line, at) and not before & TITLE):
        return line.maybe(at)
    if told and not before & TITLE:
        return line.sighting(at, at + 1, told, firm=True)
    plain = bits & (THING | BODY | SITE) or (bits & COMMON and not before & HONORIFIC)
    related = bits & GIVEN and before & OFFICE and not before & CAPITAL and not bits & THING
    if related or (before & TITLE and not plain):
        return line.sighting(at, at + 1, "person", gender, firm=True)
    return None


def _is_noun(line: Line, at: int) -> bool:
    """Whether a capital is only what its language gives a noun, or a sentence its first word."""
    named = line.flags[at] & (GIVEN | SURNAME | ACRONYM)
    opens = line.opens(at) and line.name[at] not in line.seen
    return not named and is_mere_noun(line.words.language, opens=opens)


def _by_itself(line: Line, at: int, gender: str) -> Sighting:
    """What a word's own letters and lists make of it."""
    bits = line.flags[at]
    if bits & THING or _is_plural_acronym(line, at):
        return line.maybe(at)
    if bits & ACRONYM and not bits & COMMON:
        return line.sighting(at, at + 1, "organisation", firm=False)
    if bits & BODY and not line.opens(at) and line.name[at - 1].lower() == "the":
        return line.sighting(at, at + 1, "organisation")
    family = bits & SURNAME and not bits & (BODY | SITE | FUNCTION) and _may_be_family(line, at)
    plain = bits & (COMMON | FUNCTION | INITIAL | BODY | SITE) or _is_compound(line, at)
    if plain and not family:
        return line.maybe(at)
    return line.sighting(_with_particles(line, at), at + 1, "unknown", gender)


def _may_be_family(line: Line, at: int) -> bool:
    """Whether a common word that is a family name too may be one here: Bush said."""
    return not line.opens(at) or line.acts(at + 1)


def _is_plural_acronym(line: Line, at: int) -> bool:
    """MPs, CEOs: kinds of people and things, nobody's name."""
    word = line.name[at]
    return word[-1] == "s" and word[:-1].isupper() and 1 < len(word) < 6


def _is_compound(line: Line, at: int) -> bool:
    """Russian-speaking, London-based: a name only in its first part."""
    head, hyphen, tail = line.name[at].partition("-")
    return bool(hyphen) and tail.islower() and (head in lexicon().reach or len(tail) > 3)


def _with_particles(line: Line, at: int) -> int:
    """Where a bare family name begins: von der Leyen, bin Laden."""
    while at > line.sentence.first and line.flags[at - 1] & PARTICLE and _is_small(line, at - 1):
        at -= 1
    return at


def _is_small(line: Line, at: int) -> bool:
    return not line.flags[at] & (CAPITAL | FUNCTION)
