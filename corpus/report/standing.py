"""How a note stands in the texts as they are now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.notes import anchoring
from corpus.notes.model import Anchor, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.notes.model import AnchorState, Note
    from corpus.text import Document

_LOST = Anchor("orphaned", None, None)
WORST_FIRST: tuple[AnchorState, ...] = ("orphaned", "changed", "found")

Finder = Callable[[Target, "Document"], Anchor]


@dataclass(frozen=True, slots=True)
class Standing:
    """A note, the target that is spoken of, and where its words stand now.

    Of a note on a pair the worse end counts, and ``others`` are the rest.
    ``passage`` is the number of the passage in which the words begin,
    ``source`` where the text lies now and ``sha256`` the hash of what it
    says; both are empty when it is not there.
    """

    note: Note
    target: Target
    anchor: Anchor
    passage: int | None = None
    source: str = ""
    sha256: str = ""
    others: tuple[Standing, ...] = ()

    @property
    def ends(self) -> tuple[Standing, ...]:
        """The standing of each target, in the note's order."""
        order = {id(target): at for at, target in enumerate(self.note.targets)}
        return tuple(sorted((self, *self.others), key=lambda one: order.get(id(one.target), 0)))


def standing(
    note: Note, documents: Sequence[Document], find: Finder = anchoring.anchor
) -> Standing:
    """Where a note's words stand; a target whose document is not there is orphaned.

    Args:
        note: on any texts, or on none.
        documents: the texts there are.
        find: what finds a target's words; one that remembers is quicker.
    """
    return _worst(note, note.targets, documents, find)


def standing_in(
    note: Note, documents: Sequence[Document], find: Finder = anchoring.anchor
) -> Standing | None:
    """Where a note's words stand in these documents alone; None when it is about none of them."""
    targets = [target for target in note.targets if document_of(target, documents)]
    return _worst(note, targets, documents, find) if targets else None


def by_need(standings: Sequence[Standing]) -> list[Standing]:
    """Orphans first, then what changed, then what was found; else in the order given."""
    return sorted(standings, key=lambda one: WORST_FIRST.index(one.anchor.state))


def document_of(target: Target, documents: Sequence[Document]) -> Document | None:
    """The target's document; else one of the very same bytes, wherever it lies now."""
    by_place = (d for d in documents if d.source == target.document)
    by_bytes = (d for d in documents if d.sha256 == target.sha256)
    return next(by_place, None) or next(by_bytes, None)


def _worst(
    note: Note, targets: Sequence[Target], documents: Sequence[Document], find: Finder
) -> Standing:
    found = by_need([_standing(note, target, documents, find) for target in targets])
    if not found:
        return Standing(note, _about(note), Anchor("found", None, None))
    return replace(found[0], others=tuple(found[1:]))


def _standing(note: Note, target: Target, documents: Sequence[Document], find: Finder) -> Standing:
    document = document_of(target, documents)
    if document is None:
        return Standing(note, target, _LOST)
    place = find(target, document)
    passage = document.passage_at(place.span.start) if place.span else None
    number = passage.number if passage else None
    return Standing(note, target, place, number, document.source, document.sha256)


def _about(note: Note) -> Target:
    """What stands for the words of a note that is about no words: an actor, a frame."""
    return Target(document="", sha256="", start=0, end=0, quote=note.name)
