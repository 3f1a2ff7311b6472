"""What a screen shows, cell by cell: text, colours, attributes; and how well it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import split_graphemes
from textual.color import Color

if TYPE_CHECKING:
    from rich.color import Color as RichColor
    from rich.style import Style
    from textual.app import App

ATTRIBUTES = ("bold", "italic", "underline", "strike", "reverse", "dim")


class Seen(NamedTuple):
    """A cell: its text ("" for the second half of a wide one), colours, attributes."""

    text: str
    ink: RichColor | None
    ground: RichColor | None
    shape: frozenset[str]


def shape(style: Style) -> frozenset[str]:
    """The attributes of a style, all that is left of it without colours."""
    return frozenset(name for name in ATTRIBUTES if getattr(style, name))


def seen(app: App[object]) -> list[list[Seen]]:
    """The screen as it goes to the terminal, a list of cells for each row."""
    return [
        [cell for segment in strip for cell in _cells(segment.text, segment.style)]
        for strip in app.screen._compositor.render_strips()
    ]


def _cells(text: str, style: Style) -> list[Seen]:
    found = []
    for start, end, size in split_graphemes(text)[0]:
        cell = Seen(text[start:end], style.color, style.bgcolor, shape(style))
        found += [cell, cell._replace(text="")][:size]
    return found


def contrast(one: RichColor | str, other: RichColor | str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(given: RichColor | str) -> float:
    colour = Color.parse(given).rich_color if isinstance(given, str) else given
    parts = (part / 255 for part in colour.get_truecolor())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
