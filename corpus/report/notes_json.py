"""Notes as JSON, each with its state: these models are its one definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from corpus.notes.model import AnchorState
from corpus.report.schema import Model, Offset
from corpus.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.report.standing import Standing


class NoteTarget(Model):
    """The words a note is about, as they stood when it was made."""

    document: str
    start: Offset
    end: Offset
    quote: str


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


NOTES = TypeAdapter(tuple[StandingNote, ...])


def render(standings: Sequence[Standing]) -> str:
    """The notes as a JSON array."""
    notes = NOTES.dump_python(tuple(_note(one) for one in standings), mode="json")
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
        targets=tuple(NoteTarget.model_validate(target) for target in note.targets),
        created=note.created,
        modified=note.modified,
    )
