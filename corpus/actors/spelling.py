"""Names as they sound: keys under which the spellings of one name meet.

The rules cover what national, BGN/PCGN and newspaper romanisations of Cyrillic
and Arabic names differ in, and the marks of Latin alphabets.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae",
        "œ": "oe", "þ": "th",
        "’": None, "'": None, "`": None, "ʻ": None, "ʼ": None, "‘": None,
        "-": None, "‐": None, "‑": None, ".": None,
    }
)  # fmt: skip
# In order: longer spellings stand before the shorter ones they contain.
_SOUNDS = (
    ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"),
    ("tz", "ts"), ("cz", "ch"), ("x", "ks"), ("w", "v"), ("q", "k"),
    ("iye", "ie"), ("iya", "ia"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ye", "e"), ("je", "e"),
    ("yo", "o"), ("ya", "ia"), ("yu", "iu"), ("y", "i"), ("ou", "u"), ("oo", "u"),
    ("ovh", "uh"), ("oe", "o"), ("ae", "a"), ("ue", "u"),
)  # fmt: skip
_ENDINGS = (("off", "ov"), ("eff", "ev"), ("of", "ov"), ("ef", "ev"), ("ew", "ev"), ("ow", "ov"))
_WEAK = str.maketrans(dict.fromkeys("aeiouh"))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in lower case without accents, apostrophes, hyphens and full stops."""
    if word.isascii() and word.isalpha():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS)
    return "".join(c for c in parts if not unicodedata.combining(c))


def plain_letters(word: str) -> str:
    """A word without accents, its first letter upper case: as lists of names have it."""
    return word if word.isascii() else fold(word).capitalize()


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The key under which romanisations of one name meet: Gagloev, Gagloyev → gagloev."""
    # South Slavic đ is written dj in Latin letters without marks, Vietnamese đ is d.
    slavic = not word.isascii() and word.lower().endswith("ić")
    key = fold(word.lower().replace("đ", "dj") if slavic else word)
    for ending, heard in _ENDINGS:
        if len(key) > len(ending) + 2 and key.endswith(ending):
            key = key[: -len(ending)] + heard
            break
    for written, heard in _SOUNDS:
        if written in key:
            key = key.replace(written, heard)
    return _single(_soft_c(key))


@lru_cache(maxsize=65536)
def guttural(word: str) -> str:
    """The key with h written as g, which Ukrainian and Russian names differ in: Hryhorenko."""
    return sound(word).replace("h", "g")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a name's key, with a mark for a vowel in front: Lukashenka → lkshnk."""
    key = sound(word).replace("ch", "ç").replace("sh", "ş")
    bare = key.translate(_WEAK).replace("g", "k").replace("z", "s")
    return ("a" if key[:1] in "aeiou" else "") + bare


def _soft_c(key: str) -> str:
    """C written as it is heard: s before e and i, else k; ch stays."""
    if "c" not in key:
        return key
    return "".join(_heard_c(key, i) if c == "c" else c for i, c in enumerate(key))


def _heard_c(key: str, at: int) -> str:
    after = key[at + 1 : at + 2]
    if after == "h":
        return "c"
    return "s" if after in ("e", "i") else "k"


def _single(key: str) -> str:
    """Doubled letters written once."""
    return "".join(c for i, c in enumerate(key) if i == 0 or key[i - 1] != c)


@lru_cache(maxsize=65536)
def scripts(word: str) -> frozenset[str]:
    """The alphabets a word's letters belong to, by their names in Unicode."""
    if word.isascii():
        return frozenset({"LATIN"}) if any(c.isalpha() for c in word) else frozenset()
    return frozenset(
        unicodedata.name(c, "?").split()[0] for c in word if c.isalpha() and c not in "ʻʼ"
    )
