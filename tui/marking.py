"""What is marked on the two texts: actors, targets, evidence, notes, selection."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from corpus.sanitise import one_line
from tui.cells import begun
from tui.paint import Layer, Marks, layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpus.notes.model import Anchor, Note, Target
    from corpus.text import Document, Span
    from tui.casting import Lights
    from tui.facing import Facing
    from tui.place import Place
    from tui.selecting import Selection

STAR, NOTE, CHECK = "★", "•", "?"
_URGENCY = f"{CHECK}{STAR}YGBRV{NOTE}"


class Noted(NamedTuple):
    """One target of a note on one side, and where its words stand now."""

    note: Note
    target: Target
    side: int
    anchor: Anchor


def noted_on(
    notes: Iterable[Note],
    documents: Sequence[Document],
    find: Callable[[Target, Document], Anchor],
) -> tuple[Noted, ...]:
    """The notes on these documents, known by their source or by their content, found again."""
    return tuple(
        Noted(note, target, side, find(target, document))
        for note in notes
        for target in note.targets
        for side, document in enumerate(documents)
        if document.source == target.document or document.sha256 == target.sha256
    )


@dataclass(frozen=True, eq=False)
class Notes:
    """The notes on two facing documents; what they mark and how they stand is told once."""

    documents: tuple[Document, Document]
    noted: tuple[Noted, ...] = ()

    @cached_property
    def marks(self) -> tuple[Marks, Marks]:
        """What the notes alone mark on each side."""
        return self._marks_on(0), self._marks_on(1)

    def _marks_on(self, side: int) -> Marks:
        here = [one for one in self.noted if one.side == side]
        return Marks(_layers(_noted(here)), _signs(self.documents[side], here))

    @cached_property
    def _by_passage(self) -> dict[tuple[int, int], list[Noted]]:
        found: dict[tuple[int, int], list[Noted]] = {}
        for one in self.noted:
            for number in numbers_of(one, self.documents[one.side]):
                found.setdefault((one.side, number), []).append(one)
        return found

    def at(self, side: int, number: int) -> Sequence[Noted]:
        """The notes on one passage, oldest first."""
        return self._by_passage.get((side, number), ())

    @cached_property
    def number(self) -> int:
        """How many notes there are."""
        return len({one.note.id for one in self.noted})

    @cached_property
    def astray(self) -> Counter[str]:
        """How many notes stand so in one of the texts, by their state."""
        return Counter(state for _, state in {(n.note.id, n.anchor.state) for n in self.noted})


def marks(
    facing: Facing,
    place: Place,
    lights: Lights | None,
    notes: Notes,
    selection: Selection | None,
) -> tuple[Marks, Marks]:
    """The marks of both sides; later layers lie over earlier ones.

    Layers of notes, evidence and lights are the same objects as long as those are.
    """

    def one_side(side: int) -> Marks:
        of_notes = notes.marks[side]
        current = lights.current if lights else None
        evidence = [facing.evidence_of(place.tie, side)] if place.tie else []
        lit = lights.stops.layers[side] if lights and lights.lit else ()
        now = {
            "target": [current.span] if current and current.side == side else (),
            "selection": [selection.span] if selection and selection.side == side else (),
        }
        layers = (*of_notes.layers, *(one for one in evidence if one.spans), *lit, *_layers(now))
        return Marks(layers, of_notes.noted)

    return one_side(0), one_side(1)


def _layers(spans: Mapping[str, Sequence[Span]]) -> tuple[Layer, ...]:
    return tuple(layer(name, marked) for name, marked in spans.items() if marked)


def _noted(notes: Iterable[Noted]) -> dict[str, Sequence[Span]]:
    """The words of notes, by the mark of their colour: each colour is a layer of its own."""
    found: dict[str, list[Span]] = {}
    for one in notes:
        if one.anchor.span:
            name = f"note-{one.note.colour}" if one.note.colour else "note"
            found.setdefault(name, []).append(one.anchor.span)
    return {**found}


def note_lights(notes: Iterable[Noted], side: int, span: Span) -> Lights:
    """The words of notes as what ``n`` walks, at one of them; unlit, for they have own marks."""
    from tui.casting import Lights, Stop, Stops

    stops = Stops(sorted({Stop(one.side, one.anchor.span) for one in notes if one.anchor.span}))
    here = Stop(side, span)
    return Lights("notes", stops, stops.index(here) if here in stops else -1, lit=False)


def sign(one: Noted) -> str:
    """The sign of a note: to be checked, starred, the letter of its colour, or plain."""
    if one.anchor.state != "found":
        return CHECK
    return STAR if one.note.starred else one.note.colour[:1].upper() or NOTE


def says(note: Note) -> bool:
    """Whether a note has anything to tell; a bare star has not."""
    return bool(note.text or note.tags or note.colour)


def told(one: Noted, document: Document) -> str:
    """A note in a line, with the passage it begins in."""
    note = one.note
    words = [*(f"#{tag}" for tag in note.tags), begun(note.text)]
    state = "" if one.anchor.state == "found" else f"{one.anchor.state}:"
    place = f"{document.id}·{passage_of(one, document) or '?'}"
    return one_line(" ".join(w for w in (sign(one), place, note.colour, state, *words) if w))


def numbers_of(one: Noted, document: Document) -> range:
    """The numbers of the passages that a note's words stand in; none when they are lost."""
    span = one.anchor.span
    first = document.passage_at(span.start) if span else None
    last = document.passage_at(max(span.start, span.end - 1)) if span else None
    return range(first.number, last.number + 1) if first and last else range(0)


def passage_of(one: Noted, document: Document) -> int | None:
    """The number of the passage that a note's words begin in; None when it lost its place."""
    passage = document.passage_at(one.anchor.span.start) if one.anchor.span else None
    return passage.number if passage else None


def _signs(document: Document, notes: Iterable[Noted]) -> dict[int, str]:
    """The sign beside each noted passage; of several, what is to be checked, then the star."""
    signs: dict[int, str] = {}
    for one in sorted(notes, key=lambda one: _URGENCY.find(sign(one)), reverse=True):
        signs |= dict.fromkeys(numbers_of(one, document), sign(one))
    return signs
