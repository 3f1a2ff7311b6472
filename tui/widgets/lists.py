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
    """A list without page keys where there is room for no entry: Textual's fail there."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether a key works now."""
        return bool(self.scrollable_content_region) or not action.startswith("page_")


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
