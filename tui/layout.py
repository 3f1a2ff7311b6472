"""Where the words of a document stand in a pane: rows of a width, and nothing painted.

A layout cuts the text into rows without losing a character: joined in order
they give the text again. A row is known by the offset of its first character,
so nothing has to be counted from the top, and only what is asked for is wrapped:
a text of 10 MB costs a key, or another width, what one of 5 kB does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from corpus.text import Document, Passage, Span
from tui.cells import graphemes, in_a_line
from tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Tops = tuple[int, int]
"""The rows that stand first on the screen, left and right."""

_KEPT = 4096  # regions whose rows are remembered
_SEEN = 100  # rows that tell how many the whole text has


@dataclass(frozen=True, eq=False)
class PaneLayout:
    """The rows of one document at one width, in cells (at least 1)."""

    document: Document
    width: int

    @cached_property
    def _region(self) -> Callable[[int], tuple[int, ...]]:
        """Where the rows around an offset start, and last where they end."""
        return lru_cache(_KEPT)(partial(wrapped, self.document, max(1, self.width)))

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return len(self.document.text)

    @cached_property
    def length(self) -> int:
        """About how many rows there are: what is seen of a long text tells of the rest."""
        seen = self.window(0, _SEEN)
        return max(len(seen), len(seen) * self.end // max(1, seen.end))

    def window(self, top: int, height: int) -> Window:
        """So many rows from the one that holds ``top`` on, fewer at the end of the text."""
        edges = [*self._from(top)]
        while len(edges) <= height and edges[-1] < self.end:
            edges += self._region(edges[-1])[1:]
        return Window(self, edges[: height + 1])

    def row_at(self, offset: int) -> int:
        """The row that holds the character at ``offset``."""
        return self._from(offset)[0]

    def step(self, row: int, by: int) -> int:
        """The row so many rows further on or, below 0, back; the last or the first at most."""
        return self._above(row, -by) if by < 0 else self.window(row, by + 1).last

    def lowest(self, height: int) -> int:
        """The row from which on so many rows are left."""
        return self._above(self.end, height - 1)

    def before(self, row: int, most: int) -> int:
        """How many rows stand before this one, counted up to ``most``."""
        return self.window(self._above(row, most), most).row_of(row)

    def height(self, span: Span, most: int) -> int:
        """On how many rows a span stands, counted up to ``most``."""
        return len(self.window(span.start, most).spot(span))

    def in_view(self, span: Span, top: int, height: int) -> int:
        """The row nearest to ``top`` from which on a span is in view, its beginning in any case."""
        row = self.row_at(span.start)
        if row <= top:
            return row
        shown = self.window(row, height)
        return max(top, self.step(row, len(shown.spot(span)) - height))

    def _from(self, offset: int) -> Sequence[int]:
        """Where the row that holds ``offset`` and the rest of its region start."""
        at = max(0, min(offset, self.end - 1))
        edges = self._region(at)
        return edges[bisect_right(edges, at, hi=len(edges) - 1) - 1 :]

    def _above(self, row: int, rows: int) -> int:
        at = max(0, min(row, self.end - 1))
        edges = self._region(at)
        index = bisect_right(edges, at, hi=len(edges) - 1) - 1
        while rows > index and edges[0]:
            rows -= index + 1
            edges = self._region(edges[0] - 1)
            index = len(edges) - 2
        return edges[max(0, index - rows)]


@dataclass(frozen=True, eq=False)
class Window:
    """Some rows of a layout that follow each other, counted from 0.

    ``edges`` is where each starts, and where the last one ends.
    """

    layout: PaneLayout
    edges: Sequence[int]
    _shown: dict[int, tuple[Span, str]] = field(default_factory=dict[int, tuple[Span, str]])

    def __len__(self) -> int:
        return len(self.edges) - 1

    @property
    def last(self) -> int:
        """Where the last row starts."""
        return self.edges[-2]

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return self.edges[-1]

    def span(self, row: int) -> Span:
        """The part of the text that this row holds, white space included."""
        return Span(self.edges[row], self.edges[row + 1])

    def shown(self, row: int) -> tuple[Span, str]:
        """The part of the text that this row shows, and it as one line of the same length."""
        if row not in self._shown:
            span = self.span(row)
            words = self.layout.document.quote(span)
            kept = words.rstrip()
            left = len(kept) - len(kept.lstrip("\r\n"))
            visible = Span(span.start + left, span.start + len(kept))
            self._shown[row] = visible, in_a_line(kept[left:])
        return self._shown[row]

    def row_of(self, offset: int) -> int:
        """The row that holds ``offset``, or would, were there rows enough; -1 before the first."""
        return bisect_right(self.edges, offset) - 1

    def spot(self, span: Span) -> range:
        """Those of the rows on which a span stands."""
        first = max(0, self.row_of(span.start))
        return range(first, min(len(self), bisect_left(self.edges, max(span.end, span.start + 1))))

    def passage_on(self, row: int) -> Passage | None:
        """The passage whose words stand on this row; None on blank rows and furniture."""
        return self._passages.get(row)

    @cached_property
    def _passages(self) -> dict[int, Passage]:
        document = self.layout.document
        passages = map(document.passage, self.passages())
        return {row: passage for passage in passages for row in self.spot(passage.span)}

    def passages(self) -> range:
        """The numbers of the passages that may stand on these rows."""
        document = self.layout.document
        first, last = (document.passage_at(at) for at in (self.edges[0], self.end - 1))
        return range(first.number if first else 1, last.number + 1 if last else 1)

    def offset_at(self, row: int, column: int) -> int:
        """The offset of the character shown at a cell; the row's end when beyond it."""
        shown, text = self.shown(row)
        for start, _, size in graphemes(text):
            column -= size
            if column < 0:
                return shown.start + start
        return shown.end


def level(
    spans: tuple[Span, Span], layouts: tuple[PaneLayout, PaneLayout], height: int, wanted: int
) -> Tops:
    """The top rows that bring a passage of each pane to the same height on the screen.

    ``wanted`` is the screen row asked for; it gives way so that both passages
    are whole. Where a text ends too soon to be level, each shows its own.
    """
    sides = tuple(zip(layouts, spans, strict=True))
    tallest = max(layout.height(span, height) for layout, span in sides)
    wanted = clamp(wanted, max(0, height - tallest))
    before = [layout.before(span.start, height) for layout, span in sides]
    missing = [height - len(layout.window(span.start, height)) for layout, span in sides]
    # The screen row must leave both tops between the first and their lowest place.
    least, most = max(map(min, before, missing)), min(before)
    at = max(least, min(most, wanted)) if least <= most and least + tallest <= height else wanted
    first, second = (
        min(layout.step(span.start, -at), layout.lowest(height)) for layout, span in sides
    )
    return first, second


def clamp(at: int, most: int) -> int:
    """A number between 0 and ``most``."""
    return max(0, min(at, most))
