"""Where the reader is, and every way to move: pure functions from place to place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpus.text import Span
    from tui.facing import Facing, Tie


class Place(NamedTuple):
    """The focused side, the current passage of each side, and what they stand on.

    ``tie`` is the linked pair that both sides are brought level on. ``home``
    is the side and passage that going across set out from. ``at`` are words
    to keep in view in the focused document, such as a mention.
    """

    side: int = 0
    numbers: tuple[int, int] = (1, 1)
    tie: Tie | None = None
    home: tuple[int, int] | None = None
    at: Span | None = None

    @property
    def number(self) -> int:
        """The current passage of the focused side."""
        return self.numbers[self.side]


class Spot(NamedTuple):
    """Where an entry of a view leads: a side, passages of both sides, perhaps words in view.

    A side whose passage is None follows to the best counterpart of the other.
    """

    side: int
    numbers: tuple[int | None, int | None]
    at: Span | None = None


NOWHERE = Spot(0, (None, None))
"""Of entries that the cursor can stand on, but that leave the place as it is."""


def on_passage(
    facing: Facing, side: int, number: int, place: Place, *, follow: bool = True
) -> Place:
    """On a passage of one side; the other follows to the best counterpart, if there is one.

    Where it does not ``follow``, the two current passages are a linked pair
    only if they are linked to each other.
    """
    number = max(1, min(number, len(facing.documents[side].passages)))
    other = place.numbers[1 - side]
    numbers = (number, other) if side == 0 else (other, number)
    ties = facing.ties_of(side, number)
    if not follow:
        return Place(side, numbers, next((tie for tie in ties if tie.numbers == numbers), None))
    return on_tie(ties[0], side, number) if ties else Place(side, numbers)


def on_tie(tie: Tie, side: int, number: int | None = None) -> Place:
    """On a linked pair, with one side focused; ``number`` names a further passage of that end."""
    numbers = list(tie.numbers)
    if number is not None:
        numbers[side] = number
    return Place(side, (numbers[0], numbers[1]), tie)


def paragraph(facing: Facing, place: Place, by: int) -> Place:
    """The first passage of the next paragraph, or of this or the one before."""
    paragraphs = facing.documents[place.side].passages.columns.paragraphs
    number = place.number
    if by > 0 and number <= len(paragraphs):
        first = bisect_right(paragraphs, paragraphs[number - 1])
    elif by < 0 and number > 1:
        first = bisect_left(paragraphs, paragraphs[number - 2])
    else:
        return place
    return on_passage(facing, place.side, first + 1, place) if first < len(paragraphs) else place


def next_pair(facing: Facing, place: Place, by: int) -> Place | None:
    """The next or previous linked pair in the left text's reading order; None past the last."""
    if not facing.ties:
        return None
    at = facing.index_of(place.tie)
    if at is None:
        first = bisect_left(facing.ties, place.numbers[0], key=lambda tie: tie.numbers[0])
        index = first if by > 0 else first - 1
    else:
        index = at + by
    if not 0 <= index < len(facing.ties):
        return None
    return on_tie(facing.ties[index], place.side)


def across(facing: Facing, place: Place) -> Place | None:
    """To the counterpart; again, to the next one; after the last, back home."""
    home = place.home or (place.side, place.number)
    ties = list(facing.ties_of(*home))
    if not ties:
        return None
    away = place.side != home[0]
    index = ties.index(place.tie) + 1 if away and place.tie and place.tie in ties else 0
    if index == len(ties):
        return on_tie(ties[0], *home)
    return on_tie(ties[index], 1 - home[0])._replace(home=home)


def other_side(facing: Facing, place: Place, side: int) -> Place:
    """The same place with the other side focused."""
    if side == place.side or not facing.documents[side].passages:
        return place
    return place._replace(side=side, home=None, at=None)


def mirrored(facing: Facing, place: Place) -> Place:
    """The same place after left and right changed sides; ``facing`` is how they stand now."""
    right, left = place.numbers
    tie = place.tie and facing.tie_of((place.tie.numbers[1], place.tie.numbers[0]))
    home = place.home and (1 - place.home[0], place.home[1])
    return Place(1 - place.side, (left, right), tie, home, place.at)


def carried(place: Place, before: Facing, now: Facing) -> Place:
    """The same words where more of the texts is known; their passages may have other numbers."""
    numbers = [
        found.number if old.passages and (found := new.passage_at(old.passage(n).span.start)) else 1
        for old, new, n in zip(before.documents, now.documents, place.numbers, strict=True)
    ]
    return Place(place.side, (numbers[0], numbers[1]))


def at_words(facing: Facing, place: Place, side: int, span: Span) -> Place:
    """On the passage that holds these words, with the words in view."""
    passage = facing.documents[side].passage_at(span.start)
    number = passage.number if passage else 1
    return on_passage(facing, side, number, place)._replace(at=span)


def at_spot(facing: Facing, place: Place, spot: Spot) -> Place:
    """Where an entry of a view leads."""
    left, right = spot.numbers
    if spot == NOWHERE:
        return place
    if left is None or right is None:
        number = spot.numbers[spot.side] or 1
        return on_passage(facing, spot.side, number, place)._replace(at=spot.at)
    ties = facing.ties_of(0, left)
    return Place(
        spot.side,
        (left, right),
        next((tie for tie in ties if tie.numbers == (left, right)), None),
        at=spot.at,
    )
