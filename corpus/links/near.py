"""Words that are nearly spelled alike: each finds its best partner in the other text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CUTOFF = 88.0
"""rapidfuzz ratio: Davydenko and Davyenko meet at 94, Austria and Australia part at 87."""

SHORTEST = 5
"""Shorter words differ by one letter too easily (Iran, Iraq)."""

LONGEST = 40
"""Longer ones are no words, and comparing them takes their length squared."""

COMPARISONS = 100_000_000
"""Up to so many pairs of words the first letter alone must agree, beyond it the first three;
groups of a tenth of that are passed over. A million strange words stay within bounds."""

_GENDERED = ("ova", "eva", "ina", "aya")


def near_partners(a: Iterable[str], b: Iterable[str]) -> dict[str, str]:
    """For words of one set only, the nearest word of the other, if near enough.

    Words of one beginning are compared by rapidfuzz ``ratio``; words that both
    sets hold have themselves and look for nobody.
    """
    left, right = set(a), set(b)
    partners = _best(left - right, right)
    for word, partner in _best(right - left, left).items():
        if partner not in partners:
            partners[word] = partner
    return partners


def _best(seeking: set[str], offered: set[str]) -> dict[str, str]:
    from rapidfuzz import fuzz, process

    partners: dict[str, str] = {}
    letters = 1 if len(seeking) * len(offered) <= COMPARISONS else 3
    offers = _by_start(offered, letters)
    for start, words in _by_start(seeking, letters).items():
        choices = offers.get(start, ())
        if not choices or len(words) * len(choices) > COMPARISONS // 10:
            continue
        ratios = process.cdist(words, choices, scorer=fuzz.ratio, score_cutoff=CUTOFF)
        best = ratios.argmax(axis=1)
        for row, word in enumerate(words):
            partner = choices[int(best[row])]
            if ratios[row, best[row]] and not _differ_by_gender(word, partner):
                partners[word] = partner
    return partners


def _by_start(words: set[str], letters: int) -> Mapping[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if SHORTEST <= len(word) <= LONGEST and word.isalpha():
            groups[word[:letters]].append(word)
    return groups


def _differ_by_gender(one: str, other: str) -> bool:
    """Slavic family names: Gagloev is not Gagloyeva."""
    return one.endswith(_GENDERED) != other.endswith(_GENDERED)
