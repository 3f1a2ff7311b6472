"""A damaged notes file mended: what can be read is gathered, the old file is set aside."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from corpus.errors import InputError, OutputError
from corpus.notes import backups, database, files
from corpus.notes.carve import carve
from corpus.notes.events import STORE, Event
from corpus.notes.ledger import Ledger
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_NONE_LOST = "no saved change is known lost"
_UNMENDED = "It could not be mended, so nothing can be saved"


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was gathered from a damaged file and its backups.

    ``missing`` counts the saved changes that could not be read back, as far
    as the numbers of those that could tell. ``places`` are where stories
    were left, with the words typed there and not saved yet.
    """

    events: Sequence[Event]
    missing: int
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mended:
    """How mending went: the sentence to tell, and whether there is a sound file now."""

    sentence: str
    events: Sequence[Event]
    sound: bool


def mend(path: Path, reason: str, known: Sequence[Event], at: str) -> Mended:
    """Gather what can be read, and put a sound file in the place of the damaged one.

    Args:
        path: the damaged, emptied or vanished notes file.
        reason: how the damage shows, in a phrase.
        known: the events that this program read or saved before.
        at: the present moment.
    """
    gathered = gather(path, known)
    notes = len(Ledger(gathered.events).states("note"))
    lost = f"{gathered.missing} saved changes could not be" if gathered.missing else _NONE_LOST
    told = (
        f"{one_line(str(path))} was damaged ({one_line(reason)}). "
        f"{notes} notes were read back from it and its backups; {lost}."
    )
    try:
        aside = rebuild(path, gathered, at)
    except (OutputError, OSError) as error:
        return Mended(f"{told} {_UNMENDED}: {one_line(str(error))}.", gathered.events, sound=False)
    kept = f" The old file is kept as {one_line(aside.name)}." if aside else ""
    return Mended(told + kept, gathered.events, sound=True)


def gather(path: Path, known: Sequence[Event] = ()) -> Salvage:
    """Every event that the file, one of its backups or this program still holds, in order."""
    merged: list[Event] = []
    places: dict[str, str] = {}
    last = 1  # the birth of the file, which is no change
    for data in (_bytes(path), *_bytes_of_backups(path)):
        found = carve(data)
        merged = _merge(merged, [event for _, event in sorted(found.events.items())])
        places = found.places | places  # the file itself comes first, and is the newest
        last = max(last, found.last)
    merged = _merge(merged, known)
    return Salvage(merged, max(0, last - 1 - len(merged)), places)


def ahead(path: Path, ledger: Ledger) -> bool:
    """Whether a readable backup of this file holds an event that the file has lost."""
    if backups.reach(path, ledger.lineage) <= ledger.seq:
        return False
    newest = backups.of_lineage(path, ledger.lineage)[0]
    with suppress(InputError):
        events = carve(_bytes(newest)).events.values()
        return any(event.kind != STORE and not ledger.knows(event) for event in events)
    return False


def rebuild(path: Path, gathered: Salvage, at: str) -> Path | None:
    """Put a sound file with what was gathered in the place of the damaged one.

    At every moment the name holds either the damaged file or the mended one.

    Returns:
        The name the damaged file is kept under; None when there was none.
    """
    fresh = path.with_name(f"{path.name}.mended")
    files.discard(fresh)
    with database.writing(fresh) as connection:
        database.append(connection, 0, (birth("salvage", at), *gathered.events))
        for key, state in gathered.places.items():
            database.write_place(connection, key, state)
    aside = _set_aside(path)
    fresh.replace(path)
    files.sync(path.parent)
    return aside


def birth(deed: str, at: str) -> Event:
    """The first event of a notes file: its id is the file's lineage."""
    token = secrets.token_hex(8)
    return Event(token, token, STORE, token, "salvage" if deed == "salvage" else "create", at, None)


def _set_aside(path: Path) -> Path | None:
    if not path.exists() or path.stat().st_size == 0:
        return None
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    journal = path.with_name(f"{path.name}-journal")
    _duplicate(path, aside)
    if journal.exists():
        journal.replace(aside.with_name(f"{aside.name}-journal"))
    return aside


def _duplicate(path: Path, aside: Path) -> None:
    """The file under a second name; a copy where the disk knows no links."""
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy2(path, aside)
        files.sync(aside)


def _merge(one: list[Event], other: Iterable[Event]) -> list[Event]:
    """Both sequences as one: what only the other has comes after what it follows there."""
    known = {event.id for event in one}
    after: dict[str, list[Event]] = {}
    last = ""
    for event in other:
        if event.kind == STORE:
            continue
        if event.id in known:
            last = event.id
        else:
            after.setdefault(last, []).append(event)
    merged = list(after.get("", ()))
    for event in one:
        merged += [event, *after.get(event.id, ())]
    return merged


def _bytes_of_backups(path: Path) -> Sequence[bytes]:
    """What the backups hold, the fullest first; one that cannot be read is passed over."""
    found: list[bytes] = []
    for backup in backups.all_of(path):
        with suppress(InputError):
            found.append(_bytes(backup))
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(f"{one_line(str(path))}: cannot be read ({error.strerror})") from error
