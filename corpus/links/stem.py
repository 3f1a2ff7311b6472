"""Forms of one English word brought to one key, by rule.

``stem`` undoes inflection (joined, joining, joins: join); ``family`` also
undoes derivation (recognition, recognize: recogn). Both give keys to compare,
not words to show. The steps follow the plan of Porter's "An algorithm for
suffix stripping" (1980), with fewer rules and a table of irregular forms.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.links.lexicon import lexicon

_VOWEL = re.compile("[aeiouy]")
_SHORT = re.compile("[^aeiou]*[aeiouy][^aeiouwxy]")
"""One vowel before one consonant, as in fir, plan, trad: with a final e another word."""

_SPEED = re.compile("^[^aeiou]*eed$|ceed$")
"""Words that end in -eed themselves: need, speed, succeed."""

_SIBILANT = ("sses", "shes", "ches", "xes", "zes")
_NO_PLURAL = ("ss", "us", "is")
_BRITISH = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        ("(?<=...)our$", "or"),  # harbour, not flour
        ("(?<=..)([tb])r$", r"\1er"),  # centre, without its e
        ("(?<=..)enc$", "ens"),  # defence
        ("(?<=..[^aeiou])is$", "iz"),  # organise
        ("(?<=..)lys$", "lyz"),  # analyse
        ("(?<=..)ogu$", "og"),  # catalogue
        ("gramm$", "gram"),  # programme
        ("(?<=...[aeiou])ll$", "l"),  # travelled, not shelled
    )
)
"""Ends of British keys, and the American ones."""

_MAY_BE_BRITISH = ("our", "tr", "br", "enc", "is", "ys", "ogu", "gramm", "ll")

_SHORTEST = 4
"""Shorter words are left as they are: cutting them joins strangers."""

_SHORTEST_ROOT = 5
"""Shorter roots name too much: threat is not three."""


@cache
def stem(word: str) -> str:
    """The key that all inflected forms of ``word`` (in lower case) share."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    word = lexicon().irregular.get(word, word)
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    word = _american(_without_final_e(_without_verb_ending(_without_plural(word))))
    return word[:-1] + "i" if len(word) >= _SHORTEST and word.endswith("y") else word


@cache
def family(word: str) -> str:
    """The key that a word shares with the words derived from it."""
    key = stem(word)
    suffixes = lexicon().suffixes
    first = max(_SHORTEST_ROOT, len(key) - _longest_suffix())
    for root in range(first, len(key)):  # the shortest root has the longest suffix
        if key[root:] in suffixes:
            return _american(key[:root])
    return key


@cache
def _longest_suffix() -> int:
    """How far from its end a word, which may be a megabyte of letters, is looked at."""
    return max(map(len, lexicon().suffixes))


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_NO_PLURAL):
        return word[:-1]
    return word


def _without_verb_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    if word.endswith("eed"):
        return word if _SPEED.search(word) else word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST - 1 and _VOWEL.search(rest):
            return _restored(rest)
    return word


def _restored(rest: str) -> str:
    """What stood before -ing or -ed: ``stopp`` stop, ``fir`` fire; ``fall`` and ``buzz`` stay."""
    if len(rest) >= _SHORTEST and rest[-1] == rest[-2] and rest[-1] not in "elsz":
        return rest[:-1]
    return rest + "e" if _SHORT.fullmatch(rest) else rest


def _without_final_e(word: str) -> str:
    """``decide`` to ``decid``; ``plane`` stays, lest it be taken for ``plan``."""
    rest = word.removesuffix("e")
    return word if len(rest) < _SHORTEST - 1 or _SHORT.fullmatch(rest) else rest


def _american(key: str) -> str:
    """One key for both spellings; where there is but one, any key will do."""
    if key.endswith(_MAY_BE_BRITISH):
        for end, american in _BRITISH:
            key = end.sub(american, key)
    return key
