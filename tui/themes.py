"""The palettes as Textual's themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from tui.looks import THEME_NAMES
from tui.palettes import PALETTES, TERMINALS_OWN

if TYPE_CHECKING:
    from tui.palettes import Palette


def _theme(palette: Palette) -> Theme:
    """A theme that names what Textual would mix for its own widgets, too.

    Mixed colours have a contrast that nobody has looked at.
    """
    colours = palette.colours
    background, panel, foreground = (colours[n] for n in ("background", "panel", "foreground"))
    dim, primary = colours["dim"], colours["primary"]
    return Theme(
        name=palette.name,
        dark=palette.dark,
        ansi=background == TERMINALS_OWN,
        background=background,
        surface=background,
        panel=panel,
        foreground=foreground,
        primary=primary,
        secondary=colours["secondary"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        variables={
            **colours,
            "surface": background,
            "panel-lighten-1": panel,
            "panel-darken-1": panel,
            "ansi-background": background,
            "surface-active": background,
            "text": foreground,
            "text-muted": dim,
            "text-disabled": dim,
            "text-success": colours["success"],
            "text-warning": colours["warning"],
            "text-error": colours["error"],
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


THEMES = tuple(map(_theme, PALETTES))


def next_theme(name: str) -> str:
    """The theme after this one, round again after the last."""
    return THEME_NAMES[(THEME_NAMES.index(name) + 1) % len(THEME_NAMES)]
