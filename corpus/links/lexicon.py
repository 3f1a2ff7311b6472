"""The closed classes of words the links lean on, read once from ``lexicon.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in lower case.

    ``irregular`` maps a form to its base, ``number`` a word to digits,
    ``short_month`` a month as it is written beside a day to its whole name,
    ``latin`` a code point of another script to Latin letters.
    """

    stop: frozenset[str]
    general: frozenset[str]
    office: frozenset[str]
    body: frozenset[str]
    person: frozenset[str]
    people: frozenset[str]
    fate: frozenset[str]
    negation: frozenset[str]
    weekday: frozenset[str]
    month: frozenset[str]
    suffixes: frozenset[str]
    irregular: Mapping[str, str]
    number: Mapping[str, str]
    short_month: Mapping[str, str]
    latin: Mapping[int, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    raw: dict[str, Any] = tomllib.loads(
        files("corpus.links").joinpath("lexicon.toml").read_text("utf-8")
    )

    def words(key: str) -> frozenset[str]:
        return frozenset(str(raw[key]).split())

    return Lexicon(
        stop=words("stop"),
        general=words("general"),
        office=words("office"),
        body=words("body"),
        person=words("person"),
        people=words("people"),
        fate=words("fate"),
        negation=words("negation"),
        weekday=words("weekday"),
        month=words("month"),
        suffixes=_suffixes(str(raw["suffix"])),
        irregular=_irregular(str(raw["irregular"])),
        number=_table(raw["number"]),
        short_month=_table(raw["short_month"]),
        latin=_latin(str(raw["latin"])),
    )


def _table(raw: Mapping[str, object]) -> dict[str, str]:
    return {word: str(meant) for word, meant in raw.items()}


def _suffixes(table: str) -> frozenset[str]:
    """Without a final e, as stems are."""
    return frozenset(suffix.removesuffix("e") for suffix in table.split())


def _irregular(table: str) -> dict[str, str]:
    bases: dict[str, str] = {}
    for line in table.splitlines():
        base, *forms = line.split() or [""]
        for form in forms:
            bases.setdefault(form, base)
    return bases


def _latin(table: str) -> dict[int, str]:
    parts = table.split()
    return {
        ord(letter): letters.strip("-")
        for letter, letters in zip(parts[::2], parts[1::2], strict=True)
    }
