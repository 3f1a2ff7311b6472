"""Saves notes and prints the id of each once it is saved: what the harness kills.

Its clock jumps with every look at it, years on and years back: nothing kept may lean on it.

python saver.py FOLDER COUNT
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from corpus.notes.model import Draft, Target
from corpus.notes.store import NoteStore

TARGET = Target("/news/a.txt", "0" * 64, 10, 19, "the words", "before ", " after")


def main(folder: str, count: str) -> None:
    chance = Random(folder)
    with NoteStore.open(
        Path(folder) / "notes.sqlite3", now=lambda: f"{chance.randint(1970, 2070)}-01-01T00:00:00Z"
    ) as store:
        for number in range(int(count)):
            note = store.add(Draft(f"note {number} " + "…" * (number % 3 * 500), (TARGET,)))
            print(note.id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
