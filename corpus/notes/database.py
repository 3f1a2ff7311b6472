"""The notes file: one SQLite database whose every commit is on the disk.

Each operation opens a connection of its own and closes it, so any thread and
any process may call at any time: SQLite's locks, taken with ``BEGIN
IMMEDIATE`` and a busy timeout, set them in order, and no connection ever
holds on to a file that was renamed. ``journal_mode=DELETE`` with
``synchronous=EXTRA`` syncs the file, the journal and the folder before a
commit returns (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus.errors import InputError, OutputError
from corpus.notes import files
from corpus.notes.events import body_of, read_body, seal_of
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from corpus.errors import ReaderError
    from corpus.notes.events import Event

APPLICATION_ID = 0x4F53_5231  # "OSR1", so that another program's database is told apart
PAGE_SIZE = 4096
PATIENCE = 10.0  # seconds to wait for another program that is saving

_EVENTS = "seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, seal TEXT NOT NULL"

# The statements that lead from each version of the format to the next.
UPGRADES: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"CREATE TABLE events ({_EVENTS})",
        "CREATE TABLE places (key TEXT PRIMARY KEY, state TEXT NOT NULL)",
    ),
)

TABLES = {"events", "places", "sqlite_sequence", "sqlite_autoindex_places_1"}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_HELD = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class DamagedError(Exception):
    """The file is not what was written; its words say how that shows."""


@contextmanager
def reading(path: Path) -> Generator[sqlite3.Connection]:
    """A connection in a read transaction.

    It is opened for writing where that is allowed, because only then can
    SQLite roll back what a crash left half done; where it is not, that is
    done on a copy.
    """
    with _reach(path) as (reachable, mode), _opened(reachable, mode, InputError) as connection:
        connection.execute("BEGIN")
        yield connection


@contextmanager
def writing(path: Path) -> Generator[sqlite3.Connection]:
    """A connection in a write transaction; committed, and safe on the disk, on leaving."""
    if path.exists() and files.is_read_only(path):
        raise OutputError(f"{one_line(str(path))}: cannot be written here; nothing was saved")
    if not path.exists():
        files.create(path)
    with bare(path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        _upgrade(connection, path)
        yield connection
        connection.execute("COMMIT")


@contextmanager
def bare(path: Path) -> Generator[sqlite3.Connection]:
    """A connection for writing, in no transaction yet."""
    with _opened(path, "rw", OutputError) as connection:
        yield connection


def check(connection: sqlite3.Connection) -> None:
    """DamagedError unless the structure and the schema of the file are as written."""
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise DamagedError(str(verdict))
    if version_of(connection) == len(UPGRADES) and _names(connection) != TABLES:
        raise DamagedError("its tables are not those of a notes file")


def read_log(connection: sqlite3.Connection, after: int = 0) -> Sequence[Event]:
    """The events with a sequence number above ``after``, each checked against its seal.

    The numbers must follow one another without a hole: a missing row is
    damage, not silence. A newer format's seals are not judged.
    """
    version = version_of(connection)
    if version == 0:
        return ()
    query = "SELECT seq, body, seal FROM events WHERE seq > ? ORDER BY seq"
    events: list[Event] = []
    for seq, body, seal in connection.execute(query, (after,)):
        number, event = _checked(body, seal, newer=version > len(UPGRADES))
        if not number == seq == after + len(events) + 1:
            raise DamagedError(f"event {after + len(events) + 1} is missing")
        events.append(event)
    return events


def append(connection: sqlite3.Connection, seq: int, events: Sequence[Event]) -> None:
    """Write events after number ``seq``."""
    for number, event in enumerate(events, seq + 1):
        body = body_of(number, event)
        row = (number, body, seal_of(body))
        connection.execute("INSERT INTO events (seq, body, seal) VALUES (?, ?, ?)", row)


def read_place(connection: sqlite3.Connection, key: str) -> str | None:
    """Where a story was left; None when it was never read."""
    if not version_of(connection):
        return None
    row = connection.execute("SELECT state FROM places WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def write_place(connection: sqlite3.Connection, key: str, state: str) -> None:
    """Keep where a story was left, instead of where it was before."""
    connection.execute("INSERT OR REPLACE INTO places (key, state) VALUES (?, ?)", (key, state))


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the file's format; 0 for a file without any."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _checked(body: object, seal: object, *, newer: bool) -> tuple[int, Event]:
    if not isinstance(body, str) or not (newer or seal == seal_of(body)):
        raise DamagedError("an event is garbled")
    try:
        return read_body(body)
    except ValueError as error:
        raise DamagedError(str(error)) from error


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    version = version_of(connection)
    if version > len(UPGRADES):
        raise OutputError(
            f"{one_line(str(path))}: written by a newer ossetia-reader (format {version}); "
            "it can be read, but nothing can be saved until you install that version"
        )
    if version == len(UPGRADES):
        return
    for statements in UPGRADES[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(UPGRADES)}")


@contextmanager
def _reach(path: Path) -> Generator[tuple[Path, str]]:
    """The file and the mode to open it in; a copy when a crash must be undone and cannot here."""
    mode, journal = files.mode_of(path), path.with_name(f"{path.name}-journal")
    if mode == "rw" or not journal.exists():
        yield path, mode
        return
    with TemporaryDirectory() as folder:
        for source in (path, journal):
            shutil.copyfile(source, Path(folder) / source.name)
        yield Path(folder) / path.name, "rw"


@contextmanager
def _opened(path: Path, mode: str, failure: type[ReaderError]) -> Generator[sqlite3.Connection]:
    try:
        with closing(_connect(path, mode)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise _told(error, path, failure) from error


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.text_factory = _lenient
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _lenient(raw: bytes) -> str:
    """Text as it stands, garbled or not: its seal is the judge."""
    return raw.decode("utf-8", "replace")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    _judge(connection, path)


def _judge(connection: sqlite3.Connection, path: Path) -> None:
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    names = _names(connection)
    if not names or (owner == APPLICATION_ID and version_of(connection) > 0):
        return
    if "events" in names and "places" in names:
        raise DamagedError("its header is garbled")
    raise InputError(
        f"{one_line(str(path))}: another program's database, not a notes file; "
        "name another data folder"
    )


def _names(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def _told(error: sqlite3.Error, path: Path, failure: type[ReaderError]) -> Exception:
    """The error as one of ours: damage to be mended, or a sentence for the reader."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = one_line(str(path))
    if code in _DAMAGE:
        return DamagedError(str(error))
    if code in _NO_ROOM:
        return failure(f"{name}: the disk is full or failing ({error}); nothing was changed")
    if code in _HELD:
        return failure(f"{name}: another program holds the notes; try again")
    deed = "written" if failure is OutputError else "read"
    return failure(f"{name}: cannot be {deed} ({one_line(str(error))}); check the data folder")
