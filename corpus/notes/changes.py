"""What a deed changed in a note, in a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.sanitise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.notes.model import Note, Target

_SHOWN = 60  # code points of words, in a phrase that only reminds of them


def changes(before: Note | None, after: Note | None) -> str:
    """What a note is after a deed that it was not before; of a new one, its words and its place."""
    if after is None:
        return "deleted"
    told = _first(after) if before is None else _differences(before, after)
    return "; ".join(told) or "as it was"


def _first(note: Note) -> Iterator[str]:
    yield _words(note.text)
    yield from (f"on {_place(target)}" for target in note.targets)
    yield from _marks(note)


def _marks(note: Note) -> Iterator[str]:
    yield from (f"tag {one_line(tag)}" for tag in note.tags)
    if note.colour:
        yield f"colour {note.colour}"
    if note.starred:
        yield "starred"


def _differences(before: Note, after: Note) -> Iterator[str]:
    if before.text != after.text:
        yield _words(after.text)
    moved = [
        pair for pair in zip(before.targets, after.targets, strict=False) if pair[0] != pair[1]
    ]
    yield from (f"moved from {_place(old)} to {_place(new)}" for old, new in moved)
    yield from (f"tag {one_line(tag)} added" for tag in after.tags if tag not in before.tags)
    yield from (f"tag {one_line(tag)} removed" for tag in before.tags if tag not in after.tags)
    if before.colour != after.colour:
        yield f"colour {after.colour or 'none'}"
    if before.starred != after.starred:
        yield "starred" if after.starred else "star removed"


def _words(text: str) -> str:
    return f"words: {_shortened(text)}" if text else "no words"


def _place(target: Target) -> str:
    return f"{target.start}–{target.end} “{_shortened(target.quote)}”"


def _shortened(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
