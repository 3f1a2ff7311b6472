"""What is marked on the two texts: actors, targets, evidence, notes, selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.paint import Marks, layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.notes.model import Anchor, Note, Target
    from corpus.text import Document, Span
    from tui.casting import Lights
    from tui.facing import Facing
    from tui.place import Place
    from tui.selecting import Selection

STAR, NOTE, CHECK = "★", "•", "?"


class Noted(NamedTuple):
    """One target of a note on one side, and where its words stand now."""

    note: Note
    target: Target
    side: int
    anchor: Anchor


def noted_on(notes: Iterable[Note], documents: Sequence[Document]) -> tuple[Noted, ...]:
    """The notes on these documents, known by their source or by their content, re-anchored."""
    from corpus.notes.anchoring import anchor

    return tuple(
        Noted(note, target, side, anchor(target, document))
        for note in notes
        for target in note.targets
        for side, document in enumerate(documents)
        if document.source == target.document or document.sha256 == target.sha256
    )


def marks(
    facing: Facing,
    place: Place,
    lights: Lights | None,
    notes: Sequence[Noted],
    selection: Selection | None,
) -> tuple[Marks, Marks]:
    """The marks of both sides; later layers lie over earlier ones."""

    def one_side(side: int) -> Marks:
        here = [one for one in notes if one.side == side]
        current = lights.current if lights else None
        spans = {
            "note": [one.anchor.span for one in here if one.anchor.span],
            "evidence": facing.evidence_of(place.tie, side) if place.tie else (),
            "actor": _lit(lights, side),
            "target": [current.span] if current and current.side == side else (),
            "selection": [selection.span] if selection and selection.side == side else (),
        }
        layers = tuple(layer(name, marked) for name, marked in spans.items() if marked)
        return Marks(layers, _signs(facing.documents[side], here))

    return one_side(0), one_side(1)


def _lit(lights: Lights | None, side: int) -> Sequence[Span]:
    if lights is None or not lights.lit:
        return ()
    return [stop.span for stop in lights.stops if stop.side == side]


def sign(one: Noted) -> str:
    """The sign of a note: to be checked, starred, or plain."""
    if one.anchor.state != "found":
        return CHECK
    return STAR if one.note.starred else NOTE


def passage_of(one: Noted, document: Document) -> int | None:
    """The number of the passage that a note's words begin in; None when it lost its place."""
    passage = document.passage_at(one.anchor.span.start) if one.anchor.span else None
    return passage.number if passage else None


def _signs(document: Document, notes: Iterable[Noted]) -> dict[int, str]:
    """The sign beside each noted passage; of several, the one to be checked, then the star."""
    signs: dict[int, str] = {}
    for one in sorted(notes, key=lambda one: (CHECK, STAR, NOTE).index(sign(one)), reverse=True):
        number = passage_of(one, document)
        if number is not None:
            signs[number] = sign(one)
    return signs
