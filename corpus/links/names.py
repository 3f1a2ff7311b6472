"""Names that look alike and are not: a light key for the bearer of a name.

Where one last word follows several first ones (Eduard and Tarzan Kokoity,
North and South Ossetia), it is split by them. A bare last word is the latest
bearer before it in the same text, then the next one after it; so newspapers
write. First words with one initial count as one: Mohamed and Muhammad.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.links.tokens import stems_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from corpus.links.tokens import Token

Passage = tuple["Token", ...]


def bearers(passages: Iterable[Passage], names: Container[str]) -> dict[str, set[str]]:
    """For each last word of a name, the initials of the words before it."""
    initials: defaultdict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for given, last in _pairs(passage, names):
            initials[last.key.family].add(given.key.family[0])
    return initials


def shared_names(initials: Mapping[str, set[str]]) -> frozenset[str]:
    """The last words that several bear."""
    return frozenset(last for last, given in initials.items() if len(given) > 1)


def resolve(
    passages: Sequence[Passage], shared: Container[str], names: Container[str]
) -> dict[tuple[int, int], str]:
    """Who bears a shared last word: (passage, start) of the word to an initial."""
    found: dict[tuple[int, int], str] = {}
    latest: dict[str, str] = {}
    waiting: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        given_at = {last.start: given for given, last in _pairs(passage, names)}
        for token in passage:
            last = token.key.family
            if last not in shared or not token.key.capital:
                continue
            place = (number, token.start)
            if token.start in given_at:
                latest[last] = given_at[token.start].key.family[0]
                found.update(dict.fromkeys(waiting.pop(last, ()), latest[last]))
            if last in latest:
                found[place] = latest[last]
            else:
                waiting[last].append(place)
    return found


def body_words(passage: Passage) -> frozenset[int]:
    """Where the words stand that only say what kind of body follows: Security Council."""
    return frozenset(
        before.start
        for before, body in pairwise(passage)
        if body.start - before.end == 1
        and before.key.capital
        and body.key.capital
        and body.key.stem in stems_of("body")
    )


def _pairs(passage: Passage, names: Container[str]) -> Iterable[tuple[Token, Token]]:
    """Each last word of a run of capitals with the word just before it."""
    for given, last in pairwise(passage):
        adjacent = last.start - given.end == 1 and given.key.capital and last.key.capital
        is_name = given.key.kind == "wording" and given.key.family in names
        if adjacent and is_name and last.key.family in names:
            yield given, last
