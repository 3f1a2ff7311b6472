"""Notes as CSV (RFC 4180): a row for each target of a note."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from corpus.report.table import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.notes.model import Note, Target

COLUMNS = (
    "id",
    "document",
    "start",
    "end",
    "quote",
    "text",
    "tags",
    "starred",
    "created",
    "modified",
)


def render(notes: Sequence[Note]) -> str:
    """The notes as a table, in the order they were made; a note on a pair has two rows."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for note in notes:
        writer.writerows([guarded(cell) for cell in _row(note, t)] for t in note.targets)
    return page.getvalue()


def _row(note: Note, target: Target) -> tuple[str, ...]:
    return (
        note.id,
        target.document,
        str(target.start),
        str(target.end),
        target.quote,
        note.text,
        " ".join(note.tags),
        "yes" if note.starred else "no",
        note.created,
        note.modified,
    )
