"""Keeping one notes file: in step with other programs, backed up, and mended when damaged."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from corpus.errors import InputError, OutputError
from corpus.notes import backups, database, files, salvage
from corpus.notes.database import DamagedError
from corpus.notes.ledger import Ledger
from corpus.notes.locking import alone, shared
from corpus.sanitise import one_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpus.errors import ReaderError
    from corpus.notes.events import Event

GROWTH = 16  # a new backup when one event in so many is in none …
FEWEST = 4  # … but not for fewer than these

T = TypeVar("T")
Hold = Callable[[Path], AbstractContextManager[None]]


class Keeper:
    """The ledger of one notes file, read anew whenever another program has added to it.

    Not for two threads at once: ``NoteStore`` lets one in at a time.
    """

    def __init__(self, path: Path, now: Callable[[], str]) -> None:
        self.told: list[str] = []
        self._path = path.resolve()  # a link to a file must not be taken for the file
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
        self._back_up(first=True)
        return self._attempt(lambda: self._commit(make), OutputError)

    def save_place(self, key: str, state: str) -> None:
        """Commit a reading place."""
        self._refuse_frozen()
        self._attempt(lambda: self._commit_place(key, state), OutputError)

    def place(self, key: str) -> str | None:
        """A reading place."""
        return self._attempt(lambda: self._read_place(key))

    def back_up(self) -> None:
        """Make a backup unless the newest one holds everything this run saved."""
        if self._saved and not self._frozen:
            self._back_up(first=False)

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
            database.write_place(connection, key, state)

    def _read_place(self, key: str) -> str | None:
        if self._frozen or not self._is_there():
            return None
        with database.reading(self._path) as connection:
            return database.read_place(connection, key)

    def _catch_up(self) -> None:
        if self._frozen or not self._is_there():
            return
        with database.reading(self._path) as connection:
            self._read_new(connection)

    def _check(self) -> None:
        if self._frozen or not self._is_there():
            return
        files.keep_private(self._path)
        with database.reading(self._path) as connection:
            database.check(connection)
            self._read_new(connection)
            version = database.version_of(connection)
        if salvage.ahead(self._path, self._ledger):
            raise DamagedError("a backup holds notes that it has lost")
        if version > len(database.UPGRADES):
            self.told.append(f"{self._name}: written by a newer version: read, but not written.")
        elif files.is_read_only(self._path):
            self.told.append(f"{self._name}: cannot be written here: notes are read, not saved.")

    def _is_there(self) -> bool:
        """Whether there is a file to read; DamagedError when only its backups are left."""
        if self._path.exists() and self._path.stat().st_size:
            return True
        if self._ledger.seq or backups.all_of(self._path):
            raise DamagedError("it is gone or empty")
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

    def _back_up(self, *, first: bool) -> None:
        """Make a backup when one is due; the reader is told when none can be made."""
        try:
            if self._attempt(lambda: self._is_due(first=first)):
                self._attempt(self._make_backup, OutputError, alone)
        except OutputError as error:
            sentence = f"No backup of the notes was made: {error}"
            if sentence not in self.told:
                self.told.append(sentence)

    def _is_due(self, *, first: bool) -> bool:
        """Before a run's first save, when a part of the log is in no backup, and at the end."""
        self._catch_up()
        seq = self._ledger.seq
        behind = seq - backups.reach(self._path, self._ledger.lineage)
        return behind >= (max(FEWEST, seq // GROWTH) if first and self._saved else 1)

    def _make_backup(self) -> None:
        self._catch_up()
        lineage, seq = self._ledger.lineage, self._ledger.seq
        if backups.reach(self._path, lineage) < seq:
            backups.make(self._path, lineage, seq)

    def _attempt(
        self, work: Callable[[], T], failure: type[ReaderError] = InputError, hold: Hold = shared
    ) -> T:
        """Do the work; when the file turns out damaged, mend it and do the work again."""
        try:
            try:
                with hold(self._path):
                    return work()
            except DamagedError:
                self._mend()
            with hold(self._path):
                return work()
        except DamagedError as error:
            raise failure(
                f"{self._name}: damaged, and cannot be mended ({error}); "
                "it was left as it is: move it away to start anew"
            ) from error
        except OSError as error:
            raise failure(f"{self._name}: {error.strerror}; check the data folder") from error

    def _mend(self) -> None:
        with alone(self._path):
            try:
                self._check()
            except DamagedError as error:
                mended = salvage.mend(self._path, str(error), self._ledger.events, self._now())
                self.told.append(mended.sentence)
                self._frozen = not mended.sound
                self._ledger = Ledger(mended.events if self._frozen else ())

    def _refuse_frozen(self) -> None:
        if self._frozen:
            raise OutputError(f"{self._name}: damaged, and could not be mended; nothing was saved")

    @property
    def _name(self) -> str:
        return one_line(str(self._path))
