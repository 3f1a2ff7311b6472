"""Lists whose entries are safe text, with the keys of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.keys import bindings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.noterows import Row


class _PagedList(OptionList):
    """A list without page keys where there is room for no entry: Textual's fail there."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether a key works now."""
        return bool(self.scrollable_content_region) or not action.startswith("page_")


class NoteList(_PagedList):
    """Notes; choosing one says its index as ``OptionList.OptionSelected``."""

    BINDINGS: ClassVar = bindings("notelist")

    def show(self, rows: Sequence[Row], at: int) -> None:
        """Put these rows in place of what stood here, the cursor on one of them or after it."""
        self.clear_options()
        self.add_options(
            Option(Content.assemble(*_parts(row)), disabled=row.at is None) for row in rows
        )
        following = (n for n in [*range(at, len(rows)), *range(at, -1, -1)] if n < len(rows))
        self.highlighted = next((n for n in following if rows[n].at is not None), None)


def _parts(row: Row) -> tuple[tuple[str, str], ...]:
    """What is to be seen first, and the rest."""
    return (row.text[: row.bold], "bold"), (row.text[row.bold :], "")


class ChoiceList(_PagedList):
    """A few things to choose from; choosing one says its index as ``OptionList.OptionSelected``."""

    BINDINGS: ClassVar = bindings("choice")
