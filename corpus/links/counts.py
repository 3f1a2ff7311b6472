"""The counts in a passage: how many of what, and what befell them if they are persons."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from corpus.links.lexicon import lexicon
from corpus.links.stem import stem
from corpus.links.tokens import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.frames import Hit
    from corpus.links.tokens import Token

_REACH = 3
"""So many words on from a number the persons it counts are looked for: 118 tired young men."""

_NEAR = 40
"""Within so many letters of a count stands the word for what befell the counted."""

_STOPS = re.compile(r"[.,;:!?()\[\]–—]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = re.compile(r"\b(?:in|since|from|until|before|after|during)\s+$", re.IGNORECASE)


class Count(NamedTuple):
    """How many of a thing; ``fates`` are the frames of what befell persons."""

    number: str
    thing: str
    person: bool
    fates: frozenset[str]
    words: str


def find_counts(passage: str, words: Sequence[Token], hits: Sequence[Hit]) -> tuple[Count, ...]:
    """The counts of one passage, given its content words and its uses of frames."""
    fates = [hit for hit in hits if hit.frame in lexicon().fate]
    found = (_count(passage, words, run, fates) for run in _numbers(passage, words))
    return tuple(count for count in found if count is not None)


def differing(a: Sequence[Count], b: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Counts of the same thing that differ, each thing once.

    Persons are the same where the same befell them; where that is not said,
    where they are called the same, or one side just says people. Where one number of the
    thing stands on both sides, its others do not differ.
    """
    told: set[str] = set()
    for one, other in product(a, b):
        if not {one.thing, other.thing} & told and _same(one, other):
            told |= {one.thing, other.thing}
            here = {count.number for count in a if _same(count, other)}
            if not here & {count.number for count in b if _same(one, count)}:
                yield one, other


def _same(one: Count, other: Count) -> bool:
    if one.person and other.person:
        if one.fates and other.fates:
            return bool(one.fates & other.fates)
        things, anybody = {one.thing, other.thing}, stems_of("people")
        return len(things) == 1 or (stem("people") in things and things <= anybody)
    return one.thing == other.thing


def _numbers(passage: str, words: Sequence[Token]) -> Iterator[range]:
    """Where numbers stand among the words; for the word one, which is none, an empty range."""
    for at, word in enumerate(words):
        if word.key.kind == "number":
            yield range(at, at + 1)
        elif _after_one(passage, word.start):
            yield range(at, at)


def _count(
    passage: str, words: Sequence[Token], number: range, fates: Sequence[Hit]
) -> Count | None:
    counted = _counted(passage, words, number.stop)
    if counted is None or _is_year(passage, words, number):
        return None
    start, end = words[number.start].start, counted.end
    if not number:
        start -= len("one ")
    person = counted.key.stem in stems_of("person") or counted.start in {h.start for h in fates}
    thing = counted.key.stem if person else counted.key.family
    value = words[number.start].key.stem if number else "1"
    return Count(value, thing, person, _befell(start, end, fates), passage[start:end])


def _counted(passage: str, words: Sequence[Token], at: int) -> Token | None:
    """What is counted from word ``at`` on: persons within reach, else that word."""
    run: list[Token] = []
    for before, token in zip((None, *words)[at:], words[at : at + _REACH], strict=False):
        gap = passage[before.end if before else 0 : token.start]
        if token.key.kind in ("number", "date") or _STOPS.search(gap):
            break
        run.append(token)
    persons = (token for token in run if token.key.stem in stems_of("person"))
    return next(persons, run[0] if run else None)


def _after_one(passage: str, start: int) -> bool:
    """Whether the word one, which carries no content elsewhere, stands just before."""
    before = start - len("one ")
    is_one = before >= 0 and passage.endswith(("one ", "One "), 0, start)
    return is_one and not passage[:before][-1:].isalpha()


def _is_year(passage: str, words: Sequence[Token], number: range) -> bool:
    if len(number) != 1:
        return False
    token = words[number.start]
    before = _BEFORE_YEAR.search(passage[: token.start])
    return before is not None and bool(_YEAR.fullmatch(passage[token.start : token.end]))


def _befell(start: int, end: int, fates: Sequence[Hit]) -> frozenset[str]:
    """The fates told nearest to a count."""
    far = [(max(0, hit.start - end, start - hit.end), hit.frame) for hit in fates]
    least = min(far, default=(_NEAR + 1, ""))[0]
    return frozenset(frame for distance, frame in far if distance == least <= _NEAR)
