"""What a passage commits itself to: negations, counts, days and months."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpus.links.lexicon import lexicon
from corpus.links.tokens import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.links.tokens import Token


class Claims(NamedTuple):
    """``counted`` maps each thing to its numbers and how they are written; dates likewise."""

    negations: tuple[str, ...]
    counted: Mapping[str, Mapping[str, str]]
    days: Mapping[str, str]
    months: Mapping[str, str]


class Difference(NamedTuple):
    """What two passages do not agree on, and what each says."""

    kind: str
    a: str
    b: str


def find_claims(passage: str, words: Sequence[Token]) -> Claims:
    """The claims of one passage, given its content words."""
    negations = lexicon().negation
    return Claims(
        tuple(word for word in plain_words(passage) if word in negations),
        _counted(passage, words),
        _dated(passage, words, lexicon().weekday),
        _dated(passage, words, lexicon().month),
    )


def differences(a: Claims, b: Claims) -> Iterator[Difference]:
    """Numbers of the same thing (16 people, 18 people), days and months that differ."""
    for thing in (thing for thing in a.counted if thing in b.counted):
        yield from _differ("number-differs", a.counted[thing], b.counted[thing])
    yield from _differ("day-differs", a.days, b.days)
    yield from _differ("month-differs", a.months, b.months)


def _differ(kind: str, a: Mapping[str, str], b: Mapping[str, str]) -> Iterator[Difference]:
    if a and b and not a.keys() & b.keys():
        yield Difference(kind, next(iter(a.values())), next(iter(b.values())))


def _counted(passage: str, words: Sequence[Token]) -> Mapping[str, Mapping[str, str]]:
    counted: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for number, thing in pairwise(words):
        if number.key.kind == "number" and thing.key.kind not in ("number", "date"):
            counted[thing.key.family][number.key.stem] = passage[number.start : thing.end]
    return counted


def _dated(passage: str, words: Sequence[Token], names: frozenset[str]) -> Mapping[str, str]:
    return {
        token.key.stem: passage[token.start : token.end]
        for token in words
        if token.key.kind == "date" and token.key.stem in names
    }
