"""Names of countries, republics and regions, with their peoples: the stage of a story."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from re import Pattern


class Spelled(NamedTuple):
    """A word, or a whole name of a place, where it stands in a string."""

    word: str
    place: str | None
    start: int
    end: int


class Gazetteer(NamedTuple):
    """Names as tuples of words; ``reach`` is the length of the longest by its first word."""

    names: Mapping[tuple[str, ...], str]
    reach: Mapping[str, int]

    def longest(self, words: Sequence[str], at: int) -> tuple[int, str] | None:
        """The longest name that stands at ``at``: how many words, and which place."""
        longest = min(self.reach.get(words[at], 0), len(words) - at)
        for length in range(longest, 0, -1):
            place = self.names.get(tuple(words[at : at + length]))
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


def spell(words: Pattern[str], text: str) -> Iterator[Spelled]:
    """The matches of ``words`` in ``text``, in order; the name of a place counts as one."""
    found = [(m.group(), m.start(), m.end()) for m in words.finditer(text)]
    bare = [word.removesuffix("'s").removesuffix("’s").rstrip(".") for word, _, _ in found]
    past = 0
    for at, (word, start, end) in enumerate(found):
        if at < past:
            continue
        name = gazetteer().longest(bare, at) if word[0].isupper() else None
        if name is None:
            yield Spelled(word, None, start, end)
        else:
            past = at + name[0]
            yield Spelled(text[start : found[past - 1][2]], name[1], start, found[past - 1][2])
