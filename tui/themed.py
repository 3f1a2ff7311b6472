"""What every application of the reader has: stylesheet, themes, and as much show as is wanted."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.filter import ANSIToTruecolor, Monochrome, NoColor
from textual.screen import Screen

from tui.keys import key_for, own, shown
from tui.looks import THEME_NAMES, Looks
from tui.terminal import in_browser
from tui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingsMap
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.events import DescendantFocus, Key
    from textual.filter import LineFilter

Given = TypeVar("Given")

# What Textual adds wherever NO_COLOR is set, also to nothing, whatever --color says; and what
# turns the terminal's own colours into others: a theme has them on purpose or not at all, and
# each row would be made anew to find none.
_NOT_WANTED = (Monochrome, NoColor, ANSIToTruecolor)


class ThemedApp(App[Given]):
    """In the reader's own colours, or as plainly as the reader wants it.

    Without colours the terminal's own are the ground, and no colour code is sent.
    """

    CSS_PATH = "reader.tcss"
    TITLE = "ossetia-reader"
    HORIZONTAL_BREAKPOINTS = [(0, "-thin"), (60, "-broad")]  # noqa: RUF012 - Textual's
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's
        (0, "-tiny"),
        (4, "-low"),
        (8, "-short"),
        (20, "-modest"),
        (30, "-tall"),
    ]

    def __init__(
        self,
        looks: Looks = Looks(),  # noqa: B008 - frozen
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver or _driver(), ansi_color=None if looks.colour else True)
        self.no_color = not looks.colour
        self._last = () if looks.colour and not looks.ascii else _filters(looks)
        for theme in THEMES:
            self.register_theme(theme)
        few = self.console.color_system == "standard" or not looks.colour
        self.theme = looks.theme or THEME_NAMES[-1 if few else 0]
        if looks.still:
            self.animation_level = "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last thing done to a row; our own take the place of what Textual does to colours."""
        usual = () if self.no_color else super().get_line_filters()
        return (*(one for one in usual if not isinstance(one, _NOT_WANTED)), *self._last)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """No cursor blinks where nothing is to move."""
        if self.animation_level == "none":
            from textual.widgets import Input, TextArea

            if isinstance(event.widget, Input | TextArea):
                event.widget.cursor_blink = False

    def action_help_quit(self) -> None:
        """Ctrl+c where nothing is selected: nobody leaves by mistake."""
        out, leaves = key_for("escape"), shown("ctrl+q")
        self.notify(f"{out} is one step out; {leaves} leaves, everything is saved", markup=False)


def _driver() -> type[Driver] | None:
    """What carries keys and paint; Textual's own where there is no better one."""
    if in_browser():
        from tui.serving.driver import BrowserDriver

        return BrowserDriver
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from tui.driver import OutlastingDriver

    return OutlastingDriver


class OwnKeysScreen(Screen[Given]):
    """A screen on which the reader's own keys stand in place of the program's.

    Textual's ``set_keymap`` takes away whatever else stood on a key, without
    a word, and knows no parts of a screen that take turns with one key.
    """

    def holds(self, event: Key) -> bool:  # noqa: ARG002 - of those that do
        """Take a key that came all the way up, before it can be a binding; False to leave it."""
        return False

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        chain = super()._binding_chain
        if not own():
            return chain
        from tui.overlay import overlaid

        return overlaid(chain, own())


def _filters(looks: Looks) -> tuple[LineFilter, ...]:
    """What takes colours and signs away, imported where it is wanted."""
    from tui.filters import Ascii, NoColour

    return (*(() if looks.colour else (NoColour(),)), *((Ascii(),) if looks.ascii else ()))
