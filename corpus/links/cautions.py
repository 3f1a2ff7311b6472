"""Reasons to look twice at a link: they lower no score and hide nothing."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from corpus.links.lexicon import lexicon
from corpus.links.model import Caution
from corpus.links.tokens import content_tokens, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.actors.model import Actor, Excerpt
    from corpus.text import Document


class Cautioner:
    """Compares two passages by what they must not differ in to mean the same."""

    def __init__(self, a: Document, b: Document, cast: Sequence[Actor]) -> None:
        self.a, self.b = a, b
        self._in_a, self._in_b = _present(a, cast), _present(b, cast)

    def cautions(self, a: int, b: int) -> tuple[Caution, ...]:
        """The cautions on passages number ``a`` and ``b``."""
        said_a = self.a.quote(self.a.passage(a).span)
        said_b = self.b.quote(self.b.passage(b).span)
        here, there = self._in_a.get(a, ()), self._in_b.get(b, ())
        return (
            *_roles(here, there, self.a.id, self.b.id),
            *_similar(here, there),
            *_negation(said_a, said_b),
            *_numbers(said_a, said_b),
            *_dates(said_a, said_b),
        )


def _present(document: Document, cast: Sequence[Actor]) -> Mapping[int, list[Actor]]:
    """Who is mentioned in which passage, each once."""
    present: defaultdict[int, list[Actor]] = defaultdict(list)
    for actor in cast:
        for mention in actor.mentions_in(document.id):
            passage = document.passage_at(mention.start)
            if passage is not None and actor not in present[passage.number]:
                present[passage.number].append(actor)
    return present


def _roles(here: Iterable[Actor], there: Sequence[Actor], a: str, b: str) -> Iterator[Caution]:
    for actor in here:
        if actor not in there:
            continue
        roles_a, roles_b = actor.roles_in(a), actor.roles_in(b)
        if roles_a and roles_b and not any(_agree(*pair) for pair in product(roles_a, roles_b)):
            words = f"{actor.name} is “{roles_a[0].text}” in {a}, “{roles_b[0].text}” in {b}"
            yield Caution("role-differs", words)


def _agree(one: Excerpt, other: Excerpt) -> bool:
    """Whether one office is the other, perhaps said in fewer words."""
    left = {t.key.family for t in content_tokens(one.text)}
    right = {t.key.family for t in content_tokens(other.text)}
    return left == right or (min(len(left), len(right)) > 1 and (left <= right or right <= left))


def _similar(here: Sequence[Actor], there: Sequence[Actor]) -> Iterator[Caution]:
    """Two actors of one type whose names end alike, one on each side only."""
    for one, other in product(here, there):
        if one.id == other.id or one in there or other in here or one.type != other.type:
            continue
        if _last(one) == _last(other) != "":
            yield Caution("similar-names", f"{one.name} and {other.name} are kept apart")


def _last(actor: Actor) -> str:
    tokens = list(content_tokens(actor.name))
    return tokens[-1].key.family if tokens else ""


def _negation(a: str, b: str) -> Iterator[Caution]:
    in_a, in_b = _negations(a), _negations(b)
    if bool(in_a) != bool(in_b):
        yield Caution("negation", f"“{(in_a or in_b)[0]}” stands on one side only")


@lru_cache(maxsize=1 << 14)
def _negations(passage: str) -> list[str]:
    return [word for word in plain_words(passage) if word in lexicon().negation]


def _numbers(a: str, b: str) -> Iterator[Caution]:
    """Different numbers of the same thing: 16 people, 18 people."""
    in_a, in_b = _counted(a), _counted(b)
    for thing in in_a:
        if thing in in_b and not in_a[thing].keys() & in_b[thing].keys():
            one, other = (next(iter(counted[thing].values())) for counted in (in_a, in_b))
            yield Caution("number-differs", f"“{one}” against “{other}”")


@lru_cache(maxsize=1 << 14)
def _counted(passage: str) -> Mapping[str, dict[str, str]]:
    """For each thing counted, its numbers and how they are written."""
    counted: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for number, thing in pairwise(content_tokens(passage)):
        if number.key.kind == "number" and thing.key.kind not in ("number", "date"):
            counted[thing.key.family][number.key.stem] = passage[number.start : thing.end]
    return counted


def _dates(a: str, b: str) -> Iterator[Caution]:
    for kind, names in (("day", lexicon().weekday), ("month", lexicon().month)):
        in_a, in_b = _dated(a, names), _dated(b, names)
        if in_a and in_b and not in_a.keys() & in_b.keys():
            one, other = next(iter(in_a.values())), next(iter(in_b.values()))
            yield Caution(f"{kind}-differs", f"“{one}” against “{other}”")


@lru_cache(maxsize=1 << 14)
def _dated(passage: str, names: frozenset[str]) -> dict[str, str]:
    return {
        token.key.stem: passage[token.start : token.end]
        for token in content_tokens(passage)
        if token.key.kind == "date" and token.key.stem in names
    }
