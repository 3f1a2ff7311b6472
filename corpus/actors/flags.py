"""What one word may be, as bits: by the lexicon and by its letters."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.actors.lexicon import lexicon
from corpus.actors.spelling import plain_letters
from corpus.actors.verbs import verb_starts

# What a word may be: bits, for a word can be several things.
CAPITAL, COMMON, FUNCTION, GIVEN = 1, 2, 4, 8
SURNAME, HONORIFIC, OFFICE, TITLE_PART = 16, 32, 64, 128
BODY, SITE, THING, KNOWN = 256, 512, 1024, 2048
CALENDAR, PARTICLE, INITIAL, PRONOUN = 4096, 8192, 16384, 32768
SPEAKER, MARK, ACRONYM, DETERMINER = 65536, 131072, 262144, 524288
ANAPHOR, VERB, NUMBER, QUOTE = 1048576, 2097152, 4194304, 8388608
TITLE = HONORIFIC | OFFICE


# What is longer is no word of any language's news.
LONGEST_WORD = 80

_GROUP_BITS = (
    ("function", FUNCTION),
    ("honorific_m", HONORIFIC),
    ("honorific_f", HONORIFIC),
    ("honorific_n", HONORIFIC),
    ("office", OFFICE),
    ("title_part", TITLE_PART),
    ("body", BODY),
    ("site", SITE),
    ("thing", THING),
    ("particle", PARTICLE),
    ("pronoun_m", PRONOUN),
    ("pronoun_f", PRONOUN),
    ("speaker", SPEAKER),
    ("determiner", DETERMINER),
    ("anaphor_body", ANAPHOR),
    ("anaphor_place", ANAPHOR),
)


_CALENDAR_GROUPS = ("weekday", "month", "clock")


# An article run into a French or Italian name: d'Estaing, dell'Utri.
_ELIDED = re.compile(r"(?:d|l|dell|all|nell|sant)['’](?P<rest>[^\W\d_]\w*)")
# A given name of two syllables, as Koreans and Taiwanese write it: Geun-hye, Ing-wen.
_SYLLABLE = "(?:[b-df-hj-np-tv-z]{0,2}[aeiouy]{1,3}(?:ng|[hklmnprt])?)"
_SYLLABLES = re.compile(f"(?i:{_SYLLABLE})-{_SYLLABLE}")
# The party and state after a name: D-Calif.
_PARTY = re.compile(r"[DRI]-[A-Z][a-z]+")

QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})


@cache
def group_bits() -> dict[str, int]:
    """What each listed word may be, in lower case."""
    found: dict[str, int] = {}
    for group, bit in _GROUP_BITS:
        for word in lexicon().groups[group]:
            found[word] = found.get(word, 0) | bit
    return found


@lru_cache(maxsize=32768)
def word_bits(word: str) -> int:
    """What one word may be, by the lexicon and by its letters."""
    if len(word) > LONGEST_WORD or _PARTY.fullmatch(word):
        return MARK
    known = lexicon()
    low = word.lower()
    first = word[0]
    if not first.isalnum():
        return QUOTE | MARK if word in QUOTES else (KNOWN * (word in known.reach) | MARK)
    if first.isdigit():
        return NUMBER
    bits = group_bits().get(low, 0) | _compound_bits(low)
    if not word.isalpha():
        bits |= FUNCTION * (_before_apostrophe(low) in known.groups["function"])
    bits |= COMMON * known.is_common(low) | KNOWN * (word in known.reach)
    bits |= VERB * (low in verb_starts())
    if not first.isupper() and not word.isalpha():
        bits |= _article_bits(word)
    return bits | _capital_bits(word) if first.isupper() else bits


def _before_apostrophe(low: str) -> str:
    """What a contraction begins with: we've, we’ll, couldn't."""
    if low.endswith(("n't", "n’t")):
        return "not"
    return re.split("['’]", low, maxsplit=1)[0]


def _compound_bits(low: str) -> int:
    """What the parts of a compound say: secretary-general, mayor-elect, half-brother."""
    if "-" not in low:
        return 0
    known = lexicon()
    parts = [part for part in low.split("-") if part]
    bits = COMMON * all(known.is_common(part) or part.isdigit() for part in parts)
    return bits | OFFICE * any(part in known.groups["office"] for part in (parts[0], parts[-1]))


def _article_bits(word: str) -> int:
    """A name whose article is written small: al-Assad, d'Estaing."""
    article, _, rest = word.partition("-")
    if rest[:1].isupper() and article.lower() in lexicon().groups["particle"]:
        return word_bits(rest) & ~(COMMON | KNOWN)
    elided = _ELIDED.match(word)
    return word_bits(elided["rest"]) & ~(COMMON | KNOWN) if elided else 0


def _all_common(word: str) -> bool:
    return all(lexicon().is_common(part) for part in word.lower().split("-"))


def _capital_bits(word: str) -> int:
    known = lexicon()
    plain = plain_letters(word)
    bits = CAPITAL | GIVEN * (plain in known.given) | SURNAME * (plain in known.surnames)
    bits |= CALENDAR * any(word.lower() in known.groups[g] for g in _CALENDAR_GROUPS)
    letters = word.replace(".", "")
    if "-" in word:
        bits |= GIVEN * bool(_SYLLABLES.fullmatch(word) and not _all_common(word))
    if len(letters) == 1:
        bits |= INITIAL
    elif letters.isupper() and len(letters) <= 6:
        bits |= ACRONYM
    return bits
