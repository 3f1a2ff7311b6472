"""Notes as CSV (RFC 4180): a row for each target of a note."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from corpus.report import citation
from corpus.report.table import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.report.standing import Standing

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
    "kind",
    "name",
    "colour",
    "state",
    "passage",
    "now",
    "sha256",
    "open",
    "coder",
)


def render(standings: Sequence[Standing]) -> str:
    """The notes as a table, in the order given; a note on a pair has two rows."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for one in standings:
        writer.writerows([guarded(cell) for cell in _row(one, end)] for end in one.ends)
    return page.getvalue()


def _row(one: Standing, end: Standing) -> tuple[str, ...]:
    note, target = one.note, end.target
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
        note.kind,
        note.name,
        note.colour,
        end.anchor.state,
        str(end.passage or ""),
        end.anchor.now or "",
        target.sha256,
        citation.command(one, end),
        note.coder,
    )
