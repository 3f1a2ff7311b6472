"""Events made: what a deed on a note or a decision adds to the log."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.notes import codec
from corpus.notes.events import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.notes.events import Deed, JsonObject, Subject
    from corpus.notes.ledger import Change, Ledger
    from corpus.notes.model import Note

NOTE = "note"  # the kind of subject that notes are


def made(
    deed: Deed, key: Subject, state: JsonObject | None, documents: tuple[str, ...], at: str
) -> Event:
    """One deed as an event, in a step of its own."""
    return Event(secrets.token_hex(8), secrets.token_hex(8), *key, deed, at, state, documents)


def noted(deed: Deed, note: Note, at: str, step: str = "") -> Event:
    """A deed on a note, as it stands afterwards; in a given step, or one of its own."""
    documents = tuple(dict.fromkeys(target.document for target in note.targets))
    event = made(deed, (NOTE, note.id), codec.encode(note), documents, at)
    return replace(event, step=step or event.step)


def reversals(deed: Deed, changes: Sequence[Change], at: str) -> Sequence[Event]:
    """The changes of one step taken back, the last first, or done again."""
    step = secrets.token_hex(8)
    ordered = reversed(changes) if deed == "undo" else changes
    return [_reversal(deed, change, at, step) for change in ordered]


def existing(ledger: Ledger, note_id: str) -> JsonObject:
    """The note's present state; InputError when there is none."""
    state = ledger.state((NOTE, note_id))
    if state is None:
        raise InputError(f"{note_id}: no such note; it may have been deleted: see `notes history`")
    return state


def _reversal(deed: Deed, change: Change, at: str, step: str) -> Event:
    done = change.event
    state = change.before if deed == "undo" else done.state
    return replace(made(deed, done.key, state, done.documents, at), step=step, of=done.step)
