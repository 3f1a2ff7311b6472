"""The reader's own colours: all text at 7:1 and all marks at 3:1 or more, on every ground.

``dim`` is for what is less important, in a colour of its own: a terminal's dim
text has no contrast that could be known. The colours of ``cvd`` are those of
Okabe and Ito, lightened where they would be too dark to read
(https://jfly.uni-koeln.de/color/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

TERMINALS_OWN = "ansi_default"
"""Whatever the terminal has for text or ground."""

_NAMES = (
    "background", "panel", "foreground", "dim",
    "primary", "secondary", "accent", "warning", "error", "success",
)  # fmt: skip


class Palette(NamedTuple):
    """Colours by the names that the stylesheet has for them: ``#rrggbb``, or ``ansi_cyan``.

    ``lit-1`` to ``lit-6`` are those of who is lit, by slot.
    """

    name: str
    colours: Mapping[str, str]
    dark: bool


def _palette(name: str, grounds: str, marks: str, lit: str, *, dark: bool = True) -> Palette:
    """From grounds with text and dim text; ribbon, speaker, accent and news; who is lit."""
    colours = dict(zip(_NAMES, [*grounds.split(), *marks.split()], strict=True))
    lights = {f"lit-{slot}": colour for slot, colour in enumerate(lit.split(), start=1)}
    return Palette(name, {**colours, **lights}, dark)


PALETTES = (
    _palette(
        "dark",
        "#121416 #202427 #e8e6e1 #b9bdc1",
        "#8fc7ff #b5e0a8 #ffd479 #ffb454 #ffaba1 #a5d6a7",
        "#b5e0a8 #8fc7ff #ffb0a5 #d9b8ff #7fe0d4 #ffd479",
    ),
    _palette(
        "light",
        "#fbfaf7 #efeeeb #1c1c1c #474747",
        "#0b4580 #235217 #663d00 #6e3b00 #8a150d #1a5225",
        "#235217 #0b4580 #8a150d #5f2187 #00524e #5a3f00",
        dark=False,
    ),
    _palette(
        "high-contrast",
        "#000000 #262626 #ffffff #d0d0d0",
        "#00d7ff #87ff87 #ffff00 #ffd700 #ffafaf #87ff87",
        "#87ff87 #5fd7ff #ffafaf #ffafff #5fffd7 #ffff00",
    ),
    _palette(
        "high-contrast-light",
        "#ffffff #e4e4e4 #000000 #303030",
        "#00005f #003c00 #5f0000 #5f0000 #6e0000 #003c00",
        "#003c00 #00008b #870000 #5f005f #004040 #402b00",
        dark=False,
    ),
    _palette(
        "cvd",
        "#0e0e0e #1c1c1c #f0f0f0 #bcbcbc",
        "#5fb7eb #2fd3a2 #f0e442 #eba50a #ff9a52 #2fd3a2",
        "#2fd3a2 #5fb7eb #ff9a52 #e3a0c8 #f0f0f0 #f0e442",
    ),
    _palette(
        "terminal",
        f"{TERMINALS_OWN} {TERMINALS_OWN} {TERMINALS_OWN} {TERMINALS_OWN}",
        "ansi_cyan ansi_green ansi_magenta ansi_red ansi_red ansi_green",
        "ansi_green ansi_cyan ansi_red ansi_magenta ansi_blue ansi_yellow",
    ),
)


def palette(name: str) -> Palette:
    """The palette of this name."""
    return next(one for one in PALETTES if one.name == name)
