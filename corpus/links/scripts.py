"""One word under the letters of several scripts, for comparing; never for showing."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import decimal, normalize

from corpus.links.lexicon import lexicon

_MARKS = re.compile("[\u0300-\u036f]")
"""Combining accents of Latin, Greek and Cyrillic letters."""


def fold(word: str) -> str:
    """The word without accents, whether they are part of a letter or stand after it."""
    return word if word.isascii() else normalize("NFC", _MARKS.sub("", normalize("NFD", word)))


@cache
def latin(word: str) -> str:
    """A word in lower case in Latin letters, as news in English spells names of other scripts."""
    return word if word.isascii() else fold(word).translate(lexicon().latin)


def western(number: str) -> str:
    """A number in the digits 0 to 9, whichever digits its script has: ٢٤٥ and २४५ are 245."""
    if number.isascii():
        return number
    return "".join(str(decimal(sign, sign)) for sign in number)
