"""The last thing done to a row on its way to the terminal: taking colours or signs away."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from tui.ascii import in_cells

if TYPE_CHECKING:
    from textual.color import Color


class NoColour(LineFilter):
    """Takes all colours away, and leaves bold, underline, reverse and the like."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same segments; not even the terminal's own colours are named."""
        return [Segment(text, _uncoloured(style), control) for text, style, control in segments]


class Ascii(LineFilter):
    """Shows each sign and letter as ASCII, in the cells it had."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same segments in ASCII."""
        return [Segment(in_cells(text), style, control) for text, style, control in segments]


@lru_cache(1024)
def _uncoloured(style: Style | None) -> Style | None:
    """The style without colours; what a click finds by it stays."""
    if style is None:
        return None
    plain = style.without_color
    return plain + Style.from_meta(style.meta) if style.meta else plain
