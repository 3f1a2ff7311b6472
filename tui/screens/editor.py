"""Where a note is written: the words it is about, and room for as many lines as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.sanitise import one_line
from tui.keys import bindings, footer
from tui.widgets.noting import NoteArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.screen import Screen

_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Written:
    """What was typed, and whether it is to be saved."""

    text: str
    save: bool


class NoteEditor(ModalScreen[Written]):
    """Gives what was written when it is left; each change is handed to ``keep`` before that."""

    BINDINGS: ClassVar = bindings("editor")

    def __init__(self, quotes: Sequence[str], text: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._quotes = quotes
        self._keep = keep
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

    def on_text_area_changed(self) -> None:
        """What is typed outlives whatever ends the program."""
        self._keep(self._area.text)

    def action_save(self) -> None:
        """Save the note."""
        self.dismiss(Written(self._area.text, save=True))

    def action_leave(self) -> None:
        """Leave without saving."""
        self.dismiss(Written(self._area.text, save=False))


def ask(
    screen: Screen[Any],
    drafts: dict[str, str],
    key: str,
    quotes: Sequence[str],
    text: str,
    save: Callable[[str], None],
) -> None:
    """Ask for the words of a note.

    Args:
        screen: on which it is said that a draft was kept.
        drafts: what was typed and not saved, by what it is about; ``save`` takes it out.
        key: what this note is about.
        quotes: the words noted.
        text: the note as it is saved; empty for a new one.
        save: is handed what is to be saved.
    """

    def keep(words: str) -> None:
        if words == text:
            drafts.pop(key, None)
        else:
            drafts[key] = words

    def done(written: Written | None) -> None:
        if written is None:
            return
        keep(written.text)
        if written.save:
            save(written.text)
        elif key in drafts:
            screen.notify("kept as a draft; the same key brings it back", markup=False)

    screen.app.push_screen(NoteEditor(quotes, drafts.get(key, text), keep), done)


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
