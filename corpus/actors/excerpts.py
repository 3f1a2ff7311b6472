"""Where words stand, as columns of numbers; the words themselves are in the documents."""

from __future__ import annotations

from array import array
from operator import le
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from corpus.actors.model import Excerpt
from corpus.deferred import Made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpus.text import Document, Span

E = TypeVar("E", bound=Excerpt)
Spot = tuple[str, int, int]
"""Where words stand: document, start and end."""
Columns: TypeAlias = "tuple[Sequence[str], Sequence[int], Sequence[int], Iterable[tuple[int, str]]]"


class Places:
    """The places of very many excerpts, in ten bytes each."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._numbers = {document.id: at for at, document in enumerate(documents)}
        self._of, self._starts, self._ends = array("H"), array("I"), array("I")
        self._other: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._of)

    def extend(self, columns: Columns) -> int:
        """More of them: documents, starts, ends; and by place, words that do not stand there.

        Returns:
            How many there are now.

        Raises:
            ValueError, LookupError, TypeError, OverflowError: there are no such places.
        """
        documents, starts, ends, other = columns
        if not len(documents) == len(starts) == len(ends) or not all(map(le, starts, ends)):
            raise ValueError("no places")
        first = len(self)
        self._other.update((first + at, str(words)) for at, words in other)
        self._of.extend(map(self._numbers.__getitem__, documents))
        self._starts.extend(starts)
        self._ends.extend(ends)
        return len(self)

    def fields(self, at: int) -> tuple[str, int, int, str]:
        """Document, start, end and words of the excerpt with a number."""
        document, start, end = self._documents[self._of[at]], self._starts[at], self._ends[at]
        words = self._other.get(at) if self._other else None
        return document.id, start, end, document.words(start, end) if words is None else words

    def excerpt(self, at: int) -> Excerpt:
        """The excerpt with a number."""
        return Excerpt(*self.fields(at))

    def spots(self, numbers: range) -> Iterator[Spot]:
        """Where some excerpts stand."""
        ids, part = list(self._numbers), slice(numbers.start, numbers.stop)
        documents = map(ids.__getitem__, self._of[part])
        return zip(documents, self._starts[part], self._ends[part], strict=True)

    def inside(self, numbers: range, document: str) -> Iterator[int]:
        """The numbers of those in one document."""
        here, of = self._numbers.get(document), self._of
        return (at for at in numbers if of[at] == here)

    def overlapping(self, numbers: range, document: str, span: Span) -> Iterator[int]:
        """The numbers of those that share a code point with a span of a document."""
        here, of = self._numbers.get(document), self._of
        starts, ends = self._starts, self._ends
        for at in numbers:
            if starts[at] < span.end and span.start < ends[at] and of[at] == here:
                yield at


class Excerpts(Made[E]):
    """Excerpts made when they are looked at, of which many questions need no look."""

    __slots__ = ("_places",)

    def __init__(self, make: Callable[[int], E], first: int, stop: int, places: Places) -> None:
        super().__init__(make, first, stop)
        self._places = places

    def spots(self) -> Iterator[Spot]:
        """Where each stands."""
        return self._places.spots(self.numbers)

    def inside(self, document: str) -> Iterator[E]:
        """Those in one document."""
        return map(self._make, self._places.inside(self.numbers, document))

    def overlapping(self, document: str, span: Span) -> Iterator[E]:
        """Those that share a code point with a span of a document."""
        return map(self._make, self._places.overlapping(self.numbers, document, span))


def spots_of(words: Sequence[Excerpt]) -> Iterable[Spot]:
    """Where each excerpt stands."""
    if isinstance(words, Excerpts):
        return words.spots()
    return ((one.document, one.start, one.end) for one in words)


def inside(words: Sequence[E], document: str) -> Iterable[E]:
    """The excerpts in one document."""
    if isinstance(words, Excerpts):
        return words.inside(document)
    return (one for one in words if one.document == document)


def overlapping(words: Sequence[E], document: str, span: Span) -> Iterable[E]:
    """The excerpts that share a code point with a span of a document."""
    if isinstance(words, Excerpts):
        return words.overlapping(document, span)
    return (
        one
        for one in words
        if one.document == document and one.start < span.end and span.start < one.end
    )
