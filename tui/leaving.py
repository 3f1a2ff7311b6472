"""What the reader wants when the list of notes is left, for the home screen to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from corpus.notes.model import Note, Target
    from corpus.text import Span


class ToWords(NamedTuple):
    """Go to these words of one side."""

    side: int
    span: Span


class ToRange(NamedTuple):
    """Select other words for one target of a note, beginning with these of one side."""

    note: Note
    target: Target
    side: int
    span: Span


class ToTexts(NamedTuple):
    """Open other texts; ``at`` is a place in them as ``--at`` takes it, or empty."""

    sources: tuple[str, ...]
    at: str


class ToAction(NamedTuple):
    """Run an action of the home screen, such as opening a view."""

    action: str


Leave: TypeAlias = ToWords | ToRange | ToTexts | ToAction
