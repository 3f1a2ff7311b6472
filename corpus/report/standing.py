"""How a note stands in the texts as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.notes.anchoring import anchor
from corpus.notes.model import Anchor, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.notes.model import AnchorState, Note
    from corpus.text import Document

_LOST = Anchor("orphaned", None, None)
_WORST_FIRST: tuple[AnchorState, ...] = ("orphaned", "changed", "found")


@dataclass(frozen=True, slots=True)
class Standing:
    """A note, the target that is spoken of, and where its words stand now.

    Of a note on a pair the worse end counts. ``passage`` is the number of the
    passage in which the words begin.
    """

    note: Note
    target: Target
    anchor: Anchor
    passage: int | None = None


def standing(note: Note, documents: Sequence[Document]) -> Standing:
    """Where a note's words stand; a target whose document is not there is orphaned."""
    return _worst(note, note.targets, documents)


def standing_in(note: Note, documents: Sequence[Document]) -> Standing | None:
    """Where a note's words stand in these documents alone; None when it is about none of them."""
    targets = [target for target in note.targets if _document(target, documents)]
    return _worst(note, targets, documents) if targets else None


def by_need(standings: Sequence[Standing]) -> list[Standing]:
    """Orphans first, then what changed, then what was found; else in the order given."""
    return sorted(standings, key=lambda one: _WORST_FIRST.index(one.anchor.state))


def _worst(note: Note, targets: Sequence[Target], documents: Sequence[Document]) -> Standing:
    found = by_need([_standing(note, target, documents) for target in targets])
    return found[0] if found else Standing(note, _about(note), Anchor("found", None, None))


def _standing(note: Note, target: Target, documents: Sequence[Document]) -> Standing:
    document = _document(target, documents)
    if document is None:
        return Standing(note, target, _LOST)
    place = anchor(target, document)
    passage = document.passage_at(place.span.start) if place.span else None
    return Standing(note, target, place, passage.number if passage else None)


def _about(note: Note) -> Target:
    """What stands for the words of a note that is about no words: an actor, a frame."""
    return Target(document="", sha256="", start=0, end=0, quote=note.name)


def _document(target: Target, documents: Sequence[Document]) -> Document | None:
    """The target's document; else one of the very same bytes, wherever it lies now."""
    by_place = (d for d in documents if d.source == target.document)
    by_bytes = (d for d in documents if d.sha256 == target.sha256)
    return next(by_place, None) or next(by_bytes, None)
