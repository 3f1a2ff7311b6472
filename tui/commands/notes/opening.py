"""The notes file and the texts that notes are about."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.notes.filters import EXPLAINED
from corpus.notes.store import NoteStore
from tui import paths
from tui.clock import now
from tui.commands.outcome import UsageError
from tui.commands.sources import STANDARD_INPUT, Read, read_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.notes.model import Note
    from corpus.report.standing import Standing
    from corpus.text import Document


FILTER_HELP = f"only notes that fit all of: {', '.join(term for term, _ in EXPLAINED)}"


def open_store() -> NoteStore:
    """The reader's notes; close it (``with``) so that a checked backup is left."""
    return NoteStore.open(paths.notes_file(), now=now)


def read_noted(file: str) -> Document:
    """A text to be noted on; InputError when it cannot be read, or found again."""
    if file == STANDARD_INPUT:
        raise UsageError("a note needs a file to be found in again; save the text first")
    return read_one(file)


def texts_of(notes: Sequence[Note], *at_hand: Document) -> Read:
    """Every text that these notes are about, as far as it is still there.

    Args:
        notes: on whatever texts.
        at_hand: texts that were read already; one of the same bytes is not looked for.
    """
    held = {name for document in at_hand for name in (document.source, document.sha256)}
    targets = [t for note in notes for t in note.targets if held.isdisjoint({t.document, t.sha256})]
    documents: list[Document] = [*at_hand]
    complaints: list[str] = []
    for source in dict.fromkeys(target.document for target in targets):
        try:
            documents.append(read_again(source))
        except InputError as error:
            complaints.append(f"{error}; its notes are listed as orphaned")
    return Read(tuple(documents), tuple(complaints))


def read_again(source: str) -> Document:
    """A text that a note names; InputError when it cannot be read, or never can again."""
    if source == STANDARD_INPUT:
        raise InputError("standard input: it was read once and is gone")
    return read_one(source)


def filtered(standings: Sequence[Standing], line: str) -> Sequence[Standing]:
    """The notes that a filter line lets through."""
    from corpus.notes.filters import facets, holds, read_filter

    terms = read_filter(line)
    return [
        one
        for one in standings
        if holds(
            terms,
            facets(
                one.note,
                states=tuple(end.anchor.state for end in one.ends),
                now=tuple(end.anchor.now or "" for end in one.ends),
            ),
        )
    ]


def source_of(file: str) -> str:
    """What the notes on a file call it, whether it is there or not."""
    return file if file.startswith("corpus:") else os.path.abspath(file)  # noqa: PTH100 - without following links
