"""The values of a story as plain lists, numbers and words, and back: for a pipe and for a file.

A part of a story is packed as columns, a piece at a time. What is read again stays in
columns, a tenth of the memory of the values, which are made when looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from tui.rows.cast import Actors, Frames, pack_actors, pack_frames
from tui.rows.links import Gaps, LinkedPairs, Links, pack_gaps, pack_linked, pack_links
from tui.rows.moments import Notices, Signs, pack_notices, pack_signs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.text import Document
    from tui.rows.columns import Piece, Row


class Taker(Protocol):
    """Takes in a part of a story, piece by piece."""

    def take(self, kind: str, columns: Row, /) -> None:
        """One more piece, as it was packed.

        Raises:
            ValueError, LookupError, TypeError, OverflowError: it is none of ours.
        """

    def whole(self) -> Sequence[Any]:
        """The part of the story."""
        ...


class Part(NamedTuple):
    """How a part of a story is packed, and what takes the pieces in."""

    pack: Callable[[Sequence[Any], Sequence[Document]], Iterator[Piece]]
    taker: Callable[[Sequence[Document]], Taker]


PARTS = {
    "actors": Part(pack_actors, Actors),
    "warnings": Part(pack_notices, Notices),
    "signs": Part(pack_signs, Signs),
    "links": Part(pack_links, Links),
    "linked": Part(pack_linked, LinkedPairs),
    "gaps": Part(pack_gaps, Gaps),
    "frames": Part(pack_frames, Frames),
}
"""By the name of the field of a story. ``linked`` comes back without the links, each counted."""
