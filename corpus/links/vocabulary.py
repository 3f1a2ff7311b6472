"""Both texts as terms: what can meet, and how much each meeting weighs.

A word gives two terms, its stem and its family (or the family of its nearest
spelling in the other text): the same word meets in both, a near one in the
second alone. So every score is a sum over terms, and evidence is its parts.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpus.frames import Hit, find_hits, shipped
from corpus.links import weights
from corpus.links.names import bearers, body_words, resolve, shared_names
from corpus.links.near import near_partners
from corpus.links.tokens import Key, Token, content_tokens, spell_tokens, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from corpus.links.places import Spelled

Words = tuple[Token, ...]
Hits = tuple[Hit, ...]


class Term(NamedTuple):
    """One thing that passages can share. ``exact`` tells a stem from its family."""

    kind: str
    key: str
    exact: bool = False


@dataclass(slots=True, eq=False)
class Sense:
    """What one word can share: its stem, then its family; or the one thing it is.

    There is one for each word and each frame of a vocabulary.
    """

    terms: tuple[Term, ...]


_TOLD_EVERY = 1_000
"""So many passages are read between two words on how far that is: a tenth of a second's work."""

Met: TypeAlias = "tuple[Sense, Token | Hit]"
"""What can be shared, and the word or phrase of a passage that can share it."""


@dataclass(frozen=True)
class Side:
    """One text: its passages, their content words and frames, and bearers of shared last names."""

    passages: Sequence[str]
    words: Sequence[Words]
    hits: Sequence[Hits]
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
    _known: dict[Key | str | tuple[Key, str, bool], Sense] = field(default_factory=dict)

    def senses(self, side: Side, index: int) -> list[Sense]:
        """What each content word of a passage can share, then each use of a frame."""
        words, known = side.words[index], self._known
        bodies = body_words(words)
        if bodies or index in side.ambiguous:
            found = [
                self._borne(key, side.bearer.get((index, start), ""), in_body=start in bodies)
                for key, start, _, _ in words
            ]
        else:
            found = [known.get(word.key) or self._plain(word.key) for word in words]
        found += [known.get(hit.frame) or self._frame(hit) for hit in side.hits[index]]
        return found

    def met(self, side: Side, index: int) -> Iterator[Met]:
        """The same, each with the word or the phrase and its place."""
        return zip(
            self.senses(side, index), chain(side.words[index], side.hits[index]), strict=True
        )

    def _plain(self, key: Key) -> Sense:
        """The sense of a word by itself."""
        sense = self._known[key] = self._sense(key, self._kind(key), "")
        return sense

    def _frame(self, hit: Hit) -> Sense:
        sense = self._known[hit.frame] = Sense((Term(hit.sort, hit.frame),))
        return sense

    def _borne(self, key: Key, bearer: str, *, in_body: bool) -> Sense:
        """The sense of a word that belongs to a bearer of a name, or to the name of a body."""
        known = self._known.get((key, bearer, in_body))
        if known is None:
            known = self._sense(key, "office" if in_body else self._kind(key), bearer)
            self._known[key, bearer, in_body] = known
        return known

    def _sense(self, key: Key, kind: str, bearer: str) -> Sense:
        if kind in weights.WHOLE:
            return Sense((Term(kind, key.stem),))
        family = self.partners.get(key.family, key.family)
        return Sense((Term(kind, key.stem + bearer, exact=True), Term(kind, family + bearer)))

    def _kind(self, key: Key) -> str:
        if key.kind != "wording":
            return key.kind
        if key.family in self.names:
            return "actor"
        return "framed" if shipped().holds(key.stem) else "wording"


def read_both(
    a: Sequence[str], b: Sequence[str], tick: Callable[[float], None] = lambda _: None
) -> Vocabulary:
    """What the passages of two texts, each in reading order, know together.

    ``tick`` is told the share of them read, now and then.
    """
    both = len(a) + len(b)
    words_a, hits_a = _read(a, lambda read: tick(read / both))
    words_b, hits_b = _read(b, lambda read: tick((len(a) + read) / both))
    names = _names((words_a, words_b))
    shared = shared_names(bearers((*words_a, *words_b), names))
    partners = near_partners(_families(words_a), _families(words_b))
    return Vocabulary(
        a=Side(a, words_a, hits_a, resolve(words_a, shared, names)),
        b=Side(b, words_b, hits_b, resolve(words_b, shared, names)),
        names=names | frozenset(_without_capitals(names, partners)),
        partners=partners,
    )


def _without_capitals(names: frozenset[str], partners: Mapping[str, str]) -> Iterator[str]:
    """The names that another script, which may have no capitals, writes for those known."""
    for pair in partners.items():
        if pair[0].isascii() != pair[1].isascii() and not names.isdisjoint(pair):
            yield from pair


def rarity(kind: str, counts: tuple[int, int], passages: tuple[int, int]) -> float:
    """The weight of a term of ``kind`` that stands in so many passages of each text.

    The rarer by chance one passage of each text holds it, the more it tells:
    inverse document frequency (Spärck Jones 1972) over pairs of passages,
    scaled to 1 for a term that stands in one of each, raised and multiplied
    by what the kind is worth.
    """
    met, pairs = (max(1, a) * max(1, b) for a, b in (counts, passages))
    share = math.log1p(pairs / met) / math.log1p(pairs)
    power = weights.RARITY.get(kind, weights.RARITY["wording"])
    return float(share**power * weights.WORTH.get(kind, 1.0))


def _read(passages: Sequence[str], tick: Callable[[int], None]) -> tuple[list[Words], list[Hits]]:
    """The content words and the frames of each passage; equal passages share theirs."""
    seen: dict[str, tuple[Words, Hits]] = {}
    for at, passage in enumerate(passages):
        if at % _TOLD_EVERY == 0:
            tick(at)
        if passage not in seen:
            spelled = spell_tokens(passage)
            seen[passage] = content_tokens(passage, spelled), _hits(passage, spelled)
    return [seen[passage][0] for passage in passages], [seen[passage][1] for passage in passages]


def _hits(passage: str, spelled: Sequence[Spelled]) -> Hits:
    """The frames of a passage; a general word alone (move, statement) is evidence for none."""
    general = stems_of("general")
    return tuple(hit for hit in find_hits(passage, spelled) if hit.word not in general)


def _names(sides: Iterable[Iterable[Words]]) -> frozenset[str]:
    """The families written with a capital inside a sentence more often than without.

    The first word of a sentence counts where another capital follows: Viktor Berezin.
    """
    leaning: defaultdict[str, int] = defaultdict(int)
    for passage in chain.from_iterable(sides):
        for token, after in zip_longest(passage, passage[1:]):
            key = token.key
            if not key.capital:
                leaning[key.family] -= 1
            elif not token.first or (after and _adjacent(token, after)):
                leaning[key.family] += 1
    return frozenset(key for key, balance in leaning.items() if balance > 0)


def _adjacent(token: Token, after: Token) -> bool:
    return after.key.capital and after.start - token.end == 1


def _families(side: Iterable[Words]) -> set[str]:
    return {t.key.family for words in side for t in words if t.key.kind in ("wording", "office")}
