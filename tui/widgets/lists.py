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


class ActorList(OptionList):
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


class NoteList(OptionList):
    """Notes; choosing one says its index as ``OptionList.OptionSelected``."""

    BINDINGS: ClassVar = bindings("notelist")
