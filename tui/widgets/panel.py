"""Some lines beside or below the texts: why two passages are linked, dates, notes."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.cells import steady
from tui.keys import bindings


class Panel(VerticalScroll, inherit_bindings=False):
    """Shows lines, and scrolls where there are more than it has rows.

    One that ``fills`` its place has lines as long as that at least.
    """

    BINDINGS: ClassVar = bindings("panel")

    def __init__(self, *, id: str, lines: str, fills: bool = False) -> None:  # noqa: A002 - Textual's word
        self._lines = Static(id=lines, markup=False)
        self._shown = ""
        self._fills = fills
        super().__init__(self._lines, id=id)

    def show(self, text: Content) -> None:
        """Put other lines in place of what stood here, from the first on."""
        if text.plain == self._shown:
            return
        self._shown = text.plain
        self._lines.update(Content(steady(text.plain), list(text.spans)), layout=False)
        if self._rows != self._lines.size.height:
            self._lines.refresh(layout=True)
        if self.scroll_offset.y:
            self.scroll_home(animate=False)

    @property
    def _rows(self) -> int:
        """The rows that the lines are to have."""
        rows = self._lines.get_content_height(self.size, self.size, self._lines.size.width)
        return max(rows, self.size.height) if self._fills else rows
