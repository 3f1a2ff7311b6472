"""The two documents that face each other on the screen, and what joins them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.paint import layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.links.model import Grade, Link
    from corpus.text import Document
    from tui.paint import Layer

GRADES: tuple[Grade, ...] = ("strong", "medium", "weak")


class Tie(NamedTuple):
    """A link between the facing documents: the first passage of its left and of its right end."""

    link: Link
    numbers: tuple[int, int]


class Ends(NamedTuple):
    """The passages of one side that are tied, in their order, and the place of the tie of each.

    A passage with several ties stands here as often, the best of them first.
    """

    passages: array[int]
    ties: array[int]

    def among(self, first: int, last: int) -> array[int]:
        """The places of the ties with an end among these passages."""
        start, stop = bisect_left(self.passages, first), bisect_right(self.passages, last)
        return self.ties[start:stop]


class Joined(NamedTuple):
    """The ties in the left's reading order, in columns: there may be very many.

    ``links`` are places among the links, ``grades`` among GRADES; ``by_hand``
    are the ties that the reader confirmed or made; ``numbers`` the first
    passages of the left and of the right ends.
    """

    links: array[int]
    grades: array[int]
    scores: array[float]
    by_hand: frozenset[int]
    numbers: tuple[array[int], array[int]]
    ends: tuple[Ends, Ends]


@dataclass(frozen=True)
class Facing:
    """Left and right document, and those of the links that join them at or above the bar."""

    documents: tuple[Document, Document]
    links: Sequence[Link]
    joined: Joined
    bar: Grade = "weak"

    @cached_property
    def ties(self) -> Sequence[Tie]:
        """The ties in the left's reading order, each made when it is looked at."""
        if not self.joined.links:
            return ()
        from corpus.deferred import Made

        return Made(self._tie, 0, len(self.joined.links))

    def _tie(self, at: int) -> Tie:
        return self._made((at,))[0]

    def _made(self, places: Iterable[int]) -> list[Tie]:
        """The ties at these places."""
        links, of, (left, right) = self.links, self.joined.links, self.joined.numbers
        return [Tie(links[of[at]], (left[at], right[at])) for at in places]

    def index_of(self, tie: Tie | None) -> int | None:
        """Where a tie stands in the reading order; None when it is not shown."""
        return self._index(tie.numbers) if tie else None

    def tie_of(self, numbers: tuple[int, int]) -> Tie | None:
        """The tie of these first passages, if it is shown."""
        index = self._index(numbers)
        return None if index is None else self._tie(index)

    def _index(self, numbers: tuple[int, int]) -> int | None:
        left, right = self.joined.numbers
        first, stop = bisect_left(left, numbers[0]), bisect_right(left, numbers[0])
        at = bisect_right(right, numbers[1], first, stop) - 1
        return at if at >= first and right[at] == numbers[1] else None

    def ties_among(self, left: range, right: range) -> list[Tie]:
        """The ties with an end among these passages, in reading order; one for each pair."""
        ends = zip(self.joined.ends, (left, right), strict=True)
        found = [one.among(numbers.start, numbers.stop - 1) for one, numbers in ends]
        ties = self._made(sorted({*found[0], *found[1]}))
        return [*{tie.numbers: tie for tie in ties}.values()]

    def ties_of(self, side: int, number: int) -> Sequence[Tie]:
        """The ties of one passage, best first."""
        return self._made(self.joined.ends[side].among(number, number))

    def evidence_of(self, tie: Tie, side: int) -> Layer:
        """The words of one side that speak for a tie; made once, for they may be thousands."""
        first = tie.link.a.document == self.documents[side].id
        known = self._evidence.get((tie.numbers, side))
        if known is None:
            spans = (span for one in tie.link.evidence for span in (one.a if first else one.b))
            known = self._evidence[tie.numbers, side] = layer("evidence", spans)
        return known

    @cached_property
    def _evidence(self) -> dict[tuple[tuple[int, int], int], Layer]:
        return {}

    def grade_of(self, side: int, number: int) -> Grade | None:
        """The grade of a passage's best tie; None when no counterpart was found."""
        ties = self.joined.ends[side].among(number, number)
        return GRADES[self.joined.grades[ties[0]]] if ties else None


def face(
    documents: tuple[Document, Document], links: Sequence[Link], bar: Grade = "weak"
) -> Facing:
    """The documents side by side with those of the links that join them at or above the bar."""
    left, right = (document.id for document in documents)
    found = _found(links, (left, right), bar) if links else _Found()
    lefts, rights = (side.firsts for side in found.sides)
    order = sorted(range(len(lefts)), key=rights.__getitem__)
    order.sort(key=lefts.__getitem__)
    ends = [_ends(side, found.scores, order) for side in found.sides]
    joined = Joined(
        _ordered(found.links, order),
        _ordered(found.grades, order),
        array("d", map(found.scores.__getitem__, order)),
        frozenset(at for at, one in enumerate(order) if one in found.by_hand),
        (_ordered(lefts, order), _ordered(rights, order)),
        (ends[0], ends[1]),
    )
    return Facing(documents, links, joined, bar)


class _Side:
    """One side of the links between two documents: first passages, and further ones."""

    def __init__(self) -> None:
        self.firsts = array("I")
        self.further: dict[int, tuple[int, ...]] = {}

    def add(self, passages: tuple[int, ...]) -> None:
        first, *further = passages
        if further:
            self.further[len(self.firsts)] = tuple(further)
        self.firsts.append(first)


class _Found:
    """The links between two documents, in columns: values for each would be a heap to clear."""

    def __init__(self) -> None:
        self.links, self.grades, self.scores = array("I"), array("B"), array("d")
        self.by_hand: set[int] = set()
        self.sides = _Side(), _Side()


def _found(links: Sequence[Link], ids: tuple[str, str], bar: Grade) -> _Found:
    """Those of the links that join two documents at or above the bar."""
    from corpus.links.briefs import briefs_of

    found, turned, allowed = _Found(), ids[::-1], GRADES.index(bar)
    for at, (documents, passages, score, grade, hand) in enumerate(briefs_of(links)):
        number = GRADES.index(grade)
        if number <= allowed and documents in (ids, turned):
            if hand:
                found.by_hand.add(len(found.links))
            found.links.append(at)
            found.grades.append(number)
            found.scores.append(score)
            for side, end in zip(
                found.sides, passages[:: 1 if documents == ids else -1], strict=True
            ):
                side.add(end)
    return found


def _ends(side: _Side, scores: array[float], order: Sequence[int]) -> Ends:
    """One end of the ties, by passage and then by score."""
    passages, ties = array("I"), array("I")
    for at, one in enumerate(order):
        for passage in (side.firsts[one], *side.further.get(one, ())):
            passages.append(passage)
            ties.append(at)
    best_first = sorted(range(len(ties)), key=lambda at: -scores[order[ties[at]]])
    best_first.sort(key=passages.__getitem__)
    return Ends(_ordered(passages, best_first), _ordered(ties, best_first))


def _ordered(column: array[int], order: Iterable[int]) -> array[int]:
    return array(column.typecode, map(column.__getitem__, order))
