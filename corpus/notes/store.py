"""Notes and decisions that nobody loses: the one door to the notes file."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from threading import RLock
from typing import TYPE_CHECKING, Self

from corpus.errors import InputError
from corpus.notes import codec, deeds
from corpus.notes.deeds import NOTE
from corpus.notes.keeper import Keeper

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from corpus.notes.events import Deed, Event, JsonObject
    from corpus.notes.ledger import Change, Ledger
    from corpus.notes.model import Draft, Note

_STRANGE = "{} notes are in a form that this version cannot read; they are kept, but not shown."


@dataclass(frozen=True, slots=True)
class Version:
    """A note as it stood after one deed; ``note`` is None when it was gone."""

    event: str
    deed: str
    at: str
    note: Note | None


class NoteStore:
    """Notes, decisions and reading places in one file.

    What a method saves is on the disk when it returns; when it raises
    ``OutputError`` nothing was saved and what stood there is untouched.

    Any thread may call any method: a lock lets one in at a time, and each
    operation uses a database connection of its own. A save waits for the
    disk (some milliseconds) and for other programs (ten seconds at most),
    so a screen calls from a worker. Other programs may save into the same
    file at any time; every call sees what they have committed.
    """

    def __init__(self, keeper: Keeper, now: Callable[[], str]) -> None:
        self._keeper = keeper
        self._now = now
        self._lock = RLock()
        self._notes: dict[str, tuple[JsonObject, Note | None]] = {}

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], str]) -> NoteStore:
        """The notes kept in ``path``, which need not exist; a damaged file is mended first.

        Args:
            path: the notes file. It and its folder are made by the first save.
            now: the present moment as ISO 8601 in UTC, ending in ``Z``.

        Raises:
            InputError: the file cannot be read, or is another program's.
        """
        keeper = Keeper(path, now)
        keeper.open()
        return cls(keeper, now)

    @property
    def told(self) -> Sequence[str]:
        """Sentences the reader must be told: damage, what came back, what cannot be saved."""
        with self._lock:
            states = self._keeper.ledger().states(NOTE).values()
            strange = sum(self._decoded(state) is None for state in states)
            return (*self._keeper.told, *([_STRANGE.format(strange)] if strange else []))

    def add(self, draft: Draft) -> Note:
        """Save a new note; it has an id of its own."""
        note = codec.note_of(draft, secrets.token_hex(8), self._now())
        self._save(lambda _: [self._noted("add", note)])
        return note

    def put(self, notes: Sequence[Note]) -> None:
        """Save notes as they are, ids and times kept, in one step that undo takes back whole."""

        def events(ledger: Ledger) -> Sequence[Event]:
            step = secrets.token_hex(8)
            known = ledger.states(NOTE)
            return [self._noted("edit" if n.id in known else "add", n, step) for n in notes]

        self._save(events)

    def edit(self, note: Note) -> Note:
        """Save a changed note under its id; the time of the change is set here."""
        changed = replace(note, modified=self._now())

        def events(ledger: Ledger) -> Sequence[Event]:
            deeds.existing(ledger, note.id)
            return [self._noted("edit", changed)]

        self._save(events)
        return changed

    def delete(self, note_id: str) -> None:
        """Delete a note; its history stays, and ``restore`` brings it back."""

        def events(ledger: Ledger) -> Sequence[Event]:
            state = deeds.existing(ledger, note_id)
            return [replace(self._noted("delete", codec.decode(state)), state=None)]

        self._save(events)

    def restore(self, note_id: str, event: str | None = None) -> Note:
        """Bring a note back as it last stood, or as it stood after one event of its history.

        Raises:
            InputError: there is no such note, or no such event in its history.
        """
        with self._lock:
            versions = [v for v in self.history(note_id) if event in (None, v.event)]
            states = [version.note for version in versions if version.note]
            if not states:
                raise InputError(f"{note_id}: no such note to restore; see `notes history`")
            note = replace(states[-1], modified=self._now())
            self._save(lambda _: [self._noted("restore", note)])
            return note

    def notes(self, document: str | None = None) -> Sequence[Note]:
        """All notes in the order they were made, or those with a target in one document."""
        with self._lock:
            states = self._keeper.ledger().states(NOTE)
            notes = [note for note in map(self._decoded, states.values()) if note]
        return [n for n in notes if document in (None, *(t.document for t in n.targets))]

    def note(self, note_id: str) -> Note | None:
        """The note with this id; None when there is none or it was deleted."""
        with self._lock:
            state = self._keeper.ledger().state((NOTE, note_id))
            return self._decoded(state) if state else None

    def history(self, note_id: str) -> Sequence[Version]:
        """The note after each deed, oldest first; empty for an unknown id."""
        with self._lock:
            events = self._keeper.ledger().history((NOTE, note_id))
        return [Version(e.id, e.deed, e.at, codec.readable(e.state)) for e in events]

    def undo(self, documents: Collection[str] | None = None) -> Sequence[Event]:
        """Take back the latest step not yet undone, of this program or an earlier one.

        Args:
            documents: when given, only steps that concern one of these sources.

        Returns:
            The events taken back; empty when there is nothing to undo.
        """
        with self._lock:
            return self._reverse("undo", lambda ledger: ledger.undoable(documents))

    def redo(self, documents: Collection[str] | None = None) -> Sequence[Event]:
        """Do again the latest step undone; what it gives and takes is as for ``undo``."""
        with self._lock:
            return self._reverse("redo", lambda ledger: ledger.redoable(documents))

    def decide(
        self, kind: str, subject: str, state: JsonObject | None, documents: Sequence[str] = ()
    ) -> None:
        """Save a decision other than a note, such as a link confirmed by hand.

        Args:
            kind: a word of the caller's: ``link``, ``actor`` …; not ``note``.
            subject: what is decided on; a later decision on it replaces the earlier.
            state: a JSON object; None takes the decision away.
            documents: the sources concerned, for ``undo``.
        """
        if kind == NOTE:
            raise ValueError("notes have methods of their own")
        self._save(
            lambda _: [deeds.made("decide", (kind, subject), state, tuple(documents), self._now())]
        )

    def decisions(self, kind: str) -> Mapping[str, JsonObject]:
        """The decisions of one kind that hold, by subject."""
        with self._lock:
            return self._keeper.ledger().states(kind)

    def save_place(self, key: str, state: str) -> None:
        """Keep where a story was left: a small JSON text under the story's key; no undo."""
        with self._lock:
            self._keeper.save_place(key, state)

    def place(self, key: str) -> str | None:
        """Where a story was left; None when it was never read."""
        with self._lock:
            return self._keeper.place(key)

    def close(self) -> None:
        """Leave a checked backup of what was saved."""
        with self._lock:
            self._keeper.back_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _save(self, make: Callable[[Ledger], Sequence[Event]]) -> Sequence[Event]:
        with self._lock:
            return self._keeper.save(make)

    def _reverse(self, deed: Deed, find: Callable[[Ledger], Sequence[Change]]) -> Sequence[Event]:
        taken: list[Event] = []

        def events(ledger: Ledger) -> Sequence[Event]:
            changes = find(ledger)
            taken[:] = [change.event for change in changes]
            return deeds.reversals(deed, changes, self._now())

        if find(self._keeper.ledger()):
            self._save(events)
        return tuple(taken)

    def _noted(self, deed: Deed, note: Note, step: str = "") -> Event:
        return deeds.noted(deed, note, self._now(), step)

    def _decoded(self, state: JsonObject) -> Note | None:
        """The note in a state, decoded once as long as the state stands."""
        name = str(state.get("id"))
        held = self._notes.get(name)
        if held is None or held[0] is not state:
            held = self._notes[name] = state, codec.readable(state)
        return held[1]
