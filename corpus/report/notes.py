"""Notes laid out as a report: under their texts, with how each stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.notes.model import ABOUT
from corpus.report import citation
from corpus.report.parts import Entry, Remark, Section, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.report.standing import Standing


def note_sections(standings: Sequence[Standing]) -> tuple[Section, ...]:
    """A section for each text, in the order in which the notes come; they are numbered from 1."""
    texts = dict.fromkeys(one.target.document for one in standings)
    return tuple(
        _section(
            text,
            [(n, one) for n, one in enumerate(standings, 1) if one.target.document == text],
        )
        for text in texts
    )


def _section(text: str, standings: Sequence[tuple[int, Standing]]) -> Section:
    words = f"{text or 'On no text'}: {counted(len(standings), 'note')}."
    return Section("Notes", words, tuple(_entry(*numbered) for numbered in standings))


def _entry(number: int, one: Standing) -> Entry:
    about = "" if one.note.kind == "passage" else f", on {ABOUT[one.note.kind]}"
    passage = f", passage {one.passage}" if one.passage else ""
    quotes = tuple(_quote(one, end) for end in one.ends if end.target.quote)
    title = f"{number}. {one.note.id}: {one.anchor.state}{passage}{about}{_named(one)}"
    return Entry(title, quotes, tuple(_remarks(one)), f"note{number}")


def _named(one: Standing) -> str:
    return f" “{_line(one.note.name)}”" if one.note.name else ""


def _quote(one: Standing, end: Standing) -> Remark:
    """The words as they were noted; those of another end under its text."""
    if end.target is one.target:
        return Remark("Words", _line(end.target.quote))
    return Remark("With", f"“{_line(end.target.quote)}” in {end.source or end.target.document}")


def _remarks(one: Standing) -> Iterator[Remark]:
    note = one.note
    for end in one.ends:
        if end.anchor.state == "changed":
            yield Remark("Now", _line(end.anchor.now or ""))
    if note.text:
        yield Remark("Note", note.text.strip())
    if note.starred:
        yield Remark("Starred", "yes")
    if note.colour:
        yield Remark("Colour", note.colour)
    if note.tags:
        yield Remark("Tags", ", ".join(note.tags))
    if note.targets:
        yield from (Remark("Place", citation.place(end)) for end in one.ends)
        yield from _opened_by(one)


def _opened_by(one: Standing) -> Iterator[Remark]:
    command = citation.command(one)
    if command:
        yield Remark("Open", command)


def _line(words: str) -> str:
    return " ".join(words.split())
