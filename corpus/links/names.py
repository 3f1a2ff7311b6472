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
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.links.tokens import Token

Passage = tuple["Token", ...]

_NOWHERE: frozenset[int] = frozenset()


def bearers(passages: Iterable[Passage], names: frozenset[str]) -> dict[str, set[str]]:
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
    passages: Sequence[Passage], shared: frozenset[str], names: frozenset[str]
) -> dict[tuple[int, int], str]:
    """Who bears a shared last word: (passage, start) of the word to an initial."""
    found: dict[tuple[int, int], str] = {}
    latest: dict[str, str] = {}
    waiting: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        borne = [t for t in passage if t.key.family in shared and t.key.capital]
        given_at = {last.start: given for given, last in _pairs(passage, names)} if borne else {}
        for token in borne:
            last, place = token.key.family, (number, token.start)
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
    bodies = stems_of("body")
    if bodies.isdisjoint([token.key.stem for token in passage]):
        return _NOWHERE
    return frozenset(
        before.start
        for before, body in pairwise(passage)
        if body.key.stem in bodies and _follows(before, body)
    )


def _pairs(passage: Passage, names: frozenset[str]) -> Iterable[tuple[Token, Token]]:
    """Each last word of a run of capitals with the word just before it."""
    for given, last in pairwise(passage):
        is_word = given.key.capital and given.key.kind == "wording"
        if is_word and _follows(given, last) and {given.key.family, last.key.family} <= names:
            yield given, last


def _follows(one: Token, other: Token) -> bool:
    """Whether two words with capitals stand side by side."""
    return one.key.capital and other.key.capital and other.start - one.end == 1
