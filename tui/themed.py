"""What every application of the reader has: stylesheet, themes, and no colour on request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.screen import Screen

from tui.keys import own
from tui.terminal import in_browser
from tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from textual.binding import BindingsMap
    from textual.dom import DOMNode
    from textual.driver import Driver

Given = TypeVar("Given")


class ThemedApp(App[Given]):
    """In the reader's own colours; without any where ``NO_COLOR`` is set and not empty."""

    CSS_PATH = "reader.tcss"
    TITLE = "ossetia-reader"
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's
        (0, "-tiny"),
        (4, "-low"),
        (8, "-short"),
        (30, "-tall"),
    ]

    def __init__(self) -> None:
        # Without colours only the terminal's own are used; an empty NO_COLOR is none
        # (https://no-color.org).
        super().__init__(
            driver_class=_driver(), ansi_color=True if os.environ.get("NO_COLOR") else None
        )
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name


def _driver() -> type[Driver] | None:
    """What carries keys and paint; Textual's own but in a browser."""
    if not in_browser():
        return None
    from tui.serving.driver import BrowserDriver

    return BrowserDriver


class OwnKeysScreen(Screen[Given]):
    """A screen on which the reader's own keys stand in place of the program's.

    Textual's ``set_keymap`` takes away whatever else stood on a key, without
    a word, and knows no parts of a screen that take turns with one key.
    """

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        chain = super()._binding_chain
        if not own():
            return chain
        from tui.overlay import overlaid

        return overlaid(chain, own())
