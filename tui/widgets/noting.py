"""Where a note's words are typed and pasted: nothing in them is obeyed by the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from corpus.sanitise import sanitise

if TYPE_CHECKING:
    from textual.document._document import EditResult
    from textual.widgets.text_area import Edit


class NoteArea(TextArea):
    """A text area that drops what a terminal would obey, as it is typed, pasted or given."""

    def __init__(self, text: str) -> None:
        super().__init__(sanitise(text).text, id="words")

    def edit(self, edit: Edit) -> EditResult:
        """Every change of the text comes through here."""
        edit.text = sanitise(edit.text).text
        return super().edit(edit)
