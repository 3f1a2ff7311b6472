"""A text in lines of one width, so that its height is known before any browser lays it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.links.model import End, Link
    from corpus.text import Document, Passage

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line; without ``span`` it is empty, without ``passage`` it is furniture.

    ``first`` tells whether the passage begins here.
    """

    span: Span | None = None
    passage: Passage | None = None
    first: bool = False


def lines_of(document: Document, width: int) -> list[Line]:
    """The whole text in lines of at most ``width`` cells; an empty one between paragraphs."""
    found: list[Line] = []
    before: int | None = None
    for span, passage in _blocks(document):
        paragraph = passage.paragraph if passage else None
        if found and (paragraph is None or paragraph != before):
            found.append(Line())
        parts = enumerate(_wrapped(document, span, width))
        found += [Line(part, passage, first=at == 0) for at, part in parts]
        before = paragraph
    return found


def rows_of(lines: Iterable[Line]) -> dict[int, tuple[int, int]]:
    """The first and the last line of each passage, by its number."""
    rows: dict[int, tuple[int, int]] = {}
    for row, line in enumerate(lines):
        if line.passage:
            first, _ = rows.get(line.passage.number, (row, row))
            rows[line.passage.number] = first, row
    return rows


def ends_in(link: Link, left: Document, right: Document) -> tuple[End, End] | None:
    """The ends of a link in two texts, in this order; None where it joins others."""
    ends = {end.document: end for end in (link.a, link.b)}
    if left.id in ends and right.id in ends:
        return ends[left.id], ends[right.id]
    return None


def _blocks(document: Document) -> list[tuple[Span, Passage | None]]:
    """Passages and furniture in reading order."""
    passages: list[tuple[Span, Passage | None]] = [(p.span, p) for p in document.passages]
    furniture: list[tuple[Span, Passage | None]] = [(span, None) for span in document.furniture]
    return sorted([*passages, *furniture], key=lambda block: block[0])


def _wrapped(document: Document, span: Span, width: int) -> Iterator[Span]:
    """A span cut into lines between its words; a word that is too long is cut itself."""
    start = end = span.start
    for match in _WORD.finditer(document.quote(span)):
        for part in _cut(document, Span(*match.span()).shifted(span.start), width):
            if end > start and cells(document.quote(Span(start, part.end))) > width:
                yield Span(start, end)
                start = part.start
            elif end == start:
                start = part.start
            end = part.end
    if end > start:
        yield Span(start, end)


def _cut(document: Document, word: Span, width: int) -> Iterator[Span]:
    step = width if cells(document.quote(word)) <= width else max(1, width // 2)
    for start in range(word.start, word.end, step):
        yield Span(start, min(word.end, start + step))


def cells(words: str) -> int:
    """How many columns of a fixed font words take: none for what combines, two for wide letters."""
    return sum(0 if combining(c) else 1 + (east_asian_width(c) in "WF") for c in words)
