"""The rows of the Notes view: headings, notes, and the passages an orphan could stand at."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.notes.model import ABOUT
from corpus.report import citation
from corpus.sanitise import one_line
from tui.cells import begun, cells, cut
from tui.place import NOWHERE
from tui.views.page import Entry, Page, fitted, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.report.standing import Standing
    from tui.catalogue import Candidate, Listed
    from tui.views.page import Line

UNREAD = "not looked at yet"
_INDENT = "    "
_SIGN = 4  # cells: a question mark, a star, a colour's letter
_LONGEST = 400  # cells of words noted, where the whole note is told
_ORPHANS = "Lost their words: = puts a note on a passage"
_GONE = "Their text is not at hand"
_CHANGED = "Changed: = accepts the new words"


def page(listed: Sequence[Listed], asked: Mapping[str, str], empty: str) -> Page:
    """The list, made line by line as it is shown.

    Args:
        listed: in the order of the list.
        asked: what to call the texts on the screen, by source: their letters.
        empty: what is said where there are none.
    """
    entries: list[Entry] = []
    for title, group in groupby(listed, key=lambda one: _section(one, asked)):
        notes = list(group)
        entries.append(heading(f"{title} ({len(notes)})"))
        for one in notes:
            entries += _note(one, asked)
    return Page("", entries, empty)


def key_of(note: str, candidate: int | None = None) -> str:
    """What an entry is known by: the note, or a passage named for it."""
    return note if candidate is None else f"{note} {candidate}"


def read_key(key: str) -> tuple[str, int | None]:
    """The note of an entry, and which of the passages named for it, if it is one."""
    note, _, candidate = key.partition(" ")
    return note, int(candidate) if candidate else None


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
    lines += begun(note.text).splitlines()
    lines += [f"by {one_line(note.coder)}"] if note.coder else []
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


def _note(one: Listed, asked: Mapping[str, str]) -> Iterator[Entry]:
    words = partial(_lines, one, asked)
    yield Entry(words, NOWHERE, key_of(one.note.id), 1 + len(list(_words(one))))
    for index, candidate in enumerate(one.candidates):
        line = partial(_candidate, index, candidate, asked)
        yield Entry(line, NOWHERE, key_of(one.note.id, index))


def _lines(one: Listed, asked: Mapping[str, str], width: int) -> list[Line]:
    head: Line = [
        (fitted(sign(one), _SIGN), ("note-sign",)),
        (" ".join(_places(one, asked)), ("number",)),
        ("".join(f" {mark}" for mark in _marks(one)), ("speaker",)),
    ]
    return [_cut(head, width), *([(cut(f"{_INDENT}{w}", width), n)] for w, n in _words(one))]


def _cut(line: Line, width: int) -> Line:
    """The pieces of a line, as far as there is room."""
    shown: Line = []
    for words, names in line:
        shown.append((cut(words, max(0, width)), names))
        width -= cells(words)
    return shown


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
    if one.coders:
        of, many = one.coders
        yield f"{of}/{many} {one_line(one.note.coder) or 'you'}"
    yield from (f"#{one_line(tag)}" for tag in one.note.tags)


def _words(one: Listed) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines below a note's first, and how each is marked."""
    for end in one.standing.ends:
        if end.target.quote and end.target.document:
            yield f"“{one_line(end.target.quote)}”", ()
            if end.anchor.state == "changed":
                yield f"now “{one_line(end.anchor.now or '')}”", ("evidence",)
    if one.note.text:
        yield one_line(begun(one.note.text)), ("name",)


def _candidate(
    index: int, candidate: Candidate, asked: Mapping[str, str], width: int
) -> list[Line]:
    document, passage = candidate
    name = asked.get(document.source) or name_of(document.source, asked)
    place = f"{_INDENT}{index + 1} → {name}·{passage.number} "
    words = one_line(document.quote(passage.span))
    return [[(cut(place, width), ("number",)), (cut(words, max(0, width - cells(place))), ())]]
