"""Noun phrases beside a verb: who does what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.actors.flags import (
    CALENDAR,
    CAPITAL,
    DETERMINER,
    FUNCTION,
    MARK,
    NUMBER,
    OFFICE,
    SPEAKER,
    TITLE_PART,
)
from corpus.actors.lexicon import lexicon
from corpus.actors.phrases import Subject, is_governed, phrases_in

if TYPE_CHECKING:
    from corpus.actors.settle import Cast
    from corpus.actors.words import Words

# Before somebody who does not do what the verb after him says.
_ACTED_UPON = frozenset({"by", "with", "from", "to", "against", "between", "about", "under"})
# How far an apposition may lie between a speaker and the verb, in commas.
MOST_COMMAS = 3


def subject_before(cast: Cast, document: int, floor: int, verb: int) -> Subject | None:
    """The phrase that ends before a verb (its auxiliaries included), not before ``floor``."""
    words = cast.words[document]
    end = _without_time(words, floor, verb)
    if end > floor and words.text[end - 1] == ",":
        return _across_commas(cast, document, floor, end - 1)
    start = _region_start(words, floor, end)
    if start == end and end > floor and words.low[end - 1] in ("who", "which"):
        return _antecedent(cast, document, floor, end - 1)
    if start == end:
        joined = end > floor and words.low[end - 1] in ("and", "but", "or")
        return Subject("same", end, end) if joined else None
    return _last_phrase(cast, document, start, end)


def _antecedent(cast: Cast, document: int, floor: int, who: int) -> Subject | None:
    """The phrase right before a relative pronoun: "police who claim"."""
    words = cast.words[document]
    end = who - (who > floor and words.text[who - 1] == ",")
    start = _region_start(words, floor, end)
    phrases = phrases_in(cast, document, start, end)
    fits = [p for p in phrases if end in (p.last, p.head + 1)]
    return fits[-1] if fits else None


def subject_after(cast: Cast, document: int, start: int, stop: int) -> Subject | None:
    """The phrase after an inverted verb: "said Irina Gagloyeva, head of …"."""
    words = cast.words[document]
    end = start
    while end < stop and not (
        words.flags[end] & MARK and words.text[end] not in ("'s", "’s", "&", "/")
    ):
        end += 1
    titled = start
    while titled < end and words.flags[titled] & (
        OFFICE | TITLE_PART | CAPITAL | DETERMINER | NUMBER
    ):
        if (document, titled) in cast.at and _is_person(cast, document, titled):
            sighting = cast.at[document, titled][0]
            return Subject("named", sighting.first, sighting.last)
        titled += 1
    return _first_phrase(cast, document, start, end)


def _is_person(cast: Cast, document: int, at: int) -> bool:
    return cast.at[document, at][1].type == "person"


def _without_time(words: Words, floor: int, end: int) -> int:
    """Where the subject ends once adverbs, auxiliaries and days are taken off."""
    while end > floor:
        low = words.low[end - 1]
        bits = words.flags[end - 1]
        if (
            (
                low in lexicon().group("auxiliary")
                or bits & CALENDAR
                or (low.endswith("ly") and not bits & (CAPITAL | SPEAKER))
            )
            or (low == "on" and end < len(words.flags) and words.flags[end] & CALENDAR)
            or (bits & NUMBER and end - 1 > floor and words.flags[end - 2] & CALENDAR)
        ):
            end -= 1
        else:
            break
    return end


def _region_start(words: Words, floor: int, end: int) -> int:
    start = end
    while start > floor:
        low = words.low[start - 1]
        if low in lexicon().group("clause_opener") or (
            words.flags[start - 1] & MARK
            and low not in ("'s", "’s", "&", "-", "/", "'", "’", "%", "$")
        ):
            break
        start -= 1
    return start


def _across_commas(cast: Cast, document: int, floor: int, comma: int) -> Subject | None:
    """The speaker before an apposition: "Irina Gagloyeva, head of …, said"."""
    words = cast.words[document]
    ending = cast.ends.get((document, comma))
    start = _region_start(words, floor, comma)
    if ending and ending[0].first == start and ending[1].type == "person":
        return Subject("named", ending[0].first, ending[0].last)
    for _ in range(MOST_COMMAS):
        before = _comma_before(words, floor, comma)
        if before is None:
            return None
        start = _region_start(words, floor, before)
        found = _last_phrase(cast, document, start, before) if start < before else None
        if found is not None:
            return found
        comma = before
    return None


def _comma_before(words: Words, floor: int, comma: int) -> int | None:
    return next((i for i in range(comma - 1, floor, -1) if words.text[i] == ","), None)


def _last_phrase(cast: Cast, document: int, start: int, end: int) -> Subject | None:
    """The last phrase of a clause's opening that no preposition governs."""
    words = cast.words[document]
    phrases = phrases_in(cast, document, start, end)
    titled = phrases[-1] if phrases and phrases[-1].last == end else None
    if titled and titled.kind == "named" and _is_titled_person(cast, document, titled.first, start):
        return titled
    if titled and titled.first > start:
        opener = words.low[titled.first - 1]
        if opener in lexicon().group("time_opener"):
            return titled
    free = [p for p in phrases if not is_governed(words, start, p.first)]
    if not free:
        return None
    chosen = free[-1]
    rest = chosen.last if chosen.kind == "named" else chosen.head + 1
    if chosen.kind in ("named", "phrase") and not _only_qualifies(words, rest, end):
        return None
    return chosen


def _is_titled_person(cast: Cast, document: int, first: int, start: int) -> bool:
    """Whether a person's name follows a title: "Secretary of the Interior Ken Salazar"."""
    there = cast.at.get((document, first))
    words = cast.words[document]
    before = words.flags[first - 1] if first > start else 0
    at = first - 1
    while at > start and words.flags[at] & (CAPITAL | OFFICE | TITLE_PART | DETERMINER):
        at -= 1
    governed = at >= start and words.low[at] in _ACTED_UPON
    titled = bool(there and there[1].type == "person" and before & (CAPITAL | OFFICE))
    return titled and not governed


def _only_qualifies(words: Words, start: int, end: int) -> bool:
    """Whether words between a subject and its verb belong to the subject: "in a speech"."""
    if start >= end:
        return True
    low = words.low[start]
    if low not in lexicon().group("preposition") and low not in ("close", "familiar", "speaking"):
        return low in ("'s", "’s") or words.flags[start] & NUMBER > 0
    return not any(_is_auxiliary(words, i) for i in range(start, end))


def _is_auxiliary(words: Words, at: int) -> bool:
    low = words.low[at]
    contracted = ("'" in low or "’" in low) and bool(words.flags[at] & FUNCTION)
    return contracted or low in lexicon().group("finite")


def _first_phrase(cast: Cast, document: int, start: int, end: int) -> Subject | None:
    found = next(iter(phrases_in(cast, document, start, end)), None)
    if found is None or found.first > start + 4:
        return None
    if found.kind == "phrase":
        return Subject("phrase", found.first, _phrase_end(cast, document, found, end), found.head)
    return found


def _phrase_end(cast: Cast, document: int, phrase: Subject, end: int) -> int:
    """Where a phrase without a name ends: after "of", "in", "with" and a name."""
    words = cast.words[document]
    at = phrase.head + 1
    if at < end and words.low[at] in ("of", "in", "at", "with", "from", "for"):
        start = at + 1
        while start < end and words.flags[start] & DETERMINER:
            start += 1
        if (document, start) in cast.at:
            return min(end, cast.at[document, start][0].last)
    return at
