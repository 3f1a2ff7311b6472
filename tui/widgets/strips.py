"""The rows of a widget as strips: those that did not change are neither made nor painted again."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style

    from tui.paint import Piece

_ROOMY = 24  # columns from which on no row is wider than the widget


class RowStrips:
    """Rows of pieces, as many and as wide as the widget; ``style_of`` the names of a piece."""

    def __init__(self, style_of: Callable[[tuple[str, ...]], Style]) -> None:
        self._style_of = style_of
        self._size = Size(0, 0)
        self._rows: Sequence[list[Piece]] = ()
        self._strips: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], Style] = {}
        self._changed: set[int] = set()

    def put(self, rows: Sequence[list[Piece]], size: Size) -> None:
        """Other rows. A widget of another size is painted whole without being told."""
        before, self._rows = self._rows, rows
        if size != self._size:
            self._size = size
            self._strips.clear()
            self._changed.clear()
            return
        for y, (old, new) in enumerate(zip_longest(before, rows)):  # hidden, they may be fewer
            if old != new:
                self._strips.pop(y, None)
                self._changed.add(y)

    def changed(self) -> Sequence[int]:
        """The rows that have to be painted again, told once."""
        changed, self._changed = sorted(self._changed), set()
        return changed

    def forget_styles(self) -> None:
        """There are other colours."""
        self._styles.clear()
        self._strips.clear()

    def strip(self, y: int) -> Strip:
        """A row of the widget."""
        if y not in self._strips:
            self._strips[y] = self._made(self._rows[y] if y < len(self._rows) else [])
        return self._strips[y]

    def _made(self, row: Sequence[Piece]) -> Strip:
        segments = [Segment(words, self._style(names)) for words, names in row]
        width = self._size.width
        if row and width >= _ROOMY:
            return Strip(segments, width)
        return Strip(segments).adjust_cell_length(width, self._style(()))

    def _style(self, names: tuple[str, ...]) -> Style:
        if names not in self._styles:
            self._styles[names] = self._style_of(names)
        return self._styles[names]
