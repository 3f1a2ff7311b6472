"""What is marked on the two texts: actors, targets, evidence, notes, selection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from tui.paint import Marks, layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.notes.model import Anchor, Note
    from corpus.text import Document
    from tui.casting import Stop
    from tui.facing import Facing
    from tui.place import Place
    from tui.selecting import Selection

STAR, NOTE, CHECK = "★", "•", "?"


@dataclass(frozen=True, slots=True)
class Noted:
    """One target of a note on one side, and where its words stand now."""

    note: Note
    side: int
    anchor: Anchor


def noted_on(notes: Iterable[Note], documents: Sequence[Document]) -> tuple[Noted, ...]:
    """The notes on these documents, known by their source or by their content, re-anchored."""
    from corpus.notes.anchoring import anchor

    return tuple(
        Noted(note, side, anchor(target, document))
        for note in notes
        for target in note.targets
        for side, document in enumerate(documents)
        if document.source == target.document or document.sha256 == target.sha256
    )


def marks(
    facing: Facing,
    place: Place,
    *,
    lit: Sequence[Stop] = (),
    current: Stop | None = None,
    notes: Sequence[Noted] = (),
    selection: Selection | None = None,
) -> tuple[Marks, Marks]:
    """The marks of both sides; later layers lie over earlier ones."""
    left, right = (
        _marks_of(side, facing, place, lit, current, notes, selection) for side in (0, 1)
    )
    return left, right


def _marks_of(
    side: int,
    facing: Facing,
    place: Place,
    lit: Sequence[Stop],
    current: Stop | None,
    notes: Sequence[Noted],
    selection: Selection | None,
) -> Marks:
    here = [one for one in notes if one.side == side]
    stops = {
        "note": [one.anchor.span for one in here if one.anchor.span],
        "evidence": facing.evidence_of(place.tie, side) if place.tie else (),
        "actor": [stop.span for stop in lit if stop.side == side],
        "target": [current.span] if current and current.side == side else [],
        "selection": [selection.span] if selection and selection.side == side else [],
    }
    layers = tuple(layer(name, spans) for name, spans in stops.items() if spans)
    return Marks(layers, _signs(facing.documents[side], here))


def _signs(document: Document, notes: Iterable[Noted]) -> dict[int, str]:
    """The sign beside each noted passage: to be checked before starred before noted."""
    signs: dict[int, str] = {}
    for one in notes:
        span: Span | None = one.anchor.span
        passage = document.passage_at(span.start) if span else None
        if passage is None:
            continue
        sign = STAR if one.note.starred else NOTE
        if one.anchor.state == "changed":
            sign = CHECK
        if signs.get(passage.number) not in {CHECK, STAR}:
            signs[passage.number] = sign
    return signs
