"""The words of a passage with their places, as keys that can be compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpus.letters import MARKS
from corpus.links.lexicon import lexicon
from corpus.links.numbers import join_numbers
from corpus.links.places import spell
from corpus.links.scripts import fold, western
from corpus.links.stem import family, stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.links.places import Spelled

TermKind = Literal["wording", "general", "actor", "number", "date", "office", "place"]

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)\b)?"  # 16, 1,200, 8:30, 16th
    r"|(?:[A-Z]\.){2,}"  # U.S.
    rf"|[^\W\d_]+(?:(?:['’][^\W\d_]|[{MARKS}])[^\W\d_]*)*"  # words, accents and all
)

_OPENERS = " \t\n\"'“‘«(["
"""What may stand before the first word of a passage."""


class Key(NamedTuple):
    """What a token is compared by, in any place where it stands."""

    stem: str
    family: str
    kind: TermKind
    capital: bool


class Token(NamedTuple):
    """One content word: its key and its place in the passage's string."""

    key: Key
    start: int
    end: int
    first: bool


def spell_tokens(passage: str) -> list[Spelled]:
    """All words and numbers of ``passage``, in order; a place is one."""
    return spell(_TOKEN, passage)


def content_tokens(passage: str, spelled: Iterable[Spelled] | None = None) -> tuple[Token, ...]:
    """The words of ``passage`` that carry content, in order; a place or a number is one token.

    ``spelled`` is what ``spell_tokens`` gave, where the caller has it.
    """
    found: list[Token] = []
    for word, place, start, end in spell_tokens(passage) if spelled is None else spelled:
        if place is not None:
            found.append(Token(_place(place), start, end, first=False))
        elif key := _key(word):
            found.append(Token(key, start, end, not found and not passage[:start].strip(_OPENERS)))
    has_number = "number" in [token.key.kind for token in found]
    return tuple(join_numbers(found, passage) if has_number else found)


def plain_words(passage: str) -> list[str]:
    """All words of ``passage`` in lower case, stop words too."""
    return _TOKEN.findall(passage.lower().replace("’", "'"))


@lru_cache(maxsize=1 << 16)
def _key(token: str) -> Key | None:
    words = lexicon()
    low = fold(token.lower()).replace("’", "'").removesuffix("'s")
    if token[0].isdigit():
        digits = western(token).replace(",", "").rstrip("stndrh")
        return Key(digits, digits, "number", capital=False)
    if low in words.number:
        return Key(words.number[low], words.number[low], "number", capital=False)
    low = low.replace(".", "")
    if low in words.weekday or (low in words.month and token[0].isupper()):
        return Key(low, low, "date", capital=False)
    if low in words.stop or (len(low) < 2 and (low.isascii() or low != low.upper())):
        return None
    key = stem(low)
    return Key(key, family(low), _kind(key), capital=token[0].isupper())


@cache
def _place(name: str) -> Key:
    return Key(name, name, "place", capital=True)


def _kind(key: str) -> TermKind:
    if key in stems_of("office"):
        return "office"
    return "general" if key in stems_of("general") else "wording"


@cache
def stems_of(group: Literal["office", "general", "body", "person", "people"]) -> frozenset[str]:
    """The stems of the words of one group of the lexicon."""
    return frozenset(stem(word) for word in getattr(lexicon(), group))
