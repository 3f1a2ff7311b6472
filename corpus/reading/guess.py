"""Encodings of one byte a letter, told by how likely the letters and their neighbours are.

Each candidate reads the bytes; the reading that looks most like words wins.
Frequencies decide between the Cyrillic encodings, neighbours between Cyrillic
and western ones: a Russian word read as western is all accents, a western one
read as Russian mixes two scripts.
"""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of two that read alike the first is named: the commoner one.
CANDIDATES = (
    "cp1252", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "koi8-u",
    "iso8859-15", "cp850", "cp437", "mac-roman",
    "cp1250", "iso8859-2", "cp852", "cp1253", "iso8859-7", "cp1254", "cp1255",
)  # fmt: skip

_SAMPLE = 3_000  # bytes; more say the same
_LEAST = 0.2  # points a character, below which a reading is no text
_FOR_OTHERS = 24  # bytes without which no other encoding can be told
_HIGH = re.compile(rb"[\x80-\xff]")
_BEFORE, _BEHIND = 60, 240  # bytes around one of them

# A space that does not break is common in the encodings of Windows and the web, where it is A0; in
# others, where it is a byte like any other, it says nothing.
_OF_WINDOWS = ("cp12", "iso")
_FIXED, _SELDOM = "\u00a0", "\u202f"

# Points; what is likely in a text is worth about one.
_CONTROL = -5.0
_STRANGE = -3.0
_MIXED = -4.0
_CAPITAL_INSIDE = -3.0
_CAPITAL_FIRST = 0.3
_CAPITALS = -0.25
_TWO_ACCENTS = -0.7
_TWIN_VOWELS = -0.7
_ALONE = -1.5
_AT_DIGIT = -1.0
_MISPLACED = -1.5
_NO_BREAK = 1.15  # a space that does not break, between words


class _Letters(NamedTuple):
    weights: dict[str, float]
    """Of Cyrillic and Greek letters, by how often they occur."""
    pairs: frozenset[str]
    western: dict[str, float]
    signs: dict[str, str]
    """Each sign's class: quote, dash, money, mark, figure."""


def guess(data: bytes) -> str | None:
    """The likeliest encoding of bytes that are not UTF-8; None when none makes text of them."""
    sample = _sample(data)
    scored = [(_score(sample, name), -at) for at, name in enumerate(CANDIDATES)]
    score, place = max(scored)
    if score >= _LEAST and _reads(data, CANDIDATES[-place]):
        return CANDIDATES[-place]
    return _other(data)


def _sample(data: bytes) -> bytes:
    """The surroundings of bytes beyond ASCII, which alone tell encodings apart."""
    pieces: list[bytes] = []
    size = past = 0
    for match in _HIGH.finditer(data):
        if match.start() < past:
            continue
        if size > _SAMPLE:
            break
        start = max(past, match.start() - _BEFORE)
        pieces += [b"\n"] if start > past else []
        past = match.start() + _BEHIND
        pieces.append(data[start:past])
        size += past - start
    return b"".join(pieces)


def _reads(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _other(data: bytes) -> str | None:
    """What charset-normalizer says, which knows many more: those of East Asia, Hebrew, Arabic."""
    if len(data) < _FOR_OTHERS:
        return None
    from charset_normalizer import from_bytes

    head = data[: 16 * _SAMPLE]
    best = from_bytes(_sample(data) if head.isascii() else head).best()
    if best is None or best.encoding.startswith(("utf", "ascii")):
        return None
    return best.encoding if _reads(data, best.encoding) and _is_wording(str(best)) else None


def _is_wording(text: str) -> bool:
    """Whether most of what is beyond ASCII is letters."""
    beyond = [c for c in text if not c.isascii()]
    return sum(map(str.isalpha, beyond)) > len(beyond) / 2


def _score(sample: bytes, name: str) -> float:
    """Points a character beyond ASCII, on average; minus infinity for what it cannot read."""
    try:
        text = f" {sample.decode(name)} "
    except UnicodeDecodeError:
        return -math.inf
    if not name.startswith(_OF_WINDOWS):
        text = text.replace(_FIXED, _SELDOM)
    places = [at for at, c in enumerate(text) if not c.isascii()]
    points = sum(_points(text[at - 1], text[at], text[at + 1]) for at in places)
    return points / len(places) if places else -math.inf


def _points(before: str, letter: str, after: str) -> float:
    if letter == before == after:
        return _STRANGE
    if not letter.isalpha():
        return _sign(before, letter, after)
    script = _script(letter)
    if any(c.isalpha() and _script(c) != script for c in (before, after)):
        return _MIXED
    likely = _latin if script == "latin" else _frequent
    return _case(before, letter, after) + likely(before, letter, after)


def _case(before: str, letter: str, after: str) -> float:
    """Capitals stand first in a word, or throughout; and a letter seldom touches a digit."""
    points = _AT_DIGIT * (before.isdigit() + after.isdigit())
    if letter.isupper() and not before.isalpha():
        return points + _CAPITAL_FIRST * after.islower()
    if letter.isupper():
        return points + (_CAPITAL_INSIDE if before.islower() or after.islower() else _CAPITALS)
    return points + (_CAPITAL_INSIDE if after.isupper() else 0.1)


@cache
def _script(letter: str) -> str:
    if "\u0370" <= letter <= "\u03ff":
        return "greek"
    if "\u0400" <= letter <= "\u052f":
        return "cyrillic"
    if "\u05d0" <= letter <= "\u05ea":
        return "hebrew"
    return "latin" if letter.isascii() or "\u00c0" <= letter <= "\u024f" else "other"


def _frequent(before: str, letter: str, after: str) -> float:
    """Cyrillic and Greek: by how often the letter occurs, and Russian pairs of letters."""
    letters, low = _letters(), letter.lower()
    weight = letters.weights.get(low, _STRANGE)
    if not (before.isalpha() or after.isalpha()):
        return _ALONE + min(0.0, weight)
    pair = 0.7 if before.lower() + low in letters.pairs else 0.0
    return 1.0 + pair + weight


def _latin(before: str, letter: str, after: str) -> float:
    around, low = (before, after), letter.lower()
    points = _TWO_ACCENTS * sum(c.isalpha() and not c.isascii() for c in around)
    base = normalize("NFD", low)[0]
    if base != "e" and base in (before.lower(), after.lower()):
        points += _TWIN_VOWELS
    first = not before.isalpha()
    return points + _letters().western.get(low, -1.0) - (0.15 if first else 0.0)


def _sign(before: str, sign: str, after: str) -> float:
    if "\x80" <= sign <= "\x9f":
        return _CONTROL
    left, right = before.isalnum(), after.isalnum()
    match _letters().signs.get(sign):
        case "apostrophe":
            return 1.2 if before.isalpha() else 0.7
        case "quote":
            return _MISPLACED if left and right else 1.2
        case "chevron":
            return _MISPLACED if left and right else 0.4
        case "dash":
            return 0.7 if left == right else _MISPLACED if right else 0.3
        case "money":
            return _MISPLACED if before.isalpha() or after.isalpha() else 1.1
        case "figure":
            return 0.3 if before.isdigit() else _STRANGE
        case "mark":
            return _MISPLACED if right else 0.4
        case _:
            if sign not in (_FIXED, _SELDOM):
                return _STRANGE
            apart = before.isspace() or after.isspace()
            return 0.0 if apart or sign == _SELDOM else _NO_BREAK


@cache
def _letters() -> _Letters:
    sections: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("letters.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *words = line.split(" ")
            sections.setdefault(name, []).extend(words)
    numbers = sections["frequency"]
    weights = {c: math.log(float(n) / 30) for c, n in _twos(numbers)}
    western = {c: float(n) for letters, n in _twos(sections["latin"]) for c in letters}
    signs = {sign: kind for kind, members in _twos(sections["signs"]) for sign in members}
    return _Letters(weights, frozenset(sections["pairs"]), western, signs)


def _twos(words: list[str]) -> Iterator[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)
