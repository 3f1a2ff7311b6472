"""Notes and what they are about, in the terms of the W3C Web Annotation Data Model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.notes.colours import Colour
    from corpus.text import Span

AnchorState = Literal["found", "changed", "orphaned"]
NoteKind = Literal["passage", "pair", "gap", "actor", "frame"]

# What a note is about, in words.
ABOUT: dict[NoteKind, str] = {
    "passage": "a passage",
    "pair": "a linked pair",
    "gap": "a gap",
    "actor": "the actor",
    "frame": "the frame",
}


@dataclass(frozen=True, slots=True)
class Target:
    """The words a note is about, as they stood when it was made.

    ``quote`` with ``prefix`` and ``suffix`` (up to 32 code points each) is a
    TextQuoteSelector, ``start`` and ``end`` a TextPositionSelector
    (https://www.w3.org/TR/annotation-model/#selectors). ``document`` is an
    absolute path or ``corpus:NAME``; ``sha256`` is the document's. ``lead``
    and ``trail`` (up to 128 code points each) stand before the prefix and
    after the suffix: they tell a passage from a copy of it elsewhere.
    """

    document: str
    sha256: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    lead: str = ""
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A note that is not saved yet: it has no id and no times."""

    text: str
    targets: tuple[Target, ...]
    tags: tuple[str, ...] = ()
    starred: bool = False
    kind: NoteKind = "passage"
    name: str = ""
    colour: Colour = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader wrote, or a bare star, on one target or on a linked pair.

    ``created`` and ``modified`` are ISO 8601 in UTC, ending in ``Z``.
    ``kind`` says what it is about: a passage or any span, a linked pair (two
    targets), a gap (its run of passages), an actor or a frame; ``name`` is
    the actor's or the frame's and otherwise empty. ``coder`` is whoever else
    made it; it is empty for the reader's own.
    """

    id: str
    text: str
    targets: tuple[Target, ...]
    tags: tuple[str, ...] = ()
    starred: bool = False
    created: str = ""
    modified: str = ""
    kind: NoteKind = "passage"
    name: str = ""
    colour: Colour = ""
    coder: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a target's words stand in a document as it is now.

    ``found``: the same words, no doubt about the place. ``changed``: words
    that differ, or a place to be checked. ``orphaned``: no span.
    """

    state: AnchorState
    span: Span | None
    now: str | None
