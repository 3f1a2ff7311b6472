"""What a passage commits itself to: negations, counts and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.links.counts import differing, find_counts
from corpus.links.lexicon import lexicon
from corpus.links.tokens import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.frames import Hit
    from corpus.links.counts import Count
    from corpus.links.tokens import Token


class Claims(NamedTuple):
    """``days``, ``months`` and ``dates``, days of a month, map each to how it is told."""

    negations: tuple[str, ...]
    counts: tuple[Count, ...]
    days: Mapping[str, str]
    months: Mapping[str, str]
    dates: Mapping[str, str]


class Difference(NamedTuple):
    """What two passages do not agree on, and what each says."""

    kind: str
    a: str
    b: str


def find_claims(passage: str, words: Sequence[Token], hits: Sequence[Hit]) -> Claims:
    """The claims of one passage, given its content words and its uses of frames."""
    negations = lexicon().negation
    return Claims(
        tuple(word for word in plain_words(passage) if word in negations),
        find_counts(passage, words, hits),
        _dated(passage, words, lexicon().weekday),
        _dated(passage, words, lexicon().month),
        {
            t.key.stem: t.key.stem.title()
            for t in words
            if t.key.kind == "date" and " " in t.key.stem
        },
    )


def differences(a: Claims, b: Claims) -> Iterator[Difference]:
    """Counts of the same thing (16 people, 18 passengers), days, months and dates that differ."""
    for one, other in differing(a.counts, b.counts):
        yield Difference("number-differs", one.words, other.words)
    yield from _differ("day-differs", a.days, b.days)
    yield from _differ("month-differs", a.months, b.months)
    if a.months.keys() & b.months.keys():
        yield from _differ("date-differs", a.dates, b.dates)


def _differ(kind: str, a: Mapping[str, str], b: Mapping[str, str]) -> Iterator[Difference]:
    if a and b and not a.keys() & b.keys():
        yield Difference(kind, next(iter(a.values())), next(iter(b.values())))


def _dated(passage: str, words: Sequence[Token], names: frozenset[str]) -> Mapping[str, str]:
    return {
        token.key.stem: passage[token.start : token.end]
        for token in words
        if token.key.kind == "date" and token.key.stem in names
    }
