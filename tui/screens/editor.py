"""Where a note is written: the words it is about, and room for as many lines as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.sanitise import one_line
from tui.keys import bindings, footer
from tui.widgets.noting import NoteArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Written:
    """What was typed, and whether it is to be saved."""

    text: str
    save: bool


class NoteEditor(ModalScreen[Written]):
    """Gives what was written when it is left."""

    BINDINGS: ClassVar = bindings("editor")

    def __init__(self, quotes: Sequence[str], text: str) -> None:
        super().__init__()
        self._quotes = quotes
        self._area = NoteArea(text)

    def compose(self) -> ComposeResult:
        """The quotation above, the editor, its keys below."""
        with Vertical(classes="page"):
            for quote in self._quotes:
                yield Static(Content(_shortened(one_line(quote))), classes="quote")
            yield self._area
            yield Static(Content(footer(76, "editor")), classes="keys")

    def on_mount(self) -> None:
        """The cursor stands behind what is there already."""
        self._area.move_cursor(self._area.document.end)
        self._area.focus()

    def action_save(self) -> None:
        """Save the note."""
        self.dismiss(Written(self._area.text, save=True))

    def action_leave(self) -> None:
        """Leave without saving."""
        self.dismiss(Written(self._area.text, save=False))


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
