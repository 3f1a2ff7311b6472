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

_GENDERED = ("ova", "eva", "ina", "aya")


def near_partners(a: Iterable[str], b: Iterable[str]) -> dict[str, str]:
    """For words of one set only, the nearest word of the other, if near enough.

    Words are compared within one first letter by rapidfuzz ``ratio``; words
    that both sets hold have themselves and look for nobody.
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
    offers = _by_letter(offered)
    for letter, words in _by_letter(seeking).items():
        choices = offers.get(letter)
        if not choices:
            continue
        ratios = process.cdist(words, choices, scorer=fuzz.ratio, score_cutoff=CUTOFF)
        best = ratios.argmax(axis=1)
        for row, word in enumerate(words):
            partner = choices[int(best[row])]
            if ratios[row, best[row]] and not _differ_by_gender(word, partner):
                partners[word] = partner
    return partners


def _by_letter(words: set[str]) -> Mapping[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= SHORTEST and word.isalpha():
            groups[word[0]].append(word)
    return groups


def _differ_by_gender(one: str, other: str) -> bool:
    """Slavic family names: Gagloev is not Gagloyeva."""
    return one.endswith(_GENDERED) != other.endswith(_GENDERED)
