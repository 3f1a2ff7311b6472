"""The parts of a report, and the words for places in a text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.links.model import End
    from corpus.links.rulings import Ends
    from corpus.story import Story
    from corpus.text import Document, Span


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said under a label: a passage under its place, a reason under "Why".

    ``to`` is the passage that is quoted, as a page with the whole texts calls it.
    """

    label: str
    words: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding: what it is, the passages it rests on, and what is to be said of them.

    ``name`` is what a page can point to it by.
    """

    title: str = ""
    quotes: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Findings of one kind; ``words`` sums them up in a sentence."""

    title: str
    words: str
    entries: tuple[Entry, ...]


def place(document: str, numbers: Sequence[int]) -> str:
    """How passages are called aloud: ``A 9``, ``A 2–3``, ``A 2, 5``."""
    return f"{document} {', '.join(_run(run) for run in _runs(numbers))}"


def places(*ends: End) -> str:
    """The ends of a link aloud: ``A 2–3 and B 9``."""
    return " and ".join(place(end.document, end.passages) for end in ends)


def quotes(story: Story, *ends: End, context: int = 0) -> tuple[Remark, ...]:
    """The passages at the ends of a link, each under its place, with so many around them."""
    return tuple(
        quote for end in ends for quote in passages(story, end.document, end.passages, context)
    )


def rejected(story: Story) -> Sequence[Ends]:
    """The passages that the reader said are no link."""
    from corpus.links.rulings import in_force

    held = in_force(story.rulings).items()
    return [ends for ends, one in held if one.ruling.verdict == "rejected"]


def passages(
    story: Story, document: str, numbers: Sequence[int], context: int = 0
) -> tuple[Remark, ...]:
    """Passages of one document, each under its place, and so many before and after them."""
    wording, quoted = story.document(document).wording, frozenset(numbers)
    return tuple(
        Remark(
            place(document, [n]) + ("" if n in quoted else " (around it)"),
            " ".join(wording[n - 1].split()),
            f"{document}{n}" if n in quoted else "",
        )
        for n in _around(numbers, context, len(wording))
    )


def _around(numbers: Sequence[int], context: int, last: int) -> Sequence[int]:
    if not context:
        return numbers
    near = {at for n in numbers for at in range(max(1, n - context), min(last, n + context) + 1)}
    return sorted(near)


def numbers_in(document: Document, span: Span) -> Iterator[int]:
    """The numbers of the passages that a span touches."""
    first = document.passage_at(span.start)
    for passage in islice(document.passages, first.number - 1 if first else 0, None):
        if passage.span.start >= span.end:
            return
        if passage.span.overlaps(span):
            yield passage.number


def counted(number: int, one: str, many: str = "") -> str:
    """``1 use``, ``2 uses``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _run(run: tuple[int, int]) -> str:
    first, last = run
    return str(first) if first == last else f"{first}–{last}"
