"""Where the words of a long text stand, to find quickly where some words may stand together."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from heapq import nlargest
from math import log

from corpus.notes.normalise import lower

_WORD = re.compile(r"\w+")
_STEM = 5  # letters by which a word is known, so that its other forms are found too
_COMMON = 400  # a word that stands more often than this says nothing about the place
_WANTED = 4  # common words asked about when there are no others
_ASKED = 24  # the rarest words asked about
_NEXT = 0.999  # a vote for the bin behind, so that a place between two bins gets both
_BIN = 64  # code points; a few insertions do not carry a place out of two bins

Index = dict[str, list[int]]


@lru_cache(maxsize=8)
def index_of(text: str) -> Index:
    """The offsets of each stem in a text; kept for the last few texts."""
    index: Index = {}
    for match in _WORD.finditer(lower(text)):
        index.setdefault(match.group()[:_STEM], []).append(match.start())
    return index


def likely_starts(words: str, text: str, most: int) -> list[int]:
    """Offsets near which ``words`` may begin in ``text``, the likeliest first.

    Each rare word votes for the place where the whole would begin if the
    word stood where it does (a Hough transform over one dimension).
    """
    index = index_of(text)
    votes: defaultdict[int, float] = defaultdict(float)
    for at, stem in _rarest(words, index):
        weight = log(1 + len(text) / len(index[stem]))
        for place in {(found - at) // _BIN for found in index[stem]}:
            votes[place] += weight
            votes[place + 1] += weight * _NEXT
    return [place * _BIN for place in _apart(votes, most)]


def _apart(votes: dict[int, float], most: int) -> list[int]:
    """The bins with most votes, none beside another."""
    chosen: list[int] = []
    for place in nlargest(3 * most, votes, key=votes.__getitem__):
        if len(chosen) < most and not {place - 1, place + 1} & set(chosen):
            chosen.append(place)
    return chosen


def _rarest(words: str, index: Index) -> list[tuple[int, str]]:
    """The words that are rarest in the text, with their offsets; common ones for want of others."""
    stems = [(m.start(), m.group()[:_STEM]) for m in _WORD.finditer(lower(words))]
    known = [(at, stem) for at, stem in stems if stem in index]
    known.sort(key=lambda pair: len(index[pair[1]]))
    rare = [pair for pair in known[:_ASKED] if len(index[pair[1]]) <= _COMMON]
    return rare or known[:_WANTED]
