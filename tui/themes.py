"""The reader's own colours: all text at 7:1 and all marks at 3:1 or more, on every ground.

``lit`` are the colours of who is lit, by slot. ``dim`` is for what is less
important, in a colour of its own: a terminal's dim text has no contrast that
could be known. The colours of ``cvd`` are those of Okabe and Ito, lightened
where they would be too dark to read (https://jfly.uni-koeln.de/color/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from tui.looks import THEME_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEFAULT = "ansi_default"


def _theme(
    name: str,
    grounds: tuple[str, str],
    text: tuple[str, str],
    marks: tuple[str, str, str],
    news: tuple[str, str, str],
    lit: Sequence[str],
    *,
    dark: bool = True,
) -> Theme:
    """A theme from its grounds, text and dim text, ribbon, speaker and accent, news, and the lit.

    What Textual would mix from these for its own widgets is named too: mixed
    colours have a contrast that nobody has looked at.
    """
    (background, panel), (foreground, dim) = grounds, text
    (primary, secondary, accent), (warning, error, success) = marks, news
    return Theme(
        name=name,
        dark=dark,
        ansi=background == _DEFAULT,
        background=background,
        surface=background,
        panel=panel,
        foreground=foreground,
        primary=primary,
        secondary=secondary,
        accent=accent,
        warning=warning,
        error=error,
        success=success,
        variables={
            "dim": dim,
            "surface": background,
            "panel": panel,
            **{f"lit-{slot}": colour for slot, colour in enumerate(lit, start=1)},
            "panel-lighten-1": panel,
            "panel-darken-1": panel,
            "ansi-background": background,
            "surface-active": background,
            "text": foreground,
            "text-muted": dim,
            "text-disabled": dim,
            "text-success": success,
            "text-warning": warning,
            "text-error": error,
            "block-cursor-foreground": foreground,
            "block-cursor-background": panel,
            "block-cursor-text-style": "bold reverse",
            "block-cursor-blurred-foreground": foreground,
            "block-cursor-blurred-background": panel,
            "block-cursor-blurred-text-style": "reverse",
            "block-hover-background": panel,
            "border": primary,
            "border-blurred": dim,
            "input-cursor-foreground": foreground,
            "input-cursor-background": background,
            "input-cursor-text-style": "reverse",
            "input-selection-foreground": foreground,
            "input-selection-background": panel,
            "scrollbar": dim,
            "scrollbar-hover": primary,
            "scrollbar-active": primary,
            "scrollbar-background": panel,
            "scrollbar-background-hover": panel,
            "scrollbar-background-active": panel,
            "scrollbar-corner-color": panel,
        },
    )


THEMES = (
    _theme(
        "dark",
        ("#121416", "#202427"),
        ("#e8e6e1", "#b9bdc1"),
        ("#8fc7ff", "#b5e0a8", "#ffd479"),
        ("#ffb454", "#ffaba1", "#a5d6a7"),
        ("#b5e0a8", "#8fc7ff", "#ffb0a5", "#d9b8ff", "#7fe0d4", "#ffd479"),
    ),
    _theme(
        "light",
        ("#fbfaf7", "#efeeeb"),
        ("#1c1c1c", "#474747"),
        ("#0b4580", "#235217", "#663d00"),
        ("#6e3b00", "#8a150d", "#1a5225"),
        ("#235217", "#0b4580", "#8a150d", "#5f2187", "#00524e", "#5a3f00"),
        dark=False,
    ),
    _theme(
        "high-contrast",
        ("#000000", "#262626"),
        ("#ffffff", "#d0d0d0"),
        ("#00d7ff", "#87ff87", "#ffff00"),
        ("#ffd700", "#ffafaf", "#87ff87"),
        ("#87ff87", "#5fd7ff", "#ffafaf", "#ffafff", "#5fffd7", "#ffff00"),
    ),
    _theme(
        "high-contrast-light",
        ("#ffffff", "#e4e4e4"),
        ("#000000", "#303030"),
        ("#00005f", "#003c00", "#5f0000"),
        ("#5f0000", "#6e0000", "#003c00"),
        ("#003c00", "#00008b", "#870000", "#5f005f", "#004040", "#402b00"),
        dark=False,
    ),
    _theme(
        "cvd",
        ("#0e0e0e", "#1c1c1c"),
        ("#f0f0f0", "#bcbcbc"),
        ("#5fb7eb", "#2fd3a2", "#f0e442"),
        ("#eba50a", "#ff9a52", "#2fd3a2"),
        ("#2fd3a2", "#5fb7eb", "#ff9a52", "#e3a0c8", "#f0f0f0", "#f0e442"),
    ),
    _theme(
        "terminal",
        (_DEFAULT, _DEFAULT),
        (_DEFAULT, _DEFAULT),
        ("ansi_cyan", "ansi_green", "ansi_magenta"),
        ("ansi_red", "ansi_red", "ansi_green"),
        ("ansi_green", "ansi_cyan", "ansi_red", "ansi_magenta", "ansi_blue", "ansi_yellow"),
    ),
)


def next_theme(name: str) -> str:
    """The theme after this one, round again after the last."""
    return THEME_NAMES[(THEME_NAMES.index(name) + 1) % len(THEME_NAMES)]
