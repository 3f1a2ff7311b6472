"""What each text calls an actor, counted: breakaway republic, the Republic, our president."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.actors.rulings import spelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.actors.model import Actor, Mention, MentionKind

_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Naming:
    """Words a text has for an actor: how it says them first, as what, how often, and where."""

    words: str
    kind: MentionKind
    count: int
    first: Mention


def naming(actor: Actor, document: str) -> tuple[Naming, ...]:
    """What one text calls an actor, most often first; pronouns are no names.

    Capitals, white space and an article in front make no difference.
    """
    found: dict[str, list[Mention]] = {}
    for mention in actor.mentions_in(document):
        if mention.kind != "pronoun":
            found.setdefault(_bare(spelled(mention.text)), []).append(mention)
    named = [
        Naming(_bare(" ".join(said[0].text.split())), said[0].kind, len(said), said[0])
        for said in found.values()
    ]
    return tuple(sorted(named, key=lambda one: -one.count))


def kinds(actor: Actor, document: str) -> Mapping[MentionKind, int]:
    """How often one text speaks of an actor by each kind of mention."""
    return Counter(mention.kind for mention in actor.mentions_in(document))


def _bare(words: str) -> str:
    """Words without an article in front."""
    for article in _ARTICLES:
        if words.lower().startswith(article):
            return words[len(article) :]
    return words
