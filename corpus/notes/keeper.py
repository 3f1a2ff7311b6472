"""Keeping one notes file: in step with other programs, backed up, and mended when damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from corpus.errors import InputError, OutputError
from corpus.notes import backups, database, salvage
from corpus.notes.database import DamagedError
from corpus.notes.ledger import Ledger
from corpus.notes.locking import alone, shared
from corpus.sanitise import one_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpus.notes.events import Event

GROWTH = 16  # a new backup when one event in so many is in none …
FEWEST = 4  # … but not for fewer than these

T = TypeVar("T")


class Keeper:
    """The ledger of one notes file, read anew whenever another program has added to it.

    Not for two threads at once: ``NoteStore`` lets one in at a time.
    """

    def __init__(self, path: Path, now: Callable[[], str]) -> None:
        self.told: list[str] = []
        self._path = path
        self._now = now
        self._ledger = Ledger()
        self._saved = False
        self._frozen = False  # damaged where nothing can be written: what was read stands

    def open(self) -> None:
        """Check the whole file, mend it when it is damaged, and read it."""
        self._attempt(self._check)

    def ledger(self) -> Ledger:
        """The ledger with everything committed so far."""
        self._attempt(self._catch_up)
        return self._ledger

    def save(self, make: Callable[[Ledger], Sequence[Event]]) -> Sequence[Event]:
        """Commit what ``make`` gives for the present ledger, and return it.

        Raises:
            OutputError: nothing was saved.
        """
        self._refuse_frozen()
        self._attempt(self._back_up_first)
        return self._attempt(lambda: self._commit(make))

    def save_place(self, key: str, state: str) -> None:
        """Commit a reading place."""
        self._refuse_frozen()
        self._attempt(lambda: self._commit_place(key, state))

    def place(self, key: str) -> str | None:
        """A reading place."""
        return self._attempt(lambda: self._read_place(key))

    def back_up(self) -> None:
        """Make a backup unless the newest one holds everything this run saved."""
        if not self._saved or self._frozen:
            return
        try:
            self._attempt(self._back_up)
        except OutputError as error:
            self.told.append(f"All notes are saved, but no backup was made: {error}")

    def _commit(self, make: Callable[[Ledger], Sequence[Event]]) -> Sequence[Event]:
        with database.writing(self._path) as connection:
            self._read_new(connection)
            events = make(self._ledger)
            born = bool(self._ledger.seq) or not events
            all_new = events if born else [salvage.birth("create", self._now()), *events]
            database.append(connection, self._ledger.seq, all_new)
        self._saved = True
        for event in all_new:
            self._ledger.apply(event)
        return events

    def _commit_place(self, key: str, state: str) -> None:
        with database.writing(self._path) as connection:
            connection.execute("INSERT OR REPLACE INTO places VALUES (?, ?)", (key, state))

    def _read_place(self, key: str) -> str | None:
        if self._frozen or not self._path.exists():
            return None
        with database.reading(self._path) as connection:
            if not database.version_of(connection):
                return None
            query = "SELECT state FROM places WHERE key = ?"
            row = connection.execute(query, (key,)).fetchone()
        return None if row is None else str(row[0])

    def _catch_up(self) -> None:
        if self._frozen or not self._is_there():
            return
        with database.reading(self._path) as connection:
            self._read_new(connection)

    def _check(self) -> None:
        if not self._is_there():
            return
        database.keep_private(self._path)
        with database.reading(self._path) as connection:
            database.check(connection)
            self._read_new(connection)
            version = database.version_of(connection)
        if salvage.ahead(self._path, self._ledger):
            raise DamagedError("a backup holds notes that it has lost")
        if version > len(database.UPGRADES):
            self.told.append(f"{self._name}: written by a newer version: read, but not written.")
        elif database.is_read_only(self._path):
            self.told.append(f"{self._name}: cannot be written here: notes are read, not saved.")

    def _is_there(self) -> bool:
        """Whether there is a file to read; DamagedError when only its backups are left."""
        if self._path.exists() and self._path.stat().st_size:
            return True
        if backups.all_of(self._path):
            raise DamagedError("it is gone or empty")
        self._ledger = Ledger()
        return False

    def _read_new(self, connection: sqlite3.Connection) -> None:
        """Apply what was committed since, or all of it when the file is another one now."""
        known = self._ledger.seq
        events = database.read_log(connection, max(0, known - 1))
        if known and (not events or events[0].id != self._ledger.last_id):
            self._ledger = Ledger(database.read_log(connection))
            return
        for event in events[1 if known else 0 :]:
            self._ledger.apply(event)

    def _back_up_first(self) -> None:
        """A backup before a run's first save, and whenever a part of the log is in none."""
        if not self._is_there():
            return
        self._catch_up()
        seq = self._ledger.seq
        behind = seq - backups.reach(self._path, self._ledger.lineage)
        if behind and (not self._saved or behind >= max(FEWEST, seq // GROWTH)):
            backups.make(self._path, self._ledger.lineage, seq)

    def _back_up(self) -> None:
        self._catch_up()
        seq = self._ledger.seq
        if backups.reach(self._path, self._ledger.lineage) < seq:
            backups.make(self._path, self._ledger.lineage, seq)

    def _attempt(self, work: Callable[[], T]) -> T:
        """Do the work; when the file turns out damaged, mend it and do the work again."""
        try:
            with shared(self._path):
                return work()
        except DamagedError:
            self._mend()
        try:
            with shared(self._path):
                return work()
        except DamagedError as error:
            raise InputError(
                f"{self._name}: damaged, and cannot be mended ({error}); "
                "it was left as it is: move it away to start anew"
            ) from error

    def _mend(self) -> None:
        with alone(self._path):
            try:
                self._check()
            except DamagedError as error:
                self._salvage(str(error))

    def _salvage(self, reason: str) -> None:
        gathered = salvage.gather(self._path)
        self._ledger = Ledger(gathered.events)
        notes = len(self._ledger.states("note"))
        try:
            aside = salvage.rebuild(self._path, gathered.events, self._now())
        except OutputError as error:
            self._frozen = True
            kept = f"It could not be mended, so nothing can be saved: {error}"
        else:
            self._ledger = Ledger()
            kept = f"The old file is kept as {one_line(aside.name)}." if aside else ""
        self.told.append(
            f"{self._name} was damaged ({one_line(reason)}). {notes} notes were read back from it "
            f"and its backups; {_lost(gathered.missing)}. {kept}".rstrip()
        )

    def _refuse_frozen(self) -> None:
        if self._frozen:
            raise OutputError(f"{self._name}: damaged, and could not be mended; nothing was saved")

    @property
    def _name(self) -> str:
        return one_line(str(self._path))


def _lost(missing: int) -> str:
    return f"{missing} saved changes could not be" if missing else "no saved change is known lost"
