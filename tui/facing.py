"""The two documents that face each other on the screen, and what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.links.model import Grade, Link
    from corpus.text import Document, Span

GRADES: tuple[Grade, ...] = ("strong", "medium", "weak")


class Tie(NamedTuple):
    """A link between the facing documents: the first passage of its left and of its right end."""

    link: Link
    numbers: tuple[int, int]


@dataclass(frozen=True)
class Facing:
    """Left and right document, and the ties at or above the bar in the left's reading order."""

    documents: tuple[Document, Document]
    ties: tuple[Tie, ...] = ()
    bar: Grade = "weak"

    @cached_property
    def _by_passage(self) -> tuple[dict[int, list[Tie]], dict[int, list[Tie]]]:
        found: tuple[dict[int, list[Tie]], dict[int, list[Tie]]] = ({}, {})
        for tie in sorted(self.ties, key=lambda tie: -tie.link.score):
            for side in (0, 1):
                for number in _end(tie.link, self.documents[side].id):
                    found[side].setdefault(number, []).append(tie)
        return found

    @cached_property
    def _order(self) -> dict[tuple[int, int], int]:
        return {tie.numbers: index for index, tie in enumerate(self.ties)}

    def index_of(self, tie: Tie | None) -> int | None:
        """Where a tie stands in the reading order; None when it is not shown."""
        return self._order.get(tie.numbers) if tie else None

    def tie_of(self, numbers: tuple[int, int]) -> Tie | None:
        """The tie of these first passages, if it is shown."""
        index = self._order.get(numbers)
        return None if index is None else self.ties[index]

    def ties_among(self, left: range, right: range) -> list[Tie]:
        """The ties with an end among these passages, in reading order."""
        found = {
            tie.numbers: tie
            for side, numbers in ((0, left), (1, right))
            for number in numbers
            for tie in self.ties_of(side, number)
        }
        return [found[numbers] for numbers in sorted(found)]

    def ties_of(self, side: int, number: int) -> Sequence[Tie]:
        """The ties of one passage, best first."""
        return self._by_passage[side].get(number, ())

    def evidence_of(self, tie: Tie, side: int) -> tuple[Span, ...]:
        """The words of one side that speak for a tie."""
        first = tie.link.a.document == self.documents[side].id
        return tuple(span for one in tie.link.evidence for span in (one.a if first else one.b))

    def grade_of(self, side: int, number: int) -> Grade | None:
        """The grade of a passage's best tie; None when no counterpart was found."""
        ties = self.ties_of(side, number)
        return ties[0].link.grade if ties else None


def face(
    documents: tuple[Document, Document], links: Iterable[Link], bar: Grade = "weak"
) -> Facing:
    """The documents side by side with those of the links that join them at or above the bar."""
    allowed = GRADES[: GRADES.index(bar) + 1]
    left, right = (document.id for document in documents)
    ties = [
        Tie(link, (_end(link, left)[0], _end(link, right)[0]))
        for link in links
        if {link.a.document, link.b.document} == {left, right} and link.grade in allowed
    ]
    return Facing(documents, tuple(sorted(ties, key=lambda tie: tie.numbers)), bar)


def _end(link: Link, document: str) -> tuple[int, ...]:
    return link.a.passages if link.a.document == document else link.b.passages
