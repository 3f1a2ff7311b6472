"""Names of countries, republics and regions, with their peoples: the stage of a story."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.actors.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from re import Pattern


Spelled = tuple[str, str | None, int, int]
"""A word, or a whole name of a place with that place, and where it stands in a string."""

_ENDINGS = ("", ".", "'s", "’s")
"""What may follow the first word of a name."""


class Gazetteer(NamedTuple):
    """Names as tuples of words.

    ``reach`` is the length of the longest by its first word, in each form in
    which that may stand in a text.
    """

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
    written = {first + end: most for first, most in reach.items() for end in _ENDINGS}
    return Gazetteer(names, written)


def spell(words: Pattern[str], text: str) -> list[Spelled]:
    """The matches of ``words`` in ``text``, in order; the name of a place counts as one."""
    reach = gazetteer().reach
    found: list[Spelled] = [(m.group(), None, *m.span()) for m in words.finditer(text)]
    heads = [at for at, word in enumerate(found) if word[0] in reach]
    if not any(found[at][0][0].isupper() for at in heads):
        return found
    return _with_places(found, heads)


def _with_places(found: Sequence[Spelled], heads: Iterable[int]) -> list[Spelled]:
    """The same words, where ``heads`` may begin the name of a place."""
    known = gazetteer()
    spelled: list[Spelled] = []
    past = 0
    for at in heads:
        word = found[at]
        reach = known.reach[word[0]]
        name = known.longest([_bare(w[0]) for w in found[at : at + reach]]) if at >= past else None
        if name is not None:
            spelled += found[past:at]
            past = at + name[0]
            spelled.append((word[0], name[1], word[2], found[past - 1][3]))
    return [*spelled, *found[past:]]


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip(".")
