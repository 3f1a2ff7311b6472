"""The passages most like words that are lost: where a note could stand now, for a reader to say."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from corpus.notes.normalise import lower

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.notes.model import Target
    from corpus.text import Document, Passage

_WORD = re.compile(r"\w+")
_STEM = 5  # letters by which a word is known, so that its other forms are found too
_MISSED, _MORE = 0.8, 0.2  # what words of the quotation cost that are not there, and words beyond
_AROUND = 0.25  # what the words that stood around count for, against those that were noted
_PLACE = 0.05  # … and the old place, so that of equals the nearest comes first


class _Words(NamedTuple):
    """The stems of a text's passages: which passages have each, and the weight of each passage."""

    holders: Mapping[str, Sequence[int]]
    rarity: Mapping[str, float]
    weights: Sequence[float]


def nearest_passages(target: Target, document: Document, n: int = 3) -> tuple[Passage, ...]:
    """The ``n`` passages most like a target's words, the likest first; fewer in a short text.

    Likeness is the Tversky index over word stems, each weighed by its
    rarity in the document (A. Tversky, "Features of similarity", 1977). The
    words that stood around count for a little, and so does the old place.
    """
    words = _words_of(document.wording)
    quote = _likeness(target.quote, words)
    around = _spread(_likeness(_context(target), words), len(words.weights))
    size = max(1, len(document.text))

    def score(index: int) -> float:
        away = abs(document.passages[index].span.start - min(target.start, size)) / size
        return quote[index] + _AROUND * around[index] - _PLACE * away

    ranked = sorted(range(len(words.weights)), key=score, reverse=True)
    return tuple(document.passages[index] for index in ranked[:n])


@lru_cache(maxsize=8)
def _words_of(wording: tuple[str, ...]) -> _Words:
    """The stems of a text's passages; kept for the last few texts."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(wording):
        for stem in _stems(passage):
            holders[stem].append(index)
    rarity = {stem: log(1 + len(wording) / len(found)) for stem, found in holders.items()}
    weights = [sum(rarity[stem] for stem in _stems(passage)) for passage in wording]
    return _Words(holders, rarity, weights)


def _likeness(quote: str, words: _Words) -> defaultdict[int, float]:
    """How like each passage is to a quotation, in [0, 1]: 0 where nothing is shared."""
    unknown = log(1 + len(words.weights))  # a word that stands nowhere is as rare as can be
    stems = _stems(quote)
    whole = sum(words.rarity.get(stem, unknown) for stem in stems)
    shared: defaultdict[int, float] = defaultdict(float)
    for stem in stems:
        for index in words.holders.get(stem, ()):
            shared[index] += words.rarity[stem]
    likeness = {i: _tversky(s, whole, words.weights[i]) for i, s in shared.items()}
    return defaultdict(float, likeness)


def _tversky(shared: float, quote: float, passage: float) -> float:
    return shared / (shared + _MISSED * (quote - shared) + _MORE * (passage - shared))


def _spread(found: defaultdict[int, float], size: int) -> Sequence[float]:
    """For each passage the best of its own likeness and its two neighbours'."""
    return [max(found[at] for at in (i - 1, i, i + 1)) for i in range(size)]


def _stems(words: str) -> Iterable[str]:
    return dict.fromkeys(match.group()[:_STEM] for match in _WORD.finditer(lower(words)))


def _context(target: Target) -> str:
    return f"{target.lead}{target.prefix} {target.suffix}{target.trail}"
