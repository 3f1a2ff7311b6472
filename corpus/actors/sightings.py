"""Places in the text where somebody may be named, before it is settled who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.actors.lexicon import Known
    from corpus.actors.model import MentionKind

# maybe: a word that is a name only if the story names somebody so elsewhere.
Guess = Literal["person", "organisation", "place", "unknown", "maybe"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that may name an actor.

    ``first`` and ``last`` (exclusive) count words of the document with this
    index in the story; ``sentence`` its sentence. ``firm`` says that the words
    themselves tell the type; ``gender`` is what a title in front tells.
    """

    document: int
    first: int
    last: int
    sentence: int
    guess: Guess
    name: str
    kind: MentionKind = "name"
    known: Known | None = None
    gender: str = ""
    firm: bool = False
