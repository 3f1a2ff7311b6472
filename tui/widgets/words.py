"""A line in which words are typed that are looked for as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from tui.keys import bindings
from tui.messages import WordsAbandoned, WordsSought

if TYPE_CHECKING:
    from textual import events


class WordsLine(Input):
    """Says the words with every letter; Enter keeps what was found, Escape gives it up."""

    BINDINGS: ClassVar = bindings("find")

    def __init__(self) -> None:
        super().__init__(id="words-sought", compact=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Other words."""
        event.stop()
        self.post_message(WordsSought(self.value, kept=False))

    def action_keep(self) -> None:
        """These are the words."""
        self.post_message(WordsSought(self.value, kept=True))

    def action_abandon(self) -> None:
        """No words after all."""
        self.post_message(WordsAbandoned())

    def on_blur(self, event: events.Blur) -> None:
        """Somebody clicked elsewhere."""
        event.stop()
        self.post_message(WordsAbandoned())
