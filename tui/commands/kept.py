"""What the reader keeps that a comparison takes in: rulings on links, frames of their own.

Neither ever stops a comparison: what cannot be read is told in a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.links.rulings import Ruling, Rulings


class Kept(NamedTuple):
    """Rulings by their subject, frames as ``unfold`` takes them, and what is to be told."""

    rulings: Mapping[str, Ruling]
    frames: Mapping[str, Any] | None
    complaints: tuple[str, ...]


def kept() -> Kept:
    """What the reader keeps, as far as it can be read."""
    from corpus.links.rulings import Rulings
    from tui.settings import own_frames

    complaints: list[str] = []
    rulings, frames = Rulings({}, 0), None
    try:
        rulings = _rulings()
    except ReaderError as error:
        complaints.append(f"{error}; decisions on links are left out")
    try:
        frames = own_frames()
    except ReaderError as error:
        complaints.append(f"{error}; your own frames are left out")
    if rulings.skipped:
        complaints.append(
            f"{rulings.skipped} of the decisions on links are in a form that this version "
            "cannot read; they are kept, but left out"
        )
    return Kept(rulings.known, frames, tuple(complaints))


def _rulings() -> Rulings:
    from corpus.links.rulings import DECISION, read_rulings
    from corpus.notes.peek import decisions
    from tui import paths

    return read_rulings(decisions(paths.notes_file(), DECISION))
