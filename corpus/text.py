"""Documents and the places in them: the one owner of offsets.

Every offset counts Unicode code points from 0, end exclusive, into a
document's text as shown. Nothing outside this module slices that text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.passages import Passages

PassageKind = Literal["heading", "sentence"]
FactKind = Literal["label", "title", "outlet", "author", "date", "language", "page-stamp"]
Origin = Literal["reader", "catalogue", "metadata", "text"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``start <= end``, in one document."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shifted(self, by: int) -> Span:
        """The same range ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Passage:
    """One unit of comparison: a heading or a sentence.

    ``number`` counts from 1 in its document. ``paragraph`` counts from 0 and
    is shared by the passages of one paragraph.
    """

    number: int
    kind: PassageKind
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of a text, and how it is known.

    Attributes:
        kind: what is known; a page stamp is never a date.
        value: the words for it, on one line.
        origin: who says so.
        span: where the text says it; None when it is said elsewhere.
    """

    kind: FactKind
    value: str
    origin: Origin
    span: Span | None = None


@dataclass(frozen=True)
class Document:
    """A text as shown, cut into passages, with what is known of its source.

    Attributes:
        id: a letter, unique in a story: ``"A"``, ``"B"`` …
        name: what to call it on the screen; sanitised.
        source: the path, ``-`` or ``corpus:NAME`` it was opened by.
        text: the text as shown; all offsets point into it.
        sha256: of the bytes that were read, in hexadecimal.
        passages: in reading order, numbered from 1 without a hole.
        furniture: page furniture set aside: shown, never linked or numbered.
        facts: what is known of the source; of two of a kind the first counts.
        encoding: by which the bytes were read; ``utf-8`` for formats that name their own.
        title: the first fact of this kind; None when unknown.
        date: the first fact of this kind; None when unknown.
        removed: how many code points sanitising dropped or replaced.
        notices: what the reader should know of how it was read, a sentence each.
    """

    id: str
    name: str
    source: str
    text: str
    sha256: str
    passages: Passages
    furniture: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    encoding: str = "utf-8"
    title: str | None = None
    date: str | None = None
    removed: int = 0
    notices: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """The words that stand at ``span``."""
        return self.text[span.start : span.end]

    def pieces(self, size: int = 1 << 16) -> Iterator[str]:
        """The whole text, so many code points at a time: what needs a copy copies little."""
        return (self.text[at : at + size] for at in range(0, len(self.text), size))

    def words(self, start: int, end: int) -> str:
        """The words of a span that is told by its ends, for very many of them."""
        return self.text[start:end]

    def fact(self, kind: FactKind) -> Fact | None:
        """What is known of this kind; None when nothing is."""
        return next((fact for fact in self.facts if fact.kind == kind), None)

    def passage(self, number: int) -> Passage:
        """The passage with this number; IndexError when there is none."""
        if not 1 <= number <= len(self.passages):
            raise IndexError(f"{self.id} has no passage {number}")
        return self.passages[number - 1]

    def number_at(self, offset: int) -> int:
        """The number of the passage that holds ``offset``, or of the last one before it; else 0."""
        return bisect_right(self.passages.columns.starts, offset)

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds ``offset``, or the last one before it."""
        number = self.number_at(offset)
        return self.passages[number - 1] if number else None

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The words of each passage, in reading order."""
        return tuple(self.quote(p.span) for p in self.passages)


def with_facts(document: Document, facts: Iterable[Fact]) -> Document:
    """The document with more facts, which count before those it has; title and date follow."""
    known = replace(document, facts=tuple(dict.fromkeys((*facts, *document.facts))))
    title, date = known.fact("title"), known.fact("date")
    return replace(
        known,
        title=title.value if title else document.title,
        date=date.value if date else document.date,
    )


def letter_id(index: int) -> str:
    """``A`` for 0, ``Z`` for 25, ``AA`` for 26: how a story names its documents."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def find_all(text: str, words: str) -> Sequence[Span]:
    """Every place where ``words`` stand in ``text``, left to right, without overlap."""
    spans: list[Span] = []
    at = text.find(words) if words else -1
    while at >= 0:
        spans.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return spans
