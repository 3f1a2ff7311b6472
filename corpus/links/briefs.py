"""What links join and how well, for those who ask it of very many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.deferred import Made
from corpus.links.model import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpus.links.model import Grade


AT_HAND = 256
"""Links to keep as they were made: those on a screen are asked for again and again."""


class Brief(NamedTuple):
    """The ends of a link, its score and its grade, and whether the reader had a hand in it."""

    documents: tuple[str, str]
    passages: tuple[tuple[int, ...], tuple[int, ...]]
    score: float
    grade: Grade
    hand: bool = False


class Links(Made[Link]):
    """Links made when they are looked at; ``brief`` tells what one joins without making it."""

    __slots__ = ("_brief",)

    def __init__(
        self, make: Callable[[int], Link], brief: Callable[[int], Brief], first: int, stop: int
    ) -> None:
        super().__init__(make, first, stop)
        self._brief = brief

    def brief(self, at: int) -> Brief:
        """What the link at a place joins."""
        return self._brief(self.numbers[at])

    def briefs(self) -> Iterator[Brief]:
        """What each joins."""
        return map(self._brief, self.numbers)

    def _part(self, numbers: range) -> Links:
        return Links(self._make, self._brief, numbers.start, numbers.stop)


def briefs_of(links: Iterable[Link]) -> Iterator[Brief]:
    """What each of these links joins."""
    return links.briefs() if isinstance(links, Links) else map(brief_of, links)


def brief_at(links: Sequence[Link], at: int) -> Brief:
    """What the link at a place joins."""
    return links.brief(at) if isinstance(links, Links) else brief_of(links[at])


def brief_of(link: Link) -> Brief:
    """What a link joins."""
    a, b = link.a, link.b
    ends = (a.document, b.document), (a.passages, b.passages)
    return Brief(*ends, link.score, link.grade, bool(link.hand))
