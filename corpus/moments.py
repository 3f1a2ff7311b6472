"""Whether several texts speak of the same moment, and what in them says that they may not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from corpus.actors import similar_names
from corpus.actors.drift import drift, shared_offices
from corpus.actors.model import Excerpt
from corpus.actors.offices import group as group_of
from corpus.dates import bounds, calendar_day
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from corpus.actors.model import Actor
    from corpus.text import Document

KINDS = frozenset({"different-moments", "page-stamp", "similar-names"})
"""The kinds of notices given here."""

# Accounts of one event seldom lie further apart than this, in days.
FARTHEST_DAYS = 14
# A word for when belongs to the nearest words of its sentence, at most so many letters away.
NEAR_LETTERS = 40
# Words that begin with the same letters, so many, are taken for forms of one word.
STEM_LETTERS = 6
# More signs than this are not told in one sentence.
MOST_SIGNS = 3

_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATES = (
    re.compile(_MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"),
    re.compile(
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+" + _MONTH + r",?\s+(?P<year>(?:19|20)\d\d)\b"
    ),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WORD = re.compile(r"[^\W\d_]{6,}")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader should know before trusting a comparison; ``words`` is one sentence."""

    kind: str
    words: str
    evidence: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to think that texts describe different moments, as part of a sentence."""

    words: str
    evidence: tuple[Excerpt, ...]


def find_moments(
    documents: Sequence[Document], actors: Sequence[Actor], signs: Sequence[Sign] | None = None
) -> tuple[Notice, ...]:
    """What warns the reader: different moments first, then page stamps, then similar names.

    A page stamp is never taken for the date of a text. Nothing but the texts'
    own words, and dates the reader has given, is used.

    Args:
        documents: those of the story.
        actors: who is in them.
        signs: as ``find_signs`` gives them, where they are known.
    """
    known = find_signs(documents) if signs is None else signs
    inside = [*_office_drift(actors), *_office_holders(actors)]
    every = sorted([*inside, *known], key=lambda sign: bool(sign.evidence))  # what is known first
    moments = [_different_moments(every)] if every else []
    return (*moments, *_stamps(documents), *_alike(actors))


def find_signs(documents: Sequence[Document]) -> tuple[Sign, ...]:
    """What in the texts, whoever is in them, says that they describe different moments."""
    return (
        *_near_and_far(documents),
        *_known_dates(documents),
        *_written_dates(documents),
        *_weekdays(documents),
    )


def _different_moments(signs: Sequence[Sign]) -> Notice:
    told = "; ".join(sign.words for sign in signs[:MOST_SIGNS])
    evidence = tuple(place for sign in signs for place in sign.evidence)
    return Notice(
        "different-moments", f"These texts may describe different moments: {told}.", evidence
    )


# -- offices


def _office_drift(actors: Sequence[Actor]) -> Iterator[Sign]:
    """One actor under different offices in different texts."""
    for actor in actors:
        for one, other in drift(actor, lambda office: office.is_one_of_a_kind):
            words = f"{actor.name}’s office differs ({one.text} / {other.text})"
            yield Sign(words, (one, other))


def _office_holders(actors: Sequence[Actor]) -> Iterator[Sign]:
    """One office under different holders in different texts."""
    names = {actor.id: actor.name for actor in actors}
    for one, other in (pair for office in shared_offices(actors) for pair in office.apart):
        first = f"{names[one.actor]} is “{one.role.text}” in {one.role.document}"
        second = f"{names[other.actor]} “{other.role.text}” in {other.role.document}"
        yield Sign(f"{first}, {second}", (one.role, other.role))


# -- just now, and long ago


def _near_and_far(documents: Sequence[Document]) -> Iterator[Sign]:
    """One thing that happened just now in one text and long ago in another."""
    told: set[str] = set()
    for one, other in combinations(documents, 2):
        for near, far in ((one, other), (other, one)):
            recent = _dated_words(near, "recent")
            distant = _dated_words(far, "distant")
            for stem in sorted(recent.keys() & distant.keys() - told):
                told.add(stem)
                a, b = recent[stem], distant[stem]
                words = f"{b[0]} is “{b[1].text}” in {far.id}, “{a[1].text}” in {near.id}"
                yield Sign(words, (a[1], b[1]))


def _dated_words(document: Document, group: str) -> dict[str, tuple[str, Excerpt]]:
    """The longer words near a word for when, by how they begin, with that word's place."""
    found: dict[str, tuple[str, Excerpt]] = {}
    pattern = _when(group)
    for passage, wording in zip(document.passages, document.wording, strict=True):
        for match in pattern.finditer(wording):
            span = Span(match.start(), match.end()).shifted(passage.span.start)
            place = Excerpt(document.id, span.start, span.end, document.quote(span))
            for word in _WORD.finditer(wording):
                gap = max(word.start() - match.end(), match.start() - word.end())
                if 0 <= gap <= NEAR_LETTERS and word.group().islower():
                    found.setdefault(word.group()[:STEM_LETTERS], (word.group(), place))
    return found


@cache
def _when(group: str) -> re.Pattern[str]:
    longest_first = sorted(group_of(group), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


# -- dates


def _known_dates(documents: Sequence[Document]) -> Iterator[Sign]:
    """One text before another, by the dates that the catalogue or the reader gives."""
    dated = [(d, when) for d in documents if d.date and (when := bounds(d.date))]
    for one, other in combinations(dated, 2):
        for (early, first), (late, then) in ((one, other), (other, one)):
            if (then[0] - first[1]).days > FARTHEST_DAYS:
                yield Sign(f"{early.id} ({early.date}) precedes {late.id} ({late.date})", ())


def _written_dates(documents: Sequence[Document]) -> Iterator[Sign]:
    """Full dates in the texts, none of one near any of the other."""
    found = [(d, list(_full_dates(d))) for d in documents]
    for (a, ones), (b, others) in combinations(found, 2):
        gaps = [(abs((x - y).days), p, q) for x, p in ones for y, q in others]
        if gaps and min(gap for gap, _, _ in gaps) > FARTHEST_DAYS:
            _, one, other = min(gaps, key=lambda gap: gap[0])
            yield Sign(f"{a.id} speaks of {one.text}, {b.id} of {other.text}", (one, other))


def _full_dates(document: Document) -> Iterator[tuple[date, Excerpt]]:
    for passage, wording in zip(document.passages, document.wording, strict=True):
        for pattern in _DATES:
            for match in pattern.finditer(wording):
                when = calendar_day(match["year"], match["month"], match["day"])
                if when is not None:
                    span = Span(match.start(), match.end()).shifted(passage.span.start)
                    yield when, Excerpt(document.id, span.start, span.end, document.quote(span))


def _weekdays(documents: Sequence[Document]) -> Iterator[Sign]:
    """Texts that speak of one weekday each, and not of the same."""
    named = [(d, days) for d in documents if (days := _named_days(d))]
    for (a, ones), (b, others) in combinations(named, 2):
        if len(ones) == len(others) == 1 and ones.keys() != others.keys():
            one, other = next(iter(ones.values())), next(iter(others.values()))
            yield Sign(f"{a.id} speaks of {one.text}, {b.id} of {other.text}", (one, other))


def _named_days(document: Document) -> dict[str, Excerpt]:
    found: dict[str, Excerpt] = {}
    for passage, wording in zip(document.passages, document.wording, strict=True):
        for match in _WEEKDAY.finditer(wording):
            span = Span(match.start(), match.end()).shifted(passage.span.start)
            place = Excerpt(document.id, span.start, span.end, document.quote(span))
            found.setdefault(match.group(), place)
    return found


# -- what else to know


def _stamps(documents: Sequence[Document]) -> Iterator[Notice]:
    for document in documents:
        for fact in document.facts:
            if fact.kind == "page-stamp" and fact.span:
                place = Excerpt(
                    document.id, fact.span.start, fact.span.end, document.quote(fact.span)
                )
                words = f"{document.id} bears a page stamp, {fact.value}, no publication date."
                yield Notice("page-stamp", words, (place,))


def _alike(actors: Sequence[Actor]) -> Iterator[Notice]:
    by_id = {actor.id: actor for actor in actors}
    for pair in similar_names(actors):
        first = [m for key in (pair.one, pair.other) for m in by_id[key].mentions[:1]]
        evidence = tuple(Excerpt(m.document, m.start, m.end, m.text) for m in first)
        yield Notice("similar-names", pair.words, evidence)
