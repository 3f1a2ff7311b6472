"""``notes list``: all notes, or those on one file, with how each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import InputError
from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from corpus.report.standing import Standing


def arguments(parser: ArgumentParser) -> None:
    """``[--doc FILE] [-f txt|json]``."""
    parser.add_argument("--doc", metavar="FILE", help="only the notes on this file")
    parser.add_argument("-f", "--format", choices=("txt", "json"), default="txt")


def run(args: Namespace) -> Outcome:
    """The notes in the order they were made; a text that is gone leaves its notes orphaned."""
    from corpus.report.standing import standing
    from tui.commands.notes.opening import open_store, read_again, source_of, texts_of

    with open_store() as store:
        notes = store.notes(source_of(args.doc) if args.doc else None)
        told = tuple(store.told)
    if args.doc and not notes:
        read_again(args.doc)  # a name that is wrong is no file without notes
    texts = texts_of(notes)
    standings = [standing(note, texts.documents) for note in notes]
    status = InputError.exit_status if args.doc and texts.complaints else 0
    return Outcome(written(standings, args.format), (*told, *texts.complaints), status)


def written(standings: Sequence[Standing], form: str) -> str:
    """Notes with their states, for a program or for a reader."""
    if form == "json":
        from corpus.report.notes_json import render

        return render(standings)
    from corpus.report.notes import report
    from corpus.report.text import page

    return page(report(standings))
