"""The two documents that face each other on the screen, and what joins them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.links.model import Grade, Link
    from corpus.text import Document, Span

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

    ``links`` are places among the links, ``grades`` among GRADES; ``numbers``
    the first passages of the left and of the right ends.
    """

    links: array[int]
    grades: array[int]
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

    def evidence_of(self, tie: Tie, side: int) -> tuple[Span, ...]:
        """The words of one side that speak for a tie."""
        first = tie.link.a.document == self.documents[side].id
        return tuple(span for one in tie.link.evidence for span in (one.a if first else one.b))

    def grade_of(self, side: int, number: int) -> Grade | None:
        """The grade of a passage's best tie; None when no counterpart was found."""
        ties = self.joined.ends[side].among(number, number)
        return GRADES[self.joined.grades[ties[0]]] if ties else None


def face(
    documents: tuple[Document, Document], links: Sequence[Link], bar: Grade = "weak"
) -> Facing:
    """The documents side by side with those of the links that join them at or above the bar."""
    left, right = (document.id for document in documents)
    allowed = GRADES.index(bar)
    found = [one for one in _found(links, left, right) if one.grade <= allowed] if links else []
    found.sort(key=lambda one: (one.left[0], one.right[0]))
    joined = Joined(
        array("I", (one.at for one in found)),
        array("B", (one.grade for one in found)),
        (array("I", (one.left[0] for one in found)), array("I", (one.right[0] for one in found))),
        (_ends([one.left for one in found], found), _ends([one.right for one in found], found)),
    )
    return Facing(documents, links, joined, bar)


class _Found(NamedTuple):
    """A link between two documents: its passages left and right, its place among the links."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float
    grade: int
    at: int


def _found(links: Sequence[Link], left: str, right: str) -> Iterator[_Found]:
    from corpus.links.briefs import briefs_of

    for at, (documents, passages, score, grade) in enumerate(briefs_of(links)):
        if documents == (left, right):
            yield _Found(*passages, score, GRADES.index(grade), at)
        elif documents == (right, left):
            yield _Found(passages[1], passages[0], score, GRADES.index(grade), at)


def _ends(passages: Sequence[tuple[int, ...]], found: Sequence[_Found]) -> Ends:
    """One end of the ties that were found, by passage and then by score."""
    best_first = sorted(range(len(found)), key=lambda at: -found[at].score)
    ends = [(number, at) for at in best_first for number in passages[at]]
    ends.sort(key=itemgetter(0))
    return Ends(array("I", (number for number, _ in ends)), array("I", (at for _, at in ends)))
