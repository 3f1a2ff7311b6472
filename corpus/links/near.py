"""Words that are nearly spelled alike: each finds its best partner in the other text."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from corpus.links.scripts import latin
from corpus.links.stem import family

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


class _Near(NamedTuple):
    """A word, the nearest word of the other text, and how alike they are."""

    word: str
    partner: str
    ratio: float


def near_partners(a: Iterable[str], b: Iterable[str]) -> dict[str, str]:
    """For words of one set only, the nearest word of the other, if near enough.

    Words of one beginning are compared by rapidfuzz ``ratio``, those of other
    scripts in Latin letters; words that both sets hold have themselves and
    look for nobody. No word that has a partner is one: the nearest are paired
    first, and which set is named first is all one.
    """
    left, right = set(a), set(b)
    found = [*_nearest(left - right, right), *_nearest(right - left, left)]
    sought = Counter(near.partner for near in found)
    partners: dict[str, str] = {}
    taken: set[str] = set()
    for word, partner, _ in sorted(found, key=lambda near: _order(near, sought)):
        if word not in taken and partner not in partners:
            partners[word] = partner
            taken.add(partner)
    return partners


def _order(near: _Near, sought: Mapping[str, int]) -> tuple[float, list[str], int, str]:
    """The nearest first; of two that seek each other, the one whose partner more others seek."""
    pair = sorted((near.word, near.partner))
    return -near.ratio, pair, -sought[near.partner], near.word


def _nearest(seeking: set[str], offered: set[str]) -> Iterator[_Near]:
    from rapidfuzz import fuzz, process

    letters = 1 if len(seeking) * len(offered) <= COMPARISONS else 3
    offers = _by_start(offered, letters)
    for start, words in _by_start(seeking, letters).items():
        choices = offers.get(start, ())
        if not choices or len(words) * len(choices) > COMPARISONS // 10:
            continue
        spelled = (list(map(_latin, group)) for group in (words, choices))
        ratios = process.cdist(*spelled, scorer=fuzz.ratio, score_cutoff=CUTOFF)
        best: list[int] = ratios.argmax(axis=1).tolist()
        for row, word in enumerate(words):
            partner, ratio = choices[best[row]], float(ratios[row, best[row]])
            if ratio and not _differ_by_gender(word, partner):
                yield _Near(word, partner, ratio)


def _by_start(words: set[str], letters: int) -> Mapping[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        plain = _latin(word)
        if SHORTEST <= len(plain) <= LONGEST and plain.isalpha():
            groups[plain[:letters]].append(word)
    return groups


def _latin(word: str) -> str:
    return word if word.isascii() else family(latin(word))


def _differ_by_gender(one: str, other: str) -> bool:
    """Slavic family names: Gagloev is not Gagloyeva, but Гаглоева may be a case of Гаглоев."""
    same_script = one.isascii() == other.isascii()
    return same_script and one.endswith(_GENDERED) != other.endswith(_GENDERED)
