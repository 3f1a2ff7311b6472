"""The offices a text gives a person: before the name, after it, and in "the X of Y, NAME"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.actors.flags import (
    CALENDAR,
    CAPITAL,
    DETERMINER,
    FUNCTION,
    HONORIFIC,
    KNOWN,
    MARK,
    NUMBER,
    OFFICE,
    TITLE_PART,
)
from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.actors.groups import Group
    from corpus.actors.settle import Cast
    from corpus.actors.sightings import Sighting
    from corpus.actors.words import Words

# Longer stretches between commas are clauses, not appositions; counted in words.
LONGEST_APPOSITION = 24
# Before its first preposition an apposition has its office, within this many words.
LONGEST_OFFICE = 8
_POSSESSIVE = frozenset(["'s", "’s"])


class Role(NamedTuple):
    """An office: words ``first`` to ``last`` (exclusive), and the person it is given to."""

    document: int
    first: int
    last: int
    group: Group


def find_roles(cast: Cast) -> Iterator[Role]:
    """All offices given to persons, in reading order."""
    for (document, _), (sighting, group) in sorted(cast.at.items(), key=lambda item: item[0]):
        if group.type != "person" or sighting.kind != "name":
            continue
        words = cast.words[document]
        floor = words.sentences[sighting.sentence].first
        stop = words.sentences[sighting.sentence].last
        for span in (
            title_before(words, floor, sighting.first),
            _phrase_before(words, floor, sighting),
            _phrase_after(words, sighting, stop),
        ):
            if span is not None:
                yield Role(document, *span, group)


def title_before(words: Words, floor: int, first: int) -> tuple[int, int] | None:
    """The title right before a name: "former South Ossetian president"."""
    at = first - 1
    if at < floor or not words.flags[at] & (OFFICE | HONORIFIC):
        return None
    low = words.low[at]
    if low in lexicon().group("mere_honorific") or (
        low in _gendered() and not words.flags[at] & OFFICE
    ):
        return None
    while at > floor and _is_title_part(words, at - 1):
        at -= 1
    while at < first and words.text[at] in _POSSESSIVE:
        at += 1
    return at, first


def _gendered() -> frozenset[str]:
    return lexicon().group("honorific_m") | lexicon().group("honorific_f")


def _is_title_part(words: Words, at: int) -> bool:
    bits = words.flags[at]
    if bits & CALENDAR or words.low[at] in lexicon().group("preposition"):
        return False
    if bits & (TITLE_PART | OFFICE):
        return True
    if words.text[at] in _POSSESSIVE:
        return at > 0 and bool(words.flags[at - 1] & CAPITAL)
    if words.text[at] == "&":
        return True
    if bits & FUNCTION:
        return bool(bits & CAPITAL and bits & KNOWN and not bits & DETERMINER)
    return bool(bits & CAPITAL) or "-" in words.text[at][1:]


def _phrase_before(words: Words, floor: int, sighting: Sighting) -> tuple[int, int] | None:
    """As in "The head of the Central Bank, Alan Alborov": without the article."""
    comma = sighting.first - 1
    if comma <= floor or words.text[comma] != ",":
        return None
    start = comma
    while (
        start > floor and not words.flags[start - 1] & MARK and comma - start < LONGEST_APPOSITION
    ):
        start -= 1
    while start < comma and words.text[start] in _POSSESSIVE:
        start += 1
    start = _after_determiner(words, start, comma)
    after = words.low[sighting.last] if sighting.last < len(words.text) else "."
    if not _office_opens(words, start, comma) or _has_verb(words, start, comma) or after == "and":
        return None
    return start, comma


def _after_determiner(words: Words, start: int, end: int) -> int:
    """Where an office begins: after the last article before any preposition."""
    first = start
    prepositions = lexicon().group("preposition")
    for i in range(start, end):
        if words.low[i] in prepositions:
            break
        if words.flags[i] & DETERMINER:
            first = i + 1
    return first


def _phrase_after(words: Words, sighting: Sighting, stop: int) -> tuple[int, int] | None:
    """As in "Irina Gagloyeva, head of …": up to the next mark."""
    at = sighting.last
    if at >= stop or words.text[at] not in (",", "(", "—", "–"):
        return None
    at += 1
    if at + 1 < stop and words.flags[at] & NUMBER and words.text[at + 1] == ",":
        at += 2
    end = at
    while end < stop and end - at < LONGEST_APPOSITION and not _ends_apposition(words, end):
        end += 1
    if end == at:
        return None
    start = at + (0 if _keeps_article(words, at) else 1)
    return (start, end) if _office_opens(words, at, end) and end > start else None


def _keeps_article(words: Words, at: int) -> bool:
    return words.low[at] != "the"


def _ends_apposition(words: Words, at: int) -> bool:
    low = words.low[at]
    if low in lexicon().group("after_apposition"):
        return True
    return bool(words.flags[at] & MARK) and low not in _POSSESSIVE | {"&", "-", "/", "'", "’"}


def _has_verb(words: Words, start: int, end: int) -> bool:
    return any(words.low[i] in lexicon().group("after_apposition") for i in range(start, end))


def _office_opens(words: Words, start: int, end: int) -> bool:
    """Whether the main noun of a phrase, before its first preposition, is an office."""
    at = start
    prepositions = lexicon().group("preposition")
    while at < end and words.low[at] not in prepositions and at - start < LONGEST_OFFICE:
        if at > start and words.low[at] in ("and", "who", "that", "which"):
            break
        at += 1
    head = at - 1
    if head < start or not words.flags[head] & OFFICE:
        return False
    return not any(words.low[i] in prepositions for i in range(start, head))


def office_words(words: Words, role: Role) -> frozenset[str]:
    """The nouns for an office in a role, in lower case."""
    inside = range(role.first, role.last)
    offices = (i for i in inside if words.flags[i] & OFFICE)
    return frozenset(
        words.low[i] for i in offices if _POSSESSIVE.isdisjoint(words.text[i + 1 : i + 2])
    )
