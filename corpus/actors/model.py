"""Who is in a story: the values the actor finder gives.

All spans carry their document's id; offsets are code points into its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

ActorType = Literal["person", "organisation", "place", "unnamed"]
MentionKind = Literal["name", "nominal", "pronoun", "demonym", "metonym"]
StatementMode = Literal["direct", "indirect", "mixed"]
Deed = Literal["merged", "split", "moved", "renamed", "retyped"]
"""What the reader did to an actor that was found."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words in one document."""

    document: str
    start: int
    end: int
    text: str


def place_of(words: Excerpt) -> tuple[int, str, int, int]:
    """Where words stand, to sort by: document by document (A to Z, then AA), in reading order."""
    return len(words.document), words.document, words.start, words.end


@dataclass(frozen=True, slots=True)
class Mention(Excerpt):
    """A place where an actor is spoken of, and by what kind of word."""

    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Statement:
    """What an actor is said to say; ``content`` in reading order, possibly in parts."""

    document: str
    mode: StatementMode
    verb: Excerpt
    content: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class ByHand:
    """A decision of the reader's that made an actor what it is.

    ``words`` is a sentence; ``other`` the id of the actor it was split from.
    """

    kind: Deed
    words: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts or speaks, over all documents of a story.

    ``aliases`` are the distinct names it is called by, ``roles`` the offices
    each document gives it, in reading order. ``why`` holds one sentence for
    each pair of names that was taken for the same actor. ``hand`` is empty
    but where the reader overruled what was found.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...]
    mentions: Sequence[Mention]
    roles: tuple[Excerpt, ...] = ()
    statements: Sequence[Statement] = ()
    why: tuple[str, ...] = ()
    hand: tuple[ByHand, ...] = ()

    def mentions_in(self, document: str) -> tuple[Mention, ...]:
        """The mentions in one document, in reading order."""
        from corpus.actors.excerpts import inside

        return tuple(inside(self.mentions, document))

    def roles_in(self, document: str) -> tuple[Excerpt, ...]:
        """The roles one document gives this actor."""
        return tuple(r for r in self.roles if r.document == document)

    def statements_in(self, document: str) -> tuple[Statement, ...]:
        """What one document has this actor say."""
        return tuple(s for s in self.statements if s.document == document)


@dataclass(frozen=True, slots=True)
class SimilarNames:
    """Two actors whose names are alike and who were kept apart, and why."""

    one: str
    other: str
    words: str
