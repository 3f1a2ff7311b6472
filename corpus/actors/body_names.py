"""Names of bodies and sites: the word that says what they are, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.bodies import LEGAL_FORMS
from corpus.actors.flags import (
    ACRONYM,
    BODY,
    CALENDAR,
    CAPITAL,
    COMMON,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    KNOWN,
    OFFICE,
    PARTICLE,
    SITE,
    SURNAME,
    TITLE,
)
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from corpus.actors.line import Line
    from corpus.actors.sightings import Sighting

_LINKS_BODY = frozenset({"of", "for"})
_POSSESSIVE = frozenset({"'s", "’s"})
# What may follow a firm's name after a comma, and does not follow a person's.
_AFTER_COMMA = frozenset({"inc", "ltd", "llc", "llp", "gmbh", "incorporated", "limited"})
# What may end a firm's name after "and".
_AFTER_AND = frozenset({"sons", "co", "co.", "company", "partners", "associates", "bros", "bros."})


def _joins(line: Line, at: int) -> bool:
    if at >= line.sentence.last or line.flags[at - 1] & CALENDAR:
        return False
    word = line.name[at]
    if word.isalpha() and word != "and":
        return bool(line.flags[at] & PARTICLE)
    if word in _POSSESSIVE:
        return _owns_office(line, at)
    if line.name[at] == "and":
        return line.is_capital(at + 1) and line.name[at + 1].lower() in _AFTER_AND
    if line.name[at] in ("'", "’"):
        ahead = range(at + 1, min(at + 3, line.sentence.last))
        owned = any(line.flags[i] & BODY for i in ahead) and line.is_capital(at + 1)
        return owned and line.name[at - 1].endswith("s")
    return bool(line.flags[at] & PARTICLE) or line.name[at] == "&"


def _owns_office(line: Line, at: int) -> bool:
    """Whether what owns here is a part of a body's name: the Prosecutor's Office."""
    owner, owned = line.flags[at - 1], at + 1
    plain = owner & CAPITAL and owner & (COMMON | OFFICE) and not owner & (KNOWN | CALENDAR)
    return bool(plain and line.is_capital(owned) and line.flags[owned] & BODY)


def run_end(line: Line, at: int) -> int:
    """Where the run of capitals that starts here ends, small joining words included."""
    end, last = at + 1, line.sentence.last
    while end < last:
        if line.flags[end] & CAPITAL:
            end += 1
        elif _joins(line, end) and end + 1 < last and line.flags[end + 1] & CAPITAL:
            end += 2
        elif _joins(line, end) and _joins(line, end + 1) and line.is_capital(end + 2):
            end += 3
        elif line.name[end] == "plc":
            end += 1
        elif line.name[end] == "," and _is_legal(line, end + 1):
            end += 2
        else:
            break
    return end


def _segment_end(line: Line, at: int, end: int) -> int:
    """Where the run's words stop to be one name."""
    for i in range(at, end):
        stop = line.flags[i] & (CALENDAR | TITLE) and not line.flags[i] & (BODY | SITE)
        stop = stop and not (i + 1 < end and line.name[i + 1] in _POSSESSIVE)
        if stop or (not line.sentence.capitals and _breaks_headline(line, i)):
            return i
    return end


def _breaks_headline(line: Line, at: int) -> bool:
    bits = line.flags[at]
    return bool(bits & (COMMON | FUNCTION)) and not bits & (BODY | SITE | GIVEN)


def body_end(line: Line, at: int, end: int, least: int = 0) -> int:
    """Where a body's name that starts here ends; 0 when none starts.

    The word for the body does not stand before ``least``.
    """
    stop = _segment_end(line, at, end)
    heads = [i for i in range(max(at, least), stop) if line.flags[i] & BODY]
    if not heads or _is_person_with_body_word(line, at, heads[-1], stop):
        return 0
    if line.words.language == "ru" and heads[0] == at and stop > at + 1:
        return stop  # Парламент Грузии: whose it is stands behind
    head = heads[-1]
    extended = extended_end(line, head + 1) if head + 1 == end else head + 1
    if head == at and extended == head + 1:
        return 0
    return extended


def _is_person_with_body_word(line: Line, at: int, head: int, stop: int) -> bool:
    """Frank Church, Ted Post: two words, the first a given name, no article in front."""
    two = stop - at == 2 and head == at + 1
    if not two or not line.flags[at] & GIVEN or line.flags[at] & (COMMON | KNOWN):
        return False
    before = line.name[at - 1].lower() if at > line.sentence.first else ""
    return before != "the" and line.name[head].lower() in lexicon().group("site_family") | {
        "post",
        "guard",
        "young",
    }


def extended_end(line: Line, at: int) -> int:
    """The end of "… of the X", "… for X and the Y" after the word for the body."""
    end, names = at, line.name
    head = names[at - 1].lower()
    allowed: frozenset[str] = (
        _LINKS_BODY | {"on"} if head in lexicon().group("body_on") else _LINKS_BODY
    )
    while end < line.sentence.last and names[end].lower() in allowed:
        start = end + 1
        if start < line.sentence.last and names[start].lower() == "the":
            start += 1
        if not line.is_capital(start) or line.flags[start] & (CALENDAR | HONORIFIC):
            break
        place = line.known_length(start)
        end = max(start + max(place, 1), _plain_run(line, start))
        allowed = frozenset() if place else _LINKS_BODY | {"and"}
    return end


def _plain_run(line: Line, at: int) -> int:
    end = at
    while line.is_capital(end) and not line.flags[end] & CALENDAR and not _titles(line, end):
        end += 1
    return end


def _titles(line: Line, at: int) -> bool:
    """Whether a title stands before a person's name here."""
    after = line.flags[at + 1] if at + 1 < line.sentence.last else 0
    return bool(
        line.flags[at] & TITLE and after & CAPITAL and (after & GIVEN or not after & COMMON)
    )


def body_piece(line: Line, first: int, last: int) -> tuple[list[Sighting], int]:
    """The body's name, and each place inside it."""
    found = [line.sighting(first, last, "organisation", firm=True)]
    at = first
    while at < last:
        length = line.known_length(at)
        if length and line.entry(at, length).type == "place" and length < last - first:
            found.append(line.known(at, at + length, line.entry(at, length)))
        at += length or 1
    return found, last


def club_end(line: Line, at: int, end: int) -> int:
    """Where the name of a club that starts here ends: Raja Casablanca; 0 when none starts."""
    town = at + 1
    if town >= end or line.name[at].lower() not in lexicon().group("club_opener"):
        return 0
    length = line.known_length(town)
    plain = line.flags[town] & (COMMON | GIVEN | SURNAME | TITLE | CALENDAR)
    fits = line.sentence.capitals and (length or not (plain or line.flags[at] & ACRONYM))
    return town + max(length, 1) if fits else 0


def _is_legal(line: Line, at: int) -> bool:
    return line.is_capital(at) and line.name[at].lower().rstrip(".") in _AFTER_COMMA


def legal_end(line: Line, at: int, end: int) -> int:
    """Where the words for a firm's legal form end: Siemens AG, Tata Steel Ltd."""
    while at < end and line.name[at].lower().rstrip(".") in LEGAL_FORMS:
        at += 1
    return at


def site_end(line: Line, at: int, end: int) -> int:
    """Where the name of a site that starts here ends; 0 when none starts."""
    stop = _segment_end(line, at, end)
    heads = [i for i in range(at, stop) if line.flags[i] & SITE]
    if not heads or heads[-1] == at:
        return 0
    first_given = line.flags[at] & GIVEN and not line.flags[at] & COMMON
    if (
        first_given
        and heads[-1] == at + 1
        and line.name[heads[-1]].lower() in lexicon().group("site_family")
    ):
        return 0
    return heads[-1] + 1


def is_team(line: Line, at: int, end: int) -> bool:
    """Whether a city is followed by the name of its team: the Chicago Bulls."""
    plain = line.flags[at] & (TITLE | CALENDAR | GIVEN) or not line.sentence.capitals
    return at + 1 == end and line.name[at].endswith("s") and not plain
