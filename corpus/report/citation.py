"""Where a quotation stands, said so that anybody finds it: text, place, hash, and a command."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from corpus.text import letter_id

if TYPE_CHECKING:
    from corpus.notes.model import Note, Target
    from corpus.report.standing import Standing
    from corpus.text import Document, Span

_PROGRAM = "ossetia-reader"
_DIGITS = 16  # of a hash, where a reader compares it by eye
_STANDARD_INPUT = "-"


def quoted(document: Document, span: Span, where: str) -> str:
    """Words of a document as a quotation in Markdown, with whatever is known of their source.

    Args:
        document: the text.
        span: of the words in it.
        where: the command that opens the text at them; may be empty.
    """
    passage = document.passage_at(span.start)
    number = f", {document.id}·{passage.number}" if passage else ""
    dated = document.date or "undated"
    told = f"{document.title or document.name}, {dated}{number}"
    hashed = f"characters {span.start}–{span.end}, SHA-256 {document.sha256[:_DIGITS]}"
    words = "\n".join(f"> {line}".rstrip() for line in document.quote(span).split("\n"))
    opened = [f"`{where}`"] if where else []
    return "\n".join([words, ">", f"> — {told}; {hashed}", *opened, ""])


def place(one: Standing) -> str:
    """The text, the passage, the offsets and the hash of a note's words, as they stand now."""
    span = one.anchor.span
    number = f", passage {one.passage}" if one.passage else ""
    start, end = (span.start, span.end) if span else (one.target.start, one.target.end)
    once = "" if span else "noted at "
    where = f"{one.source or one.target.document}{number}, {once}characters {start}–{end}"
    return f"{where}, SHA-256 {(one.sha256 or one.target.sha256)[:_DIGITS] or 'unknown'}"


def command(one: Standing, end: Standing | None = None) -> str:
    """The command that opens the texts of a note at its words; empty when nothing can.

    Args:
        one: the note with all its ends.
        end: the end to open it at; the one that ``one`` speaks of without it.
    """
    at = end or one
    sources = [each.source or each.target.document for each in one.ends]
    if at.anchor.span is None:
        return opening(sources, "--view notes")
    letter = letter_id([each.target for each in one.ends].index(at.target))
    spot = at.passage or f"{at.anchor.span.start}-{at.anchor.span.end}"
    return opening(sources, f"--at {letter}:{spot}")


def command_as_noted(note: Note, target: Target) -> str:
    """The command that opens a note's texts where the words stood when they were noted."""
    letter = letter_id(note.targets.index(target))
    sources = [one.document for one in note.targets]
    return opening(sources, f"--at {letter}:{target.start}-{target.end}")


def opening(sources: list[str], where: str) -> str:
    """The command that opens texts; empty for what was read once, and for names beyond text.

    Args:
        sources: paths or ``corpus:NAME``.
        where: options that say what to show, such as ``--at A:3``.
    """
    if not all(map(_can_be_named, sources)):
        return ""
    return " ".join([_PROGRAM, *(shlex.quote(source) for source in sources), where])


def _can_be_named(source: str) -> bool:
    return bool(source) and source != _STANDARD_INPUT and source.isprintable()
