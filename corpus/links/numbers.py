"""Numbers of several words as one number, and the days of a month as dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.links.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.links.tokens import Key, Token

_DAYS = 31
_ROUND = 100
"""From here on a number word multiplies what stands before it: two hundred, 3.5 million."""

_BETWEEN_NUMBERS = (" ", "-")
_BETWEEN_DAY_AND_MONTH = (" ", ". ", " of ")


def join_numbers(tokens: Iterable[Token], passage: str) -> list[Token]:
    """The words of a passage, in order, with twenty-five as 25 and 16 of September as that day."""
    joined: list[Token] = []
    for token in tokens:
        if joined and "number" in (joined[-1].key.kind, token.key.kind):
            before = joined.pop()
            pair = _number(before, token, passage) or _date(before, token, passage)
            joined += pair or (before, token)
        else:
            joined.append(token)
    return joined


def _number(one: Token, other: Token, passage: str) -> list[Token] | None:
    """Two words of one number as a word."""
    if one.key.kind != "number" or other.key.kind != "number":
        return None
    if passage[one.end : other.start] not in _BETWEEN_NUMBERS or not passage[other.start].isalpha():
        return None
    value, part = _value(one.key), _value(other.key)
    if 0 < value < part >= _ROUND:
        value *= part
    elif 20 <= value < _ROUND and value % 10 == 0 and 0 < part < 10:
        value += part
    else:
        return None
    digits = f"{value:.15g}"
    return [one._replace(key=one.key._replace(stem=digits, family=digits), end=other.end)]


def _value(key: Key) -> float:
    plain = key.stem.replace(".", "", 1).isdecimal()
    return float(key.stem) if plain else 0.0


def _date(one: Token, other: Token, passage: str) -> list[Token] | None:
    """A month and a day beside it: the day as a date of its own, the month as it was."""
    if passage[one.end : other.start] not in _BETWEEN_DAY_AND_MONTH:
        return None
    month = _month(other.key)
    if month and (day := _day(one, month)):
        return [day, _dated(other, month)]
    month = _month(one.key)
    if month and (day := _day(other, month)):
        return [_dated(one, month), day]
    return None


def _month(key: Key) -> str:
    """Which month a word beside a number is, if it is one: September, Sept."""
    if key.kind == "date":
        return key.stem if key.stem in lexicon().month else ""
    return lexicon().short_month.get(key.stem, "") if key.capital else ""


def _day(token: Token, month: str) -> Token | None:
    day = token.key.stem
    is_day = token.key.kind == "number" and day.isdecimal() and 1 <= int(day) <= _DAYS
    return _dated(token, f"{month} {day}") if is_day else None


def _dated(token: Token, date: str) -> Token:
    return token._replace(key=token.key._replace(stem=date, family=date, kind="date"))
