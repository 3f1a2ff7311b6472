"""The list of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.keys import bindings
from tui.noterows import read_key
from tui.widgets.view import ViewList

if TYPE_CHECKING:
    from tui.views.page import Page


class NoteList(ViewList, inherit_bindings=False):
    """A view of notes, and of passages that orphans could stand at."""

    BINDINGS: ClassVar = bindings("notelist")

    def show(self, page: Page, wanted: str = "") -> None:
        """Put a page in place of what stood here; from a passage the cursor goes to its note."""
        note = read_key(self.entry.key)[0] if self.entry else ""
        gone = self.entry is not None and self.entry.key not in {e.key for e in page.entries}
        super().show(page, wanted)
        keys = [entry.key for entry in page.entries]
        if gone and note in keys:
            self._put_cursor(keys.index(note))
