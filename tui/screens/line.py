"""A line to type a few words in, below whatever they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui.keys import bindings
from tui.screens.ahead import PatientScreen, open_patiently

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.screen import Screen


class _Line(Input):
    """The words; its screen does what Enter and Escape do."""

    BINDINGS: ClassVar = bindings("prompt")


class LineScreen(PatientScreen[str]):
    """Gives the words when Enter takes them, None when they are left; tells each letter before."""

    def __init__(self, label: str, words: str, typed: Callable[[str], None] | None) -> None:
        super().__init__()
        self._label = label
        self._typed = typed
        self._line = _Line(words, compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """What is asked, and the answer."""
        with Horizontal(id="line"):
            yield Static(Content(f" {self._label}: "))
            yield self._line

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed so far."""
        event.stop()
        if self._typed is not None:
            self._typed(self._line.value)

    def action_done(self) -> None:
        """These are the words."""
        self.dismiss(self._line.value)

    def action_leave(self) -> None:
        """No words after all."""
        self.dismiss(None)


def ask_line(
    screen: Screen[Any],
    label: str,
    words: str,
    done: Callable[[str | None], None],
    typed: Callable[[str], None] | None = None,
) -> None:
    """Ask for a few words; ``done`` is handed None when the reader leaves."""
    open_patiently(screen, LineScreen(label, words, typed), done)
