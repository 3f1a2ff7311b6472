"""Both texts as terms: what can meet, and how much each meeting weighs.

A word gives two terms, its stem and its family (or the family of its nearest
spelling in the other text): the same word meets in both, a near one in the
second alone. So every score is a sum over terms, and evidence is its parts.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from corpus.frames import find_hits, shipped
from corpus.links import weights
from corpus.links.names import bearers, body_words, resolve, shared_names
from corpus.links.near import near_partners
from corpus.links.tokens import Key, Token, content_tokens, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Words = tuple[Token, ...]


class Term(NamedTuple):
    """One thing that passages can share. ``exact`` tells a stem from its family."""

    kind: str
    key: str
    exact: bool = False


class Met(NamedTuple):
    """A term where it stands in a passage's string."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class Side:
    """One text: its passages, their content words, and who bears each shared last name."""

    passages: Sequence[str]
    words: Sequence[Words]
    bearer: dict[tuple[int, int], str]
    ambiguous: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ambiguous", frozenset(place for place, _ in self.bearer))


@dataclass(frozen=True)
class Vocabulary:
    """What two texts know together about their words."""

    a: Side
    b: Side
    names: frozenset[str]
    partners: dict[str, str]
    _known: dict[tuple[Key, str, bool], tuple[Term, ...]] = field(default_factory=dict)

    def terms(self, side: Side, index: int) -> Iterator[Met]:
        """Every term of one passage, where it stands.

        A general word alone (move, statement) is no evidence for a frame.
        """
        words = side.words[index]
        bodies = body_words(words)
        for token in words:
            bearer = side.bearer.get((index, token.start), "")
            for term in self._terms(token.key, bearer, in_body=token.start in bodies):
                yield Met(term, token.start, token.end)
        for hit in find_hits(side.passages[index]):
            if hit.word not in stems_of("general"):
                yield Met(Term(hit.sort, hit.frame), hit.start, hit.end)

    def _terms(self, key: Key, bearer: str, *, in_body: bool) -> tuple[Term, ...]:
        """A word's terms: its stem, then its family; or the one thing it is."""
        known = self._known.get((key, bearer, in_body))
        if known is None:
            kind = "office" if in_body else self._kind(key)
            family = self.partners.get(key.family, key.family)
            known = (Term(kind, key.stem + bearer, exact=True), Term(kind, family + bearer))
            known = (Term(kind, key.stem),) if kind in weights.WHOLE else known
            self._known[key, bearer, in_body] = known
        return known

    def _kind(self, key: Key) -> str:
        if key.kind != "wording":
            return key.kind
        if key.family in self.names:
            return "actor"
        return "framed" if shipped().holds(key.stem) else "wording"


def read_both(a: Sequence[str], b: Sequence[str]) -> Vocabulary:
    """What the passages of two texts, each in reading order, know together."""
    words_a, words_b = _tokenise(a), _tokenise(b)
    names = _names((words_a, words_b))
    shared = shared_names(bearers((*words_a, *words_b), names))
    return Vocabulary(
        a=Side(a, words_a, resolve(words_a, shared, names)),
        b=Side(b, words_b, resolve(words_b, shared, names)),
        names=names,
        partners=near_partners(_families(words_a), _families(words_b)),
    )


def rarity(kind: str, count: int, passages: int) -> float:
    """The weight of a term of ``kind`` that stands in ``count`` of so many passages.

    Inverse document frequency (Spärck Jones 1972), scaled to 1 for a term
    that stands in one passage, raised and multiplied by what the kind is worth.
    """
    share = math.log1p(passages / count) / math.log1p(passages)
    return float(share ** weights.RARITY.get(kind, 1.0) * weights.WORTH.get(kind, 1.0))


def _tokenise(passages: Sequence[str]) -> list[Words]:
    """The content words of each passage; equal passages share one tuple."""
    seen: dict[str, Words] = {}
    found: list[Words] = []
    for passage in passages:
        words = seen.get(passage)
        if words is None:
            words = seen[passage] = content_tokens(passage)
        found.append(words)
    return found


def _names(sides: Iterable[Iterable[Words]]) -> frozenset[str]:
    """The families written with a capital inside a sentence more often than without.

    The first word of a sentence counts where another capital follows: Viktor Berezin.
    """
    leaning: Counter[str] = Counter()
    for passage in chain.from_iterable(sides):
        for token, after in zip_longest(passage, passage[1:]):
            if not token.key.capital:
                leaning[token.key.family] -= 1
            elif not token.first or (after and _adjacent(token, after)):
                leaning[token.key.family] += 1
    return frozenset(key for key, balance in leaning.items() if balance > 0)


def _adjacent(token: Token, after: Token) -> bool:
    return after.key.capital and after.start - token.end == 1


def _families(side: Iterable[Words]) -> set[str]:
    return {t.key.family for words in side for t in words if t.key.kind in ("wording", "office")}
