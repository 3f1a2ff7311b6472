"""Names that are alike and were kept apart, and why."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from corpus.actors.bodies import body_words
from corpus.actors.model import SimilarNames
from corpus.actors.people import is_mixed
from corpus.actors.person_parts import parse_person
from corpus.actors.persons import family_gender_differs
from corpus.actors.spelling import fold, scripts, skeleton, sound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.actors.model import Actor

# Of the actors that share a key only so many, the most mentioned, are paired.
MOST_PAIRED = 8
# Of 100, by rapidfuzz.fuzz.ratio: from here on two names of places are easily mistaken.
ALIKE_PLACES = 85

# Letters of other alphabets that look like Latin ones (Unicode Technical Standard 39).
_LOOKALIKES = str.maketrans("асеорхукмтнвіјѕԁԛԝαορνικτ", "aceopxykmthbijsdqwaopvikt")


def similar_names(actors: Sequence[Actor]) -> tuple[SimilarNames, ...]:
    """Pairs of actors, by id, whose names are alike and who were kept apart."""
    found: dict[frozenset[str], SimilarNames] = {}
    for pair in (*_disguised(actors), *_people(actors), *_bodies(actors), *_places(actors)):
        found.setdefault(frozenset((pair.one, pair.other)), pair)
    return tuple(found.values())


def _pairs(keyed: dict[str, list[Actor]]) -> Iterator[tuple[Actor, Actor]]:
    for actors in keyed.values():
        yield from combinations(actors[:MOST_PAIRED], 2)


def _disguised(actors: Sequence[Actor]) -> Iterator[SimilarNames]:
    """Names with letters of two alphabets beside the name they look like."""
    latin = [actor for actor in actors if scripts(actor.name) <= {"LATIN"}]
    plain = {fold(actor.name.split()[-1]): actor for actor in reversed(latin)}
    plain |= {fold(actor.name): actor for actor in latin}
    for actor in actors:
        if scripts(actor.name) <= {"LATIN"}:
            continue
        looks = fold(unicodedata.normalize("NFKC", actor.name).lower().translate(_LOOKALIKES))
        other = plain.get(looks)
        mixed = "mixes alphabets" if is_mixed(actor.name) else "is written in another alphabet"
        if other is not None:
            words = f"{actor.name} looks like {other.name} but {mixed}."
            yield SimilarNames(other.id, actor.id, words)


def _people(actors: Sequence[Actor]) -> Iterator[SimilarNames]:
    keyed: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.type == "person":
            keyed[_family_key(parse_person(actor.name).family)].append(actor)
    for one, other in _pairs(keyed):
        yield SimilarNames(one.id, other.id, _people_words(one.name, other.name))


def _family_key(family: str) -> str:
    """One key for a family name and its feminine form."""
    bare = skeleton(family)
    female = sound(family).endswith(("ova", "eva", "ina", "skaia"))
    return bare.removesuffix("sk") if female else bare


def _people_words(one: str, other: str) -> str:
    a, b = parse_person(one), parse_person(other)
    if family_gender_differs(a.family, b.family):
        return f"{one} and {other} are kept apart: one name is the feminine form of the other."
    if sound(a.family) == sound(b.family):
        return f"{one} and {other} are kept apart: two people with one family name."
    return f"{one} and {other} are kept apart: the family names are alike, the people are two."


def _bodies(actors: Sequence[Actor]) -> Iterator[SimilarNames]:
    keyed: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        plain = [w for w in body_words(actor.name) if w[0] != "@"]
        if actor.type == "organisation" and plain:
            keyed[_head(actor.name, plain)].append(actor)
    for one, other in _pairs(keyed):
        a, b = body_words(one.name), body_words(other.name)
        plain_a, plain_b = ({w for w in words if w[0] != "@"} for words in (a, b))
        if len(plain_a & plain_b) > 1 and (plain_a <= plain_b or plain_b <= plain_a):
            yield SimilarNames(one.id, other.id, f"{one.name} and {other.name} are two bodies.")
        elif plain_a == plain_b and a != b:
            words = f"{one.name} and {other.name} are kept apart: they belong to different places."
            yield SimilarNames(one.id, other.id, words)


def _head(name: str, plain: list[str]) -> str:
    """The word for the body: the last one before "of", else the last one."""
    before = body_words(name.split(" of ")[0])
    heads = [w for w in before if w[0] != "@"]
    return (heads or plain)[-1]


def _places(actors: Sequence[Actor]) -> Iterator[SimilarNames]:
    keyed: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.type == "place":
            keyed["last " + fold(actor.name.split()[-1])].append(actor)
            keyed["start " + fold(actor.name)[:3]].append(actor)
    for one, other in _pairs(keyed):
        if _easily_mistaken(one.name, other.name):
            yield SimilarNames(one.id, other.id, f"{one.name} and {other.name} are two places.")


def _easily_mistaken(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # here, so that importing the package loads nothing heavy

    last = fold(one.split()[-1]) == fold(other.split()[-1])
    return last or fuzz.ratio(fold(one), fold(other)) >= ALIKE_PLACES
