"""The words of a passage with their places, as keys that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from corpus.links.lexicon import lexicon
from corpus.links.places import gazetteer
from corpus.links.stem import family, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

TermKind = Literal["wording", "general", "actor", "number", "date", "office", "place"]

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"  # 16, 1,200, 8:30
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # words in any script
)


@dataclass(frozen=True, slots=True)
class Key:
    """What a token is compared by, in any place where it stands."""

    stem: str
    family: str
    kind: TermKind
    capital: bool


@dataclass(frozen=True, slots=True)
class Token:
    """One content word: its key and its place in the passage's string."""

    key: Key
    start: int
    end: int
    first: bool


def content_tokens(passage: str) -> Iterator[Token]:
    """The words of ``passage`` that carry content, in order; a place is one token."""
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(passage)]
    words = [word.removesuffix("'s").removesuffix("’s").rstrip(".") for word, _, _ in found]
    past = 0
    for at, (word, start, end) in enumerate(found):
        if at < past:
            continue
        place = gazetteer().longest(words, at) if word[0].isupper() else None
        if place is not None:
            past = at + place[0]
            yield Token(_place(place[1]), start, found[past - 1][2], first=False)
        elif key := _key(word):
            yield Token(key, start, end, first=at == 0)


def plain_words(passage: str) -> list[str]:
    """All words of ``passage`` in lower case, stop words too."""
    return [m.group().lower().replace("’", "'") for m in _TOKEN.finditer(passage)]


@lru_cache(maxsize=1 << 16)
def _key(token: str) -> Key | None:
    words = lexicon()
    low = token.lower().replace("’", "'").removesuffix("'s")
    if token[0].isdigit():
        digits = token.replace(",", "")
        return Key(digits, digits, "number", capital=False)
    if low in words.number:
        return Key(words.number[low], words.number[low], "number", capital=False)
    low = low.replace(".", "")
    if low in words.weekday or (low in words.month and token[0].isupper()):
        return Key(low, low, "date", capital=False)
    if low in words.stop or (len(low) < 2 and low.isascii()):
        return None
    root = family(low)
    return Key(stem(low), root, _kind(root), capital=token[0].isupper())


@cache
def _place(name: str) -> Key:
    return Key(name, name, "place", capital=True)


def _kind(root: str) -> TermKind:
    if root in families("office"):
        return "office"
    return "general" if root in families("general") else "wording"


@cache
def families(group: Literal["office", "general", "body"]) -> frozenset[str]:
    """The families of the words of one group of the lexicon."""
    return frozenset(family(word) for word in getattr(lexicon(), group))
