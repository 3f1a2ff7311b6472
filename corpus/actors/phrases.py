"""Phrases for somebody who can speak, in a stretch of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.actors.flags import (
    CALENDAR,
    CAPITAL,
    DETERMINER,
    FUNCTION,
    MARK,
    NUMBER,
    OFFICE,
    PRONOUN,
    SPEAKER,
    TITLE_PART,
    VERB,
)
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from corpus.actors.settle import Cast
    from corpus.actors.words import Words

Kind = Literal["named", "pronoun", "phrase", "same"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks: words ``first`` to ``last`` (exclusive); head is the phrase's main word.

    ``named`` words are a sighting's own, a ``pronoun`` is to be resolved, a
    ``phrase`` names nobody, ``same`` stands for the speaker of the verb before.
    """

    kind: Kind
    first: int
    last: int
    head: int = -1


def phrases_in(cast: Cast, document: int, start: int, end: int) -> list[Subject]:
    """The phrases for somebody who can speak, in reading order."""
    words = cast.words[document]
    found: list[Subject] = []
    at = start
    while at < end:
        there = cast.at.get((document, at))
        low = words.low[at]
        if there is not None and there[0].last <= end:
            owner = _owner_or_title(cast, document, there[0].last, end)
            if owner is None:
                found.append(Subject("named", at, there[0].last))
                at = there[0].last
                continue
        if low in lexicon().group("subject_pronoun"):
            found.append(Subject("pronoun", at, at + 1))
        elif low in lexicon().group("possessive") and _owns_words(words, at + 1, end):
            found.append(Subject("pronoun", at, at + 1))
            return found
        elif _is_head(words, at, end) and not words.flags[at] & CAPITAL:
            first = phrase_start(words, start, at)
            if first < at or is_plural(low):
                found.append(Subject("phrase", first, end, at))
        elif _is_head(words, at, end) and at == start:
            found.append(Subject("phrase", at, end, at))
        at += 1
    return found


def is_plural(low: str) -> bool:
    """Whether a noun, in lower case, stands for more than one."""
    return low.endswith("s") or low in ("police", "people", "men", "women", "prosecution", "media")


def _owner_or_title(cast: Cast, document: int, last: int, end: int) -> int | None:
    """The head noun when a name only stands before it: "Kremlin spokesman"."""
    words = cast.words[document]
    i = last
    while i < end and (words.text[i] in ("'s", "’s") or _is_modifier(words, i)):
        if _is_head(words, i, end) and not words.flags[i] & CAPITAL:
            return i
        i += 1
    if i < end and _is_head(words, i, end) and not words.flags[i] & CAPITAL:
        return i
    return None


def _owns_words(words: Words, at: int, end: int) -> bool:
    from corpus.actors.verbs import reporting_nouns

    return any(words.low[i] in reporting_nouns() for i in range(at, min(end, at + 3)))


def _is_head(words: Words, at: int, end: int) -> bool:
    """Whether a word is the main noun of a phrase for somebody who can speak."""
    if not words.flags[at] & (SPEAKER | OFFICE):
        return False
    after = at + 1
    if after >= end:
        return True
    owns = words.text[after] in ("'s", "’s", "'", "’")
    return not (owns or words.flags[after] & (SPEAKER | OFFICE) or _is_name_start(words, after))


def _is_name_start(words: Words, at: int) -> bool:
    return bool(words.flags[at] & CAPITAL) and not words.flags[at] & CALENDAR


def _is_modifier(words: Words, at: int) -> bool:
    low = words.low[at]
    bits = words.flags[at]
    return (
        bool(bits & (TITLE_PART | CAPITAL | NUMBER | SPEAKER | OFFICE))
        or low in lexicon().group("modifier")
        or "-" in low
    )


def phrase_start(words: Words, floor: int, head: int) -> int:
    """Where the phrase of a head noun begins, its determiner included."""
    at = head
    while at > floor and _is_modifier(words, at - 1) and not words.flags[at - 1] & DETERMINER:
        at -= 1
    reach = at
    while reach > max(floor, at - 4) and _may_describe(words, reach - 1):
        reach -= 1
    if reach > floor and words.flags[reach - 1] & DETERMINER:
        return reach - 1
    if reach > floor and words.text[reach - 1] in ("'s", "’s"):
        owner = reach - 1
        while owner > floor and words.flags[owner - 1] & (CAPITAL | SPEAKER | OFFICE):
            owner -= 1
        return owner - (owner > floor and bool(words.flags[owner - 1] & DETERMINER))
    return at


def _may_describe(words: Words, at: int) -> bool:
    bits = words.flags[at]
    return (
        not bits & (MARK | FUNCTION | VERB | DETERMINER | PRONOUN) and words.text[at][0].isalpha()
    )


def is_governed(words: Words, start: int, first: int) -> bool:
    """Whether a preposition stands before a phrase: "in Moscow", "of the party"."""
    at = first - 1
    while at >= start and (
        words.flags[at] & (DETERMINER | TITLE_PART | OFFICE | CAPITAL) or _is_modifier(words, at)
    ):
        at -= 1
    low = words.low[at] if at >= start else ""
    return low in lexicon().group("preposition") or (len(low) > 5 and low.endswith("ing"))
