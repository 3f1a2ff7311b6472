"""Notes as JSON, each with its state: these models are its one definition.

What few notes have is left out where a note has it not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from corpus.notes.colours import Colour
from corpus.notes.model import AnchorState, NoteKind
from corpus.report import citation
from corpus.report.schema import Model, Offset
from corpus.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.report.standing import Standing


class NoteTarget(Model):
    """The words a note is about, as they stood when it was made; ``open`` is a command."""

    document: str
    start: Offset
    end: Offset
    quote: str
    sha256: str = ""
    passage: int | None = None
    open: str = ""


class StandingNote(Model):
    """A note and where its words stand now; an orphan has no place."""

    id: str
    document: str
    quote: str
    text: str
    tags: tuple[str, ...]
    starred: bool
    state: AnchorState
    start: Offset | None
    end: Offset | None
    now: str | None
    targets: tuple[NoteTarget, ...]
    created: str
    modified: str
    kind: NoteKind = "passage"
    name: str = ""
    colour: Colour = ""
    coder: str = ""


NOTES = TypeAdapter(tuple[StandingNote, ...])


def render(standings: Sequence[Standing]) -> str:
    """The notes as a JSON array."""
    found = tuple(_note(one) for one in standings)
    notes = NOTES.dump_python(found, mode="json", exclude_defaults=True)
    return json_text(notes)


def _note(one: Standing) -> StandingNote:
    note, span = one.note, one.anchor.span
    return StandingNote(
        id=note.id,
        document=one.target.document,
        quote=one.target.quote,
        text=note.text,
        tags=note.tags,
        starred=note.starred,
        state=one.anchor.state,
        start=span.start if span else None,
        end=span.end if span else None,
        now=one.anchor.now,
        targets=tuple(_target(one, end) for end in one.ends if note.targets),
        created=note.created,
        modified=note.modified,
        kind=note.kind,
        name=note.name,
        colour=note.colour,
        coder=note.coder,
    )


def _target(one: Standing, end: Standing) -> NoteTarget:
    target = end.target
    return NoteTarget(
        document=target.document,
        start=target.start,
        end=target.end,
        quote=target.quote,
        sha256=target.sha256,
        passage=end.passage,
        open=citation.command(one, end),
    )
