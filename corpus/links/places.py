"""Names of countries, republics and regions, with their peoples: the stage of a story."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from re import Pattern


Spelled = tuple[str, str | None, int, int]
"""A word, or a whole name of a place with that place, and where it stands in a string."""


class Gazetteer(NamedTuple):
    """Names as tuples of words; ``reach`` is the length of the longest by its first word."""

    names: Mapping[tuple[str, ...], str]
    reach: Mapping[str, int]

    def longest(self, words: Sequence[str]) -> tuple[int, str] | None:
        """The longest name that begins ``words``: how many of them, and which place."""
        for length in range(len(words), 0, -1):
            place = self.names.get(tuple(words[:length]))
            if place is not None:
                return length, place
        return None


@cache
def gazetteer() -> Gazetteer:
    """Every name and adjective of the places larger than a city.

    South Ossetia and S. Ossetian are one place. A capital stays a place of
    its own: it may stand for its government or for itself.
    """
    names: dict[tuple[str, ...], str] = {}
    reach: dict[str, int] = {}
    for words, known in lexicon().known.items():
        if known.type != "place" or known.sort == "city":
            continue
        key = tuple(part for word in words if (part := word.rstrip(".")))
        if key:
            names[key] = " ".join(key) if known.form == "seat" else known.name
            reach[key[0]] = max(len(key), reach.get(key[0], 0))
    return Gazetteer(names, reach)


def spell(words: Pattern[str], text: str) -> list[Spelled]:
    """The matches of ``words`` in ``text``, in order; the name of a place counts as one."""
    reach = gazetteer().reach
    found: list[Spelled] = [(m.group(), None, *m.span()) for m in words.finditer(text)]
    if not any(_bare(word) in reach for word, _, _, _ in found if word[0].isupper()):
        return found
    return list(_with_places(found))


def _with_places(found: Sequence[Spelled]) -> Iterator[Spelled]:
    known = gazetteer()
    past = 0
    for at, word in enumerate(found):
        if at < past:
            continue
        reach = known.reach.get(_bare(word[0]), 0)
        name = known.longest([_bare(w[0]) for w in found[at : at + reach]]) if reach else None
        if name is None:
            yield word
        else:
            past = at + name[0]
            yield word[0], name[1], word[2], found[past - 1][3]


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip(".")
