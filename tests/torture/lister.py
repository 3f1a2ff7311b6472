"""Prints the id of every note; what the reader would be told goes to standard error.

python lister.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.notes.store import NoteStore


def main(folder: str) -> None:
    store = NoteStore.open(Path(folder) / "notes.sqlite3", now=lambda: "2026-01-01T00:00:00Z")
    for note in store.notes():
        print(note.id)
    for sentence in store.told:
        print(sentence, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
