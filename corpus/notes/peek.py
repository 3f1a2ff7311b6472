"""A look into a notes file that leaves it as it is, damaged or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.notes import database
from corpus.notes.database import DamagedError
from corpus.notes.ledger import Ledger
from corpus.notes.locking import shared
from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from corpus.notes.events import JsonObject


def decisions(path: Path, *kinds: str) -> Sequence[Mapping[str, JsonObject]]:
    """The decisions of each kind that hold, by subject; none where there is no file.

    For commands that do other work: ``NoteStore`` would mend a damaged file.

    Raises:
        InputError: the file is damaged, cannot be read, or is another program's.
    """
    name = one_line(str(path))
    try:
        if not path.exists():
            return [{} for _ in kinds]
        with shared(path), database.reading(path) as connection:
            ledger = Ledger(database.read_log(connection))
            return [ledger.states(kind) for kind in kinds]
    except DamagedError as error:
        raise InputError(f"{name}: damaged ({error}), `notes list` mends it") from error
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error
