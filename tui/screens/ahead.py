"""Dialogs that lose no key: what is typed before they stand arrives in them, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.events import Key
    from textual.screen import Screen
    from textual.widget import Widget

Given = TypeVar("Given")


class PatientScreen(Dialog[Given]):
    """A dialog that holds keys back until whatever stood before it has no more of them."""

    AUTO_FOCUS = None  # focus is given when the keys held back can follow at once

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Key] | None = []
        self._late: list[Key] = []

    def first(self) -> Widget:
        """The widget that has the keys when the dialog begins: the first that can have them."""
        return self.focus_chain[0]

    @property
    def begun(self) -> bool:
        """Whether keys go where they belong by now."""
        return self._held is None

    def holds(self, event: Key) -> bool:
        """Take a key that came by way of the screen below; False when it is not held back."""
        if self._held is None:
            return False
        event.prevent_default()
        self._held.append(event)
        return True

    def on_key(self, event: Key) -> None:
        """Hold back a key that came here before anything had the focus."""
        if self._held is not None:
            event.stop()
            event.prevent_default()
            self._late.append(event)

    def begin(self) -> None:
        """Give the focus, and after it the keys that were held back."""
        held, self._held = [*(self._held or ()), *self._late], None
        self._late.clear()
        self.set_focus(self.first())
        _pass_on(self, held)


def _pass_on(dialog: Screen[Any], keys: Sequence[Key]) -> None:
    """Give keys to whatever has them now: what follows one that may close it, when it did so."""
    at = next((at for at, event in enumerate(keys, 1) if not event.is_printable), len(keys))
    screen = dialog.app.screen
    widget: Widget = screen.focused or screen
    for event in keys[:at]:
        event.prevent_default(False)
        event.stop(False)
        widget.post_message(event)
    if keys[at:]:
        widget.call_later(screen.call_later, dialog.app.call_later, _pass_on, dialog, keys[at:])


def open_patiently(
    screen: Screen[Any],
    dialog: PatientScreen[Given],
    done: Callable[[Given | None], None],
) -> None:
    """Put a dialog over a screen.

    The dialog begins once each queue that a key passes on its way has been
    emptied of those that were typed before.
    """
    before: Widget = screen.focused or screen
    screen.app.push_screen(dialog, done)
    before.call_later(screen.call_later, screen.app.call_later, dialog.call_later, dialog.begin)
