"""Matches: every linked pair, the best first, with what the reader decided on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from corpus.links.rulings import in_force
from tui.paint import NO_MARKS
from tui.place import Spot
from tui.views.page import Entry, Page, excerpt, fitted, passage_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.links.model import Link
    from corpus.links.rulings import Placed
    from tui.facing import Facing, Tie
    from tui.views.page import Known, Line

Shown = Literal["all", "undecided", "with cautions", "by hand", "rejected"]
SHOWN: tuple[Shown, ...] = get_args(Shown)

GRADE_SIGNS = {"strong": "━━", "medium": "──", "weak": "┄┄"}
_HANDS = {"": " ", "confirmed": "✓", "made": "+"}
_REJECTED = "✗"
_PLACE = 7  # cells of A·1234


def matches(known: Known, shown: Shown = "all") -> Page:
    """The links between the two texts at or above the bar, by score, and the rejected ones."""
    facing = known.facing
    if shown == "rejected":
        entries = [_refused(facing, numbers) for numbers in _rejected(known)]
    else:
        entries = [_entry(known, at) for at in _ranked(facing) if _wanted(facing, at, shown)]
    count = f"{len(entries)} of {len(facing.ties)}" if shown != "all" else str(len(entries))
    title = f"Matches {count}, {facing.bar} and up, best first; shown: {shown}"
    empty = known.unlinked or "no such links; f shows others"
    return Page(title, entries, empty)


def wanted(link: Link, shown: Shown) -> bool:
    """Whether a link is of this kind; none that is shown is a rejected one."""
    if shown == "undecided":
        return not link.hand
    if shown == "with cautions":
        return bool(link.cautions)
    return bool(link.hand) if shown == "by hand" else True


def _ranked(facing: Facing) -> list[int]:
    """The places of the ties, those by hand first, then by score."""
    scores, by_hand = facing.joined.scores, facing.joined.by_hand
    return sorted(range(len(scores)), key=lambda at: (at not in by_hand, -scores[at]))


def _wanted(facing: Facing, at: int, shown: Shown) -> bool:
    return shown == "all" or wanted(facing.ties[at].link, shown)


def _entry(known: Known, at: int) -> Entry:
    left, right = (numbers[at] for numbers in known.facing.joined.numbers)
    return Entry(
        partial(_lines, known, at),
        Spot(0, (left, right)),
        f"{left} {right}",
        2,
        partial(_passages, known.facing, (left, right)),
    )


def _lines(known: Known, at: int, width: int) -> list[Line]:
    """Strength, score and both passages, the words that speak for the link marked."""
    tie = known.facing.ties[at]
    link = tie.link
    style = (f"ribbon-{link.grade}",)
    caution = "!" if link.cautions else " "
    firsts: tuple[Line, Line] = (
        [
            (f"{GRADE_SIGNS[link.grade]} ", style),
            (f"{link.score:.2f} {_HANDS[link.hand]}{caution} ", ()),
        ],
        [(" " * 11, ())],
    )
    return [
        [*first, *_passage(known, side, tie.numbers[side], width - 11, tie)]
        for side, first in enumerate(firsts)
    ]


def _passage(
    known: Known, side: int, number: int, width: int, tie: Tie | None = None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    document = known.documents[side]
    yield fitted(f"{document.id}·{number}", _PLACE), ("number",)
    yield f"{known.noted.get((side, number), ' ')} ", ("note-sign",)
    marked = known.facing.evidence_of(tie, side) if tie else NO_MARKS
    yield from excerpt(document, document.passage(number).span, marked, width - _PLACE - 2)


def _rejected(known: Known) -> list[tuple[int, int]]:
    """The first passages of the pairs that the reader rejected."""
    left, right = (document.id for document in known.documents)
    ruled: Sequence[Placed] = tuple(in_force(known.story.rulings).values())
    ends = [
        {end.document: end.passages[0] for end in one.ends}
        for one in ruled
        if one.ends and one.ruling.verdict == "rejected"
    ]
    return sorted((end[left], end[right]) for end in ends if {left, right} <= end.keys())


def _refused(facing: Facing, numbers: tuple[int, int]) -> Entry:
    def lines(width: int) -> list[Line]:
        known_pair = zip(facing.documents, numbers, (f"{_REJECTED}  ", "   "), strict=True)
        return [
            [
                (first, ()),
                (fitted(f"{document.id}·{number}", _PLACE), ("number",)),
                *excerpt(document, document.passage(number).span, NO_MARKS, width - _PLACE - 3),
            ]
            for document, number, first in known_pair
        ]

    key = f"{numbers[0]} {numbers[1]}"
    return Entry(lines, Spot(0, numbers), key, 2, partial(_passages, facing, numbers))


def _passages(facing: Facing, numbers: tuple[int, int]) -> list[str]:
    return [passage_line(*one) for one in zip(facing.documents, numbers, strict=True)]
