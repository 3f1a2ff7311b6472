"""A list of a few things to choose from, with the keys of the table."""

from __future__ import annotations

from typing import ClassVar

from textual.widgets import OptionList

from tui.keys import bindings


class ChoiceList(OptionList):
    """Choosing one says its index as ``OptionList.OptionSelected``."""

    BINDINGS: ClassVar = bindings("choice")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """No page keys where there is room for no entry: Textual's fail there."""
        return bool(self.scrollable_content_region) or not action.startswith("page_")
