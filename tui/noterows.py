"""The rows of the Notes view: headings, notes, and the passages an orphan could stand at."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from corpus.notes.model import ABOUT
from corpus.report import citation
from corpus.sanitise import one_line
from tui.layout import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.report.standing import Standing
    from tui.catalogue import Candidate, Listed

UNREAD = "not looked at yet"
_INDENT = "    "
_LONGEST = 400  # cells of words noted, where the whole note is told
_ORPHANS = "Lost their words: = puts a note on a passage"
_GONE = "Their text is not at hand"
_CHANGED = "Changed: = accepts the new words"


class Row(NamedTuple):
    """Some lines of the list.

    ``at`` is the index of the note, None for a heading; ``candidate`` that
    of the passage under an orphan, None for the note itself. ``bold`` is how
    much of the beginning is to be seen first.
    """

    text: str
    at: int | None = None
    candidate: int | None = None
    bold: int = 0


def rows(listed: Sequence[Listed], asked: Mapping[str, str], width: int) -> list[Row]:
    """The list, each line at most ``width`` cells.

    Args:
        listed: in the order of the list.
        asked: what to call the texts on the screen, by source: their letters.
        width: of the list in cells.
    """
    found: list[Row] = []
    for title, group in groupby(enumerate(listed), key=lambda pair: _section(pair[1], asked)):
        notes = list(group)
        found.append(Row(cut(f"{title} ({len(notes)})", width), bold=width))
        for at, one in notes:
            found += _note(at, one, asked, width)
    return found


def state(one: Listed) -> str:
    """How a note stands, in a word."""
    return one.standing.anchor.state if one.looked else UNREAD


def sign(one: Listed) -> str:
    """Star or dot, the letter of the colour, and a question mark where something is to be done."""
    check = "?" if one.looked and one.standing.anchor.state != "found" else ""
    star = "★" if one.note.starred else "•"
    return f"{check}{star}{one.note.colour[:1].upper()}"


def name_of(source: str, asked: Mapping[str, str]) -> str:
    """What to call a text: its letter and name on the screen, else its file's name."""
    name = source if source.startswith("corpus:") else PurePath(source).name
    name = one_line(name) or "no text"
    return f"{asked[source]} {name}" if source in asked else name


def detail(one: Listed, asked: Mapping[str, str], missing: Mapping[str, str]) -> list[str]:
    """All that is known of a note, a line each, for below the list."""
    note = one.note
    lines = [f"{ABOUT[note.kind]} {one_line(note.name)}".strip()] if note.kind != "passage" else []
    for end in one.standing.ends:
        if end.target.quote and end.target.document:
            lines += [cut(f"“{one_line(end.target.quote)}”", _LONGEST)]
            lines += (
                [f"now “{one_line(end.anchor.now)}”"]
                if end.anchor.state == "changed" and end.anchor.now
                else []
            )
            lines += [" ".join([*_letter(end, asked), citation.place(end)])]
            lines += [missing[end.target.document]] if end.target.document in missing else []
    lines += note.text.splitlines()
    lines += [f"tags: {', '.join(note.tags)}"] if note.tags else []
    lines += [f"colour: {note.colour}"] if note.colour else []
    command = citation.command(one.standing)
    lines += [f"open with: {command}"] if one.side is None and command else []
    return [one_line(line) for line in [*lines, f"made {note.created}, changed {note.modified}"]]


def _letter(end: Standing, asked: Mapping[str, str]) -> Iterator[str]:
    if end.source in asked:
        yield f"{asked[end.source]}:"


def _section(one: Listed, asked: Mapping[str, str]) -> str:
    if not one.looked or one.standing.anchor.state == "found":
        return name_of(one.source, asked)
    if one.standing.anchor.state == "changed":
        return _CHANGED
    return _ORPHANS if one.document else _GONE


def _note(at: int, one: Listed, asked: Mapping[str, str], width: int) -> Iterator[Row]:
    head = " ".join([sign(one), *_places(one, asked), *_marks(one)])
    lines = [head, *(f"{_INDENT}{line}" for line in _words(one))]
    text = "\n".join(cut(one_line(line) if i == 0 else line, width) for i, line in enumerate(lines))
    yield Row(text, at, bold=len(cut(head, width)))
    for index, candidate in enumerate(one.candidates):
        yield Row(cut(_candidate(index, candidate, asked), width), at, index)


def _places(one: Listed, asked: Mapping[str, str]) -> Iterator[str]:
    ends = [end for end in one.standing.ends if end.target.document]
    places = " ↔ ".join(_place(end, asked) for end in ends)
    if places:
        yield places
    if one.note.kind != "passage":
        yield f"{ABOUT[one.note.kind]} {one_line(one.note.name)}".strip()
    if state(one) != "found":
        yield state(one)


def _place(end: Standing, asked: Mapping[str, str]) -> str:
    source = end.source or end.target.document
    name = asked.get(source) or name_of(source, asked)
    return f"{name}·{end.passage or '?'}"


def _marks(one: Listed) -> Iterator[str]:
    yield from (f"#{one_line(tag)}" for tag in one.note.tags)


def _words(one: Listed) -> Iterator[str]:
    for end in one.standing.ends:
        if end.target.quote and end.target.document:
            yield f"“{one_line(end.target.quote)}”"
            if end.anchor.state == "changed":
                yield f"now “{one_line(end.anchor.now or '')}”"
    if one.note.text:
        yield one_line(one.note.text)


def _candidate(index: int, candidate: Candidate, asked: Mapping[str, str]) -> str:
    document, passage = candidate
    name = asked.get(document.source) or name_of(document.source, asked)
    return (
        f"{_INDENT}{index + 1} → {name}·{passage.number} {one_line(document.quote(passage.span))}"
    )
