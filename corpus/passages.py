"""The passages of a document, kept as columns of numbers: long texts have a hundred thousand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from corpus.text import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.text import PassageKind

_KINDS: tuple[PassageKind, PassageKind] = ("sentence", "heading")


class Columns(NamedTuple):
    """The fields of passages in reading order, an array for each; headings are 1, sentences 0."""

    starts: array[int]
    ends: array[int]
    paragraphs: array[int]
    headings: array[int]

    def add(self, kind: PassageKind, span: Span, paragraph: int) -> None:
        """One more at the end."""
        self.starts.append(span.start)
        self.ends.append(span.end)
        self.paragraphs.append(paragraph)
        self.headings.append(_KINDS.index(kind))


def no_columns() -> Columns:
    """Those of no passage, to add to."""
    return Columns(array("I"), array("I"), array("I"), array("B"))


class Passages(Sequence[Passage]):
    """A tuple of passages in reading order, numbered from 1 without a hole.

    Each is made when it is looked at, equal every time: kept, they take
    thirteen times the memory. ``columns`` never change; whoever needs one
    field of very many passages reads it there.
    """

    __slots__ = ("columns",)

    def __init__(self, columns: Columns | None = None) -> None:
        self.columns = columns or no_columns()

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Passages:
        """These passages, whose numbers are their places."""
        columns = no_columns()
        for one in passages:
            columns.add(one.kind, one.span, one.paragraph)
        return cls(columns)

    @property
    def numbers(self) -> range:
        """The numbers of all."""
        return range(1, len(self) + 1)

    def __len__(self) -> int:
        return len(self.columns.starts)

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, at: int | slice) -> Passage | tuple[Passage, ...]:
        if isinstance(at, slice):
            return tuple([self[index] for index in range(*at.indices(len(self)))])
        starts, ends, paragraphs, headings = self.columns
        number = at + 1 if at >= 0 else len(starts) + at + 1
        return Passage(number, _KINDS[headings[at]], Span(starts[at], ends[at]), paragraphs[at])

    def __iter__(self) -> Iterator[Passage]:
        rows = zip(*self.columns, strict=True)
        for number, (start, end, paragraph, heading) in enumerate(rows, start=1):
            yield Passage(number, _KINDS[heading], Span(start, end), paragraph)

    def __eq__(self, other: object) -> bool:
        return self.columns == other.columns if isinstance(other, Passages) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(column.tobytes() for column in self.columns))

    def __repr__(self) -> str:
        """Short: a defect is told with all that is at hand, and a book may be."""
        return f"<{len(self)} passages>"
