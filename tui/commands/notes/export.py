"""``notes export``: all notes written out, to read, to count or to take in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.outcome import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from corpus.notes.model import Note
    from corpus.notes.store import NoteStore


def arguments(parser: ArgumentParser) -> None:
    """``[-f md|html|csv|json|jsonld] [-o FILE] [--force]``."""
    formats = ("md", "html", "csv", "json", "jsonld")
    parser.add_argument("-f", "--format", choices=formats, default="md")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    parser.add_argument("--force", action="store_true", help="overwrite FILE")


def run(args: Namespace) -> Outcome:
    """All notes; what goes out as ``jsonld``, decisions on links too, comes back in whole."""
    from tui.commands.notes.opening import open_store

    with open_store() as store:
        told = tuple(store.told)
        if args.format == "jsonld":
            return Outcome(_exchanged(store), told)
        notes = store.notes()
    text, complaints = _written(notes, args.format)
    return Outcome(text, (*told, *complaints))


def _exchanged(store: NoteStore) -> str:
    from corpus.links.rulings import DECISION, read_rulings
    from corpus.report.exchange import render

    return render(store.notes(), read_rulings(store.decisions(DECISION)).known)


def _written(notes: Sequence[Note], form: str) -> tuple[str, tuple[str, ...]]:
    """The notes with their states in the texts as they are now, and what is to be told."""
    from corpus.report import markdown, notes_json, notes_table, web
    from corpus.report.notes import report
    from corpus.report.standing import standing
    from tui.commands.notes.opening import texts_of

    texts = texts_of(notes)
    standings = [standing(note, texts.documents) for note in notes]
    if form in {"json", "csv"}:
        written = notes_json.render if form == "json" else notes_table.render
        return written(standings), texts.complaints
    page = web.page if form == "html" else markdown.page
    return page(report(standings)), texts.complaints
