"""The table of marks as Rich's styles, in the colours of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

from tui.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.color import Color as RichColor


def painted(names: Iterable[str], base: Style, colours: Mapping[str, str]) -> Style:
    """The style of words with some marks, later ones over earlier ones.

    ``base`` is the style without any, ``colours`` what a theme calls by these names.
    """
    for name in names:
        mark = MARKS[name]
        base += Style.from_color(
            _colour(colours.get(mark.colour)), _colour(colours.get(mark.ground))
        ) + Style.parse(mark.style)
    return base


def _colour(value: str | None) -> RichColor | None:
    """A theme's colour for Rich; None where there is none, or nothing to be seen of it."""
    colour = Color.parse(value) if value else None
    return colour.rich_color if colour is not None and colour.a else None
