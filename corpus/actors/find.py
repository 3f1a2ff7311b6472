"""Who is in a story: from documents to actors."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from corpus.actors.chunks import Chunker, capitals_inside
from corpus.actors.model import Actor, Mention
from corpus.actors.settle import settle
from corpus.actors.spelling import fold
from corpus.actors.words import read_words
from corpus.segment import segment
from corpus.text import Document, Span, letter_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.actors.groups import Group
    from corpus.actors.model import MentionKind
    from corpus.actors.settle import Cast
    from corpus.actors.words import Words


def find_actors(texts: Sequence[str]) -> tuple[Actor, ...]:
    """Actors over all texts, which are called A, B, … in order.

    Offsets count code points into the given strings; page furniture is left
    out. The most mentioned come first. Deterministic.
    """
    return find_cast([_document(letter_id(i), text) for i, text in enumerate(texts)])


def _document(name: str, text: str) -> Document:
    found = segment(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, name, name, text, digest, found.passages, found.furniture, found.facts)


def find_cast(documents: Sequence[Document]) -> tuple[Actor, ...]:
    """Actors over documents: only what stands in their passages is read."""
    words = [read_words(document) for document in documents]
    seen = frozenset(word for column in words for word in capitals_inside(column))
    sightings = [s for i, column in enumerate(words) for s in Chunker(i, column, seen).sightings()]
    cast = settle(words, sightings)
    return _actors(cast)


def _actors(cast: Cast) -> tuple[Actor, ...]:
    groups = sorted(cast.groups, key=lambda g: -len(g.sightings))
    taken: dict[str, int] = {}
    return tuple(_actor(group, cast.words, taken) for group in groups)


def _actor(group: Group, words: Sequence[Words], taken: dict[str, int]) -> Actor:
    mentions = sorted(
        {_mention(words[s.document], s.first, s.last, kind) for s, kind in group.sightings},
        key=lambda m: (m.document, m.start, m.end),
    )
    return Actor(
        id=_slug(group.name, taken),
        name=group.name,
        type=group.type,
        aliases=tuple(dict.fromkeys(group.names)),
        mentions=tuple(mentions),
        why=tuple(dict.fromkeys(group.why)),
    )


def _mention(words: Words, first: int, last: int, kind: MentionKind) -> Mention:
    start, end = words.start[first], words.end[last - 1]
    document = words.document
    return Mention(document.id, start, end, document.quote(Span(start, end)), kind)


def _slug(name: str, taken: dict[str, int]) -> str:
    """A readable id that no other actor of the story has."""
    plain = re.sub(r"[^\w]+", "-", " ".join(map(fold, name.split()))).strip("-") or "actor"
    taken[plain] = taken.get(plain, 0) + 1
    return plain if taken[plain] == 1 else f"{plain}-{taken[plain]}"
