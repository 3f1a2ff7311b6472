"""Where the words of a document stand in a pane: rows of a width, and nothing painted.

A layout cuts the whole text into rows without losing a character: joined in
order they give the text again. Panes and gutter share it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Document, Passage, Span
from tui.cells import ONE_CELL, graphemes, in_a_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Regions(NamedTuple):
    """What is wrapped together, in order: begin, end, and whether a blank row follows.

    A region is a passage or a piece of furniture, with whatever stands on its
    first line before it (a Markdown hash).
    """

    begins: array[int]
    ends: array[int]
    blank_after: array[int]


@dataclass(frozen=True, eq=False)
class PaneLayout:
    """The rows of one document at one width, in cells.

    ``starts`` holds the offset of each row's first character, and the text's
    length last; ``first_rows`` the row on which each passage starts;
    ``regions`` are the same at every width.
    """

    document: Document
    width: int
    starts: array[int]
    first_rows: array[int]
    regions: Regions

    @property
    def rows(self) -> int:
        """How many rows there are; at least one."""
        return len(self.starts) - 1

    def span(self, row: int) -> Span:
        """The part of the text that this row holds, white space included."""
        return Span(self.starts[row], self.starts[row + 1])

    def shown(self, row: int) -> tuple[Span, str]:
        """The part of the text that this row shows, and it as one line of the same length."""
        span = self.span(row)
        words = self.document.quote(span)
        kept = words.rstrip()
        left = len(kept) - len(kept.lstrip("\r\n"))
        visible = Span(span.start + left, span.start + len(kept))
        return visible, in_a_line(kept[left:])

    def row_of(self, offset: int) -> int:
        """The row that holds the character at ``offset``."""
        row = bisect_right(self.starts, offset) - 1
        return max(0, min(row, self.rows - 1))

    def rows_of(self, number: int) -> range:
        """The rows on which a passage stands."""
        last = self.document.passages.columns.ends[number - 1] - 1
        return range(self.first_rows[number - 1], self.row_of(last) + 1)

    def passage_on(self, row: int) -> Passage | None:
        """The passage whose words stand on this row; None on blank rows and furniture."""
        index = bisect_right(self.first_rows, row) - 1
        if index < 0:
            return None
        passage = self.document.passages[index]
        shown, _ = self.shown(row)
        return passage if passage.span.overlaps(shown) else None

    def passages_on(self, top: int, rows: int) -> range:
        """The numbers of the passages that may stand on so many rows from ``top`` on."""
        first = max(1, bisect_right(self.first_rows, top))
        return range(first, bisect_left(self.first_rows, top + rows) + 1)

    def passage_near(self, row: int) -> Passage | None:
        """The passage on this row, or else the nearest before it, or else the first."""
        index = max(0, bisect_right(self.first_rows, row) - 1)
        passages = self.document.passages
        return passages[index] if passages else None

    def offset_at(self, row: int, column: int) -> int:
        """The offset of the character shown at a cell; the row's end when beyond it."""
        shown, text = self.shown(row)
        for start, _, size in graphemes(text):
            column -= size
            if column < 0:
                return shown.start + start
        return shown.end


def lay_out(document: Document, width: int, known: PaneLayout | None = None) -> PaneLayout:
    """The document in rows of at most ``width`` cells (at least 1).

    Passages start on rows of their own, paragraphs after a blank one. What a
    ``known`` layout of the same document tells, whatever its width, is not
    looked for again.
    """
    width = max(1, width)
    regions = known.regions if known and known.document is document else regions_of(document)
    starts = array("I")
    wrap = _wrapper(document, width)
    for begin, end, blank_after in zip(*regions, strict=True):
        starts.extend(wrap(begin, end))
        if blank_after:
            starts.append(end)
    if not starts or starts[0]:
        starts.insert(0, 0)
    starts.append(len(document.text))
    begins = document.passages.columns.starts
    rows = array("I", (bisect_left(starts, begin + 1) - 1 for begin in begins))
    return PaneLayout(document, width, starts, rows, regions)


def level(
    rows: tuple[range, range], layouts: tuple[PaneLayout, PaneLayout], height: int, wanted: int
) -> tuple[int, int]:
    """The top rows that bring a passage of each pane to the same height on the screen.

    ``wanted`` is the screen row asked for; it gives way so that both passages
    are whole. Where a text ends too soon to be level, each shows its own.
    """
    tallest = max(len(spot) for spot in rows)
    wanted = clamp(wanted, max(0, height - tallest))
    lowest = [max(0, layout.rows - height) for layout in layouts]
    # The screen row must leave both tops between 0 and their lowest place.
    least = max(0, *(spot.start - low for spot, low in zip(rows, lowest, strict=True)))
    most = min(spot.start for spot in rows)
    at = max(least, min(most, wanted)) if least <= most and least + tallest <= height else wanted
    first, second = (clamp(spot.start - at, low) for spot, low in zip(rows, lowest, strict=True))
    return first, second


def clamp(top: int, lowest: int) -> int:
    """A top row between 0 and ``lowest``."""
    return max(0, min(top, lowest))


def in_view(rows: range, top: int, height: int) -> int:
    """The top row nearest to ``top`` that shows these rows, the first in any case."""
    if rows.start < top:
        return rows.start
    return max(top, min(rows.start, rows.stop - height))


def regions_of(document: Document) -> Regions:
    """The regions of a document."""
    begins, ends, paragraphs, _ = document.passages.columns
    blocks = [(f.start, f.end, -1) for f in document.furniture]
    blocks = sorted([*zip(begins, ends, paragraphs, strict=True), *blocks])
    regions = Regions(array("I"), array("I"), array("b"))
    before = 0
    for start, end, _ in blocks:
        regions.begins.append(_line_start(document, before, start))
        before = end
    for index, (_, end, paragraph) in enumerate(blocks):
        last = index + 1 == len(blocks)
        apart = not last and (paragraph != blocks[index + 1][2] or paragraph < 0)
        stop = len(document.text) if last else regions.begins[index + 1]
        regions.ends.append(end if apart else stop)
        regions.blank_after.append(apart)
    return regions


def _line_start(document: Document, after: int, start: int) -> int:
    between = document.quote(Span(after, start))
    if not between.strip():
        return start
    return after + max(between.rfind("\n") + 1, len(between) - len(between.lstrip()))


def _wrapper(document: Document, width: int) -> Callable[[int, int], Iterable[int]]:
    """What tells where the rows of a region start."""
    text, lines, one_cell = document.text, _line_of(width), ONE_CELL.fullmatch

    def plain(begin: int, end: int) -> Iterable[int]:
        return [match.start() for match in lines.finditer(text, begin, end)]

    def any_width(begin: int, end: int) -> Iterable[int]:
        if one_cell(text, begin, end):
            return plain(begin, end)
        return (begin + at for at in _wrap_cells(document.quote(Span(begin, end)), width))

    return plain if one_cell(text) else any_width


@cache
def _line_of(width: int) -> re.Pattern[str]:
    return re.compile(rf".{{1,{width}}}(?:\s+|\Z)|.{{1,{width}}}", re.DOTALL)


def _wrap_cells(text: str, width: int) -> Iterator[int]:
    """As the pattern of ``_line_of``, for graphemes of no, one or two cells."""
    start = breakable = used = since = 0
    yield 0
    for index, after, size in graphemes(text):
        if text[index:after].isspace():
            used, since, breakable = used + size, 0, after
            continue
        if used + size > width and breakable > start:
            start, used = breakable, since
            yield start
        if used + size > width and index > start:
            start, used = index, 0
            yield start
        used, since = used + size, since + size
