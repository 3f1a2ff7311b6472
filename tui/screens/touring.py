"""The tour: the home screen with a few words on top that say what to try next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.keys import bindings
from tui.messages import TextsWanted
from tui.screens.read import ReadScreen
from tui.tour import begin

if TYPE_CHECKING:
    from textual.events import Key

    from tui.notebook import Kept
    from tui.tour import Tour


# Rows below which nothing stands above the texts, not even the tour.
_LOWEST = 12
_NOT_KEPT = "not on the tour: it would change your own settings"


class TouringScreen(ReadScreen):
    """Goes on when the reader does what a step says, or asks to; nothing of it is kept."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS: ClassVar = bindings("tour")
    tour = begin()

    @property
    def banner_rows(self) -> int:
        """The words of the tour have room in a view of a small terminal, too."""
        return 0 if self.bare or self.size.height < _LOWEST else 2

    def told_above(self, rows: int) -> list[str]:  # noqa: ARG002 - the tour takes those it needs
        """How far the tour is, and what to try."""
        return self.tour.lines

    def on_mount(self) -> None:
        """Begin; where there is room for the evidence, it comes when its step asks for it."""
        self.inspector = False
        self.show_warnings()

    def hide_banner(self) -> None:
        """The words of the tour stay until it ends."""

    def on_key(self, event: Key) -> None:
        """The key of a step ends it."""
        pressed = self.active_bindings.get(event.key)
        if pressed is not None and pressed.binding.id:
            self._go_on(self.tour.after(pressed.binding.id))

    def keep(self, kept: Kept) -> None:
        """A note that was saved ends its step."""
        more = len(kept.notes) > len(self.kept)
        super().keep(kept)
        if more:
            self._go_on(self.tour.after("editor.save"))

    def action_tour(self, by: int) -> None:
        """To the next step, or one back."""
        self._go_on(self.tour.moved(by))

    def action_add_words(self) -> None:
        """Not into the reader's own frames."""
        self.notify(_NOT_KEPT, markup=False)

    def action_everywhere(self) -> None:
        """Not into the reader's own aliases."""
        self.notify(_NOT_KEPT, markup=False)

    def action_rename(self) -> None:
        """An actor, in the notes of the tour; not a frame, in the reader's own file."""
        if self.view == "frames":
            self.notify(_NOT_KEPT, markup=False)
        else:
            super().action_rename()

    def _go_on(self, tour: Tour) -> None:
        self.tour = tour
        self.show_warnings()

    def action_leave(self) -> None:
        """Leave the tour; the texts open again, with the reader's own notes."""
        if not self.give_up():
            self.app.exit(TextsWanted((), ""))
