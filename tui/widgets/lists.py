"""Lists whose entries are safe text, with the keys of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.keys import bindings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.casting import Row


class _PagedList(OptionList):
    """A list whose page keys do nothing where there is room for no entry: Textual fails there."""

    def action_page_up(self) -> None:
        """A page back."""
        if self.scrollable_content_region:
            super().action_page_up()

    def action_page_down(self) -> None:
        """A page on."""
        if self.scrollable_content_region:
            super().action_page_down()


class ActorList(_PagedList):
    """The sidebar; choosing a row says its actor's id as ``OptionList.OptionSelected``."""

    BINDINGS: ClassVar = bindings("list")

    def show(self, rows: Sequence[Row]) -> None:
        """Put these rows in place of what stood here; the highlighted one stays so."""
        kept = self.highlighted
        self.clear_options()
        self.add_options(
            Option(Content(row.text), id=row.actor, disabled=row.actor is None) for row in rows
        )
        self.highlighted = kept


class NoteList(_PagedList):
    """Notes; choosing one says its index as ``OptionList.OptionSelected``."""

    BINDINGS: ClassVar = bindings("notelist")
