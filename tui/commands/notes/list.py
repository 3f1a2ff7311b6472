"""``notes list``: all notes, or those on one file, with how each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import InputError
from tui.commands.notes.opening import FILTER_HELP
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from corpus.notes.model import Note
    from corpus.report.standing import Standing
    from corpus.text import Document


def arguments(parser: ArgumentParser) -> None:
    """``[--doc FILE] [--filter LINE] [-f txt|json]``."""
    parser.add_argument(
        "--doc", metavar="FILE", help="only the notes on this file, or on a copy of it elsewhere"
    )
    parser.add_argument("--filter", default="", metavar="LINE", help=FILTER_HELP)
    parser.add_argument("-f", "--format", choices=("txt", "json"), default="txt")


def run(args: Namespace) -> Outcome:
    """The notes in the order they were made; a text that is gone leaves its notes orphaned."""
    from corpus.report.standing import standing
    from tui.commands.notes.opening import filtered, open_store, source_of, texts_of

    with open_store() as store:
        notes, told = store.notes(), tuple(store.told)
    wanted: Document | None = None
    if args.doc:
        source = source_of(args.doc)
        named = [note for note in notes if source in {t.document for t in note.targets}]
        wanted = _read(args.doc, needed=not named)
        notes = [note for note in notes if note in named or _is_on(note, wanted)]
    texts = texts_of(notes, *([wanted] if wanted else []))
    standings = filtered([standing(note, texts.documents) for note in notes], args.filter)
    status = InputError.exit_status if args.doc and texts.complaints else 0
    return Outcome(written(standings, args.format), (*told, *texts.complaints), status)


def _read(file: str, *, needed: bool) -> Document | None:
    """The file; None when it is gone, but has notes by its name."""
    from tui.commands.notes.opening import read_again

    try:
        return read_again(file)
    except InputError:
        if needed:  # a name that is wrong is no file without notes
            raise
        return None


def _is_on(note: Note, document: Document | None) -> bool:
    """Whether a note is on this very text, wherever it lay when the note was made."""
    return document is not None and document.sha256 in {t.sha256 for t in note.targets}


def written(standings: Sequence[Standing], form: str) -> str:
    """Notes with their states, for a program or for a reader."""
    if form == "json":
        from corpus.report.notes_json import render

        return render(standings)
    from corpus.report.outline import notes_outline
    from corpus.report.text import page

    return page(notes_outline(standings))
